import {
  forecastOf,
  observe,
  seedOfWeeks,
  thin,
  usualRuns,
  type Forecast,
  type ForecastOptions,
  type Observed,
} from './forecast.js';
import type { HorizonWork } from './horizonSimulation.js';
import { simulate } from './simulation.js';
import type { Throughput } from './throughput.js';

/** A horizon as it stands today. */
export interface OpenHorizon {
  readonly id: string;
  /** Tasks that are open in it. */
  readonly remaining: number;
  /** Those that count, where that is known: without any it is empty, and not done. */
  readonly total?: number;
  /** The last day of its window (UTC), where it has one. */
  readonly end?: number;
}

/**
 * How the pace of the plan is shared by its horizons. `in-order`: one is worked on after the other, since all tasks were
 * finished so, or nobody knows better. `as-observed`: the first open horizon, the second and so on have as many of the
 * tasks as they had in the weeks observed.
 */
type HorizonAssumption = 'in-order' | 'as-observed';

/**
 * `onTrack`: done by the end of its window with at least 85 % probability. `atRisk`: with 50 to 85 %. `late`: with less, or
 * the end has passed.
 */
export type HorizonVerdict = 'onTrack' | 'atRisk' | 'late';

export interface HorizonForecast extends Forecast {
  readonly id: string;
  readonly end?: number;
  /** Absent where there is no window, nothing left, or too little history to say. */
  readonly verdict?: HorizonVerdict;
}

/** When the plan and each of its horizons will be done. */
export interface PlanForecast {
  readonly whole: Forecast;
  /** In the plan's order; weeks, finished and added tasks are those of the whole plan. */
  readonly horizons: readonly HorizonForecast[];
  readonly assumption: HorizonAssumption;
  /** The share of tasks that were finished in the first open horizon, 0 to 1, where it is known. */
  readonly inOrder?: number;
}

/**
 * Forecasts a plan and its horizons, given in the order they are to be done in, from the same runs. `remaining` are the open
 * tasks of the whole plan, those outside of any horizon among them. See `horizonsAhead` for how horizons share the pace.
 * The first 30 that are open are forecast. Those behind them are simulated as one, and it is said why they have no dates: so
 * far ahead, the order of a plan is no promise.
 */
export function forecastPlan(
  throughput: Throughput | undefined,
  plan: OpenPlan & { readonly today: number },
  { runs: wanted = usualRuns }: ForecastOptions = {},
): PlanForecast {
  const { remaining, horizons, today } = plan;
  const whole = observe(throughput?.all, today, remaining, plan.total);
  const each = horizons.map((horizon) => ({
    horizon,
    ...observe(throughput?.all, today, horizon.remaining, horizon.total),
  }));
  const share = throughput?.inOrder;
  const said = {
    assumption: share === undefined || share === 1 ? 'in-order' : 'as-observed',
    ...(share === undefined ? {} : { inOrder: share }),
  } as const;
  const judged = ({ id, end }: OpenHorizon, forecast: Forecast): HorizonForecast => {
    const verdict = judge(forecast, end, today);
    return { ...forecast, id, ...(end === undefined ? {} : { end }), ...(verdict ? { verdict } : {}) };
  };
  if (!throughput || !whole.weeks) {
    const forecasts = each.map(({ horizon, forecast }) => judged(horizon, forecast ?? whole.forecast!));
    return { whole: whole.forecast!, horizons: forecasts, ...said };
  }
  const open = horizons.filter(({ remaining: left }) => left > 0).length;
  const runs = Math.ceil(wanted * Math.min(1, fewHorizons / Math.min(open, mostHorizons)));
  const ends = simulate(
    { ...whole.weeks, horizons: workOf(throughput, plan, whole.weeks.count) },
    runs,
    seedOfWeeks(whole.weeks),
  );
  let position = 0;
  const forecastNext = (observed: Observed) =>
    position < mostHorizons
      ? forecastOf(observed, ends.horizons[position++]!, runs, today)
      : thin(observed, [{ kind: 'behind', horizons: mostHorizons }]);
  return {
    whole: forecastOf(whole, ends.whole, runs, today),
    horizons: each.map(({ horizon, ...observed }) => judged(horizon, observed.forecast ?? forecastNext(observed))),
    ...said,
  };
}

/** So many open horizons are forecast. */
const mostHorizons = 30;
/** The more there are than these, the fewer runs: as many tasks and weeks are looked at. */
const fewHorizons = 8;

interface OpenPlan extends Pick<OpenHorizon, 'remaining' | 'total'> {
  readonly horizons: readonly OpenHorizon[];
}

/** What the simulation needs to know of the open horizons, of the last weeks; what is behind the first 30 is one more. */
function workOf({ all, horizons, ranks }: Throughput, plan: OpenPlan, count: number): HorizonWork {
  const start = all.finished.length - count * 7;
  const first = Float64Array.from(ranks[0] ?? new Float64Array(all.finished.length)).subarray(start);
  const others = ranks.slice(1).map((rank) => rank.subarray(start));
  const inside = plan.horizons.reduce((sum, { remaining }) => sum + Math.max(0, remaining), 0);
  if (inside >= plan.remaining) {
    // Nothing is left outside of horizons: who worked there has time for the first.
    for (let index = 0; index < first.length; index++) {
      first[index] = others.reduce((left, rank) => left - rank[index]!, all.finished[start + index]!);
    }
  }
  const open = plan.horizons.filter(({ remaining }) => remaining > 0);
  const addedTo = ({ id }: OpenHorizon) => horizons.get(id)?.added.subarray(start) ?? new Float64Array(count * 7);
  const remaining = open.slice(0, mostHorizons).map((horizon) => horizon.remaining);
  const added = open.slice(0, mostHorizons).map(addedTo);
  const behind = open.slice(mostHorizons);
  if (behind.length > 0) {
    const sum = new Float64Array(count * 7);
    for (const horizon of behind) for (const [index, tasks] of addedTo(horizon).entries()) sum[index]! += tasks;
    remaining.push(behind.reduce((tasks, horizon) => tasks + horizon.remaining, 0));
    added.push(sum);
  }
  return { remaining, added, ranks: [first, ...others] };
}

function judge({ state, dates }: Forecast, end: number | undefined, today: number): HorizonVerdict | undefined {
  if (end === undefined || state === 'done') return undefined;
  if (end < today) return 'late';
  if (state === 'thin') return undefined;
  if (dates?.p50 === undefined || end < dates.p50) return 'late';
  return dates.p85 !== undefined && dates.p85 <= end ? 'onTrack' : 'atRisk';
}
