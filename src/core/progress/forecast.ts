import { seedOf } from './random.js';
import { endDay, simulate, type EndDays, type Weeks } from './simulation.js';
import { sumFrom, type DailyCounts } from './throughput.js';

/**
 * When work will be done. `done`: it is. `empty`: there is no task that counts. `ready`: there is a range. `thin`: there is too little history to say. `never`: at
 * the observed pace and growth not even half of the runs end within five years.
 */
type ForecastState = 'done' | 'empty' | 'ready' | 'thin' | 'never';

/**
 * Days (UTC) by which the work is done with 50, 85 and 95 % probability, never one without the others; undefined: not in
 * sight, more than five years away, since tasks come nearly as fast as they are finished or there are so many.
 */
interface DateRange {
  readonly p50: number | undefined;
  readonly p85: number | undefined;
  readonly p95: number | undefined;
}

/** Why there is no range, or not all of it. */
export type ForecastReason =
  | { readonly kind: 'no-history' }
  /** Whole weeks since the day after the first version. */
  | { readonly kind: 'few-weeks'; readonly weeks: number; readonly needed: number }
  /** Of a horizon: it is behind the first so many open ones, which are forecast. */
  | { readonly kind: 'behind'; readonly horizons: number }
  | { readonly kind: 'few-finished'; readonly finished: number; readonly needed: number }
  /** The day on which a task was last finished. */
  | { readonly kind: 'paused'; readonly last: number; readonly days: number }
  /** Tasks a week: at least nine come for ten that are finished. */
  | { readonly kind: 'growth'; readonly finished: number; readonly added: number }
  /** Tasks left, and finished a week. */
  | { readonly kind: 'far'; readonly remaining: number; readonly finished: number };

/** A forecast, with what it rests on. */
export interface Forecast {
  readonly state: ForecastState;
  /** Where the state is `ready`. */
  readonly dates?: DateRange;
  /** How often the future was simulated; 0 where it was not. */
  readonly runs: number;
  /** Whole weeks of history that it rests on, today's being the last, and what was done in them, net. */
  readonly weeks: number;
  readonly finished: number;
  readonly added: number;
  /** Tasks that are open today. */
  readonly remaining: number;
  /** Where the state is `thin` or `never`, or a part of the range is not in sight. */
  readonly reasons: readonly ForecastReason[];
}

/** Of less there is too little history to say. */
const fewestWeeks = 4;
const fewestFinished = 5;
/** Older weeks say less about today than they cost where the pace changes (`drift` in test/forecast). */
const recentWeeks = 26;
/** So many are looked at where hardly a task was finished in the recent ones. */
const mostWeeks = 52;
const fewFinished = 10;
export const usualRuns = 10_000;

/** How often to simulate, where not 10,000 times. */
export interface ForecastOptions {
  readonly runs?: number;
}

/**
 * Forecasts by Monte Carlo simulation over the observed throughput (see `simulate`): of the weeks that end today the last
 * 26, or 52 where less than ten tasks were finished in those. The draws follow from the data, so the same plan has the same
 * dates.
 *
 * There is too little history with less than four whole weeks or five finished tasks in them, and after a pause: nothing
 * finished for more than six weeks and more than four times the usual time between two days with finished tasks (by
 * chance that happens to one plan in fifty).
 */
export function forecastWork(
  counts: DailyCounts | undefined,
  today: number,
  remaining: number,
  { runs = usualRuns }: ForecastOptions = {},
): Forecast {
  const observed = observe(counts, today, remaining, undefined);
  if (observed.forecast || !observed.weeks) return observed.forecast ?? thin(observed, [{ kind: 'no-history' }]);
  const { whole } = simulate(observed.weeks, runs, seedOfWeeks(observed.weeks));
  return forecastOf(observed, whole, runs, today);
}

/** What is observed of the last whole weeks, and the forecast where it follows from that alone. */
export interface Observed {
  readonly counted: Pick<Forecast, 'weeks' | 'finished' | 'added' | 'remaining'>;
  readonly weeks?: Weeks;
  readonly forecast?: Forecast;
}

/** `total`: how many tasks count, where that is known. */
export function observe(
  counts: DailyCounts | undefined,
  today: number,
  remaining: number,
  total: number | undefined,
): Observed {
  const days = counts?.finished.length ?? 0;
  const recent = counts && sumFrom(counts.finished, days - recentWeeks * 7) >= fewFinished;
  const count = Math.min(Math.floor(days / 7), recent ? recentWeeks : mostWeeks);
  const start = days - count * 7;
  const finished = counts ? sumFrom(counts.finished, start) : 0;
  const counted = { weeks: count, finished, added: counts ? sumFrom(counts.added, start) : 0, remaining };
  if (remaining <= 0) {
    const state = total === 0 ? 'empty' : 'done';
    return { counted, forecast: { state, ...counted, remaining: 0, runs: 0, reasons: [] } };
  }
  if (!counts) return { counted, forecast: thin({ counted }, [{ kind: 'no-history' }]) };
  const reasons: ForecastReason[] = [];
  if (count < fewestWeeks) reasons.push({ kind: 'few-weeks', weeks: count, needed: fewestWeeks });
  if (finished < fewestFinished) reasons.push({ kind: 'few-finished', finished, needed: fewestFinished });
  if (reasons.length === 0) reasons.push(...pauseOf(counts.finished, start, today));
  if (reasons.length > 0) return { counted, forecast: thin({ counted }, reasons) };
  const [ended, came] = [counts.finished.subarray(start), counts.added.subarray(start)];
  return { counted, weeks: { count, finished: ended, added: came, remaining } };
}

function pauseOf(finished: Float64Array, start: number, today: number): ForecastReason[] {
  const busy: number[] = [];
  for (let index = start; index < finished.length; index++) if (finished[index]! > 0) busy.push(index);
  const last = busy.at(-1) ?? start;
  const days = finished.length - 1 - last;
  const usual = (last - (busy[0] ?? start)) / Math.max(1, busy.length - 1);
  return days > 42 && days > 4 * usual ? [{ kind: 'paused', last: today - days, days }] : [];
}

/** A forecast that says there is too little to say. */
export function thin({ counted }: Pick<Observed, 'counted'>, reasons: readonly ForecastReason[]): Forecast {
  return { state: 'thin', ...counted, runs: 0, reasons };
}

/** A seed that follows from what is observed and left. */
export function seedOfWeeks({ finished, added, remaining }: Weeks): number {
  return seedOf([remaining], finished, added);
}

/** The forecast of the days on which the runs ended. */
export function forecastOf({ counted }: Observed, ends: EndDays, runs: number, today: number): Forecast {
  const day = (share: number) => {
    const days = endDay(ends, runs, share);
    return days === undefined ? undefined : today + days;
  };
  const dates = { p50: day(0.5), p85: day(0.85), p95: day(0.95) };
  const forecast = { ...counted, runs, reasons: dates.p95 === undefined ? [whyFar(counted)] : [] };
  return dates.p50 === undefined ? { state: 'never', ...forecast } : { state: 'ready', dates, ...forecast };
}

function whyFar({ finished, added, weeks, remaining }: Observed['counted']): ForecastReason {
  const pace = finished / weeks;
  return added >= 0.9 * finished
    ? { kind: 'growth', finished: pace, added: added / weeks }
    : { kind: 'far', remaining, finished: pace };
}
