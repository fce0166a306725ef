import * as vscode from 'vscode';
import { tasksOf, type Task } from '../core/model/roadmap.js';
import { commands, type TaskArgument } from './commands.js';
import type { FeatureContext } from './feature.js';

/** Selects the row of a task once a change is read; the focus goes to it only where the change came from the tree. */
export async function revealChanged(
  { store, indexer }: FeatureContext,
  uri: string,
  find: (tasks: readonly Task[]) => Task | undefined,
  fromTree: boolean,
): Promise<void> {
  await indexer.settled();
  const { roadmap } = store.snapshot.roadmaps.find((file) => file.uri === uri) ?? {};
  const task = roadmap && find([...tasksOf(roadmap)]);
  const row: TaskArgument | undefined = task && { uri, id: task.id, keepFocus: !fromTree };
  if (row) await vscode.commands.executeCommand(commands.revealInTree, row);
}
