import * as l10n from '@vscode/l10n';
import type { Problem } from '../core/model/problem.js';

/** Reasons that hosts have in common. */
export type ReadFailure = 'missing' | 'noPermission' | 'directory' | 'notPlain';

/** The problem of a file or directory that cannot be read for one of these reasons, or for one in the host's own words. */
export function cannotRead(reason: ReadFailure | { readonly message: string }): Problem {
  const message = typeof reason === 'string' ? messages[reason]() : reason.message;
  return { code: 'cannot-read', severity: 'error', message };
}

const messages: Readonly<Record<ReadFailure, () => string>> = {
  missing: () => l10n.t('There is no such file or directory: check the path.'),
  noPermission: () => l10n.t('There is no permission to read this: change its mode or owner.'),
  directory: () => l10n.t('This is a directory: put a text file in its place, or rename it.'),
  notPlain: () => l10n.t('This is no plain file: put a text file in its place.'),
};
