import type { Roadmap, Task } from '../model/roadmap.js';
import { planDependencies, type UnknownDependency } from './planDependencies.js';
import { begin, finish, graphOf, type Graph } from './planGraph.js';
import { isOpenLeaf } from './planNodes.js';
import type { Weight } from './weights.js';

interface DependencyFaults {
  /** Ids that wait for each other; such dependencies are left out. */
  readonly cycles: readonly (readonly string[])[];
  readonly unknown: readonly UnknownDependency[];
}

/** The tasks that decide how long the rest of a plan takes, however many people work on it. */
export interface CriticalPath extends DependencyFaults {
  readonly state: 'ready';
  /** Working days from the beginning of the first of its tasks to the end of the last. */
  readonly days: number;
  /** In the order they are to be done in. */
  readonly tasks: readonly Task[];
  /** How many of these have no effort of their own or of their group. */
  readonly assumed: number;
  /** Working days by which each open leaf may be delayed before the whole is; 0 for those of this path and of its equals. */
  readonly slack: ReadonlyMap<Task, number>;
}

/** That there is no critical path: nothing is open, no open task waits for another one, or nobody says what they take. */
export interface NoCriticalPath extends DependencyFaults {
  readonly state: 'none';
  readonly reason: 'nothing-open' | 'no-dependencies' | 'no-efforts';
}

/**
 * The longest chain of open leaves by effort, each of which waits for the one before (critical path method: Kelley & Walker
 * 1959). Dependencies are those of tasks and groups; see `planDependencies`. Of chains that are equally long it is the first
 * in the document. Linear in nodes and dependencies, whatever their depth.
 */
export function criticalPath(
  roadmap: Pick<Roadmap, 'children'>,
  weights: ReadonlyMap<Task, Weight>,
  aliases?: ReadonlyMap<string, string>,
): CriticalPath | NoCriticalPath {
  const plan = planDependencies(roadmap, aliases);
  const { nodes, waits, cycles, unknown } = plan;
  const leaves = nodes.flatMap((node, index) => (isOpenLeaf(node) ? [{ task: node, index }] : []));
  const none = (reason: NoCriticalPath['reason']) => ({ state: 'none', reason, cycles, unknown }) as const;
  if (leaves.length === 0) return none('nothing-open');
  if (waits.length === 0) return none('no-dependencies');
  const said = (task: Task) => ['own', 'group'].includes(weights.get(task)?.from ?? 'none');
  if (!leaves.some(({ task }) => said(task))) return none('no-efforts');

  const graph = graphOf(plan, waits);
  const work = new Float64Array(graph.size);
  for (const { task, index } of leaves) work[begin(index)] = Math.max(0, weights.get(task)?.days ?? 0);
  const order = topologicalOrder(graph);
  const { before, via } = longestBefore(graph, work, order);
  const behind = longestBehind(graph, work, order);

  let last = leaves[0]!.index;
  for (const { index } of leaves) if (before[finish(index)]! > before[finish(last)]!) last = index;
  const days = before[finish(last)]!;
  const tasks: Task[] = [];
  for (let node = finish(last); node >= 0; node = via[node]!) {
    const task = nodes[node >> 1]!;
    if (node % 2 === 0 && isOpenLeaf(task)) tasks.push(task);
  }
  tasks.reverse();
  const slackOf = (index: number) => days - before[finish(index)]! - behind[finish(index)]!;
  const slack = new Map(leaves.map(({ task, index }) => [task, Math.max(0, exact(slackOf(index)))]));
  return {
    state: 'ready',
    days: exact(days),
    tasks,
    assumed: tasks.filter((task) => !said(task)).length,
    slack,
    cycles,
    unknown,
  };
}

/** Without what is left of rounding: a chain of fifths of a day has no slack of 10⁻¹⁶. */
function exact(days: number): number {
  return Math.round(days * 1e6) / 1e6;
}

/** Every node behind all that lead to it (Kahn 1962); the graph has no cycles. */
function topologicalOrder({ size, starts, targets }: Graph): Int32Array {
  const leading = new Int32Array(size);
  for (const target of targets) leading[target]!++;
  const order = new Int32Array(size);
  let length = 0;
  for (let node = 0; node < size; node++) if (leading[node] === 0) order[length++] = node;
  for (let at = 0; at < length; at++) {
    const node = order[at]!;
    for (let edge = starts[node]!; edge < starts[node + 1]!; edge++) {
      if (--leading[targets[edge]!]! === 0) order[length++] = targets[edge]!;
    }
  }
  return order.subarray(0, length);
}

/** The longest way to each node, and the node before it on that way. An edge takes what the work at its source takes. */
function longestBefore({ size, starts, targets }: Graph, work: Float64Array, order: Int32Array) {
  const before = new Float64Array(size);
  const via = new Int32Array(size).fill(-1);
  for (const node of order) {
    for (let edge = starts[node]!; edge < starts[node + 1]!; edge++) {
      const target = targets[edge]!;
      const length = before[node]! + work[node]!;
      const known = via[target]!;
      if (known >= 0 && (length < before[target]! || (length === before[target] && node > known))) continue;
      before[target] = length;
      via[target] = node;
    }
  }
  return { before, via };
}

/** The longest way from each node, its own work included. */
function longestBehind({ size, starts, targets }: Graph, work: Float64Array, order: Int32Array): Float64Array {
  const behind = new Float64Array(size);
  for (let at = order.length - 1; at >= 0; at--) {
    const node = order[at]!;
    let longest = 0;
    for (let edge = starts[node]!; edge < starts[node + 1]!; edge++) {
      longest = Math.max(longest, behind[targets[edge]!]!);
    }
    behind[node] = work[node]! + longest;
  }
  return behind;
}
