import * as l10n from '@vscode/l10n';
import type { Problem } from '../../../core/model/problem.js';
import type { AbortSignalLike, TakeBlob } from '../../../workspace/ports.js';
import { isHash } from './commitReader.js';
import { maxBlobBytes } from './files.js';
import { succeeded, type Git, type GitResult } from './git.js';
import { gitProblems, historyProblem } from './gitProblems.js';

/** Bytes that are read together: twice as much is held at most, what is taken and what is read meanwhile. */
export const maxBatchBytes = 16 * 1024 * 1024;

/** So often git may fail over an object before the rest is given up. */
const maxFailures = 20;

interface Asked {
  readonly id: string;
  readonly size: number;
}

interface Batch {
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  /** Where git ended before it had told of all. */
  readonly failed?: GitResult;
}

/**
 * Reads objects by their ids: see the port. Their sizes are asked first, so that none is read that is too large; then they
 * are read by one `git cat-file --batch`, or by one after another where they are more than are held at a time.
 */
export async function readBlobs(
  git: Git,
  ids: readonly string[],
  take: TakeBlob,
  signal: AbortSignalLike,
): Promise<readonly Problem[]> {
  const wanted = [...new Set(ids)].filter(isHash);
  if (wanted.length === 0) return [];
  const { cwd } = git.options;
  const check = await git.run(['cat-file', '--batch-check'], { input: lines(wanted), maxOutput: Infinity, signal });
  if (!succeeded(check)) return gitProblems(check, cwd);
  const sizes = sizesIn(check.stdout);
  const batches = batchesOf(wanted.map((id) => ({ id, size: sizes.get(id) ?? -1 })));
  let lost = 0;
  let failures = 0;
  const read = (asked: readonly Asked[]) => readBatch(git, asked, signal);
  let next = read(batches[0]!);
  for (let at = 0; at < batches.length && !signal.aborted; at++) {
    const { blobs, failed } = await next;
    if (failed && failed.end !== 'exited') return signal.aborted ? [] : gitProblems(failed, cwd);
    const asked = batches[at]!;
    // It failed over the first that it did not tell of: the others are asked for without that.
    const broken = failed ? asked.findIndex(({ id, size }) => isReadable(size) && !blobs.has(id)) : -1;
    if (failed && (broken < 0 || ++failures > maxFailures)) return gitProblems(failed, cwd);
    const told = broken < 0 ? asked : asked.slice(0, broken + 1);
    if (broken >= 0) batches.splice(at + 1, 0, asked.slice(broken + 1));
    if (at + 1 < batches.length) next = read(batches[at + 1]!);
    for (const { id } of told) {
      if (signal.aborted) break;
      const blob = blobs.get(id);
      if (!blob) lost++;
      await take(id, blob);
    }
  }
  // Its end is waited for, so that nothing is left behind.
  await next;
  if (lost === 0 || signal.aborted) return [];
  const message =
    lost === 1
      ? l10n.t('One object of {0} is missing, damaged or too large to be read: run `git fsck` there.', cwd)
      : l10n.t('{1} objects of {0} are missing, damaged or too large to be read: run `git fsck` there.', cwd, lost);
  return [historyProblem('warning', message)];
}

function lines(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('');
}

function isReadable(size: number): boolean {
  return size >= 0 && size <= maxBlobBytes;
}

/** Sizes by id, of blobs alone: `<id> blob <size>`, or `<id> missing`. */
function sizesIn(output: Buffer): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const line of output.toString('latin1').split('\n')) {
    const [id, kind, size] = line.split(' ');
    if (kind === 'blob' && id !== undefined) sizes.set(id, Number(size));
  }
  return sizes;
}

/** In the order they are asked for, as many together as may be held. */
function batchesOf(asked: readonly Asked[]): (readonly Asked[])[] {
  const batches: Asked[][] = [[]];
  let bytes = 0;
  for (const one of asked) {
    const size = isReadable(one.size) ? one.size : 0;
    if (bytes + size > maxBatchBytes && bytes > 0) {
      batches.push([]);
      bytes = 0;
    }
    batches[batches.length - 1]!.push(one);
    bytes += size;
  }
  return batches;
}

async function readBatch(git: Git, asked: readonly Asked[], signal: AbortSignalLike): Promise<Batch> {
  const readable = asked.filter(({ size }) => isReadable(size));
  if (readable.length === 0) return { blobs: new Map() };
  const result = await git.run(['cat-file', '--batch'], {
    input: lines(readable.map(({ id }) => id)),
    // With the line before each; that before one which is gone since is shorter.
    maxOutput: readable.reduce((sum, { id, size }) => sum + size + id.length + 32, 0),
    signal,
  });
  const { stdout } = result;
  const blobs = new Map<string, Uint8Array>();
  for (let at = 0; at < stdout.length;) {
    const end = stdout.indexOf(10, at);
    if (end < 0) break;
    const [id, kind, size] = stdout.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (kind !== 'blob') continue;
    const length = Number(size);
    if (at + length >= stdout.length) break;
    blobs.set(id!, stdout.subarray(at, at + length));
    at += length + 1;
  }
  return succeeded(result) ? { blobs } : { blobs, failed: result };
}
