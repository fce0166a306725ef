import type { Problem } from './problem.js';
import type { Status } from './status.js';

/** A task without subtasks in a past version of a roadmap: what progress counts. */
export interface VersionTask {
  /** Explicit or derived. */
  readonly id: string;
  readonly explicit: boolean;
  readonly title: string;
  readonly status: Status;
  /** Titles of what it stands in, outermost first. */
  readonly place: readonly string[];
  /** The id of the outermost group it stands in; absent where it stands in none. */
  readonly horizon?: string;
  /** What it weighs: working days. */
  readonly weight: number;
}

/** A version of a roadmap file. */
export interface PlanVersion {
  readonly hash: string;
  /** When it was committed: seconds since 1970. */
  readonly time: number;
  readonly author: string;
  readonly subject: string;
  /** What the file was called, relative to the repository. */
  readonly path: string;
  /** None where the file was deleted; absent where this version could not be read: those before and after it count. */
  readonly tasks?: readonly VersionTask[];
}

export type PlanChangeKind =
  'added' | 'removed' | 'started' | 'finished' | 'reopened' | 'cancelled' | 'moved' | 'retitled';

/** What a version did to a task. */
export interface PlanChange {
  readonly kind: PlanChangeKind;
  /** The task's id after it; before it where it was removed. */
  readonly id: string;
  readonly title: string;
  /** The title or place before, where that is what changed. */
  readonly from?: string;
  readonly to?: string;
  readonly hash: string;
  readonly author: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/** How much was done and planned at a moment. */
export interface BurnUp {
  readonly done: number;
  readonly total: number;
  /** The same by weight: working days. */
  readonly doneDays: number;
  readonly totalDays: number;
}

/** The plan as of one version. */
export interface PlanPoint extends BurnUp {
  readonly hash: string;
  /** Seconds since 1970, never before that of the point before it: see `orderedTimes`. */
  readonly time: number;
  /**
   * By the id that the outermost group has today. One that is not there any more has a key of its own, made of the id that it
   * had last: see `goneHorizonKey`.
   */
  readonly horizons: ReadonlyMap<string, BurnUp>;
}

/** The key of an outermost group that is not in the plan of today: `gone:alpha`. */
export function goneHorizonKey(id: string): string {
  return `gone:${id}`;
}

/** What became of a task that is in the plan today. */
export interface TaskStory {
  readonly id: string;
  readonly added: Moment;
  /** When it was first marked as in progress. */
  readonly started?: Moment;
  /** When it was last marked as done; absent where it is not done now. */
  readonly finished?: Moment;
  /** Days from its start, or else from when it was added, until it was finished; absent where it was done when it was added. */
  readonly cycleDays?: number;
  /** How often it was taken back after it was done. */
  readonly reopened: number;
}

/** A commit and its time. */
export interface Moment {
  readonly hash: string;
  readonly time: number;
}

/** How a roadmap came to be what it is. */
export interface PlanHistory {
  /** Of the roadmap file. */
  readonly uri: string;
  readonly state: 'loading' | 'ready' | 'unavailable';
  /** Oldest first. */
  readonly points: readonly PlanPoint[];
  /** Oldest first. */
  readonly changes: readonly PlanChange[];
  /** By the id of today, as it is written. */
  readonly stories: ReadonlyMap<string, TaskStory>;
  /** How many versions there are, and how many of them do not count: they could not be read, or said nothing for a moment. */
  readonly versions: number;
  readonly unreadable: number;
  /** Older versions are missing: what the first point holds is older than it. */
  readonly cutOff?: true;
  readonly problems: readonly Problem[];
}
