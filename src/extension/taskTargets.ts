import { buildTree } from '../core/views/tree.js';
import { findTask, type TaskEntry } from '../core/views/taskList.js';
import { treeNodeAt } from '../core/views/treeSearch.js';
import type { TreeNode } from '../core/views/treeNode.js';
import type { Store } from '../workspace/store.js';
import { isForSelection, taskOf } from './commands.js';
import type { FeatureContext } from './feature.js';
import { cursorIn } from './register.js';

/** The task that a row, or a task by id, names. */
export function namedTask(store: Store, argument: unknown): TaskEntry | undefined {
  const task = taskOf(argument);
  return task && findTask(store.snapshot, task.id, task.uri);
}

/** The row of what the cursor stands on, in an editor of a roadmap. */
export function rowAtCursor(store: Store): TreeNode | undefined {
  const cursor = cursorIn(store.snapshot);
  return cursor && treeNodeAt(buildTree(store.snapshot), cursor.file.uri, cursor.offset);
}

/** The task in whose lines the cursor stands, in an editor of a roadmap. */
export function taskAtCursor(store: Store): TaskEntry | undefined {
  const row = rowAtCursor(store);
  return row?.taskId === undefined ? undefined : findTask(store.snapshot, row.taskId, row.uri);
}

/**
 * The tasks a command is run on: the row of a menu with all that are selected beside it, the selected rows for a key that
 * is pressed in the tree, a task by id, or the one under the cursor. Empty where none of these says one.
 */
export async function tasksFor(
  { store, rows }: FeatureContext,
  argument: unknown,
  others: unknown,
): Promise<readonly TaskEntry[]> {
  const all: readonly unknown[] = isForSelection(argument)
    ? await rows.selected()
    : Array.isArray(others) && others.includes(argument)
      ? others
      : [argument];
  const named = all.flatMap((one) => namedTask(store, one) ?? []);
  if (named.length > 0 || isForSelection(argument)) return named;
  return [taskAtCursor(store)].filter((entry) => entry !== undefined);
}
