import * as vscode from 'vscode';
import { findTask, listTasks, type TaskEntry } from '../../core/views/taskList.js';
import { treeNodeAt } from '../../core/views/treeSearch.js';
import { buildTree } from '../../core/views/tree.js';
import { loudPriority } from '../../core/views/words.js';
import { statusWord } from '../../core/values/statusWord.js';
import type { Store } from '../../workspace/store.js';
import { commands, taskOf, type TaskArgument } from '../commands.js';
import type { Feature } from '../feature.js';
import { statusIcons } from '../icons.js';
import { escapeIcons } from '../labels.js';
import { cursorIn, openAt, registerCommand } from '../register.js';

/** Commands for one task: go to it, copy its id. Each takes a row of the tree, a task by id, or asks. */
export const taskCommands: Feature = {
  id: 'taskCommands',
  start({ store, log }) {
    return vscode.Disposable.from(
      registerCommand(log, commands.goToTask, async (argument?: unknown) => {
        const entry = named(store, argument) ?? (await pickTask(store, vscode.l10n.t('Go to Task')));
        if (entry) await openAt(entry.file, entry.task.titleSpan);
      }),
      registerCommand(log, commands.copyTaskId, async (argument?: unknown) => {
        const entry =
          named(store, argument) ?? atCursor(store) ?? (await pickTask(store, vscode.l10n.t('Copy Task Id')));
        if (!entry) return;
        await vscode.env.clipboard.writeText(entry.task.id);
        vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}', entry.task.id), 3000);
      }),
    );
  },
};

function named(store: Store, argument: unknown): TaskEntry | undefined {
  const task = taskOf(argument);
  return task && findTask(store.snapshot, task.id, task.uri);
}

/** The task in whose lines the cursor stands, in an editor of a roadmap. */
function atCursor(store: Store): TaskEntry | undefined {
  const cursor = cursorIn(store.snapshot);
  const node = cursor && treeNodeAt(buildTree(store.snapshot), cursor.file.uri, cursor.offset);
  return node?.taskId === undefined ? undefined : findTask(store.snapshot, node.taskId, node.uri);
}

interface TaskPick extends vscode.QuickPickItem {
  readonly entry: TaskEntry;
}

/** Lets the person choose among all tasks, by title, place, status or id. */
async function pickTask(store: Store, title: string): Promise<TaskEntry | undefined> {
  const entries = listTasks(store.snapshot);
  if (entries.length === 0) {
    await vscode.commands.executeCommand(commands.openRoadmap);
    return undefined;
  }
  const several = store.snapshot.roadmaps.length > 1;
  const reveal: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('list-tree'),
    tooltip: vscode.l10n.t('Reveal in Roadmap'),
  };
  const pick = vscode.window.createQuickPick<TaskPick>();
  pick.title = title;
  pick.placeholder =
    entries.length === 1
      ? vscode.l10n.t('Type to search 1 task by title, place, status or id')
      : vscode.l10n.t('Type to search {0} tasks by title, place, status or id', entries.length);
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = entries.map((entry) => ({
    label: escapeIcons(entry.task.title),
    // Not in the label: screen readers would say its name.
    iconPath: statusIcons[entry.status],
    description: [statusWord(entry.status), loudPriority(entry.task.priority?.value)].filter(Boolean).join(' · '),
    detail: escapeIcons(
      [...(several ? [entry.file.path] : []), entry.path.join(' › '), entry.task.id, ...entry.aliases]
        .filter(Boolean)
        .join('  ·  '),
    ),
    buttons: [reveal],
    entry,
  }));
  const here = atCursor(store);
  if (here) pick.activeItems = pick.items.filter(({ entry }) => entry.task === here.task);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.entry);
      pick.hide();
    });
    pick.onDidTriggerItemButton(({ item: { entry } }) => {
      pick.hide();
      const argument: TaskArgument = { uri: entry.file.uri, id: entry.task.id };
      void vscode.commands.executeCommand(commands.revealInTree, argument);
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
