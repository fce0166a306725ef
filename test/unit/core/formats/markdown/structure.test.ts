import { checkPlan, read } from '../../../../support/check.js';
import assert from 'node:assert/strict';
import { tasksOf } from '../../../../../src/core/model/roadmap.js';

const titles = (text: string) => [...tasksOf(read(text))].map(({ title, status }) => `${status} ${title}`);

describe('The structure of a plan', () => {
  it('has rows of tables of work as tasks, and no others', () => {
    assert.deepEqual(
      titles(
        '# Plan\n## Harbour\n| Feature | Status |\n|--|--|\n| Pilot maps | Done |\n\n| Metric | Value |\n|--|--|\n| Speed | 3 |\n',
      ),
      ['done Pilot maps'],
    );
  });

  it('passes on the status of a section that says what is done', () => {
    assert.deepEqual(titles('# Plan\n## Done in v0.3\n- Tide tables\n## Later\n- Moorings\n'), [
      'done Tide tables',
      'todo Moorings',
    ]);
  });

  it('is read in a fence that holds nothing else, and where details are folded', () => {
    checkPlan('# Plan\n```\n- [ ] Tide tables\n- [x] Moorings\n```\n', '[ ] Tide tables\n[x] Moorings');
    assert.deepEqual(titles('# Plan\n## Now\n<details>\n- [ ] Tide tables\n</details>\n'), ['todo Tide tables']);
  });

  it('leaves out counts, questions and links to pages', () => {
    assert.deepEqual(
      titles(
        '# Plan\n## Harbour\n- 30 berths\n- 12 cranes\n\n## Pages\n- [Tides](tides.md)\n\n## Asked\n- Where is the pilot?\n',
      ),
      [],
    );
  });
});
