import type { List } from './blocks.js';
import { isBoxList } from './boxes.js';
import { isAction } from './action.js';
import { readInline } from './inline.js';
import { readField } from './outline.js';
import type { Reading } from './tasks.js';
import { readTitle } from './titles.js';
import { fieldName, isFactName } from './vocabulary.js';

/** What the items of a list have in common, and so whether they are work. */

/** Whether most items of a list are marked as done, started or to do: by check boxes or by emoji. */
export function isMarkedList(reading: Reading, list: List): boolean {
  if (isBoxList(reading.source.text, list)) return true;
  const marked = list.items.filter((item) => {
    const [first] = item.blocks;
    return (
      first?.type === 'paragraph' &&
      readTitle(readInline(reading.source, first.lines[0]!), reading.grammar).status !== undefined
    );
  });
  return marked.length > 0 && marked.length * 2 >= list.items.length;
}

/** A list whose items are all `Name: value` is the facts of one thing, where some of the names are known ones. */
export function isRecord(reading: Reading, list: List): boolean {
  if (list.items.length < 2 || isBoxList(reading.source.text, list)) return false;
  let known = 0;
  for (const item of list.items) {
    const [first] = item.blocks;
    if (first?.type !== 'paragraph') return false;
    const field = readField(readInline(reading.source, first.lines[0]!), true);
    if (!field) return false;
    if (fieldName(field.name) || isFactName(field.name)) known++;
  }
  return known * 2 >= list.items.length;
}

/** `≥5 sign-ups`, `38 motion blocks`, `99.9% uptime` */
const quantity =
  /^(?:[≥≤<>~=±]\s?\S|[$€£]\d|\d{1,9}(?:[.,]\d{1,6})?(?:[-–]\d{1,9})?(?:%|[+kKM]{1,2}(?!\p{L}))|\d{1,9}(?:[-–]\d{1,9})?\s\p{L})/u;
/** Words that open a question. */
const asks =
  /^(?:what|where|when|why|how|who|which|would|will|does|do|did|is|are|should|can|could|was|wie|warum|wo|wann|soll|¿|quoi|pourquoi|comment|est-ce|что|как|почему|нужно ли|чи|як|чому|为什么|如何|是否)(?![\p{L}])/iu;

/** Whether the items of a list count or ask instead of naming work. */
export function isNoWork(reading: Reading, list: List): boolean {
  const titles = titlesOf(reading, list);
  if (titles.length === 0) return false;
  const asked = titles.filter((title) => /[?？]$/.test(title) && asks.test(title)).length;
  if (asked === titles.length) return true;
  const counted = titles.filter((title) => quantity.test(title)).length;
  return titles.length >= 2 && counted * 3 >= titles.length * 2;
}

/** Whether at least half the items of a list name something to do. */
export function namesActions(reading: Reading, list: List): boolean {
  const titles = titlesOf(reading, list);
  return titles.length > 0 && titles.filter(isAction).length * 2 >= titles.length;
}

/** Titles of those items that are no fields. */
function titlesOf(reading: Reading, list: List): string[] {
  const titles: string[] = [];
  for (const item of list.items) {
    const [first] = item.blocks;
    if (first?.type !== 'paragraph') continue;
    const inline = readInline(reading.source, first.lines[0]!);
    const field = readField(inline, true);
    if (field && (fieldName(field.name) || isFactName(field.name))) continue;
    const { text } = readTitle(inline, reading.grammar);
    if (text) titles.push(text);
  }
  return titles;
}
