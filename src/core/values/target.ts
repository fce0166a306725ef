import type { Comparison, Target } from '../model/roadmap.js';
import { convert, shortPeriod, shortUnit } from './units.js';

/**
 * Targets as roadmaps state them:
 *   `Test coverage: 70%+` · `Response time: < 200ms (p95)` · `Smoke tests: 100% of critical paths` ·
 *   `Zero critical incidents` · `Support 100K+ users` · `99.9% uptime` · `50%+ reduction in response times` ·
 *   `2 releases per month` · `< 1 incident/quarter` · `Deploy at least weekly`
 * A text without such a number is a qualitative goal.
 */

/** Less is better for these, so a bare `200 ms` is an upper bound. */
const isTime = (unit: string) => convert(1, unit, 's') !== undefined;
const isData = (unit: string) => convert(1, unit, 'B') !== undefined;

const magnitudes: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

const comparisons: readonly (readonly [RegExp, Comparison])[] = [
  [/^(?:<=|≤|at most|up to|max(?:imum)?|no more than)$/i, '<='],
  [/^(?:<|under|below|less than|fewer than)$/i, '<'],
  [/^(?:>=|≥|at least|no less than|min(?:imum)?)$/i, '>='],
  [/^(?:>|over|above|more than)$/i, '>'],
  [/^=$/, '='],
];

const value =
  /(?:(<=|>=|≤|≥|<|>|=|(?:at most|up to|max(?:imum)?|no more than|no less than|under|below|less than|fewer than|at least|min(?:imum)?|over|above|more than)(?=\s))\s{0,2})?(?<![\w.])[$€£~]?(\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?)(?:\s?([KMB])(?![A-Za-z]))?(?:\s?(%|×|[a-zµμ]{1,12}(?:\/[a-z]{1,8})?)(?![\w]))?(\s?\+)?/i;
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
  if (none) return zeroOf(text.slice(none[0].length));
  const regular = adverb.exec(text);
  if (regular) {
    const comparison = /^(?:at least|no less)/i.test(regular[2]!) ? '>=' : '<=';
    return { name: regular[1]!, comparison, value: 1, unit: adverbs[regular[3]!.toLowerCase()]! };
  }
  const found = parseValue(text.replace(verb, ''));
  if (!found) return undefined;
  const name = found.before.replace(/\b(?:to|of|at|is|by|must be|should be)$/i, '').trimEnd();
  // Without a colon, only a word or a comparison ties a name to the number behind it: `Windows 11 support` is no target.
  if (name !== '' && (found.compared || name !== found.before)) return target(name, found);
  if (found.before !== '') return undefined;
  const counted = split(found.noun || found.after.replace(/^of\s/i, ''));
  if (!counted.name) return undefined;
  const after = found.noun ? found.after : counted.qualifier ? `(${counted.qualifier})` : '';
  return target(counted.name, { ...found, noun: '', after });
}

function zeroOf(text: string): Target {
  const { noun, unit, after } = rateIn(text, undefined);
  const qualifier = noun && unwrapped(after);
  return {
    ...split(noun || text),
    comparison: '<=',
    value: 0,
    ...(noun && unit ? { unit } : {}),
    ...(qualifier ? { qualifier } : {}),
  };
}

interface Value {
  readonly before: string;
  readonly comparison: Comparison;
  /** Whether the comparison is written. */
  readonly compared: boolean;
  readonly value: number;
  readonly unit?: string;
  /** What is counted in a rate: `releases` of `2 releases per month`; else empty. */
  readonly noun: string;
  readonly after: string;
}

function parseValue(text: string): Value | undefined {
  const zeroed = /^(?:zero|none)(?![\w-])/i.exec(text);
  if (zeroed)
    return {
      before: '',
      comparison: '<=',
      compared: true,
      value: 0,
      ...rateIn(text.slice(zeroed[0].length).trim(), undefined),
    };
  const match = value.exec(text);
  if (!match) return undefined;
  const [all, operator, digits, magnitude, word, plus] = match;
  const unit = word === undefined ? undefined : unitOf(word);
  // A word that is no unit is part of what is counted: `100K users`.
  const length = word !== undefined && !unit ? all.lastIndexOf(word) : all.length;
  // `2FA`, `24/7`, `1-click`, `5-10 min`: more than a number, and nothing to compare with.
  const behind = text.slice(match.index + length, match.index + length + 2);
  if (/\S$/.test(all.slice(0, length)) && /^(?:[\p{L}\d:/]|[-–]\S)/u.test(behind)) {
    if (!rate.test(text.slice(match.index + length, match.index + length + 20))) return undefined;
  }
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
    // Nobody aims at no less than nothing.
    comparison: given || (!plus && (amount === 0 || (unit && isTime(unit))) ? '<=' : '>='),
    value: amount,
    ...rateIn(after, unit),
  };
}

/** The short form of a unit, rates included: `requests/min` is `req/min`, `MB/s` itself. */
function unitOf(word: string): string | undefined {
  const known = shortUnit(word);
  const slash = word.indexOf('/');
  if (known || slash < 0) return known;
  const period = shortPeriod(word.slice(slash + 1));
  const counted = word.slice(0, slash);
  const unit = /^req(?:uest)?s?$/i.test(counted) ? 'req' : shortUnit(counted);
  return period && unit && (unit === 'req' || isData(unit)) ? `${unit}/${period}` : undefined;
}

const period = '(seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|wks?|months?|mo|quarters?|years?|yrs?)';
/** A rate behind its number: `releases per month`, ` / month`, `/week`, `incidents a year`. */
const rate = new RegExp(
  `^([\\p{L}][\\p{L}\\p{N} -]{0,60}?(?=\\s|/))?(?:\\s?/\\s?|(?:^|\\s)(per|an?|each|every)\\s)${period}(?![\\p{L}\\p{N}_-])`,
  'iu',
);
const adverb =
  /^(\S.{0,80}?):?\s(at least|no less than|at most|no more than)\s(hourly|daily|weekly|monthly|quarterly|yearly)$/i;
const adverbs: Readonly<Record<string, string>> = {
  hourly: '/h',
  daily: '/day',
  weekly: '/week',
  monthly: '/month',
  quarterly: '/quarter',
  yearly: '/year',
};

/**
 * Reads what stands behind a number as a rate. Only counts and data are: `99.9% per month` and `5 min per month` say over what
 * something is measured, not how fast it goes.
 */
function rateIn(text: string, unit: string | undefined): Pick<Value, 'unit' | 'noun' | 'after'> {
  const none = { ...(unit ? { unit } : {}), noun: '', after: text };
  if (unit !== undefined && !isData(unit)) return none;
  const match = rate.exec(text.slice(0, 100));
  if (!match || (unit && match[1])) return none;
  const [all, noun = '', word, time] = match;
  const after = text.slice(all.length).trim();
  // `3 features a month early`: only behind `per` and a slash more may be said.
  if (word !== undefined && !/^per$/i.test(word) && after !== '' && !after.startsWith('(')) return none;
  return { unit: `${unit ?? ''}/${shortPeriod(time!)!}`, noun: noun.trim(), after };
}

function target(name: string, found: Value): Target {
  // `Throughput: 500 requests per second` counts what the unit has a name for.
  const requests = found.unit?.startsWith('/') && /^req(?:uest)?s?$/i.test(found.noun);
  const counted = requests || name.toLowerCase().includes(found.noun.toLowerCase()) ? '' : found.noun;
  const qualifier = [counted, unwrapped(found.after)].filter(Boolean).join(', ');
  const unit = requests ? `req${found.unit}` : found.unit;
  return {
    name,
    comparison: found.comparison,
    value: found.value,
    ...(unit ? { unit } : {}),
    ...(qualifier ? { qualifier } : {}),
  };
}

/** A text without the brackets around it. */
function unwrapped(text: string): string {
  return /^\((.*)\)$/.exec(text)?.[1] ?? text;
}

/** `response time (p95)` is a name and a qualifier. */
function split(text: string): { name: string; qualifier?: string } {
  const match = /^(.*\S)\s?\(([^()]*)\)$/.exec(text.trim());
  return match ? { name: match[1]!, qualifier: match[2]! } : { name: text.trim() };
}
