import type { TextEdit } from '../model/edit.js';
import type { Mention } from '../model/mention.js';
import { applyEdits } from '../text/textEdits.js';
import { endsInTrailers, readCommitMessage } from './commitMessage.js';
import { readCommitText } from './commitText.js';
import { idKey } from './taskId.js';

/** How a commit's message names its task: by a trailer at its end, or by the id before its subject. */
export type ReferenceForm = 'trailer' | 'subject';

/** What the text is. */
export interface ReferenceOptions {
  readonly form: ReferenceForm;
  /** Whether it is a file that git opens in an editor, with its remarks, and not a commit box. */
  readonly isFile: boolean;
  /** Whether a mention means the task; by default the id tells. */
  readonly names?: (mention: Mention) => boolean;
}

/** `feat: `, `fix(api)!: `: see https://www.conventionalcommits.org. */
const typed = /^[A-Za-z]{1,20}(?:\([^()\n]{0,80}\))?!?:[ \t]{1,4}(?=\S)/;
/** Finds its commit by the rest of the subject, which must stay; what else such a message says is thrown away. */
const automatic = /^(?:fixup|squash|amend)! /;

/**
 * The edit by which a message that is being written names a task, or undefined where it does already. `Task: RM-12` is put at
 * the end of the trailers, as `git interpret-trailers` does (https://git-scm.com/docs/git-interpret-trailers). In the subject
 * the id stands before it, or behind a type such as `feat:`; where it would not be read there (`add-tests: …`), or the subject
 * must stay as it is (`fixup! …`), it is a trailer. Offsets are those of the text.
 */
export function referenceEdit(text: string, id: string, options: ReferenceOptions): TextEdit | undefined {
  const isNamed = (message: string) => namesTask(message, id, options);
  if (isNamed(text)) return undefined;
  const { subject, subjectLine } = readCommitText(text, options.isFile);
  if (options.form === 'subject' && !automatic.test(subject)) {
    const line = text.slice(subjectLine.start, subjectLine.end);
    const indent = /^\s*/.exec(line)![0].length;
    const type = typed.exec(line.slice(indent))?.[0] ?? '';
    const at = subjectLine.start + indent + type.length;
    const edit = { span: { start: at, end: at }, newText: type === '' ? `${id}: ` : `${id} ` };
    if (isNamed(applyEdits(text, [edit]))) return edit;
  }
  return trailerEdit(text, id, options);
}

function trailerEdit(text: string, id: string, { isFile }: ReferenceOptions): TextEdit {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const { subject, body, end } = readCommitText(text, isFile);
  const trailer = `Task: ${id}`;
  // The subject is still to be written, above an empty line.
  const between = subject === '' || !endsInTrailers(body) ? `${eol}${eol}` : eol;
  return { span: { start: end, end }, newText: `${between}${trailer}` };
}

function namesTask(text: string, id: string, { isFile, names }: ReferenceOptions): boolean {
  const { subject, body } = readCommitText(text, isFile);
  const isOwn = names ?? (({ raw }: Mention) => idKey(raw) === idKey(id));
  return readCommitMessage(subject, body).mentions.some(isOwn);
}
