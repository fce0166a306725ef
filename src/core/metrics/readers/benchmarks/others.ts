import type { Aggregate } from '../../../model/metric.js';
import { unitOf } from '../amounts.js';
import { parseAmount } from '../amounts.js';
import { fieldOf, isObject } from '../jsonText.js';
import { numberOf, samplesOf, textOf, valuesOf, type Benchmark, type Harness } from './harness.js';

/**
 * JMH, `-rf json`: https://github.com/openjdk/jmh/blob/master/jmh-core/src/main/java/org/openjdk/jmh/results/format/JSONResultFormat.java
 * The name is class and method, the parameters stand behind it: `Sums.many{size=1000}`.
 */
export const jmh: Harness = {
  name: 'JMH',
  read(document) {
    if (!Array.isArray(document) || !document.some((entry) => isObject(fieldOf(entry, 'primaryMetric'))))
      return undefined;
    return (document as readonly unknown[]).flatMap((entry): Benchmark[] => {
      const metric = fieldOf(entry, 'primaryMetric');
      const full = textOf(fieldOf(entry, 'benchmark'));
      const mean = numberOf(fieldOf(metric, 'score'));
      if (full === undefined || mean === undefined) return [];
      const scoreUnit = textOf(fieldOf(metric, 'scoreUnit')) ?? '';
      const parameters = fieldOf(entry, 'params');
      const written = isObject(parameters)
        ? Object.entries(parameters).map(([key, value]) => `${key}=${String(value)}`)
        : [];
      const samples = samplesOf(fieldOf(metric, 'rawData'));
      const unit = unitOf(scoreUnit) ?? scoreUnit;
      return [
        {
          name: `${full.split('.').slice(-2).join('.')}${written.length > 0 ? `{${written.join(',')}}` : ''}`,
          group: full.split('.').slice(0, -2).join('.'),
          ...(unit ? { unit } : {}),
          values: valuesOf({ mean, ...percentilesOf(fieldOf(metric, 'scorePercentiles')) }),
          ...(samples ? { samples } : {}),
          ...(/^ops\/s$/.test(scoreUnit) ? { ops: mean } : {}),
        },
      ];
    });
  },
};

/** `{ "0.0": 1.2, "95.0": 3.4, … }` */
function percentilesOf(value: unknown): Partial<Record<Aggregate, unknown>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => /^\d{1,3}(?:\.\d{1,6})?$/.test(key))
      .map(([key, each]) => [key === '0.0' ? 'min' : key === '100.0' ? 'max' : `p${Number(key)}`, each]),
  );
}

/**
 * `customSmallerIsBetter` and `customBiggerIsBetter`: a list of `{ name, unit, value }`.
 * https://github.com/benchmark-action/github-action-benchmark#using-other-languages-and-tools
 */
export const custom: Harness = {
  name: 'github-action-benchmark',
  read(document) {
    if (
      !Array.isArray(document) ||
      !document.some((entry) => textOf(fieldOf(entry, 'name')) && fieldOf(entry, 'value') !== undefined)
    ) {
      return undefined;
    }
    return (document as readonly unknown[]).flatMap((entry): Benchmark[] => {
      const name = textOf(fieldOf(entry, 'name'));
      const value = fieldOf(entry, 'value');
      const figure = typeof value === 'string' ? parseAmount(value)?.value : numberOf(value);
      if (name === undefined || figure === undefined) return [];
      const written = textOf(fieldOf(entry, 'unit'));
      const unit = written === undefined ? undefined : (unitOf(written) ?? written.slice(0, 20));
      return [{ name, ...(unit === undefined ? {} : { unit }), values: { last: figure } }];
    });
  },
};
