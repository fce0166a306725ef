/**
 * Items with keys of what they are called, equal ones counted. No index and no line is part of a key: what stays in a list keeps its
 * element, and with it the focus, where something is put before it.
 */
export function withKeys<T>(items: readonly T[], nameOf: (item: T) => string): readonly (readonly [string, T])[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [count === 1 ? name : `${name}\n${count}`, item];
  });
}
