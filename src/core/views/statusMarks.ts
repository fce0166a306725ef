import { tasksOf, type Roadmap, type Status } from '../model/roadmap.js';
import type { Span } from '../model/span.js';
import { statusOf } from '../progress/counts.js';

/** A title in the text of a roadmap, with how its task stands. */
export interface StatusMark {
  readonly status: Exclude<Status, 'todo'>;
  /** The title's. */
  readonly span: Span;
}

/** The titles of the tasks of a roadmap that are not simply to do, in document order. */
export function statusMarks(roadmap: Pick<Roadmap, 'children'>): StatusMark[] {
  const marks: StatusMark[] = [];
  for (const task of tasksOf(roadmap)) {
    const status = statusOf(task);
    if (status !== 'todo') marks.push({ status, span: task.titleSpan });
  }
  return marks;
}
