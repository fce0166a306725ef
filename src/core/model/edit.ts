import type { Priority, Status } from './roadmap.js';
import type { Span } from './span.js';

/** Puts `newText` in for the characters of `span`; an empty span inserts. Offsets are those of the text it was made for. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Where a task is put: behind another one, below a task as its last subtask, or at the end of a group. */
export type TaskPlace = { readonly after: string } | { readonly under: string } | { readonly into: string };

/** A value of a task that can be set. */
export type FieldChange =
  | { readonly field: 'status'; readonly value: Status }
  /** Of these an empty text takes the present one away. */
  | { readonly field: 'priority'; readonly value: Priority | '' }
  /** As it is to be read: `2-3 days`, `@ada`, `2026-04-16` or `end of March`, a title without markup. */
  | { readonly field: 'effort'; readonly value: string }
  | { readonly field: 'owner'; readonly value: string }
  | { readonly field: 'due'; readonly value: string }
  | { readonly field: 'title'; readonly value: string }
  | { readonly field: 'id'; readonly value: string };

/** What a person wants changed. Tasks and groups are named by their ids, as the model has them. */
export type Change =
  | ({ readonly kind: 'set'; readonly task: string } & FieldChange)
  | { readonly kind: 'add'; readonly title: string; readonly place: TaskPlace }
  | { readonly kind: 'move'; readonly tasks: readonly string[]; readonly place: TaskPlace }
  | { readonly kind: 'remove'; readonly tasks: readonly string[] }
  /** Gives tasks ids, each its own. */
  | { readonly kind: 'setIds'; readonly ids: readonly { readonly task: string; readonly id: string }[] }
  /** Moves tasks into a section for what is done, made at the end of the plan. */
  | { readonly kind: 'shelve'; readonly tasks: readonly string[] }
  /** Says when the roadmap was last gone through; an ISO date, written as the file writes dates. */
  | { readonly kind: 'review'; readonly date: string }
  /** Writes garbled characters as they were meant: all, or those at an offset. */
  | { readonly kind: 'repair'; readonly at?: number };

/** What is to be done to a TODO. */
export type TodoChange =
  /** Writes the id of the task it belongs to behind its tag; in place of `replaces`, where it names one that is not there. */
  | { readonly kind: 'link'; readonly id: string; readonly replaces?: string }
  /** Takes it out, with its comment where nothing else stands in that. */
  | { readonly kind: 'remove' };

/** Why a change cannot be made. */
export type RefusalCode =
  | 'no-such-task'
  | 'no-such-place'
  /** The value is not one that a file can say. */
  | 'unreadable-value'
  /** The form of this entry has no room for it, or what came of it would not read as intended. */
  | 'form'
  /** Nothing to change: the value already holds. */
  | 'unchanged';

export interface Refusal {
  readonly code: RefusalCode;
  /** One sentence that names the thing, the cause and the remedy. */
  readonly message: string;
}

/** What is to be done to all tasks that it fits: one wish, made of as many changes as it takes. */
export type Wish =
  /** Ids for all that have none: the next free numbers behind a prefix, by default the one that the file uses most. */
  | { readonly kind: 'assignIds'; readonly prefix?: string }
  /** Done tasks, with what stands below them, to the section for what is done. */
  | { readonly kind: 'archive' };

/** The edits of a change, and those that take it back. */
export interface PlannedEdit {
  /** In ascending order, without overlap, in offsets of the text they were made for. */
  readonly edits: readonly TextEdit[];
  /** In offsets of the text that `edits` leads to. */
  readonly inverse: readonly TextEdit[];
  /** The text that `edits` leads to. */
  readonly text: string;
  /** Titles of the tasks that a wish was not fulfilled for: no way was found, or too many had been looked for. */
  readonly left?: readonly string[];
}

export type EditResult = ({ readonly ok: true } & PlannedEdit) | ({ readonly ok: false } & Refusal);
