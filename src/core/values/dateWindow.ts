import { parsePlannedDate, type PlannedDateValue } from './plannedDate.js';
import type { WindowValue } from './windowRules.js';

/** Between two dates; a hyphen needs blanks around it, since dates hold some. */
const between = /^(.{1,30}?)(?:\s?(?:–|—|→|\.\.\.?|…)\s?|\s(?:-|to|until|bis|à|au|al?|até|по)\s)(.{4,30})$/u;

/** A quarter, half or week: as a planned date it is its end, but as a window it is longer, and `parseWindow` reads it. */
const stretch = /(?:^|[\s\d-])(?:[QTHS][1-4]|W\d{2})(?:$|[\s,/-])/i;

/**
 * Reads a text that is a date or two as a whole: `2026-04-16`, `2026-04-16 – 2026-04-30`, `16–30 April 2026`,
 * `16 April to 3 May 2026`, `2026-03`. Days are counted from the first of January.
 */
export function parseDateWindow(text: string): WindowValue | undefined {
  if (text.length > 64 || !/\d/.test(text) || stretch.test(text)) return undefined;
  const whole = parsePlannedDate(text);
  const pair = whole ? null : between.exec(text);
  const last = whole ?? (pair ? parsePlannedDate(pair[2]!) : undefined);
  if (!last) return undefined;
  const first = pair ? firstDate(pair[1]!, last) : last;
  if (!first) return undefined;
  const [from, to] = [place(first), place(last)];
  if (!from || !to || from.unit !== to.unit || from.year > to.year) return undefined;
  if (from.year === to.year && from.at > to.at) return undefined;
  return {
    unit: from.unit,
    from: from.at,
    to: to.at,
    year: from.year,
    ...(to.year === from.year ? {} : { toYear: to.year }),
    length: false,
    start: 0,
    end: text.length,
  };
}

/** `16` and `16 April` take what they lack from the date they lead to. */
function firstDate(text: string, last: PlannedDateValue): PlannedDateValue | undefined {
  if (/^\d{1,2}\.?$/.test(text))
    return last.day === undefined ? undefined : { ...last, day: Number.parseInt(text, 10) };
  const first = parsePlannedDate(text);
  return first && { ...(last.year === undefined ? {} : { year: last.year }), ...first };
}

/** The day or month of the year; a date without a month is none. */
function place({ year, month, day }: PlannedDateValue) {
  if (year === undefined || month === undefined) return undefined;
  if (day === undefined) return { unit: 'month', year, at: month } as const;
  const at = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  return { unit: 'day', year, at } as const;
}
