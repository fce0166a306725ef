import * as vscode from 'vscode';
import { commands } from '../commands.js';
import type { Feature } from '../feature.js';
import { openAt, registerCommand } from '../register.js';
import { pickTask } from '../taskPick.js';
import { namedTask, taskAtCursor } from '../taskTargets.js';

/** Commands for one task: go to it, copy its id. Each takes a row of the tree, a task by id, or asks. */
export const taskCommands: Feature = {
  id: 'taskCommands',
  start({ store, log }) {
    return vscode.Disposable.from(
      registerCommand(log, commands.goToTask, async (argument?: unknown) => {
        const entry = namedTask(store, argument) ?? (await pickTask(store, vscode.l10n.t('Go to Task')));
        if (entry) await openAt(entry.file, entry.task.titleSpan);
      }),
      registerCommand(log, commands.copyTaskId, async (argument?: unknown) => {
        const entry =
          namedTask(store, argument) ?? taskAtCursor(store) ?? (await pickTask(store, vscode.l10n.t('Copy Task Id')));
        if (!entry) return;
        await vscode.env.clipboard.writeText(entry.task.id);
        vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}', entry.task.id), 3000);
      }),
    );
  },
};
