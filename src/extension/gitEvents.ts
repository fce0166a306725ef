import * as vscode from 'vscode';
import { gitApi, type GitApiRepository } from './gitApi.js';

/**
 * Tells of what VS Code's own git extension does, where it is active: it knows of a commit before anything on disk is told
 * of.
 */
export function onGitEvent(listener: () => void): vscode.Disposable {
  const disposables: vscode.Disposable[] = [];
  const listen = ({ onDidCommit, onDidCheckout }: GitApiRepository) => {
    for (const event of [onDidCommit, onDidCheckout]) if (event) disposables.push(event(() => listener()));
  };
  const api = gitApi();
  if (api) {
    api.repositories.forEach(listen);
    disposables.push(
      api.onDidOpenRepository((repository) => {
        listen(repository);
        listener();
      }),
    );
  }
  return { dispose: () => vscode.Disposable.from(...disposables).dispose() };
}
