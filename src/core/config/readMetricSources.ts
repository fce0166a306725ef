import * as l10n from '@vscode/l10n';
import { isMap, type Document, type Node, type Pair } from 'yaml';
import type * as z from 'zod/mini';
import type { Aggregate, FileSource, MetricSource } from '../model/metric.js';
import { metricFormats, gitMeasures } from '../model/metric.js';
import type { Span } from '../model/span.js';
import { nameOf, pairsOf } from '../yaml/document.js';
import { nearest } from '../yaml/nearest.js';
import { isNothing, rangeOf } from '../yaml/nodes.js';
import { isFileGlob } from './fileGlob.js';
import {
  defaultDays,
  defaultTimeout,
  metricBounds,
  mostMetrics,
  sourceKinds,
  sourceShapes,
  type SourceKind,
} from './metricSchema.js';

/** What is wrong, and where. */
type Report = (message: string, span: Span | undefined) => void;

/**
 * Reads the entries of `metrics`, each by itself: what is wrong with one costs that one. An entry without a value is one that
 * is being written.
 */
export function readMetricSources(node: unknown, document: Document, report: Report): readonly MetricSource[] {
  if (!isMap(node)) {
    report(l10n.t('"metrics" must be keys with values, each the name of a metric.'), rangeOf(node));
    return [];
  }
  const pairs = [...pairsOf(node)];
  const beyond = pairs[mostMetrics];
  if (beyond) {
    report(
      l10n.t('"metrics" has more than {0} entries: remove those that nobody needs.', mostMetrics),
      rangeOf(beyond[1].key),
    );
  }
  return pairs.slice(0, mostMetrics).flatMap(([, pair]) => {
    const source = readEntry(pair, document, report);
    return source ? [source] : [];
  });
}

function readEntry({ key, value: node }: Pair, document: Document, report: Report): MetricSource | undefined {
  const metric = nameOf(key).trim();
  const span = rangeOf(key);
  if (metric === '' || nameOf(key).length > 200) {
    report(l10n.t('A metric must be named by a text of 1 to 200 characters.'), span ?? rangeOf(node));
    return undefined;
  }
  const value = plain(node as Node | null, document);
  if (value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) {
    const message = l10n.t('"{0}" must say what measures it by file:, git: or command:, on a line below.', metric);
    report(message, rangeOf(node) ?? span);
    return undefined;
  }
  const kinds = sourceKinds.filter((kind) => Object.hasOwn(value, kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const message =
      kind === undefined
        ? l10n.t('"{0}" says nothing of what measures it: add one of file:, git: and command:.', metric)
        : l10n.t('"{0}" is measured by {1}, of which only one can be: keep that.', metric, kinds.join(', '));
    report(message, span);
    return undefined;
  }
  const result = sourceShapes[kind].safeParse(value);
  if (!result.success) {
    for (const issue of result.error.issues) {
      for (const { message, key: name, ofKey } of describe(metric, kind, issue)) {
        report(message, placeOf(node, name, ofKey) ?? rangeOf(node) ?? span);
      }
    }
    return undefined;
  }
  const values = result.data as Values;
  if (kind === 'file' && isFileGlob(values.file!) && values.format !== 'junit') {
    const message = l10n.t(
      '"file" of "{0}" names several files, which only those of JUnit can be: name one, or add format: junit.',
      metric,
    );
    report(message, placeOf(node, 'file', false) ?? span);
    return undefined;
  }
  return { metric, ...(span ? { span } : {}), ...sourceOf(kind, values) };
}

/** The keys of all kinds of entries. */
interface Values {
  readonly file?: string;
  readonly git?: (typeof gitMeasures)[number];
  readonly command?: readonly string[];
  readonly format?: FileSource['format'] | null;
  readonly value?: string | null;
  readonly aggregate?: string | null;
  readonly unit?: string | null;
  readonly tolerance?: number | null;
  readonly maxAge?: number | null;
  readonly tags?: string | null;
  readonly days?: number | null;
  readonly timeout?: number | null;
}

type SourceParts = MetricSource extends infer S ? (S extends MetricSource ? Omit<S, 'metric' | 'span'> : never) : never;

function sourceOf(kind: SourceKind, values: Values): SourceParts {
  const { format, value, aggregate, unit, tolerance, maxAge, tags } = values;
  const common = {
    ...(typeof tolerance === 'number' ? { tolerance } : {}),
    ...(typeof maxAge === 'number' ? { maxAge } : {}),
  };
  const selection = {
    ...(format ? { format } : {}),
    ...(value ? { value } : {}),
    ...(aggregate ? { aggregate: aggregate as Aggregate } : {}),
    ...(unit ? { unit: unit.trim() } : {}),
  };
  switch (kind) {
    case 'file':
      return { kind, file: values.file!.replaceAll('\\', '/'), ...selection, ...common };
    case 'git':
      return { kind, measure: values.git!, ...(tags ? { tags } : {}), days: values.days ?? defaultDays, ...common };
    default:
      return { kind, command: values.command!, timeout: values.timeout ?? defaultTimeout, ...selection, ...common };
  }
}

/** What is wrong with the value of a key, or with the key itself. */
interface Wrong {
  readonly message: string;
  readonly key: string;
  readonly ofKey: boolean;
}

/** Says what an issue is, as whole sentences; keys that nobody knows are one each. */
function describe(metric: string, kind: SourceKind, issue: z.core.$ZodIssue): readonly Wrong[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(sourceShapes[kind].shape);
    return issue.keys.map((key) => ({ message: sayUnknown(metric, kind, key, known), key, ofKey: true }));
  }
  const key = String(issue.path[0] ?? kind);
  return [{ message: sayWrong(metric, key, issue), key, ofKey: false }];
}

function sayUnknown(metric: string, kind: SourceKind, key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  return meant === undefined
    ? l10n.t('"{0}" has no key "{1}" beside {2}: use {3}.', metric, key, kind, known.join(', '))
    : l10n.t('"{0}" has no key "{1}" beside {2}: did you mean {3}?', metric, key, kind, meant);
}

function sayWrong(metric: string, key: string, issue: z.core.$ZodIssue): string {
  switch (key) {
    case 'file':
      return l10n.t(
        '"file" of "{0}" must be a path inside the folder, such as coverage/coverage-summary.json.',
        metric,
      );
    case 'git':
      return l10n.t('"git" of "{0}" must be one of {1}.', metric, gitMeasures.join(', '));
    case 'format':
      return l10n.t('"format" of "{0}" must be one of {1}.', metric, metricFormats.join(', '));
    case 'aggregate':
      return l10n.t(
        '"aggregate" of "{0}" must be one of last, min, max, mean, median, sum, count, or a percentile such as p95.',
        metric,
      );
    case 'command':
      return l10n.t(
        '"command" of "{0}" must be a list of a program and up to 49 arguments, such as [node, measure.mjs].',
        metric,
      );
    case 'tolerance':
    case 'maxAge':
    case 'days':
    case 'timeout': {
      const { from, to, whole } = metricBounds[key];
      return whole
        ? l10n.t('"{0}" of "{1}" must be a whole number from {2} to {3}.', key, metric, from, to)
        : l10n.t('"{0}" of "{1}" must be a number from {2} to {3}.', key, metric, from, to);
    }
    default:
      return issue.code === 'too_big'
        ? l10n.t('"{0}" of "{1}" is too long.', key, metric)
        : l10n.t('"{0}" of "{1}" must be a text.', key, metric);
  }
}

/** Where a key of an entry, or its value, stands; of a value that is not there the key. */
function placeOf(node: unknown, key: string, ofKey: boolean): Span | undefined {
  const pair = isMap(node) ? pairsOf(node).get(key) : undefined;
  return pair && (ofKey || isNothing(pair.value) ? rangeOf(pair.key) : rangeOf(pair.value));
}

/** A node's plain value; undefined where aliases would unfold a small file into a large one. */
function plain(node: Node | null, document: Document): unknown {
  try {
    return node ? (node.toJS(document, { maxAliasCount: 100 }) as unknown) : null;
  } catch {
    return undefined;
  }
}
