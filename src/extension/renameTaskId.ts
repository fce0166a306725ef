import * as vscode from 'vscode';
import { checkNewId, dependsOnTask, meansTask } from '../core/edits/newId.js';
import { linksOf, tasksOfTodo } from '../core/links/links.js';
import { taskOfRef, type PlacedTask, type TaskRef } from '../core/links/taskLookup.js';
import type { TextEdit } from '../core/model/edit.js';
import { nodesOf, taskById } from '../core/model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../core/model/snapshot.js';
import type { TodoFile } from '../core/model/todo.js';
import type { FormerId } from '../core/references/taskId.js';
import { todoTags } from '../core/references/todos.js';
import { applyEdits, composeEdits } from '../core/text/textEdits.js';
import {
  applyTextEdits,
  isStale,
  NotEdited,
  openToEdit,
  workspaceEdit,
  type CreatedFile,
  type DocumentEdits,
} from '../hosts/vscode/documentEdits.js';
import { setting } from './config.js';
import type { FeatureContext } from './feature.js';
import { checkEncoding, tellNotEdited } from './notEdited.js';
import { toRange } from './register.js';
import { pickTask } from './taskPick.js';
import { namedTask, taskAtCursor } from './taskTargets.js';
import { taskSymbolAt } from './taskSymbol.js';
import { mentionsOf, todoFor } from './todoEditor.js';
import { todoSyntaxOf } from './todoSyntax.js';

/** Loaded with the first change. */
const loadEditing = () => import('../workspace/editing.js');

/** *Rename Task Id…*: of a row, the task or TODO under the cursor, or one that is chosen; `given` is the new id, if it is known. */
export async function renameTaskId(context: FeatureContext, argument: unknown, given: unknown): Promise<void> {
  const { store, activity } = context;
  await activity.settled();
  const title = vscode.l10n.t('Rename Task Id');
  const found = namedTask(store, argument) ?? underCursor(context) ?? (await pickTask(store, title));
  if (!found) return;
  const ref = { uri: found.file.uri, id: found.task.id };
  const id = typeof given === 'string' ? given : await askId(store.snapshot, ref, found, title);
  if (id === undefined) return;
  await tellNotEdited(async () => {
    const planned = await planRename(context, ref, id);
    const preview = vscode.Uri.parse(ref.uri);
    if (await applyTextEdits(planned.all, planned.created, preview)) sayDone(ref.id, id, planned.left);
    else if (isStale(planned.all))
      throw new NotEdited(
        vscode.l10n.t('A file was changed meanwhile, so nothing was renamed: rename {0} again.', ref.id),
      );
  });
}

/** The task at the cursor: in its roadmap, in a mention, or the first that a TODO belongs to. */
function underCursor(context: FeatureContext): PlacedTask | undefined {
  const { snapshot } = context.store;
  const editor = vscode.window.activeTextEditor;
  const [named] = editor ? (taskSymbolAt(snapshot, editor.document, editor.selection.active)?.tasks ?? []) : [];
  const todo = named ? undefined : todoFor(context, undefined);
  const [first] = todo ? tasksOfTodo(mentionsOf(context, todo)) : [];
  const ref = named ?? first;
  return (ref && taskOfRef(snapshot, ref)) ?? taskAtCursor(context.store);
}

async function askId(
  snapshot: Snapshot,
  ref: TaskRef,
  { task }: PlacedTask,
  title: string,
): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('The new id of "{0}", in its roadmap and wherever it is named', task.title),
    value: task.id,
    validateInput: (text) => (text.trim() === task.id ? '' : checkNewId(snapshot, ref, text.trim())),
  });
  const id = answer?.trim();
  return id === task.id && task.idSource === 'explicit' ? undefined : id;
}

function sayDone(old: string, id: string, left: number): void {
  vscode.window.setStatusBarMessage(vscode.l10n.t('Renamed {0} to {1}', old, id), 3000);
  if (left === 0) return;
  void vscode.window.showInformationMessage(
    left === 1
      ? vscode.l10n.t(
          '1 place still says {0}, as its form has no room for {1}: it names the task all the same.',
          old,
          id,
        )
      : vscode.l10n.t(
          '{0} places still say {1}, as their form has no room for {2}: they name the task all the same.',
          left,
          old,
          id,
        ),
  );
}

/** What can be renamed at a position: a mention of one task, or the id of one in its roadmap. */
export function renamedAt(
  { store: { snapshot } }: FeatureContext,
  document: vscode.TextDocument,
  position: vscode.Position,
): { readonly ref: TaskRef; readonly range: vscode.Range; readonly placeholder: string } | undefined {
  const symbol = taskSymbolAt(snapshot, document, position);
  const [ref, other] = symbol?.tasks ?? [];
  if (!symbol || !ref || other || symbol.kind === 'title') return undefined;
  // What is written may be a former id, or the title that something depends on.
  return { ref, range: toRange(symbol.range), placeholder: ref.id };
}

/** The edits of *Rename Symbol* at a position. Throws what is told to the person. */
export async function renameAt(
  context: FeatureContext,
  document: vscode.TextDocument,
  position: vscode.Position,
  id: string,
): Promise<vscode.WorkspaceEdit> {
  await context.activity.settled();
  const found = renamedAt(context, document, position);
  if (!found) throw new Error(vscode.l10n.t('There is no task id here: put the cursor on one.'));
  const { all, created } = await planRename(context, found.ref, id.trim());
  return workspaceEdit(all, created);
}

interface PlannedRename {
  readonly all: readonly DocumentEdits[];
  readonly created?: CreatedFile;
  /** How many places keep the old id, which is an alias then. */
  readonly left: number;
}

/** Plans all edits on the texts as they stand in VS Code. Throws `NotEdited` where one of them cannot be made. */
async function planRename(context: FeatureContext, ref: TaskRef, id: string): Promise<PlannedRename> {
  await context.indexer.settled();
  const { snapshot } = context.store;
  const refusal = checkNewId(snapshot, ref, id);
  if (refusal !== undefined) throw new NotEdited(refusal);
  const { file, task } = taskOfRef(snapshot, ref)!;
  const [editing, { planAliases }] = await Promise.all([loadEditing(), import('./aliases.js')]);
  const edits = new Edits();
  const former: FormerId[] = [];
  for (const roadmap of snapshot.roadmaps) {
    if (roadmap.folder.uri !== file.folder.uri) continue;
    const means = dependsOnTask(snapshot, roadmap, ref);
    const own = roadmap === file;
    if (!own && !dependsOn(roadmap, means)) continue;
    const { opened, document, version } = await context.editor.open(roadmap, editing);
    if (own && taskById(opened.roadmap, task.id)?.title !== task.title) throw changed(roadmap.path);
    const planned = editing.planIdInRoadmap(opened, own ? task.id : undefined, id, means);
    if (!planned.ok) throw planned.code === 'unchanged' ? changed(roadmap.path) : new NotEdited(planned.message);
    if (own) former.push(...editing.formerIdsOf(opened, planned.text));
    edits.add(document, version, planned.edits, vscode.l10n.t('Roadmap'), planned.left?.length ?? 0);
  }
  for (const uri of new Set(
    linksOf(snapshot)
      .activityOf(ref.uri, task.id)
      .todos.map((todo) => todo.uri),
  ))
    await planInCode(context, snapshot.todos.files.get(uri)!, ref, id, edits);
  const { changed: config, created } = await planAliases(snapshot, file.folder, former);
  const label = vscode.l10n.t('Former ids');
  if (config) edits.add(config.document, config.version, config.edits, label, 0);
  for (const { document } of edits.all)
    await checkEncoding(document, vscode.workspace.asRelativePath(document.uri), id);
  return { all: edits.all, left: edits.left, ...(created ? { created: { ...created, label } } : {}) };
}

async function planInCode(
  context: FeatureContext,
  file: TodoFile,
  ref: TaskRef,
  id: string,
  edits: Edits,
): Promise<void> {
  const document = await openToEdit(vscode.Uri.parse(file.uri), file.path);
  const { version } = document;
  const syntax = todoSyntaxOf(document) ?? context.activity.approximateSyntax(file.path);
  if (!syntax) throw changed(file.path);
  const text = edits.textOf(document);
  const means = meansTask(context.store.snapshot, file, ref);
  const { planIdInCode } = await loadEditing();
  const planned = planIdInCode({ text, syntax, tags: todoTags(setting('todos.tags')) }, id, means);
  if (planned.edits.length + planned.left === 0) throw changed(file.path);
  edits.add(document, version, planned.edits, vscode.l10n.t('TODOs'), planned.left);
}

function dependsOn({ roadmap }: RoadmapFile, means: (value: string) => boolean): boolean {
  if (!roadmap) return false;
  return nodesOf(roadmap).some((node) => node.dependsOn?.some(({ value }) => means(value)));
}

function changed(path: string): NotEdited {
  return new NotEdited(
    vscode.l10n.t('{0} has been changed meanwhile, so nothing was renamed: look at it and try again.', path),
  );
}

/** Edits document by document: a roadmap may hold TODOs, too, which are planned on what its own edits lead to. */
class Edits {
  private readonly byUri = new Map<string, DocumentEdits>();
  left = 0;

  get all(): readonly DocumentEdits[] {
    return [...this.byUri.values()].filter(({ edits }) => edits.length > 0);
  }

  /** The text that the edits so far lead to. */
  textOf(document: vscode.TextDocument): string {
    return applyEdits(document.getText(), this.byUri.get(document.uri.toString())?.edits ?? []);
  }

  add(document: vscode.TextDocument, version: number, edits: readonly TextEdit[], label: string, left: number): void {
    this.left += left;
    const uri = document.uri.toString();
    const before = this.byUri.get(uri);
    const { length } = document.getText();
    this.byUri.set(
      uri,
      before ? { ...before, edits: composeEdits(length, before.edits, edits) } : { document, version, edits, label },
    );
  }
}
