import type { Dialect } from '../model/dialect.js';
import type { Problem } from '../model/problem.js';
import {
  groupsOf,
  tasksOf,
  type Effort,
  type Group,
  type PlanFacts,
  type PlannedDate,
  type Priority,
  type Roadmap,
  type Sourced,
  type Task,
  type TextItem,
  type Window,
} from '../model/roadmap.js';
import { configOf, type RoadmapFile, type Snapshot } from '../model/snapshot.js';
import type { LineIndex, Span } from '../model/span.js';
import { countLeaves, statusOf } from '../progress/counts.js';
import { effortProgress } from '../progress/effortProgress.js';
import { leafWeights } from '../progress/weights.js';
import { idKey } from '../references/taskId.js';
import { formatDate } from '../values/date.js';
import { isoDay } from '../values/day.js';
import { lateness, timingOf, type Timing } from './timing.js';
import { formatPlannedDate } from './words.js';
import type {
  CountsJson,
  DialectJson,
  EffortJson,
  GroupJson,
  PlanFactsJson,
  ProblemJson,
  ReviewJson,
  RoadmapJson,
  StatusJson,
  TargetJson,
  TaskJson,
  TextJson,
  TimingJson,
  WindowJson,
} from './statusSchema.js';

/**
 * Makes the JSON of a snapshot: of each roadmap with its problems, and of those problems that lie outside all roadmaps.
 * `problems` are further ones of these, put first; what is late is said where `today` is given: days since 1970.
 */
export function statusJson(
  {
    roadmaps,
    configs,
    folderProblems,
    planHistories,
  }: Pick<Snapshot, 'roadmaps' | 'configs' | 'folderProblems' | 'planHistories'>,
  problems: readonly ProblemJson[] = [],
  today?: number,
): StatusJson {
  const aliasesOf = ({ folder }: RoadmapFile) => configOf({ configs }, folder).aliases;
  return {
    schemaVersion: 1,
    roadmaps: roadmaps.map((file) => roadmapJson(file, aliasesOf(file), timingOf({ planHistories }, file, today))),
    problems: [
      ...problems,
      ...folderProblems.flatMap((folder) =>
        folder.problems.map((problem) => problemJson(problem.path || '.', problem, undefined)),
      ),
      ...configs.flatMap(({ path, problems: found, lines }) =>
        found.map((problem) => problemJson(path, problem, lines)),
      ),
    ],
  };
}

export function countAll(roadmap: Roadmap): CountsJson {
  const groups = [...groupsOf(roadmap)].map(({ group }) => group);
  const top = [...topTasks(roadmap)];
  const all = [...tasksOf(roadmap)];
  return {
    horizons: groups.filter(({ kind }) => kind === 'horizon').length,
    phases: groups.filter(({ kind }) => kind === 'phase').length,
    tasks: top.length,
    subtasks: all.length - top.length,
    doneTasks: top.filter((task) => statusOf(task) === 'done').length,
    leaves: all.filter(({ children }) => children.length === 0).length,
    outcomes: roadmap.outcomes.length + groups.reduce((sum, { outcomes }) => sum + outcomes.length, 0),
    themes: roadmap.themes.length,
    themeItems: roadmap.themes.reduce((sum, { items }) => sum + items.length, 0),
    metrics: roadmap.metrics.length,
    risks: roadmap.risks.length,
    dependencies: roadmap.dependencies.length,
    reviewCriteria: roadmap.review?.criteria.length ?? 0,
    reviewSteps: roadmap.review?.process.length ?? 0,
    nextSteps: roadmap.nextSteps.length,
  };
}

function* topTasks(node: Roadmap | Group): Generator<Task> {
  for (const child of node.children) {
    if (child.kind === 'task') yield child;
    else yield* topTasks(child);
  }
}

function roadmapJson(file: RoadmapFile, aliases: ReadonlyMap<string, string>, timing: Timing): RoadmapJson {
  const { path, roadmap, lines } = file;
  const problems = file.problems.map((problem) => problemJson(path, problem, lines));
  if (!roadmap) {
    const nothing = {
      groups: [],
      tasks: [],
      outcomes: [],
      metrics: [],
      risks: [],
      dependencies: [],
      themes: [],
      nextSteps: [],
    };
    return {
      path,
      title: null,
      format: null,
      counts: null,
      progress: null,
      effortProgress: null,
      start: null,
      facts: {},
      dialect: null,
      review: null,
      ...nothing,
      problems,
    };
  }
  const line = (span: Span) => lines.lineAt(span.start) + 1;
  const text = (item: TextItem): TextJson => ({ text: item.text, line: line(item.span) });
  const groups: GroupJson[] = [];
  const tasks: TaskJson[] = [];
  const weights = leafWeights(roadmap);
  const placeOf = (task: Task) => ({ ...timingJson(timing, task), weight: weights.get(task) ?? null });
  const visit = (node: Group | Task, parentLine: number | null, above: Priority | null) => {
    const priority = node.priority?.value ?? above;
    // In YAML an entry begins with its dash or key, and its title may stand below.
    const own = line(roadmap.format === 'yaml' ? node.markerSpan : node.titleSpan);
    if (node.kind === 'task') tasks.push(taskJson(node, own, parentLine, priority, aliases, placeOf(node)));
    else
      groups.push(
        groupJson(node, own, parentLine, text, {
          ...timingJson(timing, node),
          effortProgress: effortProgress(roadmap, node),
        }),
      );
    for (const child of node.children) visit(child, own, priority);
  };
  for (const child of roadmap.children) visit(child, null, null);
  return {
    path,
    title: roadmap.title,
    format: roadmap.format,
    counts: countAll(roadmap),
    progress: countLeaves(roadmap),
    effortProgress: effortProgress(roadmap, roadmap),
    start: timing.start
      ? { earliest: isoDay(timing.start.earliest), latest: isoDay(timing.start.latest), source: timing.start.source }
      : null,
    facts: factsJson(roadmap),
    dialect: roadmap.dialect ? dialectJson(roadmap.dialect, text) : null,
    groups,
    tasks,
    outcomes: roadmap.outcomes.map(text),
    metrics: roadmap.metrics.map((metric) => ({
      ...text(metric),
      ...(metric.group === undefined ? {} : { group: metric.group }),
      ...(metric.horizon === undefined ? {} : { horizon: metric.horizon }),
      ...(metric.target ? targetJson(metric.target) : {}),
      qualitative: metric.target === undefined,
      claimed: metric.claimed ?? null,
    })),
    risks: roadmap.risks.map(({ title, category, mitigation, span }) => ({
      title,
      line: line(span),
      category: category ?? null,
      mitigation: mitigation ?? null,
    })),
    dependencies: roadmap.dependencies.map((item) => ({ ...text(item), category: item.category ?? null })),
    themes: roadmap.themes.map(({ title, span, items }) => ({ title, line: line(span), items: items.map(text) })),
    review: reviewJson(roadmap, text),
    nextSteps: roadmap.nextSteps.map(text),
    problems,
  };
}

function taskJson(
  task: Task,
  line: number,
  parentLine: number | null,
  priority: Priority | null,
  aliases: ReadonlyMap<string, string>,
  place: TimingJson & Pick<TaskJson, 'weight'>,
): TaskJson {
  const key = idKey(task.id);
  return {
    id: task.id,
    idSource: task.idSource,
    aliases: [...aliases].filter(([, id]) => idKey(id) === key).map(([old]) => old),
    title: task.title,
    status: task.status,
    statusSource: task.statusSource,
    line,
    parentLine,
    priority,
    effort: effortJson(task.effort),
    ...factsOfPlan(task),
    progress: task.children.length > 0 ? countLeaves(task) : null,
    ...place,
  };
}

function groupJson(
  group: Group,
  line: number,
  parentLine: number | null,
  text: (item: TextItem) => TextJson,
  place: TimingJson & Pick<GroupJson, 'effortProgress'>,
): GroupJson {
  const { id, kind, title, name, priority, effort, outcomes } = group;
  return {
    id,
    kind,
    title,
    name,
    line,
    parentLine,
    status: statusOf(group),
    progress: countLeaves(group),
    priority: priority?.value ?? null,
    effort: effortJson(effort),
    ...factsOfPlan(group),
    ...place,
    outcomes: outcomes.map((outcome) => ({
      ...text(outcome),
      ...(outcome.target ? { target: targetJson(outcome.target) } : {}),
    })),
  };
}

function timingJson(timing: Timing, node: Group | Task): TimingJson {
  const schedule = timing.schedules.get(node);
  const late = lateness(timing, node);
  const iso = (day: number | undefined) => (day === undefined ? null : isoDay(day));
  return {
    schedule: schedule
      ? { start: iso(schedule.start), end: iso(schedule.end), from: schedule.from, basis: schedule.basis }
      : null,
    lateness: late ? { state: late.state, days: late.days } : null,
  };
}

/** What tasks and groups say alike. */
function factsOfPlan({ owner, owners, due, start, labels, dependsOn, references, window }: PlanFacts): PlanFactsJson {
  const values = (facts: readonly Sourced<string>[] | undefined) => (facts ?? []).map(({ value }) => value);
  const date = (planned: PlannedDate | undefined) =>
    planned ? { text: planned.text, date: formatPlannedDate(planned) ?? null } : null;
  return {
    owner: owner?.value ?? null,
    owners: values(owners ?? (owner ? [owner] : [])),
    due: date(due),
    start: date(start),
    labels: values(labels),
    dependsOn: values(dependsOn),
    references: (references ?? []).map(({ text, kind, number, repository, url }) => ({
      text,
      kind: kind ?? null,
      number,
      repository: repository ?? null,
      url: url ?? null,
    })),
    window: windowJson(window),
    windowBasis: window?.basis ?? null,
  };
}

function windowJson(window: Window | undefined): WindowJson | null {
  if (!window) return null;
  const { unit, from, to, year, toYear } = window;
  return { unit, from, to, ...(year === undefined ? {} : { year }), ...(toYear === undefined ? {} : { toYear }) };
}

function dialectJson({ name, source, evidence, marks }: Dialect, text: (item: TextItem) => TextJson): DialectJson {
  return {
    name,
    source,
    evidence: evidence.map(text),
    marks: marks.map(({ mark, count, status, from }) => ({ mark, count, status: status ?? null, from })),
  };
}

function targetJson({
  name,
  comparison,
  value,
  unit,
  qualifier,
}: NonNullable<Roadmap['metrics'][number]['target']>): TargetJson {
  return {
    name,
    op: comparison,
    value,
    ...(unit === undefined ? {} : { unit }),
    ...(qualifier === undefined ? {} : { qualifier }),
  };
}

function effortJson(effort: Effort | undefined): EffortJson | null {
  return effort ? { text: effort.text, minDays: effort.minDays, maxDays: effort.maxDays } : null;
}

/** What the document says about itself, by the names the tree uses. */
function factsJson({ facts }: Roadmap): Readonly<Record<string, string>> {
  const { generated, purpose, summary, currentState, goal, conclusion } = facts;
  const entries = Object.entries({ generated, purpose, currentState, goal }).map(([name, fact]) => [name, fact?.value]);
  const passages = Object.entries({ summary, conclusion }).map(([name, passage]) => [
    name,
    passage && [passage.text, ...passage.points.map((point) => `- ${point.text}`)].join('\n'),
  ]);
  return Object.fromEntries([...entries, ...passages].filter(([, value]) => value !== undefined));
}

function reviewJson({ review, facts }: Roadmap, text: (item: TextItem) => TextJson): ReviewJson | null {
  if (!review) return null;
  const { frequency, next, lastUpdated, lastUpdatedDate, criteria, process } = review;
  const { generated, generatedDate } = facts;
  return {
    frequency: frequency?.value ?? null,
    next: next?.value ?? null,
    generated: generatedDate ? formatDate(generatedDate) : (generated?.value ?? null),
    lastUpdated: lastUpdatedDate ? formatDate(lastUpdatedDate) : (lastUpdated?.value ?? null),
    criteria: criteria.map(text),
    process: process.map(text),
  };
}

export function problemJson(path: string | null, problem: Problem, lines: LineIndex | undefined): ProblemJson {
  const { code, severity, message, span, places } = problem;
  return {
    path,
    code,
    severity,
    message,
    line: span && lines ? lines.lineAt(span.start) + 1 : null,
    places: places?.length ?? 1,
  };
}
