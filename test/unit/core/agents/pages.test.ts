import assert from 'node:assert/strict';
import { page } from '../../../../src/core/agents/pages.js';
import { Refused } from '../../../../src/core/model/refused.js';

const letters = (text: string) => text.split('');
const of = (text: string, input: { limit?: number; cursor?: string } = {}) =>
  page(letters(text), (one) => one, { limit: 2, ...input });

describe('Pages of a long list', () => {
  it('follow each other to the end', () => {
    const first = of('abcde');
    assert.deepEqual([first.items, first.total], [['a', 'b'], 5]);
    const second = of('abcde', { cursor: first.nextCursor! });
    const third = of('abcde', { cursor: second.nextCursor! });
    assert.deepEqual([second.items, third.items, third.nextCursor], [['c', 'd'], ['e'], undefined]);
    assert.equal(of('ab').nextCursor, undefined);
    assert.deepEqual(of(''), { items: [], total: 0 });
  });

  it('go on behind the same entry where others came or went before it', () => {
    const { nextCursor: cursor } = of('abcd');
    assert.deepEqual(of('xabcd', { cursor: cursor! }).items, ['c', 'd']);
    assert.deepEqual(of('bcd', { cursor: cursor! }).items, ['c', 'd']);
  });

  it('are asked for anew where that entry is gone, or the cursor is none', () => {
    const { nextCursor: cursor } = of('abcd');
    assert.throws(() => of('acd', { cursor: cursor! }), Refused);
    for (const wrong of ['', '2', '2-', '-1-abcdef', '1e9-abcdef', '../x'])
      assert.throws(() => of('abcd', { cursor: wrong }), Refused);
  });
});
