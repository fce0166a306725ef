import type { PlanChangeKind } from '../../model/planHistory.js';
import type { Severity } from '../../model/problem.js';

// What stands beside the plan on its dashboard: see `Dashboard`.

export interface TextEntry {
  readonly text: string;
  readonly category?: string;
  readonly line: number;
}

export interface RiskItem {
  readonly title: string;
  readonly category?: string;
  readonly mitigation?: string;
  readonly line: number;
}

export interface ThemeItem {
  readonly title: string;
  readonly items: readonly TextEntry[];
  readonly line: number;
}

export interface OutcomeItem {
  /** The group it is the outcome of; absent for the whole plan's. */
  readonly group?: string;
  readonly horizon?: string;
  readonly text: string;
  readonly line: number;
}

/** What was done of late, newest first. */
export interface Activity {
  readonly state: 'ready' | 'loading' | 'unavailable';
  readonly reason?: string;
  /** The newest, at most `mostActivity`. */
  readonly items: readonly ActivityItem[];
  /** How many commits and changes there are, listed or not. */
  readonly total: number;
  /** TODOs of the workspace that belong to tasks of this roadmap, in the order of these: at most `mostTodos`. */
  readonly todos: readonly {
    readonly task: string;
    readonly text: string;
    readonly path: string;
    readonly line: number;
  }[];
  /** How many there are, listed or not. */
  readonly todoTotal: number;
}

export interface ActivityItem {
  /** `commit`: belongs to the task. The others are what a version of the roadmap did to it. */
  readonly kind: 'commit' | PlanChangeKind;
  readonly hash: string;
  readonly time: number;
  readonly author: string;
  /** Of a commit its subject, else the task's title, with where it was or what it was called before. */
  readonly text: string;
  readonly task?: { readonly id: string; readonly title: string };
}

export interface ReviewNotice {
  readonly overdue: boolean;
  /** `monthly, next on 2024-02-01, overdue` */
  readonly text: string;
  readonly line: number;
  readonly criteria: readonly TextEntry[];
  readonly process: readonly TextEntry[];
}

/** What is wrong in the roadmap and in what refers to it. */
export interface ProblemsSummary {
  /** `loading`: nobody has checked yet; what its reader found is told. */
  readonly state: 'ready' | 'loading';
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** The first 100, the worst first. */
  readonly items: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    readonly path: string;
    readonly line: number;
    /** The id of the horizon that its line stands in, in the roadmap itself. */
    readonly horizon?: string;
  }[];
}
