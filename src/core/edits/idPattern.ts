import * as l10n from '@vscode/l10n';
import type { Change, Refusal } from '../model/edit.js';
import { tasksOf, type Roadmap, type Task } from '../model/roadmap.js';

/** How ids are made: `RM-12` of `RM`, `-` and a number of at least no digits. */
export interface IdPattern {
  readonly prefix: string;
  readonly separator: string;
  readonly digits: number;
}

/** The prefix that the file uses most. */
export function usedPrefix(roadmap: Roadmap): string | undefined {
  return mostUsed(roadmap)[0]?.prefix;
}

/** The patterns that a file uses, the commonest first. */
function mostUsed(roadmap: Roadmap): readonly IdPattern[] {
  const counts = new Map<string, { readonly pattern: IdPattern; count: number }>();
  for (const { prefix, separator, digits } of numbered(roadmap)) {
    const seen = counts.get(prefix.toUpperCase());
    if (seen) seen.count++;
    else counts.set(prefix.toUpperCase(), { pattern: { prefix, separator, digits }, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ pattern }) => pattern);
}

/** As the prefix that is given has it in the file, else as the one that is used most. */
export function idPattern(roadmap: Roadmap, prefix: string | undefined): IdPattern | Refusal {
  const used = mostUsed(roadmap);
  if (prefix === undefined) {
    const [most] = used;
    if (most) return most;
    const message = l10n.t('No task has an id to go by: say what the ids are to begin with, such as RM.');
    return { code: 'unreadable-value', message };
  }
  const known = used.find((pattern) => pattern.prefix.toUpperCase() === prefix.toUpperCase());
  if (known) return known;
  if (/^[A-Za-z][A-Za-z0-9_]{0,15}$/.test(prefix)) return { prefix, separator: '-', digits: 0 };
  const message = l10n.t('"{0}" is no beginning of ids: use a letter, then letters, digits or _, such as RM.', prefix);
  return { code: 'unreadable-value', message };
}

function* numbered(roadmap: Roadmap): Generator<IdPattern & { readonly number: number }> {
  for (const { id, idSource } of tasksOf(roadmap)) {
    const found = idSource === 'explicit' ? /^([A-Za-z][A-Za-z0-9_]*?)(-?)(0*)(\d{1,9})$/.exec(id) : null;
    if (!found) continue;
    const [, prefix, separator, zeros, number] = found;
    yield {
      prefix: prefix!,
      separator: separator!,
      // Only a number with zeros before it tells how long they are to be.
      digits: zeros === '' ? 0 : zeros!.length + number!.length,
      number: Number(number),
    };
  }
}

/** The next free numbers for tasks. */
export function numbering(roadmap: Roadmap, tasks: readonly Task[], { prefix, separator, digits }: IdPattern): Change {
  let next = 0;
  for (const used of numbered(roadmap))
    if (used.prefix.toUpperCase() === prefix.toUpperCase()) next = Math.max(next, used.number);
  const ids = tasks.map(({ id }) => ({
    task: id,
    id: `${prefix}${separator}${String(++next).padStart(digits, '0')}`,
  }));
  return { kind: 'setIds', ids };
}
