import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { VersionTask } from '../../../../src/core/model/planHistory.js';
import { compareVersions } from '../../../../src/core/progress/planChanges.js';
import { matchTasks } from '../../../../src/core/progress/taskMatching.js';
import { checkGrowth } from '../../../support/growth.js';

const titles = ['Add tests', 'Add more tests', 'Ship', 'Ship it', 'Write the guide', 'Write the long guide', '', '…'];
const places = [[], ['Now'], ['Now', 'Week 1'], ['Later'], ['Done']];

/** The tasks of a version, with ids that are unique in it. */
const version = fc
  .array(
    fc.record({
      number: fc.nat(6),
      explicit: fc.boolean(),
      title: fc.constantFrom(...titles),
      place: fc.constantFrom(...places),
      status: fc.constantFrom('todo' as const, 'doing' as const, 'done' as const, 'cancelled' as const),
    }),
    { maxLength: 8 },
  )
  .map((tasks) =>
    tasks.map(({ number, explicit, title, place, status }, index): VersionTask => {
      const id = explicit
        ? `RM-${number}-${tasks.slice(0, index).filter((one) => one.number === number).length}`
        : `t${index}`;
      return {
        id,
        explicit,
        title,
        place,
        status,
        weight: 1,
        ...(place[0] === undefined ? {} : { horizon: place[0] }),
      };
    }),
  );

describe('The tasks of two versions', () => {
  it('are matched one to one', () => {
    fc.assert(
      fc.property(version, version, (before, after) => {
        const found = [...matchTasks(before, after)].filter((index) => index >= 0);
        assert.equal(new Set(found).size, found.length);
        assert.ok(found.every((index) => index < before.length));
      }),
    );
  });

  it('are the same where nothing changed, in whatever order', () => {
    fc.assert(
      fc.property(version, (tasks) => {
        const again = tasks.map((task) => ({ ...task }));
        assert.deepEqual(compareVersions(tasks, again).changes, []);
        assert.deepEqual(compareVersions(tasks, [...tasks].reverse()).changes, []);
      }),
    );
  });

  it('account for every task that came or went', () => {
    fc.assert(
      fc.property(version, version, (before, after) => {
        const { changes, matches } = compareVersions(before, after);
        const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
        const kept = [...matches].filter((index) => index >= 0).length;
        // Those that were parents, or became some, neither come nor go.
        assert.ok(count('added') <= after.length - kept);
        assert.ok(count('removed') <= before.length - kept);
        const done = (tasks: readonly VersionTask[]) => tasks.filter(({ status }) => status === 'done').length;
        const gone = before.filter((task, index) => task.status === 'done' && !matches.includes(index)).length;
        const cancelled = [...after.entries()].filter(
          ([index, { status }]) => status === 'cancelled' && before[matches[index]!]?.status === 'done',
        ).length;
        const reopened = [...after.entries()].filter(
          ([index, { status }]) =>
            status !== 'done' && status !== 'cancelled' && before[matches[index]!]?.status === 'done',
        ).length;
        assert.equal(done(after), done(before) + count('finished') - reopened - cancelled - gone);
      }),
    );
  });

  it('in great numbers take time that grows with their number alone', () => {
    const many = (word: string, length: number) =>
      Array.from({ length }, (_, index): VersionTask => ({
        id: `${word}-${index}`,
        explicit: false,
        title: `${word} ${index} the same words in each of them`,
        status: 'todo',
        place: ['Now'],
        weight: 1,
      }));
    const versions = (count: number) => [many('Old', count), many('New', count)] as const;
    checkGrowth(versions, 2_000, ([before, after]) =>
      assert.ok(compareVersions(before, after).changes.length >= before.length),
    );
  });
});
