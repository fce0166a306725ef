/**
 * The second, with what is the same in the first taken from there: a filter makes lists anew, and a section whose list is another
 * object is drawn again. Looks into lists and plain objects down to so many levels; what lies deeper is compared by identity.
 */
export function steady<T>(before: T, after: T, levels: number): T {
  if (Object.is(before, after) || levels === 0) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && after.every((each, index) => Object.is(each, before[index]))
      ? before
      : after;
  }
  if (!isObject(before) || !isObject(after)) return after;
  const names = Object.keys(after);
  const kept = names.map((name) => [name, steady(before[name], after[name], levels - 1)] as const);
  const same =
    names.length === Object.keys(before).length && kept.every(([name, each]) => Object.is(each, before[name]));
  return same ? before : (Object.fromEntries(kept) as T);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
