/** A comment as it was found: not yet divided into lines. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** Behind its opening mark, and before its closing one. */
  readonly from: number;
  readonly to: number;
  readonly block: boolean;
}

/** A string whose end is not known from its first character on. */
export interface Quoted {
  readonly close: string;
  /** The character that takes the next one its meaning. */
  readonly escape?: string;
  /** Its closer twice is one character of it. */
  readonly doubled?: boolean;
  /** It may go over several lines. */
  readonly lines?: boolean;
  /** Code inside it. */
  readonly holes?: readonly Hole[];
  /** The character that opens such code, where twice it stands for itself. */
  readonly twice?: string;
}

/** Code inside a string: `${…}`. */
export interface Hole {
  readonly open: string;
  readonly close: '}' | ')';
  /** How to read it, where that is not the language around it. */
  readonly syntax?: Syntax;
}

/** What begins with an opener: a comment, a string, or what only looks like one of them. */
export interface Rule {
  /** All characters that the opener may begin with. */
  readonly first: string;
  /** The opener as the source of a regular expression, for which `^` is the start of a line. Linear, without groups. */
  readonly open: string;
  /** Goes on behind what begins here, whose opener is `[start, end)`; `undefined` where it is not what it looks like. */
  readonly read: (scan: Reading, start: number, end: number) => number | undefined;
}

/** What a rule is handed: the text, and how to go on in it. Offsets are of the text; methods that read return where they ended. */
export interface Reading {
  readonly text: string;
  /** The comments so far. */
  readonly found: readonly Found[];
  /** Where the line ends: before its break. */
  lineEnd(at: number): number;
  /** Where the next line begins. */
  nextLine(at: number): number;
  /** The next place of a closer; -1 where there is none. */
  find(closer: string, from: number): number;
  /** A search for a closer that may end in vain: -1. */
  search(look: (text: string) => number): number;
  /** Up to where nothing closes what a mark opens: the rest of a line was tried. */
  triedBefore(mark: string): number;
  /** Nothing closes what a mark opens here, to the end of the line. */
  tried(mark: string, at: number): void;
  /** Keeps a comment. */
  comment(start: number, from: number, to: number, end: number, block: boolean): number;
  /** Reads a string from behind its opener. */
  quoted(quoted: Quoted, from: number): number;
  /** Reads code from here to a bracket that closes it. */
  enter(syntax: Syntax | undefined, close: Hole['close'], from: number): number;
  /** Reads from here in another language, until `leave`. */
  switchTo(syntax: Syntax, from: number): number;
  /** Goes back to the language of the file. */
  leave(): void;
  /** Reads a part in another language on its own. Parts in such parts are left unread where they go too deep. */
  part(syntax: Syntax, start: number, end: number): number;
  /** Where the body of a here-document begins whose opener ends here: behind those of its line that came before. */
  bodyStart(at: number): number;
  /** Leaves out the body of a here-document once its opener's line is read. */
  skipBody(at: number, end: number): void;
}

/** A rule that is ready to run. */
interface Opener {
  readonly open: RegExp;
  readonly read: Rule['read'];
}

/** The rules of a language in the form that runs. */
export interface Lexer {
  /** Finds the next character with which something may begin. */
  readonly next: RegExp;
  /** The openers that begin with a character, by its code; the first that fits counts. */
  readonly openers: readonly (readonly Opener[] | undefined)[];
}

/** How comments and strings of a language look. Compiled when it is first used. */
export class Syntax {
  private plain: Lexer | undefined;
  private braces: Lexer | undefined;
  private round: Lexer | undefined;

  constructor(readonly rules: readonly Rule[]) {}

  /** For code that nothing closes. */
  get lexer(): Lexer {
    return (this.plain ??= compile(this.rules, ''));
  }

  /** For code inside a string, which stops at brackets too: these close it. */
  within(close: string): Lexer {
    return close === ')' ? (this.round ??= compile(this.rules, '()')) : (this.braces ??= compile(this.rules, '{}'));
  }
}

function compile(rules: readonly Rule[], brackets: string): Lexer {
  const openers: Opener[][] = [];
  for (const { first, open, read } of rules) {
    const opener = { open: new RegExp(open, 'my'), read };
    for (const character of first) (openers[character.charCodeAt(0)] ??= []).push(opener);
  }
  const stops = new Set(rules.flatMap(({ first }) => first.split('')).concat(brackets.split('')));
  // One class of characters: the engine passes over everything else faster than any loop does.
  const next = new RegExp(stops.size > 0 ? `[${[...stops].map(escape).join('')}]` : '(?!)', 'g');
  return { next, openers };
}

/** A text as the source of a regular expression that matches it, also inside a class. */
export function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
