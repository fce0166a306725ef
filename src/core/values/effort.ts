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
  /(?<![\p{L}\p{N}.,])(half an?|\d{1,4}(?:[.,]\d{1,2})?)\s{0,3}(?:(?:[-–—]|to)\s{0,3}(\d{1,4}(?:[.,]\d{1,2})?)\s{0,3})?\+?[\s-]?\s{0,2}(?:(?:person|man|work(?:ing)?)[ -])?([a-z]{1,8})\b/giu;

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
  for (const match of text.matchAll(range)) {
    const [all, from, to, unit] = match;
    // `Part 2 of 3 days`: a number before some other word is no effort.
    const days = daysPerUnit.find(([names]) => names.test(unit!.toLowerCase()))?.[1];
    if (days === undefined) continue;
    const ends = [from!, to ?? from!].map((amount) => round(number(amount) * days));
    return {
      minDays: Math.min(...ends),
      maxDays: Math.max(...ends),
      start: match.index,
      end: match.index + all.length,
    };
  }
  return undefined;
}

function number(text: string): number {
  return /^half/i.test(text) ? 0.5 : Number(text.replace(',', '.'));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
