import type { Links, ResolvedMention } from '../links/links.js';
import type { MetricResult } from '../metrics/metricResults.js';
import type { PlanHistory } from '../model/planHistory.js';
import type { FoundProblem, ProblemCode, Severity } from '../model/problem.js';
import type { Roadmap } from '../model/roadmap.js';
import type { RoadmapFile } from '../model/snapshot.js';
import type { Span } from '../model/span.js';
import type { TodoFile } from '../model/todo.js';
import type { Schedules } from '../progress/schedule.js';
import { isIgnored } from '../references/ignores.js';
import type { TaskNames } from './taskNames.js';

/**
 * One thing that may be wrong, under one code. It is given all it may know, says where it is wrong, and is run again only
 * where something of that is another object.
 */
export interface Rule<Subject> {
  readonly code: ProblemCode;
  /** Where neither the configuration nor a setting says otherwise. */
  readonly severity: Severity;
  run(subject: Subject): readonly RuleProblem[];
}

/** What a rule finds, without what is the same for all it finds. */
export type RuleProblem = Omit<FoundProblem, 'code' | 'severity'>;

/** The TODOs of one file, with what they mean. */
export interface TodoSubject {
  readonly file: TodoFile;
  /** Of each TODO, by its index. */
  readonly mentions: readonly (readonly ResolvedMention[])[];
  readonly names: TaskNames;
}

/** A roadmap by itself. */
export interface PlanSubject {
  readonly file: RoadmapFile;
  readonly roadmap: Roadmap;
  /** Ids that tasks had before. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** A roadmap in time. */
export interface TimingSubject {
  readonly file: RoadmapFile;
  readonly roadmap: Roadmap;
  readonly schedules: Schedules;
  /** Days since 1970. */
  readonly today: number;
}

/** A roadmap with what belongs to its tasks. */
export interface ActivitySubject {
  readonly file: RoadmapFile;
  readonly roadmap: Roadmap;
  readonly links: Links;
  /** No other roadmap of the folder has tasks. */
  readonly alone: boolean;
  /** Files with TODOs, by URI. */
  readonly todos: ReadonlyMap<string, TodoFile>;
  /** How the roadmap came to be what it is, as far as that was looked at. */
  readonly history: PlanHistory | undefined;
}

/** A roadmap with its metrics. */
export interface MetricSubject {
  readonly file: RoadmapFile;
  readonly results: readonly MetricResult[];
}

/** Whether a comment silences a problem of the line at which something stands. */
export function isSilenced(
  { lines, ignores }: Pick<RoadmapFile, 'lines' | 'ignores'>,
  span: Span,
  code: ProblemCode,
): boolean {
  return ignores !== undefined && isIgnored(ignores, lines.lineAt(span.start), code);
}
