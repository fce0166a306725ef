import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { histogramQuantile } from '../../../../../src/core/metrics/readers/histogram.js';
import { fixture, measure, read, refusal } from './reading.js';

describe('series of Prometheus and OpenMetrics', () => {
  for (const file of ['metrics.prom', 'openmetrics.txt']) {
    const text = fixture(`prom-client/${file}`);

    it(`of ${file} are named by name and labels`, async () => {
      const found = await measure('prometheus', text, { value: 'http_requests_total{method="GET", status="500"}' });
      assert.equal(found.value, 3);
      assert.equal((await measure('prometheus', text, { value: 'http_requests_total{status!="200"}' })).value, 3);
      assert.equal(
        (await measure('prometheus', text, { value: 'build_info{path="C:\\\\app \\"x\\"\\nnew"}' })).value,
        1,
      );
      assert.match(await refusal('prometheus', text, { value: 'http_requests_total' }), /3 numbers.*status="200"/s);
      assert.equal((await measure('prometheus', text, { value: 'http_requests_total', aggregate: 'sum' })).value, 1000);
      assert.match(await refusal('prometheus', text, { value: 'http_request' }), /no series.*http_requests_total/);
      assert.match(await refusal('prometheus', text, { value: 'a b' }), /no series: write a name/);
    });

    it(`of ${file} have the unit of their name`, async () => {
      const of = async (value: string) => measure('prometheus', text, { value });
      assert.deepEqual(await of('cache_hit_ratio'), { name: 'cache_hit_ratio', value: 0.973, unit: 'ratio' });
      assert.equal((await of('process_resident_memory_bytes')).unit, 'B');
      assert.equal((await of('job_duration_seconds')).unit, 's');
    });

    it(`of ${file} that are histograms give percentiles as PromQL does, means, sums and counts`, async () => {
      const value = 'http_request_duration_seconds';
      const p95 = await measure('prometheus', text, { value, aggregate: 'p95' });
      // 95 of 100 lie below; 41 up to 0.2, 100 up to 0.5.
      assert.ok(Math.abs(p95.value - (0.2 + (0.3 * (95 - 41)) / 59)) < 1e-12);
      assert.deepEqual(
        [p95.unit, p95.aggregate, p95.detail],
        ['s', 'p95', 'estimated from the buckets of 100 observations'],
      );
      const get = await measure('prometheus', text, { value: `${value}{method="GET"}`, aggregate: 'median' });
      assert.ok(Math.abs(get.value - (0.2 + (0.3 * (37.5 - 30)) / 45)) < 1e-12);
      const mean = await measure('prometheus', text, { value });
      assert.deepEqual([mean.value, mean.aggregate], [0.2475, 'mean']);
      assert.equal((await measure('prometheus', text, { value, aggregate: 'count' })).value, 100);
      assert.equal((await measure('prometheus', text, { value, aggregate: 'sum' })).value, 24.75);
      assert.match(await refusal('prometheus', text, { value, aggregate: 'max' }), /keeps no max/);
    });

    it(`of ${file} that are summaries have the quantiles they keep`, async () => {
      const value = 'job_duration_seconds';
      assert.equal((await measure('prometheus', text, { value, aggregate: 'p95' })).value, 9.55);
      assert.equal((await measure('prometheus', text, { value, aggregate: 'median' })).value, 5.05);
      assert.match(await refusal('prometheus', text, { value, aggregate: 'p90' }), /0\.5, 0\.95, 0\.99/);
      assert.equal((await measure('prometheus', text, { value })).value, 5.05);
    });

    it(`of ${file} are all measured where none is named, histograms by their means`, async () => {
      const { value, problems } = await read('prometheus', text);
      assert.deepEqual(problems, []);
      assert.deepEqual(value.map(({ name }) => name).sort(), [
        'build_info{path="C:\\\\app \\"x\\"\\nnew"}',
        'cache_hit_ratio',
        'http_request_duration_seconds{method="GET"}',
        'http_request_duration_seconds{method="POST"}',
        'http_requests_total{method="GET",status="200"}',
        'http_requests_total{method="GET",status="500"}',
        'http_requests_total{method="POST",status="200"}',
        'job_duration_seconds',
        'process_resident_memory_bytes',
      ]);
    });
  }

  it('have a time in milliseconds, in OpenMetrics in seconds', async () => {
    assert.equal((await measure('prometheus', 'up 1 1733400000123\n', { value: 'up' })).time, 1733400000.123);
    assert.equal((await measure('prometheus', 'up 1 1733400000.5\n# EOF\n', { value: 'up' })).time, 1733400000.5);
    assert.equal((await measure('prometheus', 'up 1 1\nup 3 2\n# EOF\n', { value: 'up' })).value, 3);
  });

  it('have the unit that is written', async () => {
    const text = '# TYPE disk gauge\n# UNIT disk megabytes\ndisk 5\n# EOF\n';
    assert.equal((await measure('prometheus', text, { value: 'disk' })).unit, 'MB');
    assert.equal((await measure('prometheus', 'took_seconds 5\n', { value: 'took_seconds', unit: 'min' })).unit, 'min');
  });

  it('may have names in quotes, blanks, and numbers of any form', async () => {
    assert.equal(
      (await measure('prometheus', '{"http.requests", a="b",} 5\n', { value: '{"http.requests"}' })).value,
      5,
    );
    assert.equal(
      (await measure('prometheus', 'a { b = "}" , c="\\\\" } \t .5e-1\n', { value: 'a{b="}"}' })).value,
      0.05,
    );
    assert.match(await refusal('prometheus', 'a NaN\n', { value: 'a' }), /NaN/);
    assert.match(await refusal('prometheus', 'a +Inf\n', { value: 'a' }), /Infinity/);
  });

  it('say which line is wrong', async () => {
    for (const line of ['a', 'a{b="c} 1', 'a{b=c} 1', 'a one', 'a 1 2 3', '9a 1', 'a{b!="c"} 1', 'a 0x10', '<p>']) {
      assert.match(await refusal('prometheus', `ok 1\n${line}\n`), /^Line 2 /, line);
    }
    assert.match(await refusal('prometheus', 'a 1\n# EOF\nb 2\n'), /^Line 3: there is more/);
    assert.match(await refusal('prometheus', '# HELP a b\n'), /empty/);
    assert.match(await refusal('prometheus', `a{b="${'x'.repeat(100_000)}"} 1\n`), /^Line 1 /);
  });
});

describe('a percentile of a histogram', () => {
  const infinity = Number.POSITIVE_INFINITY;

  it('is that of histogram_quantile at its edges', () => {
    assert.equal(histogramQuantile(0.5, [{ bound: infinity, count: 5 }]), Number.NaN);
    assert.equal(
      histogramQuantile(0.5, [
        { bound: 1, count: 5 },
        { bound: 2, count: 9 },
      ]),
      Number.NaN,
    );
    assert.equal(
      histogramQuantile(0.5, [
        { bound: 1, count: 0 },
        { bound: infinity, count: 0 },
      ]),
      Number.NaN,
    );
    assert.equal(
      histogramQuantile(0.9, [
        { bound: 1, count: 5 },
        { bound: infinity, count: 10 },
      ]),
      1,
    );
    assert.equal(
      histogramQuantile(0.5, [
        { bound: 1, count: 10 },
        { bound: infinity, count: 10 },
      ]),
      0.5,
    );
    assert.equal(
      histogramQuantile(0.1, [
        { bound: -1, count: 5 },
        { bound: infinity, count: 10 },
      ]),
      -1,
    );
  });

  it('grows with the share and stays within the bounds', () => {
    const counts = fc.array(fc.nat(50), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (steps, a, b) => {
          let sum = 0;
          const buckets = steps.map((step, i) => ({
            bound: i === steps.length - 1 ? infinity : i + 1,
            count: (sum += step),
          }));
          fc.pre(sum > 0);
          const [low, high] = [histogramQuantile(Math.min(a, b), buckets), histogramQuantile(Math.max(a, b), buckets)];
          assert.ok(low <= high + 1e-9 && low >= 0 && high <= steps.length - 1);
        },
      ),
      { numRuns: 200 },
    );
  });
});
