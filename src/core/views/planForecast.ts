import type { PlanHistory } from '../model/planHistory.js';
import type { Group, Roadmap } from '../model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../model/snapshot.js';
import { countLeaves } from '../progress/counts.js';
import { forecastPlan, type OpenHorizon, type PlanForecast } from '../progress/horizonForecast.js';
import { throughputOf } from '../progress/throughput.js';
import { timingOf } from './timing.js';

/** Forecasts from one history, the last used last, by all else that goes into them. */
interface Known {
  readonly changes: PlanHistory['changes'] | undefined;
  readonly forecasts: Map<string, PlanForecast>;
}

/** By the points of a history: most changes of a roadmap, and of its ids, leave these as they are. */
const known = new WeakMap<object, Known>();
const noHistory: PlanHistory['points'] = [];
/** So many are kept for each history: what one types and takes back, in some roadmaps without a history. */
const mostKnown = 16;

/**
 * The forecast of a roadmap by its history, as far as that is known: made once for what goes into it, which is what is left of
 * the plan and its horizons, the history and the day, so that it stays the same object while titles are typed. `today` is a
 * day since 1970.
 */
export function planForecast(snapshot: Snapshot, file: RoadmapFile, today: number): PlanForecast | undefined {
  const { roadmap } = file;
  if (!roadmap) return undefined;
  const history = snapshot.planHistories.find(({ uri, state }) => uri === file.uri && state === 'ready');
  const { schedules } = timingOf(snapshot, file, today);
  const groups = outermostGroups(roadmap);
  const horizons = groups.map((group): OpenHorizon => {
    const end = schedules.get(group)?.end;
    return { id: group.id, ...leftOf(group), ...(end === undefined ? {} : { end }) };
  });
  const plan = { today, ...leftOf(roadmap), horizons };
  const forecasts = forecastsOf(history);
  const key = JSON.stringify(plan);
  const forecast =
    forecasts.get(key) ??
    forecastPlan(
      history &&
        throughputOf(
          history,
          groups.map(({ id }) => id),
          today,
        ),
      plan,
    );
  forecasts.delete(key);
  forecasts.set(key, forecast);
  for (const oldest of forecasts.keys()) {
    if (forecasts.size <= mostKnown) break;
    forecasts.delete(oldest);
  }
  return forecast;
}

function forecastsOf(history: PlanHistory | undefined): Map<string, PlanForecast> {
  const points = history?.points ?? noHistory;
  const seen = known.get(points);
  if (seen && seen.changes === history?.changes) return seen.forecasts;
  const forecasts = new Map<string, PlanForecast>();
  known.set(points, { changes: history?.changes, forecasts });
  return forecasts;
}

function leftOf(node: Roadmap | Group): Pick<OpenHorizon, 'remaining'> & { readonly total: number } {
  const { total, done } = countLeaves(node);
  return { remaining: total - done, total };
}

/** The outermost groups that hold tasks: what a forecast calls horizons, whatever they are called. */
export function outermostGroups({ children }: Roadmap): readonly Group[] {
  return children.filter(
    (child): child is Group => child.kind !== 'task' && countLeaves(child).total + countLeaves(child).cancelled > 0,
  );
}
