/**
 * Effort as people write it: `2-3 days`, `1–2 weeks`, `~1 month`, `3d`, `4 h`, `half a day`.
 * Counted in working days: 8 hours a day, 5 days a week, 21 a month, 63 a quarter, 252 a year.
 */

const daysPerUnit: readonly (readonly [RegExp, number])[] = [
  [/^h(?:(?:ou)?rs?)?$/, 1 / 8],
  [/^d(?:ays?)?$/, 1],
  [/^w(?:(?:ee)?ks?)?$/, 5],
  [/^(?:mo|mos|months?)$/, 21],
  [/^(?:q|quarters?)$/, 63],
  [/^y(?:(?:ea)?rs?)?$/, 252],
];

/** `from [- to] unit [- to unit]`; the words before and after are the caller's. */
const range =
  /(\d{1,4}(?:[.,]\d{1,2})?)\s{0,3}(?:(?:[-–—]|to)\s{0,3}(\d{1,4}(?:[.,]\d{1,2})?)\s{0,3})?\+?[\s-]?\s{0,2}(?:person-|man-|work(?:ing)?[ -])?([a-z]{1,8})\b/i;

/** Range of working days with the place of the expression in the text. */
export interface EffortValue {
  readonly minDays: number;
  readonly maxDays: number;
  /** Where the expression stands in the text it was read from. */
  readonly start: number;
  readonly end: number;
}

/** Reads the first effort in a text; undefined where there is none (`XL`, `soon`). Two decimals are kept. */
export function parseEffort(text: string): EffortValue | undefined {
  const match = range.exec(text);
  if (!match) return undefined;
  const [all, from, to, unit] = match;
  const days = daysPerUnit.find(([names]) => names.test(unit!.toLowerCase()))?.[1];
  if (days === undefined) return undefined;
  const minDays = round(number(from!) * days);
  const maxDays = to === undefined ? minDays : round(number(to) * days);
  return {
    minDays: Math.min(minDays, maxDays),
    maxDays: Math.max(minDays, maxDays),
    start: match.index,
    end: match.index + all.length,
  };
}

function number(text: string): number {
  return Number(text.replace(',', '.'));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
