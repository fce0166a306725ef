import { isUtf8 } from 'node:buffer';
import type { AbortSignalLike, Log } from '../../../workspace/ports.js';
import { ByteSplitter, follow, runProcess, type ProcessOptions, type ProcessResult } from '../runProcess.js';
import type { Words } from './words.js';

/** One search, as every engine is asked for it. */
export interface Hunt {
  /** The path of the folder. */
  readonly root: string;
  readonly words: Words;
  /** Globs of what need not be searched. */
  readonly exclude: readonly string[];
  readonly log: Log;
  readonly signal: AbortSignalLike;
  /** Milliseconds without output after which a program counts as hanging. */
  readonly timeout: number;
  /** Takes the path of a file below the folder, with `/`. */
  tell(path: string): void;
}

/** What came of it: searched, perhaps with reasons why some of it could not be, or failed for a reason. */
export type Outcome = { readonly notes: readonly string[] } | { readonly failed: string };

/** A path has some thousand bytes at most: what is longer is not the output that was asked for. */
const maxPart = 64 * 1024;

/** How a program that lists paths ended. */
export interface Listing {
  readonly result: ProcessResult;
  /** What it said was no list of paths, and it was stopped. */
  readonly garbage: boolean;
}

/** Runs a program that ends each of its paths with NUL. Returned by `take`, `false` says that a part is no such path. */
export async function listPaths(
  program: string,
  args: readonly string[],
  options: Omit<ProcessOptions, 'take'>,
  take: (part: Buffer) => boolean,
): Promise<Listing> {
  const stop = new AbortController();
  const release = follow(options.signal, stop);
  let garbage = false;
  const refuse = () => {
    garbage = true;
    stop.abort();
  };
  let open = 0;
  const splitter = new ByteSplitter(0, (part) => {
    if (!garbage && !options.signal?.aborted && !take(part)) refuse();
  });
  try {
    const result = await runProcess(program, args, {
      ...options,
      signal: stop.signal,
      take(chunk) {
        if (garbage) return;
        const last = chunk.lastIndexOf(0);
        open = last < 0 ? open + chunk.length : chunk.length - last - 1;
        if (open > maxPart) refuse();
        else splitter.push(chunk);
      },
    });
    if (result.end === 'exited' && splitter.rest().length > 0) garbage = true;
    return { result, garbage };
  } finally {
    release();
  }
}

/** The path that bytes stand for; undefined, and logged, where they are no UTF-8. */
export function pathFrom(part: Buffer, log: Log): string | undefined {
  if (isUtf8(part)) return part.toString('utf8');
  log.warn(`A file is not searched, since its name is no UTF-8: ${JSON.stringify(part.toString('latin1'))}`);
  return undefined;
}

/** Whether a path lies below the directory that it is relative to. */
export function staysBelow(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !path.split('/').some((name) => name === '..' || name === '');
}

/** Why a program did not do what it was to, for the log. */
export function causeOf({ result, garbage }: Listing): string {
  const said = firstLines(result.stderr).join(' ');
  const cause = garbage
    ? 'said what is no list of files'
    : result.end === 'timeout'
      ? 'hung'
      : result.end === 'notFound'
        ? 'is not there'
        : result.end === 'exited'
          ? `ended with code ${result.code}`
          : 'could not be run or was killed';
  return said === '' ? cause : `${cause}: ${said}`;
}

/** The beginning of what a program complained of. */
export function firstLines(stderr: string): string[] {
  return stderr
    .split('\n')
    .map((line) => line.trim().slice(0, 300))
    .filter((line) => line !== '')
    .slice(0, 5);
}
