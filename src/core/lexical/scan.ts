import type { Found, Lexer, Quoted, Reading, Syntax } from './syntax.js';

/** What the text at hand is inside of: a string, to go on with behind code in it, or code. */
type Frame = { readonly quoted: Quoted } | CodeFrame;

interface CodeFrame {
  readonly syntax: Syntax;
  readonly lexer: Lexer;
  /** The bracket that ends it, and how many like it were opened since. */
  readonly close: number;
  readonly open: number;
  depth: number;
}

/**
 * Searches for closers that may end in vain. Each such search may read the whole text, and a text may be full of openers
 * that nothing closes, so afterwards closers are no longer looked for.
 */
const vainSearches = 32;

/** How often parts in other languages may hold such parts themselves. */
const maxNesting = 4;

const line = /[\r\n]/g;

/** One pass over a text: rules read what begins, and leave here the comments that they find. */
export class Scan implements Reading {
  readonly found: Found[] = [];
  private readonly frames: Frame[];
  private readonly triedLines = new Map<string, number>();
  private vain = 0;
  private line = { from: 0, end: -1 };
  /** Bodies of here-documents that begin behind this line. */
  private bodies = { start: Infinity, end: Infinity };

  constructor(
    readonly text: string,
    syntax: Syntax,
    private readonly nesting = 0,
  ) {
    this.frames = [{ syntax, lexer: syntax.lexer, close: -1, open: -1, depth: 0 }];
  }

  /** The comments of the whole text, in order. */
  run(): readonly Found[] {
    const { text } = this;
    let at = this.nesting === 0 && /^\ufeff?#!(?!\[)/.test(text) ? this.lineEnd(0) : 0;
    while (at < text.length) {
      const frame = this.frames[this.frames.length - 1]!;
      at = 'quoted' in frame ? this.resume(frame.quoted, at) : this.readCode(frame, at);
    }
    return this.found;
  }

  /** Where the line ends: before its break. */
  lineEnd(at: number): number {
    // Many things may begin on one long line.
    if (at < this.line.from || at > this.line.end) {
      line.lastIndex = at;
      this.line = { from: at, end: line.test(this.text) ? line.lastIndex - 1 : this.text.length };
    }
    return this.line.end;
  }

  /** Where the next line begins. */
  nextLine(at: number): number {
    const end = this.lineEnd(at);
    return Math.min(this.text.length, end + (this.text.startsWith('\r\n', end) ? 2 : 1));
  }

  /** The next place of a closer; -1 where there is none. */
  find(closer: string, from: number): number {
    return this.search((text) => text.indexOf(closer, from));
  }

  /** A search for a closer that may end in vain: -1. */
  search(look: (text: string) => number): number {
    if (this.vain >= vainSearches) return -1;
    const at = look(this.text);
    if (at < 0) this.vain++;
    return at;
  }

  /** Up to where nothing closes what a mark opens: the rest of a line was tried. */
  triedBefore(mark: string): number {
    return this.triedLines.get(mark) ?? 0;
  }

  /** Nothing closes what a mark opens here, to the end of the line. */
  tried(mark: string, at: number): void {
    this.triedLines.set(mark, this.lineEnd(at));
  }

  /** Keeps a comment. */
  comment(start: number, from: number, to: number, end: number, block: boolean): number {
    this.found.push({ start, end, from: Math.min(from, to), to, block });
    return end;
  }

  /** Reads a string from behind its opener. */
  quoted(quoted: Quoted, from: number): number {
    const end = this.readText(quoted, from, false);
    if (end >= 0) return end;
    // What nothing closes is likelier to be misread than to be a string: it costs its line alone.
    return this.vain++ < vainSearches ? this.lineEnd(from) : this.text.length;
  }

  /** Reads code from here to a bracket that closes it. */
  enter(syntax: Syntax | undefined, close: '}' | ')', from: number): number {
    const own = syntax ?? this.syntax();
    const open = close === '}' ? '{' : '(';
    this.frames.push({
      syntax: own,
      lexer: own.within(close),
      close: close.charCodeAt(0),
      open: open.charCodeAt(0),
      depth: 0,
    });
    return from;
  }

  /** Reads from here in another language, until `leave`. */
  switchTo(syntax: Syntax, from: number): number {
    this.frames.push({ syntax, lexer: syntax.lexer, close: -1, open: -1, depth: 0 });
    return from;
  }

  /** Goes back to the language of the file. */
  leave(): void {
    this.frames.length = 1;
  }

  /** Reads a part in another language on its own. Parts in such parts are left unread where they go too deep. */
  part(syntax: Syntax, start: number, end: number): number {
    if (this.nesting >= maxNesting) return end;
    for (const { start: from, ...rest } of new Scan(this.text.slice(start, end), syntax, this.nesting + 1).run()) {
      this.found.push({
        start: start + from,
        end: start + rest.end,
        from: start + rest.from,
        to: start + rest.to,
        block: rest.block,
      });
    }
    return end;
  }

  /** Where the body of a here-document begins whose opener ends here: behind those of its line that came before. */
  bodyStart(at: number): number {
    const end = this.lineEnd(at);
    return end === this.bodies.start ? this.bodies.end : this.nextLine(at);
  }

  /** Leaves out the body of a here-document once its opener's line is read. */
  skipBody(at: number, end: number): void {
    this.bodies = { start: this.lineEnd(at), end };
  }

  private syntax(): Syntax {
    for (let i = this.frames.length - 1; i >= 0; i--) {
      const frame = this.frames[i]!;
      if ('syntax' in frame) return frame.syntax;
    }
    throw new Error('no language to read');
  }

  /** Reads the next thing that begins in code. */
  private readCode(frame: CodeFrame, from: number): number {
    const { text } = this;
    const { next, openers } = frame.lexer;
    next.lastIndex = from;
    const start = next.test(text) ? next.lastIndex - 1 : text.length;
    if (start >= this.bodies.start) {
      const { end } = this.bodies;
      this.bodies = { start: Infinity, end: Infinity };
      if (start < end) return end;
    }
    if (start === text.length) return start;
    const code = text.charCodeAt(start);
    if (code === frame.close && frame.depth-- === 0) {
      this.frames.pop();
      return start + 1;
    }
    if (code === frame.open) frame.depth++;
    for (const { open, read } of openers[code] ?? []) {
      open.lastIndex = start;
      if (!open.test(text)) continue;
      const end = read(this, start, open.lastIndex);
      if (end !== undefined) return Math.max(end, start + 1);
    }
    return start + 1;
  }

  /** Goes on with a string behind code in it. */
  private resume(quoted: Quoted, from: number): number {
    const end = this.readText(quoted, from, true);
    return end < 0 ? this.text.length : end;
  }

  /** Reads a string to its end, or to code in it; -1 where nothing closes it. */
  private readText(quoted: Quoted, from: number, resumed: boolean): number {
    const { text } = this;
    const { close, holes } = quoted;
    const [closes, escapes] = [close.charCodeAt(0), quoted.escape?.charCodeAt(0) ?? -1];
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === closes && (close.length === 1 || text.startsWith(close, at))) {
        const end = at + close.length;
        if (!quoted.doubled || !text.startsWith(close, end)) {
          if (resumed) this.frames.pop();
          // Of more than three quotation marks the last three close.
          return close.length > 1 && text.charCodeAt(end) === closes && close === close[0]!.repeat(close.length)
            ? quotesEnd(text, end, closes)
            : end;
        }
        at = end + close.length - 1;
        continue;
      }
      const hole = holes?.find(({ open }) => open.charCodeAt(0) === code && text.startsWith(open, at));
      if (hole && (hole.open !== quoted.twice || text[at + 1] !== hole.open)) {
        if (!resumed) this.frames.push({ quoted });
        return this.enter(hole.syntax, hole.close, at + hole.open.length);
      }
      if (hole) at++;
      else if (code === escapes) at += text.startsWith('\r\n', at + 1) ? 2 : 1;
      else if (!quoted.lines && (code === 10 || code === 13)) {
        if (resumed) this.frames.pop();
        return at;
      }
    }
    if (resumed) this.frames.pop();
    return -1;
  }
}

function quotesEnd(text: string, from: number, code: number): number {
  let at = from;
  while (text.charCodeAt(at) === code) at++;
  return at;
}
