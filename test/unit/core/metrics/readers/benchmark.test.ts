import assert from 'node:assert/strict';
import { fixture, measure, read, refusal, values } from './reading.js';

describe('benchmarks', () => {
  it('of vitest are told apart by their groups', async () => {
    const text = fixture('vitest/bench.json');
    const [sum, mean] = JSON.parse(text).files[0].groups;
    assert.deepEqual(await values('benchmark', text), {
      'of few': sum.benchmarks[0].mean,
      'bench/sum.bench.mjs > sum > of many': sum.benchmarks[1].mean,
      'bench/sum.bench.mjs > mean > of many': mean.benchmarks[0].mean,
    });
    assert.match(await refusal('benchmark', text, { value: 'of many' }), /2 benchmarks.* > mean > of many/);
    const p99 = await measure('benchmark', text, { value: 'mean > of many', aggregate: 'p99' });
    assert.deepEqual(p99, { name: 'mean > of many', value: mean.benchmarks[0].p99, unit: 'ms', aggregate: 'p99' });
    assert.equal((await measure('benchmark', text, { value: 'of few/ops' })).value, sum.benchmarks[0].hz);
    assert.match(
      await refusal('benchmark', text, { value: 'of few', aggregate: 'p95' }),
      /no p95: choose one of mean, median, p75, p99/,
    );
  });

  it('of tinybench are read from its table and its tasks', async () => {
    const tasks = fixture('tinybench/tasks.json');
    const [few] = JSON.parse(tasks);
    assert.equal((await measure('benchmark', tasks, { value: 'sum of few' })).value, few.result.latency.mean);
    assert.equal(
      (await measure('benchmark', tasks, { value: 'Sum of few', aggregate: 'p50' })).value,
      few.result.latency.p50,
    );
    assert.deepEqual(await measure('benchmark', tasks, { value: 'sum of few/ops' }), {
      name: 'sum of few/ops',
      value: few.result.throughput.mean,
      unit: 'ops/s',
    });
    const table = fixture('tinybench/table.json');
    assert.deepEqual(await measure('benchmark', table, { value: 'sum of few' }), {
      name: 'sum of few',
      value: 42.88,
      unit: 'ns',
      aggregate: 'mean',
    });
    assert.equal((await measure('benchmark', table, { value: 'sum of many', aggregate: 'median' })).value, 8606);
    const old = fixture('tinybench/tasks-2.json');
    assert.equal((await measure('benchmark', old, { value: 'sum of few', aggregate: 'p99.9' })).value, 0.000308);
  });

  it('of Google Benchmark count by real time, repetitions by their aggregates', async () => {
    const text = fixture('google-benchmark/benchmark.json');
    const time = Date.UTC(2024, 11, 5, 12) / 1000;
    assert.deepEqual((await read('benchmark', text)).value, [
      { name: 'BM_Sum/8', value: 250.5, unit: 'ns', aggregate: 'mean', time },
      { name: 'BM_Mean', value: 3, unit: 'µs', aggregate: 'mean', time },
    ]);
    assert.equal((await measure('benchmark', text, { value: 'BM_Mean', aggregate: 'max' })).value, 6);
    assert.equal((await measure('benchmark', text, { value: 'BM_Sum/8/ops' })).value, 3992015.9);
  });

  it('of hyperfine have any percentile, by their runs', async () => {
    const text = fixture('hyperfine/hyperfine.json');
    assert.deepEqual(await measure('benchmark', text, { value: 'node build.js' }), {
      name: 'node build.js',
      value: 1.5,
      unit: 's',
      aggregate: 'mean',
    });
    assert.ok(
      Math.abs((await measure('benchmark', text, { value: 'node build.js', aggregate: 'p95' })).value - 2.01) < 1e-12,
    );
    assert.equal((await measure('benchmark', text, { value: 'node build.js', aggregate: 'max' })).value, 2.1);
  });

  it('of pytest-benchmark are in seconds', async () => {
    const text = fixture('pytest-benchmark/benchmark.json');
    assert.deepEqual(await measure('benchmark', text, { value: 'test_sum', aggregate: 'median' }), {
      name: 'test_sum',
      value: 0.0018,
      unit: 's',
      aggregate: 'median',
      time: Date.UTC(2024, 11, 5, 12, 0, 0, 500) / 1000,
    });
    assert.equal((await measure('benchmark', text, { value: 'test_sum/ops' })).value, 500);
  });

  it('of JMH have their percentiles, and rates their unit', async () => {
    const text = fixture('jmh/jmh.json');
    assert.deepEqual(await values('benchmark', text), { 'Sums.many{size=1000}': 12.5, 'Sums.few': 5000 });
    const p95 = await measure('benchmark', text, { value: 'Sums.many{size=1000}', aggregate: 'p95' });
    assert.deepEqual([p95.value, p95.unit], [12.9, 'µs']);
    assert.equal((await measure('benchmark', text, { value: 'Sums.few' })).unit, 'ops/s');
  });

  it('of no harness have a figure and a unit', async () => {
    const text = fixture('github-action-benchmark/smaller.json');
    assert.deepEqual(await measure('benchmark', text, { value: 'Bundle size' }), {
      name: 'Bundle size',
      value: 412.5,
      unit: 'KB',
    });
    assert.equal((await measure('benchmark', text, { value: 'cold start', aggregate: 'p95' })).value, 187);
  });

  it('say what is wrong', async () => {
    assert.match(await refusal('benchmark', '{"a":1}'), /no benchmark harness.*vitest.*JMH/);
    assert.match(await refusal('benchmark', '{"results":[{"command":"x"}]}'), /no benchmark with a result/);
    assert.match(
      await refusal('benchmark', fixture('jmh/jmh.json'), { value: 'Sums.none' }),
      /Sums\.many\{size=1000\}, Sums\.few/,
    );
    assert.match(await refusal('benchmark', fixture('jmh/jmh.json').slice(0, 99)), /ends too early/);
  });
});
