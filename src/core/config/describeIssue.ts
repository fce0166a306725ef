import * as l10n from '@vscode/l10n';
import type * as z from 'zod/mini';
import type { Constraint } from './schema.js';

/**
 * Says what is wrong with a value of the configuration, as a sentence: `"roadmaps", entry 1, must be a text.` Each is a
 * whole message of its own, since other languages order its parts in other ways.
 */
export function describeIssue(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): string {
  const name = path
    .filter((step) => typeof step !== 'number')
    .map(String)
    .join('.');
  const index = path.find((step) => typeof step === 'number');
  const entry = index === undefined ? undefined : index + 1;
  switch (issue.code) {
    case 'invalid_type':
      return describeType(issue.expected, name, entry);
    case 'unrecognized_keys':
      return l10n.t('"{0}" has no key {1}: use todo, doing, blocked, done or cancelled.', name, issue.keys.join(', '));
    case 'too_small':
      return entry === undefined
        ? l10n.t('"{0}" must not be empty.', name)
        : l10n.t('"{0}", entry {1}, must not be empty.', name, entry);
    case 'too_big':
      return entry === undefined
        ? l10n.t('"{0}" is too long.', name)
        : l10n.t('"{0}", entry {1}, is too long.', name, entry);
    default:
      return describeConstraint(issue.message as Constraint, name, entry);
  }
}

function describeType(expected: string, name: string, entry: number | undefined): string {
  if (expected === 'array') {
    return entry === undefined
      ? l10n.t('"{0}" must be a list.', name)
      : l10n.t('"{0}", entry {1}, must be a list.', name, entry);
  }
  if (expected === 'record' || expected === 'object') {
    return entry === undefined
      ? l10n.t('"{0}" must be keys with values.', name)
      : l10n.t('"{0}", entry {1}, must be keys with values.', name, entry);
  }
  return entry === undefined
    ? l10n.t('"{0}" must be a text.', name)
    : l10n.t('"{0}", entry {1}, must be a text.', name, entry);
}

function describeConstraint(constraint: Constraint, name: string, entry: number | undefined): string {
  if (constraint === 'no-prefix') return l10n.t('"{0}" must be letters and digits, such as RM.', name);
  return entry === undefined
    ? l10n.t('"{0}" must be a path inside the folder, such as docs/plan.md.', name)
    : l10n.t('"{0}", entry {1}, must be a path inside the folder, such as docs/plan.md.', name, entry);
}
