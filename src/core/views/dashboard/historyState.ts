import * as l10n from '@vscode/l10n';
import type { Problem } from '../../model/problem.js';
import type { Folder } from '../../model/snapshot.js';
import { withoutPaths } from './folderPaths.js';
import type { Subject } from './subject.js';

/** How much is known of something that takes its time, and why it is not all. */
export interface Known {
  readonly state: 'ready' | 'loading' | 'unavailable';
  readonly reason?: string;
}

/** What is known of the versions of a roadmap. */
export function historyState({ history, file }: Pick<Subject, 'history' | 'file'>): Known {
  if (!history || history.state === 'loading') {
    return { state: 'loading', reason: l10n.t('The history of the roadmap is being read.') };
  }
  const { state, problems } = history;
  if (state === 'unavailable') return { state, reason: sayProblems(problems, file.folder) };
  const missing = [
    ...problems.map(({ message }) => withoutPaths(message, file.folder)),
    ...(history.cutOff ? [l10n.t('Older versions of the roadmap are missing.')] : []),
    ...(history.unreadable > 0
      ? [
          history.unreadable === 1
            ? l10n.t('1 of {0} versions could not be read and does not count.', history.versions)
            : l10n.t('{0} of {1} versions could not be read and do not count.', history.unreadable, history.versions),
        ]
      : []),
  ];
  return { state, ...(missing.length > 0 ? { reason: missing.join(' ') } : {}) };
}

/** In short, where a notice says why. */
export function sayNoHistory(): string {
  return l10n.t('There is no history of this roadmap.');
}

/** Why something of a folder is not there. */
export function sayProblems(problems: readonly Problem[], folder: Folder): string {
  const said = [...new Set(problems.map(({ message }) => withoutPaths(message, folder)))];
  return said.length > 0 ? said.join(' ') : l10n.t('The history is not available here.');
}
