/** A configuration as text, without places. */
export function meaning(config: object): string {
  return JSON.stringify(config, (name, value: unknown) => {
    if (name === 'span' || name.endsWith('Spans')) return undefined;
    if (value instanceof Map) return [...value];
    const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isPlain ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  });
}
