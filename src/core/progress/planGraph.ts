import { isOpenLeaf, type PlanNodes } from './planNodes.js';

/** That a node, and all below it, waits for another one, and all below that. Both are places in `PlanNodes`. */
export interface Wait {
  readonly from: number;
  readonly to: number;
}

/** Edges by the node they leave: those of node n are `targets[starts[n]]` up to, not including, `targets[starts[n + 1]]`. */
export interface Graph {
  readonly size: number;
  readonly starts: Int32Array;
  readonly targets: Int32Array;
}

/** Where the work on a node begins and finishes, as nodes of the graph; on an open leaf it is the edge between them. */
export const begin = (index: number): number => index * 2;
export const finish = (index: number): number => index * 2 + 1;

/**
 * What comes before what: a group begins before what is in it, and ends after it; what waits begins after the end of what it
 * waits for. So a dependency between two groups is one edge, not one for each pair of their tasks. Closed leaves have no edges.
 */
export function graphOf({ nodes, parents }: PlanNodes, waits: readonly Wait[]): Graph {
  const size = nodes.length * 2;
  const from: number[] = [];
  const to: number[] = [];
  const edge = (source: number, target: number) => {
    from.push(source);
    to.push(target);
  };
  for (const [index, node] of nodes.entries()) {
    const leaf = node.children.length === 0;
    if (leaf && !isOpenLeaf(node)) continue;
    if (leaf) edge(begin(index), finish(index));
    const parent = parents[index]!;
    if (parent < 0) continue;
    edge(begin(parent), begin(index));
    edge(finish(index), finish(parent));
  }
  for (const wait of waits) edge(finish(wait.to), begin(wait.from));
  const starts = new Int32Array(size + 1);
  for (const source of from) starts[source + 1]!++;
  for (let node = 0; node < size; node++) starts[node + 1]! += starts[node]!;
  const targets = new Int32Array(from.length);
  const next = starts.slice(0, size);
  for (const [at, source] of from.entries()) targets[next[source]!++] = to[at]!;
  return { size, starts, targets };
}
