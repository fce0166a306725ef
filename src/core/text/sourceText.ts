import type { Span } from '../model/span.js';
import { findMojibake, type MojibakePlace } from './mojibake.js';

/** A piece of the source replaced while reading: markup by nothing, an entity or mojibake by what it means. */
export interface Replacement extends Span {
  readonly text: string;
}

/** A kept piece: its place in the text, in the source, and its length. */
interface Piece {
  readonly at: number;
  readonly from: number;
  readonly length: number;
}

/** A text as read, with the way back to the source: `read.sourceAt(3)` is the offset of its fourth character. */
export class MappedText {
  private constructor(
    readonly text: string,
    /** The whole text it was read from, and where in it. */
    readonly source: string,
    readonly span: Span,
    /** Absent where the text is the source's own. */
    private readonly pieces: readonly Piece[] | undefined,
  ) {}

  /** Reads `source[span]` with the replacements made; these are in order, inside the span, and do not overlap. */
  static read(source: string, span: Span, replacements: readonly Replacement[]): MappedText {
    if (replacements.length === 0) {
      return new MappedText(source.slice(span.start, span.end), source, span, undefined);
    }
    const pieces: Piece[] = [];
    let text = '';
    let from = span.start;
    const keep = (to: number) => {
      if (to > from) {
        pieces.push({ at: text.length, from, length: to - from });
        text += source.slice(from, to);
      }
    };
    for (const replacement of replacements) {
      keep(replacement.start);
      if (replacement.text) pieces.push({ at: text.length, from: replacement.start, length: 0 });
      text += replacement.text;
      from = replacement.end;
    }
    keep(span.end);
    pieces.push({ at: text.length, from: span.end, length: 0 });
    return new MappedText(text, source, span, pieces);
  }

  /** Source offset of the character at `index`; inside a replaced piece, the start of what was replaced. */
  sourceAt(index: number): number {
    if (!this.pieces) return this.span.start + Math.max(0, Math.min(index, this.text.length));
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.pieces[middle]!.at <= index) low = middle;
      else high = middle - 1;
    }
    const piece = this.pieces[low];
    if (!piece) return this.span.start;
    return piece.from + Math.max(0, Math.min(index - piece.at, piece.length));
  }

  /** Source range of `text[start, end)`: ends behind the source of its last character. */
  sourceSpan(start: number, end: number): Span {
    if (end <= start) return { start: this.sourceAt(start), end: this.sourceAt(start) };
    let last = this.sourceAt(end - 1);
    const next = this.sourceAt(end);
    // A kept last character ends right behind itself, even where markup that was left out follows it.
    last = this.isKept(end - 1) ? last + 1 : Math.max(last, next);
    return { start: this.sourceAt(start), end: last };
  }

  private isKept(index: number): boolean {
    return !this.pieces || this.pieces.some((piece) => piece.length > 0 && piece.at <= index && index < piece.at + piece.length);
  }
}

const none: readonly Replacement[] = [];

/** A file's text with what every reader of it asks for: its garbled characters. */
export class SourceText {
  readonly mojibake: readonly MojibakePlace[];

  constructor(readonly text: string) {
    this.mojibake = findMojibake(text);
  }

  /** The garbled characters inside a span. */
  mojibakeIn(span: Span): readonly Replacement[] {
    if (this.mojibake.length === 0) return none;
    let low = 0;
    let high = this.mojibake.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.mojibake[middle]!.start < span.start) low = middle + 1;
      else high = middle;
    }
    const found: Replacement[] = [];
    for (let i = low; i < this.mojibake.length && this.mojibake[i]!.end <= span.end; i++) {
      const { start, end, meant } = this.mojibake[i]!;
      found.push({ start, end, text: meant });
    }
    return found;
  }
}
