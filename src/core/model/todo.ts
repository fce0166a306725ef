import type { Mention } from './mention.js';
import type { Ignore } from './problem.js';
import type { Folder } from './folder.js';
import type { Range } from './span.js';

/** What a TODO says, wherever it stands. */
export interface Todo {
  /** `TODO`, `FIXME`, …; `@task` where code says which task it implements. */
  readonly tag: string;
  /** Its text in one line, without tag, ids and the comment's marks. */
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Who is named in its brackets: `TODO(RM-12, ada)`, `TODO(ada)`. */
  readonly owner?: string;
}

/** Where a TODO stands, beside what it says: shifted lines change this alone. */
export interface TodoPlace {
  /** From the tag to the end of its text, which may be some lines below. */
  readonly range: Range;
  /** The tag alone. */
  readonly tag: Range;
  /** The places of its mentions, in their order. */
  readonly mentions: readonly Range[];
}

/** The TODOs of one file. Replaced as a whole when one changes, else the same object. */
export interface TodoFile {
  readonly uri: string;
  readonly folder: Folder;
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** In the order of the file; the same list while they say the same, however lines shift. */
  readonly todos: readonly Todo[];
  /** Of each TODO, by the same index. */
  readonly places: readonly TodoPlace[];
  /** The language is known by its comment marks alone, so that some may stand in strings. */
  readonly approximate: boolean;
  /** Absent where nothing is silenced. */
  readonly ignores?: readonly Ignore[];
}

/** What TODOs begin with everywhere. */
export const defaultTags: readonly string[] = ['TODO', 'FIXME', 'BUG', 'HACK', 'XXX'];
