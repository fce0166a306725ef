import type { Dashboard } from '../../core/views/dashboard/dashboard.js';
import type { DashboardUpdate } from '../../core/views/dashboard/dashboardUpdate.js';

/** Whether all that is new is on which lines things stand: what is seen stays the same. */
export function hasOnlyShifted(before: Dashboard, { today, sections, gone, tasks }: DashboardUpdate): boolean {
  if (today !== before.today || gone || tasks?.order) return false;
  for (const [name, section] of Object.entries(sections)) {
    if (!saysTheSame(before[name as keyof Dashboard], section)) return false;
  }
  if (!tasks) return true;
  const known = new Map(before.tasks.map((task) => [task.id, task]));
  return tasks.changed.every((task) => saysTheSame(known.get(task.id), task));
}

/** Whether two values of plain JSON are the same but for lines. */
function saysTheSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => (key === 'line' && key in right) || saysTheSame(left[key], right[key]))
  );
}
