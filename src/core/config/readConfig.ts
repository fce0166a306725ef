import * as l10n from '@vscode/l10n';
import { isMap, isScalar, isSeq, type Document, type Node, type YAMLMap } from 'yaml';
import type * as z from 'zod/mini';
import { emptyConfig, type Config } from '../model/config.js';
import type { MetricSource } from '../model/metric.js';
import type { Parsed, Problem, Severity } from '../model/problem.js';
import type { Status } from '../model/roadmap.js';
import type { Span } from '../model/span.js';
import { idKey } from '../references/taskId.js';
import { isEmpty, pairsOf, parseYaml, rootMap, type YamlKind } from '../yaml/document.js';
import { describeIssue } from '../yaml/describeIssue.js';
import { isNothing, rangeOf } from '../yaml/nodes.js';
import { readMetricSources } from './readMetricSources.js';
import { configShape } from './schema.js';

type Key = keyof typeof configShape;
const keys = Object.keys(configShape) as Key[];

/** What configurations are told apart by. */
export const configKind: YamlKind = {
  syntax: 'config-syntax',
  longest: 100_000,
  tooLong: () => l10n.t('This configuration is far too long to be read: keep to the keys that are known.'),
};

/** Reads `.roadmap/config.yaml`. What is wrong is a problem with its place; the rest counts. */
export function readConfig(text: string): Parsed<Config> {
  const { document, problems: found } = parseYaml(text, configKind);
  const problems = [...found];
  if (!document) return { value: emptyConfig, problems };
  const root = rootMap(document);
  if (!root) {
    if (!isEmpty(document)) {
      problems.push(
        wrong(l10n.t('The configuration must be keys with values: {0}.', keys.join(', ')), rangeOf(document.contents)),
      );
    }
    return { value: emptyConfig, problems };
  }
  const read = valuesOf(root, document, problems);
  const status = new Map<string, Status>();
  for (const [name, marks] of Object.entries(read.status ?? {})) {
    for (const mark of marks ?? []) status.set(mark.toLowerCase(), name as Status);
  }
  const aliases = new Map(Object.entries(read.aliases ?? {}).map(([old, id]) => [idKey(old), id]));
  const value: Config = {
    roadmaps: read.roadmaps ?? [],
    roadmapSpans: roadmapSpans(document),
    ...(read.idPrefix === undefined ? {} : { idPrefix: read.idPrefix }),
    ...(read.archive === undefined ? {} : { archive: read.archive.replaceAll('\\', '/') }),
    ...(read.dialect === undefined ? {} : { dialect: read.dialect }),
    statusMarks: status,
    aliases,
    aliasSpans: aliasSpans(document),
    metrics: metricSources(root, document, problems),
    severities: new Map(
      Object.entries(read.problems ?? {}).filter(
        (entry): entry is [string, Severity | 'off'] => entry[1] !== undefined,
      ),
    ),
  };
  return { value, problems };
}

/** Where the entries of `roadmaps` stand. */
function roadmapSpans(document: Document): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  const node: unknown = document.get('roadmaps', true);
  for (const item of isSeq(node) ? node.items : []) {
    const span = rangeOf(item);
    if (isScalar(item) && span) spans.set(String(item.value), span);
  }
  return spans;
}

/** Where the aliases stand, each from its old id to its new one. */
function aliasSpans(document: Document): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  const node: unknown = document.get('aliases', true);
  if (!isMap(node)) return spans;
  for (const { key, value } of node.items) {
    const start = rangeOf(key)?.start;
    const end = rangeOf(value)?.end;
    if (isScalar(key) && start !== undefined && end !== undefined) spans.set(idKey(String(key.value)), { start, end });
  }
  return spans;
}

function metricSources(root: YAMLMap, document: Document, problems: Problem[]): readonly MetricSource[] {
  const pair = pairsOf(root).get('metrics');
  if (!pair || isNothing(pair.value)) return [];
  return readMetricSources(pair.value, document, (message, span) =>
    problems.push(wrong(message, span ?? rangeOf(pair.key))),
  );
}

type Values = { -readonly [K in Key]?: NonNullable<z.infer<(typeof configShape)[K]>> };

function valuesOf(root: YAMLMap, document: Document, problems: Problem[]): Values {
  const values: Partial<Record<Key, unknown>> = {};
  for (const [name, pair] of pairsOf(root)) {
    const key = keys.find((known) => known === name);
    if (!key) {
      problems.push(wrong(l10n.t('"{0}" is no known key: use one of {1}.', name, keys.join(', ')), rangeOf(pair.key)));
      continue;
    }
    // Its entries are read one by one.
    if (key === 'metrics') continue;
    const value = read(pair.value as Node | null, document);
    if (value === undefined) {
      problems.push(
        wrong(l10n.t('"{0}" cannot be read: write its values out instead of aliases.', key), rangeOf(pair.value)),
      );
    }
    if (value === null || value === undefined) continue;
    const result = configShape[key].safeParse(value);
    const data = result.success ? result : configShape[key].safeParse(without(value, result.error.issues));
    if (data.success) values[key] = data.data;
    for (const issue of result.error?.issues ?? []) {
      const node: unknown = document.getIn([key, ...issue.path.map(String)], true);
      const place = keyRange(node, issue) ?? rangeOf(node) ?? rangeOf(pair.value);
      problems.push(wrong(describeIssue(issue, [key, ...issue.path]), place));
    }
  }
  return values as Values;
}

/** Where a key stands that is not known, in the map that holds it. */
function keyRange(map: unknown, issue: z.core.$ZodIssue): Span | undefined {
  if (issue.code !== 'unrecognized_keys' || !isMap(map)) return undefined;
  return rangeOf(map.items.find(({ key }) => isScalar(key) && String(key.value) === issue.keys[0])?.key);
}

/** A value without its wrong parts, which cost themselves alone. */
function without(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const rest: unknown = structuredCopy(value);
  for (const { path, code, ...issue } of issues) {
    const parent = path.slice(0, -1).reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)[step], rest);
    const target = path.length === 0 ? rest : parent;
    const wrongKeys = code === 'unrecognized_keys' ? (issue as { keys: readonly string[] }).keys : path.slice(-1);
    const holder =
      code === 'unrecognized_keys' && path.length > 0 ? (target as Record<PropertyKey, unknown>)[path.at(-1)!] : target;
    if (typeof holder !== 'object' || holder === null) continue;
    for (const key of wrongKeys) delete (holder as Record<PropertyKey, unknown>)[key];
  }
  return compact(rest);
}

/** Plain data as YAML has it, copied. */
function structuredCopy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

/** Lists without the gaps that taking entries out has left. */
function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((entry) => entry !== undefined).map(compact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, compact(entry)]));
}

/** A node's plain value; undefined where aliases would unfold a small file into a large one. */
function read(node: Node | null, document: Document): unknown {
  try {
    return node ? node.toJS(document, { maxAliasCount: 100 }) : null;
  } catch {
    return undefined;
  }
}

function wrong(message: string, span: Span | undefined): Problem {
  return { code: 'config-value', severity: 'error', message, ...(span ? { span } : {}) };
}
