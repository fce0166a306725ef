import type { Graph } from './planGraph.js';

/** The nodes of a graph that can reach themselves. */
export interface Cycles {
  readonly count: number;
  /** The cycle of each node, from 0; -1 where it is in none. */
  readonly of: Int32Array;
}

/**
 * Finds what is strongly connected (Tarjan 1972, SIAM Journal on Computing 1, 146–160), with a stack of its own in place of
 * recursion: chains are as long as files. An edge from a node to itself is no cycle here.
 */
export function cyclesOf({ size, starts, targets }: Graph): Cycles {
  const of = new Int32Array(size).fill(-1);
  /** When a node was first seen, from 1. */
  const seen = new Int32Array(size);
  /** The earliest node that is reached from it and still open. */
  const low = new Int32Array(size);
  const open = new Uint8Array(size);
  const next = starts.slice(0, size);
  const waiting: number[] = [];
  let [time, count] = [0, 0];
  for (let root = 0; root < size; root++) {
    if (seen[root] !== 0) continue;
    const path = [root];
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (seen[node] === 0) {
        seen[node] = low[node] = ++time;
        open[node] = 1;
        waiting.push(node);
      }
      if (next[node]! < starts[node + 1]!) {
        const target = targets[next[node]!++]!;
        if (seen[target] === 0) path.push(target);
        else if (open[target] === 1) low[node] = Math.min(low[node]!, seen[target]!);
        continue;
      }
      path.pop();
      const before = path[path.length - 1];
      if (before !== undefined) low[before] = Math.min(low[before]!, low[node]!);
      if (low[node] !== seen[node]) continue;
      const ring = waiting[waiting.length - 1] === node ? -1 : count++;
      let member: number;
      do {
        member = waiting.pop()!;
        open[member] = 0;
        of[member] = ring;
      } while (member !== node);
    }
  }
  return { count, of };
}
