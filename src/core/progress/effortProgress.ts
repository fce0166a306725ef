import type { Group, Roadmap, Status, Task } from '../model/roadmap.js';
import { leafWeights, type Weight } from './weights.js';

type Node = Roadmap | Group | Task;

/** Progress by effort: working days. */
export interface EffortProgress {
  readonly doneDays: number;
  /** Without what is cancelled. */
  readonly totalDays: number;
  /** How many of the leaves that count weigh what is said of them, or of what they stand in. */
  readonly said: number;
  /** How many count. */
  readonly leaves: number;
}

/** A leaf as it counts towards a figure. */
export interface CountedLeaf {
  readonly task: Task;
  readonly status: Status;
  readonly weight: Weight;
  /** Cancelled leaves do not. */
  readonly counts: boolean;
}

const known = new WeakMap<Roadmap, ReadonlyMap<Node, EffortProgress>>();

/** Progress of a node by the efforts of its leaves, itself included where it is one. */
export function effortProgress(roadmap: Roadmap, node: Node): EffortProgress {
  let all = known.get(roadmap);
  if (!all) {
    const made = new Map<Node, EffortProgress>();
    sum(roadmap, leafWeights(roadmap), made);
    all = made;
    known.set(roadmap, all);
  }
  return all.get(node) ?? { doneDays: 0, totalDays: 0, said: 0, leaves: 0 };
}

/** How a figure comes about: every leaf below a node with what it weighs, in document order. */
export function countedLeaves(roadmap: Roadmap, node: Node): readonly CountedLeaf[] {
  const weights = leafWeights(roadmap);
  const leaves: CountedLeaf[] = [];
  const visit = (at: Node) => {
    if ('status' in at && at.children.length === 0) {
      leaves.push({ task: at, status: at.status, weight: weights.get(at)!, counts: at.status !== 'cancelled' });
    } else for (const child of at.children) visit(child);
  };
  visit(node);
  return leaves;
}

function sum(node: Node, weights: ReadonlyMap<Task, Weight>, all: Map<Node, EffortProgress>): EffortProgress {
  let progress: EffortProgress;
  if ('status' in node && node.children.length === 0) {
    const weight = weights.get(node)!;
    progress =
      node.status === 'cancelled'
        ? { doneDays: 0, totalDays: 0, said: 0, leaves: 0 }
        : {
            doneDays: node.status === 'done' ? weight.days : 0,
            totalDays: weight.days,
            said: weight.from === 'own' || weight.from === 'group' ? 1 : 0,
            leaves: 1,
          };
  } else {
    const sums = { doneDays: 0, totalDays: 0, said: 0, leaves: 0 };
    for (const child of node.children) {
      const below = sum(child, weights, all);
      sums.doneDays += below.doneDays;
      sums.totalDays += below.totalDays;
      sums.said += below.said;
      sums.leaves += below.leaves;
    }
    progress = sums;
  }
  all.set(node, progress);
  return progress;
}

/** Share of the work that is done, 0 to 1; 0 where there is none. */
export function effortRatio({ doneDays, totalDays }: EffortProgress): number {
  return totalDays === 0 ? 0 : doneDays / totalDays;
}
