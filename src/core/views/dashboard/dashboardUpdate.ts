import type { Dashboard, SectionName, TaskItem } from './dashboard.js';
import { deltas, Shifts, shiftsBetween, withShifts, type LineShift } from './lineShifts.js';
import { keepSame, sameValue } from './sameValue.js';

/**
 * What is new of a dashboard: whole sections, and of the tasks those that changed with the order of all, where that did. So a tick
 * in a plan of thousands of tasks sends a few, and a line typed above them how far they went down.
 */
export interface DashboardUpdate {
  readonly today: number;
  readonly sections: Sections;
  /** Sections of which nothing is new but the lines on which their items stand: of all of these, in their order. */
  readonly shifted?: Partial<Record<WholeSection, readonly LineShift[]>>;
  /** Sections that are absent now; only `review` may be. */
  readonly gone?: readonly 'review'[];
  readonly tasks?: {
    /** New ones among them. */
    readonly changed: readonly TaskItem[];
    /** Ids of all tasks, where tasks came, went or moved. */
    readonly order?: readonly string[];
    /** Of those that stay as they were but for their lines. */
    readonly shifts?: readonly LineShift[];
  };
}

/** Those that are replaced as a whole. */
type Sections = Partial<Pick<Dashboard, WholeSection>>;
type WholeSection = Exclude<SectionName, 'tasks'>;

/** All of them: one that is missing here would never be new. */
export const wholeSections = Object.keys({
  header: 0,
  notices: 0,
  horizons: 0,
  timeline: 0,
  burnUp: 0,
  metrics: 0,
  next: 0,
  risks: 0,
  dependencies: 0,
  themes: 0,
  outcomes: 0,
  nextSteps: 0,
  activity: 0,
  review: 0,
  problems: 0,
} satisfies Record<WholeSection, 0>) as readonly WholeSection[];

/** What turns one dashboard of a roadmap into another; undefined where both show the same. */
export function updateOf(before: Dashboard, after: Dashboard): DashboardUpdate | undefined {
  const isNew = (name: WholeSection) => after[name] !== undefined && !sameValue(before[name], after[name]);
  const sections: [WholeSection, unknown][] = [];
  const shifted: [WholeSection, readonly LineShift[]][] = [];
  for (const name of wholeSections.filter(isNew)) {
    const shifts = shiftsBetween(before[name], after[name]);
    if (shifts) shifted.push([name, shifts]);
    else sections.push([name, after[name]]);
  }
  const tasks = tasksUpdate(before.tasks, after.tasks);
  const gone = before.review && !after.review;
  if (before.today === after.today && sections.length + shifted.length === 0 && !tasks && !gone) return undefined;
  return {
    today: after.today,
    sections: Object.fromEntries(sections),
    ...(shifted.length > 0 ? { shifted: Object.fromEntries(shifted) } : {}),
    ...(gone ? { gone: ['review'] } : {}),
    ...(tasks ? { tasks } : {}),
  };
}

function tasksUpdate(before: readonly TaskItem[], after: readonly TaskItem[]): DashboardUpdate['tasks'] {
  if (before === after) return undefined;
  let known: Map<string, TaskItem> | undefined;
  let moved = before.length !== after.length;
  const changed: TaskItem[] = [];
  const shifts = new Shifts();
  for (const [index, task] of after.entries()) {
    let old = before[index];
    if (old?.id !== task.id) {
      moved = true;
      old = (known ??= new Map(before.map((each) => [each.id, each]))).get(task.id);
    }
    if (!old || !sameTask(old, task)) changed.push(task);
    else shifts.add(index, task.line - old.line);
  }
  const { runs } = shifts;
  if (!moved && changed.length + runs.length === 0) return undefined;
  return {
    changed,
    ...(moved ? { order: after.map(({ id }) => id) } : {}),
    ...(runs.length > 0 ? { shifts: runs } : {}),
  };
}

/** All fields of a task but its line, those first that change most. */
const taskFields = Object.keys({
  status: 0,
  title: 0,
  late: 0,
  todos: 0,
  commits: 0,
  id: 0,
  explicitId: 0,
  leaf: 0,
  parent: 0,
  horizon: 0,
  group: 0,
  priority: 0,
  effort: 0,
  start: 0,
  end: 0,
  place: 0,
  owners: 0,
  labels: 0,
} satisfies Record<Exclude<keyof TaskItem, 'line'>, 0>) as readonly (keyof TaskItem)[];

/** But for its line; by its fields, since there are thousands of them and most are the same. */
function sameTask(a: TaskItem, b: TaskItem): boolean {
  if (a === b) return true;
  for (const field of taskFields) if (a[field] !== b[field] && !sameValue(a[field], b[field])) return false;
  return true;
}

/**
 * The dashboard with what is new. What did not change keeps its object, so that views that show it need not be drawn again. Throws
 * where the update names tasks that nobody knows: it is for another dashboard.
 */
export function applyUpdate(dashboard: Dashboard, update: DashboardUpdate): Dashboard {
  const sections = Object.fromEntries(
    Object.entries(update.sections).map(([name, section]) => [name, keepSame(dashboard[name as SectionName], section)]),
  ) as Sections;
  const shifted = Object.fromEntries(
    Object.entries(update.shifted ?? {}).map(([name, shifts]) => [
      name,
      withShifts(dashboard[name as SectionName], shifts),
    ]),
  ) as Sections;
  const tasks = update.tasks ? updatedTasks(dashboard.tasks, update.tasks) : dashboard.tasks;
  const { review, ...others } = dashboard;
  const kept = update.gone?.includes('review') || !review ? others : { ...others, review };
  return { ...kept, ...sections, ...shifted, today: update.today, tasks };
}

function updatedTasks(
  before: readonly TaskItem[],
  { changed, order, shifts = [] }: NonNullable<DashboardUpdate['tasks']>,
): readonly TaskItem[] {
  const known = new Map(before.map((task) => [task.id, task]));
  for (const task of changed) {
    if (!order && !known.has(task.id)) throw new Error(`The update changes a task that is not there: ${task.id}`);
    known.set(task.id, task);
  }
  const isNew = new Set(changed);
  const deltaAt = deltas(shifts);
  return (order ?? before.map(({ id }) => id)).map((id, index) => {
    const task = known.get(id);
    if (!task) throw new Error(`The update names a task that is not there: ${id}`);
    const delta = deltaAt(index);
    return delta === 0 || isNew.has(task) ? task : { ...task, line: task.line + delta };
  });
}
