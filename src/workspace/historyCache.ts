import type { Commit } from '../core/model/history.js';
import { cacheName } from './cacheName.js';
import type { Cache, Log } from './ports.js';

/** What is kept of a repository between windows. It may be deleted at any time: everything is read again then. */
export interface CachedHistory {
  readonly head: string;
  readonly commits: readonly Commit[];
  readonly total: number;
}

/** What it was read from, and how much of it. */
export interface KeptAs {
  readonly root: string;
  readonly shallow: boolean;
  readonly unlinked: number;
}

/** Changes whenever commits are read in another way, so that what an older version has kept does not count. */
const version = 3;

/** What was kept of a repository; undefined where that is nothing, or damaged. */
export async function readCached(cache: Cache | undefined, as: KeptAs, log: Log): Promise<CachedHistory | undefined> {
  const text = await cache?.read(cacheName('history', as.root));
  if (text === undefined) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    if (isCached(kept, as)) return { head: kept.head, commits: kept.commits, total: kept.total };
  } catch {
    // It is read anew, below.
  }
  log.info('What was kept of the history is of another version or damaged, so it is read anew.');
  return undefined;
}

/** Keeps what is known of a repository. */
export async function writeCached(
  cache: Cache | undefined,
  as: KeptAs,
  { head, commits, total }: CachedHistory,
  log: Log,
): Promise<void> {
  const problem = await cache?.write(
    cacheName('history', as.root),
    JSON.stringify({ version, ...as, head, total, commits }),
  );
  if (problem !== undefined) log.warn(`The history could not be kept for the next window: ${problem}`);
}

function isCached(kept: unknown, as: KeptAs): kept is CachedHistory {
  const { version: of, root, shallow, unlinked, head, total, commits } = (kept ?? {}) as Record<string, unknown>;
  return (
    of === version &&
    root === as.root &&
    shallow === as.shallow &&
    unlinked === as.unlinked &&
    typeof head === 'string' &&
    typeof total === 'number' &&
    Array.isArray(commits) &&
    commits.every(isCommit)
  );
}

function isCommit(kept: unknown): boolean {
  const { hash, author, email, time, subject, mentions, reverts } = (kept ?? {}) as Record<string, unknown>;
  return (
    [hash, author, email, subject].every((text) => typeof text === 'string') &&
    typeof time === 'number' &&
    [mentions, reverts].every(Array.isArray)
  );
}
