import type { Group, Priority, Roadmap, Task } from '../../model/roadmap.js';
import { cutAtWord } from '../lenses.js';

/** A group or task with where it stands in the plan. */
export interface PlacedNode<Node extends Group | Task = Group | Task> {
  readonly node: Node;
  /** How many groups it stands in. */
  readonly depth: number;
  /** The outermost of these, or itself. */
  readonly horizon?: Group;
  /** The innermost of these; of a group the one around it. */
  readonly group?: Group;
  /** Their titles, outermost first, each as much of it as fits a line: thousands of tasks may stand in a group. */
  readonly place: readonly string[];
  /** The task it stands in. */
  readonly parent?: Task;
  /** Its own, or that of what it stands in. */
  readonly priority?: Priority;
  /** Its own, or those of what it stands in. */
  readonly owners: readonly string[];
}

const known = new WeakMap<Roadmap, readonly PlacedNode[]>();

/** UTF-16 code units of a title within a place. */
const longest = 200;

/** All groups and tasks of a roadmap in document order, each before what stands in it. */
export function placedNodes(roadmap: Roadmap): readonly PlacedNode[] {
  const seen = known.get(roadmap);
  if (seen) return seen;
  const all: PlacedNode[] = [];
  const visit = (node: Group | Task, above: Omit<PlacedNode, 'node'>) => {
    const priority = node.priority?.value ?? above.priority;
    const horizon = above.horizon ?? (node.kind === 'task' ? undefined : node);
    const owners = ownersOf(node) ?? above.owners;
    const placed = { ...above, owners, ...(priority ? { priority } : {}), ...(horizon ? { horizon } : {}) };
    all.push({ node, ...placed });
    const below =
      node.kind === 'task'
        ? { ...placed, parent: node }
        : { ...placed, group: node, depth: above.depth + 1, place: [...above.place, cutAtWord(node.title, longest)] };
    for (const child of node.children) visit(child, below);
  };
  for (const child of roadmap.children) visit(child, { depth: 0, place: [], owners: [] });
  known.set(roadmap, all);
  return all;
}

function ownersOf({ owners, owner }: Group | Task): readonly string[] | undefined {
  return (owners ?? (owner && [owner]))?.map(({ value }) => value);
}

/** Its tasks alone. */
export function placedTasks(roadmap: Roadmap): readonly PlacedNode<Task>[] {
  return placedNodes(roadmap).filter((placed): placed is PlacedNode<Task> => placed.node.kind === 'task');
}

/** Its groups alone. */
export function placedGroups(roadmap: Roadmap): readonly PlacedNode<Group>[] {
  return placedNodes(roadmap).filter((placed): placed is PlacedNode<Group> => placed.node.kind !== 'task');
}
