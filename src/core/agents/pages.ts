import { Refused } from '../model/refused.js';
import { fingerprint } from '../text/fingerprint.js';

/** Which part of a long list is asked for. */
export interface PageInput {
  /** So many entries at most. */
  readonly limit?: number;
  /** What came with the part before. */
  readonly cursor?: string;
}

/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all. */
  readonly total: number;
  /** Asks for the part behind this one; absent where nothing is left. */
  readonly nextCursor?: string;
}

const defaultLimit = 20;

/**
 * A part of a list. A cursor names the entry it stands behind, so that what is added or taken away before it shifts nothing. Throws `Refused` where
 * that entry is gone.
 */
export function page<T>(
  list: readonly T[],
  keyOf: (item: T) => string,
  { limit = defaultLimit, cursor }: PageInput,
): Page<T> {
  const from = cursor === undefined ? 0 : behind(list, keyOf, cursor);
  const items = list.slice(from, from + limit);
  const end = from + items.length;
  const last = items.at(-1);
  const more = last !== undefined && end < list.length;
  return {
    items,
    total: list.length,
    ...(more ? { nextCursor: `${end}-${fingerprint(keyOf(last), 6)}` } : {}),
  };
}

function behind<T>(list: readonly T[], keyOf: (item: T) => string, cursor: string): number {
  const found = /^(\d{1,9})-([0-9a-z]{6})$/.exec(cursor);
  if (!found) throw new Refused('This is no cursor: give nextCursor of the answer before, as it is.');
  const [, end, mark] = found;
  const isLast = (item: T | undefined) => item !== undefined && fingerprint(keyOf(item), 6) === mark;
  if (isLast(list[Number(end) - 1])) return Number(end);
  const at = list.findIndex(isLast);
  if (at < 0)
    throw new Refused('The list has changed since, so nobody knows where to go on: ask again without a cursor.');
  return at + 1;
}
