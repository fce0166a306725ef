import { forecastWork, type Forecast } from '../../src/core/progress/forecast.js';
import { randomFrom, type Random } from '../../src/core/progress/random.js';

/** Simulated projects, whose end is known because they are simulated until then. */

/** How a project goes: what is finished and added on a day, drawn anew for each project. */
export type Scenario = (random: Random, rate: number) => (day: number) => { finished: number; added: number };

/** Few tasks are finished on a weekend: the shares of a week's tasks, the first being Monday's. */
const weekdays = [0.2, 0.2, 0.19, 0.2, 0.17, 0.02, 0.02];

/** A number of events that happen independently at a rate (Knuth's method). */
function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

const share = (day: number) => weekdays[((day % 7) + 7) % 7]!;

export const scenarios: Readonly<Record<string, Scenario>> = {
  stationary: (random, rate) => (day) => ({ finished: poisson(random, rate * share(day)), added: 0 }),
  'every day alike': (random, rate) => () => ({ finished: poisson(random, rate / 7), added: 0 }),
  'steady growth': (random, rate) => (day) => ({
    finished: poisson(random, rate * share(day)),
    added: poisson(random, rate * 0.4 * share(day)),
  }),
  /** Weeks of three times the pace and of hardly any, each going on for some weeks. */
  bursts: (random, rate) => {
    let busy = random() < 0.3;
    return (day) => {
      if (day % 7 === 0 && random() < (busy ? 0.5 : 0.21)) busy = !busy;
      return { finished: poisson(random, rate * share(day) * (busy ? 2.8 : 0.23)), added: 0 };
    };
  },
  /** Three weeks without anything, twice a year or so. */
  pauses: (random, rate) => {
    let pause = 0;
    return (day) => {
      if (day % 7 === 0) pause = pause > 0 ? pause - 1 : random() < 0.05 ? 3 : 0;
      return { finished: pause > 0 ? 0 : poisson(random, rate * share(day)), added: 0 };
    };
  },
  /** Nothing is added for weeks, and then many tasks at once. */
  'growth in leaps': (random, rate) => (day) => ({
    finished: poisson(random, rate * share(day)),
    added: random() < 0.02 ? poisson(random, rate * 2.8) : 0,
  }),
  /** The pace rises or falls by up to a half in a year. */
  drift: (random, rate) => {
    const change = (random() - 0.5) / 365;
    return (day) => ({ finished: poisson(random, rate * share(day) * Math.max(0.2, 1 + change * day)), added: 0 });
  },
};

/** One project: what was forecast after so many weeks, and how many days later it was done. */
export interface Outcome {
  readonly rate: number;
  readonly forecast: Forecast;
  /** Days from the forecast; Infinity where it was not done in ten years. */
  readonly took: number;
}

/** Simulates a project with so many weeks of history; those with too little to say are simulated again. */
function simulateProject(random: Random, scenario: Scenario, weeks: number, runs: number): Outcome {
  for (;;) {
    // From one task a week to twenty, and from two weeks to thirty of work left: small values as often as large ones.
    const rate = 20 ** random();
    const remaining = Math.max(3, Math.round(rate * 2 * 15 ** random()));
    const today = Math.floor(random() * 7);
    const project = scenario(random, rate);
    const days = weeks * 7;
    const counts = { finished: new Float64Array(days), added: new Float64Array(days) };
    for (let index = 0; index < days; index++) {
      const { finished, added } = project(today - days + 1 + index);
      counts.finished[index] = finished;
      counts.added[index] = added;
    }
    const forecast = forecastWork(counts, 0, remaining, { runs });
    if (forecast.state === 'thin') continue;
    let [left, took] = [remaining, 0];
    while (left > 0 && took < 3_650) {
      const { finished, added } = project(today + ++took);
      left += added - finished;
    }
    return { rate, forecast, took: left > 0 ? Infinity : took };
  }
}

/** How often what was said came true, in per cent, and how wide the ranges were. */
export interface Coverage {
  readonly met50: number;
  readonly met85: number;
  readonly met95: number;
  /** Days from the 50 % to the 95 % date, and that by the days to the 50 % date: the middle project. */
  readonly medianWidth: number;
  readonly medianRelativeWidth: number;
  /** Share of projects that had no 95 % date, which counts as met. */
  readonly notInSight: number;
}

export function coverageOf(outcomes: readonly Outcome[]): Coverage {
  const met = (key: 'p50' | 'p85' | 'p95') =>
    percent(outcomes, ({ forecast: { dates }, took }) => took <= (dates?.[key] ?? Infinity));
  const ranges = outcomes.flatMap(({ forecast: { dates } }) =>
    dates?.p50 !== undefined && dates.p95 !== undefined ? [{ from: dates.p50, width: dates.p95 - dates.p50 }] : [],
  );
  return {
    met50: met('p50'),
    met85: met('p85'),
    met95: met('p95'),
    medianWidth: median(ranges.map(({ width }) => width)),
    medianRelativeWidth: Math.round(median(ranges.map(({ from, width }) => width / from)) * 100) / 100,
    notInSight: percent(outcomes, ({ forecast: { dates } }) => dates?.p95 === undefined),
  };
}

/** So many projects of one kind. */
export function simulateProjects(name: string, weeks: number, projects: number, runs: number, seed: number): Outcome[] {
  const random = randomFrom(seed);
  return Array.from({ length: projects }, () => simulateProject(random, scenarios[name]!, weeks, runs));
}

function percent(outcomes: readonly Outcome[], accept: (outcome: Outcome) => boolean): number {
  return Math.round((outcomes.filter(accept).length / outcomes.length) * 1000) / 10;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
