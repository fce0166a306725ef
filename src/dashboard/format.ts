/** Numbers and dates as the person's language has them. Days are whole days since 1970, in UTC. */

const secondsADay = 86_400;

const dateForms = {
  /** `Mar 4, 2026` */
  day: { dateStyle: 'medium', timeZone: 'UTC' },
  /** `Mar 4` */
  dayOfMonth: { month: 'short', day: 'numeric', timeZone: 'UTC' },
  /** `Mar 2026` */
  month: { month: 'short', year: 'numeric', timeZone: 'UTC' },
  /** `Mar` */
  monthOfYear: { month: 'short', timeZone: 'UTC' },
  /** `2026` */
  year: { year: 'numeric', timeZone: 'UTC' },
  /** `Mar 4, 2026, 10:30 AM`, in the person's own time zone. */
  time: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateForm = keyof typeof dateForms;

const formats = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

export function formatNumber(locale: string, value: number): string {
  let format = numbers.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(known(locale), { maximumFractionDigits: 2 });
    numbers.set(locale, format);
  }
  return format.format(value);
}

export function formatDay(locale: string, day: number, form: Exclude<DateForm, 'time'> = 'day'): string {
  return formatSeconds(locale, day * secondsADay, form);
}

/** Seconds since 1970. */
export function formatTime(locale: string, time: number): string {
  return formatSeconds(locale, time, 'time');
}

/** For the `datetime` of an element: `2026-03-04T10:30:00.000Z`; undefined where no calendar reaches. */
export function isoTime(time: number): string | undefined {
  const date = new Date(time * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function formatSeconds(locale: string, seconds: number, form: DateForm): string {
  const date = new Date(seconds * 1000);
  // Intl throws where a file names a year that no calendar reaches.
  if (Number.isNaN(date.getTime())) return '–';
  const key = `${locale} ${form}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(known(locale), dateForms[form]);
    formats.set(key, format);
  }
  return format.format(date);
}

/** Languages that Intl takes for malformed are shown in English. */
function known(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
