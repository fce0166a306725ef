import type { Comparison, GroupKind, Priority, Status } from '../../model/roadmap.js';
import type { MetricState } from '../../model/metric.js';
import type { Counts } from '../../progress/counts.js';
import type {
  TextEntry,
  RiskItem,
  ThemeItem,
  OutcomeItem,
  Activity,
  ReviewNotice,
  ProblemsSummary,
} from './besidePlan.js';

export type {
  TextEntry,
  RiskItem,
  ThemeItem,
  OutcomeItem,
  Activity,
  ActivityItem,
  ReviewNotice,
  ProblemsSummary,
} from './besidePlan.js';

/**
 * Everything the dashboard of one roadmap shows, as plain JSON: panel, side bar and exported page draw the same. Days are
 * whole days since 1970, times seconds since 1970, lines 0-based. Texts come from files and are never markup. `explain` says in
 * whole sentences how a figure came about.
 */
export interface Dashboard {
  /** The roadmap's. */
  readonly uri: string;
  /** Relative to its folder, with `/`. */
  readonly path: string;
  /** The day it was made for, in the person's calendar. */
  readonly today: number;
  readonly header: Header;
  /** What is missing, incomplete or still being read, and why. */
  readonly notices: readonly Notice[];
  /** The outermost groups that hold tasks, in the plan's order. */
  readonly horizons: readonly Horizon[];
  readonly timeline: Timeline;
  readonly burnUp: BurnUpChart;
  readonly metrics: readonly MetricCard[];
  readonly next: Next;
  /** All tasks in document order, subtasks behind their parent. */
  readonly tasks: readonly TaskItem[];
  readonly risks: readonly RiskItem[];
  readonly dependencies: readonly TextEntry[];
  readonly themes: readonly ThemeItem[];
  readonly outcomes: readonly OutcomeItem[];
  readonly nextSteps: readonly TextEntry[];
  readonly activity: Activity;
  readonly review?: ReviewNotice;
  readonly problems: ProblemsSummary;
}

/** The parts of a dashboard, each replaced as a whole when something in it changes; tasks one by one. */
export type SectionName = Exclude<keyof Dashboard, 'uri' | 'path' | 'today'>;

/** Where an item leads to. The host looks its place up anew, so that it holds when lines have shifted. */
export type Target =
  | { readonly kind: 'task' | 'group'; readonly id: string }
  /** A line of a file of the workspace that holds a roadmap, a TODO or a configuration; relative to the folder, with `/`. */
  | { readonly kind: 'line'; readonly path: string; readonly line: number }
  | { readonly kind: 'commit'; readonly hash: string };

/** A figure with its origin. */
export interface Figure {
  readonly text: string;
  readonly explain: string;
}

export interface Header {
  readonly title: string;
  readonly counts: Counts;
  /** Whole per cent of the tasks that are done. */
  readonly percent: number;
  /** `5 of 79 done`, with how it is counted. */
  readonly done: Figure;
  /** Working days, where efforts are said. */
  readonly effort?: Figure & { readonly percent: number };
  /** When all of it will be done, or why nobody can say. */
  readonly forecast: Figure;
  /** What the document says of itself: Generated, Purpose, Goal, …, in its order. */
  readonly facts: readonly { readonly name: string; readonly text: string; readonly line: number }[];
}

export interface Notice {
  /** `loading`: will go away by itself. `unavailable`: cannot be had here. `problem`: something is wrong. */
  readonly kind: 'loading' | 'unavailable' | 'problem';
  readonly text: string;
  readonly target?: Target;
}

/** Days from and to, both included; one of them may be open. */
export interface Days {
  readonly start?: number;
  readonly end?: number;
}

export interface Late {
  readonly state: 'late' | 'soon';
  /** `late by 12 days`, `due in 3 days`. */
  readonly text: string;
  /** By which day it should be done, and where that day comes from. */
  readonly explain: string;
}

export interface ForecastRange {
  /** See `ForecastState`; `unknown` until the history has been read. */
  readonly state: 'done' | 'empty' | 'ready' | 'thin' | 'never' | 'unknown';
  /** Days by which it is done with 50, 85 and 95 % probability; absent ones are not in sight. */
  readonly p50?: number;
  readonly p85?: number;
  readonly p95?: number;
  readonly verdict?: 'onTrack' | 'atRisk' | 'late';
  /** `on track`, in words. */
  readonly verdictText?: string;
  /** In a sentence: the range, or why there is none. `unknown`: `no forecast yet`, or `no forecast without a history`. */
  readonly text: string;
  /** What the range rests on, or why there is none. */
  readonly explain: string;
}

export interface Horizon extends Days {
  readonly id: string;
  readonly title: string;
  readonly kind: GroupKind;
  readonly line: number;
  readonly counts: Counts;
  readonly percent: number;
  readonly done: Figure;
  readonly effort?: Figure & { readonly percent: number };
  /** `2024-01-01 to 2024-01-30, counted from the Generated date`. */
  readonly window?: string;
  readonly late?: Late;
  readonly forecast: ForecastRange;
}

/** Horizons, phases and dated tasks over time. */
export interface Timeline {
  /** First and last day of all that has days, today included. Absent where nothing has. */
  readonly days?: { readonly start: number; readonly end: number };
  /** From which day relative windows count, in words. */
  readonly basis?: string;
  readonly rows: readonly TimelineRow[];
  /** Groups and open tasks without any day. */
  readonly undated: number;
}

/** At least one of the days is known. */
export interface TimelineRow extends Days {
  readonly kind: GroupKind | 'task';
  readonly id: string;
  readonly title: string;
  /** 0 for the outermost. */
  readonly depth: number;
  /** The horizon it stands in, or is. */
  readonly horizon?: string;
  /** Of a group: its id and those of all groups in it. */
  readonly groups?: readonly string[];
  readonly status: Status;
  readonly percent: number;
  readonly late?: Late;
  /** The days in words, with what they are counted from. */
  readonly window: string;
  readonly line: number;
}

/** How much was done and planned as of a day. */
export interface BurnUpPoint {
  readonly day: number;
  readonly done: number;
  readonly total: number;
}

export interface BurnUpChart {
  readonly state: 'ready' | 'loading' | 'unavailable';
  /** Where there is nothing to draw, or not all: why. */
  readonly reason?: string;
  /** One a day at most, the last of it, oldest first. */
  readonly points: readonly BurnUpPoint[];
  /** The same of each horizon, by its id. */
  readonly horizons: readonly {
    readonly id: string;
    readonly title: string;
    readonly points: readonly BurnUpPoint[];
  }[];
  /** Of the whole plan. */
  readonly forecast: ForecastRange;
  /** One sentence that says what the chart shows. */
  readonly summary: string;
}

export interface MetricCard {
  readonly name: string;
  /** `30-Day Goals`. */
  readonly group?: string;
  /** The id of the horizon that its group names; absent where it names none. */
  readonly horizon?: string;
  /** `≥ 70 %`; of a qualitative goal its text. */
  readonly target: string;
  readonly qualitative: boolean;
  readonly claimed?: 'met' | 'missed' | 'open';
  /** `74.2 %` */
  readonly reading?: string;
  readonly state: MetricState;
  /** `near`, in words. */
  readonly stateText: string;
  /** What measures it: `coverage/lcov.info`. */
  readonly source?: string;
  /** When it was measured. */
  readonly time?: number;
  /** In the target's unit where it has one, oldest first. */
  readonly trend: readonly { readonly time: number; readonly value: number }[];
  readonly direction?: 'better' | 'worse' | 'level';
  /** To be drawn as a line into the trend. */
  readonly goal?: { readonly value: number; readonly comparison: Comparison };
  readonly explain: string;
  readonly line: number;
}

/** What can be worked on, and what waits. */
export interface Next {
  /** What can be worked on, the first first, then what waits: of each at most `mostNext`. */
  readonly items: readonly NextItem[];
  /** How many there are of each, listed or not. */
  readonly ready: number;
  readonly waiting: number;
}

export interface NextItem {
  readonly id: string;
  readonly title: string;
  readonly ready: boolean;
  /** `in progress, late by 2 days`; of one that waits: for what. */
  readonly because: string;
}

export interface TaskItem extends Days {
  readonly id: string;
  readonly explicitId: boolean;
  readonly title: string;
  /** Where it stands; of one with subtasks what follows from these. */
  readonly status: Status;
  /** Without subtasks: those are counted, and can be moved on the board. */
  readonly leaf: boolean;
  /** The id of the task above. */
  readonly parent?: string;
  /** The id of the outermost group it stands in. */
  readonly horizon?: string;
  /** The id of the innermost. */
  readonly group?: string;
  /** Titles of the groups it stands in, outermost first. */
  readonly place: readonly string[];
  /** Its own, or that of what it stands in. */
  readonly priority?: Priority;
  /** Its own, or those of what it stands in. */
  readonly owners: readonly string[];
  readonly labels: readonly string[];
  /** As written. */
  readonly effort?: string;
  readonly late?: Late;
  readonly todos: number;
  readonly commits: number;
  readonly line: number;
}

/** Whether a task is one that is counted, and late. */
export function isLateLeaf({ leaf, late }: TaskItem): boolean {
  return leaf && late?.state === 'late';
}
