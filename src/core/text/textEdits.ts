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
