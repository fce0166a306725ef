/** From which item on, counted from 0, and until the next, lines stand so much further down. */
export type LineShift = readonly [from: number, by: number];

/** Gathers how far items stand from where they stood, in their order; those that are passed over may be anywhere. */
export class Shifts {
  readonly runs: LineShift[] = [];
  private by = 0;

  add(index: number, by: number): void {
    if (by === this.by) return;
    this.runs.push([index, by]);
    this.by = by;
  }
}

/** Tells how far an item is to be shifted; asked in the order of items. */
export function deltas(shifts: readonly LineShift[]): (index: number) => number {
  let [next, by] = [0, 0];
  return (index) => {
    for (let run = shifts[next]; run && run[0] <= index; run = shifts[++next]) [, by] = run;
    return by;
  };
}

/**
 * How far everything in one value of plain JSON stands from where it stands in the other, where they differ in nothing but numbers
 * called `line`; undefined where they differ in more.
 */
export function shiftsBetween(before: unknown, after: unknown): readonly LineShift[] | undefined {
  const shifts = new Shifts();
  let count = 0;
  const visit = (a: unknown, b: unknown): boolean => {
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
    const keys = keysOf(b);
    if (Array.isArray(a) !== Array.isArray(b) || Object.keys(a).length !== keys.length) return false;
    const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
    return keys.every((key) => {
      if (!Object.hasOwn(left, key)) return false;
      const [old, now] = [left[key], right[key]];
      if (key !== 'line' || typeof old !== 'number' || typeof now !== 'number') return visit(old, now);
      shifts.add(count++, now - old);
      return true;
    });
  };
  return visit(before, after) ? shifts.runs : undefined;
}

/** Names of what is in an object, in an order that does not depend on how it was made. */
function keysOf(value: object): readonly string[] {
  const keys = Object.keys(value);
  return Array.isArray(value) ? keys : keys.sort();
}

/** The value with all numbers called `line` shifted, in the order in which `shiftsBetween` has met them; what stays is the same object. */
export function withShifts<T>(value: T, shifts: readonly LineShift[]): T;
export function withShifts(value: unknown, shifts: readonly LineShift[]): unknown {
  const deltaAt = deltas(shifts);
  let count = 0;
  const visit = (each: unknown): unknown => {
    if (typeof each !== 'object' || each === null) return each;
    const before = each as Readonly<Record<string, unknown>>;
    let same = true;
    const entries = keysOf(before).map((key) => {
      const old = before[key];
      const now = key === 'line' && typeof old === 'number' ? old + deltaAt(count++) : visit(old);
      same &&= now === old;
      return [key, now] as const;
    });
    if (same) return each;
    return Array.isArray(each) ? entries.map(([, now]) => now) : Object.fromEntries(entries);
  };
  return visit(value);
}
