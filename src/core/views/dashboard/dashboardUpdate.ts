import type { Dashboard, SectionName, TaskItem } from './dashboard.js';

/**
 * What is new of a dashboard: whole sections, and of the tasks those that changed with the order of all, where that did. So a tick
 * in a plan of thousands of tasks sends a few.
 */
export interface DashboardUpdate {
  readonly today: number;
  readonly sections: Partial<Pick<Dashboard, Exclude<SectionName, 'tasks'>>>;
  /** Sections that are absent now; only `review` may be. */
  readonly gone?: readonly 'review'[];
  readonly tasks?: {
    /** New ones among them. */
    readonly changed: readonly TaskItem[];
    /** Ids of all tasks, where tasks came, went or moved. */
    readonly order?: readonly string[];
  };
}

/** What turns one dashboard of a roadmap into another; undefined where both show the same. */
export declare function updateOf(before: Dashboard, after: Dashboard): DashboardUpdate | undefined;

/**
 * The dashboard with what is new. What did not change keeps its object, so that views that show it need not be drawn again. Throws
 * where the update names tasks that nobody knows: it is for another dashboard.
 */
export declare function applyUpdate(dashboard: Dashboard, update: DashboardUpdate): Dashboard;
