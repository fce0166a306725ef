import type { ProblemCode } from '../../src/core/model/problem.js';
import type { Snapshot } from '../../src/core/model/snapshot.js';
import { statusBarView } from '../../src/core/views/statusBar.js';
import { problemsLine, statusText } from '../../src/core/views/statusText.js';
import { listTasks } from '../../src/core/views/taskList.js';
import { buildTree, type TreeOptions } from '../../src/core/views/tree.js';
import { allNodes, plainStyle } from './views.js';

/** What was shown of something, and what of it is the same in every language. */
export interface Said {
  readonly shown: readonly string[];
  readonly sources: readonly string[];
  /** Of the problems among it. */
  readonly codes?: readonly ProblemCode[];
}

/** Everything that a snapshot shows anywhere: rows, tooltips, what is said to those who hear it, status bar, lists, text. */
export function* shownOf(snapshot: Snapshot, options: TreeOptions = {}): Generator<string> {
  const trees = [
    buildTree(snapshot, {}, options),
    buildTree(snapshot, { statuses: ['todo', 'cancelled'], priorities: ['low'] }, options),
  ];
  for (const { label, description, accessibleLabel, tooltip } of trees.flatMap(allNodes)) {
    yield* [label, description, accessibleLabel];
    for (const line of tooltip) yield* [line.label ?? '', line.text];
  }
  const statusBar = statusBarView(snapshot, options);
  if (statusBar) {
    yield* [statusBar.text, statusBar.accessibleLabel];
    for (const { title, lines } of statusBar.tooltip) yield* [title, ...lines];
  }
  for (const { path, aliases } of listTasks(snapshot)) yield* [...path, ...aliases];
  for (const file of snapshot.roadmaps) yield* statusText(file, plainStyle(100));
  for (const severity of ['error', 'warning'])
    yield* [problemsLine([{ severity }]), problemsLine([{ severity }, { severity }])];
}
