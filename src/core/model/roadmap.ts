import type { Dialect } from './dialect.js';
import type { Span } from './span.js';
import type { Status } from './status.js';

export { statuses, type Status } from './status.js';

/** `own`: marked on the item itself. `inherited`: from the task, group or section above. `default`: no mark anywhere. */
export type StatusSource = 'own' | 'inherited' | 'default';

export type Priority = 'critical' | 'high' | 'medium' | 'low';
export const priorities: readonly Priority[] = ['critical', 'high', 'medium', 'low'];

/** A value as it stands in the source. */
export interface Sourced<T> {
  readonly value: T;
  /** The value's own characters, without its label. */
  readonly span: Span;
}

/** A piece of text of the roadmap, markup removed and mojibake read as meant. */
export interface TextItem {
  readonly text: string;
  readonly span: Span;
}

/** Work as a range in working days: 8 hours a day, 5 days a week, 21 a month, 63 a quarter, 252 a year. */
export interface Effort {
  readonly text: string;
  readonly minDays: number;
  readonly maxDays: number;
  readonly span: Span;
}

export type WindowUnit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** A stretch of time named in a title: `Week 2-3` is weeks 2 to 3, `30-Day` is days 1 to 30, `Q1 2026` quarter 1 of 2026. */
export interface Window {
  readonly unit: WindowUnit;
  /** First and last unit, 1-based, both included. */
  readonly from: number;
  readonly to: number;
  /** The calendar year, where one is given; a day is then counted from its first of January. */
  readonly year?: number;
  /** The year of the last unit, where it is another one: `Q4 2026 – Q1 2027`. */
  readonly toYear?: number;
  /** `horizon`: counts from the start of the horizon above, `start`: from the roadmap's own start, `calendar`: real dates. */
  readonly basis: 'horizon' | 'start' | 'calendar';
  /** As written. */
  readonly text: string;
  readonly span: Span;
}

/** A date of which only a part may be known: `2024-01-XX` has no day. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly span: Span;
}

/** When something is to begin or to be done, as far as it is known: `end of March` has a month alone. */
export interface PlannedDate {
  /** As written, without its label or mark. */
  readonly text: string;
  readonly year?: number;
  /** 1 to 12. Of a quarter or half it is the last month. */
  readonly month?: number;
  /** 1 to 31. Of a week it is the last day. */
  readonly day?: number;
  readonly span: Span;
}

/** An issue, a pull request or the like that a task names: `#12`, `GH-12`, `owner/repo#12`, a link to one. */
export interface Reference {
  /** As written; of a link its text. */
  readonly text: string;
  /** What it is, where that is said: `pull` is also a merge request. */
  readonly kind?: 'issue' | 'pull';
  /** `12`, or the key of a tracker such as `SHOP-12`. */
  readonly number: string;
  /** `owner/repo`, where it is said. */
  readonly repository?: string;
  readonly url?: string;
  readonly span: Span;
}

/** What a group of tasks stands for, inferred from its title. */
export type GroupKind = 'horizon' | 'phase' | 'milestone' | 'version' | 'status' | 'section';

/** What is said of a task or group beside its title and status. Each is absent where nothing is said. */
export interface PlanFacts {
  readonly priority?: Sourced<Priority>;
  readonly effort?: Effort;
  /** Who does it; the first of several. */
  readonly owner?: Sourced<string>;
  /** All who do it, `owner` among them, where there are several. */
  readonly owners?: readonly Sourced<string>[];
  readonly due?: PlannedDate;
  readonly start?: PlannedDate;
  readonly labels?: readonly Sourced<string>[];
  /** What must be done before: ids as they are written, issues, or words; nobody has looked yet whether they exist. */
  readonly dependsOn?: readonly Sourced<string>[];
  readonly references?: readonly Reference[];
  readonly window?: Window;
}

/** What tasks and groups have in common. */
interface PlanNode extends PlanFacts {
  /** Explicit or derived; unique in its roadmap among nodes of its kind. Compared without regard to case. */
  readonly id: string;
  /** As a person reads it: without marker, status, id and markup. */
  readonly title: string;
  readonly titleSpan: Span;
  /** The whole node with everything below it. */
  readonly span: Span;
  /** List marker or heading marks. */
  readonly markerSpan: Span;
}

export interface Task extends PlanNode {
  readonly kind: 'task';
  readonly idSource: 'explicit' | 'derived';
  /** The explicit id's characters, without brackets. */
  readonly idSpan?: Span;
  readonly status: Status;
  readonly statusSource: StatusSource;
  /** The item's own status mark: the check box, emoji or word. */
  readonly statusSpan?: Span;
  readonly children: readonly Task[];
}

export interface Group extends PlanNode {
  readonly kind: GroupKind;
  /** The title without its window: `Deployment Hardening` of `Week 1-2: Deployment Hardening`. */
  readonly name: string;
  /** The group's own status mark, where it has one; its progress is counted from its tasks all the same. */
  readonly ownStatus?: Sourced<Status>;
  readonly outcomes: readonly Outcome[];
  /** From the label of the outcomes to the last one. */
  readonly outcomesSpan?: Span;
  readonly children: readonly (Group | Task)[];
}

export type Comparison = '<' | '<=' | '>' | '>=' | '=';

/** A number to reach: `< 200 ms (p95)`. */
export interface Target {
  /** What is measured, as far as the text names it. */
  readonly name: string;
  readonly comparison: Comparison;
  readonly value: number;
  /** Short unit: `%`, `ms`, `s`, `min`, `h`, `d`, `x`, `MB`, …; absent for plain counts. */
  readonly unit?: string;
  /** What narrows it: `p95`, `of critical paths`. */
  readonly qualifier?: string;
}

/** What a phase is to bring about; some name a number. */
export interface Outcome extends TextItem {
  readonly target?: Target;
}

/** A success metric: a target, or a qualitative goal that stays text. */
export interface Metric extends TextItem {
  /** Title of the group of metrics: `30-Day Goals`. */
  readonly group?: string;
  /** The horizon its group names: `30-Day`. */
  readonly horizon?: string;
  readonly target?: Target;
  /** What the roadmap itself claims by a mark. */
  readonly claimed?: 'met' | 'missed' | 'open';
}

export interface Risk {
  readonly title: string;
  /** `Technical` of `Technical Risks`. */
  readonly category?: string;
  readonly mitigation?: string;
  readonly span: Span;
}

export interface Dependency extends TextItem {
  readonly category?: string;
}

/** Standing work without an end; not counted in progress. */
export interface Theme {
  readonly title: string;
  readonly span: Span;
  readonly items: readonly TextItem[];
}

/** How often and how the roadmap is looked at. */
export interface Review {
  readonly frequency?: Sourced<string>;
  readonly next?: Sourced<string>;
  readonly lastUpdated?: Sourced<string>;
  readonly lastUpdatedDate?: PartialDate;
  readonly criteria: readonly TextItem[];
  readonly process: readonly TextItem[];
}

/** A paragraph with the list that belongs to it. */
export interface Passage extends TextItem {
  readonly points: readonly TextItem[];
}

/** What the document says about itself. */
export interface DocumentFacts {
  readonly generated?: Sourced<string>;
  readonly generatedDate?: PartialDate;
  readonly purpose?: Sourced<string>;
  /** The executive summary or introduction. */
  readonly summary?: Passage;
  readonly conclusion?: Passage;
  readonly currentState?: Sourced<string>;
  readonly goal?: Sourced<string>;
  /** Every other `**Name:** value` line outside the plan, in document order. */
  readonly others: readonly (Sourced<string> & { readonly name: string })[];
}

/** What stands beside the plan. */
export type RegisterName = 'metrics' | 'risks' | 'dependencies' | 'themes' | 'review' | 'nextSteps';

/** A plan as a file states it. */
export interface Roadmap {
  readonly format: 'markdown' | 'yaml';
  readonly title: string;
  readonly titleSpan?: Span;
  readonly span: Span;
  readonly facts: DocumentFacts;
  /** How its marks are understood; absent in formats that have none. */
  readonly dialect?: Dialect;
  readonly children: readonly (Group | Task)[];
  readonly outcomes: readonly Outcome[];
  readonly metrics: readonly Metric[];
  readonly risks: readonly Risk[];
  readonly dependencies: readonly Dependency[];
  readonly themes: readonly Theme[];
  readonly review?: Review;
  readonly nextSteps: readonly TextItem[];
  /** Where each register begins, with its heading or label. */
  readonly registerSpans: Readonly<Partial<Record<RegisterName, Span>>>;
}

/** All tasks below a node, in document order, subtasks behind their parent. */
export function* tasksOf(node: { readonly children: readonly (Group | Task)[] }): Generator<Task> {
  // An explicit stack: real files nest a few levels, hostile ones thousands.
  const stack: Iterator<Group | Task>[] = [node.children[Symbol.iterator]()];
  while (stack.length > 0) {
    const next = stack[stack.length - 1]!.next();
    if (next.done) stack.pop();
    else {
      if (next.value.kind === 'task') yield next.value;
      stack.push(next.value.children[Symbol.iterator]());
    }
  }
}

/** The task of an id. */
export function taskById(roadmap: Pick<Roadmap, 'children'>, id: string): Task | undefined {
  for (const task of tasksOf(roadmap)) if (task.id === id) return task;
  return undefined;
}

/** The tasks that stand side by side, of which one is accepted; none where none is. */
export function siblingsOf(
  { children }: { readonly children: readonly (Group | Task)[] },
  accept: (task: Task) => boolean,
): readonly Task[] {
  const tasks = children.filter((child) => child.kind === 'task');
  if (tasks.some(accept)) return tasks;
  for (const child of children) {
    const found = siblingsOf(child, accept);
    if (found.length > 0) return found;
  }
  return [];
}

/** Tasks in document order, without those that stand below others of them. */
export function outermost(tasks: readonly Task[]): Task[] {
  const ordered = [...tasks].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = -1;
  return ordered.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** All groups below a node, then all tasks, each in document order. */
export function nodesOf(node: { readonly children: readonly (Group | Task)[] }): readonly (Group | Task)[] {
  return [...[...groupsOf(node)].map(({ group }) => group), ...tasksOf(node)];
}

/** All groups below a node, in document order, with their depth (0 for the topmost). */
export function* groupsOf(
  node: { readonly children: readonly (Group | Task)[] },
  depth = 0,
): Generator<{ readonly group: Group; readonly depth: number }> {
  for (const child of node.children) {
    if (child.kind === 'task') continue;
    yield { group: child, depth };
    yield* groupsOf(child, depth + 1);
  }
}

/** The group of an id. */
export function groupById(roadmap: Pick<Roadmap, 'children'>, id: string): Group | undefined {
  for (const { group } of groupsOf(roadmap)) if (group.id === id) return group;
  return undefined;
}
