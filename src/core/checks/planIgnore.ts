import * as l10n from '@vscode/l10n';
import type { EditResult, TextEdit } from '../model/edit.js';
import { LineIndex } from '../model/span.js';
import { commentsOf, type TodoSyntax } from '../references/readTodos.js';
import { isIgnored, readIgnores } from '../references/ignores.js';
import { applyEdits, invertEdits } from '../text/textEdits.js';

/** A text in which a problem is to be silenced. */
export interface IgnoredDocument {
  readonly text: string;
  /** How its comments look: of a roadmap by its format, of code by its language. */
  readonly kind: 'markdown' | 'yaml' | TodoSyntax;
  /** What the text says, so that a comment in the wrong place is noticed: two that are equal say the same. */
  readonly reads: (text: string) => string;
}

/**
 * Plans the comment that silences a code on a line (0-based): behind the line in a roadmap, above it in code, or in the comment that
 * silences something there already. Nothing is proposed where the text then says something else.
 */
export function planIgnore({ text, kind, reads }: IgnoredDocument, line: number, code: string): EditResult {
  const edit = ignoreEdit(text, kind, line, code);
  const next = edit && applyEdits(text, [edit]);
  const isSafe = edit && next !== undefined && isInComment(next, kind, edit) && reads(next) === reads(text);
  if (!isSafe || !silences(next, edit, line, code))
    return {
      ok: false,
      code: 'form',
      message: l10n.t('No way was found to write this there: add the comment by hand.'),
    };
  return { ok: true, edits: [edit], inverse: invertEdits(text, [edit]), text: next };
}

/** Whether what was written into code stands in a comment. */
function isInComment(next: string, kind: IgnoredDocument['kind'], { span, newText }: TextEdit): boolean {
  if (typeof kind === 'string') return true;
  const at = span.start + newText.search(/\S/);
  const end = span.start + newText.trimEnd().length;
  return commentsOf(next, kind).some((comment) => comment.start <= at && end <= comment.end);
}

function silences(next: string, { newText }: TextEdit, line: number, code: string): boolean {
  return isIgnored(readIgnores(next), line + (/[\r\n]/.test(newText) ? 1 : 0), code);
}

function ignoreEdit(text: string, kind: IgnoredDocument['kind'], line: number, code: string): TextEdit | undefined {
  const lines = new LineIndex(text);
  const known = readIgnores(text)?.find((one) => one.line === line && one.codes.length > 0);
  if (known) return insert(lines.offsetAt(known.range.end), `, ${code}`);
  const { start, end } = lines.lineSpan(line);
  const content = text.slice(start, end);
  if (kind === 'markdown' || kind === 'prose') {
    // Behind the last cell of a table there is no room.
    const cell = /^\s*\|.*\|\s*$/.test(content) ? content.lastIndexOf('|') : content.trimEnd().length;
    const gap = /\s$/.test(content.slice(0, cell)) ? '' : ' ';
    const behind = cell < content.trimEnd().length ? ' ' : '';
    return insert(start + cell, `${gap}<!-- roadmap-lens-ignore ${code} -->${behind}`);
  }
  if (kind === 'yaml') return insert(start + content.trimEnd().length, ` # roadmap-lens-ignore ${code}`);
  const comment = commentsOf(text, kind).find((one) => one.start <= end && start <= one.end);
  const own = comment?.lines.find((one) => start <= one.start && one.start <= end);
  if (!comment || !own) return undefined;
  const indent = /^[ \t]*/.exec(content)![0];
  const newLine = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const keyword = `roadmap-lens-ignore-next-line ${code}`;
  // Further down, with the marks that stand before the text of the line.
  if (comment.start < start) {
    const marks = /^[ \t]*(?:[^\p{L}\p{N}\s\x22\x27\x60]{1,4}[ \t]{0,4})?/u.exec(content)![0];
    return insert(start, `${marks}${keyword}${newLine}`);
  }
  const open = text.slice(comment.start, own.start).trim();
  const close =
    comment.lines.length > 0 ? text.slice(comment.lines[comment.lines.length - 1]!.end, comment.end).trim() : '';
  return insert(start, `${indent}${open} ${keyword}${close === '' ? '' : ` ${close}`}${newLine}`);
}

function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
