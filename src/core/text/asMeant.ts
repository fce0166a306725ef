import { findMojibake } from './mojibake.js';

/** A text with its garbled characters read as what was meant. */
export function asMeant(text: string): string {
  let read = '';
  let from = 0;
  for (const { start, end, meant } of findMojibake(text)) {
    read += text.slice(from, start) + meant;
    from = end;
  }
  return read + text.slice(from);
}
