import type { Span } from '../model/span.js';
import { findMojibake, type MojibakePlace } from './mojibake.js';

/** A piece of the source replaced while reading: markup by nothing, an entity or mojibake by what it means. */
export interface Replacement extends Span {
  readonly text: string;
}

/** A piece of the text, kept or put in for another: where it begins there, and what it stands for in the source. */
interface Piece {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly kept: boolean;
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
        pieces.push({ at: text.length, from, to, kept: true });
        text += source.slice(from, to);
      }
    };
    for (const replacement of replacements) {
      keep(replacement.start);
      if (replacement.text) {
        pieces.push({ at: text.length, from: replacement.start, to: replacement.end, kept: false });
      }
      text += replacement.text;
      from = replacement.end;
    }
    keep(span.end);
    pieces.push({ at: text.length, from: span.end, to: span.end, kept: false });
    return new MappedText(text, source, span, pieces);
  }

  /** Source offset of the character at `index`; inside a replaced piece, the start of what was replaced. */
  sourceAt(index: number): number {
    if (!this.pieces) return this.span.start + Math.max(0, Math.min(index, this.text.length));
    const { at, from, to, kept } = this.pieces[last(this.pieces, (piece) => piece.at <= index)]!;
    return kept ? Math.max(from, Math.min(from + index - at, to)) : from;
  }

  /** Source range of `text[start, end)`: ends behind the source of its last character, before markup that follows it. */
  sourceSpan(start: number, end: number): Span {
    const first = this.sourceAt(start);
    if (end <= start || !this.pieces) return { start: first, end: Math.max(first, this.sourceAt(end)) };
    const { at, from, to, kept } = this.pieces[last(this.pieces, (piece) => piece.at < end)]!;
    return { start: first, end: kept ? Math.min(from + end - at, to) : to };
  }

  /** The first index whose source lies at `offset` or behind it. */
  indexAt(offset: number): number {
    if (!this.pieces) return Math.max(0, Math.min(offset - this.span.start, this.text.length));
    const found = last(this.pieces, (piece) => piece.from < offset);
    const { at, from, to, kept } = this.pieces[found]!;
    if (offset <= from) return at;
    return kept ? at + Math.min(offset, to) - from : (this.pieces[found + 1]?.at ?? this.text.length);
  }
}

/** Index of the last of the pieces that passes a test which all before it pass; the first, where none does. */
function last(pieces: readonly Piece[], test: (piece: Piece) => boolean): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (test(pieces[middle]!)) low = middle;
    else high = middle - 1;
  }
  return low;
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
