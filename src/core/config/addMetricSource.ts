import * as l10n from '@vscode/l10n';
import { isMap, stringify } from 'yaml';
import type { TextEdit } from '../model/edit.js';
import type { MetricSource } from '../model/metric.js';
import { applyEdits } from '../text/textEdits.js';
import { isEmpty, pairsOf, parseYaml, rootMap } from '../yaml/document.js';
import { isNothing, rangeOf } from '../yaml/nodes.js';
import { insertion, lineEnd, lineStart, sayBroken, stepOf, trimmedEnd } from './configText.js';
import { meaning } from './meaning.js';
import { defaultDays, defaultTimeout, mostMetrics } from './metricSchema.js';
import { configKind, readConfig } from './readConfig.js';

/** One insertion into the text of a configuration, or why there is none. */
export type AddedSource =
  | { readonly ok: true; readonly edit: TextEdit; readonly text: string }
  | { readonly ok: false; readonly message: string };

/**
 * Adds an entry to `metrics` in the text of `.roadmap/config.yaml`, behind those that are there; with line breaks and
 * indentation as the text has them, and every other character as it is. What was planned is read again: it is refused where
 * it would say anything but the old text and the new entry.
 */
export function addMetricSource(text: string, source: MetricSource): AddedSource {
  const before = readConfig(text);
  if (before.problems.some(({ code }) => code === 'config-syntax')) return refused(sayBroken());
  if (before.value.metrics.length >= mostMetrics) {
    return refused(l10n.t('There are {0} entries already, and no more are read: remove one first.', mostMetrics));
  }
  const { document } = parseYaml(text, configKind);
  const root = document && rootMap(document);
  if (!document || (!root && !isEmpty(document)) || root?.flow) return refused(sayForm());
  const pair = root && pairsOf(root).get('metrics');
  const value: unknown = pair?.value;
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  let edit: TextEdit;
  if (!pair || !root) {
    edit = insertion(text, text.length, entryLines(source, '', stepOf(root, text), true), eol);
  } else if (isNothing(value)) {
    const at = (rangeOf(pair.key)?.end ?? 0) + 1;
    edit = insertion(text, lineEnd(text, at), entryLines(source, '', stepOf(root, text), false), eol);
  } else if (isMap(value) && !value.flow && value.items.length > 0) {
    const names = [...pairsOf(value).keys()].map((name) => name.trim().toLowerCase());
    if (names.includes(source.metric.toLowerCase())) {
      return refused(l10n.t('There is an entry for "{0}" already: change that one.', source.metric));
    }
    const first = rangeOf(value)!.start;
    const indent = text.slice(lineStart(text, first), first);
    if (indent.trim() !== '' || indent === '') return refused(sayForm());
    const last = value.items.at(-1)!;
    const end = rangeOf(last.value)?.end ?? rangeOf(last.key)!.end;
    edit = insertion(text, lineEnd(text, trimmedEnd(text, end)), entryLines(source, indent, indent, false), eol);
  } else return refused(sayForm());
  const changed = applyEdits(text, [edit]);
  return isAsIntended(text, changed, source) ? { ok: true, edit, text: changed } : refused(sayForm());
}

/** The lines of an entry; `step` is the indentation of one level, `indent` that of the entry itself. */
function entryLines(source: MetricSource, indent: string, step: string, withKey: boolean): readonly string[] {
  const entry = stringify(
    { [source.metric]: valuesOf(source) },
    { lineWidth: 0, indent: step.length, aliasDuplicateObjects: false },
  );
  const lines = entry.trimEnd().split('\n');
  const before = indent || step;
  return [...(withKey ? ['metrics:'] : []), ...lines.map((line) => before + line)];
}

/** The keys of an entry, without those that say what counts anyhow. */
function valuesOf(source: MetricSource): Readonly<Record<string, unknown>> {
  const { tolerance, maxAge } = source;
  const values = { ...ownValues(source), tolerance, maxAge };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function ownValues(source: MetricSource): Readonly<Record<string, unknown>> {
  if (source.kind === 'git') {
    const { measure, tags, days } = source;
    return { git: measure, tags, days: days === defaultDays ? undefined : days };
  }
  const { format, value, aggregate, unit } = source;
  const selection = { format, value, aggregate, unit };
  if (source.kind === 'file') return { file: source.file, ...selection };
  const { command, timeout } = source;
  return { command, timeout: timeout === defaultTimeout ? undefined : timeout, ...selection };
}

/** Whether the new text says what the old one did and the entry, and raises no new problem. */
function isAsIntended(before: string, after: string, source: MetricSource): boolean {
  const old = readConfig(before);
  const now = readConfig(after);
  const added = now.value.metrics.at(-1);
  return (
    added !== undefined &&
    meaning({ ...old.value, metrics: [...old.value.metrics, source] }) === meaning(now.value) &&
    now.problems.length === old.problems.length
  );
}

function refused(message: string): AddedSource {
  return { ok: false, message };
}

function sayForm(): string {
  return l10n.t(
    'An entry can be added to .roadmap/config.yaml only where "metrics" has its entries on lines of their own: add it by hand.',
  );
}
