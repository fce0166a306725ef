import type { Snapshot } from '../model/snapshot.js';
import { forecastJson, historyProblems, type ForecastJson } from './forecastJson.js';
import { historyJson, type HistoryJson } from './historyJson.js';
import type { MetricsJson } from './metricsJson.js';
import { nextJson, type NextJson } from './nextJson.js';
import { statusJson } from './statusJson.js';
import type { ProblemJson, StatusJson } from './statusSchema.js';

/** All there is to say of roadmaps, as versioned JSON. Within a `schemaVersion` keys are added, never changed or taken away. */
export interface ReportJson {
  readonly schemaVersion: 1;
  readonly status: StatusJson;
  readonly metrics: MetricsJson;
  readonly next: NextJson;
  readonly forecast: ForecastJson;
  readonly history: HistoryJson;
  readonly problems: readonly ProblemJson[];
}

/**
 * Makes the JSON of a report. `today` is a day since 1970; `ofPath` are problems of the path that was asked about, `problems` all that were met
 * on the way, those among them.
 */
export function reportJson(
  snapshot: Snapshot,
  metrics: MetricsJson,
  today: number,
  { ofPath = [], problems = [] }: Readonly<Partial<Record<'ofPath' | 'problems', readonly ProblemJson[]>>> = {},
): ReportJson {
  return {
    schemaVersion: 1,
    status: statusJson(snapshot, ofPath, today),
    metrics,
    next: nextJson(snapshot, today),
    forecast: forecastJson(snapshot, today),
    history: historyJson(snapshot),
    problems: [...problems, ...metrics.problems, ...historyProblems(snapshot)],
  };
}
