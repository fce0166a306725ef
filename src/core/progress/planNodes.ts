import type { Group, Roadmap, Task } from '../model/roadmap.js';
import { idKey, laterIds, slug } from '../references/taskId.js';

/**
 * The groups and tasks of a roadmap as a list in document order, each before what stands below it: everything below node i
 * are the nodes from i + 1 up to, not including, `ends[i]`. Nested thousands deep it costs no stack.
 */
export interface PlanNodes {
  readonly nodes: readonly (Group | Task)[];
  readonly ends: Int32Array;
  /** What each stands in; -1 at the top. */
  readonly parents: Int32Array;
  /** How many open leaves stand before each node: tasks without subtasks that are neither done nor cancelled. */
  readonly openBefore: Int32Array;
}

function planNodesOf(roadmap: Pick<Roadmap, 'children'>): PlanNodes {
  const nodes: (Group | Task)[] = [];
  const parents: number[] = [];
  const ends: number[] = [];
  const stack = [{ children: roadmap.children, next: 0, index: -1 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const child = top.children[top.next++];
    if (!child) {
      if (top.index >= 0) ends[top.index] = nodes.length;
      stack.pop();
      continue;
    }
    parents.push(top.index);
    stack.push({ children: child.children, next: 0, index: nodes.length });
    nodes.push(child);
    ends.push(0);
  }
  const openBefore = new Int32Array(nodes.length + 1);
  for (const [index, node] of nodes.entries()) openBefore[index + 1] = openBefore[index]! + (isOpenLeaf(node) ? 1 : 0);
  return { nodes, ends: Int32Array.from(ends), parents: Int32Array.from(parents), openBefore };
}

/** Whether it is a task without subtasks that is still to be done. */
export function isOpenLeaf(node: Group | Task): node is Task {
  return node.kind === 'task' && node.children.length === 0 && node.status !== 'done' && node.status !== 'cancelled';
}

/** How many open leaves a node holds, itself counted where it is one. */
export function openLeaves({ openBefore, ends }: PlanNodes, index: number): number {
  return openBefore[ends[index]!]! - openBefore[index]!;
}

/** Whether one node is the other or stands below it. */
export function isWithin({ ends }: PlanNodes, index: number, outer: number): boolean {
  return outer <= index && index < ends[outer]!;
}

/** What a text of `dependsOn` names. */
export type NamedNode = { readonly index: number } | { readonly problem: 'unknown' | 'ambiguous' };

const noAliases: ReadonlyMap<string, string> = new Map();

/** The nodes of a roadmap, and which of them a text names: see `nodeLookup`, which is made when it is first asked. */
export interface PlanLookup {
  readonly plan: PlanNodes;
  readonly find: (text: string) => NamedNode;
}

const known = new WeakMap<object, PlanLookup & { readonly aliases: unknown }>();

/** The lookup of a roadmap; the same object while its aliases are. */
export function planLookup(roadmap: Pick<Roadmap, 'children'>, aliases = noAliases): PlanLookup {
  const before = known.get(roadmap);
  if (before?.aliases === aliases) return before;
  const plan = planNodesOf(roadmap);
  let lookup: PlanLookup['find'] | undefined;
  const made = { plan, aliases, find: (text: string) => (lookup ??= nodeLookup(plan, aliases))(text) };
  known.set(roadmap, made);
  return made;
}

/**
 * Says which node a text names: a task by its id, explicit or derived, or a former one; a group by its id; a task by an issue
 * that it alone names; then either by its title, alike but for case, punctuation and blanks, where one alone is called so.
 */
function nodeLookup({ nodes }: PlanNodes, aliases: ReadonlyMap<string, string>): (text: string) => NamedNode {
  const tasks = new Map<string, number>();
  const groups = new Map<string, number>();
  /** -1 where several have it. */
  const issues = new Map<string, number>();
  const titles = new Map<string, number>();
  const addName = (names: Map<string, number>, name: string, index: number) => {
    const known = names.get(name);
    if (name !== '') names.set(name, known === undefined || known === index ? index : -1);
  };
  for (const [index, node] of nodes.entries()) {
    const ids = node.kind === 'task' ? tasks : groups;
    if (!ids.has(idKey(node.id))) ids.set(idKey(node.id), index);
    for (const { text } of node.references ?? []) addName(issues, text.toLowerCase(), index);
    addName(titles, slug(node.title), index);
    if (node.kind !== 'task') addName(titles, slug(node.name), index);
  }
  return (text) => {
    for (const key of [idKey(text), ...laterIds(text, aliases)]) {
      const index = tasks.get(key) ?? groups.get(key);
      if (index !== undefined) return { index };
    }
    const index = issues.get(text.toLowerCase()) ?? titles.get(slug(text));
    if (index === undefined) return { problem: 'unknown' };
    return index < 0 ? { problem: 'ambiguous' } : { index };
  };
}
