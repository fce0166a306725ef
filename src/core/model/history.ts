import type { Mention } from './mention.js';
import type { Folder } from './folder.js';
import type { Problem } from './problem.js';

/** A commit that may belong to tasks. */
export interface Commit {
  /** 40 hexadecimal digits, or 64 where the repository uses SHA-256. */
  readonly hash: string;
  readonly author: string;
  readonly email: string;
  /** When it was committed: seconds since 1970. */
  readonly time: number;
  readonly subject: string;
  readonly mentions: readonly CommitMention[];
  /** Hashes of the commits it says to revert, as written: they may be shortened. */
  readonly reverts: readonly string[];
  /** A branch that holds it, where HEAD does not. */
  readonly branch?: string;
}

export interface CommitMention extends Mention {
  /** Whether the message says that this finishes the task. */
  readonly closes: boolean;
}

/** A local branch. */
export interface Branch {
  readonly name: string;
  readonly hash: string;
  /** Whether it is checked out in the folder itself. */
  readonly current: boolean;
  /** The path of another working tree it is checked out in. */
  readonly worktree?: string;
  readonly mentions: readonly Mention[];
}

/** What git knows of a folder. */
export interface FolderHistory {
  /** The folder's. */
  readonly uri: string;
  readonly folder: Folder;
  /** `loading` while it is read for the first time; `unavailable` where it cannot be read, and `problems` say why. */
  readonly state: 'loading' | 'ready' | 'unavailable';
  /** Newest first; those that may belong to no task are left out. */
  readonly commits: readonly Commit[];
  /** How many commits there are in all. */
  readonly total: number;
  readonly branches: readonly Branch[];
  readonly problems: readonly Problem[];
}
