import * as l10n from '@vscode/l10n';
import { listed, excerpt } from './problems.js';
import type { Found } from './jsonPath.js';

/** What a JSON Pointer (RFC 6901) names: one value, or why there is none. */
export function findByPointer(root: unknown, pointer: string): Found {
  let value = root;
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (const step of steps) {
    const next = stepInto(value, step);
    if (!next) return { message: sayMissing(pointer, step, value) };
    value = next.value;
  }
  return { values: [value] };
}

function stepInto(value: unknown, step: string): { readonly value: unknown } | undefined {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return /^(?:0|[1-9]\d{0,8})$/.test(step) && Number(step) < list.length ? { value: list[Number(step)] } : undefined;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return { value: (value as Readonly<Record<string, unknown>>)[step] };
}

function sayMissing(pointer: string, step: string, value: unknown): string {
  if (Array.isArray(value)) {
    return l10n.t(
      '{0} leads nowhere: "{1}" is no entry of a list of {2}.',
      excerpt(pointer),
      excerpt(step),
      value.length,
    );
  }
  if (typeof value !== 'object' || value === null) {
    return l10n.t('{0} leads nowhere: there is nothing below "{1}".', excerpt(pointer), excerpt(step));
  }
  const keys = Object.keys(value);
  return keys.length === 0
    ? l10n.t('{0} leads nowhere: there is no "{1}".', excerpt(pointer), excerpt(step))
    : l10n.t('{0} leads nowhere: there is no "{1}" among {2}.', excerpt(pointer), excerpt(step), listed(keys));
}
