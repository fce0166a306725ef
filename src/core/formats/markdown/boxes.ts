import type { Block, List } from './blocks.js';

const box = /^\s{0,4}\[[^\]]{0,2}\]\s/;

/** Whether any item of a list has a check box. */
export function isBoxList(text: string, list: List): boolean {
  return list.items.some(({ marker }) => box.test(text.slice(marker.end, marker.end + 12)));
}

/** Whether a document marks its tasks with check boxes: then a list without them says something else. */
export function usesBoxes(text: string, blocks: readonly Block[]): boolean {
  let boxes = 0;
  let all = 0;
  for (const block of blocks) {
    if (block.type !== 'list') continue;
    all += block.items.length;
    for (const { marker } of block.items) if (box.test(text.slice(marker.end, marker.end + 12))) boxes++;
  }
  return boxes >= 5 && boxes * 5 >= all * 2;
}
