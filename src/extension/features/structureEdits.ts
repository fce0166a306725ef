import * as vscode from 'vscode';
import { usedPrefix } from '../../core/edits/idPattern.js';
import { moveAmongSiblings } from '../../core/edits/siblings.js';
import type { Change, TaskPlace } from '../../core/model/edit.js';
import type { Task } from '../../core/model/roadmap.js';
import { configOf, type RoadmapFile } from '../../core/model/snapshot.js';
import { localDate } from '../../core/values/date.js';
import type { TaskEntry } from '../../core/views/taskList.js';
import { commands, groupOf, isForSelection, isFromTree, wholeRoadmapOf } from '../commands.js';
import type { Feature, FeatureContext } from '../feature.js';
import { onlyPlace } from '../newTaskPlace.js';
import { askText } from '../pickValue.js';
import { registerCommand } from '../register.js';
import { revealChanged } from '../revealChanged.js';
import type { Made } from '../roadmapEditor.js';
import { pickGroup, pickRoadmap, tasksOrPick } from '../taskPick.js';
import { rowAtCursor, tasksFor } from '../taskTargets.js';

/** Commands that change what tasks there are and where they stand, and those for a roadmap as a whole. */
export const structureEdits: Feature = {
  id: 'structureEdits',
  start(context) {
    const { log } = context;
    const register = (id: string, run: (argument: unknown, others: unknown) => unknown) =>
      registerCommand(log, id, (argument?: unknown, others?: unknown) => run(argument, others));
    return vscode.Disposable.from(
      register(commands.addTask, (argument) => addTask(context, argument)),
      register(commands.addSubtask, async (argument, others) => {
        const [entry] = await tasksOrPick(context, argument, others, vscode.l10n.t('Add Subtask'));
        if (entry)
          await add(context, entry.file, { under: entry.task.id }, vscode.l10n.t('Add Subtask'), isFromTree(argument));
      }),
      register(commands.moveTaskUp, (argument, others) => step(context, argument, others, 'up')),
      register(commands.moveTaskDown, (argument, others) => step(context, argument, others, 'down')),
      register(commands.moveTask, async (argument, others) => {
        const title = vscode.l10n.t('Move Task');
        const tasks = sameFile(await tasksOrPick(context, argument, others, title));
        const [first] = tasks;
        const place = first && (await pickGroup(context.store, title, first.file.uri));
        if (place) await move(context, tasks, { into: place.group.id });
      }),
      register(commands.removeTask, async (argument, others) => {
        const tasks = await tasksOrPick(context, argument, others, vscode.l10n.t('Remove Task'));
        await remove(context, tasks);
      }),
      register(commands.archiveDone, async (argument) => {
        const file = await roadmapFor(context, argument, vscode.l10n.t('Archive Done Tasks'));
        if (file) await context.editor.fulfil(file, { kind: 'archive' });
      }),
      register(commands.assignIds, async (argument) => {
        const file = await roadmapFor(context, argument, vscode.l10n.t('Assign Ids'));
        if (file) await assignIds(context, file);
      }),
      register(commands.markReviewed, (argument) =>
        whole(context, argument, vscode.l10n.t('Mark as Reviewed'), { kind: 'review', date: localDate(new Date()) }),
      ),
      register(commands.repairEncoding, (argument) =>
        whole(context, argument, vscode.l10n.t('Repair Encoding'), { kind: 'repair', ...placeOf(argument) }),
      ),
    );
  },
};

async function addTask(context: FeatureContext, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Add Task');
  const row = groupOf(argument) ?? groupOf(await rowFor(context, argument));
  const file = row && context.store.snapshot.roadmaps.find(({ uri }) => uri === row.uri);
  const fromTree = isFromTree(argument);
  if (file) return add(context, file, { into: row.id }, title, fromTree);
  // Where a roadmap is shown, a cursor in another one says nothing.
  const whole = wholeRoadmapOf(argument);
  const [entry] = whole === undefined ? await tasksFor(context, argument, undefined) : [];
  if (entry) return add(context, entry.file, { after: entry.task.id }, title, fromTree);
  const shown = context.store.snapshot.roadmaps.find(({ uri }) => uri === whole);
  const only = shown?.roadmap && onlyPlace(shown.roadmap);
  if (only) return add(context, shown, only, title, fromTree);
  const place = await pickGroup(context.store, title, whole);
  if (place) await add(context, place.file, { into: place.group.id }, title, fromTree);
}

/** The row that is selected, for a key; the one under the cursor where a command is given none. */
async function rowFor({ store, rows }: FeatureContext, argument: unknown): Promise<unknown> {
  return isForSelection(argument)
    ? (await rows.selected())[0]
    : argument === undefined
      ? rowAtCursor(store)
      : undefined;
}

async function add(
  context: FeatureContext,
  file: RoadmapFile,
  place: TaskPlace,
  title: string,
  fromTree: boolean,
): Promise<void> {
  const text = await askText(title, vscode.l10n.t('The title of the new task'), '');
  if (text === undefined) return;
  const made = await context.editor.change(file, [{ kind: 'add', title: text, place }]);
  if (made) await revealAt(context, made, fromTree);
}

/** Shows the row of the task that was put where an edit was made. */
async function revealAt(context: FeatureContext, { file: { uri }, edits }: Made, fromTree: boolean): Promise<void> {
  const [edit] = edits;
  if (!edit) return;
  const { start } = edit.span;
  const end = start + edit.newText.length;
  const isIn = ({ titleSpan }: Task) => titleSpan.start >= start && titleSpan.start < end;
  await revealChanged(context, uri, (tasks) => tasks.find(isIn), fromTree);
}

async function step(
  context: FeatureContext,
  argument: unknown,
  others: unknown,
  direction: 'up' | 'down',
): Promise<void> {
  const title = direction === 'up' ? vscode.l10n.t('Move Task Up') : vscode.l10n.t('Move Task Down');
  const tasks = sameFile(await tasksOrPick(context, argument, others, title));
  const [first] = tasks;
  const { roadmap } = first?.file ?? {};
  if (!first || !roadmap) return;
  const change = moveAmongSiblings(
    roadmap,
    tasks.map(({ task }) => task.id),
    direction,
  );
  if (typeof change === 'object') await context.editor.change(first.file, [change]);
  else if (change === 'apart') say(vscode.l10n.t('Only tasks that stand side by side move together.'));
  else if (direction === 'up') say(vscode.l10n.t('"{0}" is the first here.', first.task.title));
  else say(vscode.l10n.t('"{0}" is the last here.', tasks[tasks.length - 1]!.task.title));
}

async function move({ editor }: FeatureContext, tasks: readonly TaskEntry[], place: TaskPlace): Promise<void> {
  const [first] = tasks;
  if (first) await editor.change(first.file, [{ kind: 'move', tasks: tasks.map(({ task }) => task.id), place }]);
}

/** Removes tasks, and offers to take that back. */
async function remove({ editor, log }: FeatureContext, entries: readonly TaskEntry[]): Promise<void> {
  for (const file of new Set(entries.map((entry) => entry.file))) {
    const here = entries.filter((entry) => entry.file === file);
    const made = await editor.change(file, [{ kind: 'remove', tasks: here.map(({ task }) => task.id) }]);
    if (!made) continue;
    const undo = vscode.l10n.t('Undo');
    const [first] = here;
    const message =
      here.length === 1
        ? vscode.l10n.t('Removed "{0}".', first!.task.title)
        : vscode.l10n.t('Removed {0} tasks.', here.length);
    // Not waited for: the command is done, whether or not anybody answers.
    vscode.window
      .showInformationMessage(message, undo)
      .then((answer) => (answer === undo ? editor.takeBack(made) : undefined))
      .then(undefined, (error: unknown) => log.error(String(error)));
  }
}

/** Gives ids to the tasks that lack one, behind the prefix that the person confirms. */
async function assignIds({ editor, store }: FeatureContext, file: RoadmapFile): Promise<void> {
  const { idPrefix } = configOf(store.snapshot, file.folder);
  const used = file.roadmap && usedPrefix(file.roadmap);
  const prompt = vscode.l10n.t('What the new ids begin with, such as RM for RM-1');
  const prefix = await askText(vscode.l10n.t('Assign Ids'), prompt, idPrefix ?? used ?? '');
  if (prefix !== undefined) await editor.fulfil(file, { kind: 'assignIds', prefix });
}

/** Changes a roadmap as a whole: the one that is named, the one in the editor, the only one, or one that is chosen. */
async function whole(context: FeatureContext, argument: unknown, title: string, change: Change): Promise<void> {
  const file = await roadmapFor(context, argument, title);
  if (file) await context.editor.change(file, [change]);
}

async function roadmapFor(
  { store }: FeatureContext,
  argument: unknown,
  title: string,
): Promise<RoadmapFile | undefined> {
  const { uri } = (argument ?? {}) as { uri?: unknown };
  const files = store.snapshot.roadmaps.filter(({ roadmap }) => roadmap);
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const named = files.find((file) => file.uri === (typeof uri === 'string' ? uri : active));
  if (named) return named;
  if (files.length === 1) return files[0];
  return pickRoadmap(store, files, title);
}

/** The place that a quick fix names. */
function placeOf(argument: unknown): { at?: number } {
  const { at } = (argument ?? {}) as { at?: unknown };
  return typeof at === 'number' ? { at } : {};
}

/** Those of the first one's roadmap: what is moved stays in its file. */
function sameFile(entries: readonly TaskEntry[]): readonly TaskEntry[] {
  return entries.filter(({ file }) => file.uri === entries[0]?.file.uri);
}

function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 3000);
}
