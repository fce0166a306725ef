import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { tasksOf, type Task } from '../../../../src/core/model/roadmap.js';
import { criticalPath } from '../../../../src/core/progress/criticalPath.js';
import type { Weight } from '../../../../src/core/progress/weights.js';
import { dedent, read } from '../../../support/check.js';
import { checkGrowth } from '../../../support/growth.js';

/** Weighs tasks by what stands behind them, `(effort: 2 days)`; those without weigh one day, which nobody says. */
function weigh(tasks: Iterable<Task>): Map<Task, Weight> {
  return new Map(
    [...tasks].map((task) => [
      task,
      task.effort ? { days: (task.effort.minDays + task.effort.maxDays) / 2, from: 'own' } : { days: 1, from: 'none' },
    ]),
  );
}

function pathOf(text: string) {
  const roadmap = read(dedent(text));
  return criticalPath(roadmap, weigh(tasksOf(roadmap)));
}

/** Checks the path, `days: id → id`, and the slack of the others, `id +days`. */
function checkPath(text: string, path: string, slack: string): void {
  const found = pathOf(text);
  assert.ok(found.state === 'ready', `There is no path: ${JSON.stringify(found)}`);
  assert.equal(`${found.days}: ${found.tasks.map(({ id }) => id).join(' → ')}`, path);
  const others = [...found.slack].filter(([task]) => !found.tasks.includes(task));
  assert.equal(others.map(([{ id }, days]) => `${id} +${days}`).join(', '), slack);
}

describe('The critical path', () => {
  it('is the longest chain by effort, and the others may take longer', () => {
    checkPath(
      `
      # Plan
      - [ ] RM-1 Choose (effort: 2 days)
      - [ ] RM-2 Index (effort: 3 days, depends on RM-1)
      - [ ] RM-3 Rank (effort: 1 week, depends on RM-1)
      - [ ] RM-4 Ship (effort: 1 day, depends on RM-2, RM-3)
      - [ ] RM-5 Alone (effort: 3 days)
      `,
      '8: RM-1 → RM-3 → RM-4',
      'RM-2 +2, RM-5 +5',
    );
  });

  it('leaves out what is done, and what was only waited for by that', () => {
    checkPath(
      `
      # Plan
      - [ ] RM-1 Choose (effort: 9 days)
      - [x] RM-2 Index (effort: 3 days, depends on RM-1)
      - [ ] RM-3 Rank (effort: 4 days, depends on RM-2)
      - [ ] RM-4 Ship (effort: 6 days, depends on RM-3)
      `,
      '10: RM-3 → RM-4',
      'RM-1 +1',
    );
  });

  it('goes through groups: all of one before any of the other', () => {
    checkPath(
      `
      # Plan

      ## Search
      - [ ] RM-1 Index (effort: 2 days)
      - [ ] RM-2 Rank (effort: 3 days)

      ## Release
      **Depends on:** Search

      - [ ] RM-3 Announce (effort: 1 day)
      - [ ] RM-4 Parent
        - [ ] RM-5 Pack (effort: 2 days)
        - [ ] RM-6 Send (effort: 1 day, depends on RM-5)
      `,
      '6: RM-2 → RM-5 → RM-6',
      'RM-1 +1, RM-3 +2',
    );
  });

  it('is not led astray by a cycle, which is told, as is what cannot be found', () => {
    const text = `
      # Plan
      - [ ] RM-1 First (effort: 1 day, depends on RM-3)
      - [ ] RM-2 Second (effort: 1 day, depends on RM-1)
      - [ ] RM-3 Third (effort: 2 days, depends on RM-2, RM-9)
      - [ ] RM-4 Fourth (effort: 1 day, depends on RM-3)
      - [ ] RM-5 Itself (effort: 1 day, depends on RM-5)
    `;
    checkPath(text, '3: RM-3 → RM-4', 'RM-1 +2, RM-2 +2, RM-5 +2');
    const { cycles, unknown } = pathOf(text);
    assert.deepEqual(cycles, [['RM-5'], ['RM-1', 'RM-2', 'RM-3']]);
    assert.deepEqual(
      unknown.map(({ text: written }) => written),
      ['RM-9'],
    );
  });

  it('finds a cycle through a group, and a task that waits for what it stands in', () => {
    const { cycles } = pathOf(`
      # Plan

      ## Search
      - [ ] RM-1 Index (effort: 1 day, depends on RM-3)
      - [ ] RM-2 Rank (effort: 1 day, depends on Search)

      ## Release
      - [ ] RM-3 Ship (effort: 1 day, depends on Search)
    `);
    assert.deepEqual(cycles, [
      ['search', 'RM-2'],
      ['search', 'RM-1', 'RM-3'],
    ]);
  });

  it('says how much of it nobody estimated', () => {
    const found = pathOf('# P\n- [ ] RM-1 A\n- [ ] RM-2 B (effort: 2 days, depends on RM-1)\n');
    assert.ok(found.state === 'ready');
    assert.equal(found.assumed, 1);
    assert.equal(found.days, 3);
  });

  for (const [reason, text] of [
    ['nothing-open', '- [x] RM-1 A (effort: 1 day)\n- [x] RM-2 B (effort: 1 day, depends on RM-1)'],
    ['no-dependencies', '- [ ] RM-1 A (effort: 1 day)\n- [ ] RM-2 B (effort: 1 day)'],
    ['no-efforts', '- [ ] RM-1 A\n- [ ] RM-2 B (depends on RM-1)'],
  ] as const) {
    it(`is none where there is ${reason.replace('-', ' ')}`, () => {
      const found = pathOf(`# P\n${text}\n`);
      assert.equal(found.state === 'none' && found.reason, reason);
    });
  }

  it('is as long as the longest of all chains, tried one by one', () => {
    const plan = fc.array(
      fc.record({ days: fc.integer({ min: 1, max: 9 }), needs: fc.uniqueArray(fc.nat(7), { maxLength: 3 }) }),
      {
        minLength: 2,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(plan, (tasks) => {
        const lines = tasks.map(({ days, needs }, index) => {
          const before = needs.filter((other) => other < index).map((other) => `RM-${other + 1}`);
          return `- [ ] RM-${index + 1} T (effort: ${days} days${before.length > 0 ? `, depends on ${before.join(', ')}` : ''})`;
        });
        const longest: number[] = [];
        for (const [index, { days, needs }] of tasks.entries()) {
          longest.push(days + Math.max(0, ...needs.filter((other) => other < index).map((other) => longest[other]!)));
        }
        const found = pathOf(`# P\n${lines.join('\n')}\n`);
        if (found.state === 'none') return !lines.some((line) => line.includes('depends'));
        const along = found.tasks.reduce((sum, { effort }) => sum + effort!.minDays, 0);
        return found.days === Math.max(...longest) && along === found.days;
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('is found in a chain of 100,000 tasks, and in a nest of them', () => {
    const node = (index: number, children: readonly Task[]): Task => {
      const span = { start: index, end: index + 1 };
      return {
        kind: 'task',
        id: `t-${index}`,
        idSource: 'derived',
        title: `T ${index}`,
        titleSpan: span,
        span,
        markerSpan: span,
        status: 'todo',
        statusSource: 'own',
        children,
        ...(index > 0 && children.length === 0 ? { dependsOn: [{ value: `t-${index - 1}`, span }] } : {}),
      };
    };
    const chain = (count: number) => Array.from({ length: count }, (_, index) => node(index, []));
    checkGrowth(chain, 25_000, (tasks) => {
      const found = criticalPath({ children: tasks }, new Map(tasks.map((task) => [task, { days: 1, from: 'own' }])));
      assert.equal(found.state === 'ready' && found.days, tasks.length);
    });
    const nest = (count: number) => {
      let nested = node(0, []);
      for (let index = 1; index < count; index++) nested = node(index, [nested]);
      return nested;
    };
    checkGrowth(nest, 25_000, (task) => {
      const nested = criticalPath({ children: [task] }, new Map());
      assert.equal(nested.state === 'none' && nested.reason, 'no-dependencies');
    });
  });
});
