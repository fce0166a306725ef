import { readConfig } from '../../src/core/config/readConfig.js';
import { metricResults, type MetricResults } from '../../src/core/metrics/metricResults.js';
import type { Measurement, SourceReading } from '../../src/core/model/metric.js';
import type { PlanHistory } from '../../src/core/model/planHistory.js';
import type { RoadmapFile, Snapshot } from '../../src/core/model/snapshot.js';
import { buildPlanHistory } from '../../src/core/progress/planHistory.js';
import { planVersion } from '../../src/core/progress/planVersion.js';
import { dayOf } from '../../src/core/values/day.js';
import { fileOf, read } from './check.js';
import { snapshotOf } from './views.js';

/** The day on which everything here is looked at, and a moment of it: 2026-11-26, noon. */
export const today = dayOf(2026, 11, 26);
export const now = today * 86_400 + 43_200;

/** The history of a file by its versions: days before today, and texts; null could not be read. */
export function historyOf(file: RoadmapFile, versions: readonly (readonly [number, string | null])[]): PlanHistory {
  return buildPlanHistory(
    file.uri,
    versions.map(([daysAgo, text], index) => ({
      hash: `${index + 1}`.padStart(4, 'c').padEnd(40, '0'),
      time: (today - daysAgo) * 86_400 + 36_000,
      author: 'Ada',
      subject: `Version ${index + 1}`,
      path: file.path,
      ...(text === null ? {} : { tasks: planVersion(read(text)) }),
    })),
    file.roadmap,
  );
}

/** A plan with three horizons, of which so many of 24 tasks are done. */
function steadyPlan(done: number): string {
  const tasks = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => {
      const number = from + index + 1;
      return `- [${number <= done ? 'x' : ' '}] RM-${number}: Task ${number}\n`;
    }).join('');
  const horizons = ['Q4 2026: Foundations', 'Q1 2027: Growth', 'Someday'];
  return `# Harbour\n${horizons.map((title, index) => `\n## ${title}\n\n${tasks(index * 8, index * 8 + 8)}`).join('')}`;
}

/** The plan as it is today, with a history in which a task was finished each week for twelve weeks. */
export function steadySnapshot(): { readonly snapshot: Snapshot; readonly file: RoadmapFile } {
  const file = fileOf(steadyPlan(12));
  const weeks = Array.from({ length: 13 }, (_, done) => [(12 - done) * 7, steadyPlan(done)] as const);
  return { file, snapshot: { ...snapshotOf([file]), planHistories: [historyOf(file, weeks)] } };
}

/** What a source gave; `age` in days. */
export type Given = Partial<Measurement> & Partial<Omit<SourceReading, 'source'>> & { readonly age?: number };

/** A snapshot of a roadmap whose metrics are measured as a configuration says, in the order of its entries. */
export function measuredSnapshot(
  text: string,
  config: string,
  given: readonly Given[],
): { readonly snapshot: Snapshot; readonly file: RoadmapFile; readonly results: MetricResults } {
  const file = fileOf(text);
  const { value } = readConfig(config);
  const sources = value.metrics.map((source, index): SourceReading => {
    const { age = 0, state = 'ready', trend = [], problems = [], value: measured, ...rest } = given[index] ?? {};
    const measurement = { name: 'value', ...rest, value: measured ?? 0 };
    const reading = measured === undefined ? {} : { reading: { measurement, time: now - age * 86_400 } };
    return { source, state, trend, problems, ...reading };
  });
  const snapshot = {
    ...snapshotOf([file], value),
    readings: [{ uri: file.folder.uri, sources, found: [] }],
  };
  return { file, snapshot, results: metricResults(snapshot.roadmaps, snapshot.configs, snapshot.readings, { now }) };
}
