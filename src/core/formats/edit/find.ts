import { outermost, tasksOf, type Roadmap, type Task } from '../../model/roadmap.js';

/** In document order, without those that stand below others of them. */
export function tasksByIds(roadmap: Roadmap, ids: readonly string[]): Task[] {
  const wanted = new Set(ids);
  return outermost([...tasksOf(roadmap)].filter(({ id }) => wanted.has(id)));
}
