import type { Change } from '../../src/core/model/edit.js';
import { groupsOf, statuses, tasksOf, type Roadmap, type Task } from '../../src/core/model/roadmap.js';

/** One change of each kind for a task; which values and places it gets goes round by its index. */
export function* changesOf(roadmap: Roadmap, task: Task, index: number): Generator<Change> {
  const set = { kind: 'set', task: task.id } as const;
  for (const value of statuses) yield { ...set, field: 'status', value };
  const priorities = ['critical', 'high', 'medium', 'low'] as const;
  yield { ...set, field: 'priority', value: priorities[index % 4]! };
  yield { ...set, field: 'effort', value: `${(index % 9) + 2} days` };
  yield { ...set, field: 'owner', value: ['Ada', '@grace', 'Jo Smith'][index % 3]! };
  yield { ...set, field: 'due', value: ['2027-04-16', 'end of March 2027', '2028-01-31'][index % 3]! };
  for (const field of ['priority', 'effort', 'owner', 'due'] as const)
    if (task[field]) yield { ...set, field, value: '' };
  yield {
    ...set,
    field: 'title',
    value: ['Chart the shoals', 'Use `a*b` and [brackets]', 'Wege prüfen (Teil 2)'][index % 3]!,
  };
  yield { ...set, field: 'id', value: `ZQ-${index + 1}` };
  yield { kind: 'add', title: 'Chart the shoals', place: { after: task.id } };
  yield { kind: 'add', title: 'Chart the shoals', place: { under: task.id } };
  yield { kind: 'remove', tasks: [task.id] };
  const tasks = [...tasksOf(roadmap)];
  const other = tasks[(index * 7 + 3) % tasks.length]!;
  yield { kind: 'move', tasks: [task.id], place: { after: other.id } };
  const groups = [...groupsOf(roadmap)];
  const group = groups[index % Math.max(1, groups.length)]?.group;
  if (group) {
    yield { kind: 'move', tasks: [task.id], place: { into: group.id } };
    yield { kind: 'add', title: 'Chart the shoals', place: { into: group.id } };
  }
}
