import * as l10n from '@vscode/l10n';
import type { Problem } from '../model/problem.js';
import type { Group, Task } from '../model/roadmap.js';
import { idKey, slug } from '../references/taskId.js';

type Node = Group | Task;
/** A node whose id is still to be set; readers hand over what they have just made. */
type Unidentified<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Gives every node its id. Tasks without an explicit id get the kebab-case form of their title; where two would be the
 * same, each is qualified by its group (`testing-quality/add-e2e-api-tests`), then by its parent task, then numbered.
 * Groups have ids among themselves. A written id that occurs twice is a problem; its first task keeps it.
 */
export function identify(children: readonly Node[], problems: Problem[]): void {
  const tasks: Named[] = [];
  const groups: Named[] = [];
  collect(children, [], [], tasks, groups);
  assign(tasks, problems);
  assign(groups, problems);
}

interface Named {
  readonly node: Unidentified<Node>;
  /** Slugs of the groups and of the tasks above, nearest first. */
  readonly groupsAbove: readonly string[];
  readonly tasksAbove: readonly string[];
}

const none: readonly string[] = [];

/** Names to qualify with: the nearest group, then parent tasks, then the other groups. */
function qualifiers({ groupsAbove, tasksAbove }: Named): readonly string[] {
  return [...groupsAbove.slice(0, 1), ...tasksAbove, ...groupsAbove.slice(1)];
}

function collect(
  nodes: readonly Node[],
  groupsAbove: readonly string[],
  tasksAbove: readonly string[],
  tasks: Named[],
  groups: Named[],
): void {
  for (const node of nodes) {
    if (node.kind === 'task') {
      tasks.push({ node, groupsAbove, tasksAbove });
      if (node.children.length > 0) {
        collect(node.children, groupsAbove, [slug(node.title), ...tasksAbove], tasks, groups);
      }
    } else {
      groups.push({ node, groupsAbove, tasksAbove: none });
      collect(node.children, [slug(node.name), ...groupsAbove], tasksAbove, tasks, groups);
    }
  }
}

function assign(all: readonly Named[], problems: Problem[]): void {
  const ids = new Ids();
  const repeated: Unidentified<Node>[] = [];
  let open: Open[] = [];
  for (const named of all) {
    const { node } = named;
    if (node.id === '') {
      const base = slug('name' in node ? node.name : node.title) || 'untitled';
      open.push({ named, id: base, base, used: 0, shared: false });
    } else if (!ids.take(node.id)) repeated.push(node);
  }
  for (const node of repeated) {
    problems.push({
      code: 'duplicate-id',
      severity: 'warning',
      message: l10n.t(
        'The id {0} is used twice: give "{1}" one of its own, so that references to it are clear.',
        node.id,
        node.title,
      ),
      span: ('idSpan' in node ? node.idSpan : undefined) ?? node.titleSpan,
    });
    node.id = ids.takeNumbered(node.id);
  }
  // A round adds one qualifier to every id that is not yet alone. Those that never are get numbers, when all others are taken.
  const alike: Open[] = [];
  while (open.length > 0) {
    const first = new Map<string, Open>();
    for (const entry of open) {
      const other = first.get(entry.id);
      if (other) other.shared = entry.shared = true;
      else first.set(entry.id, entry);
    }
    const next: Open[] = [];
    for (const entry of open) {
      const { named, base, id, used, shared } = entry;
      if (!shared && ids.take(id)) named.node.id = id;
      else {
        const above = qualifiers(named);
        if (used >= above.length) alike.push(entry);
        else next.push({ named, base, id: qualified(base, above, used + 1), used: used + 1, shared: false });
      }
    }
    open = next;
  }
  for (const { named, id } of alike) named.node.id = ids.takeNumbered(id);
}

/** A node without an id, and the one that is tried for it. */
interface Open {
  readonly named: Named;
  readonly id: string;
  readonly base: string;
  /** How many qualifiers the id holds. */
  readonly used: number;
  /** Whether another one has the same id in this round. */
  shared: boolean;
}

function qualified(base: string, above: readonly string[], count: number): string {
  return [...above.slice(0, count).filter(Boolean).reverse(), base].join('/');
}

/** The ids that somebody has. */
class Ids {
  private readonly taken = new Set<string>();
  /** The last number given behind an id, so that a thousand namesakes do not each count from two. */
  private readonly numbers = new Map<string, number>();

  /** Whether the id was free. */
  take(id: string): boolean {
    const before = this.taken.size;
    return this.taken.add(idKey(id)).size > before;
  }

  /** The id, or the first of `id-2`, `id-3`, … that nobody has. */
  takeNumbered(id: string): string {
    if (this.take(id)) return id;
    let number = this.numbers.get(idKey(id)) ?? 1;
    do number++;
    while (!this.take(`${id}-${number}`));
    this.numbers.set(idKey(id), number);
    return `${id}-${number}`;
  }
}
