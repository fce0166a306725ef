import * as vscode from 'vscode';
import type { Status } from '../core/model/roadmap.js';
import type { TreeIcon, TreeNode } from '../core/views/treeNode.js';

function icon(id: string, colour?: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}

/** Each status has a shape of its own; its colour only adds to that. `color-mode` is a half-filled circle. */
export const statusIcons: Readonly<Record<Status, vscode.ThemeIcon>> = {
  todo: icon('circle-large-outline'),
  doing: icon('color-mode', 'charts.blue'),
  blocked: icon('stop-circle', 'charts.orange'),
  done: icon('pass-filled', 'testing.iconPassed'),
  cancelled: icon('circle-slash', 'disabledForeground'),
};

/** Not begun, and of high or critical priority; the row says it in words too. */
const urgentIcon = icon('circle-large-outline', 'charts.red');
/** The same beside a check box, which says that it is not begun. */
const urgentMark = icon('arrow-up', 'charts.red');

const treeIcons: Readonly<Record<TreeIcon, vscode.ThemeIcon>> = {
  ...statusIcons,
  roadmap: icon('milestone'),
  metrics: icon('target'),
  metric: icon('graph-line'),
  metricMet: icon('pass', 'testing.iconPassed'),
  metricNear: icon('circle-large-outline', 'charts.yellow'),
  metricMissed: icon('error', 'testing.iconFailed'),
  metricStale: icon('history', 'disabledForeground'),
  metricClaimed: icon('comment-unresolved'),
  suggestion: icon('lightbulb', 'editorLightBulb.foreground'),
  risks: icon('warning'),
  dependencies: icon('link'),
  themes: icon('layers'),
  outcomes: icon('star-empty'),
  review: icon('calendar'),
  nextSteps: icon('arrow-right'),
  about: icon('info'),
  item: icon('circle-small'),
  todoComment: icon('comment'),
  commit: icon('git-commit'),
  branch: icon('git-branch'),
  file: icon('file'),
  unlinked: icon('debug-disconnect'),
  unknown: icon('question'),
  more: icon('ellipsis'),
  problem: icon('error', 'list.errorForeground'),
};

/** Whether a row has a check box: a task without subtasks. */
export function hasCheckbox({ kind, nested }: TreeNode): boolean {
  return kind === 'task' && !nested;
}

/** The picture of a row; none for a task whose check box says it all. */
export function iconOf(node: TreeNode): vscode.ThemeIcon | undefined {
  const { icon: name, urgent } = node;
  const box = hasCheckbox(node);
  if (urgent) return box ? urgentMark : urgentIcon;
  return box && (name === 'todo' || name === 'done') ? undefined : treeIcons[name];
}
