import * as vscode from 'vscode';
import type { Folder } from '../core/model/snapshot.js';
import type { FeatureContext } from './feature.js';

/** A message of a commit that is being written, in a document. */
export interface CommitMessage {
  readonly document: vscode.TextDocument;
  /** Whether git has opened it as a file, with its remarks. */
  readonly isFile: boolean;
  /** The root of the repository, as far as it can be told. */
  readonly root: vscode.Uri | undefined;
}

/** The commit boxes of VS Code and the files of git, as documents; undefined for any other. */
export function commitMessageIn(document: vscode.TextDocument): CommitMessage | undefined {
  const { uri, languageId } = document;
  if (uri.scheme === 'vscode-scm') {
    // vs/workbench/contrib/scm/common/scmService.ts in microsoft/vscode: `rootUri=<URI>`.
    const root = new URLSearchParams(uri.query).get('rootUri');
    return { document, isFile: false, root: root ? vscode.Uri.parse(root) : undefined };
  }
  if (languageId !== 'git-commit') return undefined;
  const [, root] = /^(.+)\/\.git(?:\/.*)?\/[^/]+$/.exec(uri.path) ?? [];
  return { document, isFile: true, root: root === undefined ? undefined : uri.with({ path: root }) };
}

/** The folder that a repository belongs to: the one whose own it is, one inside it or around it, or the only one. */
export function folderOfRoot({ store, activity }: FeatureContext, root: vscode.Uri | undefined): Folder | undefined {
  const { folders } = store.snapshot;
  // By paths: in a remote window the workbench knows files by other URIs than the extension.
  const pathOf = (uri: string) => vscode.Uri.parse(uri).path.replace(/\/$/, '').toLowerCase();
  const wanted = root?.path.replace(/\/$/, '').toLowerCase();
  const isBelow = (path: string, above: string) => path === above || path.startsWith(`${above}/`);
  return (
    (wanted === undefined
      ? undefined
      : (folders.find((folder) => pathOf(activity.repositoryOf(folder)?.root ?? folder.uri) === wanted) ??
        folders.find(({ uri }) => isBelow(pathOf(uri), wanted) || isBelow(wanted, pathOf(uri))))) ??
    (folders.length === 1 ? folders[0] : undefined)
  );
}
