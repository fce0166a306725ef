import type { DialectName } from '../model/dialect.js';
import type { Change, TextEdit } from '../model/edit.js';
import type { Parsed } from '../model/problem.js';
import type { Roadmap, Task } from '../model/roadmap.js';
import type { StatusMarks } from '../values/status.js';

/** What a reader may be told about a file. */
export interface ParseOptions {
  /** Title where the text has none: the file's name without its ending. */
  readonly fallbackTitle?: string;
  /** Prefix of task ids, where the workspace sets one: `RM` of `RM-12`. */
  readonly idPrefix?: string;
  /** Marks and words of the workspace's own. */
  readonly statusMarks?: StatusMarks;
  /** How the check boxes of the workspace are meant, where it says so. */
  readonly dialect?: DialectName;
  /** Encoding the text was decoded with, if not UTF-8: garbled characters are then the opening's fault, not the file's. */
  readonly encoding?: string;
}

/** Reads a roadmap. Never throws; linear in the text's length. The text has no BOM. */
export type Reader = (text: string, options?: ParseOptions) => Parsed<Roadmap>;

/** A roadmap with the text it was read from. */
export interface Editable {
  readonly text: string;
  readonly roadmap: Roadmap;
  /** What it was read with. */
  readonly options: ParseOptions;
}

/**
 * The ways to make a change in a text, the best first; none where the format has no way. Each is judged by what is read of
 * the text it leads to, so that a way may be proposed that does not fit every file. Never throws.
 */
export type Editor = (editable: Editable, change: Change) => Iterable<readonly TextEdit[]>;

/**
 * The lines of a task with all below it, as an item at the left margin; undefined where it is written in another form. Never
 * throws.
 */
export type Lifter = (text: string, task: Task) => readonly string[] | undefined;

/** What changes texts of a format. */
export interface Editing {
  readonly edit: Editor;
  /** Absent where tasks cannot be taken to another file. */
  readonly lift?: Lifter;
}

/** A kind of roadmap file. A format is one module behind this interface. */
export interface Format {
  readonly id: Roadmap['format'];
  /** File endings it reads, in lower case, with the dot. */
  readonly endings: readonly string[];
  /** How surely the text is a roadmap: 0 no, 1 yes. Cheap: reads the first part of the text. */
  recognise(text: string): number;
  /**
   * For kinds of files that hold other things far more often than roadmaps: one that `recognise` does not know, but that
   * is called a roadmap or named as one, is read by its shape, and is one if that gives tasks.
   */
  readonly anyShape?: true;
  /** What reads it, by its shape alone where `anyShape` is set: at hand, or loaded with the first such file. */
  load(anyShape?: boolean): Promise<Reader>;
}
