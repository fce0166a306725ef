import type { Priority, Status } from '../../model/roadmap.js';
import type {
  ActivityItem,
  Dashboard,
  NextItem,
  OutcomeItem,
  SectionName,
  TaskItem,
  TimelineRow,
} from './dashboard.js';

/** What of a dashboard is shown. Empty lists let all through; all conditions hold together. */
export interface DashboardFilter {
  /** Words that all stand in a title, id, place, owner or label, in any case; of other items in their texts. */
  readonly text: string;
  readonly statuses: readonly Status[];
  /** `none`: without a priority. */
  readonly priorities: readonly (Priority | 'none')[];
  readonly owners: readonly string[];
  readonly horizons: readonly string[];
  readonly labels: readonly string[];
}

export const noFilter: DashboardFilter = {
  text: '',
  statuses: [],
  priorities: [],
  owners: [],
  horizons: [],
  labels: [],
};

/** What there is to choose from, in the order of the plan. */
export interface FilterChoices {
  readonly owners: readonly string[];
  readonly labels: readonly string[];
  readonly horizons: readonly { readonly id: string; readonly title: string }[];
}

/** Whether a filter may leave something out. */
export function isFilteringDashboard(filter: DashboardFilter): boolean {
  return wordsOf(filter).length > 0 || choosesTasks(filter) || filter.horizons.length > 0;
}

/** The owners, labels and horizons that tasks have. */
export function filterChoices({ tasks, horizons }: Dashboard): FilterChoices {
  return {
    owners: [...new Set(tasks.flatMap(({ owners }) => owners))],
    labels: [...new Set(tasks.flatMap(({ labels }) => labels))],
    horizons: horizons.map(({ id, title }) => ({ id, title })),
  };
}

/**
 * Sections to which not all of a filter applies, in the order of the page: what says nothing of tasks has no status or owner, and
 * what belongs to no horizon is not of another one. They stay, which is to be said where the filter is.
 */
export function unfilteredSections(filter: DashboardFilter): readonly SectionName[] {
  const ofTasks: readonly SectionName[] = choosesTasks(filter) ? ['metrics', 'problems'] : [];
  const ofPlan: readonly SectionName[] =
    ofTasks.length > 0 || filter.horizons.length > 0 ? ['risks', 'dependencies', 'themes', 'nextSteps'] : [];
  const never: readonly SectionName[] = isFilteringDashboard(filter) ? ['burnUp', 'review'] : [];
  const all = new Set([...ofTasks, ...ofPlan, ...never]);
  return inOrder.filter((name) => all.has(name));
}

const inOrder: readonly SectionName[] = [
  'metrics',
  'burnUp',
  'risks',
  'dependencies',
  'themes',
  'nextSteps',
  'review',
  'problems',
];

/**
 * The dashboard with what matches alone: tasks and what is said of them; groups that hold such tasks, and what belongs to a
 * horizon by that; registers, metrics and problems by their texts. What a condition cannot apply to stays: see
 * `unfilteredSections`. Counts and figures stay those of the whole plan, since they are true of that alone; how many tasks match
 * is the length of `tasks`. Where nothing is filtered it is the same object.
 */
export function filterDashboard(dashboard: Dashboard, filter: DashboardFilter): Dashboard {
  if (!isFilteringDashboard(filter)) return dashboard;
  const words = wordsOf(filter);
  const says = (...texts: readonly (string | undefined)[]) => hasWords(words, textOf(texts));
  const tasks = dashboard.tasks.filter((task) => matches(task, filter, words));
  const ids = new Set(tasks.map(({ id }) => id));
  const inHorizons = new Set(tasks.map(({ horizon }) => horizon));
  const isShown = horizonsShown(filter, inHorizons);
  const groups = new Set(tasks.map(({ group }) => group));
  // What names no horizon may be of any.
  const isOf = (horizon: string | undefined) => horizon === undefined || lets(filter.horizons, horizon);
  const { timeline, next, activity, problems } = dashboard;
  return {
    ...dashboard,
    tasks,
    horizons: kept(dashboard.horizons, ({ id }) => inHorizons.has(id)),
    timeline: replaced(timeline, 'rows', (row: TimelineRow) =>
      row.groups ? row.groups.some((id) => groups.has(id)) : ids.has(row.id),
    ),
    metrics: kept(
      dashboard.metrics,
      ({ name, group, target, source, horizon }) => isOf(horizon) && says(name, group, target, source),
    ),
    next: replaced(next, 'items', ({ id }: NextItem) => ids.has(id)),
    risks: kept(dashboard.risks, ({ title, category, mitigation }) => says(title, category, mitigation)),
    dependencies: kept(dashboard.dependencies, ({ text, category }) => says(text, category)),
    themes: kept(dashboard.themes, ({ title, items }) => says(title, ...items.map(({ text }) => text))),
    outcomes: kept(dashboard.outcomes, (outcome: OutcomeItem) => isShown(outcome) && says(outcome.text, outcome.group)),
    nextSteps: kept(dashboard.nextSteps, ({ text }) => says(text)),
    activity: replaced(
      replaced(activity, 'todos', ({ task }: { readonly task: string }) => ids.has(task)),
      'items',
      activityMatch(dashboard, filter, ids, says),
    ),
    problems: replaced(problems, 'items', (problem: Dashboard['problems']['items'][number]) => {
      const { code, message, path, horizon } = problem;
      return isOf(horizon) && says(code, message, path);
    }),
  };
}

/** Whether it asks for tasks by what only they have. */
function choosesTasks({ statuses, priorities, owners, labels }: DashboardFilter): boolean {
  return statuses.length + priorities.length + owners.length + labels.length > 0;
}

function matches(task: TaskItem, filter: DashboardFilter, words: readonly string[]): boolean {
  const { statuses, priorities, owners, horizons, labels } = filter;
  return (
    lets(statuses, task.status) &&
    lets(priorities, task.priority ?? 'none') &&
    (horizons.length === 0 || (task.horizon !== undefined && horizons.includes(task.horizon))) &&
    (owners.length === 0 || task.owners.some((owner) => owners.includes(owner))) &&
    (labels.length === 0 || task.labels.some((label) => labels.includes(label))) &&
    (words.length === 0 || hasWords(words, textOfTask(task)))
  );
}

function lets<T>(wanted: readonly T[], value: T): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

const taskTexts = new WeakMap<TaskItem, string>();

/** Made once for each task: it is looked at with every key a person presses. */
function textOfTask(task: TaskItem): string {
  let text = taskTexts.get(task);
  if (text === undefined) {
    const { title, id, place, owners, labels } = task;
    taskTexts.set(task, (text = textOf([title, id, ...place, ...owners, ...labels])));
  }
  return text;
}

/** Texts as they are searched; nobody types the line break between them. */
function textOf(texts: readonly (string | undefined)[]): string {
  return texts
    .filter((text) => text !== undefined)
    .join('\n')
    .toLowerCase();
}

function wordsOf({ text }: DashboardFilter): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function hasWords(words: readonly string[], text: string): boolean {
  return words.every((word) => text.includes(word));
}

/**
 * Whether an outcome's horizon is shown. That of the whole plan is part of every one, unless horizons are chosen; where
 * tasks are chosen by what only they have, what belongs to a horizon is shown with the tasks of it.
 */
function horizonsShown(filter: DashboardFilter, inHorizons: ReadonlySet<string | undefined>) {
  return ({ horizon }: OutcomeItem): boolean => {
    if (horizon === undefined) return filter.horizons.length === 0;
    return lets(filter.horizons, horizon) && (!choosesTasks(filter) || inHorizons.has(horizon));
  };
}

/** What belongs to no task that is known is found by its own words, as long as nobody asks for tasks of some kind. */
function activityMatch(
  { tasks }: Dashboard,
  filter: DashboardFilter,
  ids: ReadonlySet<string>,
  says: (...texts: readonly (string | undefined)[]) => boolean,
) {
  const known = new Set(tasks.map(({ id }) => id));
  const open = !choosesTasks(filter) && filter.horizons.length === 0;
  return ({ task, text, author }: ActivityItem): boolean =>
    task && known.has(task.id) ? ids.has(task.id) : open && says(text, author, task?.title);
}

/** The entries that match; the same list where all do. */
function kept<T>(list: readonly T[], accept: (entry: T) => boolean): readonly T[] {
  const left = list.filter(accept);
  return left.length === list.length ? list : left;
}

/** A section with what matches of one of its lists; the same object where all of it does. */
function replaced<Section extends object, Entry>(
  section: Section,
  name: keyof Section,
  accept: (entry: Entry) => boolean,
): Section {
  const list = section[name] as readonly Entry[];
  const left = kept(list, accept);
  return left === list ? section : { ...section, [name]: left };
}
