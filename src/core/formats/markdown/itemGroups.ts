import type { Group, Task } from '../../model/roadmap.js';
import { parseWindow } from '../../values/window.js';
import { groupKind, readTiming } from '../groupTitle.js';
import { plainTitle } from '../plainTitle.js';
import type { List, ListItem } from './blocks.js';
import { readInline } from './inline.js';
import { isBoxList } from './boxes.js';
import { readTasks, type InheritedStatus, type Reading } from './tasks.js';
import { readTitle } from './titles.js';

/** `Phase 1`, `Version Beta`, `Sprint 2`, `Meilenstein 3` */
const grouping =
  /^(?:phase|stage|sprint|iteration|milestone|version|release|quarter|month|week|epic|meilenstein|etappe|fase|etapa|hito|marco|sprint|jalon|[eé]tape|этап|фаза|веха|етап|阶段|里程碑|第.{1,3}阶段|フェーズ|단계)(?:\s|\d|$|[:：])/u;
const mayGroup =
  /\d|phase|stage|sprint|iteration|milestone|version|release|quarter|month|week|epic|meilenstein|etappe|fase|etapa|hito|marco|jalon|[eé]tape|этап|фаза|веха|етап|阶段|里程碑|フェーズ|단계/iu;
/** Quarters as French, Spanish, Italian and Russian write them: `T2 2024`, `кв. 2 2025`. */
const quarter = /(?:^|[\s(])T[1-4]\s20\d\d|(?:^|[\s(])[1-4]\s?кв/u;

/** Reads a list of the plan. Items without a check box that name a phase, and have items below them, are groups. */
export function readItems(reading: Reading, list: List, inherited: InheritedStatus | undefined): (Group | Task)[] {
  const groups = isBoxList(reading.source.text, list)
    ? []
    : list.items.map((item) => groupOf(reading, item, inherited));
  if (!groups.some(Boolean)) return readTasks(reading, list, inherited);
  return list.items.flatMap<Group | Task>(
    (item, index) => groups[index] ?? readTasks(reading, { ...list, items: [item] }, inherited),
  );
}

function groupOf(reading: Reading, item: ListItem, inherited: InheritedStatus | undefined): Group | undefined {
  const [first, ...rest] = item.blocks;
  const lists = rest.filter((block) => block.type === 'list');
  if (first?.type !== 'paragraph' || lists.length === 0) return undefined;
  const [line] = first.lines;
  // A name of a phase or a stretch of time holds a number or one of few words; most items hold neither.
  if (!mayGroup.test(reading.source.text.slice(line!.start, line!.end))) return undefined;
  const inline = readInline(reading.source, line!);
  const title = readTitle(inline, reading.grammar, 'group');
  if (!title.text || title.box || title.id) return undefined;
  const { text } = title;
  if (!grouping.test(plainTitle(text)) && !quarter.test(text) && !calendar(text)) return undefined;
  const own = title.status ? { status: title.status } : inherited;
  const children = lists.flatMap((list) => readTasks(reading, list, own));
  if (children.length === 0) return undefined;
  const at = inline.read.text.indexOf(text);
  const timing = readTiming(text, (from, to) => inline.read.sourceSpan(at + from, at + to), false);
  return {
    id: '',
    kind: groupKind(text, undefined, timing.window, children, reading.grammar.marks),
    title: text,
    titleSpan: title.span,
    name: timing.name,
    span: item.span,
    markerSpan: item.marker,
    ...title.facts,
    ...(timing.window ? { window: timing.window } : {}),
    ...(title.status && title.statusSpan ? { ownStatus: { value: title.status, span: title.statusSpan } } : {}),
    outcomes: [],
    children,
  };
}

/** A window that is the whole name, or stands behind it in brackets. */
function calendar(text: string): boolean {
  const window = parseWindow(text);
  if (!window || window.length) return false;
  return window.start === 0 || (text[window.start - 1] === '(' && window.year !== undefined);
}
