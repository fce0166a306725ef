import { groupsOf, type Group } from '../model/roadmap.js';
import type { MetricResults } from '../metrics/metricResults.js';
import type { Severity } from '../model/problem.js';
import type { Snapshot } from '../model/snapshot.js';
import { countLeaves, percent, statusOf, type Counts } from '../progress/counts.js';
import type { Status } from '../model/roadmap.js';
import { printable } from '../views/columns.js';
import { metricsJson } from '../views/metricsJson.js';
import { problemJson } from '../views/statusJson.js';
import { listTasks } from '../views/taskList.js';
import { lateness, timingOf } from '../views/timing.js';
import { statusSigns } from '../views/words.js';
import type { Answer } from './answer.js';
import { roadmapsAt } from './findTasks.js';
import { short } from './short.js';
import { sayBrief, taskBrief, type TaskBriefJson } from './taskJson.js';

/** So many of each are told; how many more there are is said. */
const most = 25;

interface GroupBriefJson {
  readonly id: string;
  readonly name: string;
  /** 0 for the topmost. */
  readonly depth: number;
  readonly status: Status;
  readonly done: number;
  readonly total: number;
  /** Absent where it is in time, done, or nobody knows. */
  readonly late?: 'late' | 'soon';
}

/** Where the plan stands, in few words. Lines are 1-based. */
export interface OverviewJson {
  readonly schemaVersion: 1;
  readonly roadmaps: readonly {
    readonly path: string;
    readonly title: string;
    readonly progress: Counts;
    readonly groups: readonly GroupBriefJson[];
    /** Those that somebody works on. */
    readonly doing: readonly TaskBriefJson[];
    readonly metrics: readonly MetricBriefJson[];
    /** How many groups, tasks in progress and metrics are left out; absent where none is. */
    readonly more?: number;
  }[];
  /** What could not be read. */
  readonly problems: readonly { readonly path: string | null; readonly severity: Severity; readonly message: string }[];
}

/** A success metric in few words. */
export interface MetricBriefJson {
  readonly name: string;
  readonly target?: string;
  readonly state: string;
  readonly reading?: number;
  readonly unit?: string;
}

/** Where the roadmaps stand: all, or the one at a path. `today`: days since 1970. */
export function overview(
  snapshot: Snapshot,
  metrics: MetricResults | undefined,
  { roadmap: only }: { readonly roadmap?: string },
  today: number,
): Answer<OverviewJson> {
  const files = roadmapsAt(snapshot, only);
  const tasks = listTasks(snapshot);
  const known = metrics ? briefMetrics(snapshot, metrics) : [];
  const roadmaps = files.map((file) => {
    const timing = timingOf(snapshot, file, today);
    const all = [...groupsOf(file.roadmap)].filter(({ depth }) => depth < 2);
    const doing = tasks.filter(
      (entry) => entry.file === file && entry.status === 'doing' && entry.task.children.length === 0,
    );
    const measured = known.filter(({ roadmap }) => roadmap === file.path);
    const left = [all, doing, measured].reduce((sum, { length }) => sum + Math.max(0, length - most), 0);
    return {
      path: file.path,
      title: short(file.roadmap.title),
      progress: countLeaves(file.roadmap),
      groups: all.slice(0, most).map(({ group, depth }) => groupBrief(group, depth, lateness(timing, group)?.state)),
      doing: doing.slice(0, most).map(taskBrief),
      metrics: measured.slice(0, most).map(({ roadmap: _path, ...metric }) => metric),
      ...(left > 0 ? { more: left } : {}),
    };
  });
  const problems = [
    ...snapshot.folderProblems.flatMap((folder) =>
      folder.problems.map((one) => problemJson(one.path || '.', one, undefined)),
    ),
    ...snapshot.roadmaps.flatMap((file) => file.problems.map((one) => problemJson(file.path, one, file.lines))),
  ]
    .filter(({ severity }) => severity === 'error')
    .slice(0, most)
    .map(({ path, severity, message }) => ({ path, severity, message: short(message) }));
  const structured = { schemaVersion: 1, roadmaps, problems } as const;
  return { structured, text: sayOverview(structured) };
}

function groupBrief(group: Group, depth: number, late: string | undefined): GroupBriefJson {
  const { done, total } = countLeaves(group);
  return {
    id: group.id,
    name: short(group.name),
    depth,
    status: statusOf(group),
    done,
    total,
    ...(late === 'late' || late === 'soon' ? { late } : {}),
  };
}

/** Metrics in few words, with the paths of their roadmaps. */
export function briefMetrics(
  snapshot: Pick<Snapshot, 'configs'>,
  results: MetricResults,
): readonly (MetricBriefJson & { readonly roadmap: string })[] {
  return metricsJson(snapshot, results, []).metrics.map(({ name, roadmap, target, state, reading }) => ({
    name: short(name),
    roadmap,
    ...(target ? { target: short(target.text) } : {}),
    state,
    ...(reading ? { reading: reading.value, ...(reading.unit === null ? {} : { unit: reading.unit }) } : {}),
  }));
}

/** `Test coverage ≥ 70 %: met, 74.2 %` */
export function sayMetric({ name, target, state, reading, unit }: MetricBriefJson): string {
  const read =
    reading === undefined ? '' : `, ${Math.round(reading * 100) / 100}${unit === undefined ? '' : ` ${unit}`}`;
  return printable(`${name}${target === undefined ? '' : ` ${target}`}: ${state}${read}`);
}

function sayOverview({ roadmaps, problems }: OverviewJson): string {
  const lines: string[] = [];
  for (const { path, title, progress, groups, doing, metrics, more } of roadmaps) {
    lines.push(printable(`${title} · ${path} · ${progress.done}/${progress.total} done, ${percent(progress)} %`));
    for (const { id, name, depth, status, done, total, late } of groups)
      lines.push(
        printable(
          `${'  '.repeat(depth + 1)}${statusSigns[status]} ${name} ${done}/${total}${late ? ` ${late}` : ''} (${id})`,
        ),
      );
    if (doing.length > 0) lines.push('In progress:', ...doing.map((task) => `  ${sayBrief(task)}`));
    if (metrics.length > 0) lines.push('Metrics:', ...metrics.map((metric) => `  ${sayMetric(metric)}`));
    if (more !== undefined) lines.push(`and ${more} more: find_tasks has all`);
  }
  for (const { path, severity, message } of problems) lines.push(printable(`${severity}: ${path ?? ''} ${message}`));
  return lines.join('\n');
}
