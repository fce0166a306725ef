import type { Change, TextEdit } from '../../../model/edit.js';
import { taskById, tasksOf, type Roadmap } from '../../../model/roadmap.js';
import { dateLike } from '../../../values/date.js';
import { together } from '../../edit/everyTask.js';
import { insertLines } from '../../edit/lines.js';
import { repair } from '../../edit/repair.js';
import type { Editable } from '../../format.js';
import { layoutOf } from './layout.js';
import { setValue } from './setValue.js';
import { add, move, remove } from './structure.js';
import { holderOf, surveyOf } from './survey.js';

/** The ways to make a change in a roadmap in YAML or JSON, of our shape or another one; the best first. */
export function* editYaml({ text, roadmap }: Editable, change: Change): Generator<readonly TextEdit[]> {
  if (change.kind === 'repair') {
    yield repair(text, change.at);
    return;
  }
  const layout = layoutOf(text);
  if (!layout) return;
  const survey = surveyOf(layout, roadmap);
  switch (change.kind) {
    case 'set': {
      const task = taskById(roadmap, change.task);
      const holder = task && holderOf(layout, task);
      if (holder) yield* setValue({ layout, survey, holder }, change);
      return;
    }
    case 'add':
      yield* add(layout, roadmap, change, survey);
      return;
    case 'remove':
      yield* remove(layout, roadmap, change.tasks);
      return;
    case 'move':
      yield* move(layout, roadmap, change, survey);
      return;
    case 'setIds': {
      const byId = new Map([...tasksOf(roadmap)].map((task) => [task.id, task]));
      const ways = change.ids.map(({ task, id }) => {
        const holder = holderOf(layout, byId.get(task)!);
        return holder ? [...setValue({ layout, survey, holder }, { field: 'id', value: id })] : [];
      });
      yield* together(ways);
      return;
    }
    case 'review':
      yield* review(text, roadmap, change.date);
      return;
    default:
  }
}

/** The ways to say when a roadmap was last gone through: in place of the old date, or as a key of its own. */
function* review(text: string, { review: present }: Roadmap, date: string): Generator<readonly TextEdit[]> {
  if (present?.lastUpdated) {
    const { value, span } = present.lastUpdated;
    const newText = dateLike(value, date);
    yield [{ span, newText }];
    // Inside the quotes, where the value has some.
    yield [{ span: { start: span.start + 1, end: span.end - 1 }, newText }];
    return;
  }
  yield [insertLines(text, text.length, ['review:', `  lastUpdated: ${date}`])];
}
