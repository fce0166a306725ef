import assert from 'node:assert/strict';
import { planWish } from '../../../../src/core/edits/planWish.js';
import { dateLike } from '../../../../src/core/values/date.js';
import { applyEdits } from '../../../../src/core/text/textEdits.js';
import { checkGrowth } from '../../../support/growth.js';
import { edited, openMarkdown, wished } from '../../../support/edit.js';

describe('Assigning ids', () => {
  it('gives each task without one the next number behind the prefix that is used most', () => {
    assert.equal(
      wished('# Plan\n\n- [ ] HB-6: Quay\n- [ ] HB-7: Locks\n- [ ] Cranes\n  - [x] Hooks\n- [ ] Tugs\n', {
        kind: 'assignIds',
      }),
      '# Plan\n\n- [ ] HB-6: Quay\n- [ ] HB-7: Locks\n- [ ] HB-8: Cranes\n  - [x] HB-9: Hooks\n- [ ] HB-10: Tugs\n',
    );
  });

  it('keeps the manner of the numbers', () => {
    assert.equal(
      wished('# Plan\n\n- [ ] T001 Quay\n- [ ] T002 Locks\n- [ ] Cranes\n', { kind: 'assignIds' }),
      '# Plan\n\n- [ ] T001 Quay\n- [ ] T002 Locks\n- [ ] T003 Cranes\n',
    );
  });

  it('begins with the prefix that is given', () => {
    assert.equal(
      wished('# Plan\n\n- [ ] Locks\n- [ ] Cranes\n', { kind: 'assignIds', prefix: 'HB' }),
      '# Plan\n\n- [ ] HB-1 Locks\n- [ ] HB-2 Cranes\n',
    );
  });

  it('asks for a prefix where nothing says one, and refuses what is none', () => {
    assert.match(wished('# Plan\n\n- [ ] Locks\n', { kind: 'assignIds' }), /^refused: No task has an id to go by/);
    assert.match(wished('# Plan\n\n- [ ] Locks\n', { kind: 'assignIds', prefix: '- x' }), /^refused: "- x" is no/);
  });

  it('says so where every task has one', () => {
    const result = planWish(openMarkdown('# Plan\n\n- [ ] HB-6: Quay\n- [ ] HB-7: Locks\n'), { kind: 'assignIds' });
    assert.ok(!result.ok && result.code === 'unchanged');
  });
});

describe('Tasks that a wish is not for', () => {
  it('are named one by one, and cost only themselves, whatever they are called', () => {
    // A line of prose has no place for an id; the item of the same title has.
    const result = planWish(
      openMarkdown(
        '# Plan\n\n## Now\n\n- [ ] Locks\n\n| Task | Status |\n|---|---|\n| Locks | Done |\n| Cranes | Done |\n',
      ),
      { kind: 'archive' },
    );
    assert.ok(!result.ok);
    const mixed = planWish(
      openMarkdown(
        '# Plan\n\n## Now\n\n| Task | Status |\n|---|---|\n| Locks | Done |\n| Cranes | Todo |\n\n## Then\n\n- [x] Locks\n',
      ),
      { kind: 'archive' },
    );
    assert.ok(mixed.ok);
    assert.deepEqual(mixed.left, ['Locks']);
    assert.match(mixed.text, /\n## Done\n\n- \[x\] Locks\n$/);
  });
});

describe('Archiving what is done', () => {
  const text = `# Plan

## Quay

1. ✅ Locks
2. Cranes
3. ✅ Tugs
   - ✅ Ropes

## Yard

- [x] Rails
- [ ] Sheds
  - [x] Roof

## Risks

- Storms
`;

  it('makes a section at the end of the plan, and numbers what stays anew', () => {
    assert.equal(
      wished(text, { kind: 'archive' }),
      `# Plan

## Quay

1. Cranes

## Yard

- [ ] Sheds
  - [x] Roof

## Done

- ✅ Locks
- ✅ Tugs
  - ✅ Ropes
- [x] Rails

## Risks

- Storms
`,
    );
  });

  it('uses the section that is there, and leaves what stands in it', () => {
    assert.equal(
      wished('# Plan\n\n## Now\n\n- [x] Locks\n- [ ] Cranes\n\n## Completed\n\n- [x] Tugs\n', { kind: 'archive' }),
      '# Plan\n\n## Now\n\n- [ ] Cranes\n\n## Completed\n\n- [x] Tugs\n- [x] Locks\n',
    );
  });

  it('is taken back byte for byte', () => {
    const windows = text.replaceAll('\n', '\r\n');
    const result = planWish(openMarkdown(windows), { kind: 'archive' });
    assert.ok(result.ok);
    assert.equal(applyEdits(result.text, result.inverse), windows);
    assert.equal(/[^\r]\n/.test(result.text), false);
  });

  it('says so where nothing is done', () => {
    assert.match(wished('# Plan\n\n- [ ] Locks\n', { kind: 'archive' }), /^refused: There is no done task/);
  });
});

describe('Marking as reviewed', () => {
  const review = { kind: 'review', date: '2026-11-26' } as const;

  it('writes the date in place of the old one, in its manner', () => {
    assert.equal(
      edited('# Plan\n\n- [ ] Locks\n\n## Review\n\n**Last Updated:** January 15, 2024\n', review),
      '# Plan\n\n- [ ] Locks\n\n## Review\n\n**Last Updated:** November 26, 2026\n',
    );
  });

  it('adds it beside another date, else below the title', () => {
    assert.equal(
      edited('# Plan\n\n**Generated:** 2024-01-15\n\n- [ ] Locks\n', review),
      '# Plan\n\n**Generated:** 2024-01-15\n**Last Updated:** 2026-11-26\n\n- [ ] Locks\n',
    );
    assert.equal(edited('# Plan\n\n- [ ] Locks\n', review), '# Plan\n\n**Last Updated:** 2026-11-26\n\n- [ ] Locks\n');
  });

  it('does nothing on the same day', () => {
    assert.match(edited('# Plan\n\n**Last Updated:** 2026-11-26\n\n- [ ] Locks\n', review), /says so already/);
  });

  it('knows the manners of dates', () => {
    for (const [old, now] of [
      ['2024-01-XX', '2026-11-26'],
      ['2024/01/15', '2026/11/26'],
      ['2024-01', '2026-11'],
      ['Jan 2024', 'Nov 2026'],
      ['3 March 2026 (draft)', '26 November 2026 (draft)'],
      ['soon', '2026-11-26'],
    ] as const)
      assert.equal(dateLike(old, '2026-11-26'), now);
  });
});

describe('A wish for thousands of tasks', () => {
  const many = (size: number) =>
    `# Plan\n\n${Array.from({ length: size }, (_, i) => `- [${i % 2 ? 'x' : ' '}] Task ${i}\n`).join('')}`;

  for (const wish of [{ kind: 'assignIds', prefix: 'HB' }, { kind: 'archive' }] as const) {
    it(`takes time that grows with their number alone: ${wish.kind}`, () => {
      checkGrowth(many, 1_000, (text) => assert.ok(planWish(openMarkdown(text), wish).ok));
    }).timeout(30_000);
  }
});
