import * as vscode from 'vscode';

/** As much of the API of VS Code's git extension as is used (extensions/git/src/api/git.d.ts in microsoft/vscode). */
interface GitApi {
  readonly repositories: readonly GitApiRepository[];
  readonly onDidOpenRepository: vscode.Event<GitApiRepository>;
}

/** A repository that VS Code's git extension has open. */
export interface GitApiRepository {
  readonly rootUri: vscode.Uri;
  /** The commit box. */
  readonly inputBox: { value: string };
  readonly ui: { readonly selected: boolean };
  readonly onDidCommit?: vscode.Event<void>;
  readonly onDidCheckout?: vscode.Event<void>;
}

/**
 * What VS Code's git extension offers, where it is active. It is off in Restricted Mode and in the browser, and may be
 * switched off, so nobody may rely on it.
 */
export function gitApi(): GitApi | undefined {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (!extension?.isActive) return undefined;
  try {
    return extension.exports.getAPI(1);
  } catch {
    // It is switched off (`git.enabled`), and says so by throwing.
    return undefined;
  }
}
