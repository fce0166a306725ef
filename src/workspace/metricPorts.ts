import type { Parsed } from '../core/model/problem.js';
import type { Folder } from '../core/model/snapshot.js';
import type { AbortSignalLike, Cache, Log, Scheduler, Files, Repository } from './ports.js';

/** What finding readings asks of its host, beside the ports that everything asks. */

/** Reads files of any size piece by piece, in bounded memory. */
export interface Streams {
  /**
   * Hands on the text of a file, decoded, piece by piece, until `take` returns false. `path` is relative to the folder, with
   * `/`; a file outside of it, links resolved, is refused by a problem. No value and no problem where there is no such file.
   */
  read(
    folder: Folder,
    path: string,
    take: (piece: string) => boolean,
    signal: AbortSignalLike,
  ): Promise<Parsed<FileStamp | undefined>>;
  /** What tells whether a file is another than before; undefined where it is not there or cannot be asked. */
  stamp(folder: Folder, path: string): Promise<FileStamp | undefined>;
}

/** By what a file is known to be the same. */
export interface FileStamp {
  /** When it was last written: seconds since 1970, with fractions where the system has them. */
  readonly time: number;
  /** Bytes. */
  readonly size: number;
}

/** Runs commands that the person has allowed. Absent where no process may be started. */
export interface Commands {
  /**
   * Runs a program with its arguments in a folder, without a shell, and resolves to what it printed on its standard output.
   * One that fails, takes longer than `timeout` seconds or prints more than a megabyte is ended and gives a problem.
   */
  run(
    folder: Folder,
    command: readonly string[],
    timeout: number,
    signal: AbortSignalLike,
  ): Promise<Parsed<string | undefined>>;
}

/** All ports that finding readings needs. */
export interface MetricPorts {
  readonly files: Files;
  readonly scheduler: Scheduler;
  readonly log: Log;
  readonly streams: Streams;
  readonly commands?: Commands;
  readonly cache?: Cache;
  /** Seconds since 1970. */
  now(): number;
  /** The repository of a folder; undefined where it has none that can be read. */
  repositoryOf(folder: Folder): Repository | undefined;
  /** Whether the person has allowed a command in a folder. */
  isAllowed(folder: Folder, command: readonly string[]): boolean;
}
