import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../src/extension/activate.js';

/** The extension under test, activated. */
export async function activate(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('roadmap-lens.roadmap-lens');
  assert.ok(extension, 'The extension is not installed.');
  return extension.activate();
}

/** A file of the workspace that is open. */
export function place(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Waits for the problems of a file to be as `accept` wants them; what is there instead is said when the time is over. */
export async function problemsOf(
  uri: vscode.Uri,
  accept: (problems: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const own = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Roadmap Lens');
  if (accept(own())) return own();
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`Not the problems that were waited for: ${JSON.stringify(own(), null, 2)}`));
    }, 15_000);
    const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((changed) => changed.toString() === uri.toString()) || !accept(own())) return;
      clearTimeout(timeout);
      subscription.dispose();
      resolve(own());
    });
  });
}

/** Whether there are exactly problems of these codes. */
export function codes(...expected: readonly string[]) {
  return (problems: readonly vscode.Diagnostic[]) =>
    JSON.stringify(problems.map(({ code }) => (typeof code === 'string' ? code : '')).sort()) ===
    JSON.stringify([...expected].sort());
}

/** Writes bytes or a text, as another program would. */
export async function write(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

/** Takes files away again, those that are not there included. */
export async function remove(...uris: readonly vscode.Uri[]): Promise<void> {
  for (const uri of uris) {
    try {
      await vscode.workspace.fs.delete(uri, { recursive: true });
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
    }
  }
}

export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
