import * as vscode from 'vscode';
import { statusChanges } from '../../core/edits/statusChanges.js';
import type { Change, FieldChange } from '../../core/model/edit.js';
import { statuses, tasksOf, type Status, type Task } from '../../core/model/roadmap.js';
import { statusWord } from '../../core/values/statusWord.js';
import type { TaskEntry } from '../../core/views/taskList.js';
import { commands, isFromTree } from '../commands.js';
import type { Feature, FeatureContext } from '../feature.js';
import { askText, pickPriority, pickStatus, pickText } from '../pickValue.js';
import { registerCommand } from '../register.js';
import { revealChanged } from '../revealChanged.js';
import { tasksOrPick } from '../taskPick.js';

/**
 * Commands that set what is said of tasks. Each takes a row of the tree with all that are selected beside it, a task by id,
 * the task under the cursor, or asks.
 */
export const taskEdits: Feature = {
  id: 'taskEdits',
  start(context) {
    const { log } = context;
    const register = (id: string, title: string, run: (asked: Asked) => unknown) =>
      registerCommand(log, id, async (argument?: unknown, others?: unknown) => {
        const entries = await tasksOrPick(context, argument, others, title);
        const [first] = entries;
        if (first) await run({ entries, first, title, argument, value: others });
      });
    return vscode.Disposable.from(
      register(commands.markDone, vscode.l10n.t('Mark as Done'), ({ entries }) => setStatus(context, entries, 'done')),
      register(commands.markInProgress, vscode.l10n.t('Mark as In Progress'), ({ entries }) =>
        setStatus(context, entries, 'doing'),
      ),
      register(commands.toggleDone, vscode.l10n.t('Toggle Done'), ({ entries }) =>
        setStatus(context, entries, entries.every(({ status }) => status === 'done') ? 'todo' : 'done'),
      ),
      register(commands.setStatus, vscode.l10n.t('Set Status'), async ({ entries, title, value }) => {
        const given = statuses.find((status) => status === value);
        const status =
          given ?? (await pickStatus(titleFor(entries, title), only(entries.map((entry) => entry.status))));
        if (status) await setStatus(context, entries, status);
      }),
      register(commands.setPriority, vscode.l10n.t('Set Priority'), async ({ entries, title }) => {
        const present = only(entries.map(({ task }) => task.priority?.value));
        const value = await pickPriority(titleFor(entries, title), present);
        if (value !== undefined) await set(context, entries, { field: 'priority', value });
      }),
      register(commands.setEffort, vscode.l10n.t('Set Effort'), (asked) =>
        setText(context, asked, 'effort', vscode.l10n.t('Such as 2-3 days, 4 h or 1 month')),
      ),
      register(commands.setOwner, vscode.l10n.t('Set Owner'), (asked) =>
        setText(context, asked, 'owner', vscode.l10n.t('Who does it')),
      ),
      register(commands.setDueDate, vscode.l10n.t('Set Due Date'), (asked) =>
        setText(context, asked, 'due', vscode.l10n.t('Such as 2026-03-31')),
      ),
      register(commands.renameTask, vscode.l10n.t('Rename Task'), async ({ first, title, argument, value: given }) => {
        const value =
          asText(given) ?? (await askText(title, vscode.l10n.t('The new title of the task'), first.task.title));
        if (value !== undefined) await setAndReveal(context, first, { field: 'title', value }, isFromTree(argument));
      }),
      register(commands.setTaskId, vscode.l10n.t('Set Task Id'), async ({ first, title, argument, value: given }) => {
        const { task } = first;
        const present = task.idSource === 'explicit' ? task.id : '';
        const prompt = vscode.l10n.t('A short name that TODOs and commits use, such as RM-12: "{0}"', task.title);
        const value = asText(given) ?? (await askText(title, prompt, present));
        if (value !== undefined) await setAndReveal(context, first, { field: 'id', value }, isFromTree(argument));
      }),
    );
  },
};

/** What a command is asked for. */
interface Asked {
  readonly entries: readonly TaskEntry[];
  readonly first: TaskEntry;
  /** The command's name, for its questions. */
  readonly title: string;
  readonly argument: unknown;
  /** What a code action or another caller gives beside the task. */
  readonly value: unknown;
}

/** A value that is given with the task, so that nobody is asked. */
function asText(given: unknown): string | undefined {
  return typeof given === 'string' ? given : undefined;
}

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
  { entries, title }: Asked,
  field: TextField,
  placeHolder: string,
): Promise<void> {
  const files = new Set(entries.map(({ file }) => file));
  const all = [...files].flatMap(({ roadmap }) => (roadmap ? [...tasksOf(roadmap)] : []));
  const inUse = all.flatMap((task) => textOf(task, field) ?? []);
  const present = only(entries.map(({ task }) => textOf(task, field)));
  const value = await pickText(titleFor(entries, title), placeHolder, present, [...new Set(inUse)].sort());
  if (value !== undefined) await set(context, entries, { field, value });
}

type TextField = 'effort' | 'owner' | 'due';

function textOf(task: Task, field: TextField): string | undefined {
  return field === 'owner' ? task.owner?.value : task[field]?.text;
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
  await revealChanged(context, file.uri, (tasks) => tasks[place], fromTree);
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

/** The value that all have. */
function only<T>(values: readonly T[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}
