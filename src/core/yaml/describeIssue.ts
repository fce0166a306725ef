import * as l10n from '@vscode/l10n';
import type * as z from 'zod/mini';
import type { Constraint } from './fields.js';

/** Where a value stands among the keys of a file: the keys to it, and its number in a list. */
export interface ValueName {
  /** `status.done` */
  readonly key: string;
  /** 1-based; absent where the value is no entry of a list. */
  readonly entry: number | undefined;
}

/** The name of the value at a path. */
export function valueName(path: readonly PropertyKey[]): ValueName {
  const index = [...path].reverse().find((step) => typeof step === 'number');
  return {
    key: path
      .filter((step) => typeof step !== 'number')
      .map(String)
      .join('.'),
    entry: index === undefined ? undefined : index + 1,
  };
}

/**
 * Says what is wrong with a value, as a sentence: `"roadmaps", entry 1, must be a text.` Each is a whole message of its
 * own, since other languages order its parts in other ways. zod/mini has no words of its own.
 */
export function describeIssue(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): string {
  const { key, entry } = valueName(path);
  switch (issue.code) {
    case 'invalid_type':
      return describeType(issue.expected, path);
    case 'invalid_value':
      return l10n.t('"{0}" must be one of {1}.', key, issue.values.map(String).join(', '));
    case 'invalid_union': {
      // A value of the right type that is wrong otherwise says more than that it might have been of another type.
      const closest = issue.errors.flat().find(({ code }) => code !== 'invalid_type');
      return closest ? describeIssue(closest, path) : describeType('string', path);
    }
    case 'unrecognized_keys':
      return l10n.t('"{0}" has no key {1}: use todo, doing, blocked, done or cancelled.', key, issue.keys.join(', '));
    case 'too_small':
      return describeConstraint('empty', key, entry);
    case 'too_big':
      return entry === undefined
        ? l10n.t('"{0}" is too long.', key)
        : l10n.t('"{0}", entry {1}, is too long.', key, entry);
    default:
      return describeConstraint(issue.message as Constraint, key, entry);
  }
}

/** Says of what type a value must be, by the name zod has for it. */
export function describeType(expected: string, path: readonly PropertyKey[]): string {
  const { key, entry } = valueName(path);
  if (expected === 'array') {
    return entry === undefined
      ? l10n.t('"{0}" must be a list.', key)
      : l10n.t('"{0}", entry {1}, must be a list.', key, entry);
  }
  if (expected === 'record' || expected === 'object') {
    return entry === undefined
      ? l10n.t('"{0}" must be keys with values.', key)
      : l10n.t('"{0}", entry {1}, must be keys with values.', key, entry);
  }
  return entry === undefined
    ? l10n.t('"{0}" must be a text.', key)
    : l10n.t('"{0}", entry {1}, must be a text.', key, entry);
}

function describeConstraint(constraint: Constraint, key: string, entry: number | undefined): string {
  switch (constraint) {
    case 'empty':
      return entry === undefined
        ? l10n.t('"{0}" must not be empty.', key)
        : l10n.t('"{0}", entry {1}, must not be empty.', key, entry);
    case 'no-prefix':
      return l10n.t('"{0}" must be letters and digits, such as RM.', key);
    case 'no-id':
      return l10n.t('"{0}" must be one word of at most 80 characters.', key);
    default:
      return entry === undefined
        ? l10n.t('"{0}" must be a path inside the folder, such as docs/plan.md.', key)
        : l10n.t('"{0}", entry {1}, must be a path inside the folder, such as docs/plan.md.', key, entry);
  }
}
