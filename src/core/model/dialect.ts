import type { Span } from './span.js';
import type { Status } from './status.js';

/** What a check box other than `[ ]` and `[x]` means differs by tool; the first one counts where nothing says which. */
export const dialectNames = ['github', 'obsidian', 'kiro'] as const;
export type DialectName = (typeof dialectNames)[number];

/** A mark as a file uses it. */
export interface DialectMark {
  /** A check box such as `[-]`, or an emoji. */
  readonly mark: string;
  /** How often it stands at the start of an item; 0 for emoji, which are not counted. */
  readonly count: number;
  /** What it is read as; absent where nobody knows, and then such an item counts as to do. */
  readonly status?: Status;
  /** Who says so: everybody, the dialect, the file by a legend, the workspace by its configuration. */
  readonly from: 'common' | 'dialect' | 'file' | 'workspace';
}

/** How the marks of a file are understood, and why. */
export interface Dialect {
  readonly name: DialectName;
  /** `file`: its front matter says so. `workspace`: the configuration does. `default`: nothing speaks for another. */
  readonly source: 'file' | 'workspace' | 'detected' | 'default';
  /** What the choice rests on, as it stands in the text; empty for `default` and `workspace`. */
  readonly evidence: readonly { readonly text: string; readonly span: Span }[];
  /** In the order in which they first stand; `[ ]` and `[x]` among them. */
  readonly marks: readonly DialectMark[];
}
