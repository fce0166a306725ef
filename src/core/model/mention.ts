import type { Span } from './span.js';

/**
 * Where in a TODO or commit a word stands that may name a task. Nobody has looked yet whether there is such a task: that
 * depends on the roadmaps, which change without the file or the commit.
 *
 * - `argument`: in brackets right behind a tag: `TODO(RM-12)`, `TODO[RM-12]`
 * - `lead`: before the text, with or without a colon: `TODO RM-12: …`, `TODO: RM-12 - …`
 * - `tail`: in brackets at the end of the text: `TODO: … (RM-12)`
 * - `annotation`: `@task RM-12`
 * - `text`: anywhere in a commit's message
 * - `trailer`: behind `Task:`, `Roadmap:` or `Refs:` in a commit's last paragraph
 * - `closing`: behind `fixes`, `closes`, … in a commit's message
 * - `branch`: in the name of a branch, also one that a merge commit names
 */
type MentionForm = 'argument' | 'lead' | 'tail' | 'annotation' | 'text' | 'trailer' | 'closing' | 'branch';

/** A word that may name a task. */
export interface Mention {
  /** As written: `RM-12`, `add-e2e-api-tests`, `1.2`. */
  readonly raw: string;
  readonly form: MentionForm;
}

/** The same with its place in the text it was found in. */
export interface FoundMention extends Mention {
  readonly span: Span;
}
