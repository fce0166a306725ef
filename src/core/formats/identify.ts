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
  /** Names to qualify with, nearest group first, then parent tasks. */
  readonly qualifiers: readonly string[];
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
      tasks.push({ node, qualifiers: [...groupsAbove.slice(0, 1), ...tasksAbove, ...groupsAbove.slice(1)] });
      collect(node.children, groupsAbove, [slug(node.title), ...tasksAbove], tasks, groups);
    } else {
      groups.push({ node, qualifiers: groupsAbove });
      collect(node.children, [slug(node.name), ...groupsAbove], tasksAbove, tasks, groups);
    }
  }
}

function assign(all: readonly Named[], problems: Problem[]): void {
  const taken = new Set<string>();
  const derived: { named: Named; base: string }[] = [];
  for (const named of all) {
    const { node } = named;
    if (node.id === '') {
      derived.push({ named, base: slug('name' in node ? node.name : node.title) || 'untitled' });
      continue;
    }
    if (taken.has(idKey(node.id))) {
      problems.push({
        code: 'duplicate-id',
        severity: 'warning',
        message: `The id ${node.id} is used twice: give "${node.title}" one of its own, so that references to it are clear.`,
        span: ('idSpan' in node ? node.idSpan : undefined) ?? node.titleSpan,
      });
      node.id = free(node.id, taken);
    }
    taken.add(idKey(node.id));
  }
  // A round adds one qualifier to every id that is not yet alone; what is left over is numbered.
  let open = derived.map(({ named, base }) => ({ named, base, id: base, used: 0 }));
  while (open.length > 0) {
    const count = new Map<string, number>();
    for (const { id } of open) count.set(id, (count.get(id) ?? 0) + 1);
    const next: typeof open = [];
    for (const entry of open) {
      const { named, base, id, used } = entry;
      const qualifier = named.qualifiers[used];
      if (!taken.has(id) && count.get(id) === 1) {
        named.node.id = id;
        taken.add(id);
      } else if (qualifier === undefined) {
        named.node.id = free(id, taken);
        taken.add(idKey(named.node.id));
      } else {
        const above = named.qualifiers.slice(0, used + 1).filter(Boolean);
        next.push({ named, base, id: [...above.reverse(), base].join('/'), used: used + 1 });
      }
    }
    open = next;
  }
}

/** The first of `id-2`, `id-3`, … that nobody has. */
function free(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(idKey(id))) return id;
  let number = 2;
  while (taken.has(idKey(`${id}-${number}`))) number++;
  return `${id}-${number}`;
}
