import assert from 'node:assert/strict';
import { checkPlan, onlyTask, problemsOf } from '../../../../support/check.js';

describe('A list of check boxes', () => {
  for (const marker of ['-', '*', '+', '1.', '1)', '12.']) {
    it(`is read with the marker ${marker}`, () => {
      checkPlan(`${marker} [ ] Write\n${marker} [x] Read\n`, '[ ] Write\n[x] Read');
    });
  }

  it('is work under any heading, where plain bullets would be prose', () => {
    for (const title of ['Goals', 'Next Steps', 'Dependencies']) {
      checkPlan(`## ${title}\n- [x] Write\n- [ ] Read\n`, `section: ${title}\n  [x] Write\n  [ ] Read`);
    }
    checkPlan('## Goals\n- Be quick\n\n## Legend\n- [x] done\n\n## Plan\n- Write\n', 'section: Plan\n  ( ) Write');
  });

  it('has tasks with other marks or ids of their own among its items', () => {
    checkPlan(
      '- [x] Box\n- ✅ Emoji\n- 🚧 Begun\n- Live (done)\n- RM-4 Fourth\n- RM-5 Fifth\n- a detail\n',
      '[x] Box\n[x] Emoji\n[/] Begun\n[x] Live\n( ) Fourth #RM-4\n( ) Fifth #RM-5',
    );
  });

  it('ends at a label right below it', () => {
    checkPlan(
      `
      ## Phase 1
      - [x] Write
        - [ ] Sign
      **Outcomes:**
      - A text
      **Tasks:**
      - [ ] Read
      `,
      `
      phase: Phase 1
        [x] Write
          [ ] Sign
        [ ] Read
      `,
    );
  });

  it('nests to any depth, whatever the markers', () => {
    checkPlan(
      `
      - [ ] Ship
        1. [x] Build
           * [ ] Sign
             + [x] Key
        2. [ ] Upload
      - [ ] Tell
      `,
      `
      [ ] Ship
        [x] Build
          [ ] Sign
            [x] Key
        [ ] Upload
      [ ] Tell
      `,
    );
  });

  it('stands below headings as well as without any', () => {
    checkPlan(
      `
      # Plan
      - [ ] First
      ## Sound
      - [x] Second
      `,
      `
      [ ] First
      section: Sound
        [x] Second
      `,
    );
  });

  it('takes unmarked bullets for details', () => {
    checkPlan(
      `
      - [ ] Ship
        - see the wiki
      - as agreed
      - [x] Tell
      `,
      '[ ] Ship\n[x] Tell',
    );
  });

  it('keeps an unmarked bullet that holds check boxes itself', () => {
    checkPlan(
      `
      - [ ] Ship
        - Later
          - [ ] Sign
      - Backend
        - [x] Index
      `,
      `
      [ ] Ship
        ( ) Later
          [ ] Sign
      ( ) Backend
        [x] Index
      `,
    );
  });

  it('joins the lines of a wrapped item', () => {
    assert.equal(onlyTask('- [ ] Write the guide\n      for the ports\n').title, 'Write the guide for the ports');
    assert.equal(onlyTask('- [ ] Write the guide\nfor the ports\n').title, 'Write the guide for the ports');
    assert.equal(onlyTask('- [ ] Write the guide  \n  for the ports\n').title, 'Write the guide for the ports');
    assert.equal(onlyTask('- [ ] Write the guide\\\r\n  for the ports\r\n').title, 'Write the guide for the ports');
  });

  it('ends a wrapped title where a field begins', () => {
    const task = onlyTask('- [ ] Write the guide\n  Priority: high\n  Effort: 2 days\n  Owner: @ida\n');
    assert.deepEqual(
      [task.title, task.priority?.value, task.effort?.maxDays, task.owner?.value],
      ['Write the guide', 'high', 2, 'ida'],
    );
  });

  it('reads fields from nested bullets, which are no subtasks', () => {
    const task = onlyTask('- [ ] Write\n  - **Priority:** P0\n  - Status: blocked\n  - Files: a.ts\n');
    assert.deepEqual([task.priority?.value, task.children.length], ['critical', 0]);
  });
});

describe('The character in a check box', () => {
  const known = {
    ' ': 'todo',
    '': 'todo',
    x: 'done',
    X: 'done',
    '✓': 'done',
    '✔️': 'done',
    '✅': 'done',
    '/': 'doing',
    '~': 'doing',
    '-': 'cancelled',
  };
  for (const [character, status] of Object.entries(known)) {
    it(`[${character}] means ${status}`, () => {
      const task = onlyTask(`- [${character}] Write\n`);
      assert.deepEqual([task.status, task.statusSource, task.title], [status, 'own', 'Write']);
    });
  }

  for (const character of ['?', '!', '>', 'D', '1']) {
    it(`[${character}] is unknown: reported, and never done`, () => {
      assert.equal(onlyTask(`- [${character}] Write\n`).status, 'todo');
      assert.deepEqual(problemsOf(`- [${character}] Write\n`), [`unknown-mark: [${character}]`]);
    });
  }

  it('decides over an emoji beside it', () => {
    assert.equal(onlyTask('- [ ] ✅ Write\n').status, 'todo');
    assert.equal(onlyTask('- [x] 🚧 Write\n').status, 'done');
  });

  it('needs a blank behind it', () => {
    checkPlan('- [x]Write\n- [link](https://example.org)\n', '( ) [x]Write\n( ) link');
  });
});
