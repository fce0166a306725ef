import { Refused } from '../core/model/refused.js';

/** How many are wanted by `--limit`, or `otherwise` where nothing is said. Throws `Refused` where it is no number from 1 on. */
export function limitOf({ limit }: { readonly limit?: string }, otherwise: number): number {
  if (limit === undefined) return otherwise;
  if (!/^\d{1,6}$/.test(limit) || Number(limit) === 0) throw new Refused(`--limit ${limit}: give a number from 1 on.`);
  return Number(limit);
}
