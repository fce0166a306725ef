/**
 * Days as integers: whole days since 1970-01-01 in UTC (proleptic Gregorian calendar, as `Date.UTC` counts), so that
 * arithmetic on dates is arithmetic on numbers.
 */

const millisecondsOfDay = 86_400_000;
const secondsOfDay = 86_400;

/** The day of a date; a month or day beyond its end goes on in the next, as in `Date.UTC`. `month` is 1 to 12. */
export function dayOf(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / millisecondsOfDay);
}

/** The day that it is at a moment, by the clock of this machine. */
export function localDay(moment: Date): number {
  return dayOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}

/** The day that a moment falls on in UTC: seconds since 1970. */
export function dayOfTime(seconds: number): number {
  return Math.floor(seconds / secondsOfDay);
}

/** The parts of a day: `month` is 1 to 12, `weekday` 1 (Monday) to 7. */
export function partsOfDay(day: number): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(day * millisecondsOfDay);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: ((date.getUTCDay() + 6) % 7) + 1,
  };
}

/** How a day is said, given as days since 1970. */
export type DayFormat = (day: number) => string;

/** ISO 8601: `2026-11-26`. Days that no calendar has room for (before the year 0, after 9999) are its first or last. */
export function isoDay(day: number): string {
  return isoTime(day * secondsOfDay).slice(0, 10);
}

/** ISO 8601 of a moment, in UTC: `2026-11-26T12:30:00.000Z`. Seconds since 1970, bounded in the same way. */
export function isoTime(seconds: number): string {
  const bounded = Math.min(lastSecond, Math.max(firstSecond, Number.isNaN(seconds) ? 0 : seconds));
  return new Date(bounded * 1000).toISOString();
}

/** A time that somebody else has written, as seconds since 1970: one that is none, or of no year before 10,000, is 0. */
export function plausibleTime(seconds: number): number {
  return seconds >= 0 && seconds <= lastSecond ? seconds : 0;
}

/** 0000-01-01, which `Date.UTC` takes for 1900. */
const firstSecond = -62_167_219_200;
const lastSecond = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;
