import * as vscode from 'vscode';
import type { RoadmapFile } from '../../core/model/snapshot.js';
import { buildDashboard, type DashboardOptions } from '../../core/views/dashboard/buildDashboard.js';
import type { Dashboard } from '../../core/views/dashboard/dashboard.js';
import type { FeatureContext } from '../feature.js';
import { today } from '../today.js';
import { dayFormat } from './dayFormat.js';

/** VS Code's language, which stays the same as long as the window. */
const formatDay = dayFormat(vscode.env.language);

/** What is found out of a roadmap beside the snapshot, as far as it is known. */
export function optionsOf({ measures, findings }: FeatureContext, file: RoadmapFile): DashboardOptions {
  return {
    today: today(),
    metrics: measures.measuring?.results().results,
    forecast: measures.forecast(file),
    problems: findings.all,
    formatDay,
  };
}

/** The dashboard of a roadmap as far as everything is known; undefined where the roadmap could not be read. */
export function dashboardOf(context: FeatureContext, file: RoadmapFile): Dashboard | undefined {
  return buildDashboard(context.store.snapshot, file, optionsOf(context, file));
}
