import * as vscode from 'vscode';
import { priorities, statuses, type Priority, type Status } from '../core/model/roadmap.js';
import type { TreeFilter } from '../core/views/tree.js';
import { statusWords } from '../core/views/words.js';
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
      label: capital(statusWords[status]),
      iconPath: statusIcons[status],
      picked: current.statuses?.includes(status) ?? false,
      status,
    })),
    { label: vscode.l10n.t('Priority'), kind: vscode.QuickPickItemKind.Separator },
    ...priorities.map((priority) => ({
      label: capital(priority),
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
  const byStatus = picked.flatMap(({ status }) => (status ? [status] : []));
  const byPriority = picked.flatMap(({ priority }) => (priority ? [priority] : []));
  return {
    ...(byStatus.length > 0 ? { statuses: byStatus } : {}),
    ...(byPriority.length > 0 ? { priorities: byPriority } : {}),
  };
}

/** A filter that was kept from an earlier window; what is not understood is dropped. */
export function readFilter(kept: unknown): TreeFilter {
  const { statuses: byStatus, priorities: byPriority } = (kept ?? {}) as Partial<Record<keyof TreeFilter, unknown>>;
  const known = <T>(values: unknown, all: readonly T[]) =>
    Array.isArray(values) ? all.filter((value) => values.includes(value)) : [];
  const statusList = known(byStatus, statuses);
  const priorityList = known(byPriority, priorities);
  return {
    ...(statusList.length > 0 ? { statuses: statusList } : {}),
    ...(priorityList.length > 0 ? { priorities: priorityList } : {}),
  };
}

/** `to do or in progress, high` */
export function sayFilter({ statuses: byStatus, priorities: byPriority }: TreeFilter): string {
  return [byStatus?.map((status) => statusWords[status]).join(' or '), byPriority?.join(' or ')]
    .filter(Boolean)
    .join(', ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
