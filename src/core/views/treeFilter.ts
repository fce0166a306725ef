import * as l10n from '@vscode/l10n';
import { priorities, statuses, type Priority, type Status } from '../model/roadmap.js';
import { statusWord } from '../values/statusWord.js';
import { priorityWord } from './words.js';

/** Which tasks are shown; an absent part lets all through. */
export interface TreeFilter {
  readonly statuses?: readonly Status[];
  readonly priorities?: readonly Priority[];
}

export function isFiltering({ statuses: byStatus, priorities: byPriority }: TreeFilter): boolean {
  return byStatus !== undefined || byPriority !== undefined;
}

/**
 * A filter that was kept from an earlier window, perhaps by another version, perhaps damaged: what is not understood is
 * dropped, and `whole` says that nothing was.
 */
export function readFilter(kept: unknown): { readonly filter: TreeFilter; readonly whole: boolean } {
  const known = <T>(values: unknown, all: readonly T[]) =>
    Array.isArray(values) ? all.filter((value) => values.includes(value)) : [];
  const { statuses: byStatus, priorities: byPriority } = (kept ?? {}) as Partial<Record<keyof TreeFilter, unknown>>;
  const filter = makeFilter(known(byStatus, statuses), known(byPriority, priorities));
  return { filter, whole: kept === undefined || JSON.stringify(sorted(kept)) === JSON.stringify(sorted(filter)) };
}

/** A filter by these; an empty list lets all through. */
export function makeFilter(byStatus: readonly Status[], byPriority: readonly Priority[]): TreeFilter {
  return {
    ...(byStatus.length > 0 ? { statuses: byStatus } : {}),
    ...(byPriority.length > 0 ? { priorities: byPriority } : {}),
  };
}

/** `to do or in progress, high` */
export function sayFilter({ statuses: byStatus, priorities: byPriority }: TreeFilter): string {
  return [anyOf(byStatus?.map(statusWord)), anyOf(byPriority?.map(priorityWord))].filter(Boolean).join(', ');
}

function anyOf(words: readonly string[] = []): string {
  return words.reduce((said, word) => (said ? l10n.t('{0} or {1}', said, word) : word), '');
}

/** The same whatever the order of keys and entries. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as unknown[])].map(String).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, entry]) => [key, sorted(entry)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
