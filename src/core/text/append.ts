/** Adds items to the end of a list. `push(...items)` overflows the call stack where a file holds some 100,000 of them. */
export function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
