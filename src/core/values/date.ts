import type { PartialDate, Sourced } from '../model/roadmap.js';

/** A date of which parts may be unknown: `2024-01-XX`, `2024-01`, `January 2024`, `2024-01-15`. */
export interface DateValue {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly start: number;
  readonly end: number;
}

const iso = /\b((?:19|20)\d{2})(?:[-/.](\d{2}|XX|\?\?)(?:[-/.](\d{2}|XX|\?\?))?)?(?!\d|(?!T\d)[A-Z])/i;
const names =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** `March 2026`, `March 3, 2026`, `3 March 2026` */
const named = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s)?(${names})\\b\\.?\\s(?:(\\d{1,2})(?:st|nd|rd|th)?,?\\s)?((?:19|20)\\d{2})\\b`,
  'i',
);
const fullNames = 'January February March April May June July August September October November December'.split(' ');
const months = fullNames.map((name) => name.slice(0, 3).toLowerCase());

/** Reads the first date in a text; a part that is no number or no such month or day counts as unknown. */
export function parseDate(text: string): DateValue | undefined {
  const byName = named.exec(text);
  if (byName) {
    const [all, before, month, behind, year] = byName;
    const day = behind ?? before;
    return date(
      byName.index,
      all,
      Number(year),
      months.indexOf(month!.slice(0, 3).toLowerCase()) + 1,
      day && Number(day),
    );
  }
  const match = iso.exec(text);
  if (!match) return undefined;
  const [all, year, month, day] = match;
  return date(match.index, all, Number(year), month && Number(month), day && Number(day));
}

/** The date a fact holds, as far as it is known; its place is the fact's. */
export function dateOf({ value, span }: Sourced<string>): PartialDate | undefined {
  const found = parseDate(value);
  if (!found) return undefined;
  const { start: _start, end: _end, ...known } = found;
  return { ...known, span };
}

function date(
  start: number,
  all: string,
  year: number,
  month: number | '' | undefined,
  day: number | '' | undefined,
): DateValue {
  const value = { year, start, end: start + all.length };
  if (!month || !(month >= 1 && month <= 12)) return value;
  return day && day >= 1 && day <= 31 ? { ...value, month, day } : { ...value, month };
}

/** ISO 8601 as far as the date is known: `2024-01-15`, `2024-01`, `2024`. */
export function formatDate(value: Omit<DateValue, 'start' | 'end'>): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const { year, month, day } = value;
  if (month === undefined) return String(year);
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/**
 * A date in the manner of another text that holds one: `2026-11-26` like `January 15, 2024` is `November 26, 2026`; its other
 * words stay. A text without a date gives the date as it is.
 */
export function dateLike(text: string, isoDate: string): string {
  const old = parseDate(text);
  const { year, month, day } = parseDate(isoDate) ?? {};
  if (!old || year === undefined || month === undefined || day === undefined) return isoDate;
  const written = text.slice(old.start, old.end);
  const name = /[a-z]{3,}/i.exec(written)?.[0];
  const put = (date: string) => text.slice(0, old.start) + date + text.slice(old.end);
  if (name === undefined || /^XX$/i.test(name)) return put(separated(written, isoDate));
  const full = fullNames[month - 1]!;
  const word =
    name.length > 4 || name.toLowerCase() === 'may' || name.toLowerCase() === 'june' ? full : full.slice(0, 3);
  if (old.day === undefined) return put(`${word} ${year}`);
  return put(/^\d/.test(written) ? `${day} ${word} ${year}` : `${word} ${day}, ${year}`);
}

/** As many parts as are written, with what sets them apart: `2024/01` gives `2026/11`. */
function separated(written: string, isoDate: string): string {
  const separator = /[-/.]/.exec(written)?.[0] ?? '-';
  const whole = /^\d{4}[-/.](?:\d\d|XX|\?\?)[-/.]/i.test(written) || !/[-/.]/.test(written);
  return (whole ? isoDate : isoDate.slice(0, 7)).replaceAll('-', separator);
}

/** The day a moment falls on where one is, in ISO form. */
export function localDate(moment: Date): string {
  return formatDate({ year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() });
}
