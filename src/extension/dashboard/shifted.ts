import type { Dashboard } from '../../core/views/dashboard/dashboard.js';
import type { DashboardUpdate } from '../../core/views/dashboard/dashboardUpdate.js';

/** Whether all that is new is on which lines things stand: what is seen stays the same. */
export function hasOnlyShifted(
  before: Pick<Dashboard, 'today'>,
  { today, sections, gone, tasks }: DashboardUpdate,
): boolean {
  if (today !== before.today || gone || Object.keys(sections).length > 0) return false;
  return !tasks || (tasks.changed.length === 0 && !tasks.order);
}
