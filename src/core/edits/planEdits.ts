import type { Change, EditResult, TextEdit } from '../model/edit.js';
import { tasksOf } from '../model/roadmap.js';
import { composeEdits, invertEdits } from '../text/textEdits.js';
import { planEdit, reopened, type EditedDocument } from './planEdit.js';

/**
 * Plans several changes as one: all are made, or none where one is refused. Tasks are named by the ids they have now, also
 * where an earlier change gives them other ones; a change that adds, moves or removes has to be the last. A value that
 * already holds is passed over; where all do, the refusal says so.
 */
export function planEdits(document: EditedDocument, changes: readonly Change[]): EditResult {
  const places = new Map([...tasksOf(document.roadmap)].map(({ id }, index) => [id, index]));
  let current = document;
  let edits: readonly TextEdit[] = [];
  let unchanged: EditResult | undefined;
  for (const change of changes) {
    const result = planEdit(current, current === document ? change : renamed(current, change, places));
    if (!result.ok) {
      if (result.code !== 'unchanged') return result;
      unchanged = result;
      continue;
    }
    edits = composeEdits(document.text.length, edits, result.edits);
    current = reopened(document, result.text);
  }
  if (edits.length === 0 && unchanged) return unchanged;
  return { ok: true, edits, inverse: invertEdits(document.text, edits), text: current.text };
}

/** The same without changes that are refused by themselves; `left` says why they are. */
export function planPossible(
  document: EditedDocument,
  changes: readonly Change[],
): { readonly result: EditResult; readonly left: readonly string[] } {
  const all = planEdits(document, changes);
  if (all.ok || changes.length === 1) return { result: all, left: all.ok ? [] : [all.message] };
  const alone = changes.map((change) => ({ change, result: planEdits(document, [change]) }));
  const left = alone.flatMap(({ result }) => (result.ok ? [] : [result.message]));
  const possible = alone.filter(({ result }) => result.ok).map(({ change }) => change);
  return { result: possible.length > 0 ? planEdits(document, possible) : all, left };
}

/** The change with the ids that its tasks have by now. */
function renamed({ roadmap }: EditedDocument, change: Change, places: ReadonlyMap<string, number>): Change {
  const tasks = [...tasksOf(roadmap)];
  const idNow = (id: string) => tasks[places.get(id) ?? -1]?.id ?? id;
  switch (change.kind) {
    case 'set':
      return { ...change, task: idNow(change.task) };
    case 'setIds':
      return { ...change, ids: change.ids.map(({ task, id }) => ({ task: idNow(task), id })) };
    case 'move':
    case 'remove':
    case 'shelve':
      return { ...change, tasks: change.tasks.map(idNow) };
    default:
      return change;
  }
}
