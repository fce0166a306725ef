import * as vscode from 'vscode';
import type { Snapshot } from '../core/model/snapshot.js';
import type { TreeNode } from '../core/views/treeNode.js';
import { commands, type CommitArgument, type TaskArgument, type TodoArgument } from './commands.js';
import { hasCheckbox, iconOf } from './icons.js';
import { rangeOf } from './register.js';

/** A row of the tree as VS Code shows it. A task without subtasks has a check box. */
export function makeTreeItem(node: TreeNode, { roadmaps }: Snapshot): vscode.TreeItem {
  const state = !node.hasChildren
    ? vscode.TreeItemCollapsibleState.None
    : node.expanded
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(node.label, state);
  item.id = node.key;
  item.description = node.description;
  item.contextValue = contextValue(node);
  item.accessibilityInformation = { label: node.accessibleLabel };
  const icon = iconOf(node);
  if (icon) item.iconPath = icon;
  if (hasCheckbox(node)) item.checkboxState = checkbox(node);
  const command = commandOf(node);
  if (command) item.command = command;
  const file = roadmaps.find(({ uri }) => uri === node.uri);
  if (file && node.span && !command) {
    const { start } = rangeOf(file, node.span);
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [vscode.Uri.parse(node.uri), { selection: new vscode.Range(start, start) }],
    };
  }
  return item;
}

/** What a click does on rows of what belongs to a task. */
function commandOf({ kind, uri, todo, commit, taskId, suggestion }: TreeNode): vscode.Command | undefined {
  if (todo)
    return {
      command: commands.openTodo,
      title: vscode.l10n.t('Open'),
      arguments: [{ uri, index: todo.index } satisfies TodoArgument],
    };
  if (commit)
    return { command: commands.openCommit, title: vscode.l10n.t('Open'), arguments: [commit satisfies CommitArgument] };
  if (suggestion !== undefined)
    return {
      command: commands.measureMetric,
      title: vscode.l10n.t('Measure'),
      arguments: [{ uri, suggestion }],
    };
  if (kind === 'more' && taskId !== undefined)
    return {
      command: commands.showActivity,
      title: vscode.l10n.t('Open'),
      arguments: [{ uri, id: taskId } satisfies TaskArgument],
    };
  return kind === 'file'
    ? { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [vscode.Uri.parse(uri)] }
    : undefined;
}

/** Tooltips are made when they are looked at. Text from files and translations goes in as text alone. */
export function resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
  const tooltip = new vscode.MarkdownString();
  node.tooltip.forEach(({ label, text }, index) => {
    if (index === 0) tooltip.appendMarkdown('**').appendText(text).appendMarkdown('**\n\n');
    else if (label) {
      tooltip.appendMarkdown('*').appendText(`${label}:`).appendMarkdown('* ').appendText(text).appendMarkdown('  \n');
    } else tooltip.appendText(text).appendMarkdown('  \n');
  });
  item.tooltip = tooltip;
  return item;
}

/** `task leaf todo`, `task parent done`, `group`, `metric unmeasured`, …: what menus in package.json ask for. */
function contextValue({ kind, icon, nested, metric }: TreeNode): string {
  if (metric) return `metric ${metric}`;
  return kind === 'task' ? `task ${nested ? 'parent' : 'leaf'} ${icon}` : kind;
}

function checkbox({ icon, accessibleLabel }: TreeNode): NonNullable<vscode.TreeItem['checkboxState']> {
  const done = icon === 'done';
  return {
    state: done ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: done ? vscode.l10n.t('Mark as to do again') : vscode.l10n.t('Mark as done'),
    accessibilityInformation: { label: accessibleLabel, role: 'checkbox' },
  };
}
