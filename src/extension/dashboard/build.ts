import type { RoadmapFile } from '../../core/model/snapshot.js';
import { buildDashboard } from '../../core/views/dashboard/buildDashboard.js';
import type { Dashboard } from '../../core/views/dashboard/dashboard.js';
import type { FeatureContext } from '../feature.js';
import { today } from '../today.js';

/** The dashboard of a roadmap as far as everything is known; undefined where the roadmap could not be read. */
export function dashboardOf({ store, measures, findings }: FeatureContext, file: RoadmapFile): Dashboard | undefined {
  return buildDashboard(store.snapshot, file, {
    today: today(),
    metrics: measures.measuring?.results().results,
    forecast: measures.forecast(file),
    problems: findings.all,
  });
}
