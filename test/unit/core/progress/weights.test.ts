import assert from 'node:assert/strict';
import { tasksOf } from '../../../../src/core/model/roadmap.js';
import { countedLeaves, effortProgress, effortRatio } from '../../../../src/core/progress/effortProgress.js';
import { leafWeights } from '../../../../src/core/progress/weights.js';
import { dedent, read } from '../../../support/check.js';

/** `days from` of each leaf, by its title. */
function weights(text: string): Record<string, string> {
  const roadmap = read(dedent(text));
  const all = leafWeights(roadmap);
  const leaves = [...tasksOf(roadmap)].filter(({ children }) => children.length === 0);
  return Object.fromEntries(
    leaves.map((task) => [task.title, `${Number(all.get(task)!.days.toFixed(3))} ${all.get(task)!.from}`]),
  );
}

describe('What a task weighs', () => {
  it('is the middle of its effort', () => {
    assert.deepEqual(weights('- [ ] a [effort: 2-3 days]\n- [ ] b [effort: 1 week]\n- [ ] c [effort: 4 h]\n'), {
      a: '2.5 own',
      b: '5 own',
      c: '0.5 own',
    });
  });

  it('is its share of the effort of the group, after what is said of others in it', () => {
    const text = `
      # P
      ## Now
      **Effort:** 2 weeks
      - [ ] a
      - [x] b
      - [ ] c [effort: 4 days]
      - [-] d
    `;
    assert.deepEqual(weights(text), { a: '3 group', b: '3 group', c: '4 own', d: '3 median' });
  });

  it('is its share of the effort of the task it is a part of', () => {
    assert.deepEqual(weights('- [ ] a [effort: 4 days]\n  - [ ] b\n  - [ ] c\n- [ ] d [effort: 1 day]\n'), {
      b: '2 group',
      c: '2 group',
      d: '1 own',
    });
  });

  it('is the median of its siblings where nothing is said, else of those around them', () => {
    const text = `
      # P
      ## A
      - [ ] a [effort: 1 day]
      - [ ] b [effort: 2 days]
      - [ ] c [effort: 9 days]
      - [ ] d
      ## B
      - [ ] e
    `;
    const found = weights(text);
    assert.equal(found['d'], '2 median');
    assert.equal(found['e'], '2 median');
  });

  it('is the median, too, where nothing is left of the effort above', () => {
    const text = '# P\n## A\n**Effort:** 2 days\n- [ ] a [effort: 3 days]\n- [ ] b\n';
    assert.deepEqual(weights(text), { a: '3 own', b: '3 median' });
  });

  it('is the same for all where no effort is said', () => {
    assert.deepEqual(weights('- [ ] a\n- [ ] b\n'), { a: '1 none', b: '1 none' });
  });

  it('is never lost: what a group takes is what its leaves weigh', () => {
    const roadmap = read(
      '# P\n## A\n**Effort:** 10 days\n- [ ] a\n- [x] b\n- [ ] c\n### B\n**Effort:** 4 days\n- [ ] d\n- [ ] e\n',
    );
    assert.equal(effortProgress(roadmap, roadmap).totalDays, 10);
    assert.equal(effortProgress(roadmap, roadmap.children[0]!).totalDays, 10);
  });
});

describe('Progress by effort', () => {
  const roadmap = read(
    '# P\n## A\n- [x] a [effort: 1 day]\n- [ ] b [effort: 3 days]\n- [-] c [effort: 9 days]\n- [ ] d\n',
  );

  it('counts what is done in days, without what is cancelled', () => {
    const progress = effortProgress(roadmap, roadmap);
    assert.deepEqual(progress, { doneDays: 1, totalDays: 7, said: 2, leaves: 3 });
    assert.equal(effortRatio(progress), 1 / 7);
    assert.equal(effortRatio({ ...progress, totalDays: 0 }), 0);
  });

  it('is the same as the count where no effort is said', () => {
    const plain = read('# P\n## A\n- [x] a\n- [ ] b\n- [-] c\n');
    assert.deepEqual(effortProgress(plain, plain), { doneDays: 1, totalDays: 2, said: 0, leaves: 2 });
  });

  it('says how it comes about', () => {
    assert.deepEqual(
      countedLeaves(roadmap, roadmap.children[0]!).map(({ task, weight, counts }) => [
        task.title,
        weight.days,
        weight.from,
        counts,
      ]),
      [
        ['a', 1, 'own', true],
        ['b', 3, 'own', true],
        ['c', 9, 'own', false],
        ['d', 3, 'median', true],
      ],
    );
  });
});
