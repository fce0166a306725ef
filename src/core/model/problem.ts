import type { Span } from './span.js';

/** Every problem the product can report, by its stable code. */
export type ProblemCode =
  | 'cannot-read'
  | 'too-large'
  | 'not-text'
  | 'invalid-utf8'
  | 'empty-file'
  | 'no-tasks'
  | 'mojibake'
  | 'wrong-encoding'
  | 'unreadable-line'
  | 'unknown-mark'
  | 'status-conflict'
  | 'duplicate-id'
  | 'roadmap-syntax'
  | 'roadmap-value'
  | 'unclear-value'
  | 'unknown-key'
  | 'unknown-shape'
  | 'config-syntax'
  | 'config-value'
  | 'unknown-alias'
  | 'no-roadmap';

/** `error`: something could not be read. `warning`: read, but not as written. `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** What is wrong, where, and the way out. Problems are data: nothing that reads a file throws. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** One sentence that names the thing, the cause and the remedy. */
  readonly message: string;
  /** Where it is in the text; absent where the file as a whole is meant. */
  readonly span?: Span;
  /** All its places, where one problem stands for several (mojibake: one problem per file). */
  readonly places?: readonly Span[];
}

/** What every reader returns: a value, as far as it could be read, and what was wrong on the way. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
