import type { TextEdit } from '../../model/edit.js';
import { SourceText } from '../../text/sourceText.js';

/** Writes garbled characters as they were meant: all, or those at an offset. */
export function repair(text: string, at: number | undefined): TextEdit[] {
  const places = new SourceText(text).mojibake.filter(
    (place) => at === undefined || (place.start <= at && at <= place.end),
  );
  return places.map(({ start, end, meant }) => ({ span: { start, end }, newText: meant }));
}
