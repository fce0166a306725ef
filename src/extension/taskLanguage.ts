import * as vscode from 'vscode';
import { taskOfRef, type TaskRef } from '../core/links/taskLookup.js';
import type { Range } from '../core/model/span.js';
import { definitionsOf, mentionsIn, placesOfTask } from '../core/views/taskPlaces.js';
import { mostTasks, searchTasks } from '../core/views/taskChoices.js';
import type { FeatureContext } from './feature.js';
import { rangeOf, toRange } from './register.js';
import { taskSymbolAt } from './taskSymbol.js';

/** Answers to what VS Code asks of the references to tasks; loaded with the first file that has any. */

/** From what names a task to its title in the roadmap. */
export function definitions(
  { store: { snapshot } }: FeatureContext,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.LocationLink[] {
  const symbol = taskSymbolAt(snapshot, document, position);
  // A task is its own definition, which leads nowhere.
  if (!symbol || symbol.kind === 'title') return [];
  return definitionsOf(snapshot, symbol).map(({ uri, range, title }) => ({
    originSelectionRange: toRange(symbol.range),
    targetUri: vscode.Uri.parse(uri),
    targetRange: toRange(range),
    targetSelectionRange: toRange(title),
  }));
}

/**
 * TODOs of a task, what depends on it, and itself where it is asked for. Commits stand in no file that VS Code could list: they are
 * offered by *Show Activity of Task*.
 */
export function references(
  { store: { snapshot } }: FeatureContext,
  document: vscode.TextDocument,
  position: vscode.Position,
  declaration: boolean,
): vscode.Location[] {
  const symbol = taskSymbolAt(snapshot, document, position);
  return (symbol?.tasks ?? [])
    .flatMap((ref) => placesOfTask(snapshot, ref))
    .filter(({ kind }) => declaration || kind !== 'task')
    .map(({ uri, range }) => new vscode.Location(vscode.Uri.parse(uri), toRange(range)));
}

/** All that names the same task in a file. On a title there are none: there a word is a word, and VS Code shows it. */
export function highlights(
  { store: { snapshot } }: FeatureContext,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.DocumentHighlight[] | undefined {
  const symbol = taskSymbolAt(snapshot, document, position);
  if (!symbol || symbol.kind === 'title' || symbol.tasks.length === 0) return undefined;
  const uri = document.uri.toString();
  return symbol.tasks
    .flatMap((ref) => placesOfTask(snapshot, ref))
    .filter((place) => place.uri === uri && isOneWord(place.range, document))
    .map(
      ({ range, kind }) =>
        new vscode.DocumentHighlight(
          toRange(range),
          kind === 'task' ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read,
        ),
    );
}

/** The title of a task without an id of its own is no occurrence of one. */
function isOneWord(range: Range, document: vscode.TextDocument): boolean {
  return !/\s/.test(document.getText(toRange(range)));
}

/** A link in a file, with the task it leads to. */
export class TaskLink extends vscode.DocumentLink {
  constructor(
    range: vscode.Range,
    readonly task: TaskRef,
  ) {
    super(range);
    this.tooltip = vscode.l10n.t('Go to Task');
  }
}

/** The mentions of tasks in code as links. Where these lead is asked when one is followed: roadmaps change meanwhile. */
export function links({ store: { snapshot } }: FeatureContext, document: vscode.TextDocument): TaskLink[] {
  return mentionsIn(snapshot, document.uri.toString()).map(({ range, task }) => new TaskLink(toRange(range), task));
}

/** A link with its target: the line of the task in its roadmap. */
export function resolveLink({ store: { snapshot } }: FeatureContext, link: TaskLink): TaskLink {
  const found = taskOfRef(snapshot, link.task);
  if (!found) return link;
  const { line, character } = found.file.lines.positionAt(found.task.titleSpan.start);
  link.target = vscode.Uri.parse(found.file.uri).with({ fragment: `L${line + 1},${character + 1}` });
  return link;
}

/** Tasks by the letters of their ids and titles. */
export function workspaceSymbols({ store: { snapshot } }: FeatureContext, query: string): vscode.SymbolInformation[] {
  return searchTasks(snapshot, query, mostTasks).entries.map(({ file, task, path }) => {
    const range = rangeOf(file, task.titleSpan);
    return new vscode.SymbolInformation(
      task.idSource === 'explicit' ? `${task.id} ${task.title}` : task.title,
      vscode.SymbolKind.Event,
      path.join(' › '),
      new vscode.Location(vscode.Uri.parse(file.uri), range),
    );
  });
}
