/** Every setting of the extension, below `roadmapLens.`, with its default; package.json contributes exactly these. */
export const defaults = {
  files: [] as readonly string[],
  'tree.followEditor': true,
  badge: 'open' as 'open' | 'doing' | 'off',
};

export type Setting = keyof typeof defaults;
