import type { Config } from '../model/config.js';
import { groupsOf, tasksOf, type Group, type Roadmap, type Task } from '../model/roadmap.js';
import { LineIndex } from '../model/span.js';
import { nearest } from '../yaml/nearest.js';
import { idKey, laterIds } from '../references/taskId.js';
import { Refused } from '../model/refused.js';

/** Where tasks and groups are named: a roadmap, with what says the lines of its spans. */
export type NamedPlan = { readonly roadmap: Roadmap } & ({ readonly text: string } | { readonly lines: LineIndex });

/**
 * The task a person means: by its id, a former id of the configuration, or the beginning of its id or title, without regard
 * to case. What could be several is refused, with all of them.
 */
export function taskNamed(plan: NamedPlan, config: Config, name: string): Task {
  const tasks = [...tasksOf(plan.roadmap)];
  return one(plan, 'task', name, tasks, presentId(tasks, config, name));
}

/** The group a person means, by its id or title, or the beginning of these. */
export function groupNamed(plan: NamedPlan, name: string): Group {
  return one(plan, 'group', name, groups(plan.roadmap), name);
}

function groups(roadmap: Roadmap): Group[] {
  return [...groupsOf(roadmap)].map(({ group }) => group);
}

/** What a task that was called so is called now, however often it was renamed; the name itself where one is called so. */
function presentId(tasks: readonly Task[], { aliases }: Config, name: string): string {
  const ids = new Set(tasks.map(({ id }) => idKey(id)));
  return [idKey(name), ...laterIds(name, aliases)].find((id) => ids.has(id)) ?? name;
}

function one<T extends Task | Group>(plan: NamedPlan, kind: string, name: string, all: readonly T[], id: string): T {
  const plain = (value: string) => value.trim().toLowerCase();
  const ways: ((node: T) => boolean)[] = [
    (node) => idKey(node.id) === idKey(id),
    (node) => plain(node.title) === plain(name),
    (node) => 'name' in node && plain(node.name) === plain(name),
    (node) => plain(node.title).startsWith(plain(name)) || idKey(node.id).startsWith(idKey(name)),
  ];
  for (const way of ways) {
    const found = all.filter(way);
    if (found.length === 1) return found[0]!;
    if (found.length > 1) {
      const lines = 'lines' in plan ? plan.lines : new LineIndex(plan.text);
      const list = found.map((node) => `  ${lines.lineAt(node.titleSpan.start) + 1}: ${node.id}  ${node.title}`);
      throw new Refused(`"${name}" may be one of these, so say its id:\n${list.join('\n')}`);
    }
  }
  const close = nearest(
    name,
    all.map((node) => node.id),
  );
  throw new Refused(`No ${kind} is called "${name}"${close === undefined ? '' : `: did you mean ${close}?`}`);
}
