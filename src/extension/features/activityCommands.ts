import * as vscode from 'vscode';
import { activityOf, placeTodo, todoPlace } from '../../core/views/activity.js';
import { shortHash } from '../../core/views/ages.js';
import { commitLine } from '../../core/views/taskCard.js';
import { tasksOfTodo } from '../../core/links/links.js';
import { findTask, type TaskEntry } from '../../core/views/taskList.js';
import { CommitDocuments } from '../../hosts/vscode/commitDocuments.js';
import { commands, commitOf, type CommitArgument } from '../commands.js';
import type { Feature, FeatureContext } from '../feature.js';
import { escapeIcons } from '../labels.js';
import { openRange } from '../openRange.js';
import { shown } from '../pickValue.js';
import { registerCommand } from '../register.js';
import { pickTask } from '../taskPick.js';
import { namedTask, taskAtCursor } from '../taskTargets.js';
import { mentionsOf, todoFor } from '../todoEditor.js';

/** Commands for what belongs to a task: show it, open a commit of it. */
export const activityCommands: Feature = {
  id: 'activityCommands',
  start(context) {
    const { store, activity, log } = context;
    const folderOf = (uri: string) => store.snapshot.folders.find((folder) => folder.uri === uri);
    const documents = new CommitDocuments((uri) => {
      const folder = folderOf(uri);
      return folder && activity.repositoryOf(folder);
    });
    return vscode.Disposable.from(
      documents,
      registerCommand(log, commands.showActivity, async (argument?: unknown) => {
        const entry =
          namedTask(store, argument) ??
          taskAtCursor(store) ??
          taskOfTodoAtCursor(context) ??
          (await pickTask(store, vscode.l10n.t('Show Activity of Task')));
        if (entry) await showActivity(context, documents, entry);
      }),
      registerCommand(log, commands.openCommit, async (argument?: unknown) => {
        const commit = commitOf(argument) ?? (await pickCommit(context));
        if (commit) await openCommit(context, documents, commit);
      }),
    );
  },
};

/** The first task that the TODO under the cursor belongs to. */
function taskOfTodoAtCursor(context: FeatureContext): TaskEntry | undefined {
  const todo = todoFor(context, undefined);
  const [ref] = todo ? tasksOfTodo(mentionsOf(context, todo)) : [];
  return ref && findTask(context.store.snapshot, ref.id, ref.uri);
}

interface ActivityItem extends vscode.QuickPickItem {
  readonly open?: () => Promise<void>;
}

/** Lists what belongs to a task; what is chosen is opened. */
async function showActivity(
  context: FeatureContext,
  documents: CommitDocuments,
  { file, task }: TaskEntry,
): Promise<void> {
  const { snapshot } = context.store;
  const { todos, branches, commits } = activityOf(snapshot, file.uri, task.id);
  const now = Date.now() / 1000;
  const items: ActivityItem[] = [];
  const section = (label: string, some: readonly ActivityItem[]) => {
    if (some.length > 0) items.push({ label, kind: vscode.QuickPickItemKind.Separator }, ...some);
  };
  section(
    vscode.l10n.t('TODOs'),
    todos
      .flatMap((ref) => placeTodo(snapshot, ref) ?? [])
      .map((placed) => ({
        label: escapeIcons(placed.title),
        description: escapeIcons(`${placed.todo.tag} · ${todoPlace(placed)}`),
        iconPath: new vscode.ThemeIcon('comment'),
        open: () => openRange(placed.file.uri, placed.range),
      })),
  );
  section(
    vscode.l10n.t('Branches'),
    branches.map(({ branch: { name, worktree } }) => ({
      label: escapeIcons(name),
      description: escapeIcons(worktree ?? ''),
      iconPath: new vscode.ThemeIcon('git-branch'),
    })),
  );
  section(
    vscode.l10n.t('Commits'),
    commits.map((linked) => {
      const { short, about } = commitLine(linked, now);
      const { hash, subject } = linked.commit;
      return {
        label: escapeIcons(subject),
        description: escapeIcons(`${short} · ${about}`),
        iconPath: new vscode.ThemeIcon('git-commit'),
        open: () => openCommit(context, documents, { folder: linked.folder.uri, hash }),
      };
    }),
  );
  if (items.length === 0) {
    const unavailable = snapshot.histories.find(({ state }) => state === 'unavailable');
    const why = unavailable?.problems[0]?.message ?? '';
    const nothing = vscode.l10n.t('No TODO, branch or commit names "{0}".', task.title);
    void vscode.window.showInformationMessage(`${nothing} ${why}`.trim());
    return;
  }
  const pick = vscode.window.createQuickPick<ActivityItem>();
  pick.title = task.title;
  pick.placeholder = vscode.l10n.t('What belongs to the task; choose what to open');
  pick.matchOnDescription = true;
  pick.items = items;
  await (await shown(pick, () => pick.selectedItems[0]))?.open?.();
}

/** Asks for one of the commits that belong to tasks. */
async function pickCommit({ store }: FeatureContext): Promise<CommitArgument | undefined> {
  const items = store.snapshot.histories.flatMap(({ folder, commits }) =>
    commits.map(({ hash, subject, author }) => ({
      label: escapeIcons(subject),
      description: escapeIcons(`${shortHash(hash)} · ${author}`),
      folder: folder.uri,
      hash,
    })),
  );
  if (items.length === 0) {
    const [first] = store.snapshot.histories.flatMap(({ problems }) => problems);
    void vscode.window.showInformationMessage(first?.message ?? vscode.l10n.t('There are no commits here.'));
    return undefined;
  }
  return vscode.window.showQuickPick(items, { title: vscode.l10n.t('Open Commit'), matchOnDescription: true });
}

/** Shows what a commit changed. */
async function openCommit(
  { store, activity }: FeatureContext,
  documents: CommitDocuments,
  { folder: uri, hash }: CommitArgument,
): Promise<void> {
  const folder = store.snapshot.folders.find((each) => each.uri === uri);
  const repository = folder && activity.repositoryOf(folder);
  if (!repository) throw new Error(vscode.l10n.t('The repository of this commit is not open any more.'));
  const { value: files, problems } = await repository.changedFiles(hash);
  const [problem] = problems;
  if (files.length === 0) {
    void vscode.window.showInformationMessage(
      problem?.message ?? vscode.l10n.t('Commit {0} changed no file.', shortHash(hash)),
    );
    return;
  }
  const commit = store.snapshot.histories.flatMap(({ commits }) => commits).find((one) => one.hash === hash);
  await documents.open(uri, hash, `${shortHash(hash)} ${commit?.subject ?? ''}`.trim(), files);
}
