import * as vscode from 'vscode';
import { statusChanges } from '../core/edits/statusChanges.js';
import { taskOfRef } from '../core/links/taskLookup.js';
import type { Task } from '../core/model/roadmap.js';
import { statusOf } from '../core/progress/counts.js';
import { sayTask } from '../core/views/activeTask.js';
import { goToBranch, type BranchOutcome } from './workBranch.js';
import type { FeatureContext } from './feature.js';
import { namedTask, taskAtCursor } from './taskTargets.js';
import { pickReadyTask } from './readyPick.js';

/** Milliseconds in which a person can read what was done. */
const readingTime = 8_000;

/**
 * Begins work on the task of a row, on one by id, on the one under the cursor, or on one that is chosen: its branch is checked
 * out, its status set, and it is the active one. Where the branch is not to be had, nothing is done.
 */
export async function startWork(context: FeatureContext, argument: unknown): Promise<void> {
  const { store, active, editor, indexer } = context;
  const entry =
    namedTask(store, argument) ??
    taskAtCursor(store) ??
    (await pickReadyTask(store, vscode.l10n.t('Start Work on Task')));
  if (!entry) return;
  const outcome = await goToBranch(context, entry);
  if (!outcome) return;
  // Another branch may have another plan: what counts is the task as it is there.
  const ref = { uri: entry.file.uri, id: entry.task.id };
  await indexer.settled();
  const placed = taskOfRef(store.snapshot, ref);
  if (!placed) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The branch has no "{0}", so no work began: add it there, or go back.', sayTask(entry.task)),
    );
    return;
  }
  const status = statusOf(placed.task);
  if (status !== 'doing' && status !== 'done') {
    if (!(await editor.change(placed.file, statusChanges(placed.task, 'doing')))) return;
    await indexer.settled();
  }
  await active.begin(ref);
  say(placed.task, outcome);
}

/** Says in the status bar, where the task itself is shown, what was done; what could not be done is said so that it is not overlooked. */
function say(task: Task, outcome: BranchOutcome): void {
  switch (outcome.kind) {
    case 'unavailable':
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Work on "{0}" begins without a branch. {1}', sayTask(task), outcome.why),
      );
      return;
    case 'new':
      vscode.window.setStatusBarMessage(
        outcome.from === undefined
          ? vscode.l10n.t('On the new branch {0}', outcome.branch)
          : vscode.l10n.t('On the new branch {0}, made from {1}', outcome.branch, outcome.from),
        readingTime,
      );
      return;
    case 'own':
      vscode.window.setStatusBarMessage(vscode.l10n.t('On its branch {0}', outcome.branch), readingTime);
      return;
    case 'none':
      vscode.window.setStatusBarMessage(vscode.l10n.t('On the branch that was checked out'), readingTime);
  }
}
