import type { Rule, Reading } from './syntax.js';

/** How a language tells `/` that divides from one that begins a regular expression. */
export interface PatternRule {
  /** Words that a value follows: `return`. */
  readonly words: readonly string[];
  /** A name may take a value without brackets: `puts /x/`. */
  readonly bareArguments?: boolean;
  /** Nothing is divided over lines. */
  readonly atLineStart?: boolean;
}

/** A regular expression literal, which ends on its line. */
export function pattern({ words, bareArguments = false, atLineStart = false }: PatternRule): Rule {
  const known = new Set(words);
  return {
    first: '/',
    open: '\\/(?![/*>])',
    read: (scan, start) => {
      if (start < scan.triedBefore('/') || !valueFollows(scan, start, known, bareArguments, atLineStart))
        return undefined;
      const end = patternEnd(scan.text, start + 1);
      if (end >= 0) return end;
      scan.tried('/', start);
      return undefined;
    },
  };
}

/** Whether what stands before asks for a value, so that nothing can be divided here. */
function valueFollows(
  { text, found }: Reading,
  start: number,
  words: ReadonlySet<string>,
  bareArguments: boolean,
  atLineStart: boolean,
): boolean {
  let at = start - 1;
  // Comments count as blanks. Each is passed over once, as the next `/` stops here.
  for (let comment = found.length - 1; ;) {
    while (at >= 0 && text.charCodeAt(at) <= 32) at--;
    if (comment < 0 || found[comment]!.end !== at + 1) break;
    at = found[comment]!.start - 1;
    comment--;
  }
  if (at < 0 || (atLineStart && /[\r\n]/.test(text.slice(at + 1, start)))) return true;
  const before = text[at]!;
  if (/[\w$\u0080-\uffff]/.test(before)) {
    const word = /[\w$]+$/.exec(text.slice(Math.max(0, at - 12), at + 1))?.[0] ?? '';
    if (words.has(word) && text[at - word.length] !== '.') return true;
    return bareArguments && at < start - 1 && /[a-z_]/.test(before) && /[^\s=]/.test(text[start + 1] ?? '');
  }
  // `x! / 2` of TypeScript; `!/x/`.
  if (before === '!') return !/[\w$)\]]/.test(text[at - 1] ?? '');
  if (before === '+' || before === '-') return text[at - 1] !== before;
  // `=> /x/`; `</p>` and `<p>/` of JSX.
  if (before === '>') return text[at - 1] === '=';
  // `</p>`; `list << /x/`.
  if (before === '<') return at < start - 1;
  return !')]}"\'`.@'.includes(before);
}

/** Behind the closing `/` on the line; -1 where there is none. */
function patternEnd(text: string, from: number): number {
  let inClass = false;
  for (let at = from; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 10:
      case 13:
        return -1;
      case 92:
        // An escaped line break ends the line all the same.
        if (!/[\r\n]/.test(text[at + 1] ?? '')) at++;
        break;
      case 91:
        inClass = true;
        break;
      case 93:
        inClass = false;
        break;
      case 47:
        if (!inClass) return at + 1;
    }
  }
  return -1;
}
