import * as vscode from 'vscode';
import { isAdjustable, type FileProblems, type FoundProblem } from '../../core/model/problem.js';
import type { Range } from '../../core/model/span.js';
import { tasksOf, type Roadmap, type Status, type Task } from '../../core/model/roadmap.js';
import type { RoadmapFile } from '../../core/model/snapshot.js';
import { statusOf } from '../../core/progress/counts.js';
import { commands, internalCommands, type IgnoreArgument, type TaskArgument } from '../commands.js';
import type { Feature } from '../feature.js';
import { toRange } from '../register.js';

/** Ends the kinds of the actions, so that a person can bind keys to them. */
const moveOn = vscode.CodeActionKind.RefactorRewrite.append('roadmap');
const fixAll = vscode.CodeActionKind.SourceFixAll.append('roadmapLens');

/** Actions on the lines of a roadmap, which move a task on, and the ways out of problems wherever they stand. */
export const codeActions: Feature = {
  id: 'codeActions',
  start({ store, findings }) {
    return vscode.languages.registerCodeActionsProvider(
      { pattern: '**/*' },
      {
        provideCodeActions(document, range, context) {
          const uri = document.uri.toString();
          const found = findings.of(uri);
          const file = store.snapshot.roadmaps.find((roadmap) => roadmap.uri === uri);
          if (!found && !file) return [];
          const wanted = (kind: vscode.CodeActionKind) => !context.only || context.only.intersects(kind);
          return [
            ...(found && wanted(vscode.CodeActionKind.QuickFix)
              ? fixesAt(found, document, range, context.diagnostics)
              : []),
            ...(file && wanted(vscode.CodeActionKind.QuickFix)
              ? repairHere(file, document, range, context.diagnostics)
              : []),
            ...(found && wanted(fixAll) ? allFixes(found) : []),
            ...(file?.roadmap && wanted(moveOn) ? changesAt(file.uri, file.roadmap, document, range.start) : []),
          ];
        },
      },
      { providedCodeActionKinds: [moveOn, vscode.CodeActionKind.QuickFix, fixAll] },
    );
  },
};

/** The ways out of the problems at a place, and for each the way not to be told of it there. */
function fixesAt(
  { uri, problems }: FileProblems,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  return problems.flatMap((problem) => {
    const place = problem.range && document.validateRange(toRange(problem.range));
    if (!place || !placesOf(problem).some((one) => toRange(one).intersection(range))) return [];
    const told = diagnostics.filter(
      (one) => one.source === 'Roadmap Lens' && one.code === problem.code && one.range.isEqual(place),
    );
    const quickFix = (title: string, command: string, ...args: unknown[]) => {
      const fix = action(title, vscode.CodeActionKind.QuickFix, { command, arguments: args });
      fix.diagnostics = [...told];
      return fix;
    };
    const fixes = (problem.fixes ?? []).map((fix, index) => {
      const made = quickFix(fix.title, internalCommands.applyFix, fix.edit);
      made.isPreferred = index === 0 && fix.safe;
      return made;
    });
    return [...fixes, ...others(problem, uri, quickFix)];
  });
}

/** Where a problem is mended: garbled characters are one problem in many places. */
function placesOf({ code, range, related = [] }: FoundProblem): readonly Range[] {
  return [range!, ...(code === 'mojibake' ? related.map((place) => place.range) : [])];
}

/** What is no edit that could be planned beforehand. */
function others(
  { code, range }: FoundProblem,
  uri: string,
  quickFix: (title: string, command: string, ...args: unknown[]) => vscode.CodeAction,
): vscode.CodeAction[] {
  const silence: IgnoreArgument = { uri, line: range!.start.line, code };
  // What cannot be read is always told, and JSON has no comments.
  const made =
    isAdjustable(code) && !/\.json$/i.test(uri)
      ? [quickFix(vscode.l10n.t('Ignore {0} on this line', code), internalCommands.ignoreProblem, silence)]
      : [];
  if (code === 'metric-unmeasured' || code === 'metric-claim')
    made.unshift(quickFix(vscode.l10n.t('Say what measures it'), commands.measureMetric));
  return made;
}

/** All safe fixes of a file at once: for the menu of source actions, and on saving where a person has set that. */
function allFixes({ uri, problems }: FileProblems): vscode.CodeAction[] {
  if (!problems.some(({ fixes }) => fixes?.some(({ safe }) => safe))) return [];
  return [
    action(vscode.l10n.t('Fix all problems of the roadmap'), fixAll, {
      command: commands.fixAll,
      arguments: [{ uri }],
    }),
  ];
}

/** Where characters are garbled: those at the place. */
function repairHere(
  { uri, problems }: RoadmapFile,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const garbled = problems.find(({ code }) => code === 'mojibake');
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const at = garbled?.places?.find((place) => place.start <= end && start <= place.end);
  if (!at) return [];
  const here = action(vscode.l10n.t('Write this character as it was meant'), vscode.CodeActionKind.QuickFix, {
    command: commands.repairEncoding,
    arguments: [{ uri, at: at.start }],
  });
  here.diagnostics = diagnostics.filter(({ source, code }) => source === 'Roadmap Lens' && code === 'mojibake');
  return [here];
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
