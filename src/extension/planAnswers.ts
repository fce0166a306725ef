import * as vscode from 'vscode';
import type { Group, Roadmap, Task } from '../core/model/roadmap.js';
import type { RoadmapFile } from '../core/model/snapshot.js';
import { sayBlockers, sayReasons } from '../core/progress/nextWords.js';
import { explainProgress } from '../core/views/explainProgress.js';
import { whatNext } from '../core/views/nextJson.js';
import type { FeatureContext } from './feature.js';
import { statusIcons } from './icons.js';
import { escapeIcons } from './labels.js';
import { shown } from './pickValue.js';
import { taskItem } from './readyPick.js';
import { openAt } from './register.js';
import { today } from './today.js';

// Loaded with the first question.

interface TaskItem extends vscode.QuickPickItem {
  readonly task?: Task;
}

/** Lists what can be worked on, the first first, with the reasons; what is chosen is gone to. */
export async function showNext({ store }: FeatureContext, file: RoadmapFile): Promise<void> {
  const next = whatNext(store.snapshot, file, today());
  if (!next || next.ready.length + next.waiting.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is left to do.'));
    return;
  }
  const item = (task: Task, detail: string): TaskItem => ({ ...taskItem(task, task.status, detail), task });
  const items: TaskItem[] = next.ready.map(({ task, reasons }) => item(task, sayReasons(reasons)));
  if (next.waiting.length > 0) {
    items.push(
      { label: vscode.l10n.t('Waiting'), kind: vscode.QuickPickItemKind.Separator },
      ...next.waiting.map(({ task, blockedBy = [] }) => item(task, sayBlockers(task, blockedBy))),
    );
  }
  await goTo(file, vscode.l10n.t('What Next'), items);
}

/** Lists the leaves that a figure counts, each with what it weighs and why; what is chosen is gone to. */
export async function explain(file: RoadmapFile, roadmap: Roadmap, node: Roadmap | Group | Task): Promise<void> {
  const { title, leaves } = explainProgress(roadmap, node);
  const items = leaves.map(({ task, text }): TaskItem => ({
    label: escapeIcons(task.title),
    description: escapeIcons(text),
    iconPath: statusIcons[task.status],
    task,
  }));
  await goTo(file, title, items);
}

async function goTo(file: RoadmapFile, title: string, items: readonly TaskItem[]): Promise<void> {
  const pick = vscode.window.createQuickPick<TaskItem>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Choose a task to go to');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items;
  const picked = await shown(pick, () => pick.selectedItems[0]);
  if (picked?.task) await openAt(file, picked.task.titleSpan);
}
