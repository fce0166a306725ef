import assert from 'node:assert/strict';
import { suggestTasks } from '../../../../src/core/links/suggest.js';
import { roadmap } from '../../../support/links.js';

const file = roadmap(
  'ROADMAP.md',
  `# Plan

## Search

- [ ] Cache search results in memory
- [ ] Rank titles that are on the shelf first
- [x] Choose a search engine

## Lending

- [ ] Send overdue notices
- [ ] Expire reservations after 7 days
`,
);

describe('A task that a text may belong to', () => {
  for (const [text, id, because] of [
    ['the cached results are stale', 'cache-search-results-in-memory', ['cached', 'results']],
    ['one notice per member, not one per copy', 'send-overdue-notices', ['notice']],
    ['reservation expires too late', 'expire-reservations-after-7-days', ['expires', 'reservation']],
    ['overude notices', 'send-overdue-notices', ['notices']],
    ['titles on the wrong shelf', 'rank-titles-that-are-on-the-shelf-first', ['shelf', 'titles']],
  ] as const) {
    it(`is found for "${text}", with the reason`, () => {
      const [first] = suggestTasks(text, [file]);
      assert.equal(first?.task.id, id);
      for (const word of because) assert.ok(first.because.includes(word), `${word} in ${first.because.join()}`);
    });
  }

  it('is none where nothing is in common', () => {
    assert.deepEqual(suggestTasks('fix the colour of the button', [file]), []);
    assert.deepEqual(suggestTasks('', [file]), []);
  });

  it('is seldom one that is done', () => {
    const found = suggestTasks('search', [file]).map(({ task }) => task.id);
    assert.equal(found[0], 'cache-search-results-in-memory');
  });
});
