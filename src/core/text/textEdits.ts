import type { TextEdit } from '../model/edit.js';

/** Edits in ascending order; of those at one place, the order in which they were given is kept. */
export function sorted(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Whether two of the edits, in ascending order, change the same characters. */
export function overlap(edits: readonly TextEdit[]): boolean {
  return edits.some((edit, index) => index > 0 && edits[index - 1]!.span.end > edit.span.start);
}

/** The text with edits made: ascending, without overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { span, newText } of edits) {
    pieces.push(text.slice(from, span.start), newText);
    from = span.end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** The edits that lead back from `applyEdits(text, edits)` to the text. */
export function invertEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map(({ span, newText }) => {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return { span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) };
  });
}

/**
 * The edit without what it leaves as it is at both ends. A surrogate pair, or a line break of two characters, is not
 * divided.
 */
export function trimEdit(text: string, edit: TextEdit): TextEdit {
  const { newText } = edit;
  let { start, end } = edit.span;
  let from = 0;
  let to = newText.length;
  while (start < end && from < to && text[start] === newText[from]) {
    start++;
    from++;
  }
  if (from > 0 && (splits(text, start) || splits(newText, from))) {
    start--;
    from--;
  }
  while (end > start && to > from && text[end - 1] === newText[to - 1]) {
    end--;
    to--;
  }
  if (to < newText.length && (splits(text, end) || splits(newText, to))) {
    end++;
    to++;
  }
  return { span: { start, end }, newText: newText.slice(from, to) };
}

/** Whether a place in a text lies inside a surrogate pair, before a combining selector, or inside `\r\n`. */
function splits(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0xdc00 && code <= 0xdfff) || code === 0xfe0f || (code === 10 && text.charCodeAt(at - 1) === 13);
}

/** A stretch of the text an edit list leads to: kept from the source, or put in. */
type Piece = { readonly from: number; readonly to: number } | { readonly text: string };

/**
 * The edits that do at once what `first` and then `second` do; `second` is in offsets of the text that `first` leads to,
 * from a source of `length` characters. Both ascend without overlap, and so does the result.
 */
export function composeEdits(length: number, first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { span, newText } of first) {
    pieces.push({ from, to: span.start }, { text: newText });
    from = span.end;
  }
  pieces.push({ from, to: length });
  const result: Piece[] = [];
  let at = 0;
  let next = 0;
  let skip = 0;
  for (const piece of pieces) {
    const size = sizeOf(piece);
    let used = 0;
    while (used < size) {
      const edit = second[next];
      if (skip > 0) {
        const cut = Math.min(skip, size - used);
        skip -= cut;
        used += cut;
        continue;
      }
      if (edit && edit.span.start === at + used) {
        result.push({ text: edit.newText });
        skip = edit.span.end - edit.span.start;
        next++;
        continue;
      }
      const until = edit ? Math.min(size, edit.span.start - at) : size;
      result.push(slice(piece, used, until));
      used = until;
    }
    at += size;
  }
  for (; next < second.length; next++) result.push({ text: second[next]!.newText });
  return editsOf(length, result);
}

function sizeOf(piece: Piece): number {
  return 'text' in piece ? piece.text.length : piece.to - piece.from;
}

function slice(piece: Piece, start: number, end: number): Piece {
  return 'text' in piece ? { text: piece.text.slice(start, end) } : { from: piece.from + start, to: piece.from + end };
}

/** What the pieces leave out of the source, and what they put in. */
function editsOf(length: number, pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let newText = '';
  for (const piece of [...pieces, { from: length, to: length }]) {
    if ('text' in piece) newText += piece.text;
    else if (piece.from > at || (newText !== '' && (piece.to > piece.from || piece.from === length))) {
      edits.push({ span: { start: at, end: piece.from }, newText });
      newText = '';
      at = piece.to;
    } else at = Math.max(at, piece.to);
  }
  return edits;
}
