import * as vscode from 'vscode';
import { resolveTodos } from '../../core/links/links.js';
import { taskOfRef, type PlacedTask, type Resolution, type TaskRef } from '../../core/links/taskLookup.js';
import { tasksOf } from '../../core/model/roadmap.js';
import { touches } from '../../core/model/span.js';
import { taskCard } from '../../core/views/taskCard.js';
import type { Feature, FeatureContext } from '../feature.js';
import { rangeOf, toRange } from '../register.js';
import { taskCardMarkdown } from '../taskCardMarkdown.js';

/** Cards on references to tasks in code, and on the tasks themselves in their roadmaps. */
export const hovers: Feature = {
  id: 'hovers',
  start(context) {
    return vscode.languages.registerHoverProvider(
      { pattern: '**/*' },
      {
        provideHover: (document, position) =>
          onTodo(context, document, position) ?? onTask(context, document, position),
      },
    );
  },
};

function onTodo(
  { store }: FeatureContext,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const { snapshot } = store;
  const file = snapshot.todos.files.get(document.uri.toString());
  if (!file) return undefined;
  for (const [index, place] of file.places.entries()) {
    const mentions = resolveTodos(snapshot, file)[index]!;
    const at = place.mentions.findIndex((range) => toRange(range).contains(position));
    const onTag = toRange(place.tag).contains(position);
    if (at < 0 && !onTag) continue;
    // On the tag: all that it belongs to. On an id: that one.
    const meant = at < 0 ? mentions.filter(({ resolution }) => resolution.kind !== 'none') : [mentions[at]!];
    const contents = meant.flatMap(({ resolution, raw }) => say(store.snapshot, resolution, raw));
    if (contents.length === 0) return undefined;
    return new vscode.Hover(contents, toRange(at < 0 ? place.tag : place.mentions[at]!));
  }
  return undefined;
}

function say(
  snapshot: FeatureContext['store']['snapshot'],
  resolution: Resolution,
  raw: string,
): vscode.MarkdownString[] {
  switch (resolution.kind) {
    case 'task':
      return cards(snapshot, [resolution.target]);
    case 'ambiguous':
      return [
        plain(vscode.l10n.t('{0} may mean one of these: their roadmaps are equally near.', raw)),
        ...cards(snapshot, resolution.targets),
      ];
    case 'unknown':
      return [
        plain(vscode.l10n.t('No roadmap in scope has a task {0}: correct the id, or link the TODO to a task.', raw)),
      ];
    default:
      return [];
  }
}

function plain(text: string): vscode.MarkdownString {
  return new vscode.MarkdownString().appendText(text);
}

function cards(snapshot: FeatureContext['store']['snapshot'], refs: readonly TaskRef[]): vscode.MarkdownString[] {
  return refs.flatMap((ref) => taskOfRef(snapshot, ref) ?? []).map((target) => card(snapshot, target));
}

function card(snapshot: FeatureContext['store']['snapshot'], target: PlacedTask): vscode.MarkdownString {
  const { file, task } = target;
  return taskCardMarkdown(taskCard(snapshot, target, Date.now() / 1000), { uri: file.uri, id: task.id });
}

function onTask(
  { store }: FeatureContext,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const { snapshot } = store;
  const file = snapshot.roadmaps.find(({ uri }) => uri === document.uri.toString());
  if (!file?.roadmap) return undefined;
  const offset = file.lines.offsetAt(position);
  for (const task of tasksOf(file.roadmap)) {
    const on = [task.titleSpan, task.idSpan].find((span) => span && touches(span, offset));
    if (on) return new vscode.Hover(card(snapshot, { file, task }), rangeOf(file, on));
  }
  return undefined;
}
