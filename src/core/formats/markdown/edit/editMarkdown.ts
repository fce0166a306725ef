import type { Change, TextEdit } from '../../../model/edit.js';
import { outermost, tasksOf, type Group, type Roadmap, type Task } from '../../../model/roadmap.js';
import { SourceText } from '../../../text/sourceText.js';
import type { Editable } from '../../format.js';
import { setField } from './setField.js';
import { setStatus } from './setStatus.js';
import { setId, setTitle, tasksWithId } from './setTitle.js';
import { review } from './review.js';
import { add, move, remove, shelve } from './structure.js';
import { usedMarks } from './usedMarks.js';

/** The ways to make a change in a Markdown roadmap, in its own dialect; the best first. */
export function* editMarkdown({ text, roadmap }: Editable, change: Change): Generator<readonly TextEdit[]> {
  switch (change.kind) {
    case 'set': {
      const task = taskById(roadmap, change.task);
      if (!task) return;
      if (change.field === 'status')
        yield* setStatus(text, task, change.value, usedMarks(text, roadmap), siblingsOf(roadmap, task));
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
    case 'repair': {
      const at = change.at;
      const places = new SourceText(text).mojibake.filter(
        (place) => at === undefined || (place.start <= at && at <= place.end),
      );
      yield places.map(({ start, end, meant }) => ({ span: { start, end }, newText: meant }));
      return;
    }
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
  const ways = ids.map(({ task, id }) => [...setId(text, examples, byId.get(task)!, id)]);
  const most = Math.max(...ways.map(({ length }) => length));
  for (let way = 0; way < most; way++) yield ways.flatMap((each) => each[Math.min(way, each.length - 1)] ?? []);
}

/** The tasks that stand beside a task, itself among them. */
function siblingsOf(roadmap: Roadmap, task: Task): readonly Task[] {
  const find = (children: readonly (Group | Task)[]): readonly Task[] | undefined => {
    if (children.includes(task)) return children.filter((child) => child.kind === 'task');
    for (const child of children) {
      const found = find(child.children);
      if (found) return found;
    }
    return undefined;
  };
  return find(roadmap.children) ?? [task];
}

function taskById(roadmap: Roadmap, id: string): Task | undefined {
  for (const task of tasksOf(roadmap)) if (task.id === id) return task;
  return undefined;
}

/** In document order, without those that stand below others of them. */
function tasksByIds(roadmap: Roadmap, ids: readonly string[]): Task[] {
  const wanted = new Set(ids);
  return outermost([...tasksOf(roadmap)].filter(({ id }) => wanted.has(id)));
}
