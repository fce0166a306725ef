import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseAmount, unitOfName } from '../../../../../src/core/metrics/readers/amounts.js';
import { Numbers, percentile } from '../../../../../src/core/metrics/readers/numbers.js';

describe('a number with a unit', () => {
  it('is read as people and tools write it', () => {
    for (const [text, value, unit] of [
      ['74.2 %', 74.2, '%'],
      ['120ms', 120, 'ms'],
      [' 1,234.5 ', 1234.5, undefined],
      ['-3e-4 s', -0.0003, 's'],
      ['12K', 12_000, undefined],
      ['1.5 µs/op', 1.5, 'µs'],
      ['.5', 0.5, undefined],
      ['3 pct', 3, '%'],
      ['250 users', 250, 'users'],
      ['99 ops/sec', 99, 'ops/s'],
    ] as const) {
      assert.deepEqual(parseAmount(text), { value, ...(unit === undefined ? {} : { unit }) }, text);
    }
    assert.deepEqual(parseAmount('1.234,5 %', true), { value: 1234.5, unit: '%' });
  });

  it('is nothing else', () => {
    for (const text of [
      '',
      'n/a',
      '2024-12-05',
      '12:30',
      '1.2.3',
      '1 2',
      '0x10',
      'v1',
      '1,2',
      '9'.repeat(400),
      '1e999',
    ]) {
      assert.equal(parseAmount(text), undefined, text);
    }
  });

  it('has the unit its name ends in', () => {
    for (const [name, unit] of [
      ['duration (ms)', 'ms'],
      ['Latency avg [ns]', 'ns'],
      ['http_seconds_total', 's'],
      ['took_ms', 'ms'],
      ['pct', '%'],
      ['cache_hit_ratio', 'ratio'],
      ['point_x', undefined],
      ['s', undefined],
      ['items', undefined],
      ['size (B)', 'B'],
    ] as const) {
      assert.equal(unitOfName(name), unit, name);
    }
  });
});

describe('one number of several', () => {
  it('lies between the least and the greatest, and a percentile grows with its share', () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(numbers, fc.nat(100), fc.nat(100), (values, a, b) => {
        const made = (aggregate: 'mean' | 'min' | 'max' | 'median' | `p${number}`) => {
          const all = new Numbers(aggregate);
          for (const value of values) all.add(value);
          const result = all.end();
          return 'value' in result ? result.value : Number.NaN;
        };
        const [min, max] = [made('min'), made('max')];
        for (const value of [made('mean'), made('median'), made(`p${a}`)]) {
          assert.ok(value >= min - 1e-6 && value <= max + 1e-6);
        }
        assert.ok(made(`p${Math.min(a, b)}`) <= made(`p${Math.max(a, b)}`) + 1e-6);
        assert.ok(made('p0') === min && made('p100') === max);
      }),
      { numRuns: 100 },
    );
  });

  it('is interpolated as spreadsheets do', () => {
    assert.equal(percentile([1, 2, 3, 4], 75), 3.25);
    assert.equal(percentile([15, 20, 35, 40, 50], 40), 29);
    assert.equal(percentile([7], 95), 7);
  });
});
