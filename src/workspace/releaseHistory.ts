import type { ReleaseHistory, ReleasedCommit } from '../core/metrics/gitMeasures.js';
import type { GitSource } from '../core/model/metric.js';
import type { Parsed, Problem } from '../core/model/problem.js';
import { commitFacts } from './historyFacts.js';
import type { AbortSignalLike, CommitRecord, Repository, Tag } from './ports.js';

/** So many releases are looked at for their commits: the newest. */
const maxReleases = 200;
/** So many releases before one are told from it: what they held it did not bring, also where they are on other branches. */
const maxEarlier = 100;

const secondsOfDay = 86_400;

/**
 * What releases brought, by the hashes that say which part of the history is meant: that never changes, so it is read once.
 * It belongs to a repository.
 */
export type KnownReleases = Map<string, readonly ReleasedCommit[]>;

/** The releases of the last days with their commits. No value where something could not be read; the problems say why. */
export async function releaseHistory(
  repository: Repository,
  { measure, tags: pattern, days }: GitSource,
  now: number,
  signal: AbortSignalLike,
  known: KnownReleases = new Map(),
): Promise<Parsed<ReleaseHistory | undefined>> {
  const { value: tags, problems } = await repository.tags();
  if (problems.length > 0) return { value: undefined, problems };
  const releases = distinct(pattern === undefined ? tags : tags.filter(await like(pattern)));
  const first = releases.findIndex(({ time }) => time >= now - days * secondsOfDay);
  // Where there were releases once, none in these days is a number, too.
  if (releases.length === 0 || (first < 0 && measure !== 'release-frequency'))
    return { value: undefined, problems: [] };
  if (measure === 'release-frequency') {
    const counted = (first < 0 ? [] : releases.slice(first)).map(({ name, time }) => ({ name, time, commits: [] }));
    return { value: { releases: counted, unreleased: [], days }, problems: [] };
  }
  const found: Problem[] = [];
  const read = async (revision: string, without: readonly string[]): Promise<readonly ReleasedCommit[]> => {
    const commits: ReleasedCommit[] = [];
    const take = (records: readonly CommitRecord[]) => void commits.push(...records.map(released));
    found.push(...(await repository.commits({ from: [revision], without }, take, signal)));
    return commits;
  };
  const before = (at: number) => releases.slice(Math.max(0, at - maxEarlier), at).map(({ hash }) => hash);
  const made = [];
  for (let at = Math.max(first, releases.length - maxReleases); at < releases.length && !signal.aborted; at++) {
    const { name, time, hash } = releases[at]!;
    const earlier = before(at);
    const key = [hash, ...earlier].join(' ');
    // The very first release holds all there was before it, which has not waited for it.
    const commits = known.get(key) ?? (earlier.length === 0 ? [] : await read(hash, earlier));
    if (found.length === 0 && !signal.aborted) known.set(key, commits);
    made.push({ name, time, commits });
  }
  const unreleased = signal.aborted ? [] : await read('HEAD', before(releases.length));
  if (found.length > 0 || signal.aborted) return { value: undefined, problems: found };
  return { value: { releases: made, unreleased, days }, problems: [] };
}

function released(record: CommitRecord): ReleasedCommit {
  const { hash, time, reverts } = commitFacts(record);
  return { hash, time, reverts, ...(record.parents.length > 1 ? { merge: true } : {}) };
}

/** One tag for each commit, the earliest: `v2` and `latest` on one commit are one release. */
function distinct(tags: readonly Tag[]): readonly Tag[] {
  const seen = new Set<string>();
  return tags.filter(({ hash }) => !seen.has(hash) && seen.add(hash));
}

/** Whether a tag is like a glob. */
async function like(pattern: string): Promise<(tag: { readonly name: string }) => boolean> {
  const { default: picomatch } = await import('picomatch');
  const matches = picomatch(pattern, { dot: true, maxLength: 500 });
  return ({ name }) => matches(name);
}
