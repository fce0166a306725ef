import assert from 'node:assert/strict';
import type { Measurement, MetricSource } from '../../../../src/core/model/metric.js';
import { metricResults } from '../../../../src/core/metrics/metricResults.js';
import { shownMetrics } from '../../../../src/core/views/measuredMetrics.js';
import { fileOf } from '../../../support/check.js';

const now = 1_780_000_000;

/** What the row of a metric says of this reading. */
function shown(line: string, metric: string, given: Partial<Measurement> | undefined) {
  const file = fileOf(`# Plan\n\n- [ ] a\n\n## Success Metrics\n\n- ${line}\n`);
  const source: MetricSource = { kind: 'file', metric, file: 'a.json' };
  const reading = given && { measurement: { name: 'a', value: 5, ...given }, time: now };
  const sources = [{ source, state: 'ready' as const, ...(reading ? { reading } : {}), trend: [], problems: [] }];
  const { results } = metricResults([file], [], [{ uri: file.folder.uri, sources, found: [] }], { now });
  const row = shownMetrics(results, []).of(file.roadmap!.metrics[0]!)!;
  return [row.reading, row.state];
}

describe('The row of a metric', () => {
  it('says how its reading was judged, and that one was not', () => {
    assert.deepEqual(shown('Latency: < 10 ms', 'Latency', { unit: 'ms' }), ['5 ms', 'met']);
    assert.deepEqual(shown('Latency: < 10 ms', 'Latency', { unit: 'MB' }), ['5 MB', 'unmeasured']);
    assert.deepEqual(shown('✅ Latency: < 10 ms', 'Latency', { unit: 'MB' }), ['5 MB', 'claimed only']);
    assert.deepEqual(shown('Happy readers', 'Happy readers', {}), ['5', 'unmeasured']);
  });

  it('says nothing of one that nothing measures and nobody claims', () => {
    assert.deepEqual(shown('Latency: < 10 ms', 'Latency', undefined), [undefined, undefined]);
  });
});
