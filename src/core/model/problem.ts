import type { Change, TodoChange } from './edit.js';
import type { Folder } from './folder.js';
import type { Range, Span } from './span.js';

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
  | 'no-roadmap'
  | 'no-history'
  | 'metric-source'
  | 'metric-claim'
  | 'not-searched'
  | 'unknown-task'
  | 'ambiguous-task'
  | 'closed-task'
  | 'former-id'
  | 'done-with-todos'
  | 'closed-by-commit'
  | 'parent-status'
  | 'section-status'
  | 'unknown-dependency'
  | 'circular-dependency'
  | 'done-before-dependency'
  | 'overdue'
  | 'review-overdue'
  | 'metric-unmeasured'
  | 'unknown-ignore';

/** `error`: something could not be read. `warning`: read, but not as written. `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * The codes whose severity a person may set, or turn off: what is wrong in what a file says. That a file, a setting or the
 * history cannot be read at all is always told.
 */
export const adjustableCodes = [
  'unknown-task',
  'ambiguous-task',
  'closed-task',
  'former-id',
  'duplicate-id',
  'done-with-todos',
  'closed-by-commit',
  'parent-status',
  'section-status',
  'status-conflict',
  'unknown-dependency',
  'circular-dependency',
  'done-before-dependency',
  'overdue',
  'review-overdue',
  'metric-claim',
  'metric-unmeasured',
  'mojibake',
  'wrong-encoding',
  'unknown-mark',
  'unreadable-line',
  'unclear-value',
  'unknown-key',
  'unknown-alias',
  'unknown-ignore',
  'no-tasks',
] as const satisfies readonly ProblemCode[];

/** Whether the severity of a code may be set, and a comment may silence it. */
export function isAdjustable(code: string): boolean {
  return adjustableCodes.some((known) => known === code);
}

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

/** A way out of a problem, as data: the host plans and makes it on the text as it is then. */
export interface Fix {
  /** What it does, for a menu: `Write RM-12`. */
  readonly title: string;
  /** Whether it may be made without a person looking at it: there is no other way out that somebody may have meant. */
  readonly safe: boolean;
  readonly edit: FixEdit;
}

export type FixEdit =
  /** Changes of a roadmap, as one step. */
  | { readonly kind: 'roadmap'; readonly uri: string; readonly changes: readonly Change[] }
  /** A change of the TODO that is `index`-th in its file. */
  | { readonly kind: 'todo'; readonly uri: string; readonly index: number; readonly change: TodoChange }
  /** Other characters at a place, where the old ones still stand there. */
  | { readonly kind: 'text'; readonly uri: string; readonly range: Range; readonly from: string; readonly to: string };

/** Another place that a problem is about. */
export interface RelatedPlace {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

/** A problem where it stands, as every surface shows it. */
export interface FoundProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** One sentence that names the thing, the cause and the remedy. */
  readonly message: string;
  /** Absent where the file as a whole is meant. */
  readonly range?: Range;
  readonly related?: readonly RelatedPlace[];
  /** The likeliest first. */
  readonly fixes?: readonly Fix[];
  /** The hash of the commit it is about. */
  readonly commit?: string;
}

/** A comment of a person that silences problems of one line. */
export interface Ignore {
  /** The line it silences, 0-based. */
  readonly line: number;
  /** Codes as they are written; empty where it silences all. */
  readonly codes: readonly string[];
  /** From its keyword to its last code. */
  readonly range: Range;
}

/** The problems of one file, in the order of their places. The same list while they are the same. */
export interface FileProblems {
  readonly uri: string;
  readonly folder: Folder;
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly problems: readonly FoundProblem[];
}

/** What every reader returns: a value, as far as it could be read, and what was wrong on the way. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
