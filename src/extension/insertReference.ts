import * as vscode from 'vscode';
import { tasksNamed, tasksOfCurrentBranch } from '../core/links/branchTasks.js';
import { taskOfRef, type PlacedTask } from '../core/links/taskLookup.js';
import type { TextEdit } from '../core/model/edit.js';
import type { Folder } from '../core/model/snapshot.js';
import { referenceEdit } from '../core/references/commitReference.js';
import { applyEdits } from '../core/text/textEdits.js';
import { sayTask } from '../core/views/activeTask.js';
import { commitMessageIn, folderOfRoot } from './commitFolder.js';
import { setting } from './config.js';
import type { FeatureContext } from './feature.js';
import { gitApi, type GitApiRepository } from './gitApi.js';
import { pickTask } from './taskPick.js';

/** Names a task in the message of the commit that is being written: the active one, that of the branch, or one that is chosen. */
export async function insertReference(context: FeatureContext, argument: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const asked = rootOf(argument);
  const open = asked || !editor ? undefined : commitMessageIn(editor.document);
  if (editor && open?.isFile) {
    const folder = folderOfRoot(context, open.root);
    const task = await taskFor(context, folder);
    const edit = task && reference(context, folder, task, editor.document.getText(), true);
    if (edit) await write(editor, edit);
    return;
  }
  const repository = await chooseRepository(asked ?? open?.root);
  if (!repository) return;
  const folder = folderOfRoot(context, repository.rootUri);
  const task = await taskFor(context, folder);
  const { value } = repository.inputBox;
  const edit = task && reference(context, folder, task, value, false);
  if (!edit) return;
  repository.inputBox.value = applyEdits(value, [edit]);
  if (!asked) await vscode.commands.executeCommand('workbench.view.scm');
}

/** The root that the menu of a repository names. */
function rootOf(argument: unknown): vscode.Uri | undefined {
  const root = (argument as { rootUri?: unknown } | undefined)?.rootUri;
  return root instanceof vscode.Uri ? root : undefined;
}

/** The repository whose commit box is meant; the person is told where there is none, and asked where there are several. */
async function chooseRepository(root: vscode.Uri | undefined): Promise<GitApiRepository | undefined> {
  const repositories = gitApi()?.repositories ?? [];
  if (repositories.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'There is no commit box here: it belongs to the Git extension of VS Code, which is off in Restricted Mode and in the browser, and needs a repository.',
      ),
    );
    return undefined;
  }
  const named = root && repositories.find(({ rootUri }) => rootUri.path === root.path);
  const selected = repositories.filter(({ ui }) => ui.selected);
  const only = repositories.length === 1 ? repositories[0] : selected.length === 1 ? selected[0] : undefined;
  if (named ?? only) return named ?? only;
  const items = repositories.map((repository) => ({
    label: vscode.workspace.asRelativePath(repository.rootUri),
    description: repository.rootUri.fsPath,
    repository,
  }));
  const title = vscode.l10n.t('Insert Task Reference into Commit Message');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.repository;
}

async function taskFor({ store, active }: FeatureContext, folder: Folder | undefined): Promise<PlacedTask | undefined> {
  const { task } = active;
  if (task && (!folder || task.file.folder.uri === folder.uri)) return task;
  const [ref] = folder ? tasksOfCurrentBranch(store.snapshot, folder.uri) : [];
  return (
    (ref && taskOfRef(store.snapshot, ref)) ??
    (await pickTask(store, vscode.l10n.t('Insert Task Reference into Commit Message')))
  );
}

/** The edit of the message; where it names the task already, that is said. */
function reference(
  { store }: FeatureContext,
  folder: Folder | undefined,
  { file, task }: PlacedTask,
  text: string,
  isFile: boolean,
): TextEdit | undefined {
  const place = folder?.uri ?? file.folder.uri;
  const edit = referenceEdit(text, task.id, {
    form: setting('work.commitReference', vscode.Uri.parse(place)),
    isFile,
    names: (mention) =>
      tasksNamed(store.snapshot, place, [mention]).some(({ uri, id }) => uri === file.uri && id === task.id),
  });
  if (!edit) vscode.window.setStatusBarMessage(vscode.l10n.t('The message names {0} already', sayTask(task)), 5000);
  return edit;
}

/** Changes the text that the edit was made for; VS Code refuses where that has changed. It is left to the person to save it. */
async function write(editor: vscode.TextEditor, { span, newText }: TextEdit): Promise<void> {
  const { document } = editor;
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  if (await editor.edit((builder) => builder.replace(range, newText))) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('The message is being changed all the time: try again when it is not.'),
  );
}
