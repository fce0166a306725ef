import type { WindowUnit } from '../model/roadmap.js';
import { monthOfName, monthPattern } from './words/months.js';

/** A window of time in a text; see `parseWindow`. */
export interface WindowValue {
  readonly unit: WindowUnit;
  readonly from: number;
  readonly to: number;
  readonly year?: number;
  /** The year of the last unit, where it is another one. */
  readonly toYear?: number;
  /** Real dates although no year is given: a month by its name. */
  readonly calendar?: true;
  /** A length from the start (`30-Day`), not a position inside something. */
  readonly length: boolean;
  readonly start: number;
  readonly end: number;
}

/** Between the ends of a stretch. */
export const dash = '\\s?(?:[-–—/]|to|bis|à|au|a|al|até|по)\\s?';
const year = '(20\\d{2})';
/** `\b` knows no letters beyond ASCII. */
const before = '(?<![\\p{L}\\p{N}_])';
const behind = '(?![\\p{L}\\p{N}_])';
const month = `(${monthPattern})\\.?`;

interface Rule {
  /** It matches no text without a year of four digits. */
  readonly dated?: true;
  readonly pattern: RegExp;
  read(match: RegExpExecArray): Omit<WindowValue, 'start' | 'end'> | undefined;
}

/** Units of which the last is no earlier than the first. */
export function units(unit: WindowUnit, from: string, to: string | undefined, yearText?: string) {
  const first = Number(from);
  const last = to === undefined ? first : Number(to);
  if (first < 1 || last < first) return undefined;
  return { unit, from: first, to: last, length: false, ...(yearText ? { year: Number(yearText) } : {}) };
}

/** Names of units in other languages, where they stand before their number. */
const unitNames: Readonly<Record<string, WindowUnit>> = {
  woche: 'week',
  wochen: 'week',
  semana: 'week',
  semanas: 'week',
  semaine: 'week',
  semaines: 'week',
  settimana: 'week',
  settimane: 'week',
  tydzień: 'week',
  неделя: 'week',
  недели: 'week',
  тиждень: 'week',
  тижні: 'week',
  monat: 'month',
  mes: 'month',
  meses: 'month',
  mês: 'month',
  mois: 'month',
  mese: 'month',
  miesiąc: 'month',
  месяц: 'month',
  місяць: 'month',
};

/** A stretch from one year into another: `Q4 2026 – Q1 2027`. */
function across(unit: WindowUnit, from: string, fromYear: string, to: string, toYear: string) {
  if (Number(toYear) < Number(fromYear)) return undefined;
  if (toYear === fromYear) return units(unit, from, to, fromYear);
  const value = { unit, from: Number(from), to: Number(to), length: false, year: Number(fromYear) };
  return { ...value, toYear: Number(toYear) };
}

/** In order: the first that matches wins. Each is anchored at a word and bounded, so reading is linear. */
export const windowRules: readonly Rule[] = [
  {
    dated: true,
    pattern: new RegExp(`\\b[QT]([1-4])[\\s,/-]{1,2}${year}${dash}[QT]([1-4])[\\s,/-]{1,2}${year}\\b`, 'iu'),
    read: ([, from, fromYear, to, toYear]) => across('quarter', from!, fromYear!, to!, toYear!),
  },
  {
    dated: true,
    pattern: new RegExp(`\\b${year}[- ]?Q([1-4])${dash}${year}[- ]?Q([1-4])\\b`, 'iu'),
    read: ([, fromYear, from, toYear, to]) => across('quarter', from!, fromYear!, to!, toYear!),
  },
  {
    dated: true,
    pattern: new RegExp(`${before}${month}[\\s,]{1,2}${year}${dash}${month}[\\s,]{1,2}${year}${behind}`, 'iu'),
    read: ([, from, fromYear, to, toYear]) => across('month', monthNumber(from!), fromYear!, monthNumber(to!), toYear!),
  },
  {
    // 30-Day, 90 day, 1-Year, 6-month: a length counted from the start. In `Phase 2 Week 3` the number is the phase's.
    // `3-5 days` and `~2 weeks` are how long something takes.
    pattern: /(?<![~≈]\s?|\d\s?[-–—]\s?|\d\sto\s)\b(\d{1,3})[- ](day|week|month|quarter|year)s?\b(?!\s\d)/i,
    read: ([, count, name]) => {
      const unit = name!.toLowerCase() as WindowUnit;
      return Number(count) < 1 ? undefined : { unit, from: 1, to: Number(count), length: true };
    },
  },
  {
    pattern: new RegExp(`\\b(day|week|month|quarter|year)s?\\s(\\d{1,3})(?:${dash}(?:\\1s?\\s)?(\\d{1,3}))?\\b`, 'i'),
    read: ([, name, from, to]) => units(name!.toLowerCase() as WindowUnit, from!, to),
  },
  {
    pattern: new RegExp(
      `${before}(${Object.keys(unitNames).join('|')})\\s(\\d{1,3})(?:${dash}(?:\\1\\s)?(\\d{1,3}))?${behind}`,
      'iu',
    ),
    read: ([, name, from, to]) => units(unitNames[name!.toLowerCase()]!, from!, to),
  },
  {
    // `第1-2周`, `第3月`
    pattern: /(?<!年\s?)第\s?(\d{1,3})(?:\s?[-–—~至到]\s?第?\s?(\d{1,3}))?\s?(周|週|週目|月|个月|ヶ月|季度|四半期)/u,
    read: ([, from, to, name]) =>
      units(/^[周週]/.test(name!) ? 'week' : /季|四/.test(name!) ? 'quarter' : 'month', from!, to),
  },
  {
    pattern: /(\d{1,3})(?:\s?[-~]\s?(\d{1,3}))?\s?(주차|개월차|분기)/u,
    read: ([, from, to, name]) => units(name === '주차' ? 'week' : name === '분기' ? 'quarter' : 'month', from!, to),
  },
  {
    // `1Q26`, `3T 2026`, `Q3 '26`: two digits alone might be anything.
    pattern: new RegExp(`\\b(?:([1-4])(?:[QT][\\s-]?${year}|Q['’]?(\\d{2}))|Q([1-4])\\s?['’](\\d{2}))\\b`, 'u'),
    read: ([, from, yearText, short, behindQ, shortQ]) =>
      units('quarter', (from ?? behindQ)!, undefined, yearText ?? `20${(short ?? shortQ)!}`),
  },
  {
    dated: true,
    // `T3 2025`, `T1-T2 2026`, `3º trimestre de 2026`, `3. Quartal 2026`, `3 кв. 2026`
    pattern: new RegExp(`\\bT([1-4])(?:${dash}T?([1-4]))?[\\s,/-]{1,2}${year}\\b`, 'u'),
    read: ([, from, to, yearText]) => units('quarter', from!, to, yearText),
  },
  {
    dated: true,
    pattern: new RegExp(
      `${before}([1-4])(?:er|e|ème|º|ª|°|o|\\.|-?й)?\\s(?:trimestre|trimestr|quartal|kwartaal|kwartał|кв\\.?|квартал[аі]?)\\s(?:de |del |do )?${year}${behind}`,
      'iu',
    ),
    read: ([, from, yearText]) => units('quarter', from!, undefined, yearText),
  },
  {
    dated: true,
    pattern: new RegExp(
      `${year}\\s?年\\s?(?:第\\s?)?Q?([1-4])(?:\\s?[-–~]\\s?Q?([1-4]))?\\s?(?:季度|四半期|(?<=Q[1-4]))`,
      'u',
    ),
    read: ([, yearText, from, to]) => units('quarter', from!, to, yearText),
  },
  {
    dated: true,
    pattern: new RegExp(`${year}\\s?年\\s?(\\d{1,2})\\s?月?(?:\\s?[-–~至到]\\s?(\\d{1,2}))?\\s?月(?!\\s?\\d)`, 'u'),
    read: ([, yearText, from, to]) => (Number(to ?? from) > 12 ? undefined : units('month', from!, to, yearText)),
  },
  {
    dated: true,
    pattern: new RegExp(`${year}\\s?年\\s?(上|下)半[年期]`, 'u'),
    read: ([, yearText, which]) => units('half', which === '上' ? '1' : '2', undefined, yearText),
  },
  {
    dated: true,
    pattern: new RegExp(`\\b${year}[- ]?Q([1-4])(?:${dash}Q?([1-4]))?\\b`, 'i'),
    read: ([, yearText, from, to]) => units('quarter', from!, to, yearText),
  },
  {
    pattern: new RegExp(`\\bQ([1-4])(?:${dash}Q?([1-4]))?(?:[\\s,/-]{1,2}${year})?\\b`, 'i'),
    read: ([, from, to, yearText]) => units('quarter', from!, to, yearText),
  },
  {
    dated: true,
    pattern: new RegExp(`\\b(?:[HS]([12])(?:${dash}[HS]?([12]))?[\\s,/-]{1,2}${year}|${year}[- ]?H([12]))\\b`, 'iu'),
    read: ([, from, to, y, y2, h2]) => units('half', (from ?? h2)!, to, y ?? y2),
  },
  {
    // `1H26`, `1S 2026`
    pattern: new RegExp(`\\b([12])(?:[HS][\\s-]?${year}|H['’]?(\\d{2}))\\b`, 'u'),
    read: ([, from, yearText, short]) => units('half', from!, undefined, yearText ?? `20${short!}`),
  },
  {
    dated: true,
    pattern: new RegExp(
      `${before}([12])(?:er|e|º|ª|°|o|\\.)?\\s(?:semestre|halbjahr|halfjaar|półrocze|полугодие|півріччя)\\s(?:de |del |do )?${year}${behind}`,
      'iu',
    ),
    read: ([, from, yearText]) => units('half', from!, undefined, yearText),
  },
  {
    dated: true,
    pattern: new RegExp(`\\b${year}[- ]?W(\\d{2})(?:${dash}(?:${year}-?)?W?(\\d{2}))?\\b`, 'iu'),
    read: ([, yearText, from, toYear, to]) =>
      toYear === undefined ? units('week', from!, to, yearText) : across('week', from!, yearText!, to!, toYear),
  },
  {
    // `KW 14`, `KW 14-16/2026`, `CW 14`, `W14 2026`: weeks of the calendar.
    pattern: new RegExp(
      `\\b(?:KW|CW)\\s?(\\d{1,2})(?:${dash}(?:(?:KW|CW)\\s?)?(\\d{1,2})(?!\\d))?(?:[\\s,/]{1,2}${year})?\\b`,
      'u',
    ),
    read: ([, from, to, yearText]) => week(units('week', from!, to, yearText)),
  },
  {
    dated: true,
    pattern: new RegExp(`\\bW(\\d{1,2})(?:${dash}W?(\\d{1,2}))?[\\s,/]{1,2}${year}\\b`, 'u'),
    read: ([, from, to, yearText]) => week(units('week', from!, to, yearText)),
  },
  {
    dated: true,
    pattern: new RegExp(`${before}${month}(?:${dash}${month})?[\\s,]{1,2}(?:de |del |do )?${year}${behind}`, 'iu'),
    read: ([, from, to, yearText]) => units('month', monthNumber(from!), to && monthNumber(to), yearText),
  },
  {
    dated: true,
    pattern: new RegExp(`(?:^|[\\s(])${year}(?=$|[\\s):])`),
    read: ([, yearText]) => ({ unit: 'year', from: 1, to: 1, length: false, year: Number(yearText) }),
  },
];

/** 1 to 12 for the name of a month, as text. */
export function monthNumber(name: string): string {
  return String(monthOfName(name));
}

/** A week of the calendar, whether or not its year is said. */
function week(value: ReturnType<typeof units>) {
  return value && value.to <= 53 ? { ...value, calendar: true as const } : undefined;
}
