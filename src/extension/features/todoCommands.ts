import * as vscode from 'vscode';
import { linksOf, tasksOfTodo, type TodoRef } from '../../core/links/links.js';
import { taskOfRef } from '../../core/links/taskLookup.js';
import { statusChanges } from '../../core/edits/statusChanges.js';
import { statusOf } from '../../core/progress/counts.js';
import { usedPrefix } from '../../core/edits/idPattern.js';
import { tasksOf, type Task } from '../../core/model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../../core/model/snapshot.js';
import { activityOf, placeTodo, todoPlace, type PlacedTodo } from '../../core/views/activity.js';
import { commands, taskOf, todoOf } from '../commands.js';
import type { Feature, FeatureContext } from '../feature.js';
import { escapeIcons } from '../labels.js';
import { openRange } from '../openRange.js';
import { askText } from '../pickValue.js';
import { registerCommand } from '../register.js';
import { pickTaskFor } from '../suggestionPick.js';
import { pickGroup, pickTask } from '../taskPick.js';
import { namedTask, taskAtCursor } from '../taskTargets.js';
import { changeTodo, mentionsOf, todoFor } from '../todoEditor.js';

/** Commands for TODOs: go to one, link it to a task, make a task of it, be done with it. */
export const todoCommands: Feature = {
  id: 'todoCommands',
  start(context) {
    const { log } = context;
    const onTodo = (command: string, run: (todo: PlacedTodo, other: unknown) => Promise<void>) =>
      registerCommand(log, command, async (argument?: unknown, other?: unknown) => {
        await context.activity.settled();
        const todo = todoFor(context, argument);
        if (todo) return run(todo, other);
        void vscode.window.showInformationMessage(vscode.l10n.t('There is no TODO here: put the cursor on one.'));
      });
    return vscode.Disposable.from(
      registerCommand(log, commands.openTodo, async (argument?: unknown) => {
        const named = todoOf(argument);
        await context.activity.settled();
        const { snapshot } = context.store;
        const todo = named ? placeTodo(snapshot, named) : await pickTodo(context, vscode.l10n.t('Go to TODO'));
        if (todo) await openRange(todo.file.uri, todo.range);
      }),
      registerCommand(log, commands.linkTodo, async (argument?: unknown) => {
        await context.activity.settled();
        const todo = todoFor(context, argument) ?? (await pickUnlinked(context));
        if (todo) await link(context, todo);
      }),
      onTodo(commands.createTaskFromTodo, (todo) => createTask(context, todo)),
      onTodo(commands.finishTodo, (todo, task) => finish(context, todo, task)),
      registerCommand(log, commands.nextTodo, (argument?: unknown) => step(context, argument, 1)),
      registerCommand(log, commands.previousTodo, (argument?: unknown) => step(context, argument, -1)),
    );
  },
};

/** Asks for one of the TODOs that belong to no task: there is none under the cursor. */
async function pickUnlinked(context: FeatureContext): Promise<PlacedTodo | undefined> {
  const { snapshot } = context.store;
  const { unlinkedTodos } = linksOf(snapshot);
  if (unlinkedTodos.length > 0 || snapshot.todos.files.size === 0)
    return pickTodo(context, vscode.l10n.t('Link TODO to Task'), unlinkedTodos);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Every TODO belongs to a task: put the cursor on the one to link to another.'),
  );
  return undefined;
}

/** Asks for one of these TODOs, or of all. */
async function pickTodo(
  { store }: FeatureContext,
  title: string,
  refs: readonly TodoRef[] = allTodos(store.snapshot),
): Promise<PlacedTodo | undefined> {
  const { snapshot } = store;
  const items = refs.flatMap((ref) => {
    const placed = placeTodo(snapshot, ref);
    if (!placed) return [];
    const description = escapeIcons(`${placed.todo.tag} · ${todoPlace(placed)}`);
    return [{ label: escapeIcons(placed.title), description, placed }];
  });
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No TODO was found in this workspace.'));
    return undefined;
  }
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.placed;
}

function allTodos({ todos }: Snapshot): readonly TodoRef[] {
  return [...todos.files.values()].flatMap(({ uri, todos: all }) => all.map((_, index) => ({ uri, index })));
}

/** Writes into a TODO the id of a task that the person chooses. */
async function link(context: FeatureContext, todo: PlacedTodo): Promise<void> {
  const entry = await pickTaskFor(context, vscode.l10n.t('Link TODO to Task'), todo.title);
  if (entry) await writeId(context, todo, entry.task.id);
}

async function writeId(context: FeatureContext, todo: PlacedTodo, id: string): Promise<void> {
  const wrong = mentionsOf(context, todo).find(({ resolution }) => resolution.kind === 'unknown');
  await changeTodo(todo, { kind: 'link', id, ...(wrong ? { replaces: wrong.raw } : {}) });
}

/** Adds a task called as the TODO says to a roadmap, and writes its id into the TODO. */
async function createTask(context: FeatureContext, todo: PlacedTodo): Promise<void> {
  const title = vscode.l10n.t('Create Task from TODO');
  const text = await askText(title, vscode.l10n.t('The title of the new task'), todo.todo.text);
  if (text === undefined) return;
  const place = await pickGroup(context.store, title);
  if (!place) return;
  const { uri } = place.file;
  const made = await context.editor.change(place.file, [{ kind: 'add', title: text, place: { into: place.group.id } }]);
  const [edit] = made?.edits ?? [];
  if (!edit) return;
  await context.indexer.settled();
  const { start } = edit.span;
  const end = start + edit.newText.length;
  // By its place: other tasks of that title may have got other ids by it.
  const added = tasksIn(context, uri).find(({ titleSpan }) => titleSpan.start >= start && titleSpan.start < end);
  const file = fileOf(context, uri);
  if (!added || !file?.roadmap) return;
  let { id } = added;
  // A roadmap that numbers its tasks numbers this one, too.
  if (usedPrefix(file.roadmap) !== undefined && added.idSource === 'derived') {
    const change = await context.editor.numbering(file, added);
    const [numbered] = change.kind === 'setIds' ? change.ids : [];
    if (numbered && (await context.editor.change(file, [change]))) ({ id } = numbered);
    await context.indexer.settled();
  }
  await writeId(context, todo, id);
}

function fileOf({ store }: FeatureContext, uri: string): RoadmapFile | undefined {
  return store.snapshot.roadmaps.find((file) => file.uri === uri);
}

function tasksIn(context: FeatureContext, uri: string): readonly Task[] {
  const roadmap = fileOf(context, uri)?.roadmap;
  return roadmap ? [...tasksOf(roadmap)] : [];
}

/** Marks the task of a TODO as done, where it is not, and takes the TODO out; both, or nothing. */
async function finish(context: FeatureContext, todo: PlacedTodo, argument: unknown): Promise<void> {
  const { store, editor } = context;
  const all = tasksOfTodo(mentionsOf(context, todo)).flatMap((ref) => taskOfRef(store.snapshot, ref) ?? []);
  const named = namedTask(store, argument);
  const [target] = named ? [named] : all;
  // One that belongs to other tasks, too, stays for these.
  const stays = all.length > 1;
  const remove = { kind: 'remove' } as const;
  if (!stays && !(await changeTodo(todo, remove, { dryRun: true }))) return;
  if (target && statusOf(target.task) !== 'done') {
    const { file, task } = target;
    const others = activityOf(store.snapshot, file.uri, task.id).todos.length - 1;
    if (others > 0 && !(await confirmDone(task, others))) return;
    if (!(await editor.change(file, statusChanges(task, 'done')))) return;
  }
  if (!stays) await changeTodo(todo, remove);
  else
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The TODO stays where it is: it belongs to other tasks as well.'),
    );
}

/** A task with other TODOs is perhaps not done with this one. */
async function confirmDone({ title }: Task, others: number): Promise<boolean> {
  const done = vscode.l10n.t('Mark as Done');
  const answer = await vscode.window.showWarningMessage(
    others === 1
      ? vscode.l10n.t('"{0}" has 1 more TODO.', title)
      : vscode.l10n.t('"{0}" has {1} more TODOs.', title, others),
    { modal: true },
    done,
  );
  return answer === done;
}

/** Goes to the next TODO of a task, or the one before: of the one the cursor is on, else of one that is chosen. */
async function step(context: FeatureContext, argument: unknown, direction: 1 | -1): Promise<void> {
  const { store, activity } = context;
  await activity.settled();
  const here = taskOf(argument) ? undefined : todoFor(context, undefined);
  const [ref] = here ? tasksOfTodo(mentionsOf(context, here)) : [];
  const linked = ref && taskOfRef(store.snapshot, ref);
  const task =
    namedTask(store, argument) ??
    linked ??
    taskAtCursor(store) ??
    (await pickTask(
      store,
      direction > 0 ? vscode.l10n.t('Next TODO of Task') : vscode.l10n.t('Previous TODO of Task'),
    ));
  if (!task) return;
  const refs = activityOf(store.snapshot, task.file.uri, task.task.id).todos;
  const at = here ? refs.findIndex(({ uri, index }) => uri === here.file.uri && index === here.index) : -1;
  const next = refs[at < 0 ? (direction > 0 ? 0 : refs.length - 1) : (at + direction + refs.length) % refs.length];
  const placed = next && placeTodo(store.snapshot, next);
  if (placed) await openRange(placed.file.uri, placed.range);
  else void vscode.window.showInformationMessage(vscode.l10n.t('"{0}" has no TODO.', task.task.title));
}
