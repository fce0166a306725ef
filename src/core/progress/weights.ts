import type { Effort, Group, Roadmap, Task } from '../model/roadmap.js';

/**
 * What a leaf weighs, in working days. `own`: the middle of its own range of effort; `group`: its share of an effort above
 * it; `median`: no effort is said, so it weighs what those near it do; `none`: none is said anywhere, so all weigh 1.
 */
export interface Weight {
  readonly days: number;
  readonly from: 'own' | 'group' | 'median' | 'none';
}

type Parent = Roadmap | Group | Task;

const known = new WeakMap<Roadmap, ReadonlyMap<Task, Weight>>();

/**
 * The weight of every leaf of a roadmap.
 *
 * An effort that is said of a group or of a task with subtasks is split evenly over those leaves below it that have none and
 * for which none is said nearer, after what is said nearer is taken off; cancelled leaves take no share. Where nothing is
 * left of it, and where no effort is said, a leaf weighs the median of the nearest ones around it: of those below the same
 * parent, else below the parent's parent, and so on.
 */
export function leafWeights(roadmap: Roadmap): ReadonlyMap<Task, Weight> {
  const seen = known.get(roadmap);
  if (seen) return seen;
  const weights = new Map<Task, Weight>();
  split(roadmap, weights);
  fill(roadmap, weights);
  known.set(roadmap, weights);
  return weights;
}

/** The middle of a range. */
function middle({ minDays, maxDays }: Effort): number {
  return (minDays + maxDays) / 2;
}

/** Gives weights to leaves with an effort of their own or above them; returns what is known below, and who has none yet. */
function split(node: Parent, weights: Map<Task, Weight>): { readonly days: number; readonly without: readonly Task[] } {
  if ('status' in node && node.children.length === 0) {
    if (!node.effort) return { days: 0, without: [node] };
    const days = middle(node.effort);
    weights.set(node, { days, from: 'own' });
    return { days, without: [] };
  }
  const below = node.children.map((child) => split(child, weights));
  const days = below.reduce((sum, one) => sum + one.days, 0);
  const without = below.flatMap((one) => one.without);
  const effort = 'effort' in node ? node.effort : undefined;
  if (!effort) return { days, without };
  const sharing = without.filter(({ status }) => status !== 'cancelled');
  const left = middle(effort) - days;
  if (left > 0) for (const task of sharing) weights.set(task, { days: left / sharing.length, from: 'group' });
  // What was said of the whole is no more to be split further up.
  return {
    days: Math.max(days, middle(effort)),
    without: left > 0 ? without.filter((task) => !weights.has(task)) : [],
  };
}

/** Gives the others the median of the nearest that are known. */
function fill(node: Parent, weights: Map<Task, Weight>, medianAbove?: number): void {
  const median = medianOf(node, weights) ?? medianAbove;
  for (const child of node.children) {
    if (child.children.length > 0) fill(child, weights, median);
    else if (child.kind === 'task' && !weights.has(child))
      weights.set(child, median === undefined ? { days: 1, from: 'none' } : { days: median, from: 'median' });
  }
}

/** The median of what is said of the leaves below a node. */
function medianOf(node: Parent, weights: ReadonlyMap<Task, Weight>): number | undefined {
  const days: number[] = [];
  const stack: Parent[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    for (const child of next.children) {
      if (child.children.length > 0) stack.push(child);
      const weight = child.kind === 'task' ? weights.get(child) : undefined;
      if (weight && (weight.from === 'own' || weight.from === 'group')) days.push(weight.days);
    }
  }
  if (days.length === 0) return undefined;
  days.sort((a, b) => a - b);
  const half = days.length >> 1;
  return days.length % 2 === 1 ? days[half] : (days[half - 1]! + days[half]!) / 2;
}
