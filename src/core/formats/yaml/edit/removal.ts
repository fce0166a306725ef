import type { TextEdit } from '../../../model/edit.js';
import type { Span } from '../../../model/span.js';
import { lineEnd, lineStart, nextLine } from '../../edit/lines.js';
import type { Item, Layout, ListPart, MapPart } from './layout.js';
import { lineLead } from './pairs.js';

/** Edits that take items out, with the comments right above them; a list that is left empty is written as one. */
export function removal(layout: Layout, items: readonly Item[]): TextEdit[] {
  const edits: TextEdit[] = [];
  const byParent = new Map<ListPart | MapPart, Item[]>();
  for (const item of items) byParent.set(item.parent, [...(byParent.get(item.parent) ?? []), item]);
  for (const [parent, taken] of byParent) {
    if (taken.length === parent.items.length) edits.push(...emptied(layout, parent));
    else if (parent.flow) edits.push(...betweenBrackets(parent, taken));
    else for (const item of taken) edits.push({ span: linesOfItem(layout, item), newText: '' });
  }
  return edits;
}

/** The whole lines of an item in a block with the comments right above; from itself where it shares its first line. */
export function linesOfItem({ text }: Layout, item: Item): Span {
  const end = nextLine(text, lastOf(text, item));
  if (lineLead(text, item.start) === undefined) {
    // The first behind a dash: the next one comes into its place.
    const next = item.parent.items[item.index + 1];
    return { start: item.start, end: next ? next.start : lastOf(text, item) };
  }
  return { start: commentsAbove(text, lineStart(text, item.start)), end };
}

/** Where the last characters of an item stand. */
function lastOf(text: string, { start, end }: Item): number {
  return lineEnd(text, Math.max(start, end - 1));
}

/** Where the comments begin that stand right above a line. */
function commentsAbove(text: string, line: number): number {
  let at = line;
  while (at > 0) {
    const before = lineStart(text, text.startsWith('\r\n', at - 2) ? at - 2 : at - 1);
    if (!/^[ \t]*#(?![ \t]*yaml-language-server)/.test(text.slice(before, at))) break;
    at = before;
  }
  return at;
}

function emptied(layout: Layout, parent: ListPart | MapPart): TextEdit[] {
  const { text } = layout;
  const sign = parent.kind === 'list' ? '[]' : '{}';
  const first = parent.items[0]!;
  const last = parent.items.at(-1)!;
  if (parent.flow) return [{ span: { start: parent.start, end: parent.end }, newText: sign }];
  const above = first.above;
  const span = { start: linesOfItem(layout, first).start, end: nextLine(text, lastOf(text, last)) };
  if (!above) return [{ span, newText: sign }];
  // Comments behind the colon stay behind it.
  return [
    { span: { start: above.behind, end: above.behind }, newText: ` ${sign}` },
    { span, newText: '' },
  ];
}

/** What leaves a comma between those that stay. */
function betweenBrackets(parent: ListPart | MapPart, taken: readonly Item[]): TextEdit[] {
  const gone = new Set(taken);
  const edits: TextEdit[] = [];
  const { items } = parent;
  for (let from = 0; from < items.length; from++) {
    if (!gone.has(items[from]!)) continue;
    let to = from;
    while (to + 1 < items.length && gone.has(items[to + 1]!)) to++;
    const next = items[to + 1];
    const span = next
      ? { start: items[from]!.start, end: next.start }
      : { start: items[from - 1]!.end, end: items[to]!.end };
    edits.push({ span, newText: '' });
    from = to;
  }
  return edits;
}
