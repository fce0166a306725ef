import assert from 'node:assert/strict';
import type { MetricSource } from '../../../../src/core/model/metric.js';
import { aggregateFor, parseQualifier } from '../../../../src/core/metrics/qualifier.js';
import { parseTarget } from '../../../../src/core/values/target.js';
import { checkTable } from '../../../support/values.js';

describe('A qualifier of a target', () => {
  checkTable(
    {
      p95: 'p95',
      'P99.9': 'p99.9',
      '95th percentile': 'p95',
      '99 percentile': 'p99',
      median: 'median',
      p50: 'median',
      avg: 'mean',
      'on average': 'mean',
      maximum: 'max',
      'worst case': 'max',
      total: 'sum',
      'p95, EU region': 'p95 of EU region',
      'cold start; median': 'median of cold start',
      'of critical paths': 'any of of critical paths',
      p0: 'any of p0',
      p100x: 'any of p100x',
      '': undefined,
    },
    (text) => {
      const { aggregate, scope } = parseQualifier(text);
      return (aggregate ?? scope) ? `${aggregate ?? 'any'}${scope === undefined ? '' : ` of ${scope}`}` : undefined;
    },
  );
});

describe('The aggregate of a metric', () => {
  const file: MetricSource = { kind: 'file', metric: 'Latency', file: 'a.csv' };
  const cases: readonly [string, MetricSource | undefined, string | undefined][] = [
    ['Latency: < 200 ms (p95)', file, 'p95'],
    ['Latency: < 200 ms (p95)', { ...file, aggregate: 'max' }, 'max'],
    ['Latency: < 200 ms', { ...file, aggregate: 'mean' }, 'mean'],
    ['p95 latency < 200 ms', undefined, 'p95'],
    ['Mean time to detect issues: < 5 minutes', undefined, 'mean'],
    ['Median build time: 4 min', undefined, 'median'],
    ['Meaningful reviews: 3', undefined, undefined],
    ['Smoke test coverage: 100% of critical paths', file, undefined],
    ['Lead time: < 2 days (p95)', { kind: 'git', metric: 'Lead time', measure: 'lead-time', days: 90 }, 'p95'],
  ];
  for (const [text, source, expected] of cases) {
    const stated = source && 'aggregate' in source ? ` with ${source.aggregate}` : '';
    it(`of "${text}"${stated} is ${expected ?? 'open'}`, () =>
      assert.equal(aggregateFor(source, parseTarget(text)), expected));
  }
});
