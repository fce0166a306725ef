import type { Block, List } from './blocks.js';

/** One character at most: `[UI]` and `[P1]` say something else. */
const box = /^\s{0,4}\[\s?\S?\ufe0f?\s?\]\s/u;
/** Emoji that stand for check boxes where a document has none. */
const mark = /^\s{0,4}[✅✔☑☐🔄⏳🚧❌🔲⬜]/u;

/** Whether any item of a list has a check box. */
export function isBoxList(text: string, list: List): boolean {
  return list.items.some(({ marker }) => box.test(text.slice(marker.end, marker.end + 12)));
}

/** Whether a document marks its tasks with check boxes or with emoji in their place: then a list without them says something else. */
export function usesBoxes(text: string, blocks: readonly Block[]): boolean {
  let boxes = 0;
  let all = 0;
  for (const block of blocks) {
    if (block.type !== 'list') continue;
    all += block.items.length;
    for (const { marker } of block.items) {
      const head = text.slice(marker.end, marker.end + 12);
      if (box.test(head) || mark.test(head)) boxes++;
    }
  }
  return boxes >= 5 && boxes * 5 >= all * 2;
}
