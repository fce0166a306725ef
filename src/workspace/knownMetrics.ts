import type {
  Aggregate,
  FolderReadings,
  FoundFile,
  MetricSource,
  Reading,
  SourceReading,
  TrendPoint,
} from '../core/model/metric.js';
import type { Folder } from '../core/model/snapshot.js';
import { joinReports } from '../core/metrics/joinReports.js';
import { sourceKey } from '../core/metrics/sources.js';
import { fileGlob, type FileGlob } from './fileGlob.js';
import { plainPath, type ReportFinder } from './metricFiles.js';
import type { MetricTrends } from './metricTrends.js';
import type { Disposable, Repository } from './ports.js';
import type { SourceAnswer } from './readSource.js';
import type { KnownReleases } from './releaseHistory.js';

/** What an indexer knows of the metrics of one folder. */
export interface KnownMetrics {
  readonly trends: MetricTrends;
  sources: readonly MetricSource[];
  /** What each source gave, by what makes it the same. */
  readonly answers: Map<string, SourceAnswer>;
  /** What each source was asked for, of several numbers. */
  readonly aggregates: Map<string, Aggregate | undefined>;
  /** Sources whose earlier readings git has been asked for. */
  readonly lookedBack: Set<string>;
  readonly finder: ReportFinder;
  found: readonly FoundFile[];
  /** The repository, what tells of its commits and tags, and what its releases brought. */
  history?: { readonly repository: Repository; readonly subscription: Disposable; readonly releases: KnownReleases };
  /** The globs among the files of sources, as they are written. */
  readonly globs: Map<string, FileGlob>;
  /** Sources to be asked again, by the same. */
  readonly stale: Set<string>;
  findAgain: boolean;
}

/** What the store is told: answers in the order of the configuration, with the spans it has now. */
export function readingsOf(folder: Folder, known: KnownMetrics): FolderReadings {
  const { sources, answers, trends, found, globs, history } = known;
  const named = new Set(sources.flatMap((source) => (source.kind === 'file' ? [plainPath(source.file)] : [])));
  const matching = [...globs.values()];
  return {
    uri: folder.uri,
    sources: sources.map((source): SourceReading => {
      const answer = answers.get(sourceKey(source)) ?? { state: 'waiting', problems: [] };
      const trend = trends.of(asAsked(source, known));
      const last = trend.at(-1);
      // What a command gave in an earlier window still counts: its age says how much.
      const remembered =
        source.kind === 'command' && answer.state === 'waiting' && last
          ? { reading: rememberedReading(source, last) }
          : {};
      return { ...remembered, ...answer, source, trend };
    }),
    found: joinReports(found.filter(({ path }) => !named.has(path) && !matching.some((glob) => glob.matches(path)))),
    ...(history ? { repository: true } : {}),
  };
}

/** Has all sources of a kind asked again. */
export function markStale({ sources, stale }: KnownMetrics, kind: MetricSource['kind']): void {
  for (const source of sources) if (source.kind === kind) stale.add(sourceKey(source));
}

/** Loads what matches the globs of sources: events ask it, which wait for nothing. */
export async function takeGlobs({ sources, globs }: KnownMetrics): Promise<void> {
  const files = new Set(sources.flatMap((source) => (source.kind === 'file' ? [source.file] : [])));
  for (const file of globs.keys()) if (!files.has(file)) globs.delete(file);
  for (const file of files) {
    const glob = globs.has(file) ? undefined : await fileGlob(file);
    if (glob) globs.set(file, glob);
  }
}

/** Whether something that happened to a path may be another reading of a file, or of the files of a glob. */
export function concerns(path: string, written: string, { globs }: KnownMetrics): boolean {
  const glob = globs.get(written);
  if (glob) return glob.mayConcern(path);
  const file = plainPath(written);
  // A directory that comes or goes takes its files with it, and only its own event comes.
  return file === path || file.startsWith(`${path}/`);
}

/** A source with what it is asked for, of several numbers: other percentiles have other trends. */
export function asAsked(source: MetricSource, { aggregates }: Pick<KnownMetrics, 'aggregates'>): MetricSource {
  const aggregate = aggregates.get(sourceKey(source));
  return source.kind === 'git' || aggregate === undefined ? source : { ...source, aggregate };
}

function rememberedReading({ metric }: MetricSource, { time, value, unit }: TrendPoint): Reading {
  return { measurement: { name: metric, value, ...(unit === undefined ? {} : { unit }) }, time };
}
