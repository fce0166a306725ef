import * as vscode from 'vscode';
import { onDidChangeSetting, setting } from '../config.js';
import type { Feature } from '../feature.js';
import { asError } from '../register.js';

/** Says in the commit box that a message does not name the branch's task, where a setting asks for it. */
export const commitCheck: Feature = {
  id: 'commitCheck',
  start(context) {
    let loaded: Promise<vscode.Disposable> | undefined;
    const look = () => {
      const places = [undefined, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri)];
      if (loaded || !places.some((place) => setting('work.checkCommitMessage', place))) return;
      // Loaded where it is wanted; once there, it looks at the setting itself.
      loaded = import('../onDemand.js').then(({ CommitProblems }) => new CommitProblems(context));
      loaded.catch((error: unknown) => context.log.error('Messages of commits cannot be checked', asError(error)));
    };
    look();
    return vscode.Disposable.from(
      onDidChangeSetting('work.checkCommitMessage', look),
      vscode.workspace.onDidChangeWorkspaceFolders(look),
      { dispose: () => void loaded?.then((problems) => problems.dispose()) },
    );
  },
};
