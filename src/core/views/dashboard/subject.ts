import type { MetricResult } from '../../metrics/metricResults.js';
import type { PlanHistory } from '../../model/planHistory.js';
import type { FileProblems } from '../../model/problem.js';
import type { Group, Roadmap, Task } from '../../model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../../model/snapshot.js';
import type { Span } from '../../model/span.js';
import type { PlanForecast } from '../../progress/horizonForecast.js';
import type { DayFormat } from '../../values/day.js';
import type { Timing } from '../timing.js';

/** What the sections of a dashboard are made of. */
export interface Subject {
  readonly snapshot: Snapshot;
  readonly file: RoadmapFile;
  readonly roadmap: Roadmap;
  readonly timing: Timing;
  /** Of the roadmap; absent until somebody has looked for it. */
  readonly history: PlanHistory | undefined;
  readonly today: number;
  /** How days are said. */
  readonly sayDay: DayFormat;
  /** See `DashboardOptions`. */
  readonly forecast: PlanForecast | undefined;
  readonly metrics: readonly MetricResult[] | undefined;
  readonly problems: readonly FileProblems[] | undefined;
}

/** The 0-based line of a place in the roadmap. */
export function lineOf({ file }: Pick<Subject, 'file'>, { start }: Span): number {
  return file.lines.lineAt(start);
}

/** The 0-based line on which a task or group begins. */
export function lineOfNode(subject: Pick<Subject, 'file' | 'roadmap'>, node: Group | Task): number {
  // In YAML an entry begins with its dash or key, and its title may stand below.
  return lineOf(subject, subject.roadmap.format === 'yaml' ? node.markerSpan : node.titleSpan);
}

/**
 * Makes a value again only where something that goes into it is another object than the last time: snapshots share what
 * stayed the same. The first input is what it is remembered by.
 */
export function remembered<T>(): (inputs: readonly [object, ...unknown[]], make: () => T) => T {
  const known = new WeakMap<object, { readonly inputs: readonly unknown[]; readonly value: T }>();
  return (inputs, make) => {
    const before = known.get(inputs[0]);
    if (before && before.inputs.every((input, index) => input === inputs[index])) return before.value;
    const value = make();
    known.set(inputs[0], { inputs, value });
    return value;
  };
}
