import { parseAmount, unitOfName } from '../amounts.js';
import { fieldOf, isObject } from '../jsonText.js';
import { numberOf, samplesOf, textOf, valuesOf, type Benchmark, type Harness } from './harness.js';

/**
 * `vitest bench --outputJson`: files, groups, benchmarks; times in milliseconds.
 * https://github.com/vitest-dev/vitest/blob/main/packages/vitest/src/node/reporters/benchmark/json-formatter.ts
 */
export const vitest: Harness = {
  name: 'vitest',
  read(document) {
    const files = fieldOf(document, 'files');
    if (!Array.isArray(files)) return undefined;
    const groups = listOf(files).flatMap((file) => listOf(fieldOf(file, 'groups')));
    if (!groups.some((group) => Array.isArray(fieldOf(group, 'benchmarks')))) return undefined;
    return groups.flatMap((group) =>
      listOf(fieldOf(group, 'benchmarks')).flatMap((entry) =>
        statistics(entry, entry, textOf(fieldOf(group, 'fullName'))),
      ),
    );
  },
};

/**
 * tinybench, as people write it to a file: the tasks with their results (`{ name, result }` or `{ name, ...result }`) of any
 * version, times in milliseconds; or `bench.table()`, whose columns name their units.
 * https://github.com/tinylibs/tinybench/blob/main/README.md
 */
export const tinybench: Harness = {
  name: 'tinybench',
  read(document) {
    const entries = listOf(
      Array.isArray(document) ? document : (fieldOf(document, 'tasks') ?? fieldOf(document, 'results')),
    );
    const found = entries.flatMap((entry) => {
      if (textOf(fieldOf(entry, 'Task name') ?? fieldOf(entry, 'Task Name')) !== undefined) return row(entry);
      const result = fieldOf(entry, 'result');
      return statistics(entry, isObject(result) ? result : entry);
    });
    return found.length > 0 ? found : undefined;
  },
};

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A result of tinybench: since version 3 with `latency` and `throughput`, before and in vitest with `hz`. */
function statistics(entry: unknown, result: unknown, group?: string): Benchmark[] {
  const name = textOf(fieldOf(entry, 'name'));
  const latency = fieldOf(result, 'latency');
  const times = isObject(latency) ? latency : result;
  if (name === undefined || numberOf(fieldOf(times, 'mean')) === undefined) return [];
  if (!isObject(latency) && numberOf(fieldOf(result, 'hz')) === undefined) return [];
  const field = (key: string) => fieldOf(times, key);
  const ops = numberOf(fieldOf(result, 'hz')) ?? numberOf(fieldOf(fieldOf(result, 'throughput'), 'mean'));
  const samples = samplesOf(field('samples'));
  return [
    {
      name,
      ...(group === undefined ? {} : { group }),
      unit: 'ms',
      values: valuesOf({
        mean: field('mean'),
        median: field('median') ?? field('p50'),
        p75: field('p75'),
        p99: field('p99'),
        'p99.5': field('p995'),
        'p99.9': field('p999'),
        min: field('min'),
        max: field('max'),
      }),
      ...(samples ? { samples } : {}),
      ...(ops === undefined ? {} : { ops }),
    },
  ];
}

/** A row of the table: `"Latency avg (ns)": "42.88 ± 19.00%"`. */
function row(entry: unknown): Benchmark[] {
  if (!isObject(entry)) return [];
  const name = textOf(entry['Task name'] ?? entry['Task Name'])!;
  const cell = (begins: RegExp) => {
    const key = Object.keys(entry).find((each) => begins.test(each));
    const value = key === undefined ? undefined : entry[key];
    const figure = typeof value === 'string' ? parseAmount(value.split('±', 1)[0]!)?.value : numberOf(value);
    return { key: key ?? '', figure };
  };
  const mean = cell(/^(?:latency (?:avg|average)|average time)/i);
  const median = cell(/^latency med/i);
  const ops = cell(/^(?:throughput (?:avg|average)|ops\/sec)/i);
  const unit = unitOfName(mean.key);
  const values = valuesOf({ mean: mean.figure, median: median.figure });
  if (Object.keys(values).length === 0) return [];
  return [{ name, ...(unit ? { unit } : {}), values, ...(ops.figure === undefined ? {} : { ops: ops.figure }) }];
}
