import * as l10n from '@vscode/l10n';
import { append } from '../../text/append.js';
import type { Problem } from '../../model/problem.js';
import type { Sourced, Status, Task } from '../../model/roadmap.js';
import type { Span } from '../../model/span.js';
import type { SourceText } from '../../text/sourceText.js';
import { plainTitle } from '../plainTitle.js';
import { parseEffort } from '../../values/effort.js';
import { parsePriority } from '../../values/priority.js';
import { parseStatus } from '../../values/status.js';
import { onlyFacts, takeValue, type FactDraft } from '../planFacts.js';
import type { List, ListItem } from './blocks.js';
import { reportConflict } from './conflicts.js';
import { fieldValue } from './fieldValues.js';
import { readInline, type Inline } from './inline.js';
import { readField, type Field } from './outline.js';
import { readTitle, type Title, type TitleGrammar } from './titles.js';
import { fieldName, isFactName, labelRole, saysNoWork } from './vocabulary.js';
import { isAction } from './action.js';

/** A status as it comes down from the group or task above. */
export interface InheritedStatus {
  readonly status: Status;
}

/** What every reader of one document works with. */
export interface Reading {
  readonly source: SourceText;
  readonly grammar: TitleGrammar;
  readonly problems: Problem[];
  /** Whether the document marks its tasks with check boxes. */
  readonly usesBoxes: boolean;
  /** Whether its headings divide the plan into phases, versions, horizons, stretches of time or states. */
  readonly isStaged: boolean;
  /** The items of the list that was read last: it is looked at before it is taken for work. */
  last?: { readonly list: List; readonly items: readonly (Item | undefined)[] };
  /** Plain titles that more than one heading has. */
  readonly repeated: ReadonlySet<string>;
  /** Names before a colon that items of at least three lists begin with: `Why: …`, `What: …`. */
  readonly repeatedNames: ReadonlySet<string>;
  /** Whether most items stand in lists that no sentence introduces: then one that a sentence introduces explains it. */
  readonly isIntroducedApart: boolean;
  /** What headings are called, in plain form. */
  readonly names: () => ReadonlySet<string>;
}

/** The facts fields can state, each with its place. */
export interface FieldFacts extends FactDraft {
  status?: Sourced<Status>;
}

/**
 * Reads the tasks of a list. In a list of check boxes an item without one is a detail, unless it has another mark or an
 * id of its own, or holds check boxes itself.
 */
export function readTasks(reading: Reading, list: List, inherited: InheritedStatus | undefined): Task[] {
  const items = itemsOf(reading, list);
  const boxes = items.some((item) => item?.title.box);
  const tasks: Task[] = [];
  for (const item of items) {
    if (!item || (boxes && !isMarked(item) && !holdsBoxes(reading, item))) continue;
    const below = announced(item);
    for (const list of below ?? []) append(tasks, readTasks(reading, list, inherited));
    if (!below && !isRemark(reading, item)) tasks.push(readTask(reading, item, inherited));
  }
  return tasks;
}

/** The lists below an item that only announces them as work: `Tasks:`. */
function announced({ item, inline, title }: Item): List[] | undefined {
  const field = title.box ? undefined : readField(inline, true);
  if (!field || field.value !== '' || labelRole(field.name) !== 'tasks') return undefined;
  const lists = item.blocks.filter((block) => block.type === 'list');
  return lists.length > 0 ? lists : undefined;
}

/** `Depends on: phase 1`, `Goal: fewer crashes`, `Files:` above a list of them: said of what stands around it. */
function isRemark(reading: Reading, item: Item): boolean {
  const field = item.title.box ? undefined : readField(item.inline, true);
  if (!field) return false;
  // `Performance metrics: add charts` is something to do about them.
  if (labelRole(field.name) === 'metrics' && isAction(field.value)) return false;
  return saysNoWork(field.name) || reading.repeatedNames.has(plainTitle(field.name));
}

/** Whether a check box, another mark or an id says that the item is a task. */
function isMarked({ title }: Item): boolean {
  return title.box || title.status !== undefined || title.id !== undefined;
}

/** Whether check boxes stand right below the item. */
function holdsBoxes({ source: { text } }: Reading, { item }: Item): boolean {
  return item.blocks.some(
    (block) =>
      block.type === 'list' &&
      block.items.some(({ marker, span }) =>
        /^\s{1,4}\[[^\]]{0,2}\]\s/.test(text.slice(marker.end, Math.min(marker.end + 9, span.end))),
      ),
  );
}

/** An item of a list with its title. */
export interface Item {
  readonly item: ListItem;
  readonly inline: Inline;
  readonly title: Title;
}

/** The items of a list, read once however often they are asked for; undefined for one without a title. */
export function itemsOf(reading: Reading, list: List): readonly (Item | undefined)[] {
  if (reading.last?.list === list) return reading.last.items;
  const items = list.items.map((item) => readItem(reading, item));
  reading.last = { list, items };
  return items;
}

function readItem(reading: Reading, item: ListItem): Item | undefined {
  const [first] = item.blocks;
  if (first?.type !== 'paragraph' && first?.type !== 'heading') return undefined;
  const inline = readInline(
    reading.source,
    first.type === 'heading' ? first.content : titleLines(reading, first.lines),
  );
  const title = readTitle(inline, reading.grammar);
  return title.text ? { item, inline, title } : undefined;
}

/** A wrapped item is one title; a line that is a field ends it. */
function titleLines(reading: Reading, lines: readonly Span[]): Span {
  let last = lines[0]!;
  if (lines.length === 1) return last;
  for (const line of lines.slice(1)) {
    const field = readField(readInline(reading.source, line), true);
    if (field && fieldName(field.name)) break;
    last = line;
  }
  return { start: lines[0]!.start, end: last.end };
}

function readTask(reading: Reading, { item, title }: Item, inherited: InheritedStatus | undefined): Task {
  const facts: FieldFacts = { ...title.facts };
  const children: Task[] = [];
  if (title.unknownBox !== undefined) {
    reading.problems.push({
      code: 'unknown-mark',
      severity: 'warning',
      message: l10n.t(
        '[{0}] is no mark that is known here, so "{1}" counts as to do: use [ ] or [x], or say what it means in .roadmap/config.yaml under status.',
        title.unknownBox,
        title.text,
      ),
      ...(title.statusSpan ? { span: title.statusSpan } : {}),
    });
  }
  readItemFields(reading, item, facts);
  reportConflict(reading.problems, title, facts.status);
  const own = title.status ?? facts.status?.value;
  const status = own ?? inherited?.status;
  const below = status === undefined ? undefined : { status };
  for (const block of item.blocks.slice(1)) {
    if (block.type === 'list') append(children, readSubtasks(reading, block, title.box, below));
  }
  const statusSpan = title.statusSpan ?? facts.status?.span;
  const task: { -readonly [Key in keyof Task]: Task[Key] } = {
    kind: 'task',
    // Ids that are not written are derived once the whole plan is read.
    id: title.id?.value ?? '',
    idSource: title.id ? 'explicit' : 'derived',
    title: title.text,
    titleSpan: title.span,
    span: item.span,
    markerSpan: item.marker,
    status: status ?? 'todo',
    statusSource: own ? 'own' : status ? 'inherited' : 'default',
    children,
  };
  if (title.id) task.idSpan = title.id.span;
  if (own && statusSpan) task.statusSpan = statusSpan;
  Object.assign(task, onlyFacts(facts));
  return task;
}

/** Nested items are subtasks, except fields, labelled details, and plain bullets under a check box. */
function readSubtasks(reading: Reading, list: List, underBox: boolean, inherited: InheritedStatus | undefined): Task[] {
  const tasks: Task[] = [];
  const items = list.items.map((item) => readItem(reading, item));
  const boxes = items.some((item) => item?.title.box);
  const steps = underBox && !boxes && areSteps(items);
  if (!boxes && describe(items)) return [];
  for (const item of items) {
    if (!item) continue;
    const field = readField(item.inline, true);
    // A bold name with check boxes below it divides them.
    const divides = field && labelRole(field.name) === 'heading' && holdsBoxes(reading, item);
    if (
      field &&
      !item.title.box &&
      !divides &&
      (fieldName(field.name) || isFactName(field.name) || isDetail(field, item))
    ) {
      if (!field.value && labelRole(field.name) === 'tasks') {
        for (const block of item.item.blocks.slice(1)) {
          if (block.type === 'list') append(tasks, readTasks(reading, block, inherited));
        }
      }
      continue;
    }
    if (isMarked(item) || (!boxes && (!underBox || steps)) || holdsBoxes(reading, item))
      tasks.push(readTask(reading, item, inherited));
  }
  return tasks;
}

/** `Fields: name, phone` beside `Acceptance criteria: …`: names and values alone, one of which tells of the work above. */
function describe(items: readonly (Item | undefined)[]): boolean {
  const roles = items.map((item) => {
    const field = item && readField(item.inline, true);
    return field && (fieldName(field.name) ? 'heading' : labelRole(field.name));
  });
  if (roles.length < 2 || roles.some((role) => role === undefined || role === 'tasks')) return false;
  return roles.some((role) => role !== 'heading');
}

/** Under a check box, bullets that name something to do are its steps; others explain it. */
function areSteps(items: readonly (Item | undefined)[]): boolean {
  const plain = items.filter((item) => item !== undefined && !readField(item.inline, true));
  return plain.length > 0 && plain.filter((item) => isAction(item!.title.text)).length * 2 >= plain.length;
}

/** `**Mitigation:** …`, `Files: …`: named in bold or by a known label, so no work of its own. */
function isDetail(field: Field, item: Item): boolean {
  return item.inline.bold.length > 0 || labelRole(field.name) !== 'heading';
}

/** Fields in the lines below an item's title and in its nested bullets. */
function readItemFields(reading: Reading, item: ListItem, facts: FieldFacts): void {
  const take = (line: Span | undefined) => {
    if (!line || !reading.source.text.slice(line.start, line.end).includes(':')) return;
    const field = readField(readInline(reading.source, line), true);
    if (field) takeField(reading, field, facts);
  };
  item.blocks.forEach((block, index) => {
    if (block.type === 'paragraph') {
      for (let line = index === 0 ? 1 : 0; line < block.lines.length; line++) take(block.lines[line]);
    } else if (block.type === 'list') {
      for (const nested of block.items) {
        const [head] = nested.blocks;
        if (head?.type === 'paragraph') take(head.lines[0]);
      }
    }
  });
}

/** Takes a field's value into the facts, if it is one that is known and says something; the first one counts. */
export function takeField(reading: Reading, field: Field, facts: FieldFacts): void {
  const span = field.valueSpan;
  const name = fieldName(field.name);
  switch (name) {
    case 'priority': {
      const value = parsePriority(field.value);
      if (value) facts.priority ??= { value, span };
      break;
    }
    case 'effort': {
      const value = parseEffort(field.value);
      if (value) facts.effort ??= { text: field.value, minDays: value.minDays, maxDays: value.maxDays, span };
      break;
    }
    case 'status': {
      const value = parseStatus(field.value, reading.grammar.marks);
      if (value) facts.status ??= { value, span };
      break;
    }
    default:
      if (name) takeValue(facts, name, fieldValue(field));
  }
}
