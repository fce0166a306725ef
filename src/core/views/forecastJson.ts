import type { RoadmapFile, Snapshot } from '../model/snapshot.js';
import type { Forecast, ForecastReason } from '../progress/forecast.js';
import { sayForecastReason } from '../progress/forecastWords.js';
import type { HorizonForecast, PlanForecast } from '../progress/horizonForecast.js';
import { isoDay } from '../values/day.js';
import { outermostGroups, planForecast } from './planForecast.js';
import { problemJson } from './statusJson.js';
import type { ProblemJson } from './statusSchema.js';

/**
 * Forecasts as versioned JSON. Days are ISO 8601, lines 1-based. Within a `schemaVersion` keys are added, never changed or taken
 * away.
 */
export interface ForecastJson {
  readonly schemaVersion: 1;
  readonly roadmaps: readonly RoadmapForecastJson[];
  readonly problems: readonly ProblemJson[];
}

interface RoadmapForecastJson {
  readonly path: string;
  readonly title: string;
  /** The day it was made for. */
  readonly today: string;
  /** How horizons are taken to be worked on; see `HorizonAssumption`. */
  readonly assumption: PlanForecast['assumption'];
  /** The share of tasks that were finished in the first open horizon, 0 to 1; null where nobody knows. */
  readonly inOrder: number | null;
  readonly whole: PartForecastJson;
  readonly horizons: readonly (PartForecastJson & {
    readonly id: string;
    readonly name: string;
    readonly line: number;
    /** The last day of its window. */
    readonly end: string | null;
    readonly verdict: NonNullable<HorizonForecast['verdict']> | null;
  })[];
}

interface PartForecastJson {
  /** `empty`: there is no task that counts; see `ForecastState`. */
  readonly state: Forecast['state'];
  /**
   * Days by which it is done with a probability of 50, 85 and 95 %; one that is more than five years away is null, and all
   * of it where there is too little history or no end in sight.
   */
  readonly dates: { readonly p50: string | null; readonly p85: string | null; readonly p95: string | null } | null;
  readonly remaining: number;
  /** Whole weeks that it rests on, what was finished and added in them, and how often the future was simulated. */
  readonly weeks: number;
  readonly finished: number;
  readonly added: number;
  readonly runs: number;
  readonly reasons: readonly (ForecastReason & { readonly text: string })[];
}

/** Makes the JSON of the forecasts of all roadmaps. `problems` are further ones, put first. */
export function forecastJson(snapshot: Snapshot, today: number, problems: readonly ProblemJson[] = []): ForecastJson {
  return {
    schemaVersion: 1,
    roadmaps: snapshot.roadmaps.flatMap((file) => roadmapForecast(snapshot, file, today) ?? []),
    problems: [...problems, ...historyProblems(snapshot)],
  };
}

/** What was wrong with the history of the roadmaps, each said once: without a path where it is of several. */
export function historyProblems({ planHistories, roadmaps }: Snapshot): ProblemJson[] {
  const told = new Map<string, ProblemJson>();
  for (const { uri, problems } of planHistories) {
    const path = roadmaps.find((file) => file.uri === uri)?.path ?? null;
    for (const problem of problems)
      told.set(problem.message, problemJson(told.has(problem.message) ? null : path, problem, undefined));
  }
  return [...told.values()];
}

function roadmapForecast(snapshot: Snapshot, file: RoadmapFile, today: number): RoadmapForecastJson | undefined {
  const { roadmap, lines } = file;
  const forecast = planForecast(snapshot, file, today);
  if (!roadmap || !forecast) return undefined;
  const groups = new Map(outermostGroups(roadmap).map((group) => [group.id, group]));
  return {
    path: file.path,
    title: roadmap.title,
    today: isoDay(today),
    assumption: forecast.assumption,
    inOrder: forecast.inOrder ?? null,
    whole: part(forecast.whole),
    horizons: forecast.horizons.map((horizon) => ({
      id: horizon.id,
      name: groups.get(horizon.id)!.name,
      line: lines.lineAt(groups.get(horizon.id)!.titleSpan.start) + 1,
      end: horizon.end === undefined ? null : isoDay(horizon.end),
      verdict: horizon.verdict ?? null,
      ...part(horizon),
    })),
  };
}

function part({ state, dates, remaining, weeks, finished, added, runs, reasons }: Forecast): PartForecastJson {
  const iso = (day: number | undefined) => (day === undefined ? null : isoDay(day));
  return {
    state,
    dates: dates ? { p50: iso(dates.p50), p85: iso(dates.p85), p95: iso(dates.p95) } : null,
    remaining,
    weeks,
    finished,
    added,
    runs,
    reasons: reasons.map((reason) => ({ ...reason, text: sayForecastReason(reason) })),
  };
}
