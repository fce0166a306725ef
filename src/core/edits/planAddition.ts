import type { EditResult, TaskPlace } from '../model/edit.js';
import { tasksOf, type Task } from '../model/roadmap.js';
import { applyEdits, composeEdits, invertEdits } from '../text/textEdits.js';
import { idPattern, numbering, usedPrefix } from './idPattern.js';
import { planEdit, reopened, type EditedDocument } from './planEdit.js';

/** A new task. */
export interface Addition {
  readonly title: string;
  readonly place: TaskPlace;
  /** Gives it the next free number where the roadmap numbers its tasks. */
  readonly numbered: boolean;
}

/**
 * Plans a new task, with its id, as one change. Where no way is found to write the id it has none of its own. Never throws.
 */
export function planAddition(document: EditedDocument, { title, place, numbered }: Addition): EditResult {
  const added = planEdit(document, { kind: 'add', title, place });
  if (!added.ok || !numbered || usedPrefix(document.roadmap) === undefined) return added;
  const after = reopened(document, added.text);
  const task = addedTask(after, added);
  const pattern = idPattern(after.roadmap, undefined);
  if (!task || task.idSource === 'explicit' || 'code' in pattern) return added;
  const named = planEdit(after, numbering(after.roadmap, [task], pattern));
  if (!named.ok) return added;
  const edits = composeEdits(document.text.length, added.edits, named.edits);
  return { ok: true, edits, inverse: invertEdits(document.text, edits), text: applyEdits(document.text, edits) };
}

/** The task that an addition has made, in the roadmap as it is with it. By its place: others may be called alike. */
export function addedTask(
  { roadmap }: Pick<EditedDocument, 'roadmap'>,
  { edits }: Extract<EditResult, { ok: true }>,
): Task | undefined {
  let shift = 0;
  const written = edits.map(({ span, newText }) => {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return { start, end: start + newText.length };
  });
  return [...tasksOf(roadmap)].find(({ titleSpan }) =>
    written.some(({ start, end }) => start <= titleSpan.start && titleSpan.end <= end),
  );
}
