import type { Span } from '../model/span.js';

/** A commit's message while it is written, without what git takes out of it. */
export interface CommitText {
  /** The first paragraph, its lines joined by blanks, as git has it. */
  readonly subject: string;
  /** What follows, with `\n` between the lines. */
  readonly body: string;
  /** Of the subject's first line; empty at the beginning where there is none. */
  readonly subjectLine: Span;
  /** Behind the last line that says something. */
  readonly end: number;
}

/** Behind this line git takes nothing: see `git commit --cleanup=scissors`. */
const scissors = /^(\S{1,4}) -{24} >8 -{24}$/;

/**
 * Reads the text of a commit box, or of a file that git opens in an editor. In the latter lines that begin with the comment
 * character are taken out: the one that git's own remarks at the end begin with, by default `#`.
 */
export function readCommitText(text: string, isFile: boolean): CommitText {
  const all = linesOf(text);
  const at = isFile ? all.findIndex(({ line }) => scissors.test(line)) : -1;
  const taken = at < 0 ? all : all.slice(0, at);
  const mark = scissors.exec(all[at]?.line ?? '')?.[1] ?? commentMark(text);
  const lines = isFile ? taken.filter(({ line }) => !line.startsWith(mark)) : taken;
  const isBlank = ({ line }: Line) => line.trim() === '';
  const first = lines.findIndex((line) => !isBlank(line));
  if (first < 0) return { subject: '', body: '', subjectLine: { start: 0, end: 0 }, end: 0 };
  const behind = lines.findIndex((line, index) => index > first && isBlank(line));
  const subject = lines.slice(first, behind < 0 ? undefined : behind);
  const body = behind < 0 ? [] : lines.slice(behind);
  const { start, line } = lines[first]!;
  const last = [...lines].reverse().find((each) => !isBlank(each))!;
  return {
    subject: subject.map((each) => each.line.trim()).join(' '),
    body: body
      .map((each) => each.line.trimEnd())
      .join('\n')
      .trim(),
    subjectLine: { start, end: start + line.length },
    end: last.start + last.line.length,
  };
}

interface Line {
  readonly line: string;
  readonly start: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ line: text.slice(start, index), start });
    start = index + lineBreak.length;
  }
  lines.push({ line: text.slice(start), start });
  return lines;
}

/** What git says of comments in the file itself, in any language: `… starting with ';' will be ignored …`. */
function commentMark(text: string): string {
  const [, mark, said] = /^([!-/:-@[-`{-~]) [^\n]{0,200}\n\1 [^'"\n]{0,200}['"]([!-/:-@[-`{-~])['"]/m.exec(text) ?? [];
  return mark !== undefined && mark === said ? mark : '#';
}
