import * as vscode from 'vscode';
import type { Suggestion } from '../core/links/suggest.js';
import { listTasks, type TaskEntry } from '../core/views/taskList.js';
import { loudPriority } from '../core/views/words.js';
import { statusIcons } from './icons.js';
import { escapeIcons } from './labels.js';
import { shown } from './pickValue.js';
import type { FeatureContext } from './feature.js';

interface TaskItem extends vscode.QuickPickItem {
  readonly entry?: TaskEntry;
}

/** Lets the person choose the task that a text belongs to; those it may belong to come first, with the reason. */
export async function pickTaskFor(
  { store }: FeatureContext,
  title: string,
  text: string,
): Promise<TaskEntry | undefined> {
  const { snapshot } = store;
  // Loaded with the first text that is to be linked.
  const { suggestTasks } = await import('../core/links/suggest.js');
  const entries = listTasks(snapshot);
  const suggested = suggestTasks(text, snapshot.roadmaps);
  const likely = suggested.flatMap((suggestion) => {
    const entry = entries.find(({ task }) => task === suggestion.task);
    return entry ? [item(entry, reason(suggestion))] : [];
  });
  const rest = entries.filter(({ task }) => !suggested.some((suggestion) => suggestion.task === task));
  const pick = vscode.window.createQuickPick<TaskItem>();
  pick.title = title;
  pick.placeholder = text;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = [
    ...(likely.length > 0 ? [separator(vscode.l10n.t('Likely')), ...likely] : []),
    separator(vscode.l10n.t('All tasks')),
    ...rest.map((entry) => item(entry, entry.path.join(' › '))),
  ];
  pick.activeItems = likely.slice(0, 1);
  return shown(pick, () => pick.selectedItems[0]?.entry);
}

function separator(label: string): TaskItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function item(entry: TaskEntry, detail: string): TaskItem {
  const { task, status } = entry;
  const description = [task.id, loudPriority(task.priority?.value)].filter((part) => part !== undefined).join(' · ');
  return {
    label: escapeIcons(task.title),
    description,
    detail: escapeIcons(detail),
    iconPath: statusIcons[status],
    entry,
  };
}

function reason({ because }: Suggestion): string {
  return vscode.l10n.t({
    message: 'has {0} in common',
    args: [because.map((word) => `"${word}"`).join(', ')],
    comment: 'Why a task is suggested: words that it shares with a TODO',
  });
}
