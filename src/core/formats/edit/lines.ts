import type { TextEdit } from '../../model/edit.js';
import type { Span } from '../../model/span.js';

/** Where lines begin and end, and how they break: what every edit of a text needs. */

/** Offset of the first character of the line that holds `at`. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text, start - 1)) start--;
  return start;
}

/** Offset behind the last character of the line that holds `at`, before its line break. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text, end)) end++;
  return end;
}

/** Offset behind the last character of a line that is no blank, but not before `at`. */
export function textEnd(text: string, at: number): number {
  let end = lineEnd(text, at);
  while (end > at && /[ \t]/.test(text[end - 1]!)) end--;
  return end;
}

/** Offset behind the line break of the line that holds `at`; the text's end for the last line. */
export function nextLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  return end >= text.length ? end : text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

/** Offset of the first character of the line before the one that begins at `at`; `at` itself on the first line. */
export function previousLine(text: string, at: number): number {
  if (at === 0) return 0;
  return lineStart(text, text.startsWith('\r\n', at - 2) ? at - 2 : isBreak(text, at - 1) ? at - 1 : at);
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

/** The line break used at a place: that of its line, else of the line before, else the text's first, else `\n`. */
export function breakAt(text: string, at: number): string {
  const end = lineEnd(text, at);
  // `at` may lie inside a break of two characters.
  if (end < text.length) return text.startsWith('\r\n', end - 1) ? '\r\n' : text.slice(end, nextLine(text, end));
  const start = lineStart(text, at);
  if (start > 0) return text.startsWith('\r\n', start - 2) ? '\r\n' : text[start - 1]!;
  return '\n';
}

/** The whole lines a span touches, with their line breaks. */
export function linesOf(text: string, span: Span): Span {
  const last = Math.max(span.start, span.end - 1);
  // A span may end behind a line break: that line is not another one.
  return {
    start: lineStart(text, span.start),
    end: nextLine(text, isBreak(text, last) ? lineEndBefore(text, last) : last),
  };
}

/** The end of the last line with text at or before `at`. */
function lineEndBefore(text: string, at: number): number {
  let end = at;
  while (end > 0 && (isBreak(text, end - 1) || text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return end;
}

/** An edit that puts whole lines at the beginning of a line. The last line of a text may lack its break. */
export function insertLines(text: string, at: number, lines: readonly string[]): TextEdit {
  const br = breakAt(text, Math.max(0, at - 1));
  const open = at > 0 && !isBreak(text, at - 1);
  const newText = open ? lines.map((line) => br + line).join('') : lines.map((line) => line + br).join('');
  return { span: { start: at, end: at }, newText };
}

/** Width of the blanks a line begins with, a tab reaching to the next multiple of four, as CommonMark counts. */
export function columnOf(text: string, start: number, at: number): number {
  let column = 0;
  for (let i = start; i < at; i++) column += text[i] === '\t' ? 4 - (column % 4) : 1;
  return column;
}
