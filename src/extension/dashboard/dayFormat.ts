import { isoDay, type DayFormat } from '../../core/values/day.js';

const millisecondsOfDay = 86_400_000;

/** How days are said in a language; by ISO 8601 where that is none, and of days that no calendar has room for. */
export function dayFormat(language: string): DayFormat {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  } catch {
    return isoDay;
  }
  return (day) => {
    const date = new Date(day * millisecondsOfDay);
    const year = date.getUTCFullYear();
    return year > 0 && year < 10_000 ? format.format(date) : isoDay(day);
  };
}
