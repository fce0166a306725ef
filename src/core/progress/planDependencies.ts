import type { Group, Roadmap, Task } from '../model/roadmap.js';
import { begin, finish, graphOf, type Wait } from './planGraph.js';
import { isWithin, openLeaves, planLookup, type PlanNodes } from './planNodes.js';
import { cyclesOf } from './stronglyConnected.js';

/** Something that a task or group depends on that cannot be found. */
export interface UnknownDependency {
  readonly node: Group | Task;
  /** As written. */
  readonly text: string;
  /** `ambiguous`: several are called so. */
  readonly why: 'unknown' | 'ambiguous';
}

/** What waits for what in a roadmap. */
export interface PlanDependencies extends PlanNodes {
  /** Those that matter: both sides have open leaves. In document order, those in a cycle left out. */
  readonly waits: readonly Wait[];
  /** Ids of the nodes that wait for each other, each cycle in document order. */
  readonly cycles: readonly (readonly string[])[];
  readonly unknown: readonly UnknownDependency[];
}

/**
 * Resolves what the tasks and groups of a roadmap depend on. What is done or cancelled needs no waiting for. A parent that
 * depends on something below it says nothing new; what depends on something it stands in is a cycle. Dependencies within a cycle
 * cost themselves: nothing waits because of them. Linear in nodes and dependencies.
 */
export function planDependencies(
  roadmap: Pick<Roadmap, 'children'>,
  aliases?: ReadonlyMap<string, string>,
): PlanDependencies {
  const { plan, find } = planLookup(roadmap, aliases);
  const unknown: UnknownDependency[] = [];
  const cycles: string[][] = [];
  const found: Wait[] = [];
  for (const [from, node] of plan.nodes.entries()) {
    if (!node.dependsOn || openLeaves(plan, from) === 0) continue;
    const seen = new Set<number>();
    for (const { value } of node.dependsOn) {
      const named = find(value);
      if ('problem' in named) unknown.push({ node, text: value, why: named.problem });
      else if (!seen.has(named.index)) {
        const to = named.index;
        seen.add(to);
        if (openLeaves(plan, to) === 0 || (to !== from && isWithin(plan, to, from))) continue;
        if (isWithin(plan, from, to)) cycles.push(to === from ? [node.id] : [plan.nodes[to]!.id, node.id]);
        else found.push({ from, to });
      }
    }
  }
  const graph = graphOf(plan, found);
  const rings = cyclesOf(graph);
  if (rings.count === 0) return { ...plan, waits: found, cycles, unknown };
  const members = new Map<number, Set<number>>();
  const waits = found.filter(({ from, to }) => {
    const ring = rings.of[finish(to)]!;
    if (ring < 0 || ring !== rings.of[begin(from)]) return true;
    const ids = members.get(ring) ?? new Set();
    members.set(ring, ids.add(from).add(to));
    return false;
  });
  for (const ring of members.values()) {
    cycles.push([...ring].sort((a, b) => a - b).map((index) => plan.nodes[index]!.id));
  }
  return { ...plan, waits, cycles, unknown };
}
