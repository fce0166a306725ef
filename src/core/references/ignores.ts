import type { Ignore } from '../model/problem.js';
import { LineIndex } from '../model/span.js';

/**
 * Comments that silence problems: `<!-- roadmap-lens-ignore overdue -->` on the line itself,
 * `// roadmap-lens-ignore-next-line unknown-task, closed-task` above it; without a code all of the line. What follows `--` is
 * the reason.
 */
const keyword = 'roadmap-lens-ignore';
const pattern = /roadmap-lens-ignore(-next-line)?(?![\w-])/gi;
/** What may stand before the keyword: nothing, or what opens a comment or goes on with one; not in quotes. */
const opening =
  /(?:^\s*|(?:^|[^"'`])(?:\/{2,3}|\/\*{1,2}|#{1,3}|-{2,3}|;{1,3}|%{1,3}|<!-{2,3}|\{-|\(\*|\*|!)!?\s{0,8})$/;
/** Where the list of codes ends: at the reason, or with the comment. */
const listEnd = /(?:^|\s)--|-->|\*\/|-\}|\*\)/;
const longest = 400;

/**
 * The comments of a text that silence problems, in their order; undefined where there are none. In `prose` (Markdown) what stands
 * between code fences shows what they look like. Linear.
 */
export function readIgnores(text: string, prose = false): readonly Ignore[] | undefined {
  if (!text.toLowerCase().includes(keyword)) return undefined;
  const lines = new LineIndex(text);
  const fenced = prose ? fencedLines(text, lines) : new Set<number>();
  const found: Ignore[] = [];
  for (const { 0: word, index, 1: nextLine } of text.matchAll(pattern)) {
    const line = lines.lineAt(index);
    const { start, end } = lines.lineSpan(line);
    if (fenced.has(line) || !opening.test(text.slice(Math.max(start, index - 40), index))) continue;
    const from = index + word.length;
    const rest = text.slice(from, Math.min(end, from + longest));
    const list = rest.slice(0, listEnd.exec(rest)?.index ?? rest.length);
    const codes = [...list.matchAll(/[^\s,:]+/g)];
    const last = codes.at(-1);
    found.push({
      line: nextLine ? nextFull(text, lines, line) : line,
      // A word that is no code is kept, so that it is told of rather than taken for none.
      codes: codes.map(([code]) => code.toLowerCase()),
      range: {
        start: lines.positionAt(index),
        end: lines.positionAt(last ? from + last.index + last[0].length : from),
      },
    });
  }
  return found.length > 0 ? found : undefined;
}

/** The lines between code fences. */
function fencedLines(text: string, lines: LineIndex): ReadonlySet<number> {
  const inside = new Set<number>();
  let fence: string | undefined;
  for (let line = 0; line < lines.lineCount; line++) {
    const { start, end } = lines.lineSpan(line);
    const mark = /^\s{0,12}(?:[-*+>]\s{1,4})?(`{3,}|~{3,})/.exec(text.slice(start, Math.min(end, start + 100)))?.[1];
    if (mark && (fence === undefined || mark.startsWith(fence))) fence = fence === undefined ? mark : undefined;
    else if (fence !== undefined) inside.add(line);
  }
  return inside;
}

/** The first line below one that is not blank: Markdown sets comments apart by blank lines. */
function nextFull(text: string, lines: LineIndex, line: number): number {
  for (let next = line + 1; next < lines.lineCount; next++) {
    const { start, end } = lines.lineSpan(next);
    if (text.slice(start, end).trim() !== '') return next;
  }
  return line + 1;
}

/** Whether a problem of a line is silenced. */
export function isIgnored(ignores: readonly Ignore[] | undefined, line: number, code: string): boolean {
  return (ignores ?? []).some((one) => one.line === line && (one.codes.length === 0 || one.codes.includes(code)));
}
