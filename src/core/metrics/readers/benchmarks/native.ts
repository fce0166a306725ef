import { unitOf } from '../amounts.js';
import { fieldOf, isObject } from '../jsonText.js';
import { momentOf, numberOf, samplesOf, textOf, valuesOf, type Benchmark, type Harness } from './harness.js';

/**
 * Google Benchmark, `--benchmark_format=json`: https://github.com/google/benchmark/blob/main/docs/user_guide.md#output-formats
 * The real time counts, which is what a person waits; of repetitions the aggregates it writes, else their own mean.
 */
export const googleBenchmark: Harness = {
  name: 'Google Benchmark',
  read(document) {
    const list = fieldOf(document, 'benchmarks');
    if (!isObject(fieldOf(document, 'context')) || !Array.isArray(list)) return undefined;
    const time = momentOf(fieldOf(fieldOf(document, 'context'), 'date'));
    const runs = new Map<
      string,
      { unit: string; times: number[]; made: Record<string, number>; ops: number | undefined }
    >();
    for (const entry of list as readonly unknown[]) {
      const name = textOf(fieldOf(entry, 'run_name')) ?? textOf(fieldOf(entry, 'name'));
      const real = numberOf(fieldOf(entry, 'real_time'));
      if (name === undefined || real === undefined || fieldOf(entry, 'error_occurred') === true) continue;
      const unit = textOf(fieldOf(entry, 'time_unit')) ?? 'ns';
      const run = runs.get(name) ?? { unit: unitOf(unit) ?? unit, times: [], made: {}, ops: undefined };
      runs.set(name, run);
      const aggregate = textOf(fieldOf(entry, 'aggregate_name'));
      if (aggregate === undefined) {
        run.times.push(real);
        run.ops ??= numberOf(fieldOf(entry, 'items_per_second'));
      } else if (/^(?:mean|median|min|max)$/.test(aggregate)) run.made[aggregate] = real;
    }
    return [...runs].map(([name, { unit, times, made, ops }]) => ({
      name,
      unit,
      values: valuesOf({
        mean: times.length > 0 ? times.reduce((a, b) => a + b, 0) / times.length : undefined,
        ...made,
      }),
      ...(times.length > 1 ? { samples: times } : {}),
      ...(ops === undefined ? {} : { ops }),
      ...(time === undefined ? {} : { time }),
    }));
  },
};

/** hyperfine, `--export-json`: seconds. https://github.com/sharkdp/hyperfine#export-results */
export const hyperfine: Harness = {
  name: 'hyperfine',
  read(document) {
    const results = fieldOf(document, 'results');
    if (!Array.isArray(results) || !results.some((entry) => textOf(fieldOf(entry, 'command')) !== undefined))
      return undefined;
    return (results as readonly unknown[]).flatMap((entry): Benchmark[] => {
      const name = textOf(fieldOf(entry, 'command'));
      const values = statisticsOf(entry);
      const samples = samplesOf(fieldOf(entry, 'times'));
      return name === undefined || values.mean === undefined
        ? []
        : [{ name, unit: 's', values, ...(samples ? { samples } : {}) }];
    });
  },
};

/** pytest-benchmark, `--benchmark-json`: seconds. https://pytest-benchmark.readthedocs.io/ */
export const pytestBenchmark: Harness = {
  name: 'pytest-benchmark',
  read(document) {
    const list = fieldOf(document, 'benchmarks');
    if (!Array.isArray(list) || !list.some((entry) => isObject(fieldOf(entry, 'stats')))) return undefined;
    const time = momentOf(fieldOf(document, 'datetime'));
    return (list as readonly unknown[]).flatMap((entry): Benchmark[] => {
      const stats = fieldOf(entry, 'stats');
      const name = textOf(fieldOf(entry, 'name'));
      const full = textOf(fieldOf(entry, 'fullname'));
      const values = statisticsOf(stats);
      const samples = samplesOf(fieldOf(stats, 'data'));
      const ops = numberOf(fieldOf(stats, 'ops'));
      if (name === undefined || values.mean === undefined) return [];
      return [
        {
          name,
          ...(full === undefined ? {} : { group: full.split('::', 1)[0]! }),
          unit: 's',
          values,
          ...(samples ? { samples } : {}),
          ...(ops === undefined ? {} : { ops }),
          ...(time === undefined ? {} : { time }),
        },
      ];
    });
  },
};

function statisticsOf(value: unknown) {
  const field = (key: string) => fieldOf(value, key);
  return valuesOf({ mean: field('mean'), median: field('median'), min: field('min'), max: field('max') });
}
