import * as l10n from '@vscode/l10n';
import type { PlanChange, PlanChangeKind } from '../../model/planHistory.js';

/** What a version did to a task, beside the task's title: `Finished`, `Moved from Later`. */
export function sayWhatChanged({ kind, from }: PlanChange): string {
  if (from !== undefined && from !== '') {
    if (kind === 'moved')
      return l10n.t({ message: 'Moved from {0}', args: [from], comment: 'Of a task; {0} is where it stood before' });
    if (kind === 'retitled')
      return l10n.t({ message: 'Renamed, was {0}', args: [from], comment: 'Of a task; {0} is its title before' });
  }
  return kinds[kind]();
}

/** The same of a task that is not there any more, or of several: `Removed: Paint`. */
export function sayChangeOf(kind: PlanChangeKind, what: string): string {
  return l10n.t({
    message: '{0}: {1}',
    args: [kinds[kind](), what],
    comment: '{0} is "Removed" or the like, {1} the title of a task or "25 more tasks"',
  });
}

/** Made when they are asked for: the language is set after this module is loaded. */
const kinds: Readonly<Record<PlanChangeKind, () => string>> = {
  added: () => l10n.t({ message: 'Added', comment: 'What was done to a task' }),
  removed: () => l10n.t({ message: 'Removed', comment: 'What was done to a task' }),
  started: () => l10n.t({ message: 'Begun', comment: 'What was done to a task' }),
  finished: () => l10n.t({ message: 'Finished', comment: 'What was done to a task' }),
  reopened: () => l10n.t({ message: 'Opened again', comment: 'What was done to a task' }),
  cancelled: () => l10n.t({ message: 'Cancelled', comment: 'What was done to a task' }),
  moved: () => l10n.t({ message: 'Moved', comment: 'What was done to a task' }),
  retitled: () => l10n.t({ message: 'Renamed', comment: 'What was done to a task' }),
};
