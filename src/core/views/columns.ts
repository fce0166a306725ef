/** Widths of texts in terminal columns: wide East Asian letters and emoji take two, combining marks none. */

const segmenter = /\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic})*|./gsu;
const zero = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;
/** Unicode Standard Annex 11, wide and fullwidth, as far as titles use them. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^[\u{1f300}-\u{1faff}]|^[\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}/u;

function widthOf(character: string): number {
  if (zero.test(character)) return 0;
  return wide.test(character) || character.includes('\ufe0f') ? 2 : 1;
}

export function width(text: string): number {
  let sum = 0;
  for (const [character] of text.matchAll(segmenter)) sum += widthOf(character);
  return sum;
}

/** Cuts a text to a width, with an ellipsis where something is missing. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let sum = 0;
  let kept = '';
  for (const [character] of text.matchAll(segmenter)) {
    sum += widthOf(character);
    if (sum > columns - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - width(text))) + text;
}

/** A text from a file for a terminal: without control characters, which could write elsewhere or change its order. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
