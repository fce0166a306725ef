import type { Span } from '../../model/span.js';
import type { Block, List, ListItem, Paragraph } from './blocks.js';

/**
 * A label right below a list, without a blank line between, belongs to the list's last item by the rules of Markdown
 * (https://spec.commonmark.org/0.31.2/#lazy-continuation-line), and the list goes on behind it. A person reads two lists
 * with a label between:
 *
 *     - Add smoke tests
 *     **Outcomes:**
 *     - Fewer surprises
 */

/** A run of items, with the lines that stand at the margin behind its last one. */
export interface Run {
  readonly list: List;
  readonly lines: readonly Span[];
}

/** Divides a list where bold lines at the margin stand behind an item. Most lists are one run without lines. */
export function divideList(text: string, list: List): readonly Run[] {
  if (!list.items.some((item) => detach(text, item))) return [{ list, lines: [] }];
  const runs: Run[] = [];
  let items: ListItem[] = [];
  const close = (lines: readonly Span[]) => {
    const [first] = items;
    if (!first) return;
    const end = items[items.length - 1]!.span.end;
    runs.push({ list: { ...list, span: { start: first.span.start, end }, items }, lines });
    items = [];
  };
  for (const item of list.items) {
    const cut = detach(text, item);
    items.push(cut?.item ?? item);
    if (cut) close(cut.lines);
  }
  close([]);
  return runs;
}

/** Takes the lines from the first bold one at the margin off the end of an item, however deep they landed. */
function detach(text: string, item: ListItem): { item: ListItem; lines: readonly Span[] } | undefined {
  const last = item.blocks[item.blocks.length - 1];
  let block: Block;
  let lines: readonly Span[];
  if (last?.type === 'paragraph') {
    const from = last.lines.findIndex((line, index) => index > 0 && isBoldAtMargin(text, line));
    if (from < 0) return undefined;
    lines = last.lines.slice(from);
    block = shorten(last, last.lines.slice(0, from));
  } else if (last?.type === 'list') {
    const inner = last.items[last.items.length - 1];
    const cut = inner && detach(text, inner);
    if (!cut) return undefined;
    lines = cut.lines;
    block = {
      ...last,
      span: { start: last.span.start, end: cut.item.span.end },
      items: [...last.items.slice(0, -1), cut.item],
    };
  } else return undefined;
  return {
    item: {
      ...item,
      span: { start: item.span.start, end: block.span.end },
      blocks: [...item.blocks.slice(0, -1), block],
    },
    lines,
  };
}

function shorten(paragraph: Paragraph, lines: readonly Span[]): Paragraph {
  return { ...paragraph, span: { start: paragraph.span.start, end: lines[lines.length - 1]!.end }, lines };
}

function isBoldAtMargin(text: string, { start }: Span): boolean {
  const before = text.charCodeAt(start - 1);
  return (before === 10 || before === 13) && (text.startsWith('**', start) || text.startsWith('__', start));
}
