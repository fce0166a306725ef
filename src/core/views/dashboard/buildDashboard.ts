import type { MetricResult } from '../../metrics/metricResults.js';
import type { FileProblems } from '../../model/problem.js';
import type { RoadmapFile, Snapshot } from '../../model/snapshot.js';
import type { PlanForecast } from '../../progress/horizonForecast.js';
import { isoDay, type DayFormat } from '../../values/day.js';
import { timingOf } from '../timing.js';
import { activityFeed } from './activityFeed.js';
import { burnUp } from './burnUp.js';
import type { Dashboard } from './dashboard.js';
import { header } from './header.js';
import { horizons } from './horizons.js';
import { metricCards } from './metricCards.js';
import { nextItems } from './nextItems.js';
import { notices } from './notices.js';
import { problemsSummary } from './problemsSummary.js';
import { registers } from './registers.js';
import { reviewNotice } from './reviewNotice.js';
import type { Subject } from './subject.js';
import { taskItems } from './taskItems.js';
import { timeline } from './timeline.js';

/** What is found out beside the snapshot. What is absent is not known yet, and is said to be on its way. */
export interface DashboardOptions {
  /** Days since 1970, of the person's own calendar. */
  readonly today: number;
  readonly forecast?: PlanForecast | undefined;
  /** Of this roadmap; those of others are passed over. */
  readonly metrics?: readonly MetricResult[] | undefined;
  /** Of all files, as a check gives them. */
  readonly problems?: readonly FileProblems[] | undefined;
  /** How days are said in texts; ISO 8601 where nothing is said. The same function each time, as texts made by it are kept. */
  readonly formatDay?: DayFormat | undefined;
}

/**
 * Everything the dashboard of a roadmap shows; undefined where the file could not be read. The same snapshot and options give
 * the same dashboard. What is made of parts that stayed the same is not made again.
 */
export function buildDashboard(
  snapshot: Snapshot,
  file: RoadmapFile,
  { today, forecast, metrics, problems, formatDay: sayDay = isoDay }: DashboardOptions,
): Dashboard | undefined {
  const { roadmap, uri, path } = file;
  if (!roadmap) return undefined;
  const timing = timingOf(snapshot, file, today);
  const history = snapshot.planHistories.find((one) => one.uri === uri);
  const subject: Subject = { snapshot, file, roadmap, timing, history, today, sayDay, forecast, metrics, problems };
  const review = reviewNotice(subject);
  const chart = burnUp(subject);
  return {
    uri,
    path,
    today,
    header: header(subject),
    notices: notices(subject, chart.forecast),
    horizons: horizons(subject),
    timeline: timeline(subject),
    burnUp: chart,
    metrics: metricCards(subject),
    next: nextItems(subject),
    tasks: taskItems(subject),
    ...registers(subject),
    activity: activityFeed(subject),
    ...(review ? { review } : {}),
    problems: problemsSummary(subject),
  };
}
