import type { PlanDependencies } from './planDependencies.js';

/** Open leaves that wait for a node, as stretches of the document, in order and apart. */
interface Dependents {
  /** Numbers of open leaves: from, up to, from, up to, … */
  readonly stretches: readonly number[];
  readonly count: number;
}

const nobody: Dependents = { stretches: [], count: 0 };

/** With more stretches what is counted twice is no longer looked for: only a text made for it has so many. */
const mostStretches = 2_000;

/**
 * How many open leaves wait for each node, or for what it stands in, each counted once. Only those that say so, not those
 * that wait for them in turn: it is a number one can look up in the file.
 */
export function countDependents({ nodes, parents, ends, openBefore, waits }: PlanDependencies): Int32Array {
  const counts = new Int32Array(nodes.length);
  if (waits.length === 0) return counts;
  const own = new Map<number, number[]>();
  for (const { from, to } of waits) {
    const stretches = own.get(to) ?? [];
    stretches.push(openBefore[from]!, openBefore[ends[from]!]!);
    own.set(to, stretches);
  }
  const all: Dependents[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const parent = all[parents[index]!] ?? nobody;
    const stretches = own.get(index);
    const dependents = stretches ? union(parent, stretches) : parent;
    all.push(dependents);
    counts[index] = dependents.count;
  }
  return counts;
}

function union(before: Dependents, stretches: readonly number[]): Dependents {
  if (before.stretches.length > mostStretches) return { ...before, count: Math.max(before.count, lengthOf(stretches)) };
  const merged: number[] = [];
  for (const [from, to] of sorted([...before.stretches, ...stretches])) {
    if (merged.length > 0 && from <= merged.at(-1)!) merged[merged.length - 1] = Math.max(merged.at(-1)!, to);
    else merged.push(from, to);
  }
  return { stretches: merged, count: lengthOf(merged) };
}

function sorted(stretches: readonly number[]): (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  for (let at = 0; at < stretches.length; at += 2) pairs.push([stretches[at]!, stretches[at + 1]!]);
  return pairs.sort((a, b) => a[0] - b[0]);
}

function lengthOf(stretches: readonly number[]): number {
  let length = 0;
  for (let at = 0; at < stretches.length; at += 2) length += stretches[at + 1]! - stretches[at]!;
  return length;
}
