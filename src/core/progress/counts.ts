import type { Group, Roadmap, Status, Task } from '../model/roadmap.js';

/** Leaves by status. Themes are no leaves, and cancelled ones do not count towards the whole. */
export interface Counts {
  readonly todo: number;
  readonly doing: number;
  readonly blocked: number;
  readonly done: number;
  readonly cancelled: number;
  /** All but the cancelled. */
  readonly total: number;
}

type Node = Roadmap | Group | Task;

const known = new WeakMap<Node, Counts>();

/** Counts the leaves below a node, itself included where it is one. Nodes are immutable, so each is counted once. */
export function countLeaves(node: Node): Counts {
  const seen = known.get(node);
  if (seen) return seen;
  const sum = { todo: 0, doing: 0, blocked: 0, done: 0, cancelled: 0, total: 0 };
  if ('status' in node && node.children.length === 0) {
    sum[node.status]++;
  } else {
    for (const child of node.children) {
      const counts = countLeaves(child);
      for (const status of ['todo', 'doing', 'blocked', 'done', 'cancelled'] as const) sum[status] += counts[status];
    }
  }
  sum.total = sum.todo + sum.doing + sum.blocked + sum.done;
  known.set(node, sum);
  return sum;
}

/**
 * Where a node stands. A leaf has its own status, anything above derives from its leaves: done when all are, in progress
 * when some are done or in progress, blocked when nothing else is left to do.
 */
export function statusOf(node: Task | Group): Status {
  if (node.children.length === 0) return node.kind === 'task' ? node.status : (node.ownStatus?.value ?? 'todo');
  const { total, done, doing, blocked, todo, cancelled } = countLeaves(node);
  if (total === 0) return cancelled > 0 ? 'cancelled' : 'todo';
  if (done === total) return 'done';
  if (done > 0 || doing > 0) return 'doing';
  return blocked > 0 && todo === 0 ? 'blocked' : 'todo';
}

/** Share of the whole that is done, 0 to 1; 0 where there is nothing to do. */
export function doneRatio({ done, total }: Counts): number {
  return total === 0 ? 0 : done / total;
}

/** Whole per cent, never rounded up to a 100 that is not there, nor down to a 0. */
export function percent(counts: Counts): number {
  return wholePercent(doneRatio(counts));
}

/** A share, 0 to 1, in the same way. */
export function wholePercent(share: number): number {
  const value = share * 100;
  if (value > 0 && value < 1) return 1;
  return value > 99 && value < 100 ? 99 : Math.round(value);
}
