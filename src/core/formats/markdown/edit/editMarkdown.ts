import type { Change, TextEdit } from '../../../model/edit.js';
import { siblingsOf, taskById, tasksOf, type Roadmap } from '../../../model/roadmap.js';
import { together } from '../../edit/everyTask.js';
import { tasksByIds } from '../../edit/find.js';
import { repair } from '../../edit/repair.js';
import type { Editable } from '../../format.js';
import { setField } from './setField.js';
import { setStatus } from './setStatus.js';
import { setId, setTitle, tasksWithId } from './setTitle.js';
import { review } from './review.js';
import { add, move, remove, shelve } from './structure.js';
import { usedMarks } from './usedMarks.js';

export { liftTask } from './structure.js';

/** The ways to make a change in a Markdown roadmap, in its own dialect; the best first. */
export function* editMarkdown({ text, roadmap }: Editable, change: Change): Generator<readonly TextEdit[]> {
  switch (change.kind) {
    case 'set': {
      const task = taskById(roadmap, change.task);
      if (!task) return;
      if (change.field === 'status')
        yield* setStatus(
          text,
          task,
          change.value,
          usedMarks(text, roadmap),
          siblingsOf(roadmap, (one) => one === task),
        );
      else if (change.field === 'title') yield* setTitle(text, task, change.value.trim());
      else if (change.field === 'id') yield* setId(text, tasksWithId(roadmap), task, change.value.trim());
      else yield* setField(text, roadmap, task, change);
      return;
    }
    case 'add':
      yield* add(text, roadmap, change, usedMarks(text, roadmap));
      return;
    case 'remove':
      yield* remove(text, tasksByIds(roadmap, change.tasks), roadmap);
      return;
    case 'move':
      yield* move(text, roadmap, tasksByIds(roadmap, change.tasks), change.place, usedMarks(text, roadmap));
      return;
    case 'setIds':
      yield* setIds(text, roadmap, change.ids);
      return;
    case 'shelve':
      yield* shelve(text, roadmap, tasksByIds(roadmap, change.tasks), usedMarks(text, roadmap));
      return;
    case 'review':
      yield* review(text, roadmap, change.date);
      return;
    case 'repair':
      yield repair(text, change.at);
      return;
  }
}

/** The ways to give many tasks ids: each in its first way, then each in its second. */
function* setIds(
  text: string,
  roadmap: Roadmap,
  ids: readonly { readonly task: string; readonly id: string }[],
): Generator<readonly TextEdit[]> {
  const byId = new Map([...tasksOf(roadmap)].map((task) => [task.id, task]));
  const examples = tasksWithId(roadmap);
  yield* together(ids.map(({ task, id }) => [...setId(text, examples, byId.get(task)!, id)]));
}
