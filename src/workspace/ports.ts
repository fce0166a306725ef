import type { Parsed } from '../core/model/problem.js';
import type { Folder } from '../core/model/snapshot.js';

/** What the workspace asks of its host. Places are URI strings that only the host takes apart. */

export interface Disposable {
  dispose(): void;
}

/** Something happened to a file, in an editor or on disk. */
export interface FileEvent {
  readonly uri: string;
  readonly kind: 'changed' | 'created' | 'deleted';
}

export interface DirectoryEntry {
  readonly name: string;
  readonly uri: string;
  readonly directory: boolean;
}

/** A text as an editor would show it: without BOM, decoded by its BOM, as UTF-8, or as the host is told to. */
export interface FileText {
  readonly text: string;
  /** Named where it is not UTF-8 or UTF-16. */
  readonly encoding?: string;
}

export interface Files {
  folders(): readonly Folder[];
  /** The entries of a directory in no order. One that cannot be looked through is a problem and no entries, never a throw. */
  list(directory: string): Promise<Parsed<readonly DirectoryEntry[]>>;
  /** Reads a file, an unsaved one as it stands in its editor. A failure is a problem and no value, never a throw. */
  read(uri: string): Promise<Parsed<FileText | undefined>>;
  /** The URI of a path inside a folder; `path` has `/` and no `..`. */
  resolve(folder: Folder, path: string): string;
  /** The path of a file inside its folder, with `/`; undefined where it lies outside. */
  relative(folder: Folder, uri: string): string | undefined;
  /** Files that were created, changed (also while one types) or deleted. */
  onDidChangeFile(listener: (event: FileEvent) => void): Disposable;
  onDidChangeFolders(listener: () => void): Disposable;
}

/** Runs work later, so that events of one moment are handled together. */
export interface Scheduler {
  schedule(work: () => void): Disposable;
  /** The same, when what watches the files has surely told what it knows of this moment. */
  scheduleLate(work: () => void): Disposable;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** All ports of a host. */
export interface Ports {
  readonly files: Files;
  readonly scheduler: Scheduler;
  readonly log: Log;
}
