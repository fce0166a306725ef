import * as l10n from '@vscode/l10n';
import type { Change, EditResult, Refusal, RefusalCode, TextEdit } from '../model/edit.js';
import type { Parsed, Problem } from '../model/problem.js';
import { taskById, type Roadmap } from '../model/roadmap.js';
import { SourceText } from '../text/sourceText.js';
import { applyEdits, invertEdits, overlap, sorted, trimEdit } from '../text/textEdits.js';
import type { Editable, Editor, Lifter, Reader } from '../formats/format.js';
import { expect } from './expect.js';
import type { Expectation } from './expectation.js';

/** A roadmap with what reads and edits its format. */
export interface EditedDocument extends Editable {
  readonly problems: readonly Problem[];
  readonly read: Reader;
  readonly edit: Editor;
  readonly lift?: Lifter | undefined;
}

/** More ways than any change has: a bound on the time one takes. */
const mostWays = 12;

/**
 * Plans a change as text edits. Each way the format proposes is tried on the text and read again: the first that leads to
 * exactly what is intended is taken, so that no edit changes more than it says. Refused where none does. Never throws.
 */
export function planEdit(document: EditedDocument, change: Change): EditResult {
  const expected = expect(document.roadmap, change);
  if ('code' in expected) return { ok: false, ...expected };
  let ways = 0;
  for (const proposed of document.edit(document, change)) {
    if (++ways > mostWays) break;
    const edits = effective(document.text, proposed);
    if (!edits || edits.length === 0) continue;
    const text = applyEdits(document.text, edits);
    if (leadsTo(document, text, expected.value)) {
      return { ok: true, edits, inverse: invertEdits(document.text, edits), text };
    }
  }
  return { ok: false, ...cannot(document, change, ways) };
}

/** A roadmap once it is edited. */
export function reopened(document: EditedDocument, text: string): EditedDocument {
  const { value, problems } = document.read(text, document.options);
  return { ...document, text, roadmap: value, problems };
}

/** The edits in order, without what changes nothing; undefined where two of them meet. */
function effective(text: string, proposed: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const edits = sorted(
    proposed.map((edit) => trimEdit(text, edit)).filter(({ span, newText }) => span.end > span.start || newText !== ''),
  );
  return overlap(edits) ? undefined : edits;
}

/** Whether the text reads as intended, and nothing in it is less clear than before. */
function leadsTo({ problems, read, options }: EditedDocument, text: string, expected: Expectation): boolean {
  const after: Parsed<Roadmap> = read(text, options);
  return expected.holds(after.value) && !isWorse(problems, after.problems);
}

/** Whether a kind of problem has become more frequent. */
function isWorse(before: readonly Problem[], after: readonly Problem[]): boolean {
  const count = (problems: readonly Problem[]) => {
    const counts = new Map<string, number>();
    for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
    return counts;
  };
  const earlier = count(before);
  return [...count(after)].some(([code, number]) => number > (earlier.get(code) ?? 0));
}

function cannot({ text, roadmap }: EditedDocument, change: Change, ways: number): Refusal {
  if (change.kind === 'repair' && new SourceText(text).mojibake.length === 0)
    return { code: 'unchanged', message: l10n.t('No garbled character was found.') };
  if (change.kind === 'repair' && change.at !== undefined) {
    const message = l10n.t('What is left would not be known as garbled any more: repair the whole file.');
    return { code: 'form', message };
  }
  const code: RefusalCode = 'form';
  const title = 'task' in change ? taskById(roadmap, change.task)?.title : undefined;
  if (change.kind === 'set' && title !== undefined) {
    return {
      code,
      message:
        ways === 0
          ? l10n.t(
              '"{0}" is written in a form that has no place for this ({1}): edit its line by hand.',
              title,
              change.field,
            )
          : l10n.t(
              'No way was found to write this ({1}) for "{0}" that reads as intended and leaves the rest as it is: edit its line by hand.',
              title,
              change.field,
            ),
    };
  }
  return {
    code,
    message: l10n.t(
      'No way was found to write this change that reads as intended and leaves the rest as it is: edit the file by hand.',
    ),
  };
}
