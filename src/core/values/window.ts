import type { WindowUnit } from '../model/roadmap.js';

/**
 * Windows of time as titles name them. Relative: `Week 1-2`, `Weeks 3–4`, `Month 2`, `Days 1-30`, `30-Day …`, `1-Year …`.
 * Of the calendar where a year is given: `Q1 2026`, `2026 Q1`, `H2 2026`, `2026-W07`, `March 2026`, `2026`.
 */
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

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const dash = '\\s?(?:[-–—/]|to)\\s?';
const year = '(20\\d{2})';

interface Rule {
  readonly pattern: RegExp;
  read(match: RegExpExecArray): Omit<WindowValue, 'start' | 'end'> | undefined;
}

function units(unit: WindowUnit, from: string, to: string | undefined, yearText?: string) {
  const first = Number(from);
  const last = to === undefined ? first : Number(to);
  if (first < 1 || last < first) return undefined;
  return { unit, from: first, to: last, length: false, ...(yearText ? { year: Number(yearText) } : {}) };
}

/** In order: the first that matches wins. Each is anchored at a word and bounded, so reading is linear. */
const rules: readonly Rule[] = [
  {
    // 30-Day, 90 day, 1-Year, 6-month: a length counted from the start. In `Phase 2 Week 3` the number is the phase's.
    pattern: /\b(\d{1,3})[- ](day|week|month|quarter|year)s?\b(?!\s\d)/i,
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
    pattern: new RegExp(`\\b${year}[- ]?Q([1-4])(?:${dash}Q?([1-4]))?\\b`, 'i'),
    read: ([, yearText, from, to]) => units('quarter', from!, to, yearText),
  },
  {
    pattern: new RegExp(`\\bQ([1-4])(?:${dash}Q?([1-4]))?(?:[\\s,/-]{1,2}${year})?\\b`, 'i'),
    read: ([, from, to, yearText]) => units('quarter', from!, to, yearText),
  },
  {
    pattern: new RegExp(`\\b(?:H([12])[\\s,/-]{1,2}${year}|${year}[- ]?H([12]))\\b`, 'i'),
    read: ([, h, y, y2, h2]) => units('half', (h ?? h2)!, undefined, y ?? y2),
  },
  {
    pattern: new RegExp(`\\b${year}-W(\\d{2})(?:${dash}W?(\\d{2}))?\\b`, 'i'),
    read: ([, yearText, from, to]) => units('week', from!, to, yearText),
  },
  {
    pattern: new RegExp(`\\b(${monthNames})(?:${dash}(${monthNames}))?[\\s,]{1,2}${year}\\b`, 'i'),
    read: ([, from, to, yearText]) => units('month', monthNumber(from!), to && monthNumber(to), yearText),
  },
  {
    pattern: new RegExp(`(?:^|[\\s(])${year}(?=$|[\\s):])`),
    read: ([, yearText]) => ({ unit: 'year', from: 1, to: 1, length: false, year: Number(yearText) }),
  },
];

function monthNumber(name: string): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** Reads the first window in a title; undefined where it names none. */
export function parseWindow(text: string): WindowValue | undefined {
  for (const rule of rules) {
    const match = rule.pattern.exec(text);
    const value = match && rule.read(match);
    if (!value) continue;
    const lead = match[0].length - match[0].trimStart().length + (/^\s*\(/.test(match[0]) ? 1 : 0);
    return { ...value, start: match.index + lead, end: match.index + match[0].length };
  }
  return undefined;
}
