import type { Group, Roadmap, Status, Task } from '../model/roadmap.js';

/**
 * What a change is to lead to, compared with what was read of the edited text. Compared are the facts that are stated;
 * what derives from them may change: ids made of titles, statuses that come from above, the kind of a group, and where
 * things stand.
 */

type Node = Group | Task;

/** A part of the model as plain data, without places and derived values. */
export interface Stated {
  [key: string]: unknown;
  id?: unknown;
  idSource?: unknown;
  kind?: unknown;
  title?: unknown;
  status?: unknown;
  statusSource?: unknown;
  priority?: unknown;
  effort?: unknown;
  owner?: unknown;
  due?: unknown;
  owners?: unknown;
  children?: Stated[];
}

const derived = new Set(['dialect', 'registerSpans', 'format']);

/** Marks a group of which only what it holds is expected. */
const anyGroup = 'anyGroup';

/** The facts a roadmap states, each node marked by the model's own. */
export class Expectation {
  private readonly root: Stated;
  private readonly of = new Map<Node, Stated>();

  constructor(roadmap: Roadmap) {
    this.root = this.stated(roadmap as unknown as Record<string, unknown>);
  }

  /** The facts of a node; what is changed here is expected. */
  facts(node: Node): Stated {
    return this.of.get(node)!;
  }

  /** Takes nodes out of where they stand. */
  take(nodes: readonly Node[]): Stated[] {
    const taken = nodes.map((node) => this.facts(node));
    const gone = new Set(taken);
    const clean = (parent: Stated) => {
      parent.children = parent.children?.filter((child) => !gone.has(child)) ?? [];
      parent.children.forEach(clean);
    };
    clean(this.root);
    return taken;
  }

  /** Puts facts behind a node. */
  putAfter(node: Node, facts: readonly Stated[]): void {
    const place = (parent: Stated): boolean => {
      const index = parent.children?.indexOf(this.facts(node)) ?? -1;
      if (index >= 0) parent.children!.splice(index + 1, 0, ...facts);
      return index >= 0 || (parent.children ?? []).some(place);
    };
    place(this.root);
  }

  /** Puts facts behind the last task right below a node: a group's own tasks stand before the groups in it. */
  putInto(node: Node, facts: readonly Stated[]): void {
    const children = (this.facts(node).children ??= []);
    let at = children.length;
    while (at > 0 && children[at - 1]!.kind !== 'task') at--;
    children.splice(at, 0, ...facts);
  }

  /** Puts facts into a group of their own behind everything else in the plan; how it is called is left open. */
  append(facts: readonly Stated[]): void {
    this.root.children = [...(this.root.children ?? []), { kind: 'group', children: [...facts], [anyGroup]: true }];
  }

  /** Says when the roadmap was last gone through. */
  reviewed(lastUpdated: Stated, lastUpdatedDate: Stated): void {
    const review = (this.root['review'] ?? { criteria: [], process: [] }) as Stated;
    this.root['review'] = { ...review, lastUpdated, lastUpdatedDate };
  }

  /** Whether what was read states what is expected, and nothing else. */
  holds(read: Roadmap): boolean {
    return same(pruned(this.root), pruned(new Expectation(read).root));
  }

  private stated(value: Record<string, unknown>): Stated {
    const result: Stated = {};
    for (const [key, entry] of Object.entries(value)) {
      if (entry === undefined || /span/i.test(key) || derived.has(key)) continue;
      if (key === 'children') {
        result.children = (entry as Node[]).map((child) => this.node(child));
      } else result[key] = this.plain(entry);
    }
    return result;
  }

  private node(node: Node): Stated {
    const facts = this.stated(node as unknown as Record<string, unknown>);
    if (node.kind === 'task') {
      if (node.idSource === 'derived') delete facts.id;
      if (node.statusSource !== 'own') {
        reached.set(facts, node.status);
        delete facts.status;
      }
      delete facts.statusSource;
    } else {
      delete facts.id;
      facts.kind = 'group';
    }
    this.of.set(node, facts);
    return facts;
  }

  private plain(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((entry) => this.plain(entry));
    return typeof value === 'object' && value !== null ? this.stated(value as Record<string, unknown>) : value;
  }
}

/** Without groups that hold no task any more: a heading with nothing below it is no group. */
function pruned(facts: Stated): Stated {
  const children = facts.children?.map(pruned).filter(({ kind, children: below }) => kind === 'task' || below?.length);
  const copy = children ? { ...facts, children } : facts;
  const status = reached.get(facts);
  if (status) reached.set(copy, status);
  return copy;
}

/** A status that is to hold, whether it is stated or comes from above. */
export class Reached {
  constructor(readonly status: Status) {}
}

/** The status of tasks that state none. */
const reached = new WeakMap<Stated, Status>();

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((entry, i) => same(entry, b[i]));
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  if (left[anyGroup]) return right['kind'] === 'group' && same(left['children'], right['children']);
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const key of keys) {
    const expected = left[key];
    if (expected instanceof Reached) {
      if ((right[key] ?? reached.get(right)) !== expected.status) return false;
    } else if (!same(expected, right[key])) return false;
  }
  return true;
}
