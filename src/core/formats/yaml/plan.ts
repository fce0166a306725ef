import * as l10n from '@vscode/l10n';
import type { Group, GroupKind, Sourced, Status, Task } from '../../model/roadmap.js';
import type { Span } from '../../model/span.js';
import { append } from '../../text/append.js';
import { parseStatus, statusAt, statusOfWord } from '../../values/status.js';
import { parseTarget } from '../../values/target.js';
import { trimmed } from '../../yaml/nodes.js';
import { groupKind, readTiming, type Timing } from '../groupTitle.js';
import { plainTitle } from '../plainTitle.js';
import { readFacts, spanIn } from './planFacts.js';
import type { Fields, Item, Reading } from './reading.js';
import { groupShape, taskShape } from './schema.js';

/** Where in the plan a list stands. */
export interface Place {
  readonly inherited?: Status;
  /** The group above counts from the roadmap's start: windows below count from its own. */
  readonly relative: boolean;
}

/** Reads the tasks and groups below a key each, in the order in which these stand. */
export function readChildren(reading: Reading, fields: Fields, place: Place): (Group | Task)[] {
  const children: (Group | Task)[] = [];
  for (const key of fields.keys) {
    if (key === 'tasks') append(children, readTasks(reading, fields, place));
    else if (key === 'groups') append(children, readGroups(reading, fields, place));
  }
  return children;
}

/** Outcomes, each with the number it names. */
export function readOutcomes(fields: Fields): Group['outcomes'] {
  return fields.texts('outcomes').map((item) => {
    const target = parseTarget(item.text);
    return target ? { ...item, target } : item;
  });
}

function readTasks(reading: Reading, fields: Fields, place: Place): Task[] {
  return fields.items('tasks', taskShape).map((item) => readTask(reading, item, place));
}

function readTask(reading: Reading, item: Item<string>, place: Place): Task {
  const fields = 'fields' in item ? item.fields : undefined;
  const title = 'text' in item ? item.text : titleOf(reading, item.fields);
  const status = fields && readStatus(reading, fields, title.value);
  if (!status) warnOfMark(reading, title);
  const id = fields?.text('id');
  const own = status?.value;
  const reached = own ?? place.inherited;
  return {
    kind: 'task',
    // Ids that are not written are derived once the whole plan is read.
    id: id?.value ?? '',
    idSource: id ? 'explicit' : 'derived',
    ...(id ? { idSpan: id.span } : {}),
    title: title.value,
    titleSpan: title.span,
    span: item.span,
    markerSpan: item.marker,
    status: reached ?? 'todo',
    statusSource: own ? 'own' : reached ? 'inherited' : 'default',
    ...(status ? { statusSpan: status.span } : {}),
    ...(fields ? readFacts(reading, fields) : {}),
    children: fields
      ? readTasks(reading, fields, { ...place, ...(reached === undefined ? {} : { inherited: reached }) })
      : [],
  };
}

function readGroups(reading: Reading, fields: Fields, place: Place): Group[] {
  return reading.entries(fields.node('groups'), 'groups').flatMap(({ node, marker, index }) => {
    const read = reading.fields(node, ['groups', index], groupShape);
    const end = node.range ? node.range[1] : marker.end;
    return read ? [readGroup(reading, read, marker, end, place)] : [];
  });
}

function readGroup(reading: Reading, fields: Fields, marker: Span, end: number, place: Place): Group {
  const title = titleOf(reading, fields);
  const timing = timingOf(reading, fields, title, place);
  const status = readStatus(reading, fields, title.value) ?? statusOfTitle(reading, title);
  const inherited = status?.value ?? place.inherited;
  const children = readChildren(reading, fields, {
    relative: place.relative || timing.relative,
    ...(inherited === undefined ? {} : { inherited }),
  });
  const id = fields.text('id')?.value;
  const kind = fields.text('kind')?.value as GroupKind | undefined;
  const outcomesSpan = fields.span('outcomes');
  const { text } = reading.source;
  return {
    id: id ?? '',
    kind: kind ?? groupKind(title.value, id, timing.window, children, reading.marks),
    title: title.value,
    titleSpan: title.span,
    name: timing.name,
    span: { start: marker.start, end: Math.max(marker.end, trimmed(text, { start: marker.start, end }).end) },
    markerSpan: marker,
    ...(timing.window ? { window: timing.window } : {}),
    ...(status ? { ownStatus: status } : {}),
    ...readFacts(reading, fields),
    outcomes: readOutcomes(fields),
    ...(outcomesSpan ? { outcomesSpan } : {}),
    children,
  };
}

/** The title; a part without one is kept for what it holds. */
function titleOf(reading: Reading, fields: Fields): Sourced<string> {
  const title = fields.text('title');
  if (title) return title;
  const start = fields.map.range?.[0] ?? 0;
  // A title that is there, but no text, has been reported.
  if (!fields.keys.includes('title')) {
    const end = Math.min(fields.map.range?.[1] ?? start, start + 1);
    reading.missing('title', { start, end });
  }
  // In no language, since an id is made of it.
  return { value: '…', span: { start, end: start } };
}

/** The window a group states by a key, else the one its title names. */
function timingOf(reading: Reading, fields: Fields, title: Sourced<string>, { relative }: Place): Timing {
  const named = readTiming(title.value, spanIn(reading, title), relative);
  const stated = fields.text('window');
  if (!stated) return named;
  const timing = readTiming(stated.value, spanIn(reading, stated), relative);
  if (!timing.window) {
    const message = l10n.t(
      '"{0}" is no stretch of time that is known here: write it like Week 1-2, 30-Day, Q1 2026 or March 2026.',
      stated.value,
    );
    reading.report('unclear-value', 'warning', message, stated.span);
    return named;
  }
  return { ...timing, name: named.name };
}

/** A word that nobody knows counts as to do, never as done. */
function readStatus(reading: Reading, fields: Fields, title: string): Sourced<Status> | undefined {
  const stated = fields.text('status');
  if (!stated) return undefined;
  const { value, span } = stated;
  const status = statusOfWord(value, reading.marks) ?? parseStatus(value, reading.marks);
  if (!status) {
    const message = l10n.t(
      '"{0}" is no status that is known here, so "{1}" counts as to do: use todo, doing, blocked, done or cancelled, or say what it means in .roadmap/config.yaml under status.',
      value,
      title,
    );
    reading.report('unknown-mark', 'warning', message, span);
  }
  return { value: status ?? 'todo', span };
}

/** A group that is called `Done` or `Backlog` says where its tasks stand. */
function statusOfTitle(reading: Reading, { value, span }: Sourced<string>): Sourced<Status> | undefined {
  const status = statusOfWord(plainTitle(value), reading.marks);
  return status && { value: status, span };
}

/** Marks that other formats have before a title are part of it here, which nobody means. */
function warnOfMark(reading: Reading, { value, span }: Sourced<string>): void {
  if (!/^\[[^\]]?\]\s/.test(value) && !statusAt(value, 0, reading.marks)) return;
  const message = l10n.t(
    'The mark before "{0}" does not count: write title and status as keys, such as "title: …" and "status: done".',
    value,
  );
  reading.report('unclear-value', 'warning', message, span);
}
