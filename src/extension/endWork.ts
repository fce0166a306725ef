import * as vscode from 'vscode';
import { statusChanges } from '../core/edits/statusChanges.js';
import type { PlacedTask } from '../core/links/taskLookup.js';
import { statusOf } from '../core/progress/counts.js';
import { sayTask } from '../core/views/activeTask.js';
import { activityOf, placeTodo, todoPlace } from '../core/views/activity.js';
import { commands, type TaskArgument } from './commands.js';
import type { FeatureContext } from './feature.js';
import { escapeIcons } from './labels.js';
import { openRange } from './openRange.js';
import { shown } from './pickValue.js';

/** There is no active task any more; its status and its branch are left as they are. */
export async function stopWork({ active }: FeatureContext): Promise<void> {
  const { task } = active;
  await active.end();
  if (task) vscode.window.setStatusBarMessage(vscode.l10n.t('Not at work on {0} any more', sayTask(task.task)), 5000);
}

/** Marks the active task as done, and lists its TODOs that are left; what is chosen is opened. Its branch is left as it is. */
export async function finishWork(context: FeatureContext): Promise<void> {
  const { active, editor, activity } = context;
  const placed = active.task;
  if (!placed) return sayNone();
  const { file, task } = placed;
  if (statusOf(task) !== 'done' && !(await editor.change(file, statusChanges(task, 'done')))) return;
  await active.end();
  await activity.settled();
  await showTodosLeft(context, placed);
}

interface TodoItem extends vscode.QuickPickItem {
  readonly open: () => Promise<void>;
}

async function showTodosLeft({ store }: FeatureContext, { file, task }: PlacedTask): Promise<void> {
  const { snapshot } = store;
  const todos = activityOf(snapshot, file.uri, task.id).todos.flatMap((ref) => placeTodo(snapshot, ref) ?? []);
  // Code that says what it implements is no work that is left.
  const left = todos.filter(({ todo }) => todo.tag !== '@task');
  if (left.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('{0}: done, and no TODO is left', sayTask(task)), 5000);
    return;
  }
  const pick = vscode.window.createQuickPick<TodoItem>();
  pick.title =
    left.length === 1
      ? vscode.l10n.t('{0}: done, but 1 TODO is left', sayTask(task))
      : vscode.l10n.t('{0}: done, but {1} TODOs are left', sayTask(task), left.length);
  pick.placeholder = vscode.l10n.t('Choose a TODO to go to');
  pick.matchOnDescription = true;
  pick.items = left.map((todo) => ({
    label: escapeIcons(todo.title),
    description: escapeIcons(`${todo.todo.tag} · ${todoPlace(todo)}`),
    iconPath: new vscode.ThemeIcon('comment'),
    open: () => openRange(todo.file.uri, todo.range),
  }));
  await (await shown(pick, () => pick.selectedItems[0]))?.open();
}

/** Offers what can be done with the active task. */
export async function showActiveTask({ active }: FeatureContext): Promise<void> {
  const placed = active.task;
  if (!placed) return sayNone();
  const named: TaskArgument = { uri: placed.file.uri, id: placed.task.id };
  const item = (icon: string, label: string, command: string, argument?: TaskArgument) => ({
    label,
    iconPath: new vscode.ThemeIcon(icon),
    run: () => vscode.commands.executeCommand(command, argument),
  });
  const picked = await vscode.window.showQuickPick(
    [
      item('go-to-file', vscode.l10n.t('Go to Task'), commands.goToTask, named),
      item('pass', vscode.l10n.t('Finish Work'), commands.finishWork),
      item('stop-circle', vscode.l10n.t('Stop Work'), commands.stopWork),
      item('history', vscode.l10n.t('Show Activity'), commands.showActivity, named),
      item('git-commit', vscode.l10n.t('Insert Reference into Commit Message'), commands.insertReference),
    ],
    { title: sayTask(placed.task), placeHolder: vscode.l10n.t('The task you are at work on') },
  );
  await picked?.run();
}

function sayNone(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('There is no active task: Start Work on Task makes one the active one.'),
  );
}
