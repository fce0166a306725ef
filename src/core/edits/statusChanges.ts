import type { Change } from '../model/edit.js';
import { tasksOf, type Status, type Task } from '../model/roadmap.js';

/**
 * What is to be set so that a task has a status. Whether a task with subtasks is done shows in these: with it, all of them
 * that are open become done, and their own marks say so.
 */
export function statusChanges(task: Task, status: Status): readonly Change[] {
  const nested = task.children.length > 0;
  const open = (one: Task) => one.status !== 'done' && one.status !== 'cancelled';
  const marked = (one: Task) => one.children.length === 0 || one.statusSource === 'own';
  const tasks =
    nested && status === 'done' ? [task, ...tasksOf(task)].filter((one) => open(one) && marked(one)) : [task];
  return tasks.map(({ id }) => ({ kind: 'set', task: id, field: 'status', value: status }));
}
