import { priorities, type Group, type Priority, type Roadmap, type Task } from '../model/roadmap.js';
import { countDependents } from './dependents.js';
import { soonDays } from './lateness.js';
import { planDependencies, type PlanDependencies, type UnknownDependency } from './planDependencies.js';
import { isOpenLeaf, openLeaves } from './planNodes.js';

/** First and last day (UTC) of what is planned, as far as it is known. */
export interface PlannedDays {
  readonly start?: number;
  readonly end?: number;
  /** `above`: of what it stands in. */
  readonly from?: 'date' | 'window' | 'above';
}

/** Why a task comes when it does: what speaks for it, and what is to be known of it. */
export type NextReason =
  | { readonly kind: 'doing' }
  /** Somebody works on it, though it is not marked so. */
  | { readonly kind: 'active' }
  /** It was to be done by the day before. `from`: the task or group above that was. */
  | { readonly kind: 'late'; readonly since: number; readonly from?: Group | Task }
  | { readonly kind: 'due-soon'; readonly end: number; readonly days: number }
  /** `from`: the task or group above that it has it from. */
  | { readonly kind: 'priority'; readonly priority: Priority; readonly from?: Group | Task }
  | { readonly kind: 'window-open'; readonly end: number }
  | { readonly kind: 'window-ahead'; readonly start: number }
  /** So many open tasks wait for it. */
  | { readonly kind: 'wanted'; readonly tasks: number }
  /** It depends on something that cannot be found, so nobody can say whether that is done. */
  | { readonly kind: 'unknown-dependency'; readonly text: string; readonly why: UnknownDependency['why'] }
  /** Nothing but its place speaks for it. */
  | { readonly kind: 'in-order' };

/** What a task waits for. */
export type Blocker =
  /** An open task, or a group or task of which so many tasks are open. */
  | { readonly kind: 'dependency'; readonly node: Group | Task; readonly open: number }
  /** The mark `blocked`, its own or of what it stands in. */
  | { readonly kind: 'mark'; readonly node: Group | Task };

export interface NextTask {
  readonly task: Task;
  /** In the order of the comparison, at least one. */
  readonly reasons: readonly NextReason[];
  /** What it waits for; absent where it is ready. */
  readonly blockedBy?: readonly Blocker[];
}

/** What can be worked on, and what must wait. */
export interface WhatNext {
  /** The first is to be done first. */
  readonly ready: readonly NextTask[];
  /** In the same order, as if nothing held them up. */
  readonly waiting: readonly NextTask[];
  /** How many there are of each, listed or not. */
  readonly totals: { readonly ready: number; readonly waiting: number };
  /** Ids that wait for each other; nothing waits because of such dependencies. */
  readonly cycles: readonly (readonly string[])[];
  readonly unknown: readonly UnknownDependency[];
}

export interface NextOptions {
  /** Today (UTC). */
  readonly today: number;
  /** When a task or group is planned; where nothing is said of it, what is above counts. */
  readonly scheduleOf?: (node: Group | Task) => PlannedDays | undefined;
  /** Tasks that somebody works on: by a branch, by commits. */
  readonly activeTasks?: ReadonlySet<Task>;
  /** Ids that tasks had before; see `Config`. */
  readonly aliases?: ReadonlyMap<string, string>;
  /** So many of those that are ready and of those that wait are told, the first; all where absent. */
  readonly most?: number;
}

/**
 * The order, each rule where those before it see no difference:
 * 1. what is in progress, then what somebody works on, then the rest
 * 2. what is late, then what is due soon; of these what ends first
 * 3. priority, own or from above; without one it is medium
 * 4. what may be begun (its window is open, or it has none), then what begins first
 * 5. what more tasks wait for
 * 6. the order of the document
 */
const comparisons: readonly ((a: Candidate, b: Candidate) => number)[] = [
  (a, b) => a.progress - b.progress,
  (a, b) => a.urgency - b.urgency || (a.urgency < 2 ? a.end! - b.end! : 0),
  (a, b) => a.rank - b.rank,
  (a, b) => a.ahead - b.ahead,
  (a, b) => b.wanted - a.wanted,
  (a, b) => a.index - b.index,
];

interface Candidate {
  readonly index: number;
  readonly task: Task;
  /** 0 in progress, 1 worked on, 2 neither. */
  readonly progress: number;
  /** 0 late, 1 due soon, 2 neither. */
  readonly urgency: number;
  readonly start?: number;
  readonly end?: number;
  /** What says its end, where that is not itself. */
  readonly endOf?: Group | Task;
  readonly priority?: { readonly value: Priority; readonly from?: Group | Task };
  /** The place among `priorities`. */
  readonly rank: number;
  /** Days until it may be begun. */
  readonly ahead: number;
  readonly wanted: number;
  readonly blockedBy: readonly Blocker[];
}

/**
 * What to do next: open tasks without subtasks. Those that are marked as blocked, or depend on something open, wait; what
 * cannot be found holds nothing up, but is said. The same roadmap and day always give the same order.
 */
export function nextTasks(roadmap: Pick<Roadmap, 'children'>, options: NextOptions): WhatNext {
  const { most = Infinity } = options;
  const plan = planDependencies(roadmap, options.aliases);
  const dependents = countDependents(plan);
  const above = inherit(plan, options);
  const unknownOf = new Map<Group | Task, UnknownDependency[]>();
  for (const each of plan.unknown) {
    const known = unknownOf.get(each.node);
    if (known) known.push(each);
    else unknownOf.set(each.node, [each]);
  }
  const candidates: Candidate[] = [];
  for (const [index, task] of plan.nodes.entries()) {
    if (isOpenLeaf(task)) candidates.push(candidateOf(task, index, above[index]!, dependents[index]!, options));
  }
  candidates.sort(compare);
  const ready: NextTask[] = [];
  const waiting: NextTask[] = [];
  const totals = { ready: 0, waiting: 0 };
  for (const candidate of candidates) {
    const { task, blockedBy } = candidate;
    if (++totals[blockedBy.length === 0 ? 'ready' : 'waiting'] > most) continue;
    const reasons = reasonsOf(candidate, unknownAround(plan, candidate.index, unknownOf), options.today);
    if (blockedBy.length === 0) ready.push({ task, reasons });
    else waiting.push({ task, reasons, blockedBy });
  }
  return { ready, waiting, totals, cycles: plan.cycles, unknown: plan.unknown };
}

function compare(a: Candidate, b: Candidate): number {
  for (const rule of comparisons) {
    const order = rule(a, b);
    if (order !== 0) return order;
  }
  return 0;
}

/** What holds for a node and, unless they say otherwise, for all below it. */
interface Inherited extends Omit<PlannedDays, 'from'> {
  /** What says its end. */
  readonly endOf?: Group | Task;
  readonly priority?: { readonly value: Priority; readonly node: Group | Task };
  readonly blockers: readonly Blocker[];
}

function inherit(plan: PlanDependencies, { scheduleOf }: NextOptions): readonly Inherited[] {
  const waits = new Map<number, Blocker[]>();
  for (const { from, to } of plan.waits) {
    const blocker: Blocker = { kind: 'dependency', node: plan.nodes[to]!, open: openLeaves(plan, to) };
    const known = waits.get(from);
    if (known) known.push(blocker);
    else waits.set(from, [blocker]);
  }
  const all: Inherited[] = [];
  for (const [index, node] of plan.nodes.entries()) {
    const parent = all[plan.parents[index]!] ?? nothing;
    const planned: PlannedDays = scheduleOf?.(node) ?? {};
    const { start = parent.start, end = parent.end } = planned;
    const endOf = planned.end === undefined || planned.from === 'above' ? parent.endOf : node;
    const priority = node.priority ? { value: node.priority.value, node } : parent.priority;
    const marked: readonly Blocker[] = isMarkedBlocked(node) ? [{ kind: 'mark', node }] : [];
    const own = waits.get(index) ?? [];
    const blockers = marked.length + own.length === 0 ? parent.blockers : joined(marked, parent.blockers, own);
    const isSame =
      start === parent.start &&
      end === parent.end &&
      endOf === parent.endOf &&
      priority === parent.priority &&
      blockers === parent.blockers;
    if (isSame) {
      all.push(parent);
      continue;
    }
    all.push({
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      ...(endOf === undefined ? {} : { endOf }),
      ...(priority ? { priority } : {}),
      blockers,
    });
  }
  return all;
}

const nothing: Inherited = { blockers: [] };

/** So many are said of one task. */
const mostBlockers = 100;

/** Each once, outermost first, but the own mark before all. */
function joined(...lists: readonly (readonly Blocker[])[]): readonly Blocker[] {
  const all = new Map<Group | Task, Blocker>();
  for (const list of lists) {
    for (const each of list) if (all.size < mostBlockers && !all.has(each.node)) all.set(each.node, each);
  }
  return [...all.values()];
}

function isMarkedBlocked(node: Group | Task): boolean {
  return node.kind === 'task'
    ? node.status === 'blocked' && node.statusSource === 'own'
    : node.ownStatus?.value === 'blocked';
}

function candidateOf(
  task: Task,
  index: number,
  { start, end, endOf, priority, blockers }: Inherited,
  wanted: number,
  { today, activeTasks }: NextOptions,
): Candidate {
  const progress = task.status === 'doing' ? 0 : activeTasks?.has(task) ? 1 : 2;
  const urgency = end === undefined || end - today >= soonDays ? 2 : end < today ? 0 : 1;
  // An inherited mark whose origin is not among the nodes above (a legend, a section) is the task's own.
  const blockedBy: readonly Blocker[] =
    task.status === 'blocked' && !blockers.some(({ kind }) => kind === 'mark')
      ? joined([{ kind: 'mark', node: task }], blockers)
      : blockers;
  return {
    index,
    task,
    progress,
    urgency,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(endOf === undefined || endOf === task ? {} : { endOf }),
    ...(priority
      ? { priority: { value: priority.value, ...(priority.node === task ? {} : { from: priority.node }) } }
      : {}),
    rank: priorities.indexOf(priority?.value ?? 'medium'),
    ahead: start === undefined ? 0 : Math.max(0, start - today),
    wanted,
    blockedBy,
  };
}

function reasonsOf(
  { progress, urgency, start, end, endOf, priority, wanted }: Candidate,
  unknown: readonly UnknownDependency[],
  today: number,
): readonly NextReason[] {
  const reasons: NextReason[] = [];
  if (progress === 0) reasons.push({ kind: 'doing' });
  if (progress === 1) reasons.push({ kind: 'active' });
  if (urgency === 0) reasons.push({ kind: 'late', since: end! + 1, ...(endOf === undefined ? {} : { from: endOf }) });
  if (urgency === 1) reasons.push({ kind: 'due-soon', end: end!, days: end! - today });
  if (priority && priority.value !== 'medium') {
    reasons.push({
      kind: 'priority',
      priority: priority.value,
      ...(priority.from === undefined ? {} : { from: priority.from }),
    });
  }
  if (start !== undefined && start > today) reasons.push({ kind: 'window-ahead', start });
  else if (start !== undefined && end !== undefined && urgency === 2) reasons.push({ kind: 'window-open', end });
  if (wanted > 0) reasons.push({ kind: 'wanted', tasks: wanted });
  for (const { text, why } of unknown) reasons.push({ kind: 'unknown-dependency', text, why });
  return reasons.length > 0 ? reasons : [{ kind: 'in-order' }];
}

/** What a node and those above it depend on that cannot be found. */
function unknownAround(
  { nodes, parents }: PlanDependencies,
  index: number,
  unknownOf: ReadonlyMap<Group | Task, readonly UnknownDependency[]>,
): readonly UnknownDependency[] {
  if (unknownOf.size === 0) return [];
  const found: UnknownDependency[] = [];
  for (let at = index; at >= 0; at = parents[at]!) found.push(...(unknownOf.get(nodes[at]!) ?? []));
  return found;
}
