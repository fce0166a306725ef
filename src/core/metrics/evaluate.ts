import * as l10n from '@vscode/l10n';
import type { Aggregate, MetricState, Reading } from '../model/metric.js';
import type { Problem } from '../model/problem.js';
import type { Comparison, Metric, Target } from '../model/roadmap.js';
import { convert } from '../values/units.js';
import { formatQuantity, formatTarget, formatReading } from '../values/quantity.js';
import { targetAggregate } from './qualifier.js';

/** By what a reading is judged beside its target. */
export interface EvaluateOptions {
  /** Seconds since 1970. */
  readonly now: number;
  /** How far off a missed reading may be and still be near, as a share of the target's value; 0.05 where absent. */
  readonly tolerance?: number;
  /** Days after which a reading is stale; 30 where absent. */
  readonly maxAge?: number;
  /** The aggregate that the source's entry asks for itself, whatever the target says. */
  readonly aggregate?: Aggregate;
}

/** How a reading meets a target. */
export type Verdict = 'met' | 'near' | 'missed';

/** Where a metric stands, and why. */
export interface Evaluation {
  readonly state: MetricState;
  /** What the reading says, stale or not; absent where nothing could be compared. */
  readonly verdict?: Verdict;
  /** The reading in the target's unit. */
  readonly value?: number;
  /** That as a share of the target's value; absent for a target of 0. */
  readonly ratio?: number;
  /** Whole sentences. */
  readonly explanation: string;
  /** Why a reading could not be compared; without a place. */
  readonly problem?: Problem;
}

const defaultTolerance = 0.05;
const defaultMaxAge = 30;

/** Readings and targets are decimal fractions, which binary numbers miss by a little: 0.1 + 0.2 is 0.3. */
const epsilon = 1e-9;
const secondsOfDay = 86_400;

/**
 * Judges a metric by the newest reading.
 *
 * - The reading is converted into the target's unit and compared exactly, but for a relative 1e-9. One without a unit has the
 *   target's, and that is said; where that would be `%` and it lies above 0 up to 1, it may be a share of 1, and is not judged.
 * - `near` is missed by at most the tolerance, a share of the target's value, for `%` too: 76 % is near 80 %. Nothing is near 0.
 *   A target of at least 90 % is also missed by at most as much again as it allows: 99.9 % allows 0.1 %, so 99.8 % is the limit.
 * - `stale` is what is older than its age allows, whatever its verdict.
 * - Without a reading that can be compared, a metric is `claimed` where the roadmap says it is met, else `unmeasured`; so is
 *   a goal without a number. A claim alone is never `met`.
 * - A reading that says it is another aggregate than the target asks for is not judged, unless the source's entry asks for it:
 *   a mean says nothing of a 95th percentile.
 */
export function evaluate(
  target: Target | undefined,
  claimed: Metric['claimed'],
  reading: Reading | undefined,
  options: EvaluateOptions,
): Evaluation {
  const unread = claimed === 'met' ? 'claimed' : 'unmeasured';
  if (!target) return { state: unread, explanation: sayGoal(unread) };
  if (!reading) return { state: unread, explanation: sayUnread(unread) };
  const { value: measured, unit, aggregate } = reading.measurement;
  const refusal = refuse(target, reading, options.aggregate);
  if (refusal !== undefined) {
    const problem: Problem = { code: 'metric-source', severity: 'warning', message: refusal };
    return { state: unread, explanation: refusal, problem };
  }
  const value = unit === undefined ? measured : convert(measured, unit, target.unit)!;
  const verdict = verdictOf(target, value, options.tolerance ?? defaultTolerance);
  const age = options.now - reading.time;
  const stale = age > (options.maxAge ?? defaultMaxAge) * secondsOfDay;
  const sentences = [
    sayVerdict(verdict, target, value),
    ...(unit !== undefined && unit !== target.unit ? [sayConverted(measured, unit, value, target.unit)] : []),
    ...(unit === undefined && target.unit !== undefined ? [sayAssumed(measured, target.unit)] : []),
    ...(aggregate !== undefined && aggregate !== targetAggregate(target) ? [sayAggregate(aggregate)] : []),
    ...(stale ? [sayStale(Math.max(1, Math.floor(age / secondsOfDay)))] : []),
  ];
  return {
    state: stale ? 'stale' : verdict,
    verdict,
    value,
    ...(target.value === 0 ? {} : { ratio: value / target.value }),
    explanation: sentences.join(' '),
  };
}

/** Why a reading cannot be compared with a target; undefined where it can. */
function refuse(target: Target, { measurement }: Reading, stated: Aggregate | undefined): string | undefined {
  const { value, unit, aggregate } = measurement;
  if (!Number.isFinite(value)) {
    return l10n.t('The reading of "{0}" is no finite number: look at what its source gives.', target.name);
  }
  const asked = targetAggregate(target);
  if (asked !== undefined && aggregate !== undefined && !alike(aggregate, asked) && aggregate !== stated) {
    return l10n.t(
      'The target of "{0}" asks for {1}, but its source gives {2}: name a value that is {1}, or write aggregate: {2} to compare all the same.',
      target.name,
      asked,
      aggregate,
    );
  }
  if (unit === undefined) {
    if (target.unit !== '%' || value <= 0 || value > 1) return undefined;
    return l10n.t(
      'The reading of "{0}" is {1} without a unit, which may be a share of 1 or of 100: write unit: ratio or unit: "%" in its entry.',
      target.name,
      formatQuantity(value, undefined),
    );
  }
  const converted = convert(value, unit, target.unit);
  if (converted !== undefined && Number.isFinite(converted)) return undefined;
  return target.unit === undefined
    ? l10n.t(
        'The reading of "{0}" is in {1}, but its target is a plain number: name another value, or write the unit into the target.',
        target.name,
        unit,
      )
    : l10n.t(
        'The reading of "{0}" is in {1}, which cannot be converted to {2}: name another value, or say by unit: what its numbers are in.',
        target.name,
        unit,
        target.unit,
      );
}

/** The median and the 50th percentile are one. */
function alike(a: Aggregate, b: Aggregate): boolean {
  const plain = (aggregate: Aggregate) => (aggregate === 'p50' ? 'median' : aggregate);
  return plain(a) === plain(b);
}

/** How a value, in the target's unit, meets the target. */
function verdictOf(target: Pick<Target, 'comparison' | 'value' | 'unit'>, value: number, tolerance: number): Verdict {
  if (meets(target.comparison, value, target.value)) return 'met';
  const off = Math.abs(value - target.value);
  const allowed = Math.min(tolerance * Math.abs(target.value), leftOf(target));
  return allowed > 0 && (off <= allowed || equal(off, allowed)) ? 'near' : 'missed';
}

/**
 * What a share that is to be all but whole leaves to go wrong: 0.1 of 99.9 %. Five per cent of 99.9 would make 95 % availability
 * near, which is down fifty times as long.
 */
function leftOf({ comparison, value, unit }: Pick<Target, 'comparison' | 'value' | 'unit'>): number {
  const whole = convert(1, 'ratio', unit);
  const most = whole !== undefined && comparison.startsWith('>') && value >= 0.9 * whole && value <= whole;
  return most ? whole - value : Infinity;
}

function meets(comparison: Comparison, value: number, goal: number): boolean {
  const same = equal(value, goal);
  switch (comparison) {
    case '<':
      return value < goal && !same;
    case '<=':
      return value < goal || same;
    case '>':
      return value > goal && !same;
    case '>=':
      return value > goal || same;
    default:
      return same;
  }
}

function equal(a: number, b: number): boolean {
  return Math.abs(a - b) <= epsilon * Math.max(Math.abs(a), Math.abs(b));
}

function sayVerdict(verdict: Verdict, target: Target, value: number): string {
  const reading = formatReading(value, target);
  const goal = formatTarget(target);
  if (verdict === 'met') return l10n.t('{0} meets {1}.', reading, goal);
  if (verdict === 'missed') return l10n.t('{0} misses {1}.', reading, goal);
  const off = formatQuantity(
    Number(((Math.abs(value - target.value) / Math.abs(target.value)) * 100).toPrecision(3)),
    '%',
  );
  return l10n.t({
    message: '{0} misses {1} by {2} of it, which is near.',
    args: [reading, goal, off],
    comment: 'A reading, a target, and how far the reading is off, such as 2.5 %',
  });
}

function sayConverted(measured: number, unit: string, value: number, goal: string | undefined): string {
  return l10n.t({
    message: 'Its source says {0}, which is {1}.',
    args: [formatQuantity(measured, unit), formatQuantity(value, goal)],
    comment: 'The same reading in the unit of its source, and in that of the target',
  });
}

function sayAssumed(measured: number, unit: string): string {
  return l10n.t("Its source says {0} without a unit, which was read in the target's: {1}.", measured, unit);
}

function sayAggregate(aggregate: Aggregate): string {
  return l10n.t({
    message: 'Of several numbers it is this: {0}.',
    args: [aggregate],
    comment: '{0} is mean, max, p95 and the like',
  });
}

function sayStale(days: number): string {
  return days === 1
    ? l10n.t('It is a day old, which is too old to count: measure again.')
    : l10n.t('It is {0} days old, which is too old to count: measure again.', days);
}

function sayGoal(state: 'claimed' | 'unmeasured'): string {
  return state === 'claimed'
    ? l10n.t('The roadmap says it is met. It names no number that a reading could be compared with.')
    : l10n.t('It names no number that a reading could be compared with.');
}

function sayUnread(state: 'claimed' | 'unmeasured'): string {
  return state === 'claimed'
    ? l10n.t('The roadmap says it is met, and nothing measures it.')
    : l10n.t('Nothing measures it.');
}
