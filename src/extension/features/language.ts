import * as vscode from 'vscode';
import { commands } from '../commands.js';
import type { Feature } from '../feature.js';
import { asError, registerCommand } from '../register.js';

/**
 * What VS Code knows of symbols, for tasks, and how these stand in the editors of roadmaps. It is loaded with the first roadmap:
 * without one nothing is named.
 */
export const language: Feature = {
  id: 'language',
  start(context) {
    const { store, log } = context;
    const parts = () => import('../languageProviders.js');
    const disposables = [
      registerCommand(log, commands.renameTaskId, async (argument?: unknown, id?: unknown) =>
        (await parts()).renameTaskId(context, argument, id),
      ),
    ];
    let disposed = false;
    const waiting = store.onDidChange(({ snapshot }) => {
      if (snapshot.roadmaps.length === 0) return;
      waiting.dispose();
      parts()
        .then(({ startLanguage }) => disposed || disposables.push(startLanguage(context)))
        .catch((error: unknown) => log.error('Language features could not start', asError(error)));
    });
    return new vscode.Disposable(() => {
      disposed = true;
      vscode.Disposable.from(waiting, ...disposables).dispose();
    });
  },
};
