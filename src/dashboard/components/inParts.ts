/** Items that follow each other in the same part, together. */
export function inParts<T, P>(
  items: readonly T[],
  partOf: (item: T) => P,
): readonly { readonly part: P; readonly members: readonly T[] }[] {
  const parts: { part: P; members: T[] }[] = [];
  for (const item of items) {
    const part = partOf(item);
    const last = parts.at(-1);
    if (last && last.part === part) last.members.push(item);
    else parts.push({ part, members: [item] });
  }
  return parts;
}
