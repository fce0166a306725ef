import * as l10n from '@vscode/l10n';
import { linksOf, resolveTodos, tasksOfTodo } from '../links/links.js';
import { taskOfRef, type PlacedTask } from '../links/taskLookup.js';
import { tasksOf, type Group, type Roadmap, type Task } from '../model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../model/snapshot.js';
import type { Range } from '../model/span.js';
import type { TodoFile } from '../model/todo.js';
import { countLeaves, statusOf } from '../progress/counts.js';
import { sayActivity } from './activity.js';
import { fraction, loudPriority, statusSigns } from './words.js';

/** A line above code: what it says, and what it stands for. */
export type Lens =
  | {
      readonly kind: 'task';
      readonly range: Range;
      readonly title: string;
      readonly index: number;
      readonly target: PlacedTask;
    }
  | {
      readonly kind: 'unlinked' | 'unknown' | 'ambiguous';
      readonly range: Range;
      readonly title: string;
      readonly index: number;
    };

/** What stands above the line of a task in its roadmap. */
export interface TaskLens {
  readonly task: Task;
  readonly title: string;
}

/** At most so many characters, so that a lens never wraps. */
const maxTitle = 80;

/** The lenses of a file with TODOs; those that name no task only where they are wanted. */
export function todoLenses(snapshot: Snapshot, file: TodoFile, unlinked: boolean): Lens[] {
  return resolveTodos(snapshot, file).flatMap((mentions, index): Lens[] => {
    const { range } = file.places[index]!;
    const targets = tasksOfTodo(mentions).flatMap((ref) => taskOfRef(snapshot, ref) ?? []);
    const lenses = targets.map((target): Lens => ({ kind: 'task', range, index, target, title: taskLine(target) }));
    for (const { raw, resolution } of mentions) {
      if (resolution.kind === 'unknown')
        lenses.push({ kind: 'unknown', range, index, title: l10n.t('{0}: no such task', raw) });
      if (resolution.kind === 'ambiguous')
        lenses.push({ kind: 'ambiguous', range, index, title: l10n.t('{0}: several roadmaps have this task', raw) });
    }
    if (lenses.length > 0 || !unlinked || file.todos[index]!.tag === '@task') return lenses;
    return [{ kind: 'unlinked', range, index, title: l10n.t('Link to task…') }];
  });
}

/** `◐ Add E2E API tests · Testing & Quality · 2/5 · high`: status, title, place in the plan, how far that is, priority. */
function taskLine({ file, task }: PlacedTask): string {
  const parent = parentOf(file, task);
  const priority = task.priority?.value ?? parent?.priority?.value;
  const rest = [
    ...(parent ? [parent.kind === 'task' ? parent.title : parent.name, fraction(countLeaves(parent))] : []),
    loudPriority(priority),
  ].filter((part) => part !== undefined);
  const end = rest.length > 0 ? ` · ${rest.join(' · ')}` : '';
  const sign = statusSigns[statusOf(task)];
  const room = Math.max(24, maxTitle - sign.length - 1 - end.length);
  const line = `${sign} ${cutAtWord(task.title, room)}${end}`;
  return cutAtWord(line, maxTitle);
}

/** The lenses of a roadmap: of each task that something belongs to. `now`: seconds since 1970. */
export function roadmapLenses(snapshot: Snapshot, { uri, roadmap }: RoadmapFile, now: number): TaskLens[] {
  if (!roadmap) return [];
  const links = linksOf(snapshot);
  const lenses: TaskLens[] = [];
  for (const task of tasksOf(roadmap)) {
    const title = sayActivity(links.activityOf(uri, task.id), now);
    if (title !== undefined) lenses.push({ task, title });
  }
  return lenses;
}

/** Cuts a text that has more than so many UTF-16 code units behind a word. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  const end = space > length / 2 ? space : cut.length;
  return `${cut.slice(0, end).replace(/[\s·,;:–—-]{1,20}$|[\ud800-\udbff]$/, '')}…`;
}

const parents = new WeakMap<Roadmap, Map<Group | Task, Group | Task>>();

/** What a task or group stands in; undefined for those at the top. */
export function parentOf({ roadmap }: RoadmapFile, node: Group | Task): Group | Task | undefined {
  if (!roadmap) return undefined;
  let known = parents.get(roadmap);
  if (!known) {
    known = new Map();
    const visit = (node: Group | Task) => {
      for (const child of node.children) {
        known!.set(child, node);
        visit(child);
      }
    };
    roadmap.children.forEach(visit);
    parents.set(roadmap, known);
  }
  return known.get(node);
}
