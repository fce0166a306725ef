import * as vscode from 'vscode';
import { decodeText } from '../../core/text/decode.js';
import type { ChangedFile, Repository } from '../../workspace/ports.js';

/** The scheme of files as they were at a commit. */
const scheme = 'roadmap-lens-commit';

/** What a URI of the scheme says. */
interface CommitPlace {
  /** URI of the folder whose repository it is. */
  readonly folder: string;
  /** Empty for a file that was not there. */
  readonly revision: string;
}

/** Shows files as they were at a commit: documents that can be read and compared, and never written. */
export class CommitDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  constructor(private readonly repositoryOf: (folder: string) => Repository | undefined) {}

  dispose(): void {
    this.registration.dispose();
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const { folder, revision } = JSON.parse(uri.query) as CommitPlace;
    if (revision === '') return '';
    const found = await this.repositoryOf(folder)?.blob(revision, uri.path.slice(1));
    if (!found?.value) return found?.problems[0]?.message ?? '';
    return decodeText(found.value).value ?? vscode.l10n.t('This is no text file.');
  }

  /** Opens what a commit changed against its first parent, in one editor. */
  async open(folder: string, hash: string, title: string, files: readonly ChangedFile[]): Promise<void> {
    const root = this.repositoryOf(folder)?.root;
    if (root === undefined) return;
    const at = (revision: string, path: string) =>
      vscode.Uri.from({ scheme, path: `/${path}`, query: JSON.stringify({ folder, revision } satisfies CommitPlace) });
    const changes = files.map(({ status, path, oldPath }) => [
      vscode.Uri.joinPath(vscode.Uri.parse(root), path),
      status === 'added' ? at('', path) : at(`${hash}^`, oldPath ?? path),
      status === 'deleted' ? at('', path) : at(hash, path),
    ]);
    await vscode.commands.executeCommand('vscode.changes', title, changes);
  }
}
