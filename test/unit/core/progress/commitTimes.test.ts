import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { orderedTimes } from '../../../../src/core/progress/commitTimes.js';

const day = 86_400;

describe('The times of commits', () => {
  it('stay as they are where they are in order', () => {
    const times = [1, 1, 5, 9];
    assert.deepEqual(orderedTimes(times), { times, moved: 0 });
    assert.deepEqual(orderedTimes([]), { times: [], moved: 0 });
  });

  it('that are wrong alone are those of their neighbours', () => {
    const of = (...days: readonly number[]) => {
      const { times, moved } = orderedTimes(days.map((one) => one * day));
      return [times.map((time) => time / day), moved];
    };
    assert.deepEqual(of(100, 101, 9_000, 102), [[100, 101, 101, 102], 1]);
    assert.deepEqual(of(100, 101, 0, 102), [[100, 101, 101, 102], 1]);
    assert.deepEqual(of(9_000, 100, 101), [[100, 100, 101], 1]);
    assert.deepEqual(of(100, 99.5, 101), [[99.5, 99.5, 101], 0]);
  });

  it('never go back, and are changed as seldom as possible', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 9 }), (times) => {
        const ordered = orderedTimes(times).times;
        assert.equal(ordered.length, times.length);
        assert.ok(ordered.every((time, index) => index === 0 || ordered[index - 1]! <= time));
        const kept = ordered.filter((time, index) => time === times[index]).length;
        assert.ok(kept >= longest(times));
      }),
    );
  });
});

/** How many of some numbers can stay, so that the others do not stand in order with them: by trying all. */
function longest(times: readonly number[], least = 0): number {
  const [first, ...rest] = times;
  if (first === undefined) return 0;
  const without = longest(rest, least);
  return first < least ? without : Math.max(without, 1 + longest(rest, first));
}
