import * as l10n from '@vscode/l10n';
import { adjustableCodes, severities, type Severity } from '../core/model/problem.js';
import { defaultTags } from '../core/model/todo.js';
import type { ReferenceForm } from '../core/references/commitReference.js';

/** Every setting of the extension, below `roadmapLens.`, with its default; package.json contributes exactly these. */
export const defaults = {
  files: [] as readonly string[],
  decorations: true,
  'tree.followEditor': true,
  badge: 'open' as Badge,
  'codeLens.todos': true,
  'codeLens.unlinkedTodos': false,
  'codeLens.tasks': true,
  'todos.tags': defaultTags,
  'todos.exclude': [] as readonly string[],
  'todos.inText': false,
  'todos.maxFiles': 20_000,
  'metrics.tolerance': 5,
  'metrics.maxAge': 30,
  'problems.severity': {} as Readonly<Record<string, Severity | 'off'>>,
  'work.branch': '{id}-{slug}',
  'work.commitReference': 'trailer' as ReferenceForm,
  'work.checkCommitMessage': false,
  ripgrepPath: '',
  gitPath: '',
  agentTools: 'auto' as AgentTools,
};

/** What the number on the icon counts. */
export type Badge = (typeof badges)[number];
const badges = ['open', 'doing', 'off'] as const;
/** How agents get the tools of the roadmap. */
export type AgentTools = (typeof agentWays)[number];
const agentWays = ['auto', 'mcp', 'languageModel', 'off'] as const;
const referenceForms: readonly ReferenceForm[] = ['trailer', 'subject'];

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

const flag =
  <K extends Setting>(key: K) =>
  (value: unknown): ReadSetting<K> =>
    typeof value === 'boolean'
      ? { value: value as SettingValue<K> }
      : { value: defaults[key], expected: l10n.t('true or false') };

const texts =
  <K extends Setting>(key: K, expected: () => string, accept: (entry: string) => boolean = () => true) =>
  (value: unknown): ReadSetting<K> => {
    const entries = Array.isArray(value) ? value.filter((entry) => typeof entry === 'string' && accept(entry)) : [];
    if (Array.isArray(value) && entries.length === value.length)
      return { value: entries as unknown as SettingValue<K> };
    // Where nothing is right, nothing is as it is not set.
    const right = entries.length > 0 ? (entries as unknown as SettingValue<K>) : defaults[key];
    return { value: right, expected: expected() };
  };

const path =
  <K extends Setting>(key: K) =>
  (value: unknown): ReadSetting<K> =>
    typeof value === 'string'
      ? { value: value.trim() as SettingValue<K> }
      : { value: defaults[key], expected: l10n.t('the path of a program') };

const between =
  <K extends Setting>(key: K, least: number, most: number) =>
  (value: unknown): ReadSetting<K> =>
    typeof value === 'number' && value >= least && value <= most
      ? { value: value as SettingValue<K> }
      : { value: defaults[key], expected: l10n.t('a number from {0} to {1}', least, most) };

const oneOf =
  <K extends Setting>(key: K, choices: readonly SettingValue<K>[]) =>
  (value: unknown): ReadSetting<K> => {
    const known = choices.find((choice) => choice === value);
    return known === undefined
      ? { value: defaults[key], expected: l10n.t('one of {0}', choices.join(', ')) }
      : { value: known };
  };

const readers: { readonly [K in Setting]: (value: unknown) => ReadSetting<K> } = {
  files: texts('files', () => l10n.t('a list of paths or globs')),
  'tree.followEditor': flag('tree.followEditor'),
  badge: oneOf('badge', badges),
  'codeLens.todos': flag('codeLens.todos'),
  'codeLens.unlinkedTodos': flag('codeLens.unlinkedTodos'),
  'codeLens.tasks': flag('codeLens.tasks'),
  decorations: flag('decorations'),
  // A word without letters would be found in every line.
  'todos.tags': texts(
    'todos.tags',
    () => l10n.t('a list of words such as TODO'),
    (tag) => /^[\p{L}_][\p{L}\p{N}_-]{0,30}$/u.test(tag),
  ),
  'todos.exclude': texts('todos.exclude', () => l10n.t('a list of paths or globs')),
  'todos.inText': flag('todos.inText'),
  'todos.maxFiles': (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0
      ? { value }
      : { value: defaults['todos.maxFiles'], expected: l10n.t('a whole number') },
  'metrics.tolerance': between('metrics.tolerance', 0, 100),
  'metrics.maxAge': between('metrics.maxAge', 1, 3_650),
  'problems.severity'(value) {
    const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
    const right = entries.filter(
      (entry): entry is [string, Severity | 'off'] =>
        adjustableCodes.some((code) => code === entry[0]) && [...severities, 'off'].includes(entry[1] as string),
    );
    const all = typeof value === 'object' && value !== null && !Array.isArray(value) && right.length === entries.length;
    return {
      value: Object.fromEntries(right),
      ...(all
        ? {}
        : { expected: l10n.t('codes of problems, each with one of {0}', [...severities, 'off'].join(', ')) }),
    };
  },
  'work.branch': (value) =>
    // Braces stand for nothing but these, and no branch has any.
    typeof value === 'string' && !/[{}]/.test(value.replace(/\{(?:id|slug|title)\}/g, ''))
      ? { value: value.trim() }
      : { value: defaults['work.branch'], expected: l10n.t('a text with {0}', '{id}, {slug}, {title}') },
  'work.commitReference': oneOf('work.commitReference', referenceForms),
  'work.checkCommitMessage': flag('work.checkCommitMessage'),
  ripgrepPath: path('ripgrepPath'),
  gitPath: path('gitPath'),
  agentTools: oneOf('agentTools', agentWays),
};
