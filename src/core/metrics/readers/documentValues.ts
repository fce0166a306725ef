import * as l10n from '@vscode/l10n';
import type { Measurement, Selection } from '../../model/metric.js';
import { parseAmount, unitOfName, type Amount } from './amounts.js';
import { findByJsonPath } from './jsonPath.js';
import { findByPointer } from './jsonPointer.js';
import { Numbers, ofMany, sayMany } from './numbers.js';
import { excerpt, refused, type Measured } from './problems.js';

/**
 * Measures what a JSONPath or JSON Pointer names in a document: a number, a text with one (`74.2 %`), or several of these, also
 * as one list. Without a path the document itself must be one.
 */
export function measureDocument(root: unknown, { value: path, aggregate, unit }: Selection): Measured {
  const isPath = path === undefined || path === '' || path.startsWith('/') || path.startsWith('$');
  if (!isPath) {
    return refused(
      l10n.t(
        '"{0}" is no path into this document: write a JSONPath such as $.{0}, or a JSON Pointer such as /{0}.',
        excerpt(path),
      ),
    );
  }
  const found = path?.startsWith('$') ? findByJsonPath(root, path) : findByPointer(root, path ?? '');
  if ('message' in found) return refused(found.message);
  const name = path || 'value';
  const said = path ? excerpt(path) : sayWhole();
  // One list is as good as all its entries.
  const [first] = found.values;
  const values: readonly unknown[] = found.values.length === 1 && Array.isArray(first) ? first : found.values;
  if (values.length === 0) {
    return refused(path ? l10n.t('{0} names nothing in this document: correct the path.', said) : sayNoNumbers());
  }
  const amounts: Amount[] = [];
  for (const value of values) {
    const amount = amountOf(value);
    if (!amount) return refused(sayNoNumber(path, value, root));
    amounts.push(amount);
  }
  const written = new Set(amounts.map((amount) => amount.unit));
  if (written.size > 1) {
    return refused(l10n.t('{0} names numbers of different units: name those of one unit.', said));
  }
  const measuredIn = amounts[0]!.unit ?? unit ?? unitOfName(lastKey(name));
  const rest = measuredIn === undefined ? {} : { unit: measuredIn };
  if (amounts.length === 1 && aggregate !== 'count') {
    return { value: [{ name, value: amounts[0]!.value, ...rest }], problems: [] };
  }
  if (!aggregate) return refused(sayMany(said, amounts.length));
  const numbers = new Numbers(aggregate);
  for (const amount of amounts) numbers.add(amount.value);
  const result = numbers.end();
  if ('message' in result) return refused(result.message);
  const measurement: Measurement = {
    name,
    value: result.value,
    aggregate,
    detail: ofMany(aggregate, numbers.count),
    ...(aggregate === 'count' ? {} : rest),
  };
  return { value: [measurement], problems: [] };
}

function amountOf(value: unknown): Amount | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : undefined;
  return typeof value === 'string' ? parseAmount(value) : undefined;
}

/** `pct` of `$.total['lines'].pct` and of `/total/lines/pct`. */
function lastKey(path: string): string {
  return /([^./[\]'"$*?@]{1,80})['"\]]{0,2}$/.exec(path.slice(-100))?.[1] ?? '';
}

function sayNoNumber(path: string | undefined, value: unknown, root: unknown): string {
  if (typeof value === 'object' && value !== null) {
    const example = pathOfNumber(path === undefined || path === '' ? root : value);
    const from = path?.startsWith('$') ? undefined : example && `${path ?? ''}${example}`;
    if (from !== undefined) {
      return l10n.t(
        'A value is needed to say which number counts: a JSONPath or JSON Pointer, for instance {0}',
        excerpt(from, 120),
      );
    }
    return path
      ? l10n.t('{0} names a part of the document, and no number: name one in it.', excerpt(path))
      : sayNoNumbers();
  }
  return l10n.t(
    '{0} is no number: {1}. Name another value.',
    path ? excerpt(path) : sayWhole(),
    excerpt(JSON.stringify(value) ?? '–'),
  );
}

function sayNoNumbers(): string {
  return l10n.t('This document holds no number: look whether it is the right one.');
}

/** What stands in sentences for the path that nobody gave. */
function sayWhole(): string {
  return l10n.t({ message: 'The document', comment: 'Begins sentences such as "The document names 3 numbers: …"' });
}

/** The JSON Pointer of the first number within a value, looked for among so many values at most. */
function pathOfNumber(value: unknown): string | undefined {
  const waiting: (readonly [unknown, string])[] = [[value, '']];
  for (let looked = 0; looked < 2_000; looked++) {
    const next = waiting.pop();
    if (!next) return undefined;
    const [here, path] = next;
    if (amountOf(here)) return path;
    if (typeof here !== 'object' || here === null) continue;
    const entries = Object.entries(here).slice(0, 50).reverse();
    for (const [key, each] of entries)
      waiting.push([each, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`]);
  }
  return undefined;
}
