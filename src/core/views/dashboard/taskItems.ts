import type { Links } from '../../links/links.js';
import type { Sourced, Task } from '../../model/roadmap.js';
import { statusOf } from '../../progress/counts.js';
import { linksOf } from '../../links/links.js';
import type { TaskItem } from './dashboard.js';
import { daysOf, lateOf } from './horizons.js';
import { placedTasks, type PlacedNode } from './placedNodes.js';
import { lineOfNode, remembered, type Subject } from './subject.js';

const made = remembered<readonly TaskItem[]>();

/** All tasks with what a list, the board and filters need of them. */
export function taskItems(subject: Subject): readonly TaskItem[] {
  const { roadmap, file, timing, today, snapshot } = subject;
  const links = linksOf(snapshot);
  return made([roadmap, file.lines, timing.schedules, today, links], () =>
    placedTasks(roadmap).map((placed) => taskItem(subject, placed, links)),
  );
}

function taskItem(subject: Subject, placed: PlacedNode<Task>, links: Links): TaskItem {
  const { file, timing } = subject;
  const { node: task, horizon, parent, place, priority } = placed;
  const schedule = timing.schedules.get(task);
  const late = lateOf(timing, task);
  const { todos, commits } = links.activityOf(file.uri, task.id);
  return {
    id: task.id,
    explicitId: task.idSource === 'explicit',
    title: task.title,
    status: statusOf(task),
    leaf: task.children.length === 0,
    ...(parent ? { parent: parent.id } : {}),
    ...(horizon ? { horizon: horizon.id } : {}),
    place,
    ...(priority ? { priority } : {}),
    owners: values(task.owners ?? (task.owner ? [task.owner] : [])),
    labels: values(task.labels ?? []),
    ...(task.effort ? { effort: task.effort.text } : {}),
    // What it has from the phase it stands in is said there.
    ...(schedule && schedule.from !== 'above' ? daysOf(schedule) : {}),
    ...(late ? { late } : {}),
    todos: todos.length,
    commits: commits.length,
    line: lineOfNode(subject, task),
  };
}

const none: readonly string[] = [];

function values(facts: readonly Sourced<string>[]): readonly string[] {
  return facts.length === 0 ? none : facts.map(({ value }) => value);
}
