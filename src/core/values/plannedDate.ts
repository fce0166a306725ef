import { monthOfName, monthPattern } from './words/months.js';

/** When something is planned, as far as a text says it. */
export interface PlannedDateValue {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

const yearPart = '((?:19|20)\\d{2})';
/** `the`, `end of`, `Ende`, `fin`: words before a month or quarter, which is reached by its end. */
const lead =
  '(?:(?:the |le |la |el |il |den |dem |das )?(?:(?:end|close|late|mid|middle|early|beginning|start)(?:[ -]of)?|ende|mitte|anfang|fin|finales|final|finale?s?|fine|fim|eind|einde|końca|koniec|конца|конец|кінця|кінець)[ -](?:de |do |di |des |du |van |of )?)?(?:the )?';
const day = '(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?';

/** Each is the whole of a text, and bounded. */
const iso =
  /^((?:19|20)\d{2})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const european = /^(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d{2})$/;
const dayFirst = new RegExp(
  `^(?:the )?${day}\\s(?:of |de |d')?(${monthPattern})\\.?(?:,?\\s(?:de |del )?${yearPart})?$`,
  'iu',
);
const monthFirst = new RegExp(`^(${monthPattern})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s${yearPart})?$`, 'iu');
const monthOnly = new RegExp(`^${lead}(${monthPattern})\\.?(?:,?\\s(?:de |del )?${yearPart})?$`, 'iu');
const quarter = new RegExp(`^${lead}(?:[QT]([1-4])(?:[ ,/-]{1,2}${yearPart})?|${yearPart}[ -]?[QT]([1-4]))$`, 'iu');
const half = new RegExp(`^${lead}(?:[HS]([12])[ ,/-]{1,2}${yearPart}|${yearPart}[ -]?[HS]([12]))$`, 'iu');
const week = /^((?:19|20)\d{2})-?W(\d{2})$/i;
const yearOnly = new RegExp(`^${lead}${yearPart}$`, 'iu');
const eastern = /^((?:19|20)\d{2})\s?年\s?(?:(\d{1,2})\s?月\s?(?:(\d{1,2})\s?日)?)?[末底]?$/u;
const longest = 48;

/**
 * Reads a text that is a date as a whole: `2026-04-16`, `16 April 2026`, `Apr 16`, `end of March`, `fin mars 2026`, `Q3 2026`,
 * `2026-W14`. Of a stretch of time it is the end. Undefined for anything else.
 */
export function parsePlannedDate(text: string): PlannedDateValue | undefined {
  const plain = text.trim();
  // A date holds a digit or the name of a month, and is short.
  if (plain.length < 3 || plain.length > longest) return undefined;
  return /\d/.test(plain) ? numeric(plain) : byMonth(monthOnly.exec(plain));
}

function numeric(text: string): PlannedDateValue | undefined {
  let found = iso.exec(text) ?? eastern.exec(text);
  if (found) return dated(found[1], found[2], found[3]);
  if ((found = european.exec(text))) return dated(found[3], found[2], found[1]);
  if ((found = dayFirst.exec(text))) return dated(found[3], String(monthOfName(found[2]!)), found[1]);
  if ((found = monthFirst.exec(text))) return dated(found[3], String(monthOfName(found[1]!)), found[2]);
  if ((found = monthOnly.exec(text))) return byMonth(found);
  if ((found = quarter.exec(text))) return dated(found[2] ?? found[3], String(Number(found[1] ?? found[4]) * 3));
  if ((found = half.exec(text))) return dated(found[2] ?? found[3], String(Number(found[1] ?? found[4]) * 6));
  if ((found = week.exec(text))) return endOfWeek(Number(found[1]), Number(found[2]));
  if ((found = yearOnly.exec(text))) return { year: Number(found[1]) };
  return undefined;
}

function byMonth(found: RegExpExecArray | null): PlannedDateValue | undefined {
  return found ? dated(found[2], String(monthOfName(found[1]!))) : undefined;
}

/** A date of parts that may be missing; none where one of them is out of bounds. */
function dated(year?: string, month?: string, day?: string): PlannedDateValue | undefined {
  const parts = { year: Number(year ?? 0), month: Number(month ?? 1), day: Number(day ?? 1) };
  if (parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > daysIn(parts.year, parts.month))
    return undefined;
  return {
    ...(year === undefined ? {} : { year: parts.year }),
    ...(month === undefined ? {} : { month: parts.month }),
    ...(day === undefined ? {} : { day: parts.day }),
  };
}

/** How many days a month has; of an unknown year it may be a leap year. */
function daysIn(year: number, month: number): number {
  return month === 2 && year % 4 === 0 ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** The Sunday of a week of ISO 8601: week 1 is the one with the fourth of January. */
function endOfWeek(year: number, number: number): PlannedDateValue | undefined {
  if (number < 1 || number > 53) return undefined;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000;
  const sunday = new Date(monday + (number * 7 - 1) * 86_400_000);
  return { year: sunday.getUTCFullYear(), month: sunday.getUTCMonth() + 1, day: sunday.getUTCDate() };
}
