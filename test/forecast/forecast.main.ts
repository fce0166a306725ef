// How often a forecast comes true: `npm run forecast [-- --projects 1000 --runs 2000 --seed 1]`. Simulates projects of known
// pace, forecasts each after some weeks, lets it go on until it is done, and prints as JSON how often it was done by the
// dates that were said. Stationary projects must meet the bounds, the others are reported as they are.
import { parseArgs } from 'node:util';
import { forecastWork } from '../../src/core/progress/forecast.js';
import { forecastPlan } from '../../src/core/progress/horizonForecast.js';
import { randomFrom } from '../../src/core/progress/random.js';
import { coverageOfHorizons } from './horizonProjects.js';
import { coverageOf, scenarios, simulateProjects, type Coverage } from './projects.js';

const { values } = parseArgs({
  options: {
    projects: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
const projects = Number(values.projects);
const runs = Number(values.runs);
const seed = Number(values.seed);

/** Per cent of stationary projects with eight weeks of history or more that were done by each date. */
const bounds = { met50: [45, 60], met85: [80, 90], met95: [91, 98] } as const;
const histories = [6, 8, 12, 26, 52];

const table: (Coverage & { readonly scenario: string; readonly weeks: number; readonly within?: boolean })[] = [];
for (const scenario of Object.keys(scenarios)) {
  for (const weeks of histories) {
    const coverage = coverageOf(simulateProjects(scenario, weeks, projects, runs, seed * 1_000 + weeks));
    const bound = scenario === 'stationary' && weeks >= 8;
    const within = (Object.keys(bounds) as (keyof typeof bounds)[]).every(
      (key) => coverage[key] >= bounds[key][0] && coverage[key] <= bounds[key][1],
    );
    table.push({ scenario, weeks, ...coverage, ...(bound ? { within } : {}) });
  }
}

const horizons = [1, 0.85, 0.6, 1 / 3].map((kept) => coverageOfHorizons(kept, 12, projects, runs, seed));

/** Milliseconds for 10,000 runs: the middle one of 21. */
function measure(forecast: () => unknown): number {
  const times = Array.from({ length: 21 }, () => {
    const start = performance.now();
    forecast();
    return performance.now() - start;
  });
  return Math.round(times.sort((a, b) => a - b)[10]! * 10) / 10;
}

/** Half a year of history, on weekdays, and about as long to go. */
const random = randomFrom(seed);
const finished = Float64Array.from({ length: 182 }, (_, day) => (day % 7 < 5 ? Math.floor(random() * 4) : 0));
const counts = { finished, added: finished.map((count) => (random() < 0.2 ? count : 0)) };
const endless = { finished, added: finished };
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const throughput = { from: -181, to: 0, all: counts, horizons: new Map<string, never>(), ranks: [finished] };
const plan = { today: 0, remaining: 120, horizons: ids.map((id) => ({ id, remaining: 20 })) };
const milliseconds = {
  typical: measure(() => forecastWork(counts, 0, 120)),
  'six horizons': measure(() => forecastPlan(throughput, plan)),
  'never done': measure(() => forecastWork(endless, 0, 120)),
};

console.log(JSON.stringify({ projects, runs, seed, bounds, table, horizons, milliseconds }, null, 2));
if (table.some(({ within }) => within === false)) process.exitCode = 1;
