import type { Dialect } from '../model/dialect.js';
import type { Problem } from '../model/problem.js';
import type { Effort, Group, Priority, Reference, Status, Task } from '../model/roadmap.js';
import type { Counts } from '../progress/counts.js';
import type { EffortProgress } from '../progress/effortProgress.js';
import type { Lateness } from '../progress/lateness.js';
import type { PlanStart, Schedule } from '../progress/schedule.js';
import type { Weight } from '../progress/weights.js';

/**
 * The status of roadmaps as versioned JSON. Lines are 1-based. Within a `schemaVersion` keys are added, never changed
 * or taken away. A value that is not known is null or left out, as said at each.
 */

export interface StatusJson {
  readonly schemaVersion: 1;
  readonly roadmaps: readonly RoadmapJson[];
  /** What belongs to no roadmap: wrong values in a configuration, nothing found. */
  readonly problems: readonly ProblemJson[];
}

/** How many there are of each thing in one roadmap. */
export interface CountsJson {
  readonly horizons: number;
  readonly phases: number;
  /** Tasks that are no subtasks, and those of them that are done. */
  readonly tasks: number;
  readonly subtasks: number;
  readonly doneTasks: number;
  /** Tasks and subtasks with nothing below them: what progress is counted on. */
  readonly leaves: number;
  readonly outcomes: number;
  readonly themes: number;
  readonly themeItems: number;
  readonly metrics: number;
  readonly risks: number;
  readonly dependencies: number;
  readonly reviewCriteria: number;
  readonly reviewSteps: number;
  readonly nextSteps: number;
}

export type EffortJson = Pick<Effort, 'text' | 'minDays' | 'maxDays'>;

/** A date that somebody plans with. */
interface PlannedDateJson {
  /** As written. */
  readonly text: string;
  /** As far as it is known: `2026-04-16`, `2026-03`; null where not even its year is. */
  readonly date: string | null;
}

/** An issue, a pull request or the like. */
interface ReferenceJson {
  /** As written. */
  readonly text: string;
  readonly kind: NonNullable<Reference['kind']> | null;
  readonly number: string;
  /** `owner/repo` */
  readonly repository: string | null;
  readonly url: string | null;
}

/** What is said of a task or group; lists are empty where nothing is. */
export interface PlanFactsJson {
  /** The first of the owners. */
  readonly owner: string | null;
  readonly owners: readonly string[];
  readonly due: PlannedDateJson | null;
  readonly start: PlannedDateJson | null;
  readonly labels: readonly string[];
  /** Ids, issues or words, as they are written. */
  readonly dependsOn: readonly string[];
  readonly references: readonly ReferenceJson[];
  readonly window: WindowJson | null;
  /** What the window counts from. */
  readonly windowBasis: string | null;
}

/** A stretch of time; `from` and `to` count units, of the year where one is given. */
export interface WindowJson {
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly year?: number;
  /** The year of `to`, where it is another one. */
  readonly toYear?: number;
}

/** When something is planned, in dates: the widest stretch that what is written may mean. */
interface ScheduleJson {
  readonly start: string | null;
  /** The last day. */
  readonly end: string | null;
  /** What says so: its own date, its own window, or what it stands in. */
  readonly from: Schedule['from'];
  /** What its days were counted from. */
  readonly basis: Schedule['basis'];
}

/** Where a task or group stands in time. */
export interface TimingJson {
  readonly schedule: ScheduleJson | null;
  /** By its own date or window, today; null where it is neither, or done, or nobody knows. */
  readonly lateness: Pick<Lateness, 'state' | 'days'> | null;
}

export interface TaskJson extends PlanFactsJson, TimingJson {
  readonly id: string;
  readonly idSource: Task['idSource'];
  /** Ids it had before, from `.roadmap/config.yaml`. */
  readonly aliases: readonly string[];
  readonly title: string;
  readonly status: Status;
  readonly statusSource: Task['statusSource'];
  readonly line: number;
  /** Line of the parent task, else of the heading or group that governs it, else null. */
  readonly parentLine: number | null;
  /** Its own, else that of the nearest group or task above that has one, else null. */
  readonly priority: Priority | null;
  readonly effort: EffortJson | null;
  /** Leaves below it; null where it is one. */
  readonly progress: Counts | null;
  /** What it counts for in progress by effort, in working days, and why; null where it has subtasks. */
  readonly weight: Weight | null;
}

export interface GroupJson extends PlanFactsJson, TimingJson {
  readonly id: string;
  readonly kind: Group['kind'];
  readonly title: string;
  readonly name: string;
  readonly line: number;
  readonly parentLine: number | null;
  /** Derived from its tasks. */
  readonly status: Status;
  readonly progress: Counts;
  /** The same in working days. */
  readonly effortProgress: EffortProgress;
  readonly priority: Priority | null;
  readonly effort: EffortJson | null;
  readonly outcomes: readonly (TextJson & { readonly target?: TargetJson })[];
}

export interface TextJson {
  readonly text: string;
  readonly line: number;
}

export interface TargetJson {
  readonly name: string;
  readonly op: string;
  readonly value: number;
  readonly unit?: string;
  readonly qualifier?: string;
}

interface MetricJson extends Partial<TargetJson> {
  readonly text: string;
  readonly line: number;
  readonly group?: string;
  readonly horizon?: string;
  /** True where the goal has no number. */
  readonly qualitative: boolean;
  readonly claimed: 'met' | 'missed' | 'open' | null;
}

export interface ProblemJson {
  readonly path: string | null;
  readonly code: Problem['code'];
  readonly severity: Problem['severity'];
  readonly message: string;
  readonly line: number | null;
  /** How many places it stands for. */
  readonly places: number;
}

export interface RoadmapJson {
  /** Relative to the current directory, absolute where it lies outside. */
  readonly path: string;
  readonly title: string | null;
  readonly format: string | null;
  readonly counts: CountsJson | null;
  readonly progress: Counts | null;
  readonly effortProgress: EffortProgress | null;
  /** From which day its relative windows count; null where nobody knows. */
  readonly start: { readonly earliest: string; readonly latest: string; readonly source: PlanStart['source'] } | null;
  readonly facts: Readonly<Record<string, string>>;
  /** How the marks of the file are understood, and why; null in formats without any. */
  readonly dialect: DialectJson | null;
  readonly groups: readonly GroupJson[];
  readonly tasks: readonly TaskJson[];
  readonly outcomes: readonly TextJson[];
  readonly metrics: readonly MetricJson[];
  readonly risks: readonly (TitleJson & { readonly category: string | null; readonly mitigation: string | null })[];
  readonly dependencies: readonly (TextJson & { readonly category: string | null })[];
  readonly themes: readonly (TitleJson & { readonly items: readonly TextJson[] })[];
  readonly review: ReviewJson | null;
  readonly nextSteps: readonly TextJson[];
  readonly problems: readonly ProblemJson[];
}

export interface DialectJson {
  readonly name: Dialect['name'];
  readonly source: Dialect['source'];
  readonly evidence: readonly TextJson[];
  /** Each mark with how often it occurs; the status is null where nobody knows it, and then it counts as to do. */
  readonly marks: readonly {
    readonly mark: string;
    readonly count: number;
    readonly status: Status | null;
    readonly from: Dialect['marks'][number]['from'];
  }[];
}

/** Something with a title of its own. */
interface TitleJson {
  readonly title: string;
  readonly line: number;
}

export interface ReviewJson {
  readonly frequency: string | null;
  readonly next: string | null;
  /** As far as the dates are known: `2024-01`. */
  readonly generated: string | null;
  readonly lastUpdated: string | null;
  readonly criteria: readonly TextJson[];
  readonly process: readonly TextJson[];
}
