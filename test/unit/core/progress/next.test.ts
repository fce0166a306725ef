import assert from 'node:assert/strict';
import { dayOf, isoDay } from '../../../../src/core/values/day.js';
import type { Group, Task } from '../../../../src/core/model/roadmap.js';
import { tasksOf } from '../../../../src/core/model/roadmap.js';
import { nextTasks, type NextOptions, type PlannedDays } from '../../../../src/core/progress/next.js';
import { sayBlockers, sayReasons } from '../../../../src/core/progress/nextWords.js';
import { dedent, read } from '../../../support/check.js';
import { checkGrowth } from '../../../support/growth.js';

const today = dayOf(2026, 11, 26);

/** Days by titles: `{ Search: ['2026-11-01', '2026-11-30'] }`. */
type Days = Readonly<Record<string, readonly [string | undefined, string | undefined]>>;

function scheduleBy(days: Days): (node: Group | Task) => PlannedDays | undefined {
  const parse = (text: string) => dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)));
  return ({ title }) => {
    const [start, end] = days[title] ?? [];
    return { ...(start ? { start: parse(start) } : {}), ...(end ? { end: parse(end) } : {}) };
  };
}

/** Checks what comes next, a line each: `Title: reasons`, or `(Title: what it waits for)`. */
function checkNext(text: string, expected: string, days: Days = {}, options: Partial<NextOptions> = {}): void {
  const { ready, waiting } = nextTasks(read(dedent(text)), { today, scheduleOf: scheduleBy(days), ...options });
  const lines = [
    ...ready.map(({ task, reasons }) => `${task.title}: ${sayReasons(reasons)}`),
    ...waiting.map(({ task, blockedBy }) => `(${task.title}: ${sayBlockers(task, blockedBy!)})`),
  ];
  assert.equal(lines.join('\n'), dedent(expected).trimEnd());
}

describe('What comes next', () => {
  it('is what is in progress, then what is worked on, then the rest as the document has it', () => {
    const text = `
      # Plan
      - [ ] RM-1 First
      - [x] RM-2 Ready
      - [ ] RM-3 Begun
      - [ ] RM-4 Marked 🚧
      - [ ] RM-5 Parent
        - [ ] RM-6 Child
    `;
    const roadmap = read(dedent(text));
    const begun = [...tasksOf(roadmap)].filter(({ id }) => id === 'RM-3');
    assert.deepEqual(
      nextTasks(roadmap, { today, activeTasks: new Set(begun) }).ready.map(
        ({ task, reasons }) => `${task.title}: ${sayReasons(reasons)}`,
      ),
      ['Marked: in progress', 'Begun: being worked on', 'First: next in order', 'Child: next in order'],
    );
  });

  it('is late before due soon before important, and the longest late first', () => {
    checkNext(
      `
      # Plan
      - [ ] Polish (priority: high)
      - [ ] Ship
      - [ ] Write
      - [ ] Sell
      - [ ] Present
      `,
      `
      Write: late since 2026-11-02
      Ship: late since 2026-11-26
      Present: due today
      Sell: due on 2026-12-02, in 6 days
      Polish: high priority
      `,
      {
        Ship: [undefined, '2026-11-25'],
        Write: [undefined, '2026-11-01'],
        Sell: [undefined, '2026-12-02'],
        Present: [undefined, '2026-11-26'],
        Polish: [undefined, '2026-12-03'],
      },
    );
  });

  it('has its priority and its window from above, where it has none of its own', () => {
    checkNext(
      `
      # Plan

      ## Later
      - [ ] Dream

      ## Search
      **Priority:** 🔴 High

      - [ ] Index
      - [ ] Rank (priority: low)

      ## Lending
      - [ ] Notices
      `,
      `
      Index: high priority (of Search), its window is open until 2026-12-31
      Notices: next in order
      Dream: its window opens on 2027-01-01
      Rank: low priority, its window is open until 2026-12-31
      `,
      { Later: ['2027-01-01', '2027-03-31'], Search: ['2026-11-01', '2026-12-31'] },
    );
  });

  it('is what most others wait for, each of them counted once', () => {
    checkNext(
      `
      # Plan
      - [ ] RM-1 Nobody needs
      - [ ] RM-2 One needs
      - [ ] RM-3 Many need
      - [ ] RM-4 Parent (depends on RM-3)
        - [ ] RM-5 Child (depends on RM-3)
        - [ ] RM-6 Other (depends on RM-2, rm-3)
        - [x] RM-7 Finished (depends on RM-1)
      `,
      `
      Many need: 2 tasks wait for it
      One needs: 1 task waits for it
      Nobody needs: next in order
      (Child: waits for RM-3)
      (Other: waits for RM-3, RM-2)
      `,
    );
  });

  it('waits for what is open, by id, title or group, and for nothing that is done or cancelled', () => {
    checkNext(
      `
      # Plan

      ## Search
      - [x] Choose an engine
      - [ ] Index all titles
      - [ ] Rank them

      ## Release
      - [ ] Announce (depends on search)
      - [ ] Index everything (depends on choose-an-engine)
      - [ ] Tune (depends on Index all titles)
      `,
      `
      Index all titles: 2 tasks wait for it
      Rank them: 1 task waits for it
      Index everything: next in order
      (Announce: waits for Search (2 tasks open))
      (Tune: waits for Index all titles)
      `,
    );
  });

  it('waits for nothing where a parent only names what is below it', () => {
    const text = '# P\n- [ ] RM-1 Parent (depends on RM-2)\n  - [ ] RM-2 Child\n';
    const { ready, cycles } = nextTasks(read(text), { today });
    assert.deepEqual([ready.map(({ task }) => task.id), cycles], [['RM-2'], []]);
  });

  it('is nothing that is marked as blocked, itself or above', () => {
    checkNext(
      `
      # Plan

      | Id | Task | Status |
      |---|---|---|
      | RM-1 | Alone | blocked |
      | RM-2 | Free | to do |

      ## Release ⛔ blocked

      - [ ] RM-3 Inside
      `,
      `
      Free: next in order
      (Alone: marked as blocked)
      (Inside: Release is marked as blocked)
      `,
    );
  });

  it('is held up by no cycle and by nothing that cannot be found, but says so', () => {
    const roadmap = read(
      dedent(`
      # Plan
      - [ ] RM-1 First (depends on RM-3)
      - [ ] RM-2 Second (depends on RM-1)
      - [ ] RM-3 Third (depends on RM-2)
      - [ ] RM-4 Fourth (depends on RM-2)
      - [ ] RM-5 Fifth (depends on RM-99)
      `),
    );
    const { ready, waiting, cycles, unknown } = nextTasks(roadmap, { today });
    assert.deepEqual(cycles, [['RM-1', 'RM-2', 'RM-3']]);
    assert.deepEqual(
      unknown.map(({ node, text, why }) => [node.id, text, why]),
      [['RM-5', 'RM-99', 'unknown']],
    );
    assert.deepEqual(
      waiting.map(({ task }) => task.id),
      ['RM-4'],
    );
    assert.equal(
      sayReasons(ready.find(({ task }) => task.id === 'RM-5')!.reasons),
      'depends on "RM-99", which is not in the roadmap',
    );
  });

  it('knows former ids, and does not guess between two of one title', () => {
    checkNext(
      `
      # Plan

      ## A
      - [ ] RM-1 Test

      ## B
      - [ ] RM-2 Test
      - [ ] RM-3 Both (depends on Test)
      - [ ] RM-4 Old (depends on RM-77)
      `,
      `
      Test: 1 task waits for it
      Test: next in order
      Both: depends on "Test", which several tasks are called
      (Old: waits for RM-1)
      `,
      {},
      { aliases: new Map([['rm-77', 'RM-1']]) },
    );
  });

  it('is said alike every time, and its dates as they are', () => {
    const text = '# P\n- [ ] B\n- [ ] A\n- [ ] C\n';
    const order = () => nextTasks(read(text), { today }).ready.map(({ task }) => task.title);
    assert.deepEqual(order(), ['B', 'A', 'C']);
    assert.deepEqual(order(), order());
    assert.equal(isoDay(today), '2026-11-26');
  });

  it('is found in a chain as long as a file', () => {
    const chain = (count: number) => {
      const lines = Array.from({ length: count }, (_, i) => `- [ ] RM-${i + 1} T${i ? ` (depends on RM-${i})` : ''}`);
      return { count, roadmap: read(`# P\n${lines.join('\n')}\n`) };
    };
    checkGrowth(chain, 5_000, ({ count, roadmap }) => {
      const { ready, waiting } = nextTasks(roadmap, { today });
      assert.equal(ready.length, 1);
      assert.equal(waiting.length, count - 1);
    });
  });
});
