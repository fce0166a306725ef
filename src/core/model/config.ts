import type { DialectName } from './dialect.js';
import type { MetricSource } from './metric.js';
import type { Severity } from './problem.js';
import type { Status } from './roadmap.js';
import type { Span } from './span.js';

/** The content of `.roadmap/config.yaml`; every part is optional in the file. */
export interface Config {
  /** Files or globs, relative to the folder, that are roadmaps beside those found by name and shape. */
  readonly roadmaps: readonly string[];
  /** Where each of them stands. */
  readonly roadmapSpans: ReadonlyMap<string, Span>;
  /** `RM` of `RM-12`. */
  readonly idPrefix?: string;
  /** Where done tasks are archived, relative to the folder, in place of a section of the roadmap. */
  readonly archive?: string;
  /** How check boxes are meant, where tools disagree. */
  readonly dialect?: DialectName;
  /** Words and marks by the status they stand for, in lower case. */
  readonly statusMarks: ReadonlyMap<string, Status>;
  /** Ids that tasks had before, by old id in lower case. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Where each alias stands, by old id in lower case. */
  readonly aliasSpans: ReadonlyMap<string, Span>;
  /** What measures metrics; the span of each is that of its name. */
  readonly metrics: readonly MetricSource[];
  /** How severe problems are here, by code, where that is not as usual; `off` where they are not reported. */
  readonly severities: Severities;
}

/** How severe problems are, by code. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

export const emptyConfig: Config = {
  roadmaps: [],
  roadmapSpans: new Map(),
  statusMarks: new Map(),
  aliases: new Map(),
  aliasSpans: new Map(),
  metrics: [],
  severities: new Map(),
};
