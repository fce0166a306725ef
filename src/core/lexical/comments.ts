import type { Span } from '../model/span.js';
import { Scan } from './scan.js';
import type { Found, Syntax } from './syntax.js';

/** One comment, or a run of line comments that belong together, with its marks. Offsets in UTF-16 units of the text. */
export interface Comment extends Span {
  /**
   * The text of each of its lines, without marks, decoration and the blanks around; of a blank line, or one that holds a
   * mark alone, an empty range.
   */
  readonly lines: readonly Span[];
}

/**
 * The comments of a text in order; linear in it. Line comments with the same mark, below each other at the same column, are one:
 * the first of them may stand behind code. Lines break at \r\n, \n and \r.
 */
export function findComments(text: string, syntax: Syntax): readonly Comment[] {
  const comments: Comment[] = [];
  let run: Run | undefined;
  let lineStart = 0;
  let previousEnd = 0;
  for (const found of new Scan(text, syntax).run()) {
    const { start, end } = found;
    const before = startOfLine(text, start, previousEnd);
    if (before !== undefined) lineStart = before;
    if (found.block) {
      run = undefined;
      comments.push({ start, end, lines: blockLines(text, found) });
    } else {
      const from = textStart(text, found);
      const mark = text.slice(start, from);
      const column = start - lineStart;
      const words = trim(text, from, found.to);
      const follows =
        run?.mark === mark &&
        run.column === column &&
        afterBreak(text, run.end, lineStart) &&
        blank(text, lineStart, start);
      if (run && follows) {
        run.end = end;
        run.lines.push(words);
      } else {
        run = { start, end, lines: [words], mark, column };
        comments.push(run);
      }
    }
    previousEnd = end;
  }
  return comments.map(({ start, end, lines }) => ({ start, end, lines }));
}

/** Line comments below each other. */
interface Run extends Comment {
  end: number;
  readonly lines: Span[];
  /** With all that belongs to it: `///`, `//!`, `;;`. */
  readonly mark: string;
  readonly column: number;
}

/** Where the line of a place begins; `undefined` where it begins before `limit`. */
function startOfLine(text: string, at: number, limit: number): number | undefined {
  for (let i = at; i > limit; i--) if (isBreak(text.charCodeAt(i - 1))) return i;
  return undefined;
}

/** One line break lies between the two, and nothing else. */
function afterBreak(text: string, from: number, to: number): boolean {
  return (to === from + 1 && isBreak(text.charCodeAt(from))) || (to === from + 2 && text.startsWith('\r\n', from));
}

function blank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
}

/** Behind the whole mark: its last character may stand there several times, and `!` makes it documentation. */
function textStart(text: string, { start, from, to }: Found): number {
  const last = text.charCodeAt(from - 1);
  let at = from;
  if (from > start && !isWord(last)) while (at < to && text.charCodeAt(at) === last) at++;
  return at < to && text[at] === '!' ? at + 1 : at;
}

function blockLines(text: string, found: Found): readonly Span[] {
  const lines: Span[] = [];
  const closes = text.charCodeAt(found.to);
  const starred = text.slice(found.start, found.from).includes('*');
  let start = textStart(text, found);
  let { to } = found;
  // `**/` closes as `*/` does.
  if (found.end > to && !isWord(closes)) while (to > start && text.charCodeAt(to - 1) === closes) to--;
  for (let at = start; ; at++) {
    const code = at < to ? text.charCodeAt(at) : 10;
    if (!isBreak(code)) continue;
    const words = trim(text, start, Math.min(at, to));
    lines.push(starred && lines.length > 0 ? undecorated(text, words) : words);
    if (at >= to) return lines;
    if (code === 13 && at + 1 < to && text.charCodeAt(at + 1) === 10) at++;
    start = at + 1;
  }
}

/** A line without the `*` before it. */
function undecorated(text: string, { start, end }: Span): Span {
  let at = start;
  while (at < end && text[at] === '*') at++;
  return at === end || isBlank(text.charCodeAt(at)) ? trim(text, at, end) : { start, end };
}

function trim(text: string, from: number, to: number): Span {
  let [start, end] = [Math.min(from, to), to];
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
