import type { Block, List } from './blocks.js';
import { isAction } from './action.js';
import { readInline } from './inline.js';
import { readField } from './outline.js';
import type { Reading } from './tasks.js';
import { readTitle } from './titles.js';
import { fieldName } from './vocabulary.js';

/** What the items of a list have in common, and so whether they are work. */

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

/** Names of facts about a project or an entry of a record. */
const factName =
  /^(?:versions?|licen[sc]e|repository|repo|authors?|maintainers?|website|homepage|url|contact|e-?mail|downloads|languages?|engine|platforms?|bundle size|contributions?|created|updated|last updated|id|title|description|notes?|date|due|depends on|dependencies|t[ií]tulo|titolo|titel|descri[cç][aã]o|descrizione|beschreibung|descripci[oó]n|dipendenze|obiettivo|objetivo|ziel|output|note|stima|data .{1,20}|goal|scope)$/i;

/** A list whose items are all `Name: value` is the facts of one thing, where some of the names are known ones. */
export function isRecord(reading: Reading, list: List): boolean {
  if (list.items.length < 2 || isBoxList(reading.source.text, list)) return false;
  let known = 0;
  for (const item of list.items) {
    const [first] = item.blocks;
    if (first?.type !== 'paragraph') return false;
    const field = readField(readInline(reading.source, first.lines[0]!), true);
    if (!field) return false;
    if (fieldName(field.name) || factName.test(field.name)) known++;
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
    if (field && (fieldName(field.name) || factName.test(field.name))) continue;
    const { text } = readTitle(inline, reading.grammar);
    if (text) titles.push(text);
  }
  return titles;
}
