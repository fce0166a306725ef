import type { Rule, Syntax, Reading } from './syntax.js';

/** The longest indentation of a line that is looked at. */
const blanks = /[ ]*/y;

/** Text of YAML that indentation holds: `|` and `>` at the end of a line. */
export function blockScalar(): Rule {
  return {
    first: '|>',
    open: '(?<=[:?-][ \\t]+(?:[&!]\\S*[ \\t]+){0,3}|^[ \\t]*)[|>][-+\\d]{0,3}(?=[ \\t]*(?:[ \\t]#.*)?$)',
    read: (scan, start, end) => {
      const { text } = scan;
      const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
      const parent = parentIndentation(text.slice(lineStart, start));
      // A comment may stand behind the mark itself.
      const hash = text.slice(end, scan.lineEnd(end)).indexOf('#');
      if (hash >= 0) scan.comment(end + hash, end + hash + 1, scan.lineEnd(end), scan.lineEnd(end), false);
      let at = scan.nextLine(end);
      let own = -1;
      while (at < text.length) {
        blanks.lastIndex = at;
        blanks.test(text);
        const indentation = blanks.lastIndex - at;
        if (!/[\r\n]/.test(text[at + indentation] ?? '\n')) {
          if (own < 0) own = indentation > parent ? indentation : Infinity;
          if (indentation < own) return at;
        }
        at = scan.nextLine(at);
      }
      return at;
    },
  };
}

/** Where the key or item stands that the text belongs to; -1 for a whole document. */
function parentIndentation(before: string): number {
  const items = /^ *(?:[-?:] +)*/.exec(before)?.[0].length ?? 0;
  if (items < before.length) return before.startsWith('---') ? -1 : items;
  return before.trimEnd().length - 1;
}

/** A part of a page in another language, from `<script …>` to `</script`: chosen by what its tag says. */
export function section(tag: string, choose: (attributes: string) => Syntax | undefined, closeless?: string): Rule {
  const closer = new RegExp(`</${tag}`, 'gi');
  const ignoringCase = tag
    .split('')
    .map((letter) => `[${letter}${letter.toUpperCase()}]`)
    .join('');
  return {
    first: '<',
    open: `<${ignoringCase}(?=[\\s>])`,
    read: (scan, _start, from) => {
      const tagEnd = scan.find('>', from);
      if (tagEnd < 0) return undefined;
      const attributes = scan.text.slice(from, tagEnd);
      if (attributes.endsWith('/')) return tagEnd + 1;
      closer.lastIndex = tagEnd;
      const to = closer.exec(scan.text)?.index ?? scan.text.length;
      const syntax = choose(attributes.slice(0, 1_000));
      // The server's code in it is read with the page.
      if (closeless !== undefined && scan.text.slice(tagEnd, to).includes(closeless)) return tagEnd + 1;
      return syntax ? scan.part(syntax, tagEnd + 1, to) : to;
    },
  };
}

/** A part in another language between two marks, where nothing closes it to the end of the text. */
export function part(first: string, open: string, close: RegExp, syntax: () => Syntax, tail = 0): Rule {
  return {
    first,
    open,
    read: (scan, _start, from) => {
      close.lastIndex = from;
      const found = close.exec(scan.text);
      const to = found?.index ?? scan.text.length;
      scan.part(syntax(), from, to);
      return Math.min(scan.text.length, to + tail);
    },
  };
}

/**
 * Dollar quotes of PostgreSQL: `$tag$ … $tag$`. What stands behind `AS`, `DO`, `EXECUTE` and `LANGUAGE` is code, all else a string.
 */
export function dollarQuoted(syntax: () => Syntax): Rule {
  return {
    first: '$',
    open: '(?<![\\w$])\\$(?:[A-Za-z_]\\w{0,62})?\\$',
    read: (scan, start, from) => {
      const close = scan.text.slice(start, from);
      const to = scan.find(close, from);
      if (to < 0) return undefined;
      if (isBody(scan, start)) scan.part(syntax(), from, to);
      return to + close.length;
    },
  };
}

function isBody({ text }: Reading, start: number): boolean {
  return /\b(?:as|do|execute|language\s{1,9}['\w]{1,20})\s{0,9}$/i.test(text.slice(Math.max(0, start - 60), start));
}
