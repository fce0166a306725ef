import * as l10n from '@vscode/l10n';
import type { Group, Priority, Status, Task } from '../model/roadmap.js';
import type { FolderProblems, RoadmapFile, Snapshot } from '../model/snapshot.js';
import { countLeaves, statusOf } from '../progress/counts.js';
import { statusWord } from '../values/statusWord.js';
import { activityOf, countActivity } from './activity.js';
import { activityNodes, type ActivityOptions } from './activityNodes.js';
import { sayDialect } from './dialectWords.js';
import type { PlanForecast } from '../progress/horizonForecast.js';
import type { ShownMetrics } from './metricRows.js';
import { registerNodes } from './registerNodes.js';
import { spoken } from './spoken.js';
import {
  dueOf,
  effortLine,
  factLines,
  forecastLine,
  riskOf,
  scheduleLine,
  storyLines,
  windowLine,
} from './factLines.js';
import { lateness, sayHowLate, sayLateness, timingOf, type Timing } from './timing.js';
import { isFiltering, type TreeFilter } from './treeFilter.js';
import { makeNode, place, sayItem, type TreeNode } from './treeNode.js';
import {
  fraction,
  loudPriority,
  percentage,
  ranged,
  sayDone,
  sayPriority,
  sayStatus,
  saySubtasksDone,
  sayWindow,
  statusTitle,
} from './words.js';

/** What is shown beside the plan. */
export interface TreeOptions {
  /** Shows TODOs and commits below their tasks, with their ages at this moment: seconds since 1970. */
  readonly now?: number;
  /** Says what is late on this day: days since 1970, of the person's own calendar. */
  readonly today?: number;
  /** Says where the metrics of a roadmap stand, where that is known. */
  readonly metrics?: (file: RoadmapFile) => ShownMetrics | undefined;
  /** Says when a roadmap and its horizons will be done, where that is known. */
  readonly forecast?: (file: RoadmapFile) => PlanForecast | undefined;
}

/** Builds the rows of a snapshot. One roadmap is shown without a root of its own, several are roots. */
export function buildTree(
  snapshot: Snapshot,
  filter: TreeFilter = {},
  { now, today, metrics, forecast }: TreeOptions = {},
): readonly TreeNode[] {
  const activity = now === undefined ? undefined : { snapshot, now };
  const { roadmaps } = snapshot;
  const shown = (file: RoadmapFile): Shown => ({
    ...filter,
    activity,
    timing: timingOf(snapshot, file, today),
    metrics,
    forecast: forecast?.(file),
  });
  // Said whatever the filter: what is missing is no matter of choice.
  const failures = snapshot.folderProblems.flatMap(folderFailures);
  if (roadmaps.length === 1) return [...failures, ...fileNodes(roadmaps[0]!, undefined, shown(roadmaps[0]!))];
  const roots = roadmaps.map((file) => roadmapNode(snapshot, file, shown(file)));
  return [...failures, ...(isFiltering(filter) ? roots.filter((root) => root.children().length > 0) : roots)];
}

/** What is let through, what is shown below tasks, and when everything is planned. */
type Shown = TreeFilter & {
  readonly activity: ActivityOptions | undefined;
  readonly timing: Timing;
  readonly metrics: TreeOptions['metrics'];
  readonly forecast: PlanForecast | undefined;
};

/** A row for each directory that could not be looked through. */
function folderFailures({ uri, folder, problems }: FolderProblems): TreeNode[] {
  return problems.map(({ message, path }, index) => {
    const directory = path === '' ? folder.name : `${folder.name}/${path}`;
    return makeNode({
      key: `${uri}#problem:${index}`,
      kind: 'problem',
      label: message,
      description: directory,
      icon: 'problem',
      tooltip: [{ text: message }, { label: l10n.t('Directory'), text: directory }],
      accessibleLabel: l10n.t('Problem in {0}: {1}', directory, message),
      uri,
      parent: undefined,
    });
  });
}

function roadmapNode(snapshot: Snapshot, file: RoadmapFile, filter: Shown): TreeNode {
  const counts = file.roadmap && countLeaves(file.roadmap);
  const place = snapshot.folders.length > 1 ? `${file.folder.name}/${file.path}` : file.path;
  const title = file.roadmap?.title ?? file.path;
  const marks = file.roadmap?.dialect && sayDialect(file.roadmap.dialect);
  return makeNode({
    key: file.uri,
    kind: 'roadmap',
    label: title,
    description: counts ? `${fraction(counts)} · ${place}` : place,
    icon: 'roadmap',
    tooltip: [
      { text: title },
      ...(marks ? [{ label: l10n.t('Marks'), text: marks }] : []),
      { label: l10n.t('File'), text: place },
    ],
    accessibleLabel: [title, ...(counts ? [sayDone(counts)] : []), place].join(', '),
    uri: file.uri,
    span: file.roadmap?.span ?? { start: 0, end: 0 },
    parent: undefined,
    expanded: true,
    children: (self) => fileNodes(file, self, filter),
  });
}

/** Plan first, then the registers; while a filter is on, only what it lets through. */
function fileNodes(file: RoadmapFile, parent: TreeNode | undefined, filter: Shown): readonly TreeNode[] {
  const { roadmap } = file;
  const failures = file.problems
    .filter(({ severity }) => severity === 'error')
    .map((problem, index) =>
      makeNode({
        key: `${file.uri}#problem:${index}`,
        kind: 'problem',
        label: problem.message,
        description: file.path,
        icon: 'problem',
        tooltip: [{ text: problem.message }, { label: l10n.t('File'), text: file.path }],
        accessibleLabel: l10n.t('Problem in {0}: {1}', file.path, problem.message),
        uri: file.uri,
        span: problem.span ?? { start: 0, end: 0 },
        parent,
      }),
    );
  if (!roadmap) return failures;
  const plan = planNodes(file, roadmap.children, parent, filter, undefined);
  return isFiltering(filter)
    ? plan
    : [...failures, ...plan, ...registerNodes(file, roadmap, parent, filter.metrics?.(file))];
}

function planNodes(
  file: RoadmapFile,
  nodes: readonly (Group | Task)[],
  parent: TreeNode | undefined,
  filter: Shown,
  priorityAbove: Priority | undefined,
): TreeNode[] {
  return nodes
    .filter((node) => passes(node, filter, priorityAbove))
    .map((node) =>
      node.kind === 'task'
        ? taskNode(file, node, parent, filter, priorityAbove)
        : groupNode(file, node, parent, filter, priorityAbove),
    );
}

/** Whether a leaf, or any leaf below, is let through. */
function passes(node: Group | Task, filter: TreeFilter, priorityAbove: Priority | undefined): boolean {
  if (!isFiltering(filter)) return true;
  const priority = node.priority?.value ?? priorityAbove;
  if (node.children.length > 0) return node.children.some((child) => passes(child, filter, priority));
  if (node.kind !== 'task') return false;
  const byStatus = filter.statuses?.includes(node.status) ?? true;
  return (
    byStatus && (filter.priorities === undefined || (priority !== undefined && filter.priorities.includes(priority)))
  );
}

function groupNode(
  file: RoadmapFile,
  group: Group,
  parent: TreeNode | undefined,
  filter: Shown,
  priorityAbove: Priority | undefined,
): TreeNode {
  const counts = countLeaves(group);
  const status = statusOf(group);
  const effort = group.effort && ranged(group.effort.text);
  const window = group.window && !group.name.includes(group.window.text) ? sayWindow(group.window) : undefined;
  const open = status !== 'done' && status !== 'cancelled';
  const late = lateness(filter.timing, group);
  const due = late?.state === 'soon' ? undefined : dueOf(group, status);
  const urgent = isUrgent(status, group.priority?.value ?? priorityAbove);
  const priority = group.priority?.value ?? (urgent ? priorityAbove : undefined);
  const description = [
    ...(counts.total > 0 ? [fraction(counts)] : []),
    ...(group.kind === 'horizon' && counts.total > 0 ? [percentage(counts)] : []),
    late ? sayLateness(late) : open ? riskOf(filter.forecast, group) : undefined,
    loudPriority(group.priority?.value),
    ...(window ? [window] : []),
    due,
    ...(open ? [effort] : []),
  ].filter((part) => part !== undefined);
  return makeNode({
    key: `${file.uri}#group:${group.id}`,
    kind: 'group',
    label: group.name,
    description: description.join(' · '),
    icon: status,
    urgent,
    tooltip: [
      { text: group.title },
      {
        label: l10n.t('Progress'),
        text: l10n.t('{0} of {1} done ({2})', counts.done, counts.total, percentage(counts)),
      },
      ...(counts.doing > 0 ? [{ label: statusTitle('doing'), text: String(counts.doing) }] : []),
      ...(counts.blocked > 0 ? [{ label: statusTitle('blocked'), text: String(counts.blocked) }] : []),
      ...(counts.cancelled > 0 ? [{ label: l10n.t('Cancelled, not counted'), text: String(counts.cancelled) }] : []),
      ...effortLine(file, group),
      ...windowLine(group),
      ...scheduleLine(filter.timing, group),
      ...forecastLine(filter.forecast, group, late?.state !== 'late'),
      ...factLines(group),
      ...group.outcomes.map(({ text }) => ({ label: l10n.t('Outcome'), text })),
      place(file, group.titleSpan),
    ],
    accessibleLabel: [
      group.name,
      statusWord(status),
      ...(counts.total > 0 ? [sayDone(counts)] : []),
      ...(window ? [spoken(window)] : []),
      ...(due ? [due] : []),
      ...(late
        ? [sayHowLate(late)]
        : open
          ? [riskOf(filter.forecast, group)].filter((risk) => risk !== undefined)
          : []),
      ...(priority ? [sayPriority(priority)] : []),
      ...(effort && open ? [l10n.t('effort {0}', spoken(effort))] : []),
    ].join(', '),
    uri: file.uri,
    span: group.span,
    groupId: group.id,
    parent,
    expanded: isFiltering(filter) || (parent?.kind !== 'group' && open),
    children: (self) => [
      ...planNodes(file, group.children, self, filter, group.priority?.value ?? priorityAbove),
      ...(group.outcomes.length > 0 && !isFiltering(filter) ? [outcomesNode(file, group, self)] : []),
    ],
    hasChildren: group.children.length > 0 || group.outcomes.length > 0,
  });
}

function outcomesNode(file: RoadmapFile, group: Group, parent: TreeNode): TreeNode {
  const key = `${parent.key}/outcomes`;
  return makeNode({
    key,
    kind: 'register',
    label: l10n.t('Outcomes'),
    description: String(group.outcomes.length),
    icon: 'outcomes',
    tooltip: [{ text: l10n.t('What {0} is to bring about', group.name) }],
    accessibleLabel: l10n.t('Outcomes of {0}, {1}', group.name, group.outcomes.length),
    uri: file.uri,
    span: group.outcomesSpan ?? group.outcomes[0]!.span,
    parent,
    children: (self) =>
      group.outcomes.map(({ text, span }, index) =>
        makeNode({
          key: `${key}/${index}`,
          kind: 'item',
          label: text,
          description: '',
          icon: 'item',
          tooltip: [{ text }, place(file, span)],
          accessibleLabel: sayItem(l10n.t('Outcome'), text),
          uri: file.uri,
          span,
          parent: self,
        }),
      ),
  });
}

function taskNode(
  file: RoadmapFile,
  task: Task,
  parent: TreeNode | undefined,
  filter: Shown,
  priorityAbove: Priority | undefined,
): TreeNode {
  const counts = countLeaves(task);
  const status = statusOf(task);
  const nested = task.children.length > 0;
  const effort = task.effort && ranged(task.effort.text);
  const late = lateness(filter.timing, task);
  const due = late?.state === 'soon' ? undefined : dueOf(task, status);
  const window = task.window && !task.title.includes(task.window.text) ? sayWindow(task.window) : undefined;
  const urgent = isUrgent(status, task.priority?.value ?? priorityAbove);
  const priority = task.priority?.value ?? (urgent ? priorityAbove : undefined);
  const activity = filter.activity && activityOf(filter.activity.snapshot, file.uri, task.id);
  const belonging = activity ? countActivity(activity) : [];
  const description = [
    ...(nested ? [fraction(counts)] : []),
    ...(status === 'blocked' || status === 'cancelled' ? [statusWord(status)] : []),
    late && sayLateness(late),
    loudPriority(task.priority?.value),
    window,
    due,
    ...(effort ? [effort] : []),
    ...(task.owner ? [`@${task.owner.value}`] : []),
    ...(task.idSource === 'explicit' ? [task.id] : []),
    ...belonging,
  ].filter((part) => part !== undefined);
  return makeNode({
    key: `${file.uri}#task:${task.id}`,
    kind: 'task',
    label: task.title,
    description: description.join(' · '),
    icon: status,
    urgent,
    tooltip: [
      { text: task.title },
      {
        label: l10n.t('Status'),
        text: nested ? `${statusWord(status)} (${saySubtasksDone(counts)})` : sayStatus(status, task.statusSource),
      },
      ...effortLine(file, task),
      ...windowLine(task),
      ...scheduleLine(filter.timing, task),
      ...storyLines(filter.timing, task),
      ...factLines(task),
      { label: l10n.t('Id'), text: task.idSource === 'explicit' ? task.id : l10n.t('{0} (from the title)', task.id) },
      place(file, task.titleSpan),
    ],
    accessibleLabel: [
      task.title,
      statusWord(status),
      ...(nested ? [saySubtasksDone(counts)] : []),
      ...(priority ? [sayPriority(priority)] : []),
      ...(window ? [spoken(window)] : []),
      ...(due ? [due] : []),
      ...(late ? [sayHowLate(late)] : []),
      ...(effort ? [l10n.t('effort {0}', spoken(effort))] : []),
      ...(task.owner ? [l10n.t('owner {0}', task.owner.value)] : []),
      ...(task.idSource === 'explicit' ? [task.id] : []),
      ...belonging,
    ].join(', '),
    uri: file.uri,
    span: task.span,
    taskId: task.id,
    nested,
    parent,
    expanded: isFiltering(filter) && nested,
    children: (self) => [
      ...planNodes(file, task.children, self, filter, task.priority?.value ?? priorityAbove),
      ...(filter.activity && activity ? activityNodes(filter.activity, activity, self) : []),
    ],
    hasChildren: nested || belonging.length > 0,
  });
}

/** What is not begun and matters most stands out. */
function isUrgent(status: Status, priority: Priority | undefined): boolean {
  return status === 'todo' && (priority === 'critical' || priority === 'high');
}
