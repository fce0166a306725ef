import * as vscode from 'vscode';
import { tasksNamed } from '../core/links/branchTasks.js';
import { branchMentions } from '../core/references/branchName.js';
import { branchNameFor } from '../core/references/branchTemplate.js';
import { shortHash } from '../core/views/ages.js';
import { sayTask } from '../core/views/activeTask.js';
import type { TaskEntry } from '../core/views/taskList.js';
import type { Repository, RepositoryState } from '../workspace/ports.js';
import { setting } from './config.js';
import type { FeatureContext } from './feature.js';
import { escapeIcons } from './labels.js';

/** Which branch work goes on in. */
export type BranchOutcome =
  /** A new one, made from a branch or a commit; before the first commit from nothing. */
  | { readonly kind: 'new'; readonly branch: string; readonly from?: string }
  /** One that was there for the task. */
  | { readonly kind: 'own'; readonly branch: string }
  /** The one that was checked out: the person wants no other. */
  | { readonly kind: 'none' }
  /** The same, because git cannot be asked. */
  | { readonly kind: 'unavailable'; readonly why: string };

/** A branch to go to. */
type Target = { readonly branch: string; readonly isNew: boolean };

/**
 * Checks out the branch of a task, and makes it from what is checked out where there is none. Undefined where the person gave
 * it up, went to another folder for it, or git refused, which is said then.
 */
export async function goToBranch(context: FeatureContext, entry: TaskEntry): Promise<BranchOutcome | undefined> {
  const { store, activity } = context;
  const { folder } = entry.file;
  const template = setting('work.branch', vscode.Uri.parse(folder.uri));
  if (template === '') return { kind: 'none' };
  await activity.settled();
  const repository = activity.repositoryOf(folder);
  const read = await repository?.state();
  if (!repository || !read?.value) {
    const known = store.snapshot.histories.find(({ uri }) => uri === folder.uri);
    const [problem] = read?.problems ?? known?.problems ?? [];
    return { kind: 'unavailable', why: problem?.message ?? vscode.l10n.t('git cannot be asked here.') };
  }
  const state = read.value;
  const { isOwn, name } = namesOf(context, entry, template);
  if (state.branch !== undefined && isOwn(state.branch)) return { kind: 'own', branch: state.branch };
  const target = await chooseTarget(entry, state, isOwn, name);
  if (!target || 'kind' in target) return target;
  const wish = await askForChanges(context, entry, repository, state, target);
  if (!wish || wish === 'stay') return wish && { kind: 'none' };
  const refusal = await repository.switchTo(target.branch, target.isNew);
  if (refusal !== undefined) {
    void vscode.window.showWarningMessage(refusal);
    return undefined;
  }
  const { branch } = target;
  if (!target.isNew) return { kind: 'own', branch };
  return { kind: 'new', branch, ...(state.head === undefined ? {} : { from: placeOf(state) }) };
}

/** The name of the task's new branch, and whether a branch is the task's. */
function namesOf({ store }: FeatureContext, { file, task }: TaskEntry, template: string) {
  const tasksOf = (raw: string) => tasksNamed(store.snapshot, file.folder.uri, [{ raw, form: 'branch' }]);
  const isThis = ({ uri, id }: { uri: string; id: string }) => uri === file.uri && id === task.id;
  const name = branchNameFor(template, task, (raw) => tasksOf(raw).some((ref) => !isThis(ref)));
  const isOwn = (branch: string) =>
    branch === name || branchMentions(branch).some(({ raw }) => tasksOf(raw).some(isThis));
  return { name, isOwn };
}

/** The branch that is there for the task, or a new one; asks where there are several, or another folder has it. */
async function chooseTarget(
  { task }: TaskEntry,
  { branches }: RepositoryState,
  isOwn: (branch: string) => boolean,
  name: string,
): Promise<Target | Extract<BranchOutcome, { kind: 'none' }> | undefined> {
  const own = branches.filter((branch) => isOwn(branch.name));
  const [first] = own;
  if (!first) return { branch: name, isNew: true };
  if (own.length === 1 && first.worktree === undefined) return { branch: first.name, isNew: false };
  interface BranchItem extends vscode.QuickPickItem {
    readonly go: () => Promise<Target | { readonly kind: 'none' } | undefined>;
  }
  const items: BranchItem[] = own.map(({ name: branch, worktree }) => ({
    label: escapeIcons(branch),
    ...(worktree === undefined
      ? {}
      : { detail: escapeIcons(vscode.l10n.t('Checked out in {0}: opens that folder', worktree)) }),
    iconPath: new vscode.ThemeIcon(worktree === undefined ? 'git-branch' : 'empty-window'),
    go: async () => {
      if (worktree === undefined) return { branch, isNew: false };
      await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(worktree), { forceNewWindow: true });
      return undefined;
    },
  }));
  if (!branches.some((branch) => branch.name === name)) {
    items.push({
      label: escapeIcons(name),
      description: vscode.l10n.t('new branch'),
      iconPath: new vscode.ThemeIcon('add'),
      go: async () => ({ branch: name, isNew: true }),
    });
  }
  items.push({
    label: vscode.l10n.t('Work here without a branch of its own'),
    iconPath: new vscode.ThemeIcon('circle-slash'),
    go: async () => ({ kind: 'none' }),
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: titleFor(task),
    placeHolder: own.length === 1 ? vscode.l10n.t('The branch of this task') : vscode.l10n.t('Branches of this task'),
    matchOnDetail: true,
  });
  return picked?.go();
}

/** What is to become of changes that are not committed; asks where there are some. Undefined where it is given up. */
async function askForChanges(
  { log }: FeatureContext,
  { task }: TaskEntry,
  repository: Repository,
  state: RepositoryState,
  { branch, isNew }: Target,
): Promise<'go' | 'stay' | undefined> {
  const { value: files, problems } = await repository.uncommitted();
  // git itself sees to it that nothing is lost.
  for (const { message } of problems) log.warn(message);
  if (files.length === 0) return 'go';
  const picked = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t('Bring the changes along'),
        detail: escapeIcons(
          isNew
            ? vscode.l10n.t('To the new branch {0}, made from {1}', branch, placeOf(state))
            : vscode.l10n.t('To the branch {0}', branch),
        ),
        iconPath: new vscode.ThemeIcon('git-branch'),
        answer: 'go' as const,
      },
      {
        label: isNew ? vscode.l10n.t('Work here without a new branch') : vscode.l10n.t('Work here without its branch'),
        detail: escapeIcons(vscode.l10n.t('On {0}, which is checked out', placeOf(state))),
        iconPath: new vscode.ThemeIcon('circle-slash'),
        answer: 'stay' as const,
      },
    ],
    {
      title: titleFor(task),
      placeHolder:
        files.length === 1
          ? vscode.l10n.t('{0} has changes that are not committed', files[0]!)
          : vscode.l10n.t('{0} files have changes that are not committed', files.length),
    },
  );
  return picked?.answer;
}

/** What is checked out: a branch, else a commit. */
function placeOf({ branch, head }: RepositoryState): string {
  return branch ?? shortHash(head ?? '');
}

function titleFor(task: TaskEntry['task']): string {
  return vscode.l10n.t({
    message: '{0}: {1}',
    args: [vscode.l10n.t('Start Work'), sayTask(task)],
    comment: 'A command and the task it is for',
  });
}
