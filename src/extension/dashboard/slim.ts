import type { Dashboard } from '../../core/views/dashboard/dashboard.js';

/** So many of what is next the side bar has room for. */
const mostNext = 5;

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
    next: { ...next, items: next.items.slice(0, mostNext) },
    tasks: tasks.filter(({ leaf, late }) => leaf && late?.state === 'late'),
    activity: { ...activity, items: [], todos: [] },
    problems: { ...problems, items: [] },
  };
}
