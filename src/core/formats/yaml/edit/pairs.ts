import type { TextEdit } from '../../../model/edit.js';
import { breakAt, insertLines, lineStart, nextLine } from '../../edit/lines.js';
import { scalar } from './scalars.js';
import type { Item, Layout, MapPart } from './layout.js';
import type { Survey } from './survey.js';

/** Putting keys among others, in blocks and between brackets. */

/** A key with its value as it is to be written. */
export interface NewPair {
  readonly key: string;
  /** As it stands behind the colon. */
  readonly value: string;
}

/** An edit that adds a key to others; undefined where these stand in a form that takes none. */
export function insertPair(layout: Layout, map: MapPart, pair: NewPair, survey: Survey): TextEdit | undefined {
  const { text } = layout;
  const [first] = map.items;
  if (!first) {
    if (!map.flow) return undefined;
    const blank = /^\s*$/.test(text.slice(map.start + 1, map.end - 1));
    const inside = `${layout.json ? '' : ' '}${pairText(layout, pair, true)}${layout.json ? '' : ' '}`;
    return blank ? { span: { start: map.start + 1, end: map.end - 1 }, newText: inside } : undefined;
  }
  const after = placeOf(map, pair.key, survey);
  if (map.flow) {
    const written = pairText(layout, pair, true, first);
    if (!after) return { span: at(first.start), newText: `${written},${gapOf(text, map)}` };
    return { span: at(after.end), newText: `,${gapOf(text, map)}${written}` };
  }
  const indent = indentOf(text, first);
  if (indent === undefined) return undefined;
  const written = pairText(layout, pair, false);
  if (!after) return { span: at(first.start), newText: `${written}${breakAt(text, first.start)}${indent}` };
  return insertLines(text, nextLine(text, after.end), [indent + written]);
}

function at(offset: number) {
  return { start: offset, end: offset };
}

export function pairText(layout: Layout, { key, value }: NewPair, flow: boolean, like?: Item): string {
  const style = like?.key?.style;
  const written = scalar(layout, key, { flow, ...(style ? { style } : {}) });
  const between =
    like?.key && like.value && !/[\r\n]/.test(layout.text.slice(like.behind, like.value.start))
      ? layout.text.slice(like.key.end, like.behind) +
        /^[ \t]*/.exec(layout.text.slice(like.behind, like.value.start))![0]
      : ': ';
  return `${written}${value === '' ? between.trimEnd() : between}${value}`;
}

/** Behind which key another one is put: as elsewhere in the file, else behind the last that has a text and stands before lists. */
function placeOf({ items }: MapPart, key: string, { follows }: Survey): Item | undefined {
  if (follows.has(key)) {
    const before = follows.get(key);
    if (before === undefined) return undefined;
    const found = items.find((item) => item.key?.value === before);
    if (found && (!found.value || found.value.kind === 'text') && !isBlock(found)) return found;
  }
  const long = items.findIndex(({ value }) => value && value.kind !== 'text');
  const short = (long < 0 ? items : items.slice(0, long)).filter((item) => !isBlock(item));
  // A key without a value takes what stands below it.
  return (
    [...short].reverse().find(({ value }) => value) ??
    [...items].reverse().find((item) => item.value && !isBlock(item)) ??
    items.at(-1)
  );
}

function isBlock({ value }: Item): boolean {
  return value?.kind === 'text' && value.style === 'block';
}

/** What stands before a key in its line, as blanks; undefined where that may be more than dashes. */
export function indentOf(text: string, { start }: Pick<Item, 'start'>): string | undefined {
  const lead = text.slice(lineStart(text, start), start);
  return /^[ \t-]*$/.test(lead) ? lead.replaceAll('-', ' ') : undefined;
}

/** What sets items between brackets apart behind the comma: a blank, or a line break with its indent. */
export function gapOf(text: string, part: { readonly items: readonly Item[]; readonly start: number }): string {
  const [first, second] = part.items;
  if (!first) return ' ';
  const lead = lineLead(text, first.start);
  if (lead !== undefined) return breakAt(text, first.start) + lead;
  if (!second) return ' ';
  return /,([ \t]*)$/.exec(text.slice(first.end, second.start))?.[1] ?? ' ';
}

/** The blanks before a place, where nothing else stands before it in its line. */
export function lineLead(text: string, offset: number): string | undefined {
  const lead = text.slice(lineStart(text, offset), offset);
  return /^[ \t]*$/.test(lead) ? lead : undefined;
}
