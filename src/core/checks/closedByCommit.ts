import * as l10n from '@vscode/l10n';
import type { LinkedCommit } from '../links/links.js';
import type { PlanHistory } from '../model/planHistory.js';
import { tasksOf, type Task } from '../model/roadmap.js';
import { statusOf } from '../progress/counts.js';
import type { ActivitySubject, Rule } from './rule.js';

/** A commit says that it finishes a task, which is still open. */
export const closedByCommit: Rule<ActivitySubject> = {
  code: 'closed-by-commit',
  severity: 'warning',
  run({ file, roadmap, links, history, alone }) {
    // Whether a task was opened again is known when the history of the plan is.
    if (links.isEmpty || history?.state === 'loading') return [];
    return [...tasksOf(roadmap)].flatMap((task) => {
      if (!isOpen(task) || !isOwnName(task, alone)) return [];
      const closing = links.activityOf(file.uri, task.id).commits.find((commit) => counts(commit, task, history));
      if (!closing) return [];
      const { hash, subject } = closing.commit;
      return {
        message: l10n.t(
          'Commit {0} ("{1}") says that it finishes "{2}", which is open: tick it, if it is done.',
          hash.slice(0, 7),
          subject.slice(0, 100),
          task.title,
        ),
        range: file.lines.rangeOf(task.titleSpan),
        commit: hash,
        fixes:
          task.children.length > 0
            ? []
            : [
                {
                  title: l10n.t('Mark "{0}" as done', task.title),
                  // "Fix RM-6 docs" may have mended a part of it.
                  safe: false,
                  edit: {
                    kind: 'roadmap',
                    uri: file.uri,
                    changes: [{ kind: 'set', task: task.id, field: 'status', value: 'done' }],
                  },
                },
              ],
      };
    });
  },
};

/** Whether there may be a commit that a rule needs the history of the plan for. */
export function mayBeClosed({ file, roadmap, links }: Pick<ActivitySubject, 'file' | 'roadmap' | 'links'>): boolean {
  if (links.isEmpty) return false;
  for (const task of tasksOf(roadmap)) {
    if (isOpen(task) && links.activityOf(file.uri, task.id).commits.some((commit) => counts(commit, task, undefined)))
      return true;
  }
  return false;
}

function isOpen(task: Task): boolean {
  const status = statusOf(task);
  return status !== 'done' && status !== 'cancelled';
}

/**
 * Whether an id means this task for good. Where a project writes a plan for each release, each counts from `S1` or `M-1` on, and a
 * commit means the one of its time.
 */
function isOwnName({ id, idSource }: Task, alone: boolean): boolean {
  return alone || idSource === 'derived' || /^\p{L}{2,}[\p{L}\p{N}_-]*-\d/u.test(id);
}

/**
 * Whether a commit still speaks for a task being done: what is not merged does not, nor what is older than the task, nor
 * where somebody has opened the task again since.
 */
function counts({ closes, commit }: LinkedCommit, { id }: Task, history: PlanHistory | undefined): boolean {
  if (!closes || commit.branch !== undefined) return false;
  const story = history?.stories.get(id);
  // Done in the last version that was committed, and open in the file as it is: opened by hand just now.
  if (story?.finished) return false;
  if (story && !history?.cutOff && story.added.time > commit.time) return false;
  return !history?.changes.some(
    (change) => change.kind === 'reopened' && change.id === id && change.time > commit.time,
  );
}
