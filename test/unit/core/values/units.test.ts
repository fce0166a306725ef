import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { convert, shortUnit } from '../../../../src/core/values/units.js';
import { formatQuantity, formatReading } from '../../../../src/core/values/quantity.js';

const kinds = {
  time: ['ns', 'us', 'µs', 'ms', 's', 'min', 'h', 'd', 'w', 'seconds'],
  data: ['B', 'KB', 'MB', 'GB', 'TB', 'KiB', 'MiB', 'GiB', 'TiB', 'bytes'],
  share: ['%', 'ratio', 'percent'],
  factor: ['x', '×'],
  count: [undefined, '', '1', 'K', 'k', 'M', 'G', 'thousand', 'million', 'billion'],
  rate: ['/s', 'req/s', 'ops/s', 'req/min', '/h', '/day', 'releases/week', '/month', '/quarter', '/year', 'fps', 'rps'],
  'data rate': ['B/s', 'KB/s', 'MB/min', 'GiB/day'],
} as const;
const known: readonly (string | undefined)[] = Object.values(kinds).flat();
const kindOf = (unit: string | undefined) =>
  Object.entries(kinds).find(([, units]) => (units as readonly (string | undefined)[]).includes(unit))![0];
const unit = fc.constantFrom(...known);
const value = fc.double({ min: 1e-9, max: 1e9, noNaN: true }).map((size) => (size < 1 ? -size : size));

/** Equal but for the rounding of a few operations. */
function assertClose(actual: number | undefined, expected: number): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= 1e-12 * Math.abs(expected), `${actual} ${expected}`);
}

describe('Units', () => {
  const cases: readonly [number, string | undefined, string | undefined, number | undefined][] = [
    [420, 's', 'min', 7],
    [7, 'min', 's', 420],
    [1500, 'µs', 'ms', 1.5],
    [1500, 'us', 'ms', 1.5],
    [250_000, 'ns', 'µs', 250],
    [36, 'h', 'd', 1.5],
    [2, 'w', 'd', 14],
    [0.74, 'ratio', '%', 74],
    [74, '%', 'ratio', 0.74],
    [2, 'MB', 'KB', 2000],
    [2, 'MiB', 'KiB', 2048],
    [1, 'KiB', 'B', 1024],
    [120, 'req/min', 'req/s', 2],
    [12, '/year', '/month', 1],
    [1, '/month', '/quarter', 3],
    [1, '/day', '/week', 7],
    [3, 'releases/quarter', '/year', 12],
    [60, 'MB/min', 'MB/s', 1],
    [5, undefined, '', 5],
    [5, undefined, '%', undefined],
    [5, '%', undefined, undefined],
    [5, 'x', '%', undefined],
    [5, 'ratio', 'x', undefined],
    [5, 'ms', 'MB', undefined],
    [5, 'MB', 'MB/s', undefined],
    [5, '/month', undefined, undefined],
    [12, 'K', undefined, 12_000],
    [12, 'k', '', 12_000],
    [1.5, 'M', undefined, 1_500_000],
    [2, 'G', 'M', 2000],
    [3, 'billion', undefined, 3e9],
    [5, 'K/s', 'req/s', 5000],
    // A lone B is a byte.
    [5, 'B', undefined, undefined],
    [5, 'B', 'KB', 0.005],
    [5, 'm', undefined, undefined],
    [5, 'apples', 'apples', 5],
    [5, 'apples', 'pears', undefined],
    [5, 'apples', undefined, undefined],
    [5, 'm', 'min', undefined],
    [5, 'ms/request/s', '/s', undefined],
    [5, 'constructor', 'toString', undefined],
  ];
  for (const [amount, from, to, expected] of cases) {
    it(`${amount} ${from ?? ''} ${expected === undefined ? 'is no number of' : `is ${expected}`} ${to ?? ''}`, () =>
      assert.equal(convert(amount, from, to), expected));
  }

  it('convert within their kind alone', () => {
    for (const from of known) {
      for (const to of known) assert.equal(convert(1, from, to) !== undefined, kindOf(from) === kindOf(to));
    }
  });

  it('lead there and back', () => {
    fc.assert(
      fc.property(value, unit, unit, (amount, from, to) => {
        const there = convert(amount, from, to);
        if (there !== undefined) assertClose(convert(there, to, from), amount);
      }),
      { seed: 31, numRuns: 500 },
    );
  });

  it('lead the same way over a third one', () => {
    fc.assert(
      fc.property(value, unit, unit, unit, (amount, from, over, to) => {
        const between = convert(amount, from, over);
        const straight = convert(amount, from, to);
        if (between !== undefined && straight !== undefined) assertClose(convert(between, over, to), straight);
      }),
      { seed: 32, numRuns: 500 },
    );
  });

  it('keep the order of values', () => {
    fc.assert(
      fc.property(value, value, unit, unit, (a, b, from, to) => {
        const [first, second] = [convert(Math.min(a, b), from, to), convert(Math.max(a, b), from, to)];
        if (first !== undefined && second !== undefined) assert.ok(first <= second);
      }),
      { seed: 33, numRuns: 500 },
    );
  });

  it('that nobody knows are those of themselves alone', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), value, (word, amount) => {
        assert.equal(convert(amount, word, word), amount);
      }),
      { seed: 34, numRuns: 300 },
    );
  });

  it('have short forms', () => {
    assert.deepEqual(
      ['Milliseconds', 'μs', 'hours', 'percent', 'KiB', 'kb', 'requests/s', '×', 'users'].map(shortUnit),
      ['ms', 'µs', 'h', '%', 'KiB', 'KB', 'req/s', 'x', undefined],
    );
  });

  it('are written behind values in at most six digits', () => {
    assert.deepEqual(
      [
        formatQuantity(82.4, '%'),
        formatQuantity(0.1 + 0.2, 's'),
        formatQuantity(200 / 3, 'ms'),
        formatQuantity(2, '/month'),
        formatQuantity(3, 'x'),
        formatQuantity(100_000, undefined),
        formatQuantity(1_234_567.89, 'B'),
        formatQuantity(0, undefined),
      ],
      ['82.4 %', '0.3 s', '66.6667 ms', '2/month', '3x', '100K', '1234568 B', '0'],
    );
  });
});

describe('A reading beside its target', () => {
  const say = (value: number, goal: number, unit?: string) =>
    formatReading(value, { value: goal, ...(unit === undefined ? {} : { unit }) });

  it('is short, but never on the other side of it', () => {
    assert.equal(say(96.666_666, 98, '%'), '96.67 %');
    assert.equal(say(139.960_106, 150, 'ms'), '140 ms');
    assert.equal(say(84.996, 85, '%'), '84.996 %');
    assert.equal(say(84.999_996, 85, '%'), '84.999996 %');
    assert.equal(say(85, 85, '%'), '85 %');
    assert.equal(say(0.676_389, 2, '/month'), '0.6764/month');
    assert.equal(say(100_000, 5), '100K');
  });
});
