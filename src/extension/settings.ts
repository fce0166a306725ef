import * as l10n from '@vscode/l10n';

/** Every setting of the extension, below `roadmapLens.`, with its default; package.json contributes exactly these. */
export const defaults = {
  files: [] as readonly string[],
  'tree.followEditor': true,
  badge: 'open' as Badge,
};

/** What the number on the icon counts. */
export type Badge = (typeof badges)[number];
const badges = ['open', 'doing', 'off'] as const;

export type Setting = keyof typeof defaults;
export type SettingValue<K extends Setting> = (typeof defaults)[K];

/** A setting's value as it can be used. */
export interface ReadSetting<K extends Setting> {
  readonly value: SettingValue<K>;
  /** What the setting takes, where the value that was set is none of that. */
  readonly expected?: string;
}

/** Takes what is set for what it is: people write settings by hand. What is wrong counts as the default. */
export function readSetting<K extends Setting>(key: K, value: unknown): ReadSetting<K> {
  return readers[key](value);
}

const readers: { readonly [K in Setting]: (value: unknown) => ReadSetting<K> } = {
  files(value) {
    if (!Array.isArray(value)) return { value: defaults.files, expected: l10n.t('a list of paths or globs') };
    const paths = value.filter((entry) => typeof entry === 'string');
    return paths.length === value.length
      ? { value: paths }
      : { value: paths, expected: l10n.t('a list of paths or globs') };
  },
  'tree.followEditor': (value) =>
    typeof value === 'boolean'
      ? { value }
      : { value: defaults['tree.followEditor'], expected: l10n.t('true or false') },
  badge(value) {
    const known = badges.find((badge) => badge === value);
    return known ? { value: known } : { value: defaults.badge, expected: l10n.t('one of {0}', badges.join(', ')) };
  },
};
