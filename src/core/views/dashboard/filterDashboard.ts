import type { Priority, Status } from '../../model/roadmap.js';
import type { Dashboard } from './dashboard.js';

/** What of a dashboard is shown. Empty lists let all through; all conditions hold together. */
export interface DashboardFilter {
  /** Words that all stand in a title, id, place, owner or label, in any case; of other items in their texts. */
  readonly text: string;
  readonly statuses: readonly Status[];
  /** `none`: without a priority. */
  readonly priorities: readonly (Priority | 'none')[];
  readonly owners: readonly string[];
  readonly horizons: readonly string[];
  readonly labels: readonly string[];
}

export const noFilter: DashboardFilter = {
  text: '',
  statuses: [],
  priorities: [],
  owners: [],
  horizons: [],
  labels: [],
};

/** What there is to choose from, in the order of the plan. */
export interface FilterChoices {
  readonly owners: readonly string[];
  readonly labels: readonly string[];
  readonly horizons: readonly { readonly id: string; readonly title: string }[];
}

export declare function isFilteringDashboard(filter: DashboardFilter): boolean;
export declare function filterChoices(dashboard: Dashboard): FilterChoices;

/**
 * The dashboard with what matches alone, in every section: tasks and what is said of them; groups that hold such tasks, and the
 * horizon's own items; registers by their texts. Counts and figures stay those of the whole plan, since they are true of that
 * alone; how many tasks match is the length of `tasks`. Where nothing is filtered it is the same object.
 */
export declare function filterDashboard(dashboard: Dashboard, filter: DashboardFilter): Dashboard;
