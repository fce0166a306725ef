import * as l10n from '@vscode/l10n';
import type { TextItem } from '../model/roadmap.js';
import type { Span } from '../model/span.js';
import type { NodeDraft, TreeIcon } from './treeNode.js';

/** A row before it knows its place in the tree. */
export interface Row {
  readonly label: string;
  readonly description?: string;
  readonly span: Span;
  readonly icon?: TreeIcon;
  readonly tooltip?: NodeDraft['tooltip'];
  /** What the row is, for those who hear it: `Risk`. */
  readonly what: string;
  readonly metric?: NodeDraft['metric'];
  readonly suggestion?: string;
  readonly rows?: readonly Row[];
}

/** Rows below a title. */
export function heading(label: string, what: string, rows: readonly Row[]): Row {
  return {
    label,
    description: rows.length === 1 ? l10n.t('1 item') : l10n.t('{0} items', rows.length),
    span: spanOf(rows),
    what,
    rows,
  };
}

/** From the first to the last of the rows; facts are not shown in the order in which they stand. */
export function spanOf(rows: readonly Row[]): Span {
  return {
    start: rows.reduce((start, { span }) => Math.min(start, span.start), Infinity),
    end: rows.reduce((end, { span }) => Math.max(end, span.end), 0),
  };
}

/** Something that is said, by its name. */
export function fact(label: string, { value, span }: { value: string; span: Span }, what: string): Row {
  return { label, description: value, span, what };
}

/** A row for each text. */
export function textRows(items: readonly TextItem[], what: string): Row[] {
  return items.map(({ text, span }) => ({ label: text, span, what }));
}

/** Items under their categories, in the order in which these occur; items without one stand by themselves. */
export function categorised<T extends { readonly category?: string }>(
  items: readonly T[],
  row: (item: T) => Row,
): Row[] {
  const groups = new Map<string | undefined, Row[]>();
  for (const item of items) groups.set(item.category, [...(groups.get(item.category) ?? []), row(item)]);
  return [...groups].flatMap(([category, rows]) =>
    category === undefined || groups.size === 1 ? rows : [heading(category, rows[0]!.what, rows)],
  );
}
