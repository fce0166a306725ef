import * as l10n from '@vscode/l10n';
import type { Change, FieldChange, Refusal, TaskPlace } from '../model/edit.js';
import { groupById, outermost, taskById, tasksOf, type Group, type Roadmap, type Task } from '../model/roadmap.js';
import { idKey } from '../references/taskId.js';
import { dateLike, formatDate, parseDate } from '../values/date.js';
import { parseEffort } from '../values/effort.js';
import { parsePlannedDate } from '../values/plannedDate.js';
import { Expectation, Reached, type Stated } from './expectation.js';

/** What a change is to lead to, or why it cannot be made: the task is not there, the value is none, or holds already. */
export function expect(roadmap: Roadmap, change: Change): { readonly value: Expectation } | Refusal {
  const value = new Expectation(roadmap);
  const refusal = apply(roadmap, change, value);
  return refusal ?? { value };
}

function apply(roadmap: Roadmap, change: Change, expected: Expectation): Refusal | undefined {
  switch (change.kind) {
    case 'set': {
      const task = taskById(roadmap, change.task);
      return task ? applyField(roadmap, task, change, expected) : noSuchTask(change.task);
    }
    case 'add':
      return put(roadmap, change.place, expected, () => [newTask(change.title)], []);
    case 'move': {
      const tasks = tasksById(roadmap, change.tasks);
      if ('code' in tasks) return tasks;
      return put(roadmap, change.place, expected, () => expected.take(tasks), tasks);
    }
    case 'remove': {
      const tasks = tasksById(roadmap, change.tasks);
      if ('code' in tasks) return tasks;
      expected.take(tasks);
      return undefined;
    }
    case 'setIds':
      return applyIds(roadmap, change.ids, expected);
    case 'shelve': {
      const tasks = tasksById(roadmap, change.tasks);
      if ('code' in tasks) return tasks;
      expected.append(expected.take(tasks));
      return undefined;
    }
    case 'review':
      return applyReview(roadmap, change.date, expected);
    default:
      return undefined;
  }
}

function applyReview({ review }: Roadmap, date: string, expected: Expectation): Refusal | undefined {
  const known = parseDate(date);
  if (!known || formatDate(known) !== date) return noValue(date);
  const value = review?.lastUpdated ? dateLike(review.lastUpdated.value, date) : date;
  if (review?.lastUpdated?.value === value)
    return { code: 'unchanged', message: l10n.t('The roadmap says so already: it was last updated {0}.', value) };
  const { year, month, day } = parseDate(value) ?? known;
  const parts = { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
  expected.reviewed({ value }, parts);
  return undefined;
}

function applyField(roadmap: Roadmap, task: Task, change: FieldChange, expected: Expectation): Refusal | undefined {
  const facts = expected.facts(task);
  const value = change.value.trim();
  if (value === '' && isClearable(change.field)) {
    if (!task[change.field]) return unchanged(task);
    delete facts[change.field];
    if (change.field === 'owner') delete facts.owners;
    return undefined;
  }
  if (!oneLine(value)) return noValue(change.value);
  if (change.field === 'status') {
    if (task.status === change.value) return unchanged(task);
    facts.status = new Reached(change.value);
  } else if (change.field === 'priority') {
    if (task.priority?.value === change.value) return unchanged(task);
    facts.priority = { value: change.value };
  } else if (change.field === 'effort') {
    const days = parseEffort(value);
    if (!days) {
      const message = l10n.t(
        '"{0}" is no amount of work that is known here: write it like 2-3 days, 4 h or 1 month.',
        change.value,
      );
      return { code: 'unreadable-value', message };
    }
    if (task.effort?.text === value) return unchanged(task);
    facts.effort = { text: value, minDays: days.minDays, maxDays: days.maxDays };
  } else if (change.field === 'due') {
    const date = parsePlannedDate(value);
    if (!date) {
      const message = l10n.t('"{0}" is no date that is known here: write it like 2026-04-16, or end of March.', value);
      return { code: 'unreadable-value', message };
    }
    if (task.due?.text === value) return unchanged(task);
    facts.due = { text: value, ...date };
  } else if (change.field === 'owner') {
    const name = value.replace(/^@/, '');
    if (task.owner?.value === name && !task.owners) return unchanged(task);
    facts.owner = { value: name };
    delete facts.owners;
  } else if (change.field === 'title') {
    if (task.title === value) return unchanged(task);
    facts.title = value;
  } else {
    const other = [...tasksOf(roadmap)].find((one) => one !== task && idKey(one.id) === idKey(value));
    return applyId(task, value, facts, other);
  }
  return undefined;
}

function applyIds(
  roadmap: Roadmap,
  ids: readonly { readonly task: string; readonly id: string }[],
  expected: Expectation,
): Refusal | undefined {
  const tasks = [...tasksOf(roadmap)];
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const named = new Set(ids.map(({ task }) => task));
  const used = new Map(tasks.filter(({ id }) => !named.has(id)).map((task) => [idKey(task.id), task]));
  for (const { task: name, id } of ids) {
    const task = byId.get(name);
    if (!task) return noSuchTask(name);
    const refusal = applyId(task, id, expected.facts(task), used.get(idKey(id)));
    if (refusal) return refusal;
    used.set(idKey(id), task);
  }
  return undefined;
}

/** `other` has the id already. */
function applyId(task: Task, id: string, facts: Stated, other: Task | undefined): Refusal | undefined {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,80}$/u.test(id)) return noValue(id);
  if (task.idSource === 'explicit' && task.id === id) return unchanged(task);
  if (other) {
    const message = l10n.t('The id {0} is that of "{1}": choose another one.', id, other.title);
    return { code: 'unreadable-value', message };
  }
  facts.id = id;
  facts.idSource = 'explicit';
  return undefined;
}

function put(
  roadmap: Roadmap,
  place: TaskPlace,
  expected: Expectation,
  make: () => Stated[],
  moved: readonly Task[],
): Refusal | undefined {
  const within = (node: Group | Task) =>
    moved.some((task) => task === node || [...tasksOf(task)].includes(node as Task));
  if ('into' in place) {
    const group = groupById(roadmap, place.into);
    if (!group) return noSuchPlace(place.into);
    expected.putInto(group, make());
    return undefined;
  }
  const id = 'after' in place ? place.after : place.under;
  const task = taskById(roadmap, id);
  if (!task) return noSuchPlace(id);
  if (within(task)) {
    return {
      code: 'no-such-place',
      message: l10n.t('"{0}" cannot be put behind or below itself: choose another place.', task.title),
    };
  }
  if ('after' in place) {
    const facts = make();
    expected.putAfter(task, facts);
  } else expected.putInto(task, make());
  return undefined;
}

function newTask(title: string): Stated {
  return { kind: 'task', idSource: 'derived', title: title.trim(), status: new Reached('todo'), children: [] };
}

/** Whether a field may be taken away. */
function isClearable(field: FieldChange['field']): field is 'priority' | 'effort' | 'owner' | 'due' {
  return field === 'priority' || field === 'effort' || field === 'owner' || field === 'due';
}

/** One line of text that is not empty. */
function oneLine(text: string): boolean {
  return text !== '' && !/[\r\n\u0085\u2028\u2029]/.test(text) && text.length <= 1000;
}

/** Tasks by id, in document order, without those below others of them. */
function tasksById(roadmap: Roadmap, ids: readonly string[]): Task[] | Refusal {
  const found: Task[] = [];
  const byId = new Map([...tasksOf(roadmap)].map((task) => [task.id, task]));
  for (const id of ids) {
    const task = byId.get(id);
    if (!task) return noSuchTask(id);
    found.push(task);
  }
  return outermost(found);
}

function noSuchTask(id: string): Refusal {
  return {
    code: 'no-such-task',
    message: l10n.t('No task is called {0}: look at the ids with "roadmap-lens status".', id),
  };
}

function noSuchPlace(id: string): Refusal {
  return { code: 'no-such-place', message: l10n.t('No task or group is called {0}: choose another place.', id) };
}

function noValue(value: string): Refusal {
  return {
    code: 'unreadable-value',
    message: l10n.t('"{0}" is no value that can be written here: use one line of text.', value),
  };
}

function unchanged(task: Task): Refusal {
  return { code: 'unchanged', message: l10n.t('"{0}" says so already.', task.title) };
}
