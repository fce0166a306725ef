import { escape, type Rule, type Syntax, type Hole, type Quoted } from './syntax.js';

/** How a string goes on; without `escape` nothing in it is escaped. */
export type Shape = Omit<Quoted, 'close'>;

/** Escapes by a backslash. */
export const escaped: Shape = { escape: '\\' };

/** Escapes by a backslash, over several lines. */
export const multiline: Shape = { escape: '\\', lines: true };

/** Over several lines, without escapes. */
export const verbatim: Shape = { lines: true };

/** The quotation mark twice is one. */
export const doubled: Shape = { doubled: true };

/** A string between the same marks. `behind` must stand before it: the source of an expression that takes no room. */
export function quoted(mark: string, shape: Shape = escaped, behind = ''): Rule {
  return between(mark[0]!, behind + escape(mark), mark, shape);
}

/** A string between two marks. */
export function between(first: string, open: string, close: string, shape: Shape): Rule {
  const string = { ...shape, close };
  return { first, open, read: (scan, _start, end) => scan.quoted(string, end) };
}

/** A string that ends on its line. Where nothing closes it there, it is an apostrophe. */
export function closed(mark: string, shape: Pick<Shape, 'escape'> = {}): Rule {
  return {
    first: mark,
    open: escape(mark),
    read: (scan, start, from) => {
      if (start < scan.triedBefore(mark)) return undefined;
      const { text } = scan;
      for (let at = from; at < text.length && text[at] !== '\n' && text[at] !== '\r'; at++) {
        if (text[at] === mark) return at + 1;
        if (text[at] === shape.escape) at++;
      }
      scan.tried(mark, start);
      return undefined;
    },
  };
}

/** Code inside strings: `holes('${', '#{')`. */
export function holes(...opens: readonly string[]): Pick<Quoted, 'holes'> {
  return { holes: opens.map((open): Hole => ({ open, close: open.endsWith('(') ? ')' : '}' })) };
}

/** Code that brackets hold, in a language of its own: `${…}` of shells. */
export function bracketed(open: string, syntax: () => Syntax): Rule {
  return { first: open[0]!, open: escape(open), read: (scan, _start, end) => scan.enter(syntax(), '}', end) };
}

/** A string whose closer is made of its opener. Where nothing closes it, it is none. */
export function paired(first: string, open: string, closer: (opener: string) => string): Rule {
  return {
    first,
    open,
    read: (scan, start, from) => {
      const close = closer(scan.text.slice(start, from));
      const to = scan.find(close, from);
      return to < 0 ? undefined : to + close.length;
    },
  };
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/**
 * A string between delimiters of choice, the last character of the opener being one: `%q(…)`, `q{…}`, `m#…#`. Brackets may
 * hold others like them. `parts` says how many such texts follow each other: two in `s/…/…/`.
 */
export function delimited(first: string, open: string, parts: (opener: string) => number = () => 1): Rule {
  return {
    first,
    open,
    read: (scan, start, from) => {
      let at = from;
      let delimiter = scan.text[from - 1]!;
      for (let left = parts(scan.text.slice(start, from)); left > 0; left--) {
        const end = scan.search((text) => delimitedEnd(text, at, delimiter));
        // What was read is not read again.
        if (end < 0) return at === from ? undefined : at;
        at = end;
        if (left > 1 && closers[delimiter]) {
          // The second part has brackets of its own: `s{…} {…}`.
          while (/\s/.test(scan.text[at] ?? '')) at++;
          delimiter = scan.text[at] ?? '';
          if (delimiter === '') return at;
          at++;
        }
      }
      return at;
    },
  };
}

function delimitedEnd(text: string, from: number, delimiter: string): number {
  const open = delimiter.charCodeAt(0);
  const close = (closers[delimiter] ?? delimiter).charCodeAt(0);
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === close) {
      if (depth === 0) return at + 1;
      depth--;
    } else if (code === open) depth++;
  }
  return -1;
}

/**
 * A here-document, which begins on the next line and ends with a line that its opener names. `name` takes the name from the
 * opener, `tail` is the source of what may follow it on the last line.
 */
export function hereDocument(first: string, open: string, indented: (opener: string) => boolean, tail = ''): Rule {
  return {
    first,
    open,
    read: (scan, start, end) => {
      const opener = scan.text.slice(start, end);
      const name = /["'`](.*)["'`]$|([^\s"'`\\<~-][^\s"'`\\]*)$/.exec(opener)?.slice(1).find(Boolean);
      if (name === undefined || name.length > 200) return undefined;
      const from = scan.bodyStart(end);
      const last = new RegExp(`^${indented(opener) ? '[ \\t]*' : ''}${escape(name)}${tail || '[ \\t]*$'}`, 'gm');
      last.lastIndex = from;
      const to = scan.search((text) => (last.test(text) ? last.lastIndex : -1));
      if (to >= 0) scan.skipBody(end, to);
      return end;
    },
  };
}
