import type { Parsed, Problem } from '../core/model/problem.js';
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
  /** Whether a directory is at a place; links are none. False where nothing is there. */
  isDirectory(uri: string): Promise<boolean>;
  /** Reads a file, an unsaved one as it stands in its editor. A failure is a problem and no value, never a throw. */
  read(uri: string): Promise<Parsed<FileText | undefined>>;
  /** The URI of a path inside a folder; `path` has `/` and no `..`. */
  resolve(folder: Folder, path: string): string;
  /** The path of a file inside its folder, with `/`; undefined where it lies outside. */
  relative(folder: Folder, uri: string): string | undefined;
  /** Files that are open with changes that are not saved, so that they differ from what a search finds on disk. */
  unsaved(): readonly string[];
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

/** What is looked for in a search. */
export interface SearchQuery {
  /** Case-sensitive words: `TODO`, `FIXME`, …, which must not be part of longer words (ASCII letters, digits, `_`). */
  readonly tags: readonly string[];
  /** Globs of what is not looked at, as `files.exclude` has them: a search may use them to be quicker; `accepts` decides. */
  readonly exclude: readonly string[];
  /** Whether a path (relative to the folder, with `/`) is to be looked at; asked for files, not for directories. */
  accepts(path: string): boolean;
}

/** Finds files by what they hold, faster than reading them all. */
export interface Search {
  /**
   * Tells of the files of a folder, in no order and each once, that hold one of the tags, and perhaps of some more: who
   * asks reads them. What `.gitignore` files and `.git/info/exclude` exclude is left out, `.git` too; linked files and
   * directories are not followed; files beginning with a dot are looked at, and those in UTF-16 with a byte order mark.
   * The problems are of what went wrong on the way; what was found until then counts. `undefined` where nothing on this
   * machine can search, so that the folder must be walked. An aborted search ends early without a problem and leaves no
   * process behind.
   */
  find(
    folder: Folder,
    query: SearchQuery,
    found: (uri: string) => void,
    signal: AbortSignalLike,
  ): Promise<{ readonly engine: string; readonly problems: readonly Problem[] } | undefined>;
}

/** As much of the platform's `AbortSignal` as is used: it is part of every host, though not of the language. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A commit as git has it. */
export interface CommitRecord {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly email: string;
  /** When it was committed: seconds since 1970. */
  readonly time: number;
  readonly subject: string;
  /** Without the subject; at most `maxBody` UTF-16 code units of its beginning and its end. */
  readonly body: string;
}

/** Where a repository stands. */
export interface RepositoryState {
  /** The hash of what is checked out; undefined before the first commit. */
  readonly head: string | undefined;
  /** The branch that is checked out; undefined where HEAD is detached. */
  readonly branch: string | undefined;
  readonly branches: readonly {
    readonly name: string;
    readonly hash: string;
    /** The path of the working tree it is checked out in, where that is another one. */
    readonly worktree?: string;
  }[];
}

/** The repository of a folder. Paths of files are relative to its root, with `/`. */
export interface Repository {
  /** The URI of the working tree's root: the folder itself, or a directory above it. */
  readonly root: string;
  /** Whether older commits are missing. */
  readonly shallow: boolean;
  /** What a person should know: its history is cut off (shallow), it belongs to a worktree, … */
  readonly notes: readonly Problem[];
  state(): Promise<Parsed<RepositoryState | undefined>>;
  /**
   * Streams the commits that are reachable from `from` (revisions, such as a hash or `HEAD`) and not from `without`, newest
   * first, some hundred at a time.
   */
  commits(
    range: { readonly from: readonly string[]; readonly without: readonly string[] },
    take: (records: readonly CommitRecord[]) => void,
    signal: AbortSignalLike,
  ): Promise<readonly Problem[]>;
  /**
   * What changed from one revision to what is checked out: the commits that are only reachable from `head` (added) and only
   * from `known` (removed: history was rewritten, or another branch checked out). Undefined where `known` is gone.
   */
  difference(
    known: string,
    head: string,
    signal: AbortSignalLike,
  ): Promise<{ readonly added: readonly CommitRecord[]; readonly removed: readonly string[] } | undefined>;
  /** Tells when commits, branches or HEAD may have changed; events of one moment come as one. */
  onDidChange(listener: () => void): Disposable;
  /** What a commit changed against its first parent, at most 5,000 files: a problem says where there are more. */
  changedFiles(hash: string): Promise<Parsed<readonly ChangedFile[]>>;
  /**
   * The versions of a file on the branch that is checked out: every commit among HEAD, its first parent, that one's, and so on
   * that changed it, a merge by what it brought to the branch; renames are followed, the newest 20,000 told. With `known`, only
   * those after it, where the branch goes on from there under the same name.
   */
  fileVersions(path: string, signal: AbortSignalLike, known?: KnownVersions): Promise<Parsed<FileVersions | undefined>>;
  /**
   * Reads blobs by their ids, each once and in the order of the ids, and waits for each to be taken. One that is missing,
   * damaged or larger than 10 MB is told without bytes, and said in a problem. The bytes must not be kept: they are part of
   * many more.
   */
  blobs(ids: readonly string[], take: TakeBlob, signal: AbortSignalLike): Promise<readonly Problem[]>;
  /** A file as it is in a revision, at most 10 MB; undefined where it is not in there. */
  blob(revision: string, path: string): Promise<Parsed<Uint8Array | undefined>>;
  /**
   * Who last changed the lines (0-based) of a file as it is on disk. A line that is not committed, or not there, has no entry;
   * nor has a file that git does not know.
   */
  blame(path: string, lines: readonly number[]): Promise<Parsed<ReadonlyMap<number, LineAuthor>>>;
  /** The address that commits made here carry; undefined where none is configured. */
  userEmail(): Promise<string | undefined>;
  /** The full name of the branch that work goes into (`refs/…`): what `origin` says, else a usual one that exists. */
  defaultBranch(): Promise<string | undefined>;
  /** The tags that lead to commits, in the order of their times. */
  tags(): Promise<Parsed<readonly Tag[]>>;
  /** Lines that the working tree has added since HEAD and a revision went apart, by path; untracked files are new as a whole. */
  addedLines(base: string): Promise<Parsed<ReadonlyMap<string, readonly LineRange[]>>>;
  /** The files that git knows and that have changes which are not committed. */
  uncommitted(): Promise<Parsed<readonly string[]>>;
  /**
   * Checks out a local branch, a new one made from HEAD where `isNew`: all that is written to a repository, and only when a
   * person asks for it. What is not committed comes along; where git refuses that nothing is done. Hooks are not run, filters
   * are, as the files would be wrong without. Resolves to why it was not done, in one sentence; undefined where it was.
   */
  switchTo(branch: string, isNew: boolean): Promise<string | undefined>;
}

/** A tag. */
export interface Tag {
  readonly name: string;
  /** Of the commit it leads to. */
  readonly hash: string;
  /** When it was made: seconds since 1970. */
  readonly time: number;
}

/** A commit that changed a file. */
export interface FileVersion {
  readonly hash: string;
  /** How many parents it has: of a merge two or more. */
  readonly parents: number;
  /** When it was committed: seconds since 1970. Clocks may be wrong, so it may be before those that it follows. */
  readonly time: number;
  readonly author: string;
  readonly subject: string;
  /** What the file is called in it; of one that was deleted, what it was called. */
  readonly path: string;
  /** The id of its content; absent where the file is not there, or is none. */
  readonly blob?: string;
}

export interface FileVersions {
  /** What is checked out; absent before the first commit. */
  readonly head: string | undefined;
  /** Oldest first. */
  readonly versions: readonly FileVersion[];
  /** Whether these are only those that are new; else they are all, and what was known does not count any more. */
  readonly after: boolean;
  /** Whether older ones are missing. */
  readonly cutOff: boolean;
}

/** Up to where the versions of a file are known. */
export interface KnownVersions {
  readonly head: string;
  /** What the file is called there. */
  readonly path: string;
}

/** Takes the content of a blob; undefined where it cannot be read. */
export type TakeBlob = (id: string, bytes: Uint8Array | undefined) => void | Promise<void>;

/** A file that a commit changed. */
export interface ChangedFile {
  readonly status: 'added' | 'modified' | 'deleted' | 'renamed';
  readonly path: string;
  /** Where it was renamed: what it was called. */
  readonly oldPath?: string;
}

/** The commit that a line is from. */
export interface LineAuthor {
  readonly hash: string;
  readonly author: string;
  readonly email: string;
  /** When it was committed: seconds since 1970. */
  readonly time: number;
}

/** Lines of a file, 0-based; `end` is the first one after them, and `Infinity` for a file that is new as a whole. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Reads the history that a version control system keeps. */
export interface History {
  /** The repository a folder lies in. No value where there is none; the problems say why, in words for a person. */
  open(folder: Folder): Promise<Parsed<(Repository & Disposable) | undefined>>;
}

/** Keeps texts between windows. What is kept may go away at any time. */
export interface Cache {
  /** What was kept under a name (letters, digits and hyphens); undefined where that is nothing, or cannot be read. */
  read(name: string): Promise<string | undefined>;
  /** Resolves to what went wrong, in words; undefined where nothing did. */
  write(name: string, text: string): Promise<string | undefined>;
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
  /** Absent where no process may be started: folders are walked instead. */
  readonly search?: Search;
  /** Absent where no process may be started: history is unavailable, and said to be. */
  readonly history?: History;
  /** Absent where nothing can be kept. */
  readonly cache?: Cache;
}
