import assert from 'node:assert/strict';
import { statusBarView } from '../../../../src/core/views/statusBar.js';
import { fileOf } from '../../../support/check.js';
import { fixture } from '../../../support/golden.js';
import { snapshotOf } from '../../../support/views.js';

const view = (...texts: string[]) => statusBarView(snapshotOf(texts.map((text, index) => fileOf(text, `${index}.md`))));

describe('The status bar', () => {
  it('shows all tasks, and the horizon under way', () => {
    const { text, accessibleLabel, tooltip } = view(fixture('ledger.md'))!;
    assert.equal(text, '2/10 · 30-Day 33 %');
    assert.equal(accessibleLabel, 'Roadmap: 2 of 10 tasks done, 30-Day 33 %');
    assert.deepEqual(tooltip, [
      {
        title: 'Harbour Ledger Technical Plan',
        lines: [
          '■■■□□□□□□□ 2/6 30-Day Roadmap',
          '□□□□□□□□□□ 0/4 1-Year Roadmap',
          '2 of 10 done',
          '10 success metrics',
          'Next review: June 2025',
          'Last updated: 2025-03-14',
        ],
      },
    ]);
  });

  it('goes on to the next horizon when one is done', () => {
    assert.equal(view('# P\n## Now\n- [x] a\n## Next\n- [x] b\n- [ ] c\n')!.text, '2/3 · Next 50 %');
  });

  it('takes the first section that is open where there is no horizon, in a few letters', () => {
    assert.equal(view('# P\n## Search: everything\n- [x] a\n- [ ] b\n')!.text, '1/2 · Search 50 %');
    assert.match(
      view('# P\n## A very long name of a section indeed\n- [ ] b\n')!.text,
      /^0\/1 · A very long name of a s… 0 %$/,
    );
  });

  it('adds up several roadmaps', () => {
    assert.equal(view('# P\n## Now\n- [x] a\n', '# Q\n- [ ] a\n')!.text, '1/2');
  });

  it('does not count what was cancelled', () => assert.equal(view('- [x] a\n- [-] b\n')!.text, '1/1'));

  it('shows nothing where there is nothing to count', () => {
    assert.equal(view(), undefined);
    assert.equal(view('# P\n'), undefined);
  });
});
