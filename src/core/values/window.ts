import { dash, monthNumber, units, windowRules, type WindowValue } from './windowRules.js';
import { monthPattern } from './words/months.js';

export type { WindowValue } from './windowRules.js';

/** A month by its name that is all there is, perhaps with another: `March`, `März – April`, `May:`. */
const months = new RegExp(`^\\s{0,3}(${monthPattern})(?:${dash}(${monthPattern}))?(?=\\s{0,3}:?$|:\\s)`, 'iu');

function parseMonths(text: string): WindowValue | undefined {
  const found = /^\s{0,3}\p{L}{3}/u.test(text) ? months.exec(text) : null;
  const value = found && units('month', monthNumber(found[1]!), found[2] && monthNumber(found[2]));
  if (!found || !value) return undefined;
  const start = found[0].length - found[0].trimStart().length;
  return { ...value, calendar: true, start, end: found[0].length };
}

/**
 * Reads the first window of time that a title names; undefined where it names none. Relative: `Week 1-2`, `Weeks 3–4`,
 * `Month 2`, `Days 1-30`, `30-Day …`, `1-Year …`, `Semana 2`.
 * Of the calendar where a year is given: `Q1 2026`, `2026 Q1`, `1Q26`, `T1 2026`, `H2 2026`, `2. Halbjahr 2026`, `2026-W07`,
 * `March 2026`, `Dez 2026 – Feb 2027`, `2026年3月`, `2026`; without one for `KW 14` and a month that is all there is.
 */
export function parseWindow(text: string): WindowValue | undefined {
  if (!/\d/.test(text)) return parseMonths(text);
  const dated = /20\d\d/.test(text);
  for (const rule of windowRules) {
    if (rule.dated && !dated) continue;
    const match = rule.pattern.exec(text);
    const value = match && rule.read(match);
    if (!value) continue;
    const lead = match[0].length - match[0].trimStart().length + (/^\s*\(/.test(match[0]) ? 1 : 0);
    return { ...value, start: match.index + lead, end: match.index + match[0].length };
  }
  return parseMonths(text);
}
