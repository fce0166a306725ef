import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Dashboard } from '../../../../../src/core/views/dashboard/dashboard.js';
import { applyUpdate, updateOf } from '../../../../../src/core/views/dashboard/dashboardUpdate.js';
import { dashboardIn, dashboardOf } from '../../../../support/dashboards.js';
import { fileOf } from '../../../../support/check.js';
import { snapshotOf } from '../../../../support/views.js';
import { today } from '../../../../support/measured.js';

/** As it arrives on the other side. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const plan = `
  # Plan

  ## Now 📅 2026-12-24

  - [ ] RM-1: One
  - [ ] RM-2: Two
    - [ ] RM-3: Three

  ## Risk Mitigation

  - **Fire** – Mitigation: water

  ## Review

  **Review Frequency:** monthly
`;

describe('An update of a dashboard', () => {
  const before = dashboardOf(plan);

  it('is none where both show the same', () => {
    assert.equal(updateOf(before, before), undefined);
    assert.equal(updateOf(before, sent(before)), undefined);
    assert.equal(updateOf(before, dashboardOf(plan)), undefined);
  });

  it('of a tick holds the task, what is counted, and no order', () => {
    const update = updateOf(before, dashboardOf(plan.replace('[ ] RM-1', '[x] RM-1')))!;
    assert.deepEqual(
      update.tasks?.changed.map(({ id, status }) => [id, status]),
      [['RM-1', 'done']],
    );
    assert.equal(update.tasks?.order, undefined);
    assert.deepEqual(Object.keys(update.sections), ['header', 'horizons', 'timeline', 'next']);
  });

  it('holds the order where tasks come, go or move', () => {
    const added = updateOf(before, dashboardOf(plan.replace('- [ ] RM-2', '- [ ] RM-9: Nine\n- [ ] RM-2')))!;
    assert.deepEqual(added.tasks?.order, ['RM-1', 'RM-9', 'RM-2', 'RM-3']);
    assert.deepEqual(
      added.tasks?.changed.map(({ id }) => id),
      ['RM-9'],
    );
    // Those behind it stand a line further down.
    assert.deepEqual(added.tasks?.shifts, [[2, 1]]);
    const gone = updateOf(before, dashboardOf(plan.replace('  - [ ] RM-1: One\n', '')))!;
    assert.deepEqual(gone.tasks?.order, ['RM-2', 'RM-3']);
  });

  it('of a line typed above says how far all went down, and nothing else', () => {
    const after = dashboardOf(plan.replace('  ## Now', '\n  ## Now'));
    const update = updateOf(before, after)!;
    const down = [[0, 1]];
    assert.deepEqual(update, {
      today,
      sections: {},
      shifted: { horizons: down, timeline: down, risks: down, review: down },
      tasks: { changed: [], shifts: down },
    });
    const applied = applyUpdate(before, sent(update));
    assert.deepEqual(applied, after);
    assert.equal(applied.header, before.header);
  });

  it('of a line typed between tasks leaves those above it as they are', () => {
    const after = dashboardOf(plan.replace('  - [ ] RM-2', '\n  - [ ] RM-2'));
    const applied = applyUpdate(before, sent(updateOf(before, after)!));
    assert.deepEqual(applied, after);
    assert.deepEqual(
      applied.tasks.map((task, index) => task === before.tasks[index]),
      [true, false, false],
    );
  });

  it('says that a review is gone, and only the day where only that is another', () => {
    const without = dashboardOf(plan.replace(/## Review[^]*/, ''));
    assert.deepEqual(updateOf(before, without)?.gone, ['review']);
    assert.equal('review' in applyUpdate(before, updateOf(before, without)!), false);
    assert.deepEqual(updateOf(without, before)?.sections.review, before.review);
    const tomorrow = updateOf(before, { ...before, today: today + 1 });
    assert.deepEqual(tomorrow, { today: today + 1, sections: {} });
  });

  it('leaves the objects of what did not change', () => {
    const after = dashboardOf(plan.replace('[ ] RM-1', '[x] RM-1'));
    const applied = applyUpdate(before, sent(updateOf(before, after)!));
    assert.deepEqual(applied, after);
    for (const name of ['risks', 'metrics', 'activity', 'problems', 'review'] as const)
      assert.equal(applied[name], before[name], name);
    assert.deepEqual(
      applied.tasks.map((task, index) => task === before.tasks[index]),
      [false, true, true],
    );
    assert.equal(applied.header.facts, before.header.facts);
    assert.equal(applied.next.items[1], before.next.items[2]);
  });

  it('is refused where it is for another dashboard', () => {
    const other = dashboardOf('# Other\n- [ ] RM-7: Seven\n- [ ] RM-8: Eight\n');
    const update = updateOf(other, dashboardOf('# Other\n- [x] RM-7: Seven\n- [ ] RM-8: Eight\n'))!;
    assert.throws(() => applyUpdate(before, update), /RM-7/);
    const moved = updateOf(other, dashboardOf('# Other\n- [ ] RM-8: Eight\n- [ ] RM-7: Seven\n'))!;
    assert.throws(() => applyUpdate(before, { ...moved, tasks: { changed: [], order: moved.tasks!.order! } }), /RM-8/);
  });

  it('turns any dashboard into any other of its roadmap', () => {
    const line = fc.record({
      number: fc.integer({ min: 1, max: 12 }),
      mark: fc.constantFrom(' ', 'x', '/', '-'),
      title: fc.constantFrom('One', 'Two', 'Three <b>'),
      note: fc.constantFrom('', ' 📅 2026-11-20', ' @ada', ' ⏫', ' #ui'),
    });
    const text = fc
      .tuple(
        fc.uniqueArray(line, { selector: ({ number }) => number, maxLength: 8 }),
        fc.nat(8),
        fc.constantFrom('', '## Review\n\n**Review Frequency:** weekly\n', '## Risks\n\n- **Fire**: it burns\n'),
      )
      .map(([lines, at, end]) => {
        const made = lines.map(({ number, mark, title, note }) => `- [${mark}] RM-${number}: ${title}${note}\n`);
        return `# Plan\n\n## Now\n\n${made.slice(0, at).join('')}\n## Q1 2027\n\n${made.slice(at).join('')}\n${end}`;
      });
    const draw = (content: string, day: number): Dashboard => {
      const file = fileOf(content);
      return dashboardIn(snapshotOf([file]), file, { today: day });
    };
    fc.assert(
      fc.property(text, text, fc.nat(2), (one, two, days) => {
        const [from, to] = [draw(one, today), draw(two, today + days)];
        const update = updateOf(from, to);
        if (!update) return assert.deepEqual(from, to);
        const applied = applyUpdate(from, sent(update));
        assert.deepEqual(applied, to);
        assert.equal(updateOf(applied, to), undefined);
        const lines = new Map(from.tasks.map(({ id, line: at }) => [id, at]));
        for (const [index, task] of applied.tasks.entries())
          if (lines.get(task.id) === task.line && update.tasks?.changed.every(({ id }) => id !== task.id))
            assert.ok(from.tasks.includes(task), `${index}: the same object`);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
