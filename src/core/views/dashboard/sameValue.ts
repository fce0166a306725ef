/** Whether two values of plain JSON say the same. Both are trees; what is the same object is not looked into. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) if (!sameValue(a[index], b[index])) return false;
    return true;
  }
  if (Array.isArray(b)) return false;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  let keys = 0;
  for (const key of Object.keys(left)) {
    if (!Object.hasOwn(right, key) || !sameValue(left[key], right[key])) return false;
    keys++;
  }
  return keys === Object.keys(right).length;
}

/**
 * The value of `after`, made of the objects of `before` wherever these say the same: whoever has drawn one of them need not draw
 * it again. Entries of lists are looked for where they stood, counted from the beginning and from the end.
 */
export function keepSame<T>(before: unknown, after: T): T;
export function keepSame(before: unknown, after: unknown): unknown {
  if (before === after || typeof before !== 'object' || typeof after !== 'object' || !before || !after) return after;
  if (Array.isArray(after)) return Array.isArray(before) ? keepEntries(before, after) : after;
  if (Array.isArray(before)) return after;
  const [left, right] = [before as Readonly<Record<string, unknown>>, after as Readonly<Record<string, unknown>>];
  const keys = Object.keys(right);
  let same = keys.length === Object.keys(left).length;
  const made = keys.map((key) => {
    const kept = keepSame(left[key], right[key]);
    same &&= kept === left[key] && Object.hasOwn(left, key);
    return [key, kept] as const;
  });
  return same ? before : Object.fromEntries(made);
}

function keepEntries(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const shift = before.length - after.length;
  let same = shift === 0;
  const made = after.map((entry, index) => {
    const [fromStart, fromEnd] = [before[index], before[index + shift]];
    const kept = keepSame(fromStart, entry);
    if (kept === fromStart) return kept;
    same = false;
    return shift !== 0 && sameValue(fromEnd, entry) ? fromEnd : kept;
  });
  return same ? before : made;
}
