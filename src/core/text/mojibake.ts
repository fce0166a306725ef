import type { Span } from '../model/span.js';

/**
 * Finds mojibake: UTF-8 that was once read as Windows-1252 or Latin-1 and saved again, so that `✅` stands as `âœ…`.
 *
 * A UTF-8 sequence is a lead byte (C2–F4) and one to three continuation bytes (80–BF). Read as Windows-1252
 * (https://encoding.spec.whatwg.org/index-windows-1252.txt) each byte became one character; mapping the characters back
 * to bytes and decoding them gives what was meant.
 */

/** One character that was garbled: where it stands and what was meant. */
export interface MojibakePlace extends Span {
  readonly meant: string;
}

/** Windows-1252 for the bytes 80–9F; the five undefined ones stand for themselves, as browsers and VS Code decode them. */
const high =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const byteOf = new Map<number, number>();
// Latin-1 leaves these bytes as control characters, which no good text holds.
for (let byte = 0x80; byte < 0xa0; byte++) byteOf.set(byte, byte);
for (let i = 0; i < high.length; i++) byteOf.set(high.charCodeAt(i), 0x80 + i);
for (let byte = 0xa0; byte <= 0xf4; byte++) byteOf.set(byte, byte);

/** A lead and its continuations: few files hold any, and those that do are walked once. */
const candidate = new RegExp(`[\\u00c2-\\u00f4](?:[\\u0080-\\u00bf${high}])+`, 'g');

function decodeAt(text: string, at: number): MojibakePlace | undefined {
  const lead = byteOf.get(text.charCodeAt(at)) ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (length === 0) return undefined;
  let code = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = byteOf.get(text.charCodeAt(at + i));
    if (byte === undefined || byte < 0x80 || byte > 0xbf) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const smallest = length === 4 ? 0x10000 : length === 3 ? 0x800 : 0x80;
  if (code < smallest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { start: at, end: at + length, meant: String.fromCodePoint(code) };
}

/** Closing quotes, dashes, dots and the blank that does not break: what stands behind a letter in good text, too. */
const punctuation = /^[\u00a0\u00ab\u00bb\u2018-\u201e\u2026\u2013\u2014\u2022\u2039\u203a\u2122\u00b0]+$/;

/**
 * How surely a sequence is mojibake. Three and four bytes that come out as a symbol, punctuation, emoji or wide letter
 * do not occur by chance, except where a letter stands before punctuation: French `é »` would be a Chinese letter. Two
 * bytes (`Ã©`) may be what the person wrote.
 */
function judge(text: string, { start, end, meant }: MojibakePlace): 'certain' | 'weak' | 'doubtful' | 'none' {
  const code = meant.codePointAt(0)!;
  const lead = text[start];
  const tail = text.slice(start + 1, end);
  const isUsual = lead === 'â' || ((lead === 'Ã' || lead === 'Â') && tail === '\u00a0');
  if (!isUsual && end - start < 4 && punctuation.test(tail)) return 'doubtful';
  if ((code >= 0x1e00 && code <= 0xfffd) || code >= 0x1f000) return 'certain';
  return end - start === 2 ? 'weak' : 'none';
}

/**
 * All garbled characters of a text in order. Weak ones count only beside a certain one or another of their kind,
 * doubtful ones only where the file is garbled without them. Linear in the text's length.
 */
export function findMojibake(text: string): readonly MojibakePlace[] {
  const certain: MojibakePlace[] = [];
  const weak: MojibakePlace[] = [];
  const doubtful: MojibakePlace[] = [];
  for (const match of text.matchAll(candidate)) {
    const place = decodeAt(text, match.index);
    const kind = place && judge(text, place);
    if (!place || kind === 'none') continue;
    (kind === 'certain' ? certain : kind === 'weak' ? weak : doubtful).push(place);
  }
  if (certain.length === 0 && weak.length < 2) return [];
  if (weak.length === 0 && doubtful.length === 0) return certain;
  return [...certain, ...weak, ...doubtful].sort((a, b) => a.start - b.start);
}
