import type { Branch } from '../model/history.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Mention } from '../model/mention.js';
import { tasksOfTodo } from './links.js';
import { taskLookup, type TaskRef } from './taskLookup.js';

/** What it takes to say what a branch or a message is for. */
export type Sources = Pick<Snapshot, 'roadmaps' | 'configs' | 'histories'>;

/** The branch that is checked out in a folder, by the folder's URI; undefined where that is none, or not known. */
export function currentBranch({ histories }: Pick<Snapshot, 'histories'>, folder: string): Branch | undefined {
  return histories.find(({ uri }) => uri === folder)?.branches.find(({ current }) => current);
}

/** The tasks that mentions in a folder's branches or commits mean, each once. */
export function tasksNamed(snapshot: Sources, folder: string, mentions: readonly Mention[]): TaskRef[] {
  const lookup = taskLookup(snapshot);
  const scope = { folder, path: '' };
  return tasksOfTodo(mentions.map((mention) => ({ ...mention, resolution: lookup.resolve(mention, scope) })));
}

/** The tasks that the branch which is checked out in a folder is for. */
export function tasksOfCurrentBranch(snapshot: Sources, folder: string): TaskRef[] {
  return tasksNamed(snapshot, folder, currentBranch(snapshot, folder)?.mentions ?? []);
}
