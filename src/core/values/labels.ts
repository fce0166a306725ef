/** A label without its `#`. */
export interface FoundLabel {
  readonly value: string;
  /** With the sign. */
  readonly start: number;
  readonly end: number;
}

const longest = 60;

/** Reads a list of labels: `search, ui`, `#search #ui`, `` `search` `ui` ``, `[search, ui]`. */
export function parseLabels(text: string): FoundLabel[] {
  const found: FoundLabel[] = [];
  const hashed = /(?:^|\s)#\S/.test(text);
  const pieces = hashed ? /[^\s,;、，[\]]+/g : /[^,;、，|[\]]+/g;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (piece.length > longest * 2) continue;
    const written = piece.trim();
    const value = written.replace(/^[#`"']+|[`"']+$/g, '').trim();
    // A number behind the sign is an issue.
    if (!/\p{L}|\p{N}/u.test(value) || value.length > longest || (written.startsWith('#') && /^\d+$/.test(value)))
      continue;
    const start = index + piece.indexOf(written);
    found.push({ value, start, end: start + written.length });
  }
  return found;
}
