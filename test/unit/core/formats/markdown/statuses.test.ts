import assert from 'node:assert/strict';
import { tasksOf } from '../../../../../src/core/model/roadmap.js';
import type { Status } from '../../../../../src/core/model/roadmap.js';
import { statusOf } from '../../../../../src/core/progress/counts.js';
import { checkPlan, onlyTask, problemsOf, read } from '../../../../support/check.js';

describe('The status of an item', () => {
  const marks: [string, Status][] = [
    ['- ✅ Write', 'done'],
    ['- ✔️ Write', 'done'],
    ['- Write ✅', 'done'],
    ['- **Write** ☑️', 'done'],
    ['- 🚧 Write', 'doing'],
    ['- Write (in progress)', 'doing'],
    ['- Write [WIP]', 'doing'],
    ['- Write (✅ Done)', 'done'],
    ['- ⛔ Write', 'blocked'],
    ['- Write (on hold)', 'blocked'],
    ['- ❌ Write', 'cancelled'],
    ['- ~~Write~~', 'cancelled'],
    ['- [ ] ~~Write~~', 'cancelled'],
    ['- [x] ~~Write~~', 'done'],
    ['- ⏳ Write', 'todo'],
    ['- :white_check_mark: Write', 'done'],
    ['- Write :construction:', 'doing'],
    ['- **[DONE]** Write', 'done'],
    ['- **Done:** Write', 'done'],
    ['- Write **DONE**', 'done'],
    ['- Write `planned`', 'todo'],
    ['- Write *(in progress)*', 'doing'],
    ['- Write – **erledigt**', 'done'],
    ['- (x) Write', 'done'],
    ['- ( ) Write', 'todo'],
    ['- ~~Write~~ ✅', 'done'],
    ['- ✅ ~~Write~~', 'done'],
    ['- Write (45%)', 'doing'],
  ];
  for (const [text, status] of marks) {
    it(`"${text}" is ${status}`, () => {
      const task = onlyTask(`${text}\n`);
      assert.deepEqual([task.title, task.status, task.statusSource], ['Write', status, 'own']);
    });
  }

  it('is not read from words and signs inside a title', () => {
    for (const title of [
      'Done right the first time',
      'Show ✅ in the list',
      'Write (see wiki)',
      'Mark 🟢 rows',
      'Remove closed ports',
      'Explain :rockets: and 10:x:20',
    ]) {
      const task = onlyTask(`- ${title}\n`);
      assert.deepEqual([task.title, task.status, task.statusSource], [title, 'todo', 'default']);
    }
  });

  it('of a title that is struck out and explained is what the explanation says', () => {
    assert.equal(onlyTask('- ~~Fax~~ (moved to 2.0)\n').status, 'cancelled');
    assert.equal(onlyTask('- ~~Fax~~ — done by the vendor\n').status, 'done');
    assert.equal(onlyTask('- [ ] ~~Fax~~ → mail\n').status, 'cancelled');
  });

  it('is not read from a title of which a part is struck out', () => {
    for (const text of ['- Use ~~fax~~ mail', '- ~~Fax~~ Mail', '- Mail ~~(fax)~~']) {
      assert.equal(onlyTask(`${text}\n`).statusSource, 'default', text);
    }
  });

  it('comes from the section above where it has none', () => {
    checkPlan(
      `
      ## Done
      - Write
      - 🚧 Reopened
      ## In Progress
      - Read
        - Half
      ## ✅ Phase 1
      - Sign
      ## Later
      - Rest
      `,
      `
      status: Done
        (x) Write
        [/] Reopened
      status: In Progress
        (/) Read
          (/) Half
      phase: Phase 1
        (x) Sign
      horizon: Later
        ( ) Rest
      `,
    );
  });

  it('comes from the task above for nested bullets', () => {
    checkPlan('1. ✅ Ship\n   - Build\n   - 🚧 Sign\n', '[x] Ship\n  (x) Build\n  [/] Sign');
  });

  it('comes from a field of the section', () => {
    checkPlan('# Plan\n## Search\n**Status:** In progress (2/5)\n- Index\n', 'section: Search\n  (/) Index');
  });

  it('of a task with subtasks derives from them', () => {
    const statusOfFirst = (text: string) => statusOf(read(text).children[0]!);
    assert.equal(statusOfFirst('- [ ] a\n  - [x] b\n  - [x] c\n'), 'done');
    assert.equal(statusOfFirst('- [x] a\n  - [x] b\n  - [ ] c\n'), 'doing');
    assert.equal(statusOfFirst('- [ ] a\n  - [-] b\n'), 'cancelled');
    assert.equal(statusOfFirst('- a\n  - ⛔ b\n  - ❌ c\n'), 'blocked');
    assert.equal(statusOfFirst('- a\n  - ⛔ b\n  - c\n'), 'todo');
  });
});

describe("Marks of the workspace's own", () => {
  const statusMarks = new Map<string, Status>([
    ['[>]', 'doing'],
    ['[d]', 'done'],
    ['🌱', 'doing'],
    ['fertig', 'done'],
  ]);
  const status = (text: string) => onlyTask(text, { statusMarks }).status;

  it('are read in check boxes, in either case', () => {
    assert.equal(status('- [>] Write\n'), 'doing');
    assert.equal(status('- [D] Write\n'), 'done');
  });

  it('are read before and behind a title', () => {
    assert.deepEqual([onlyTask('- 🌱 Write\n', { statusMarks }).title, status('- 🌱 Write\n')], ['Write', 'doing']);
    assert.deepEqual([onlyTask('- Write 🌱\n', { statusMarks }).title, status('- Write 🌱\n')], ['Write', 'doing']);
    assert.equal(status('- Write (Fertig)\n'), 'done');
  });

  it('are no part of the words they begin', () => {
    const own = { statusMarks: new Map([['shipped', 'done' as const]]) };
    const read = (text: string) => [onlyTask(text, own).status, onlyTask(text, own).title];
    assert.deepEqual(read('- Shipped containers arrive\n'), ['todo', 'Shipped containers arrive']);
    assert.deepEqual(read('- SHIPPED The app\n'), ['done', 'The app']);
    assert.deepEqual(read('- Shipped: the app\n')[0], 'done');
  });

  it('name sections', () => {
    checkPlan('## Fertig\n- Write\n', 'status: Fertig\n  (x) Write', { statusMarks });
  });
});

describe('Two marks on one item', () => {
  it('are a problem where one says done and the other does not; the check box counts', () => {
    assert.equal(onlyTask('- [x] 🚧 Write\n').status, 'done');
    assert.deepEqual(problemsOf('- [x] 🚧 Write\n'), ['status-conflict: 🚧']);
    assert.equal(onlyTask('- [ ] ✅ Write\n').status, 'todo');
    assert.deepEqual(problemsOf('- [ ] Write ✅\n'), ['status-conflict: ✅']);
  });

  it('say more than an open check box alone', () => {
    assert.equal(onlyTask('- [ ] 🚧 Write\n').status, 'doing');
    assert.deepEqual(problemsOf('- [ ] 🚧 Write\n'), []);
  });

  it('are both left out of the title', () => {
    const task = onlyTask('- Foundation ✅ (Completed)\n');
    assert.deepEqual([task.title, task.status], ['Foundation', 'done']);
  });
});

describe('The marks of a file', () => {
  it('mean what its legend says', () => {
    checkPlan(
      `
      # Plan
      Legend: 🟢 done · 🟡 in progress · 🔴 not started

      ## Search
      - 🟢 Index
      - 🟡 Rank
      - Suggest 🔴
      `,
      `
      section: Search
        [x] Index
        [/] Rank
        [ ] Suggest
      `,
    );
  });

  it('mean what the dialect says, which the front matter may name', () => {
    assert.equal(onlyTask('- [-] Write\n').status, 'cancelled');
    assert.equal(onlyTask('- [-] Write\n', { dialect: 'kiro' }).status, 'doing');
    assert.equal(onlyTask('---\nroadmap-dialect: kiro\n---\n- [-] Write\n').status, 'doing');
    assert.deepEqual(problemsOf('---\nroadmap-dialect: emacs\n---\n- [-] Write\n'), ['unclear-value: emacs']);
  });

  it('are never done where nobody knows them', () => {
    for (const mark of ['w', '>', '?', '!', '*', '<']) {
      for (const dialect of ['github', 'obsidian', 'kiro'] as const) {
        assert.notEqual(onlyTask(`- [${mark}] Write\n`, { dialect }).status, 'done');
      }
    }
  });
});

describe('A mark that only its file explains', () => {
  const statuses = (text: string) => [...tasksOf(read(text))].map(({ title, status }) => `${status} ${title}`);

  it('is a title that is struck out because it is done', () => {
    assert.deepEqual(statuses('# Plan\n~~Struck out~~ = implemented\n\n- ~~Locks~~\n- Cranes\n'), [
      'done Locks',
      'todo Cranes',
    ]);
    assert.deepEqual(statuses('# Plan\n- ~~Locks~~\n- Cranes\n'), ['cancelled Locks', 'todo Cranes']);
  });

  it('is one between a bold name and what is said of it', () => {
    assert.deepEqual(statuses('# Plan\n- **v0.5** ✅ — tides\n- **v0.6** — moorings\n'), [
      'done v0.5 ✅ — tides',
      'todo v0.6 — moorings',
    ]);
  });
});
