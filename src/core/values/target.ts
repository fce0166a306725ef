import type { Comparison, Target } from '../model/roadmap.js';

/**
 * Targets as roadmaps state them:
 *   `Test coverage: 70%+` · `Response time: < 200ms (p95)` · `Smoke tests: 100% of critical paths` ·
 *   `Zero critical incidents` · `Support 100K+ users` · `99.9% uptime` · `50%+ reduction in response times`
 * A text without such a number is a qualitative goal.
 */

/** Unit words and the short form they are read as. */
const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:%|percent|per cent)$/, '%'],
  [/^(?:ms|millis(?:econds)?|milliseconds?)$/, 'ms'],
  [/^(?:s|secs?|seconds?)$/, 's'],
  [/^(?:min|mins|minutes?)$/, 'min'],
  [/^(?:h|hrs?|hours?)$/, 'h'],
  [/^(?:d|days?)$/, 'd'],
  [/^(?:weeks?)$/, 'w'],
  [/^(?:x|×)$/, 'x'],
  [/^(?:kb|kib)$/, 'KB'],
  [/^(?:mb|mib)$/, 'MB'],
  [/^(?:gb|gib)$/, 'GB'],
  [/^(?:tb|tib)$/, 'TB'],
  [/^(?:rps|req\/s|requests\/s)$/, 'req/s'],
  [/^fps$/, 'fps'],
];
/** Less is better for these, so a bare `200 ms` is an upper bound. */
const timeUnits = new Set(['ms', 's', 'min', 'h', 'd', 'w']);

const magnitudes: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

const comparisons: readonly (readonly [RegExp, Comparison])[] = [
  [/^(?:<=|≤|at most|up to|max(?:imum)?|no more than)$/i, '<='],
  [/^(?:<|under|below|less than|fewer than)$/i, '<'],
  [/^(?:>=|≥|at least|no less than|min(?:imum)?)$/i, '>='],
  [/^(?:>|over|above|more than)$/i, '>'],
  [/^=$/, '='],
];

const value =
  /(?:(<=|>=|≤|≥|<|>|=|(?:at most|up to|max(?:imum)?|no more than|no less than|under|below|less than|fewer than|at least|min(?:imum)?|over|above|more than)(?=\s))\s{0,2})?(?<![\w.])[$€£~]?(\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?)(?:\s?([KMB])(?![A-Za-z]))?(?:\s?(%|×|[a-z]{1,12}(?:\/s)?)(?![\w]))?(\s?\+)?/i;
const zero = /^(?:zero|no(?!\s(?:more|less|fewer)\s))\s(?=\S)/i;
/** Verbs that ask for a target without being part of what is measured. */
const verb = /^(?:support|achieve|reach|maintain|ensure|keep|have|attain|hit|get|deliver|increase to|reduce to)\s/i;

/** Reads a target, or undefined for a goal without a number. Linear in the text's length. */
export function parseTarget(text: string): Target | undefined {
  const colon = text.search(/:\s/);
  if (colon > 0) {
    const found = parseValue(text.slice(colon + 1).trim());
    if (found && found.before === '') {
      return target(text.slice(0, colon).trim(), found);
    }
    if (found) return undefined;
  }
  const none = zero.exec(text);
  if (none) return { ...split(text.slice(none[0].length)), comparison: '<=', value: 0 };
  const found = parseValue(text.replace(verb, ''));
  if (!found) return undefined;
  const name = found.before.replace(/\b(?:to|of|at|is|by|must be|should be)$/i, '').trimEnd();
  // Without a colon, only a word or a comparison ties a name to the number behind it: `Windows 11 support` is no target.
  if (name !== '' && (found.compared || name !== found.before)) return target(name, found);
  if (found.before !== '') return undefined;
  const counted = split(found.after.replace(/^of\s/i, ''));
  if (!counted.name) return undefined;
  return target(counted.name, { ...found, after: counted.qualifier ? `(${counted.qualifier})` : '' });
}

interface Value {
  readonly before: string;
  readonly comparison: Comparison;
  /** Whether the comparison is written. */
  readonly compared: boolean;
  readonly value: number;
  readonly unit?: string;
  readonly after: string;
}

function parseValue(text: string): Value | undefined {
  const zeroed = /^(?:zero|none)(?![\w-])/i.exec(text);
  if (zeroed)
    return { before: '', comparison: '<=', compared: true, value: 0, after: text.slice(zeroed[0].length).trim() };
  const match = value.exec(text);
  if (!match) return undefined;
  const [all, operator, digits, magnitude, word, plus] = match;
  const unit = word === undefined ? undefined : units.find(([names]) => names.test(word.toLowerCase()))?.[1];
  // A word that is no unit is part of what is counted: `100K users`.
  const length = word !== undefined && !unit ? all.lastIndexOf(word) : all.length;
  // `2FA`, `24/7`, `1-click`, `5-10 min`: more than a number, and nothing to compare with.
  const behind = text.slice(match.index + length, match.index + length + 2);
  if (/\S$/.test(all.slice(0, length)) && /^(?:[\p{L}\d:/]|[-–]\S)/u.test(behind)) return undefined;
  if (unit && /\d[A-Z]$/.test(all)) return undefined;
  const amount = Number(digits!.replaceAll(',', '')) * (magnitude ? magnitudes[magnitude.toLowerCase()]! : 1);
  const given = operator && comparisons.find(([words]) => words.test(operator))?.[1];
  const after = text
    .slice(match.index + length)
    .replace(/^\s?\+/, '')
    .trim();
  return {
    before: text.slice(0, match.index).trim(),
    compared: Boolean(given),
    comparison: given || (!plus && unit && timeUnits.has(unit) ? '<=' : '>='),
    value: amount,
    ...(unit ? { unit } : {}),
    after,
  };
}

function target(name: string, found: Value): Target {
  const after = /^\((.*)\)$/.exec(found.after)?.[1] ?? found.after;
  return {
    name,
    comparison: found.comparison,
    value: found.value,
    ...(found.unit ? { unit: found.unit } : {}),
    ...(after ? { qualifier: after } : {}),
  };
}

/** `response time (p95)` is a name and a qualifier. */
function split(text: string): { name: string; qualifier?: string } {
  const match = /^(.*\S)\s?\(([^()]*)\)$/.exec(text.trim());
  return match ? { name: match[1]!, qualifier: match[2]! } : { name: text.trim() };
}

/** `≥ 70 %`, `< 200 ms (p95)`: a target without its name. */
export function formatTarget({ comparison, value: amount, unit, qualifier }: Target): string {
  const sign = comparison === '<=' ? '≤' : comparison === '>=' ? '≥' : comparison;
  const short = formatAmount(amount);
  const tail = qualifier ? (qualifier.startsWith('of ') ? ` ${qualifier}` : ` (${qualifier})`) : '';
  return `${sign} ${short}${unit === undefined ? '' : unit === 'x' ? 'x' : ` ${unit}`}${tail}`;
}

function formatAmount(amount: number): string {
  if (amount >= 1e9 && amount % 1e8 === 0) return `${amount / 1e9}B`;
  if (amount >= 1e6 && amount % 1e5 === 0) return `${amount / 1e6}M`;
  if (amount >= 1e4 && amount % 100 === 0) return `${amount / 1e3}K`;
  return String(amount);
}
