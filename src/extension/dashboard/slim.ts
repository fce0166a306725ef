import { isLateLeaf, type Dashboard } from '../../core/views/dashboard/dashboard.js';
import { mostInSideBar } from '../../core/views/dashboard/limits.js';

const nothing = {
  timeline: { rows: [], undated: 0 },
  metrics: [],
  risks: [],
  dependencies: [],
  themes: [],
  outcomes: [],
  nextSteps: [],
} satisfies Partial<Dashboard>;

/**
 * What the side bar draws of a dashboard: the rest is empty there, so that nothing is sent, compared and kept of a plan of
 * thousands of tasks that nobody sees. Of tasks it draws those that are late.
 */
export function slimDashboard(dashboard: Dashboard): Dashboard {
  const { uri, path, today, header, notices, horizons, burnUp, next, tasks, activity, problems } = dashboard;
  return {
    ...nothing,
    uri,
    path,
    today,
    header,
    notices,
    horizons,
    burnUp: { ...burnUp, points: [], horizons: [] },
    next: { ...next, items: next.items.slice(0, mostInSideBar) },
    tasks: tasks.filter(isLateLeaf),
    activity: { ...activity, items: [], todos: [] },
    problems: { ...problems, items: [] },
  };
}
