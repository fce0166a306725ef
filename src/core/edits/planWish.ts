import * as l10n from '@vscode/l10n';
import type { Change, EditResult, Refusal, TextEdit, Wish } from '../model/edit.js';
import { groupsOf, tasksOf, type Group, type Roadmap, type Task } from '../model/roadmap.js';
import { composeEdits, invertEdits } from '../text/textEdits.js';
import { statusOfWord } from '../values/status.js';
import { idPattern, numbering } from './idPattern.js';
import { planEdit, reopened, type EditedDocument } from './planEdit.js';

/** How often a text is read again for one wish: a bound on the time it takes. */
const mostTries = 60;

/** Plans what a wish takes. Tasks whose form has no way are left as they are, and named. Never throws. */
export function planWish(document: EditedDocument, wish: Wish): EditResult {
  if (wish.kind === 'archive') {
    const nothing = l10n.t('There is no done task to archive.');
    return inParts(document, archivable, shelving, nothing);
  }
  const pattern = idPattern(document.roadmap, wish.prefix ?? document.options.idPrefix);
  if ('code' in pattern) return { ok: false, ...pattern };
  const nothing = l10n.t('Every task has an id already.');
  return inParts(document, withoutId, (current, tasks) => numbering(current, tasks, pattern), nothing);
}

/**
 * Makes a change of as many tasks as it can be made for: of all at once where that works, else of ever fewer, until those
 * are found for which it does not.
 */
function inParts(
  document: EditedDocument,
  wanted: (roadmap: Roadmap) => readonly Task[],
  changeFor: (roadmap: Roadmap, tasks: readonly Task[]) => Change,
  nothing: string,
): EditResult {
  const left: string[] = [];
  let current = document;
  let edits: readonly TextEdit[] = [];
  let refusal: Refusal = { code: 'unchanged', message: nothing };
  let size = Number.POSITIVE_INFINITY;
  for (let tries = 0; ; tries++) {
    const tasks = without(wanted(current.roadmap), left);
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
function without(tasks: readonly Task[], left: readonly string[]): readonly Task[] {
  const counts = new Map<string, number>();
  for (const title of left) counts.set(title, (counts.get(title) ?? 0) + 1);
  return tasks.filter(({ title }) => {
    const count = counts.get(title) ?? 0;
    if (count > 0) counts.set(title, count - 1);
    return count === 0;
  });
}

function withoutId(roadmap: Roadmap): readonly Task[] {
  return [...tasksOf(roadmap)].filter(({ idSource }) => idSource === 'derived');
}

/** Done tasks that do not stand in a section for these; subtasks go with theirs alone. */
function archivable(roadmap: Roadmap): readonly Task[] {
  const found: Task[] = [];
  const visit = (nodes: readonly (Group | Task)[]) => {
    for (const node of nodes) {
      if (node.kind !== 'task') {
        if (!isShelf(node)) visit(node.children);
      } else if (isDone(node)) found.push(node);
    }
  };
  visit(roadmap.children);
  return found;
}

/** Whether a task is done, and nothing below it is open, nor its own mark; what was cancelled does not count. */
function isDone(task: Task): boolean {
  const over = ({ status, statusSource, children }: Task): boolean =>
    children.length > 0
      ? children.every(over) && (statusSource !== 'own' || status === 'done' || status === 'cancelled')
      : status === 'done' || status === 'cancelled';
  return over(task) && (task.status === 'done' || [...tasksOf(task)].some(({ status }) => status === 'done'));
}

function shelving(roadmap: Roadmap, tasks: readonly Task[]): Change {
  const ids = tasks.map(({ id }) => id);
  const shelf = [...groupsOf(roadmap)].find(({ group, depth }) => depth < 2 && isShelf(group))?.group;
  return shelf ? { kind: 'move', tasks: ids, place: { into: shelf.id } } : { kind: 'shelve', tasks: ids };
}

/** Whether a group is the section for what is done: `## Done`, `## ✅ Completed`, `## Archive`. */
function isShelf({ name, children }: Group): boolean {
  const word = name.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const named = statusOfWord(word) === 'done' || /^(?:archived?|archiv|archivo|archivio)$/i.test(word);
  return named && children.every(({ kind }) => kind === 'task');
}
