import assert from 'node:assert/strict';
import type { RoadmapFile, Snapshot } from '../../src/core/model/snapshot.js';
import { countLeaves } from '../../src/core/progress/counts.js';
import { buildDashboard, type DashboardOptions } from '../../src/core/views/dashboard/buildDashboard.js';
import type { Dashboard } from '../../src/core/views/dashboard/dashboard.js';
import { dedent, fileOf } from './check.js';
import { today } from './measured.js';
import { snapshotOf } from './views.js';

/** The dashboard of a roadmap, of which everything else is known: nothing was measured, and nothing is wrong. */
export function dashboardOf(
  text: string,
  parts: Partial<Snapshot> = {},
  options: Partial<DashboardOptions> = {},
): Dashboard {
  const file = fileOf(dedent(text));
  return dashboardIn({ ...snapshotOf([file]), ...parts }, file, options);
}

/** The dashboard of a file of a snapshot. */
export function dashboardIn(snapshot: Snapshot, file: RoadmapFile, options: Partial<DashboardOptions> = {}): Dashboard {
  const dashboard = buildDashboard(snapshot, file, { today, metrics: [], problems: [], ...options });
  assert.ok(dashboard, 'the roadmap can be read');
  return dashboard;
}

/** Checks what holds in every dashboard, whatever its roadmap says. */
export function checkConsistent(dashboard: Dashboard, file: RoadmapFile): void {
  const { header, horizons, tasks, timeline, burnUp, next, activity, problems } = dashboard;
  const counts = countLeaves(file.roadmap!);
  assert.deepEqual(header.counts, counts);
  const leaves = tasks.filter(({ leaf }) => leaf);
  assert.equal(leaves.length, counts.total + counts.cancelled);
  const ids = new Set(tasks.map(({ id }) => id));
  assert.equal(ids.size, tasks.length);
  const horizonIds = new Set(horizons.map(({ id }) => id));
  assert.equal(horizonIds.size, horizons.length);
  for (const { id, counts: own, percent } of horizons) {
    const inside = leaves.filter(({ horizon }) => horizon === id);
    assert.equal(inside.length, own.total + own.cancelled, `tasks in ${id}`);
    for (const status of ['todo', 'doing', 'blocked', 'done', 'cancelled'] as const)
      assert.equal(inside.filter((task) => task.status === status).length, own[status], `${status} in ${id}`);
    assert.ok(percent >= 0 && percent <= 100);
  }
  for (const { horizon, parent, place } of tasks) {
    assert.equal(horizon === undefined, place.length === 0);
    if (horizon !== undefined) assert.ok(horizonIds.has(horizon));
    if (parent !== undefined) assert.ok(ids.has(parent));
  }
  if (timeline.rows.length > 0) assert.ok(timeline.days);
  for (const { start, end, kind, id } of timeline.rows) {
    assert.ok(start !== undefined || end !== undefined);
    for (const day of [start, end]) {
      if (day !== undefined) assert.ok(day >= timeline.days!.start && day <= timeline.days!.end);
    }
    if (kind === 'task') assert.ok(ids.has(id));
  }
  for (const { points } of [burnUp, ...burnUp.horizons]) {
    assert.ok(points.length <= 401);
    for (const [index, { day }] of points.entries()) if (index > 0) assert.ok(day > points[index - 1]!.day);
  }
  for (const { id, because } of next.items) {
    assert.ok(ids.has(id));
    assert.notEqual(because, '');
  }
  for (const { task } of activity.todos) assert.ok(ids.has(task));
  assert.ok(activity.items.length <= 50 && activity.todos.length <= 200 && problems.items.length <= 100);
  const lines = file.lines.lineCount;
  for (const { line } of [...tasks, ...horizons, ...timeline.rows, ...dashboard.metrics, ...dashboard.risks])
    assert.ok(Number.isInteger(line) && line >= 0 && line < lines);
  // Plain JSON: nothing is lost on its way to the panel.
  assert.deepEqual(JSON.parse(JSON.stringify(dashboard)), dashboard);
}
