import * as l10n from '@vscode/l10n';
import type { Selection } from '../../model/metric.js';
import type { MetricReader } from '../reader.js';
import { coverage, coverageAliases, type Counted } from './coverage.js';
import { fieldOf, isObject, parseJson } from './jsonText.js';
import { choose, excerpt, refused, type Measured } from './problems.js';
import { looksLike } from './recognise.js';
import { wholeText } from './whole.js';

/**
 * `coverage-final.json` of Istanbul's reporter `json`. Counted as istanbul-lib-coverage counts it, so that the figures are
 * those of its own reports: https://github.com/istanbuljs/istanbuljs/blob/master/packages/istanbul-lib-coverage/lib/file-coverage.js
 * A line has the highest count of the statements that begin in it; percent are cut, not rounded, after two digits.
 */
export const istanbul: MetricReader = {
  format: 'istanbul',
  recognises: (path, head) => looksLike('istanbul', path, head),
  start: (selection) => wholeText((text) => read(text, selection)),
};

const names = ['lines', 'branches', 'functions', 'statements'] as const satisfies readonly Counted[];
type Sums = Record<(typeof names)[number], { covered: number; total: number }>;

function read(text: string, { value: wanted }: Selection): Measured {
  const json = parseJson(text);
  if ('message' in json) return refused(json.message);
  const sums: Sums = {
    lines: { covered: 0, total: 0 },
    branches: { covered: 0, total: 0 },
    functions: { covered: 0, total: 0 },
    statements: { covered: 0, total: 0 },
  };
  for (const [path, entry] of Object.entries(isObject(json.value) ? json.value : {})) {
    // Some tools wrap what Istanbul writes.
    const file = isObject(fieldOf(entry, 'data')) ? fieldOf(entry, 'data') : entry;
    if (!addFile(sums, file)) {
      return refused(
        l10n.t('The entry "{0}" is no coverage of a file: have it written by the reporter json.', excerpt(path)),
      );
    }
  }
  const measurements = names.flatMap((name) => {
    const { covered, total } = sums[name];
    return total > 0 ? [coverage(name, percent(covered, total), covered, total)] : [];
  });
  if (measurements.length === 0 && !isObject(json.value)) {
    return refused(l10n.t('This JSON is no coverage by files: have it written by the reporter json.'));
  }
  return choose(measurements, wanted, coverageAliases);
}

function addFile(sums: Sums, file: unknown): boolean {
  const [statements, functions, branches] = ['s', 'f', 'b'].map((key) => fieldOf(file, key));
  const map = fieldOf(file, 'statementMap');
  if (!isObject(statements) || !isObject(functions) || !isObject(branches) || !isObject(map)) return false;
  const lines = new Map<number, boolean>();
  for (const [id, count] of Object.entries(statements)) {
    if (!add(sums.statements, count)) return false;
    const line = fieldOf(fieldOf(fieldOf(map, id), 'start'), 'line');
    if (typeof line === 'number') lines.set(line, lines.get(line) === true || Number(count) > 0);
  }
  sums.lines.total += lines.size;
  for (const covered of lines.values()) if (covered) sums.lines.covered++;
  return (
    Object.values(functions).every((count) => add(sums.functions, count)) &&
    Object.values(branches).every(
      (counts) => Array.isArray(counts) && counts.every((count) => add(sums.branches, count)),
    )
  );
}

function add(sum: { covered: number; total: number }, count: unknown): boolean {
  if (typeof count !== 'number') return false;
  sum.total++;
  if (count > 0) sum.covered++;
  return true;
}

function percent(covered: number, total: number): number {
  return Math.floor((1000 * 100 * covered) / total / 10) / 100;
}
