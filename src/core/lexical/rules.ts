import { escape, type Rule, type Syntax, type Reading } from './syntax.js';

/** What must stand around an opener: sources of regular expressions that take no room. */
export interface Around {
  readonly behind?: string;
  readonly ahead?: string;
}

/** Only blanks stand before it on its line. */
export const atLineStart = '(?<=^[ \\t]*)';

/** It begins a word, as shells divide words. */
export const atWordStart = '(?<![^\\s;&|()])';

/** A blank stands before it, or nothing. */
export const afterBlank = '(?<!\\S)';

/** A character inside a literal of one character, escaped or not. */
export const oneCharacter =
  "(?:[^'\\\\\\n\\r\\ud800-\\udfff]|[\\ud800-\\udbff][\\udc00-\\udfff]|\\\\(?:u\\{[\\da-fA-F_]{1,8}\\}|[^\\n\\r][\\da-zA-Z]{0,8}))";

/** A comment from its mark to the end of its line. */
export function line(mark: string, { behind = '', ahead = '' }: Around = {}): Rule {
  return lineLike(mark[0]!, behind + escape(mark) + ahead);
}

/** A comment from its mark to the end of its line, where the mark has several forms; `close` on the line ends it before. */
export function lineLike(first: string, open: string, close?: string): Rule {
  return {
    first,
    open,
    read: (scan, start, end) => {
      let to = scan.lineEnd(end);
      const closed = close === undefined ? -1 : scan.text.slice(end, to).indexOf(close);
      if (closed >= 0) to = end + closed;
      return scan.comment(start, end, to, to, false);
    },
  };
}

/** A comment between marks; to the end of the text where nothing closes it. */
export function block(open: string, close: string, { behind = '', ahead = '' }: Around = {}): Rule {
  return {
    first: open[0]!,
    open: behind + escape(open) + ahead,
    read: (scan, start, from) => {
      const to = scan.text.indexOf(close, from);
      return to < 0 ? openEnded(scan, start, from) : scan.comment(start, from, to, to + close.length, true);
    },
  };
}

/** A comment between marks that stand on lines of their own. */
export function blockOfLines(open: string, close: string, first = open[0]!): Rule {
  return blockLike(first, `^${open}`, `^${close}`);
}

/** A comment between marks that have several forms: sources of regular expressions. */
export function blockLike(first: string, open: string, close: string): Rule {
  const closer = new RegExp(close, 'gm');
  return {
    first,
    open,
    read: (scan, start, from) => {
      closer.lastIndex = from;
      const found = closer.exec(scan.text);
      if (!found) return openEnded(scan, start, from);
      return scan.comment(start, from, found.index, found.index + found[0].length, true);
    },
  };
}

/** A comment between marks that may hold others like it. `skip` is the source of what hides marks inside. */
export function nested(open: string, close: string, { ahead = '', skip = '' }: Around & { skip?: string } = {}): Rule {
  const marks = new RegExp(`${skip && `${skip}|`}${escape(open)}|${escape(close)}`, 'g');
  return {
    first: open[0]!,
    open: escape(open) + ahead,
    read: (scan, start, from) => {
      let depth = 1;
      marks.lastIndex = from;
      for (let found; (found = marks.exec(scan.text));) {
        if (found[0] === open) depth++;
        else if (found[0] === close && --depth === 0) {
          return scan.comment(start, from, found.index, marks.lastIndex, true);
        }
      }
      return openEnded(scan, start, from);
    },
  };
}

/** A comment whose marks say by a number of `=` which belong together: `--[==[ … ]==]`. */
export function leveledComment(before: string): Rule {
  return {
    first: before[0]!,
    open: `${escape(before)}\\[=*\\[`,
    read: (scan, start, from) => {
      const close = `]${'='.repeat(from - start - before.length - 2)}]`;
      const to = scan.text.indexOf(close, from);
      return to < 0 ? openEnded(scan, start, from) : scan.comment(start, from, to, to + close.length, true);
    },
  };
}

/** What stands for nothing else: an escaped mark, a literal of one character. */
export function skip(first: string, open: string): Rule {
  return { first, open, read: (_scan, _start, end) => end };
}

/** What goes to the end of its line and is no comment: a directive, a line of a string. */
export function skipLine(first: string, open: string): Rule {
  return { first, open, read: (scan, _start, end) => scan.lineEnd(end) };
}

/** Nothing behind it is read: the end of a program, before its data. */
export function skipRest(first: string, open: string): Rule {
  return { first, open, read: (scan) => scan.text.length };
}

/** Text between marks that is no comment, if it is closed. */
export function skipTo(first: string, open: string, close: string): Rule {
  return skipLike(first, open, escape(close));
}

/** The same where the closing mark has several forms, or stands in a certain place: the source of a regular expression. */
export function skipLike(first: string, open: string, close: string): Rule {
  const closer = new RegExp(close, 'gm');
  return {
    first,
    open,
    read: (scan, _start, from) => {
      closer.lastIndex = from;
      const to = scan.search((text) => (closer.test(text) ? closer.lastIndex : -1));
      return to < 0 ? undefined : to;
    },
  };
}

/** Another language from here on, until a `leave` in it. */
export function switchTo(first: string, open: string, syntax: () => Syntax): Rule {
  return { first, open, read: (scan, _start, end) => scan.switchTo(syntax(), end) };
}

/** The way back. */
export function leave(first: string, open: string): Rule {
  return {
    first,
    open,
    read: (scan, _start, end) => {
      scan.leave();
      return end;
    },
  };
}

/** A comment that nothing closes. */
function openEnded(scan: Reading, start: number, from: number): number {
  return scan.comment(start, from, scan.text.length, scan.text.length, true);
}
