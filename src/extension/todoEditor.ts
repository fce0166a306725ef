import * as vscode from 'vscode';
import { resolveTodos, type ResolvedMention } from '../core/links/links.js';
import type { EditResult, TodoChange } from '../core/model/edit.js';
import { placeTodo, type PlacedTodo } from '../core/views/activity.js';
import { applyTextEdits, NotEdited, openToEdit } from '../hosts/vscode/documentEdits.js';
import { todoOf, type TodoArgument } from './commands.js';
import { setting } from './config.js';
import type { FeatureContext } from './feature.js';
import { alwaysChanging, checkEncoding, tellNotEdited } from './notEdited.js';

/** The TODO that a row or an argument names, else the one under the cursor. */
export function todoFor({ store }: FeatureContext, argument: unknown): PlacedTodo | undefined {
  const named = todoOf(argument) ?? todoAtCursor(store.snapshot.todos);
  return named && placeTodo(store.snapshot, named);
}

/** The TODO in whose lines the cursor stands. */
function todoAtCursor({ files }: FeatureContext['store']['snapshot']['todos']): TodoArgument | undefined {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri.toString() ?? '';
  const line = editor?.selection.active.line ?? -1;
  const index =
    files.get(uri)?.places.findIndex(({ range }) => range.start.line <= line && line <= range.end.line) ?? -1;
  return index < 0 ? undefined : { uri, index };
}

/** What the mentions of a TODO mean. */
export function mentionsOf({ store }: FeatureContext, { file, index }: PlacedTodo): readonly ResolvedMention[] {
  return resolveTodos(store.snapshot, file)[index] ?? [];
}

/**
 * Changes a TODO in its file as it stands in VS Code, as one step to undo. False where nothing was done, of which the person
 * is told: the TODO says something else meanwhile, or no way was found. `dryRun` only finds out whether it could be done.
 */
export async function changeTodo(
  placed: PlacedTodo,
  change: TodoChange,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<boolean> {
  return (await tellNotEdited(() => carryOutTodo(placed, change, dryRun).then(() => true))) ?? false;
}

/** The same for an agent, which is told by `NotEdited` what cannot be done; resolves to what was planned, and on which text. */
export async function carryOutTodo(
  { file, index, todo }: PlacedTodo,
  change: TodoChange,
  dryRun: boolean,
): Promise<{ readonly text: string; readonly result: EditResult }> {
  const { planTodoChange, readsAs, todoSyntaxOf, todoTags } = await import('./todoChanges.js');
  const document = await openToEdit(vscode.Uri.parse(file.uri), file.path);
  const { version } = document;
  const text = document.getText();
  const syntax = todoSyntaxOf(document);
  if (!syntax)
    throw new NotEdited(
      vscode.l10n.t('The language of {0} is known by its comment marks alone: change the comment by hand.', file.path),
    );
  const code = { text, syntax, tags: todoTags(setting('todos.tags')) };
  if (!readsAs(code, index, todo))
    throw new NotEdited(vscode.l10n.t('This TODO has been changed meanwhile: look at it and try again.'));
  const planned = planTodoChange(code, index, change);
  if (!planned.ok) throw new NotEdited(planned.message);
  await checkEncoding(document, file.path, planned.edits);
  if (!dryRun && !(await applyTextEdits([{ document, edits: planned.edits, version }])))
    throw alwaysChanging(file.path);
  return { text, result: planned };
}
