import assert from 'node:assert/strict';
import type { Group } from '../../../../src/core/model/roadmap.js';
import { explainProgress } from '../../../../src/core/views/explainProgress.js';
import { dedent, fileOf } from '../../../support/check.js';

const roadmap = fileOf(
  dedent(`
    # Plan
    ## Search
    **Effort:** 4 days
    - [x] Index (effort: 1 day)
    - [ ] Rank
    - [ ] Suggest
    ## Loans
    - [x] Renew
    - [-] Fax
  `),
).roadmap!;

describe('Progress explained', () => {
  it('names every task it counts, in the order of the file, with what it weighs and why', () => {
    const { title, leaves } = explainProgress(roadmap, roadmap);
    assert.equal(title, '2 of 4 done (50 %), 2.5 of 5.5 working days (45 %)');
    assert.deepEqual(
      leaves.map(({ task, text }) => `${task.title}: ${text}`),
      [
        'Index: done, 1 working day, its own effort',
        'Rank: to do, 1.5 working days, its share of the effort above',
        'Suggest: to do, 1.5 working days, its share of the effort above',
        'Renew: done, 1.5 working days, as the others around it',
        'Fax: cancelled, not counted',
      ],
    );
  });

  it('of a part alone', () => {
    const { title, leaves } = explainProgress(roadmap, roadmap.children[1] as Group);
    assert.deepEqual([title, leaves.length], ['1 of 1 done (100 %)', 2]);
  });

  it('says that tasks count as one where no effort is said', () => {
    const plain = fileOf('- [x] a\n- [ ] b\n').roadmap!;
    const { title, leaves } = explainProgress(plain, plain);
    assert.deepEqual([title, leaves[1]!.text], ['1 of 2 done (50 %)', 'to do, counts as one, as no effort is said']);
  });
});
