import { tasksOf, type Roadmap, type Task } from '../../model/roadmap.js';

/** The task of an id. */
export function taskById(roadmap: Roadmap, id: string): Task | undefined {
  for (const task of tasksOf(roadmap)) if (task.id === id) return task;
  return undefined;
}

/** In document order, without those that stand below others of them. */
export function tasksByIds(roadmap: Roadmap, ids: readonly string[]): Task[] {
  const found = [...tasksOf(roadmap)].filter(({ id }) => ids.includes(id));
  return found.filter((task) => !found.some((other) => other !== task && [...tasksOf(other)].includes(task)));
}
