import * as vscode from 'vscode';
import { findTask, type TaskEntry } from '../core/views/taskList.js';
import type { Folder, RoadmapFile } from '../core/model/snapshot.js';
import {
  annotationBegun,
  idPlaceInComment,
  idPlaceInCommit,
  idPlaceInMarkdown,
  idPlaceInYaml,
} from '../core/references/idPlaces.js';
import { commentsOf } from '../core/references/readTodos.js';
import { todoTags, type TodoTags } from '../core/references/todos.js';
import { sayPlace, searchText, taskChoices, type ChoiceScope } from '../core/views/taskChoices.js';
import { taskCard } from '../core/views/taskCard.js';
import { setting } from './config.js';
import type { FeatureContext } from './feature.js';
import { taskCardMarkdown } from './taskCardMarkdown.js';
import { foldersOfCommit } from './taskSymbol.js';
import { todoSyntaxOf } from './todoSyntax.js';

/** Of longer texts it is not found out where their comments are. */
const longest = 1_000_000;

/** An id with the task it stands for. */
class IdItem extends vscode.CompletionItem {
  constructor(
    label: vscode.CompletionItemLabel,
    readonly task: { readonly uri: string; readonly id: string },
  ) {
    super(label, vscode.CompletionItemKind.Reference);
  }
}

/** Ids of tasks where one is being written: in comments, and in a roadmap that says what depends on what. */
export function completeInFile(
  context: FeatureContext,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.CompletionList | undefined {
  const { snapshot } = context.store;
  const uri = document.uri.toString();
  const roadmap = snapshot.roadmaps.find((file) => file.uri === uri);
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const inPlan = roadmap && dependencyPlace(document, position, before, roadmap);
  if (inPlan && roadmap)
    return idItems(context, position, inPlan.typed, {
      folder: roadmap.folder.uri,
      path: roadmap.path,
      dependent: { uri, offset: document.offsetAt(position) },
    });
  return inComment(context, document, position, before);
}

function inComment(
  context: FeatureContext,
  document: vscode.TextDocument,
  position: vscode.Position,
  before: string,
): vscode.CompletionList | undefined {
  const tags = tagsNow();
  const place = idPlaceInComment(before, tags);
  const begun = place ? place.tag : annotationBegun(before);
  if (begun === undefined) return undefined;
  const scope = scopeOf(context.store.snapshot.folders, document);
  if (!scope || !isInComment(context, document, new vscode.Position(position.line, begun))) return undefined;
  if (place) return idItems(context, position, place.typed, scope);
  const item = new vscode.CompletionItem('@task', vscode.CompletionItemKind.Keyword);
  item.detail = vscode.l10n.t('Names the task that this code implements');
  item.insertText = '@task ';
  item.range = new vscode.Range(position.line, begun, position.line, position.character);
  item.command = { title: '', command: 'editor.action.triggerSuggest' };
  return new vscode.CompletionList([item]);
}

let known: { readonly set: readonly string[]; readonly tags: TodoTags } | undefined;

function tagsNow(): TodoTags {
  const set = setting('todos.tags');
  if (known?.set.join('\n') !== set.join('\n')) known = { set, tags: todoTags(set) };
  return known.tags;
}

function isInComment({ activity }: FeatureContext, document: vscode.TextDocument, position: vscode.Position): boolean {
  const syntax = todoSyntaxOf(document) ?? activity.approximateSyntax(document.uri.path);
  if (!syntax || (syntax === 'prose' && !setting('todos.inText'))) return false;
  const text = document.getText();
  if (text.length > longest) return false;
  const offset = document.offsetAt(position);
  return commentsOf(text, syntax).some(({ start, end }) => start <= offset && offset < end);
}

/** Where a document lies: in the innermost of the folders that hold it. */
function scopeOf(folders: readonly Folder[], { uri }: vscode.TextDocument): ChoiceScope | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (!folder || !folders.some((one) => one.uri === folder.toString())) return undefined;
  return { folder: folder.toString(), path: uri.path.slice(folder.path.length).replace(/^\//, '') };
}

function dependencyPlace(
  document: vscode.TextDocument,
  position: vscode.Position,
  before: string,
  { roadmap, path }: RoadmapFile,
) {
  const isYaml = roadmap ? roadmap.format === 'yaml' : !/\.(?:md|markdown|mdown|mkd)$/i.test(path);
  if (isYaml) return idPlaceInYaml(before, keyAbove(document, position.line));
  return idPlaceInMarkdown(
    before,
    before.trimStart().startsWith('|') ? columnOf(document, position.line, before) : undefined,
  );
}

/** So many lines above the cursor are looked at. */
const mostLines = 200;

/** The key whose list an item of YAML stands in. */
function keyAbove(document: vscode.TextDocument, line: number): string | undefined {
  const indent = /^\s*/.exec(document.lineAt(line).text)![0].length;
  for (let at = line - 1; at >= Math.max(0, line - mostLines); at--) {
    const { text, isEmptyOrWhitespace } = document.lineAt(at);
    if (isEmptyOrWhitespace || /^\s*(?:-\s|#)/.test(text) || /^\s*/.exec(text)![0].length > indent) continue;
    return /^\s*["']?([\w -]{2,30})["']?\s{0,4}:\s{0,8}(?:#.*)?$/.exec(text)?.[1];
  }
  return undefined;
}

/** The heading of the column of a table that the cursor stands in. */
function columnOf(document: vscode.TextDocument, line: number, before: string): string | undefined {
  let first = line;
  while (
    first > Math.max(0, line - mostLines) &&
    document
      .lineAt(first - 1)
      .text.trimStart()
      .startsWith('|')
  )
    first--;
  if (first === line) return undefined;
  const column = before.split('|').length - 1;
  return document.lineAt(first).text.split('|')[column]?.replace(/[*_`]/g, '').trim();
}

/** Ids of tasks in the message of a commit. `asked`: the person asked for them, rather than typed on. */
export function completeInCommit(
  context: FeatureContext,
  document: vscode.TextDocument,
  position: vscode.Position,
  asked: boolean,
): vscode.CompletionList | undefined {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  if (before.startsWith('#')) return undefined;
  const place = idPlaceInCommit(before, asked);
  if (!place) return undefined;
  const lists = foldersOfCommit(context.store.snapshot, document).map((folder) =>
    idItems(context, position, place.typed, { folder, path: '' }, place.blank ? ' ' : ''),
  );
  const items = lists.flatMap((list) => list.items);
  return new vscode.CompletionList(
    items,
    lists.some(({ isIncomplete }) => isIncomplete),
  );
}

function idItems(
  { store: { snapshot }, active }: FeatureContext,
  position: vscode.Position,
  typed: string,
  scope: ChoiceScope,
  lead = '',
): vscode.CompletionList {
  const range = new vscode.Range(position.translate(0, -typed.length), position);
  const { task: at } = active;
  // What a person is at work on comes first.
  const preferred = at && { uri: at.file.uri, id: at.task.id };
  const { entries, isIncomplete } = taskChoices(snapshot, scope, typed, preferred);
  const items = entries.map((entry, index) => idItem(entry, index, range, lead));
  return new vscode.CompletionList(items, isIncomplete);
}

function idItem(entry: TaskEntry, index: number, range: vscode.Range, lead: string): IdItem {
  const { file, task } = entry;
  const label = { label: task.id, detail: `  ${task.title}`, description: sayPlace(entry) };
  const item = new IdItem(label, { uri: file.uri, id: task.id });
  item.detail = task.title;
  // What is typed is looked for in both, so that a task is found by its title, too.
  item.filterText = lead + searchText(entry);
  item.sortText = String(index).padStart(4, '0');
  item.insertText = lead + task.id;
  item.range = range;
  return item;
}

/** An item with the card of its task. */
export function resolveItem(
  { store: { snapshot } }: FeatureContext,
  item: vscode.CompletionItem,
): vscode.CompletionItem {
  if (!(item instanceof IdItem)) return item;
  const found = findTask(snapshot, item.task.id, item.task.uri);
  if (found) item.documentation = taskCardMarkdown(taskCard(snapshot, found, Date.now() / 1000), item.task);
  return item;
}
