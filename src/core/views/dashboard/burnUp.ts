import * as l10n from '@vscode/l10n';
import type { PlanHistory } from '../../model/planHistory.js';
import type { Group, Roadmap } from '../../model/roadmap.js';
import { countLeaves } from '../../progress/counts.js';
import { dayOfTime, type DayFormat } from '../../values/day.js';
import { outermostGroups } from '../planForecast.js';
import type { BurnUpChart, BurnUpPoint } from './dashboard.js';
import { forecastRange } from './forecastRange.js';
import { historyState, sayNoHistory } from './historyState.js';
import { remembered, type Subject } from './subject.js';
import { thinned } from './thinned.js';

/** So many points of the whole plan are drawn, and of all horizons together. */
const mostPoints = 400;
const mostHorizonPoints = 4_000;

const madeChart = remembered<BurnUpChart>();

/** How much was done and planned, day by day, up to the plan as it stands today. */
export function burnUp(subject: Subject): BurnUpChart {
  const { roadmap, history, forecast, today, sayDay } = subject;
  return madeChart([roadmap, history, forecast, today, sayDay], () => draw(subject));
}

function draw(subject: Subject): BurnUpChart {
  const { roadmap, history, today } = subject;
  const { state, reason } = historyState(subject);
  const forecast = forecastRange(subject, roadmap);
  if (!history || state !== 'ready') {
    const why = state === 'loading' ? (reason ?? '') : sayNoHistory();
    return { state, reason: why, points: [], horizons: [], forecast, summary: why };
  }
  const groups = outermostGroups(roadmap);
  const days = pointsOf(history, groups);
  const points = upToToday(days.whole, roadmap, today);
  const few = points.length < 2 ? l10n.t('There is only one day to draw so far.') : undefined;
  const why = [few, reason].filter((part) => part !== undefined).join(' ');
  return {
    state,
    ...(why === '' ? {} : { reason: why }),
    points,
    horizons: groups.map((group, index) => ({
      id: group.id,
      title: group.title,
      points: upToToday(days.horizons[index]!, group, today),
    })),
    forecast,
    summary: summaryOf(points, subject.sayDay),
  };
}

interface Days {
  readonly whole: readonly BurnUpPoint[];
  /** In the order of the groups. */
  readonly horizons: readonly (readonly BurnUpPoint[])[];
}

const made = remembered<Days>();

/** The points of history, which are the same until the next commit. */
function pointsOf({ points }: PlanHistory, groups: readonly Group[]): Days {
  return made([points, groups.map(({ id }) => id).join('\n')], () => {
    const most = Math.min(mostPoints, Math.max(20, Math.floor(mostHorizonPoints / Math.max(1, groups.length))));
    const daily = lastOfDays(points);
    const pointsOfDays = (
      pick: (point: PlanHistory['points'][number]) => { done: number; total: number } | undefined,
    ) =>
      daily.flatMap((point) => {
        const counts = pick(point);
        return counts ? [{ day: dayOfTime(point.time), done: counts.done, total: counts.total }] : [];
      });
    return {
      whole: thinned(
        pointsOfDays((point) => point),
        mostPoints,
      ),
      horizons: groups.map(({ id }) =>
        thinned(
          pointsOfDays(({ horizons }) => horizons.get(id)),
          most,
        ),
      ),
    };
  });
}

/** The last point of each day, oldest first. */
function lastOfDays(points: PlanHistory['points']): PlanHistory['points'] {
  return points.filter(({ time }, index) => {
    const next = points[index + 1];
    return !next || dayOfTime(next.time) !== dayOfTime(time);
  });
}

/** With the plan as it stands now: what is not committed counts, and a forecast begins there. */
function upToToday(points: readonly BurnUpPoint[], node: Roadmap | Group, today: number): readonly BurnUpPoint[] {
  const { done, total } = countLeaves(node);
  const last = points.at(-1);
  // A commit of today may be of tomorrow by UTC.
  const now = { day: Math.max(today, last?.day ?? today), done, total };
  return last?.day === now.day ? [...points.slice(0, -1), now] : [...points, now];
}

function summaryOf(points: readonly BurnUpPoint[], sayDay: DayFormat): string {
  const [first, last] = [points[0]!, points.at(-1)!];
  if (points.length === 1) return l10n.t('On {0} {1} of {2} tasks are done.', sayDay(last.day), last.done, last.total);
  return l10n.t(
    'From {0} to {1} the number of tasks that are done went from {2} to {3}, that of all tasks from {4} to {5}.',
    sayDay(first.day),
    sayDay(last.day),
    first.done,
    last.done,
    first.total,
    last.total,
  );
}
