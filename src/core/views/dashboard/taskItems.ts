import type { Links } from '../../links/links.js';
import type { Task } from '../../model/roadmap.js';
import { statusOf } from '../../progress/counts.js';
import { linksOf } from '../../links/links.js';
import type { TaskItem } from './dashboard.js';
import { lateOf } from './horizons.js';
import { placedTasks, type PlacedNode } from './placedNodes.js';
import { lineOfNode, remembered, type Subject } from './subject.js';

const made = remembered<readonly TaskItem[]>();

/** All tasks with what a list, the board and filters need of them. */
export function taskItems(subject: Subject): readonly TaskItem[] {
  const { roadmap, file, timing, today, sayDay, snapshot } = subject;
  const links = linksOf(snapshot);
  return made([roadmap, file.lines, timing.schedules, today, links, sayDay], () =>
    placedTasks(roadmap).map((placed) => taskItem(subject, placed, links)),
  );
}

function taskItem(subject: Subject, placed: PlacedNode<Task>, links: Links): TaskItem {
  const { file, timing, sayDay } = subject;
  const { node: task, horizon, group, parent, place, priority, owners } = placed;
  const { todos, commits } = links.activityOf(file.uri, task.id);
  // Filled in key by key, as there are thousands of them: a spread for each optional one takes twice as long.
  const item: Mutable<TaskItem> = {
    id: task.id,
    explicitId: task.idSource === 'explicit',
    title: task.title,
    status: statusOf(task),
    leaf: task.children.length === 0,
    place,
    owners,
    labels: task.labels ? task.labels.map(({ value }) => value) : none,
    todos: todos.length,
    commits: commits.length,
    line: lineOfNode(subject, task),
  };
  if (parent) item.parent = parent.id;
  if (horizon) item.horizon = horizon.id;
  if (group) item.group = group.id;
  if (priority) item.priority = priority;
  if (task.effort) item.effort = task.effort.text;
  const schedule = timing.schedules.get(task);
  // What it has from the phase it stands in is said there.
  if (!schedule || schedule.from === 'above') return item;
  if (schedule.start !== undefined) item.start = schedule.start;
  if (schedule.end !== undefined) item.end = schedule.end;
  const late = lateOf(timing, task, sayDay);
  if (late) item.late = late;
  return item;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const none: readonly string[] = [];
