import assert from 'node:assert/strict';
import { readFilter, sayFilter } from '../../../../src/core/views/treeFilter.js';

describe('A filter kept from an earlier window', () => {
  it('is the same again', () => {
    for (const kept of [{ statuses: ['done', 'todo'] }, { priorities: ['low'], statuses: ['blocked'] }]) {
      const { filter, whole } = readFilter(JSON.parse(JSON.stringify(kept)));
      assert.deepEqual([whole, new Set(filter.statuses)], [true, new Set(kept.statuses)]);
    }
    assert.deepEqual(readFilter(undefined), { filter: {}, whole: true });
  });

  it('is dropped as far as it is damaged, which is said', () => {
    const damaged: [unknown, object][] = [
      [null, {}],
      ['done', {}],
      [42, {}],
      [['done'], {}],
      [{ statuses: 'done' }, {}],
      [{ statuses: ['done', 'gone', 7, null] }, { statuses: ['done'] }],
      [{ priorities: { high: true }, statuses: ['todo'] }, { statuses: ['todo'] }],
    ];
    for (const [kept, left] of damaged) assert.deepEqual(readFilter(kept), { filter: left, whole: false });
  });

  it('is said in words', () => {
    assert.equal(sayFilter({ statuses: ['todo', 'doing'], priorities: ['high'] }), 'to do or in progress, high');
    assert.equal(sayFilter({}), '');
  });
});
