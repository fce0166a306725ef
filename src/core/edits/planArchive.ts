import * as l10n from '@vscode/l10n';
import type { PlannedEdit, Refusal } from '../model/edit.js';
import type { Task } from '../model/roadmap.js';
import { doneTasks } from './doneTasks.js';
import { inParts, without } from './inParts.js';
import type { EditedDocument } from './planEdit.js';

/** Done tasks on their way from a roadmap to another file. */
export interface PlannedArchive {
  readonly ok: true;
  /** The roadmap without them. */
  readonly roadmap: PlannedEdit;
  /** What is added at the end of the archive; all of it where there is none yet. */
  readonly added: string;
}

/**
 * Plans to move all done tasks, with what stands below them, to the end of a Markdown file. Those that are written in another
 * form than as items of lists are left and named. `archive` is the file's text, if there is one. Never throws.
 */
export function planArchive(
  document: EditedDocument,
  archive: string | undefined,
): PlannedArchive | ({ readonly ok: false } & Refusal) {
  const { lift } = document;
  if (!lift) {
    const message = l10n.t('Only tasks of Markdown files can be moved to another file: move them by hand.');
    return { ok: false, code: 'form', message };
  }
  const result = inParts(
    document,
    ({ text, roadmap }) => doneTasks(roadmap, true).filter((task) => lift(text, task)),
    (_roadmap, tasks) => ({ kind: 'remove', tasks: tasks.map(({ id }) => id) }),
    l10n.t('There is no done task to archive.'),
  );
  if (!result.ok) return result;
  const fixed: string[] = [];
  const lifted = new Map<Task, readonly string[]>();
  for (const task of doneTasks(document.roadmap, true)) {
    const lines = lift(document.text, task);
    if (lines) lifted.set(task, lines);
    else fixed.push(task.title);
  }
  const lines = without([...lifted.keys()], result.left ?? []).flatMap((task) => lifted.get(task) ?? []);
  const left = [...fixed, ...(result.left ?? [])];
  return {
    ok: true,
    roadmap: left.length > 0 ? { ...result, left } : result,
    added: addition(archive ?? '', lines, document.text),
  };
}

/** Lines for the end of a text: behind its last list, else as a list of their own. */
function addition(archive: string, lines: readonly string[], like: string): string {
  const end = /\r\n|\r|\n/.exec(archive === '' ? like : archive)?.[0] ?? '\n';
  const body = lines.map((line) => `${line}${end}`).join('');
  if (archive.trim() === '') return `# Done${end}${end}${body}`;
  const rows = archive.split(/\r\n|\r|\n/);
  const closed = rows[rows.length - 1] === '';
  const last = rows[rows.length - (closed ? 2 : 1)] ?? '';
  const goesOn = last.trim() === '' || /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(last) || /^\s{2,}\S/.test(last);
  return `${closed ? '' : end}${goesOn ? '' : end}${body}`;
}
