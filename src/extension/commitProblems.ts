import * as vscode from 'vscode';
import { missingReferences } from '../core/links/missingReferences.js';
import { taskOfRef, type PlacedTask } from '../core/links/taskLookup.js';
import { referenceEdit } from '../core/references/commitReference.js';
import { readCommitText } from '../core/references/commitText.js';
import { sayTask } from '../core/views/activeTask.js';
import { commitMessageIn, folderOfRoot } from './commitFolder.js';
import { onDidChangeSetting, setting } from './config.js';
import type { FeatureContext } from './feature.js';

/** The code of the problem. */
const code = 'missing-reference';

/** Messages of commits that name no task though the branch is for one, as problems with a fix. Loaded where they are wanted. */
export class CommitProblems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('roadmapLens.commits');
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly context: FeatureContext) {
    const all = () => vscode.workspace.textDocuments.forEach((document) => this.check(document));
    this.disposables = [
      this.collection,
      vscode.workspace.onDidOpenTextDocument((document) => this.check(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.check(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)),
      context.store.onDidChange(all),
      onDidChangeSetting('work.checkCommitMessage', all),
      vscode.languages.registerCodeActionsProvider(
        [{ scheme: 'vscode-scm' }, { language: 'git-commit' }],
        { provideCodeActions: (document, _range, { diagnostics }) => this.fixes(document, diagnostics) },
        { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
      ),
    ];
    all();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private check(document: vscode.TextDocument): void {
    const message = commitMessageIn(document);
    if (!message) return;
    const tasks = this.missing(document);
    const [first] = tasks;
    if (!first) {
      this.collection.delete(document.uri);
      return;
    }
    const { start, end } = readCommitText(document.getText(), message.isFile).subjectLine;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    const said = tasks.map(({ task }) => sayTask(task, 60)).join(', ');
    const problem = new vscode.Diagnostic(
      range,
      vscode.l10n.t('The branch is for {0}, but the message names no task: insert its id.', said),
      vscode.DiagnosticSeverity.Information,
    );
    problem.source = 'Roadmap Lens';
    problem.code = code;
    this.collection.set(document.uri, [problem]);
  }

  /** The tasks of the branch, where the message names none and is to be checked. */
  private missing(document: vscode.TextDocument): readonly PlacedTask[] {
    const message = commitMessageIn(document);
    const folder = message && folderOfRoot(this.context, message.root);
    if (!folder || !setting('work.checkCommitMessage', vscode.Uri.parse(folder.uri))) return [];
    const { snapshot } = this.context.store;
    const refs = missingReferences(snapshot, folder.uri, document.getText(), message.isFile);
    return refs.flatMap((ref) => taskOfRef(snapshot, ref) ?? []);
  }

  private fixes(document: vscode.TextDocument, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
    const message = commitMessageIn(document);
    const told = diagnostics.filter((one) => one.source === 'Roadmap Lens' && one.code === code);
    if (!message || told.length === 0) return [];
    return this.missing(document).flatMap(({ file, task }, index) => {
      const form = setting('work.commitReference', vscode.Uri.parse(file.folder.uri));
      const edit = referenceEdit(document.getText(), task.id, { form, isFile: message.isFile });
      if (!edit) return [];
      const action = new vscode.CodeAction(
        vscode.l10n.t('Insert {0}', edit.newText.trim()),
        vscode.CodeActionKind.QuickFix,
      );
      const { span, newText } = edit;
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      action.edit = new vscode.WorkspaceEdit();
      action.edit.replace(document.uri, range, newText);
      action.diagnostics = told;
      action.isPreferred = index === 0;
      return [action];
    });
  }
}
