import * as vscode from 'vscode';
import { statusChanges } from '../../core/edits/statusChanges.js';
import type { Change, FieldChange } from '../../core/model/edit.js';
import { statuses, tasksOf, type Status, type Task } from '../../core/model/roadmap.js';
import { statusWord } from '../../core/values/statusWord.js';
import type { TaskEntry } from '../../core/views/taskList.js';
import { commands, isFromTree, type TaskArgument } from '../commands.js';
import type { Feature, FeatureContext } from '../feature.js';
import { askText, pickPriority, pickStatus, pickText } from '../pickValue.js';
import { registerCommand } from '../register.js';
import { tasksOrPick } from '../taskPick.js';

/**
 * Commands that set what is said of tasks. Each takes a row of the tree with all that are selected beside it, a task by id,
 * the task under the cursor, or asks.
 */
export const taskEdits: Feature = {
  id: 'taskEdits',
  start(context) {
    const { log } = context;
    const register = (
      id: string,
      run: (entries: readonly TaskEntry[], value: unknown, argument: unknown) => unknown,
      question: string,
    ) =>
      registerCommand(log, id, async (argument?: unknown, others?: unknown) => {
        const entries = await tasksOrPick(context, argument, others, question);
        if (entries.length > 0) await run(entries, others, argument);
      });
    return vscode.Disposable.from(
      register(commands.markDone, (entries) => setStatus(context, entries, 'done'), vscode.l10n.t('Mark as Done')),
      register(
        commands.markInProgress,
        (entries) => setStatus(context, entries, 'doing'),
        vscode.l10n.t('Mark as In Progress'),
      ),
      register(
        commands.toggleDone,
        (entries) => setStatus(context, entries, entries.every(({ status }) => status === 'done') ? 'todo' : 'done'),
        vscode.l10n.t('Toggle Done'),
      ),
      register(
        commands.setStatus,
        async (entries, value) => {
          const given = statuses.find((status) => status === value);
          const status =
            given ?? (await pickStatus(titleFor(entries, vscode.l10n.t('Set Status')), common(entries, 'status')));
          if (status) await setStatus(context, entries, status);
        },
        vscode.l10n.t('Set Status'),
      ),
      register(
        commands.setPriority,
        async (entries) => {
          const present = only(entries.map(({ task }) => task.priority?.value));
          const value = await pickPriority(titleFor(entries, vscode.l10n.t('Set Priority')), present);
          if (value !== undefined) await set(context, entries, { field: 'priority', value });
        },
        vscode.l10n.t('Set Priority'),
      ),
      register(
        commands.setEffort,
        (entries) =>
          setText(
            context,
            entries,
            'effort',
            vscode.l10n.t('Set Effort'),
            vscode.l10n.t('Such as 2-3 days, 4 h or 1 month'),
            ({ effort }) => effort?.text,
          ),
        vscode.l10n.t('Set Effort'),
      ),
      register(
        commands.setOwner,
        (entries) =>
          setText(
            context,
            entries,
            'owner',
            vscode.l10n.t('Set Owner'),
            vscode.l10n.t('Who does it'),
            ({ owner }) => owner?.value,
          ),
        vscode.l10n.t('Set Owner'),
      ),
      register(
        commands.setDueDate,
        (entries) =>
          setText(
            context,
            entries,
            'due',
            vscode.l10n.t('Set Due Date'),
            vscode.l10n.t('Such as 2026-03-31'),
            ({ due }) => due?.text,
          ),
        vscode.l10n.t('Set Due Date'),
      ),
      register(
        commands.renameTask,
        async ([entry], _value, argument) => {
          const { task } = entry!;
          const title = vscode.l10n.t('Rename Task');
          const value = await askText(title, vscode.l10n.t('The new title of the task'), task.title);
          if (value !== undefined) await setAndReveal(context, entry!, { field: 'title', value }, isFromTree(argument));
        },
        vscode.l10n.t('Rename Task'),
      ),
      register(
        commands.setTaskId,
        async ([entry], _value, argument) => {
          const { task } = entry!;
          const present = task.idSource === 'explicit' ? task.id : '';
          const prompt = vscode.l10n.t('A short name that TODOs and commits use, such as RM-12: "{0}"', task.title);
          const value = await askText(vscode.l10n.t('Set Task Id'), prompt, present);
          if (value !== undefined) await setAndReveal(context, entry!, { field: 'id', value }, isFromTree(argument));
        },
        vscode.l10n.t('Set Task Id'),
      ),
    );
  },
};

function setStatus({ editor }: FeatureContext, entries: readonly TaskEntry[], status: Status): Promise<void> {
  return changeEach(editor, entries, ({ task }) => statusChanges(task, status), statusWord(status));
}

function set({ editor }: FeatureContext, entries: readonly TaskEntry[], change: FieldChange): Promise<void> {
  return changeEach(editor, entries, ({ task }) => [{ kind: 'set', task: task.id, ...change }], change.value);
}

/** Makes changes roadmap by roadmap, and says in the status bar what was done. */
async function changeEach(
  editor: FeatureContext['editor'],
  entries: readonly TaskEntry[],
  changesOf: (entry: TaskEntry) => readonly Change[],
  said: string,
): Promise<void> {
  for (const file of new Set(entries.map((entry) => entry.file))) {
    const here = entries.filter((entry) => entry.file === file);
    const made = await editor.change(file, here.flatMap(changesOf));
    if (!made) continue;
    const what = here.length === 1 ? here[0]!.task.title : vscode.l10n.t('{0} tasks', here.length);
    vscode.window.setStatusBarMessage(said === '' ? what : `${what}: ${said}`, 3000);
  }
}

async function setText(
  context: FeatureContext,
  entries: readonly TaskEntry[],
  field: 'effort' | 'owner' | 'due',
  title: string,
  placeHolder: string,
  valueOf: (task: Task) => string | undefined,
): Promise<void> {
  const files = new Set(entries.map(({ file }) => file));
  const all = [...files].flatMap(({ roadmap }) => (roadmap ? [...tasksOf(roadmap)] : []));
  const inUse = all.flatMap((task) => valueOf(task) ?? []);
  const present = only(entries.map(({ task }) => valueOf(task)));
  const value = await pickText(titleFor(entries, title), placeHolder, present, [...new Set(inUse)].sort());
  if (value !== undefined) await set(context, entries, { field, value });
}

/** Sets what the task may be called by, and keeps its row selected. */
async function setAndReveal(
  context: FeatureContext,
  { file, task }: TaskEntry,
  change: FieldChange,
  fromTree: boolean,
): Promise<void> {
  const place = [...tasksOf(file.roadmap!)].indexOf(task);
  const selected = (await context.rows.selected()).some(({ uri, taskId }) => uri === file.uri && taskId === task.id);
  const made = await context.editor.change(file, [{ kind: 'set', task: task.id, ...change }]);
  if (!made || !selected) return;
  await context.indexer.settled();
  const { roadmap } = context.store.snapshot.roadmaps.find(({ uri }) => uri === file.uri) ?? {};
  const now = roadmap && [...tasksOf(roadmap)][place];
  const row: TaskArgument | undefined = now && { uri: file.uri, id: now.id, keepFocus: !fromTree };
  if (row) await vscode.commands.executeCommand(commands.revealInTree, row);
}

/** The title of a question about tasks. */
function titleFor(entries: readonly TaskEntry[], title: string): string {
  const [first] = entries;
  return entries.length === 1 && first
    ? vscode.l10n.t({
        message: '{0}: {1}',
        args: [title, first.task.title],
        comment: 'A command and the task it is for',
      })
    : vscode.l10n.t({
        message: '{0}: {1} tasks',
        args: [title, entries.length],
        comment: 'A command and for how many tasks',
      });
}

function common(entries: readonly TaskEntry[], key: 'status'): Status | undefined {
  return only(entries.map((entry) => entry[key]));
}

/** The value that all have. */
function only<T>(values: readonly T[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}
