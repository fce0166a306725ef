import * as l10n from '@vscode/l10n';
import type { PlanChange } from '../model/planHistory.js';

/** The title, and where it was or what it was called before. */
export function sayChange({ kind, title, from }: PlanChange): string {
  if (from === undefined || from === '') return title;
  return kind === 'moved'
    ? l10n.t({ message: '{0} (from {1})', args: [title, from], comment: 'A task and the section it stood in before' })
    : l10n.t({ message: '{0} (was {1})', args: [title, from], comment: 'A task and what it was called before' });
}
