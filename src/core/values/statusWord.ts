import * as l10n from '@vscode/l10n';
import type { Status } from '../model/roadmap.js';

/** A status as a person reads it within a line: `in progress`. */
export function statusWord(status: Status): string {
  return words[status]();
}

/** Made when they are asked for: the language is set after this module is loaded. */
const words: Readonly<Record<Status, () => string>> = {
  todo: () => l10n.t({ message: 'to do', comment: 'Status of a task' }),
  doing: () => l10n.t({ message: 'in progress', comment: 'Status of a task' }),
  blocked: () => l10n.t({ message: 'blocked', comment: 'Status of a task' }),
  done: () => l10n.t({ message: 'done', comment: 'Status of a task' }),
  cancelled: () => l10n.t({ message: 'cancelled', comment: 'Status of a task' }),
};
