import type { List } from './blocks.js';
import { isBoxList } from './boxes.js';
import { isAction } from './action.js';
import { readInline } from './inline.js';
import { readField } from './outline.js';
import { itemsOf, type Reading } from './tasks.js';
import { plainTitle } from '../plainTitle.js';
import { fieldName, isFactName, labelRole, saysNoWork } from './vocabulary.js';

/** What the items of a list have in common, and so whether they are work. */

/** Whether most items of a list are marked as done, started or to do: by check boxes or by emoji. */
export function isMarkedList(reading: Reading, list: List): boolean {
  if (isBoxList(reading.source.text, list)) return true;
  const marked = itemsOf(reading, list).filter((item) => item?.title.status !== undefined);
  return marked.length > 0 && marked.length * 2 >= list.items.length;
}

/** A list whose items are all `Name: value` is the facts of one thing, where some of the names are known ones. */
export function isRecord(reading: Reading, list: List): boolean {
  if (list.items.length < 2 || isBoxList(reading.source.text, list)) return false;
  let known = 0;
  let described = 0;
  for (const item of list.items) {
    const [first] = item.blocks;
    if (first?.type !== 'paragraph') return false;
    const field = readField(readInline(reading.source, first.lines[0]!), true);
    if (!field) return false;
    if (fieldName(field.name) || isFactName(field.name) || reading.repeatedNames.has(plainTitle(field.name))) known++;
    else if (saysNoWork(field.name) && !(labelRole(field.name) === 'metrics' && isAction(field.value))) described++;
  }
  // Names that only describe are as often those of areas of work: all of them have to.
  return known * 2 >= list.items.length || (described > 0 && known + described === list.items.length);
}

/** `≥5 sign-ups`, `38 motion blocks`, `99.9% uptime` */
const quantity =
  /^(?:[≥≤<>~=±]\s?\S|[$€£]\d|\d{1,9}(?:[.,]\d{1,6}){0,4}(?:[-–]\d{1,9})?\s?(?:%|(?:[+kKM]{1,2}|[nmμµ]?s|ms|[KMG]i?B)(?!\p{L}))|\d{1,9}(?:[-–]\d{1,9})?\s\p{L})/u;
/** Words that open a question. */
const asks =
  /^(?:what|where|when|why|how|who|which|would|will|does|do|did|is|are|should|can|could|was|wie|warum|wo|wann|soll|¿|quoi|pourquoi|comment|est-ce|что|как|почему|нужно ли|чи|як|чому|为什么|如何|是否)(?![\p{L}])/iu;

/** Whether the items of a list lead elsewhere in the documents: a table of contents, a list of pages. */
function isContents(reading: Reading, list: List): boolean {
  return itemsOf(reading, list).every((item) => {
    const [link] = item?.inline.links ?? [];
    const length = item?.inline.read.text.trimEnd().length ?? 0;
    return link !== undefined && link.start <= 2 && link.end >= length - 2 && isNear(link.url);
  });
}

function isNear(url: string): boolean {
  return url.startsWith('#') || (!url.includes('://') && /\.(?:md|markdown|html?)(?:#|$)/i.test(url));
}

/** Whether most items of a list begin with a piece of code: paths, identifiers and commands are named, not worked on, where others say what is to be done. */
function areNames(reading: Reading, list: List): boolean {
  const { text } = reading.source;
  const named = list.items.filter(
    ({ marker, blocks }) =>
      /^\s{1,4}(?:\*\*)?`/.test(text.slice(marker.end, marker.end + 8)) &&
      !blocks.some((block) => block.type === 'list' && isBoxList(text, block)),
  );
  return named.length >= 2 && named.length * 3 >= list.items.length * 2;
}

/**
 * Whether the items of a list count, ask or lead elsewhere instead of naming work. `namesWork`: what stands above says that
 * they are work, so that those that begin with code are as well.
 */
export function isNoWork(reading: Reading, list: List, namesWork = false): boolean {
  if (isContents(reading, list)) return true;
  if (!namesWork && (reading.usesBoxes || reading.isStaged) && areNames(reading, list)) return true;
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
  return itemsOf(reading, list).flatMap((item) => {
    const field = item && readField(item.inline, true);
    return !item || (field && (fieldName(field.name) || isFactName(field.name))) ? [] : [item.title.text];
  });
}
