import { tasksNamed } from '../links/branchTasks.js';
import type { MetricResults } from '../metrics/metricResults.js';
import { nodesOf, type Status, type Task } from '../model/roadmap.js';
import { configOf, type Snapshot } from '../model/snapshot.js';
import { statusOf } from '../progress/counts.js';
import { planLookup } from '../progress/planNodes.js';
import { branchNameFor } from '../references/branchTemplate.js';
import { missingActivity } from '../views/activity.js';
import { shortHash } from '../views/ages.js';
import { printable } from '../views/columns.js';
import { linksJson, type CommitJson, type TodoJson } from '../views/linksJson.js';
import type { TaskEntry } from '../views/taskList.js';
import type { Answer } from './answer.js';
import { taskIn, type ReadableFile } from './findTasks.js';
import { briefMetrics, sayMetric, type MetricBriefJson } from './overview.js';
import { short } from './short.js';
import { sayBrief, taskBrief, type TaskBriefJson } from './taskJson.js';

/** How branches are named where nothing else is said; as the editor's setting has it. */
export const branchTemplate = '{id}-{slug}';

/** Something that a task depends on, or that depends on it. */
interface DependencyBriefJson {
  /** As it is written; the id of what depends on the task. */
  readonly text: string;
  /** What it means; absent where that cannot be found. */
  readonly title?: string;
  readonly status?: Status;
}

/** One task with what belongs to it, as versioned JSON. Lines are 1-based, dates ISO 8601 in UTC. */
export interface TaskAnswerJson {
  readonly schemaVersion: 1;
  readonly task: TaskBriefJson;
  readonly labels: readonly string[];
  readonly dependsOn: readonly DependencyBriefJson[];
  /** Open tasks and groups that wait for it. */
  readonly neededBy: readonly DependencyBriefJson[];
  readonly subtasks: readonly TaskBriefJson[];
  readonly todos: readonly TodoJson[];
  readonly commits: readonly (CommitJson & { readonly closes: boolean; readonly reverted?: true })[];
  readonly branches: readonly string[];
  /** How many entries of these lists are left out; absent where none is. */
  readonly more?: number;
  /** Those of its part of the plan. */
  readonly metrics: readonly MetricBriefJson[];
  /** What a branch for it is to be called. */
  readonly branch: string;
  /** What the message of a commit for it is to end with. */
  readonly trailer: string;
  /** Why TODOs or commits may be missing. */
  readonly missing: readonly string[];
}

/** What is asked for. */
export interface GetInput {
  readonly task: string;
  readonly roadmap?: string;
  /** So many subtasks, TODOs, commits and so on. */
  readonly limit?: number;
}

/** All about one task. `template`: how branches are named. Throws `Refused` where the name is not that of one task. */
export function getTask(
  snapshot: Snapshot,
  metrics: MetricResults | undefined,
  { task: name, roadmap, limit = 10 }: GetInput,
  template = branchTemplate,
): Answer<TaskAnswerJson> {
  const entry = taskIn(snapshot, name, roadmap);
  const { file, task, path } = entry;
  const [links] = linksJson(snapshot, { task: entry }).tasks;
  const { todos = [], commits = [], branches = [] } = links ?? {};
  const subtasks = task.children.map((child) => taskBrief({ file, task: child, path: [...path, task.title] }));
  const { dependsOn, neededBy } = dependenciesOf(snapshot, file, task);
  const labels = (task.labels ?? []).map(({ value }) => short(value));
  const own = metrics ? metricsOf(snapshot, metrics, entry) : [];
  const lists = [labels, dependsOn, neededBy, subtasks, todos, commits, branches, own];
  const left = lists.reduce((sum, { length }) => sum + Math.max(0, length - limit), 0);
  const answer: TaskAnswerJson = {
    schemaVersion: 1,
    task: taskBrief(entry),
    labels: labels.slice(0, limit),
    dependsOn: dependsOn.slice(0, limit),
    neededBy: neededBy.slice(0, limit),
    subtasks: subtasks.slice(0, limit),
    todos: todos.slice(0, limit).map((todo) => ({ ...todo, text: short(todo.text) })),
    commits: commits.slice(0, limit).map((commit) => ({ ...commit, subject: short(commit.subject) })),
    branches: branches.slice(0, limit),
    ...(left > 0 ? { more: left } : {}),
    metrics: own.slice(0, limit),
    ...workOn(snapshot, entry, template),
    missing: missingActivity(snapshot),
  };
  return { structured: answer, text: sayTask(answer) };
}

/** What a branch for a task is called, and what names it in commits. */
export function workOn(
  snapshot: Snapshot,
  { file, task }: Pick<TaskEntry, 'file' | 'task'>,
  template: string,
): { readonly branch: string; readonly trailer: string } {
  const isOther = (raw: string) =>
    tasksNamed(snapshot, file.folder.uri, [{ raw, form: 'branch' }]).some(
      ({ uri, id }) => uri !== file.uri || id !== task.id,
    );
  return { branch: branchNameFor(template, task, isOther), trailer: `Task: ${task.id}` };
}

function dependenciesOf(
  snapshot: Snapshot,
  file: ReadableFile,
  task: Task,
): Pick<TaskAnswerJson, 'dependsOn' | 'neededBy'> {
  const { plan, find } = planLookup(file.roadmap, configOf(snapshot, file.folder).aliases);
  const nodeOf = (text: string) => {
    const found = find(text);
    return 'index' in found ? plan.nodes[found.index] : undefined;
  };
  const brief = (text: string, node = nodeOf(text)): DependencyBriefJson => ({
    text: short(text),
    ...(node ? { title: short(node.title), status: statusOf(node) } : {}),
  });
  const isOpen = (status: Status) => status !== 'done' && status !== 'cancelled';
  return {
    dependsOn: (task.dependsOn ?? []).map(({ value }) => brief(value)),
    neededBy: nodesOf(file.roadmap)
      .filter((node) => isOpen(statusOf(node)) && node.dependsOn?.some(({ value }) => nodeOf(value) === task))
      .map((node) => brief(node.id, node)),
  };
}

/** The metrics of the horizon or group that a task stands in. */
function metricsOf(
  snapshot: Snapshot,
  { results, configProblems }: MetricResults,
  { file, path }: TaskEntry,
): readonly MetricBriefJson[] {
  const titles = path.map((title) => title.toLowerCase());
  const isAbove = (name: string | undefined) =>
    name !== undefined && titles.some((title) => title.startsWith(name.toLowerCase()));
  const own = results.filter(
    ({ file: of, metric }) => of.uri === file.uri && (isAbove(metric.horizon) || isAbove(metric.group)),
  );
  return briefMetrics(snapshot, { results: own, configProblems }).map(({ roadmap: _path, ...metric }) => metric);
}

function sayTask(answer: TaskAnswerJson): string {
  const {
    task,
    labels,
    dependsOn,
    neededBy,
    subtasks,
    todos,
    commits,
    branches,
    more,
    metrics,
    branch,
    trailer,
    missing,
  } = answer;
  const say = ({ text, title, status }: DependencyBriefJson) =>
    title === undefined ? `${text} (not found)` : `${text}${title === text ? '' : ` ${title}`} (${status})`;
  const lines = [
    sayBrief(task),
    ...(labels.length > 0 ? [`labels: ${labels.join(', ')}`] : []),
    ...(dependsOn.length > 0 ? [`depends on: ${dependsOn.map(say).join(', ')}`] : []),
    ...(neededBy.length > 0 ? [`needed by: ${neededBy.map(say).join(', ')}`] : []),
    ...subtasks.map((one) => `subtask: ${sayBrief(one)}`),
    ...todos.map(({ path, line, tag, text }) => `${path}:${line} ${tag} ${text}`),
    ...commits.map(({ hash, subject, author, closes, reverted }) => {
      const notes = [...(closes ? ['closes it'] : []), ...(reverted ? ['reverted'] : [])];
      return `${shortHash(hash)} ${subject} (${[author, ...notes].join(', ')})`;
    }),
    ...branches.map((name) => `branch: ${name}`),
    ...metrics.map((metric) => `metric: ${sayMetric(metric)}`),
    ...(more === undefined ? [] : [`and ${more} more: give a greater limit`]),
    `work on branch ${branch}, end commit messages with "${trailer}"`,
    ...missing,
  ];
  return lines.map(printable).join('\n');
}
