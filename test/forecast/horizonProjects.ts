import type { HorizonForecast } from '../../src/core/progress/horizonForecast.js';
import { forecastPlan } from '../../src/core/progress/horizonForecast.js';
import { randomFrom, type Random } from '../../src/core/progress/random.js';
import { coverageOf, scenarios, type Coverage } from './projects.js';

/** Simulated projects of three horizons, to see what the assumption on their order costs where it does not hold. */

const ids = ['first', 'second', 'third'];

/** How often each horizon was done by what was said of it. */
type HorizonCoverage = Readonly<Record<string, Coverage>>;

/**
 * Stationary projects in which a task is finished in the first open horizon with a probability of `kept`, else in any other
 * open one.
 */
export function coverageOfHorizons(kept: number, weeks: number, projects: number, runs: number, seed: number) {
  const random = randomFrom(seed);
  const outcomes = ids.map(() => [] as { forecast: HorizonForecast; took: number; rate: number }[]);
  let thin = 0;
  for (let project = 0; project < projects; project++) {
    const { forecasts, took, rate } = simulateOne(random, kept, weeks, runs);
    for (const [index, forecast] of forecasts.entries()) {
      if (forecast.state === 'thin') thin++;
      else outcomes[index]!.push({ forecast, took: took[index]!, rate });
    }
  }
  const coverage: HorizonCoverage = Object.fromEntries(ids.map((id, index) => [id, coverageOf(outcomes[index]!)]));
  return { kept, weeks, thin, coverage };
}

function simulateOne(random: Random, kept: number, weeks: number, runs: number) {
  const rate = 3 * 7 ** random();
  const days = weeks * 7;
  const pace = scenarios['stationary']!(random, rate);
  const today = Math.floor(random() * 7);
  const counts = [0, 1, 2, 3].map(() => ({ finished: new Float64Array(days), added: new Float64Array(days) }));
  /** The horizon in which a task is finished. */
  const choose = (open: readonly number[]) =>
    open.length === 1 || random() < kept ? open[0]! : open[1 + Math.floor(random() * (open.length - 1))]!;
  let [inFirst, all] = [0, 0];
  for (let index = 0; index < days; index++) {
    for (let task = pace(today - days + 1 + index).finished; task > 0; task--) {
      const horizon = choose([0, 1, 2]);
      counts[horizon]!.finished[index]!++;
      counts[3]!.finished[index]!++;
      all++;
      if (horizon === 0) inFirst++;
    }
  }
  const left = ids.map(() => Math.max(2, Math.round(rate * (1 + 9 * random()))));
  const { horizons } = forecastPlan(
    {
      from: 1 - days,
      to: 0,
      all: counts[3]!,
      horizons: new Map(ids.map((id, index) => [id, counts[index]!])),
      ranks: counts.slice(0, 3).map((each) => each.finished),
      ...(all > 0 ? { inOrder: inFirst / all } : {}),
    },
    {
      today: 0,
      remaining: left.reduce((sum, count) => sum + count, 0),
      horizons: ids.map((id, index) => ({ id, remaining: left[index]! })),
    },
    { runs },
  );
  const took = ids.map(() => Infinity);
  for (let day = 1; left.some((count) => count > 0) && day < 3_650; day++) {
    for (let task = pace(today + day).finished; task > 0; task--) {
      const open = [0, 1, 2].filter((index) => left[index]! > 0);
      if (open.length === 0) break;
      const horizon = choose(open);
      if (--left[horizon]! === 0) took[horizon] = day;
    }
  }
  return { forecasts: horizons, took, rate };
}
