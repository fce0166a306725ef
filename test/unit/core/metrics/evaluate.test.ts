import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Measurement, Reading } from '../../../../src/core/model/metric.js';
import { evaluate, type EvaluateOptions, type Verdict } from '../../../../src/core/metrics/evaluate.js';
import { parseTarget } from '../../../../src/core/values/target.js';
import { convert } from '../../../../src/core/values/units.js';

const now = 1_780_000_000;
const day = 86_400;

function reading(value: number, unit?: string, more: Partial<Measurement> & { readonly age?: number } = {}): Reading {
  const { age = 0, ...rest } = more;
  return {
    measurement: { name: 'value', value, ...(unit === undefined ? {} : { unit }), ...rest },
    time: now - age * day,
  };
}

function judge(target: string, given: Reading | undefined, options: Partial<EvaluateOptions> = {}) {
  const parsed = parseTarget(target);
  assert.ok(parsed, target);
  return evaluate(parsed, undefined, given, { now, ...options });
}

describe('A reading', () => {
  const verdicts: readonly [string, number, string | undefined, Verdict][] = [
    ['Coverage: 80%+', 80, '%', 'met'],
    ['Coverage: 80%+', 82.4, '%', 'met'],
    ['Coverage: 80%+', 0.8, 'ratio', 'met'],
    ['Coverage: 80%+', 79.99, '%', 'near'],
    ['Coverage: 80%+', 76, '%', 'near'],
    ['Coverage: 80%+', 75.9, '%', 'missed'],
    // What is all but whole is not missed by a few per cent of it, but by many times what it allows.
    ['Uptime: 99.9%+', 99.89, '%', 'near'],
    ['Uptime: 99.9%+', 99.8, '%', 'near'],
    ['Uptime: 99.9%+', 99.79, '%', 'missed'],
    ['Uptime: 99.9%+', 0.95, 'ratio', 'missed'],
    ['Uptime: > 0.999 ratio', 0.9979, 'ratio', 'missed'],
    ['Tests pass: 100%', 99.9, '%', 'missed'],
    ['Coverage: 90%+', 85.5, '%', 'near'],
    ['Coverage: 90%+', 85.4, '%', 'missed'],
    ['Errors: < 95%', 96, '%', 'near'],
    ['Latency: < 200 ms', 0.1999, 's', 'met'],
    ['Latency: < 200 ms', 0.2, 's', 'near'],
    ['Latency: < 200 ms', 210, 'ms', 'near'],
    ['Latency: < 200 ms', 211, 'ms', 'missed'],
    ['Latency: ≤ 0.3 s', 0.1 + 0.2, 's', 'met'],
    ['Latency: < 0.3 s', 0.1 + 0.2, 's', 'near'],
    ['Build: < 15 minutes', 420, 's', 'met'],
    ['Errors: zero', 0, undefined, 'met'],
    ['Errors: zero', 1, undefined, 'missed'],
    ['Errors: zero', 0.001, undefined, 'missed'],
    ['Incidents: = 3', 3, undefined, 'met'],
    ['Nodes: = 100', 98, undefined, 'near'],
    ['Support 100K+ users', 100_000, undefined, 'met'],
    ['2 releases per month', 6, '/quarter', 'met'],
    ['2 releases per month', 1, '/week', 'met'],
    ['2 releases per month', 5, '/quarter', 'missed'],
    ['Bundle: under 500 KB', 499_999, 'B', 'met'],
    ['Bundle: under 500 KB', 499, 'KiB', 'near'],
  ];
  for (const [target, value, unit, expected] of verdicts) {
    it(`of ${value} ${unit ?? ''} ${expected === 'met' ? 'meets' : `is ${expected} to`} "${target}"`, () => {
      const { state, verdict } = judge(target, reading(value, unit));
      assert.deepEqual([state, verdict], [expected, expected]);
    });
  }

  it('is given in the unit of the target, and as a share of it', () => {
    const { value, ratio, explanation } = judge('Build: < 15 minutes', reading(420, 's'));
    assert.deepEqual([value, ratio], [7, 7 / 15]);
    assert.equal(explanation, '7 min meets < 15 min. Its source says 420 s, which is 7 min.');
    assert.equal(judge('Errors: zero', reading(2)).ratio, undefined);
  });

  it('is near by the tolerance that is set', () => {
    const states = (value: number, tolerance: number) =>
      judge('Coverage: 80%+', reading(value, '%'), { tolerance }).state;
    assert.deepEqual([states(72, 0.1), states(71.9, 0.1), states(79.9, 0)], ['near', 'missed', 'missed']);
    assert.equal(judge('Latency: < 200 ms', reading(200, 'ms'), { tolerance: 0 }).state, 'missed');
    assert.equal(
      judge('Coverage: 80%+', reading(78, '%')).explanation,
      '78 % misses ≥ 80 % by 2.5 % of it, which is near.',
    );
    assert.equal(
      judge('Uptime: 99.9%+', reading(99.89, '%')).explanation,
      '99.89 % misses ≥ 99.9 % by 0.01 % of it, which is near.',
    );
  });

  it('that is too old is stale, whatever it says', () => {
    for (const [value, verdict] of [
      [90, 'met'],
      [10, 'missed'],
    ] as const) {
      const old = judge('Coverage: 80%+', reading(value, '%', { age: 31 }));
      assert.deepEqual([old.state, old.verdict], ['stale', verdict]);
      assert.match(old.explanation, /31 days old/);
    }
    assert.equal(judge('Coverage: 80%+', reading(90, '%', { age: 30 })).state, 'met');
    assert.equal(judge('Coverage: 80%+', reading(90, '%', { age: 2 }), { maxAge: 1 }).state, 'stale');
    // The clocks of a machine and of a build server differ.
    assert.equal(judge('Coverage: 80%+', reading(90, '%', { age: -1 })).state, 'met');
  });

  it('without a unit has that of the target, which is said', () => {
    const { verdict, explanation } = judge('Latency: < 200 ms', reading(120));
    assert.equal(verdict, 'met');
    assert.equal(
      explanation,
      "120 ms meets < 200 ms. Its source says 120 without a unit, which was read in the target's: ms.",
    );
  });

  it('that may be a share of 1 or of 100 is not guessed at', () => {
    for (const value of [0.74, 1]) {
      const { state, verdict, problem } = judge('Coverage: 70%+', reading(value));
      assert.deepEqual([state, verdict, problem?.code], ['unmeasured', undefined, 'metric-source']);
      assert.match(problem!.message, /unit: ratio/);
    }
    assert.equal(judge('Coverage: 70%+', reading(0)).state, 'missed');
    assert.equal(judge('Coverage: 70%+', reading(74)).state, 'met');
  });

  const refused: Record<string, readonly [string, Reading]> = {
    'of another kind': ['Latency: < 200 ms', reading(3, 'MB')],
    'of a share for a count': ['Support 100K+ users', reading(3, '%')],
    'of a count for a rate': ['2 releases per month', reading(3, 'commits')],
    'that is no number': ['Latency: < 200 ms', reading(Number.NaN, 'ms')],
    'that has no end': ['Latency: < 200 ms', reading(Infinity)],
    'of the mean for a percentile': ['Latency: < 200 ms (p95)', reading(100, 'ms', { aggregate: 'mean' })],
  };
  for (const [name, [target, given]] of Object.entries(refused)) {
    it(`${name} is a problem, and no verdict`, () => {
      const parsed = parseTarget(target)!;
      const open = evaluate(parsed, 'open', given, { now });
      assert.deepEqual([open.state, open.verdict, open.problem?.code], ['unmeasured', undefined, 'metric-source']);
      assert.equal(evaluate(parsed, 'met', given, { now }).state, 'claimed');
    });
  }

  it('of another aggregate counts where its entry asks for it, and says so', () => {
    const mean = reading(100, 'ms', { aggregate: 'mean' });
    const { state, explanation } = judge('Latency: < 200 ms (p95)', mean, { aggregate: 'mean' });
    assert.equal(state, 'met');
    assert.match(explanation, /Of several numbers it is this: mean\./);
    const same = judge('Latency: < 200 ms (p95)', reading(100, 'ms', { aggregate: 'p95' }));
    assert.equal(same.explanation, '100 ms meets < 200 ms (p95).');
    assert.equal(judge('Latency: < 200 ms (median)', reading(1, 'ms', { aggregate: 'p50' })).state, 'met');
  });
});

describe('A metric without a reading', () => {
  it('is claimed where the roadmap says it is met, else unmeasured', () => {
    const target = parseTarget('Coverage: 80%+');
    const states = (['met', 'missed', 'open', undefined] as const).map((claimed) => [
      evaluate(target, claimed, undefined, { now }).state,
      evaluate(undefined, claimed, reading(90, '%'), { now }).state,
    ]);
    assert.deepEqual(states, [
      ['claimed', 'claimed'],
      ['unmeasured', 'unmeasured'],
      ['unmeasured', 'unmeasured'],
      ['unmeasured', 'unmeasured'],
    ]);
  });
});

describe('Judging metrics', () => {
  const rank: Readonly<Record<Verdict, number>> = { missed: 0, near: 1, met: 2 };
  const comparison = fc.constantFrom('<', '<=', '>', '>=', '=' as const);
  const amount = fc.double({ min: 0.001, max: 1e6, noNaN: true });
  const claim = fc.constantFrom('met', 'missed', 'open', undefined);

  it('never thinks less of a better reading', () => {
    fc.assert(
      fc.property(
        comparison,
        amount,
        amount,
        amount,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sign, goal, a, b, tolerance) => {
          const target = { name: 'a', comparison: sign, value: goal, unit: 'ms' } as const;
          const worth = (value: number) =>
            rank[evaluate(target, undefined, reading(value, 'ms'), { now, tolerance }).verdict!];
          const cost = (value: number) =>
            sign === '=' ? Math.abs(value - goal) : sign.startsWith('<') ? value : -value;
          const [better, worse] = cost(a) <= cost(b) ? [a, b] : [b, a];
          assert.ok(worth(better) >= worth(worse));
        },
      ),
      { seed: 41, numRuns: 500 },
    );
  });

  it('says the same of a reading in any unit', () => {
    const units = [
      ['ns', 'µs', 'ms', 's', 'min', 'h', 'd'],
      ['%', 'ratio'],
      ['B', 'KB', 'MiB'],
      ['/s', 'req/min', '/month'],
    ];
    const pair = fc.constantFrom(...units.flatMap((kind) => kind.flatMap((a) => kind.map((b) => [a, b] as const))));
    // Whole thousandths: a reading on the very edge is the target's own, which rounding must not change either.
    const whole = fc.integer({ min: 1, max: 100_000 }).map((value) => value / 1000);
    fc.assert(
      fc.property(
        comparison,
        whole,
        fc.oneof(whole, fc.constant(undefined)),
        pair,
        (sign, goal, other, [own, another]) => {
          const value = other ?? goal;
          const target = { name: 'a', comparison: sign, value: goal, unit: own };
          const plain = evaluate(target, undefined, reading(value, own), { now });
          const converted = evaluate(target, undefined, reading(convert(value, own, another)!, another), { now });
          assert.equal(converted.verdict, plain.verdict);
        },
      ),
      { seed: 42, numRuns: 500 },
    );
  });

  it('never takes a claim for a measurement', () => {
    const target = fc.option(fc.record({ name: fc.constant('a'), comparison, value: amount }), { nil: undefined });
    fc.assert(
      fc.property(target, claim, (goal, claimed) => {
        const { state, verdict } = evaluate(goal, claimed, undefined, { now });
        assert.deepEqual([state, verdict], [claimed === 'met' ? 'claimed' : 'unmeasured', undefined]);
      }),
      { seed: 43, numRuns: 100 },
    );
  });

  it('does not depend on what is claimed', () => {
    fc.assert(
      fc.property(comparison, amount, amount, claim, (sign, goal, value, claimed) => {
        const target = { name: 'a', comparison: sign, value: goal };
        assert.deepEqual(
          evaluate(target, claimed, reading(value), { now }),
          evaluate(target, undefined, reading(value), { now }),
        );
      }),
      { seed: 44, numRuns: 200 },
    );
  });
});
