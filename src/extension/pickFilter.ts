import * as vscode from 'vscode';
import { priorities, statuses, type Priority, type Status } from '../core/model/roadmap.js';
import { makeFilter, type TreeFilter } from '../core/views/treeFilter.js';
import { priorityTitle, statusTitle } from '../core/views/words.js';
import { statusIcons } from './icons.js';

interface FilterItem extends vscode.QuickPickItem {
  readonly status?: Status;
  readonly priority?: Priority;
}

/** Asks which statuses and priorities to show, with the present choice ticked; undefined where it was given up. */
export async function pickFilter(current: TreeFilter): Promise<TreeFilter | undefined> {
  const items: FilterItem[] = [
    { label: vscode.l10n.t('Status'), kind: vscode.QuickPickItemKind.Separator },
    ...statuses.map((status) => ({
      label: statusTitle(status),
      iconPath: statusIcons[status],
      picked: current.statuses?.includes(status) ?? false,
      status,
    })),
    { label: vscode.l10n.t('Priority'), kind: vscode.QuickPickItemKind.Separator },
    ...priorities.map((priority) => ({
      label: priorityTitle(priority),
      picked: current.priorities?.includes(priority) ?? false,
      priority,
    })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Filter Roadmap'),
    placeHolder: vscode.l10n.t('What to show; nothing ticked shows everything'),
  });
  if (!picked) return undefined;
  return makeFilter(
    picked.flatMap(({ status }) => (status ? [status] : [])),
    picked.flatMap(({ priority }) => (priority ? [priority] : [])),
  );
}
