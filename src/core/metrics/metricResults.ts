import * as l10n from '@vscode/l10n';
import type { FolderReadings, MetricSource, MetricState, Reading, SourceReading } from '../model/metric.js';
import type { Problem } from '../model/problem.js';
import type { Metric, Target } from '../model/roadmap.js';
import type { ConfigFile, RoadmapFile } from '../model/snapshot.js';
import { formatReading, formatTarget } from '../values/quantity.js';
import { assignSources, type Assignment } from './assignSources.js';
import { evaluate, type Evaluation, type Verdict } from './evaluate.js';
import { metricName } from './metricNames.js';
import { metricTrend, type MetricTrend } from './metricTrend.js';
import { sourceKey, sourceLabel } from './sources.js';

/** What counts for all metrics whose source does not say otherwise. */
export interface MetricOptions {
  /** Seconds since 1970. */
  readonly now: number;
  /** A share of the target: 0.05 is 5 %. */
  readonly tolerance?: number;
  /** Days. */
  readonly maxAge?: number;
}

/** What is known of a metric of a roadmap: what tree, status bar, command line and dashboard draw. */
export interface MetricResult {
  readonly file: RoadmapFile;
  readonly metric: Metric;
  /** What is measured, as the roadmap names it. */
  readonly name: string;
  readonly state: MetricState;
  /** What the reading says, stale or not; absent where nothing could be compared. */
  readonly verdict?: Verdict;
  /** As the source gave it; where it says no unit, with that of the source's entry. */
  readonly reading?: Reading;
  /** The reading in the target's unit, and as a share of the target's value. */
  readonly value?: number;
  readonly ratio?: number;
  /** Seconds since the reading was taken. */
  readonly age?: number;
  readonly source?: MetricSource;
  /** Why that source measures it, for a person: `same name`. */
  readonly because?: string;
  /** `loading`: nobody has asked the source yet. */
  readonly sourceState?: SourceReading['state'] | 'loading';
  readonly trend: MetricTrend;
  /** Whole sentences: why the state is what it is. */
  readonly explanation: string;
  /** With places in the roadmap's file. */
  readonly problems: readonly Problem[];
}

/** The metrics of all roadmaps, and what is wrong with the entries that measure them. */
export interface MetricResults {
  /** In the order of files, then of the text. */
  readonly results: readonly MetricResult[];
  /** By URI of the configuration, with places in it. */
  readonly configProblems: ReadonlyMap<string, readonly Problem[]>;
}

/** Judges every metric by the readings of its folder. Pure: the same data give the same answer. */
export function metricResults(
  files: readonly RoadmapFile[],
  configs: readonly ConfigFile[],
  readings: readonly FolderReadings[],
  options: MetricOptions,
): MetricResults {
  const byMetric = new Map<Metric, MetricResult>();
  const configProblems = new Map<string, readonly Problem[]>();
  for (const [uri, ofFolder] of groupByFolder(files)) {
    const config = configs.find(({ folder }) => folder.uri === uri);
    const known = readings.find((folder) => folder.uri === uri);
    const sources = sourcesOf(config, known);
    const answers = new Map(known?.sources.map((answer) => [sourceKey(answer.source), answer]));
    const metrics = ofFolder.flatMap(({ roadmap }) => roadmap?.metrics ?? []);
    // What stands in a file that cannot be read may be named as well.
    const complete = ofFolder.every(({ roadmap }) => roadmap !== undefined);
    const { byMetric: assigned, problems } = assignSources(metrics, sources, complete);
    for (const file of ofFolder) {
      for (const metric of file.roadmap?.metrics ?? []) {
        const assignment = assigned.get(metric);
        const answer = assignment && answers.get(sourceKey(assignment.source));
        byMetric.set(metric, judge(file, metric, assignment, answer, options));
      }
    }
    if (!config) continue;
    const told = [...problems, ...sources.flatMap((source) => sourceProblems(source, answers.get(sourceKey(source))))];
    if (told.length > 0) configProblems.set(config.uri, told);
  }
  const results = files.flatMap(({ roadmap }) => (roadmap?.metrics ?? []).map((metric) => byMetric.get(metric)!));
  return { results, configProblems };
}

function groupByFolder(files: readonly RoadmapFile[]): ReadonlyMap<string, readonly RoadmapFile[]> {
  const folders = new Map<string, RoadmapFile[]>();
  for (const file of files) {
    const known = folders.get(file.folder.uri);
    if (known) known.push(file);
    else folders.set(file.folder.uri, [file]);
  }
  return folders;
}

/** The entries of the configuration, and sources that were taken up without one. */
function sourcesOf(config: ConfigFile | undefined, readings: FolderReadings | undefined): readonly MetricSource[] {
  const unwritten = (readings?.sources ?? []).map(({ source }) => source).filter(({ span }) => !span);
  return [...(config?.config.metrics ?? []), ...unwritten];
}

/** What a source said of itself, where it stands now. */
function sourceProblems({ span }: MetricSource, answer: SourceReading | undefined): readonly Problem[] {
  return span ? (answer?.problems ?? []).map((problem) => ({ ...problem, span })) : [];
}

function judge(
  file: RoadmapFile,
  metric: Metric,
  assignment: Assignment | undefined,
  answer: SourceReading | undefined,
  options: MetricOptions,
): MetricResult {
  const { source, because } = assignment ?? {};
  const given = answer?.reading;
  const reading = given && source && { ...given, measurement: withUnit(source, given.measurement) };
  const stated = source?.kind === 'git' ? reading?.measurement.aggregate : source?.aggregate;
  const tolerance = source?.tolerance ?? options.tolerance;
  const maxAge = source?.maxAge ?? options.maxAge;
  const evaluation = evaluate(metric.target, metric.claimed, reading, {
    now: options.now,
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(maxAge === undefined ? {} : { maxAge }),
    ...(stated === undefined ? {} : { aggregate: stated }),
  });
  const { state, verdict, value, ratio, problem } = evaluation;
  const trend = metricTrend(
    metric.target,
    source && answer ? answer.trend.map((point) => withUnit(source, point)) : [],
  );
  const claim = source && metric.target && contradiction(metric, metric.target, evaluation, source);
  return {
    file,
    metric,
    name: metricName(metric),
    state,
    ...(verdict === undefined ? {} : { verdict }),
    ...(reading === undefined ? {} : { reading, age: Math.max(0, options.now - reading.time) }),
    ...(value === undefined ? {} : { value }),
    ...(ratio === undefined ? {} : { ratio }),
    ...(source === undefined ? {} : { source, sourceState: answer?.state ?? 'loading' }),
    ...(because === undefined ? {} : { because }),
    trend,
    explanation: explain(metric, evaluation, source, answer),
    problems: [...(problem ? [{ ...problem, span: metric.span }] : []), ...(claim ? [claim] : [])],
  };
}

/**
 * A reading or earlier one with the unit that its entry states, where it has none. One that has a unit keeps it: the reader was
 * told of the entry's, and may have converted.
 */
function withUnit<T extends { readonly unit?: string }>(source: MetricSource, reading: T): T {
  return reading.unit === undefined && source.unit !== undefined ? { ...reading, unit: source.unit } : reading;
}

/**
 * A claimed ✅ where the reading says otherwise. Of one that is near nothing is said: within the tolerance is what the project
 * itself calls near enough. Nor of one that is stale, which proves nothing.
 */
function contradiction(
  metric: Metric,
  target: Target,
  { state, value }: Evaluation,
  source: MetricSource,
): Problem | undefined {
  if (metric.claimed !== 'met' || state !== 'missed' || value === undefined) return undefined;
  const message = l10n.t(
    '"{0}" is claimed to be met at {1}, but {2} says {3}: take the mark away until it is, or correct the target or its source.',
    metricName(metric),
    formatTarget(target),
    sourceLabel(source),
    formatReading(value, target),
  );
  return { code: 'metric-claim', severity: 'warning', message, span: metric.span };
}

/** What the evaluation says, and why there is no reading where a source should give one. */
function explain(
  { target }: Metric,
  { explanation, verdict }: Evaluation,
  source: MetricSource | undefined,
  answer: SourceReading | undefined,
): string {
  if (!source) {
    return target
      ? `${explanation} ${l10n.t('Name a source under "metrics" in .roadmap/config.yaml to measure it.')}`
      : explanation;
  }
  const label = sourceLabel(source);
  if (verdict) {
    return answer?.state === 'failed' ? `${explanation} ${l10n.t('The last look at {0} failed.', label)}` : explanation;
  }
  switch (answer?.state) {
    case 'waiting':
      return `${explanation} ${l10n.t('{0} waits for your permission to be run.', label)}`;
    case 'unavailable':
      return `${explanation} ${l10n.t('{0} cannot be asked here.', label)}`;
    case 'failed': {
      const why = answer.problems[0]?.message;
      return why === undefined
        ? `${explanation} ${l10n.t('The last look at {0} failed.', label)}`
        : `${explanation} ${why}`;
    }
    case 'ready':
      return explanation;
    default:
      return `${explanation} ${l10n.t('{0} has not been asked yet.', label)}`;
  }
}
