import type { Change, EditResult, Refusal, TextEdit } from '../model/edit.js';
import type { Roadmap, Task } from '../model/roadmap.js';
import { composeEdits, invertEdits } from '../text/textEdits.js';
import { planEdit, reopened, type EditedDocument } from './planEdit.js';

/** How often a text is read again for one wish: a bound on the time it takes. */
const mostTries = 60;

/**
 * Makes a change of as many tasks as it can be made for: of all at once where that works, else of ever fewer, until those
 * are found for which it does not.
 */
export function inParts(
  document: EditedDocument,
  wanted: (document: EditedDocument) => readonly Task[],
  changeFor: (roadmap: Roadmap, tasks: readonly Task[]) => Change,
  nothing: string,
): EditResult {
  const left: string[] = [];
  let current = document;
  let edits: readonly TextEdit[] = [];
  let refusal: Refusal = { code: 'unchanged', message: nothing };
  let size = Number.POSITIVE_INFINITY;
  for (let tries = 0; ; tries++) {
    const tasks = without(wanted(current), left);
    if (tasks.length === 0) break;
    if (tries === mostTries) {
      left.push(...tasks.map(({ title }) => title));
      break;
    }
    const part = tasks.slice(0, size);
    const result = planEdit(current, changeFor(current.roadmap, part));
    if (result.ok) {
      edits = composeEdits(document.text.length, edits, result.edits);
      current = reopened(document, result.text);
      size *= 2;
    } else {
      refusal = result;
      if (part.length === 1) left.push(part[0]!.title);
      size = Math.max(1, Math.floor(part.length / 2));
    }
  }
  if (edits.length === 0) return { ok: false, ...refusal };
  const done = { ok: true, edits, inverse: invertEdits(document.text, edits), text: current.text } as const;
  return left.length > 0 ? { ...done, left } : done;
}

/** The tasks without those that were left; of several with one title the first, as they are tried in order. */
export function without(tasks: readonly Task[], left: readonly string[]): readonly Task[] {
  const counts = new Map<string, number>();
  for (const title of left) counts.set(title, (counts.get(title) ?? 0) + 1);
  return tasks.filter(({ title }) => {
    const count = counts.get(title) ?? 0;
    if (count > 0) counts.set(title, count - 1);
    return count === 0;
  });
}
