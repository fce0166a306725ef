import type { Block, List } from './blocks.js';

/** One character at most: `[UI]` and `[P1]` say something else. */
const box = /^\s{0,4}\[\s?\S?\ufe0f?\s?\]\s/u;
/** Emoji that stand for check boxes where a document has none. */
const mark = /^\s{0,4}[✅✔☑☐🔄⏳🚧❌🔲⬜]/u;

/** Whether a check box stands behind a marker; one look at a character tells most items from it. */
function isBox(text: string, end: number): boolean {
  let at = end;
  while (at < end + 5 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at++;
  return text.charCodeAt(at) === 0x5b && box.test(text.slice(end, end + 12));
}

/** Whether any item of a list has a check box. */
export function isBoxList(text: string, list: List): boolean {
  return list.items.some(({ marker }) => isBox(text, marker.end));
}

/** Whether a document marks its tasks with check boxes or with emoji in their place: then a list without them says something else. */
export function usesBoxes(text: string, blocks: readonly Block[]): boolean {
  let boxes = 0;
  let all = 0;
  for (const block of blocks) {
    if (block.type !== 'list') continue;
    all += block.items.length;
    for (const { marker } of block.items) {
      if (isBox(text, marker.end) || mark.test(text.slice(marker.end, marker.end + 8))) boxes++;
    }
  }
  return boxes >= 5 && boxes * 5 >= all * 2;
}
