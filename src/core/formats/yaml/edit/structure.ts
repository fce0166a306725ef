import type { Change, TaskPlace, TextEdit } from '../../../model/edit.js';
import { groupsOf, taskById, type Group, type Roadmap, type Task } from '../../../model/roadmap.js';
import { tasksByIds } from '../../edit/find.js';
import { breakAt, insertLines, nextLine } from '../../edit/lines.js';
import type { Item, Layout } from './layout.js';
import { gapOf, indentOf, insertPair, lineLead, pairText, type NewPair } from './pairs.js';
import { linesOfItem, removal } from './removal.js';
import { scalar } from './scalars.js';
import { keyed, statusKey as statusKeyOf } from './setValue.js';
import { statusTexts } from './statusTexts.js';
import { column, holderOf, keyOf, type Survey } from './survey.js';
import { plainKey } from '../shapes/keys.js';

/** Adding, moving and removing tasks. */

/** Tasks to be put somewhere, written for the place they get. */
interface Entries {
  /** Whole lines between which others stand, without breaks; undefined where they cannot stand there. */
  lines(indent: string, kind: 'list' | 'map'): readonly string[] | undefined;
  /** Between brackets; `lead` stands before lines of their own. */
  inline(lead: string | undefined, kind: 'list' | 'map'): readonly string[] | undefined;
}

export function* remove(layout: Layout, roadmap: Roadmap, ids: readonly string[]): Generator<TextEdit[]> {
  const items = itemsOf(layout, tasksByIds(roadmap, ids));
  if (!items) return;
  yield removal(layout, items);
  // The only one below a key: the key goes with it.
  const keys = items.flatMap(({ parent, above }) =>
    above?.key && parent.items.every((item) => items.includes(item)) ? [above] : [],
  );
  if (keys.length > 0)
    yield removal(layout, [...new Set(items.map((item) => keys.find((key) => key === item.above) ?? item))]);
}

export function* add(
  layout: Layout,
  roadmap: Roadmap,
  { title, place }: Extract<Change, { kind: 'add' }>,
  survey: Survey,
): Generator<TextEdit[]> {
  for (const form of formsOf(layout, roadmap, place)) {
    for (const stated of [false, true]) {
      if (form === 'text' && stated) continue;
      yield* put(layout, roadmap, place, newEntry(layout, survey, title.trim(), form, stated), survey);
    }
  }
}

export function* move(
  layout: Layout,
  roadmap: Roadmap,
  { tasks, place }: Extract<Change, { kind: 'move' }>,
  survey: Survey,
): Generator<TextEdit[]> {
  const items = itemsOf(layout, tasksByIds(roadmap, tasks));
  if (!items) return;
  const cut = removal(layout, items);
  for (const edits of put(layout, roadmap, place, movedEntries(layout, items), survey)) yield [...edits, ...cut];
}

function itemsOf(layout: Layout, tasks: readonly Task[]): readonly Item[] | undefined {
  const items = tasks.flatMap((task) => holderOf(layout, task)?.item ?? []);
  return items.length === tasks.length && items.length > 0 ? items : undefined;
}

type EntryForm = 'text' | 'keys';

/** In which forms a new task may stand at a place: as its neighbours do, then otherwise. */
function formsOf(layout: Layout, roadmap: Roadmap, place: TaskPlace): readonly EntryForm[] {
  const node = 'after' in place ? undefined : nodeOf(roadmap, place);
  const like =
    'after' in place ? taskById(roadmap, place.after) : ((node && lastTask(node)) ?? exampleBelow(roadmap, node));
  const model = like ?? (node?.kind === 'task' ? node : undefined);
  const holder = model && holderOf(layout, model);
  return holder?.map ? ['keys', 'text'] : ['text', 'keys'];
}

function lastTask({ children }: { readonly children: readonly (Group | Task)[] }): Task | undefined {
  return [...children].reverse().find((child) => child.kind === 'task');
}

/** Another task that stands below such a node. */
function exampleBelow(roadmap: Roadmap, node: Group | Task | undefined): Task | undefined {
  if (node?.kind === 'task') {
    const find = (nodes: readonly (Group | Task)[]): Task | undefined => {
      for (const one of nodes) {
        const [child] = one.children;
        const found = one.kind === 'task' && child?.kind === 'task' ? child : find(one.children);
        if (found) return found;
      }
      return undefined;
    };
    return find(roadmap.children);
  }
  for (const { group } of groupsOf(roadmap))
    for (const child of group.children) if (child.kind === 'task') return child;
  return undefined;
}

function nodeOf(
  roadmap: Roadmap,
  place: { readonly under: string } | { readonly into: string },
): Group | Task | undefined {
  if ('under' in place) return taskById(roadmap, place.under);
  for (const { group } of groupsOf(roadmap)) if (group.id === place.into) return group;
  return undefined;
}

function newEntry(layout: Layout, survey: Survey, title: string, form: EntryForm, stated: boolean): Entries {
  const statusKey = statusKeyOf(survey);
  const [status] = statusTexts(survey, 'todo', plainKey(statusKey), undefined);
  const says = form === 'keys' && (stated || survey.keys.has('status')) && status !== undefined;
  const pairs = (flow: boolean): NewPair[] => [
    {
      key: keyOf(survey, 'title'),
      value: scalar(layout, title, { flow, ...quotesOf(layout, keyOf(survey, 'title')) }),
    },
    ...(says
      ? [
          {
            key: statusKey,
            value: scalar(layout, status.value, {
              flow,
              ...(status.typed ? { typed: true } : {}),
              ...quotesOf(layout, statusKey),
            }),
          },
        ]
      : []),
  ];
  const named = (flow: boolean): string[] => {
    const key = scalar(layout, title, { flow });
    const value = status ? scalar(layout, status.value, { flow, ...(status.typed ? { typed: true } : {}) }) : '';
    return form === 'text' ? [`${key}: ${value}`] : [`${key}:`, `${statusKey}: ${value}`];
  };
  return {
    lines: (indent, kind) => {
      if (kind === 'map') return named(false).map((line, index) => `${indent}${' '.repeat(2 * index)}${line}`);
      if (form === 'text') return [`${indent}- ${scalar(layout, title, { flow: false })}`];
      return pairs(false).map((pair, index) => `${indent}${index === 0 ? '- ' : '  '}${pairText(layout, pair, false)}`);
    },
    inline: (lead, kind) => {
      if (kind === 'map') return form === 'text' ? named(true) : [`${named(true)[0]!} { ${named(true)[1]!} }`];
      if (form === 'text') return [scalar(layout, title, { flow: true })];
      const texts = pairs(true).map((pair) => pairText(layout, pair, true));
      if (lead === undefined) return [`{ ${texts.join(', ')} }`];
      const { indent, br } = stepIn(layout, lead);
      return [`{${br}${texts.map((text) => lead + indent + text).join(`,${br}`)}${br}${lead}}`];
    },
  };
}

/** The quotes that texts below a key have in the file. */
function quotesOf({ items }: Layout, key: string) {
  for (const item of items.values()) {
    if (item.key?.value === key && item.value?.kind === 'text')
      return item.value.style === 'double' || item.value.style === 'single' ? { style: item.value.style } : {};
  }
  return {};
}

/** How far JSON stands in at each level, and how its lines end. */
function stepIn({ text }: Layout, lead: string): { readonly indent: string; readonly br: string } {
  const br = breakAt(text, 0);
  return {
    indent: lead.startsWith('\t') || /^[[{]\s*\n\t/.test(text) ? '\t' : /^[[{]\r?\n {4}\S/.test(text) ? '    ' : '  ',
    br,
  };
}

function movedEntries(layout: Layout, items: readonly Item[]): Entries {
  const { text } = layout;
  return {
    lines: (indent, kind) => {
      const all: string[] = [];
      for (const item of items) {
        if (item.parent.kind !== kind) return undefined;
        if (item.parent.flow) {
          const source = text.slice(item.start, item.end);
          if (/[\r\n]/.test(source)) return undefined;
          all.push(`${indent}${kind === 'list' ? '- ' : ''}${source}`);
          continue;
        }
        const { start, end } = linesOfItem(layout, item);
        if (lineLead(text, item.start) === undefined) return undefined;
        const lines = text.slice(start, end).split(/\r\n|\r|\n/);
        if (lines.at(-1) === '') lines.pop();
        const from = column(text, item.start);
        for (const line of lines) {
          const blank = /^[ ]*/.exec(line)![0].length;
          // Lines that stand further out than the entry are comments, or go on with a text.
          all.push(blank === line.length ? line : indent + ' '.repeat(Math.max(0, blank - from)) + line.slice(blank));
        }
      }
      return all;
    },
    inline: (lead, kind) => {
      const all: string[] = [];
      for (const item of items) {
        if (item.parent.kind !== kind) return undefined;
        const from = item.parent.flow ? item.start : (item.value?.start ?? item.start);
        const source = text.slice(kind === 'list' ? from : item.start, item.end);
        if (!item.parent.flow && (/[\r\n]/.test(source) || item.value?.kind === 'map')) return undefined;
        const old = lineLead(text, item.start);
        all.push(
          lead === undefined || old === undefined
            ? source
            : source.replace(
                /(\r\n|\r|\n)([ \t]*)/g,
                (_, br: string, blank: string) => br + (blank.startsWith(old) ? lead + blank.slice(old.length) : blank),
              ),
        );
      }
      return all;
    },
  };
}

/** The ways to put entries at a place. */
function* put(
  layout: Layout,
  roadmap: Roadmap,
  place: TaskPlace,
  entries: Entries,
  survey: Survey,
): Generator<TextEdit[]> {
  if ('after' in place) {
    const task = taskById(roadmap, place.after);
    const holder = task && holderOf(layout, task);
    const edit = holder && insertBehind(layout, holder.item, entries);
    if (edit) yield [edit];
    return;
  }
  const node = nodeOf(roadmap, place);
  if (!node) return;
  const last = lastTask(node);
  const behind = last && holderOf(layout, last);
  if (behind) {
    const edit = insertBehind(layout, behind.item, entries);
    if (edit) yield [edit];
    return;
  }
  yield* first(layout, node, entries, survey);
}

function insertBehind(layout: Layout, item: Item, entries: Entries): TextEdit | undefined {
  const { text } = layout;
  const { parent } = item;
  if (parent.flow) {
    const lead = lineLead(text, item.start);
    const texts = entries.inline(lead, parent.kind);
    const gap = lead === undefined ? gapOf(text, parent) : breakAt(text, item.start) + lead;
    return texts && { span: at(item.end), newText: texts.map((one) => `,${gap}${one}`).join('') };
  }
  const lead = indentOf(text, item) ?? '';
  const lines = entries.lines(lead, parent.kind);
  return lines && insertLines(text, nextLine(text, item.end), lines);
}

function at(offset: number) {
  return { start: offset, end: offset };
}

/** As the first entry below a node: in an empty list, behind an empty key, or below a new key. */
function* first(layout: Layout, node: Group | Task, entries: Entries, survey: Survey): Generator<TextEdit[]> {
  const { text } = layout;
  const holder = node.kind === 'task' ? holderOf(layout, node) : undefined;
  const item = holder?.item ?? layout.items.get(node.markerSpan.start);
  if (!item) return;
  const map = node.kind === 'task' ? holder?.map : item.value?.kind === 'map' ? item.value : undefined;
  const key = keyOf(survey, 'children');
  const names = [...new Set([key, 'tasks', 'subtasks'])];
  const below = map
    ? map.items.filter((one) => one.key && names.includes(one.key.value))
    : item.value?.kind === 'list' || !item.value
      ? [item]
      : [];
  for (const one of below) {
    const edit = fillEmpty(layout, one, entries, survey);
    if (edit) yield [edit];
  }
  if (below.length > 0) return;
  for (const name of names) {
    if (map?.flow) {
      const lead = map.items[0] && lineLead(text, map.items[0].start);
      const list = flowList(layout, lead, entries);
      const edit = list === undefined ? undefined : insertPair(layout, map, { key: name, value: list }, survey);
      if (edit) yield [edit];
    } else if (map) {
      const start = map.items[0];
      // Its own tasks stand before the parts it is divided into.
      const parts = map.items.find(({ start: from, end }) => {
        const [child] = node.children;
        return child !== undefined && from <= child.span.start && child.span.start <= end;
      });
      const last = parts ? map.items[parts.index - 1] : map.items.at(-1);
      const indent = start && indentOf(text, start);
      const lines = indent === undefined ? undefined : entries.lines(indent + ' '.repeat(survey.step), 'list');
      if (last && indent !== undefined && lines)
        yield [
          insertLines(text, nextLine(text, last.end), [
            `${indent}${pairText(layout, { key: name, value: '' }, false)}`,
            ...lines,
          ]),
        ];
    } else if (holder) yield* belowText(layout, holder, name, entries, survey);
  }
}

/** A task that is a text becomes keys, so that others can stand below it. */
function* belowText(
  layout: Layout,
  holder: NonNullable<ReturnType<typeof holderOf>>,
  name: string,
  entries: Entries,
  survey: Survey,
): Generator<TextEdit[]> {
  const { text } = layout;
  const { item, whole } = holder;
  if (!whole || item.key) return;
  if (item.parent.flow) {
    const list = flowList(layout, undefined, entries);
    const edit = list === undefined ? undefined : keyed(layout, survey, holder, [{ key: name, value: list }]);
    if (edit) yield [edit];
    return;
  }
  const lead = lineLead(text, item.start);
  if (lead === undefined) return;
  const indent = lead + ' '.repeat(whole.start - item.start);
  const lines = entries.lines(indent + ' '.repeat(survey.step), 'list');
  const edit = keyed(layout, survey, holder, []);
  if (lines && edit) yield [edit, insertLines(text, nextLine(text, item.end), [`${indent}${name}:`, ...lines])];
}

/** Puts entries in an empty list, or where one could stand. */
function fillEmpty(layout: Layout, item: Item, entries: Entries, survey: Survey): TextEdit | undefined {
  const { text } = layout;
  const { value } = item;
  if (
    value &&
    (value.kind === 'text'
      ? value.value !== '' && value.value !== 'null' && value.value !== '~'
      : value.items.length > 0)
  )
    return undefined;
  const inFlow = item.parent.flow;
  const lead = lineLead(text, item.start) ?? (inFlow ? undefined : indentOf(text, item));
  if (inFlow) {
    const list = flowList(layout, lead, entries);
    if (list === undefined) return undefined;
    return value
      ? { span: { start: value.start, end: value.end }, newText: list }
      : { span: at(item.behind), newText: ` ${list}` };
  }
  const lines = lead === undefined ? undefined : entries.lines(lead + ' '.repeat(survey.step), 'list');
  if (!lines) return undefined;
  const br = breakAt(text, item.start);
  if (!value) return insertLines(text, nextLine(text, item.behind), lines);
  // What stands behind the brackets is a comment to the key, and goes on being one.
  const end = nextLine(text, value.end);
  const rest = text.slice(value.end, end).replace(/[\r\n]+$/, '');
  const open = !/[\r\n]$/.test(text.slice(value.end, end));
  const newText = `${rest.trim() === '' ? '' : ` ${rest.trim()}`}${br}${lines.join(br)}${open ? '' : br}`;
  return { span: { start: item.behind, end }, newText };
}

/** A list between brackets: on lines of its own where its key stands on one. */
function flowList(layout: Layout, lead: string | undefined, entries: Entries): string | undefined {
  if (lead === undefined) {
    const texts = entries.inline(undefined, 'list');
    return texts && `[${texts.join(', ')}]`;
  }
  const { indent, br } = stepIn(layout, lead);
  const texts = entries.inline(lead + indent, 'list');
  return texts && `[${br}${texts.map((one) => lead + indent + one).join(`,${br}`)}${br}${lead}]`;
}
