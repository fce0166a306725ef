import type { Group, Status, Task } from '../model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../model/snapshot.js';
import { statusOf } from '../progress/counts.js';
import { idKey, laterIds } from '../references/taskId.js';
import { nameOf } from './words.js';

/** A task in a list of all, with where it stands. */
export interface TaskEntry {
  readonly file: RoadmapFile;
  readonly task: Task;
  readonly status: Status;
  /** The titles above it, outermost first. */
  readonly path: readonly string[];
  /** Ids it had before. */
  readonly aliases: readonly string[];
}

/** All tasks of all roadmaps in document order. */
export function listTasks({ roadmaps, configs }: Snapshot): TaskEntry[] {
  const entries: TaskEntry[] = [];
  for (const file of roadmaps) {
    const old = new Map<string, string[]>();
    for (const { folder, config } of configs) {
      if (folder.uri !== file.folder.uri) continue;
      for (const [alias, id] of config.aliases) old.set(idKey(id), [...(old.get(idKey(id)) ?? []), alias]);
    }
    for (const { task, path } of file.roadmap ? placedTasks(file.roadmap) : [])
      entries.push({ file, task, status: statusOf(task), path, aliases: old.get(idKey(task.id)) ?? [] });
  }
  return entries;
}

/** The tasks of a roadmap in document order, each with the titles above it, outermost first. */
export function* placedTasks(
  { children }: { readonly children: readonly (Group | Task)[] },
  path: readonly string[] = [],
): Generator<{ readonly task: Task; readonly path: readonly string[] }> {
  for (const node of children) {
    if (node.kind === 'task') yield { task: node, path };
    yield* placedTasks(node, [...path, nameOf(node)]);
  }
}

/** The task that an id or a former id means, in the roadmap at `uri` if one is given, else in the first that has it. */
export function findTask(snapshot: Snapshot, id: string, uri?: string): TaskEntry | undefined {
  const entries = listTasks(snapshot).filter(({ file }) => uri === undefined || file.uri === uri);
  const byId = (key: string) => entries.find(({ task }) => idKey(task.id) === key);
  const found = byId(idKey(id));
  if (found) return found;
  for (const { folder, config } of snapshot.configs) {
    for (const key of laterIds(id, config.aliases)) {
      const entry = byId(key);
      if (entry?.file.folder.uri === folder.uri) return entry;
    }
  }
  return undefined;
}
