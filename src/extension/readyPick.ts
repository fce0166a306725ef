import * as vscode from 'vscode';
import type { Status, Task } from '../core/model/roadmap.js';
import { sayBlockers, sayReasons } from '../core/progress/nextWords.js';
import { whatNext } from '../core/views/nextJson.js';
import { listTasks, type TaskEntry } from '../core/views/taskList.js';
import type { Store } from '../workspace/store.js';
import { commands } from './commands.js';
import { statusIcons } from './icons.js';
import { escapeIcons } from './labels.js';
import { shown } from './pickValue.js';
import { today } from './today.js';

interface ReadyItem extends vscode.QuickPickItem {
  readonly entry?: TaskEntry;
}

/** Lets the person choose a task to work on: first what can be begun, the first first, each with the reasons. */
export async function pickReadyTask({ snapshot }: Store, title: string): Promise<TaskEntry | undefined> {
  const entries = listTasks(snapshot).filter(({ status }) => status !== 'done' && status !== 'cancelled');
  if (snapshot.roadmaps.length === 0) {
    await vscode.commands.executeCommand(commands.openRoadmap);
    return undefined;
  }
  if (entries.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is left to do.'));
    return undefined;
  }
  const ready: ReadyItem[] = [];
  const waiting: ReadyItem[] = [];
  for (const file of snapshot.roadmaps) {
    const next = whatNext(snapshot, file, today());
    const entryOf = (task: TaskEntry['task']) => entries.find((each) => each.task === task);
    for (const { task, reasons } of next?.ready ?? []) add(ready, entryOf(task), sayReasons(reasons));
    for (const { task, blockedBy = [] } of next?.waiting ?? [])
      add(waiting, entryOf(task), sayBlockers(task, blockedBy));
  }
  const listed = new Set([...ready, ...waiting].map(({ entry }) => entry));
  const others = entries.filter((entry) => !listed.has(entry));
  const rest: ReadyItem[] = [];
  for (const entry of others) add(rest, entry, entry.path.join(' › '));
  const pick = vscode.window.createQuickPick<ReadyItem>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Choose a task to work on');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = [
    ...section(vscode.l10n.t('Ready'), ready),
    ...section(vscode.l10n.t('Waiting'), waiting),
    ...section(vscode.l10n.t('With subtasks'), rest),
  ];
  return shown(pick, () => pick.selectedItems[0]?.entry);
}

function add(items: ReadyItem[], entry: TaskEntry | undefined, detail: string): void {
  if (entry) items.push({ ...taskItem(entry.task, entry.status, detail), entry });
}

/** A task in a list that says something of each in the line below: its title with its status, its id where it is written. */
export function taskItem(task: Task, status: Status, detail: string): vscode.QuickPickItem {
  return {
    label: escapeIcons(task.title),
    description: task.idSource === 'explicit' ? escapeIcons(task.id) : '',
    detail: escapeIcons(detail),
    iconPath: statusIcons[status],
  };
}

function section(label: string, items: readonly ReadyItem[]): readonly ReadyItem[] {
  return items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
}
