import * as vscode from 'vscode';
import { formats } from '../../core/formats/index.js';
import { tasksOf, type Roadmap, type Status, type Task } from '../../core/model/roadmap.js';
import type { RoadmapFile } from '../../core/model/snapshot.js';
import { statusOf } from '../../core/progress/counts.js';
import { commands, type TaskArgument } from '../commands.js';
import type { Feature } from '../feature.js';

/** Ends the kinds of the actions, so that a person can bind keys to them. */
const moveOn = vscode.CodeActionKind.RefactorRewrite.append('roadmap');

/** Actions on the lines of a roadmap: move a task on, and write garbled characters as they were meant. */
export const codeActions: Feature = {
  id: 'codeActions',
  start({ store }) {
    const endings = formats.flatMap((format) => format.endings).map((ending) => ending.slice(1));
    return vscode.languages.registerCodeActionsProvider(
      { pattern: `**/*.{${endings.join(',')}}` },
      {
        provideCodeActions(document, range, { diagnostics }) {
          const file = store.snapshot.roadmaps.find(({ uri }) => uri === document.uri.toString());
          if (!file?.roadmap) return [];
          return [
            ...repairs(file, document, range, diagnostics),
            ...changesAt(file.uri, file.roadmap, document, range.start),
          ];
        },
      },
      { providedCodeActionKinds: [moveOn, vscode.CodeActionKind.QuickFix] },
    );
  },
};

/** Where characters are garbled: those at the place, and all of the file. */
function repairs(
  { uri, problems }: RoadmapFile,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const garbled = problems.find(({ code }) => code === 'mojibake');
  if (!garbled) return [];
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const at = garbled.places?.find((place) => place.start <= end && start <= place.end);
  const told = diagnostics.filter(({ source, code }) => source === 'Roadmap Lens' && code === garbled.code);
  if (!at && told.length === 0) return [];
  const everywhere = action(vscode.l10n.t('Repair the encoding of the whole file'), vscode.CodeActionKind.QuickFix, {
    command: commands.repairEncoding,
    arguments: [{ uri }],
  });
  everywhere.diagnostics = told;
  everywhere.isPreferred = true;
  if (!at) return [everywhere];
  const here = action(vscode.l10n.t('Write this character as it was meant'), vscode.CodeActionKind.QuickFix, {
    command: commands.repairEncoding,
    arguments: [{ uri, at: at.start }],
  });
  here.diagnostics = told;
  return [here, everywhere];
}

/** What can be made of the task in whose first line a place is. */
function changesAt(
  uri: string,
  roadmap: Roadmap,
  document: vscode.TextDocument,
  place: vscode.Position,
): vscode.CodeAction[] {
  // Asked at every movement of the cursor: the tasks are gone through as they are, and no rows made.
  const { range } = document.lineAt(place.line);
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  let task: Task | undefined;
  // The last one of a line is the innermost.
  for (const one of tasksOf(roadmap)) if (one.titleSpan.start >= start && one.titleSpan.start <= end) task = one;
  if (!task) return [];
  const status = statusOf(task);
  const named: TaskArgument = { uri, id: task.id };
  const steps: readonly (readonly [Status, string])[] = [
    ['done', vscode.l10n.t('Mark task as done')],
    ['doing', vscode.l10n.t('Mark task as in progress')],
    ['todo', vscode.l10n.t('Mark task as to do')],
  ];
  return steps
    .filter(([value]) => value !== status)
    .map(([value, title]) => action(title, moveOn, { command: commands.setStatus, arguments: [named, value] }));
}

function action(
  title: string,
  kind: vscode.CodeActionKind,
  command: { readonly command: string; readonly arguments: unknown[] },
): vscode.CodeAction {
  const result = new vscode.CodeAction(title, kind);
  result.command = { title, ...command };
  return result;
}
