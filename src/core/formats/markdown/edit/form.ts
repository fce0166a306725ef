import type { Task } from '../../../model/roadmap.js';
import { SourceText } from '../../../text/sourceText.js';
import { readBlocks, type Block, type Table } from '../blocks.js';
import { lineEnd } from '../../edit/lines.js';

/** How a task is written: as an item of a list, under a heading, as a row of a table, or as a line of text. */
export type Form = 'item' | 'heading' | 'row' | 'line';

export function formOf(text: string, { markerSpan, titleSpan }: Pick<Task, 'markerSpan' | 'titleSpan'>): Form {
  const marker = text.slice(markerSpan.start, markerSpan.end);
  if (/^#{1,6}$/.test(marker) || (marker !== '' && markerSpan.start >= titleSpan.end)) return 'heading';
  if (marker !== '') return 'item';
  return /^[ \t>]*\|/.test(text.slice(markerSpan.start)) || /(?<!\\)\|/.test(lineAround(text, titleSpan.start))
    ? 'row'
    : 'line';
}

function lineAround(text: string, at: number): string {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return text.slice(start, lineEnd(text, at));
}

/** The table a row stands in; undefined where there is none. */
export function tableAround(text: string, at: number): Table | undefined {
  const find = (blocks: readonly Block[]): Table | undefined => {
    for (const block of blocks) {
      if (block.span.start > at || block.span.end < at) continue;
      if (block.type === 'table') return block;
      const inner =
        block.type === 'list' ? block.items.flatMap((item) => item.blocks) : block.type === 'quote' ? block.blocks : [];
      const found = find(inner);
      if (found) return found;
    }
    return undefined;
  };
  return find(readBlocks(new SourceText(text)).blocks);
}
