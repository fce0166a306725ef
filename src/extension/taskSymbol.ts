import * as vscode from 'vscode';
import type { Snapshot } from '../core/model/snapshot.js';
import { commitSymbolAt, symbolAt, type TaskSymbol } from '../core/views/taskPlaces.js';

/** What names a task at a position: in a comment, a roadmap or a commit's message. */
export function taskSymbolAt(
  snapshot: Snapshot,
  document: vscode.TextDocument,
  position: vscode.Position,
): TaskSymbol | undefined {
  return isCommitMessage(document)
    ? commitSymbolAt(snapshot, document.lineAt(position.line).text, position, foldersOfCommit(snapshot, document))
    : symbolAt(snapshot, document.uri.toString(), position);
}

/** Whether a document is the message of a commit: the box of the Source Control view, or the file that git opens. */
export function isCommitMessage({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'git-commit' || languageId === 'scminput';
}

/**
 * The folders whose tasks a commit's message may name, by their URIs: those in the repository, or that it lies in; all where
 * nothing tells, as for a repository of several working trees.
 */
export function foldersOfCommit({ folders }: Snapshot, { uri }: vscode.TextDocument): readonly string[] {
  // VS Code names the repository of the box in its query. Its URI may be that of a remote window, so paths are compared.
  const root = /(?:^|&)rootUri=([^&]+)/.exec(uri.query)?.[1];
  const place = root === undefined ? uri.path : vscode.Uri.parse(decoded(root)).path;
  const near = folders.filter((folder) => {
    const { path } = vscode.Uri.parse(folder.uri);
    return place === path || isBelow(place, path) || isBelow(path, place);
  });
  const found = near.length > 0 ? near : folders;
  return found.map((folder) => folder.uri).sort((a, b) => b.length - a.length);
}

function isBelow(path: string, above: string): boolean {
  return path.startsWith(above.endsWith('/') ? above : `${above}/`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
