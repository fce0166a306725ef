import assert from 'node:assert/strict';
import type { PlanChange, PlanHistory } from '../../../../src/core/model/planHistory.js';
import { folder } from '../../../support/links.js';
import { checkProblems, fixed, onlyProblem } from '../../../support/problems.js';

const plan = `
      # Plan

      - [ ] RM-1 Add tests
      - [ ] RM-2 Write docs
`;

/** The history of the only roadmap, by what was done to its tasks. */
function history(...changes: readonly Partial<PlanChange>[]): PlanHistory {
  const made = { hash: 'a'.repeat(40), author: 'Ada', time: 1, title: '' };
  return {
    uri: `${folder.uri}/ROADMAP.md`,
    state: 'ready',
    points: [],
    changes: changes.map((change) => ({ ...made, kind: 'retitled', id: '', ...change })),
    stories: new Map(),
    versions: 1,
    unreadable: 0,
    problems: [],
  };
}

describe('unknown-task', () => {
  it('is an id that no task has, where tasks have ids of its kind', () => {
    checkProblems(`${plan}
      //- a.ts
      // TODO(⟦unknown-task:RM-9⟧): nowhere
      // TODO(RM-1): there
      // TODO: UTF-8 (RM-8 is only spoken of here)
      // TODO(UTF-8): no task is called so
      // TODO(ada): somebody
      // TODO(#12): an issue
      // TODO(2026-01-02): a date
      const text = 'TODO(RM-9): in a string';
    `);
  });

  it('is an id of the configured prefix, too, but nothing where there is no roadmap', () => {
    checkProblems(`
      # Plan

      - [ ] Add tests
      //- .roadmap/config.yaml
      idPrefix: XY
      //- a.py
      # TODO(⟦unknown-task:XY-1⟧): nowhere
    `);
    checkProblems(`
      //- a.py
      # TODO(XY-1): nowhere
    `);
  });

  it('says what was meant, where one task alone is called much like it', async () => {
    const cases = [
      ['RM1', 'RM-1'],
      ['RM-01', 'RM-1'],
      ['RM-11', undefined],
    ] as const;
    for (const [raw, meant] of cases) {
      const { message, fixes } = onlyProblem(`${plan}\n      //- a.ts\n      // TODO(${raw}): x\n`, 'unknown-task');
      assert.equal(/did you mean (.*)\?$/.exec(message)?.[1], meant);
      assert.equal(fixes?.length ?? 0, meant === undefined ? 0 : 1);
    }
    const code = `${plan}\n      //- a.ts\n      // TODO(RM1, ada): x\n`;
    assert.equal(await fixed(code, 'unknown-task', { title: 'Write RM-1', safe: false }), '// TODO(RM-1, ada): x\n');
  });

  it('finds a slip in the words of an id, but leaves names alone', () => {
    checkProblems(`
      # Plan

      - [ ] Add tests for lending
      //- a.ts
      // TODO(⟦unknown-task:add-tetss-for-lending⟧): a slip
      // TODO(add-tests-for-lending): right
      // TODO(anna-maria): somebody
      // TODO(add-docs-for-lending): something else
    `);
  });
});

describe('ambiguous-task', () => {
  it('is an id that two roadmaps have which are equally near', () => {
    checkProblems(`
      //- ROADMAP.md
      # A

      - [ ] RM-1 One
      - [ ] RM-2 Two
      //- docs/ROADMAP.md
      # B

      - [ ] RM-1 Eins
      - [ ] RM-3 Drei
      //- src/a.ts
      // TODO(⟦ambiguous-task:RM-1⟧): which?
      // TODO(RM-3): clear
    `);
  });
});

describe('closed-task', () => {
  it('is a TODO for what is done or cancelled, and code that implements what is cancelled', () => {
    checkProblems(`
      # Plan

      - [x] RM-1 ⟦done-with-todos:Add tests⟧
      - ❌ RM-2 Write docs
      - [ ] RM-3 Ship it
      //- a.go
      // TODO(⟦closed-task:RM-1⟧): open still
      // TODO(⟦closed-task:RM-2⟧): open still
      // TODO(RM-3): to do
      // @task RM-1
      // @task ⟦closed-task:RM-2⟧
    `);
  });

  it('is ended by removing the TODO, or by opening the task', async () => {
    const code = '# Plan\n\n- [x] RM-1 Add tests\n- [ ] RM-2 Other\n//- a.ts\n// TODO(RM-1): x\nrun();\n';
    assert.equal(await fixed(code, 'closed-task', { title: 'Remove this TODO', safe: false }), 'run();\n');
    assert.match(await fixed(code, 'closed-task', { title: 'Open "Add tests" again', safe: false }), /- \[ \] RM-1/);
  });
});

describe('former-id', () => {
  it('is an alias, also of an alias', async () => {
    const files = `${plan}
      //- .roadmap/config.yaml
      aliases:
        first: second
        second: RM-1
      //- a.ts
      // TODO(⟦former-id:first⟧): x
    `;
    checkProblems(files);
    assert.equal(await fixed(files, 'former-id', { title: 'Write RM-1', safe: true }), '// TODO(RM-1): x\n');
  });

  it('is the title of a task that has an id', async () => {
    const files = `${plan}\n      //- a.ts\n      // TODO(⟦former-id:add-tests⟧): x\n`;
    checkProblems(files);
    assert.equal(await fixed(files, 'former-id', { title: 'Write RM-1', safe: true }), '// TODO(RM-1): x\n');
  });

  it('is no name of somebody, nor of what it is about', () => {
    checkProblems(`
      # Plan

      - [ ] RM-1 Mark
      - [ ] RM-2 Security
      //- a.ts
      // TODO(mark): ask him
      // TODO(RM-1, mark): ask him
      // FIXME(security): look at it
    `);
  });

  it('is a title that a task had, however often it was renamed since, and is then only offered', async () => {
    const files = `
      # Plan

      - [ ] Add many tests
      - [ ] Write docs
      //- a.ts
      // TODO(⟦former-id:add-tests⟧): x
      // TODO(⟦former-id:test-it⟧): x
      // TODO(add-nothing): never there
    `;
    const planHistories = [
      history(
        { id: 'add-tests', from: 'Test it', title: 'Add tests' },
        { id: 'add-many-tests', from: 'Add tests', title: 'Add many tests' },
      ),
    ];
    checkProblems(files, { planHistories });
    checkProblems(files.replace(/⟦former-id:([a-z-]+)⟧/g, '$1'));
    const one = files.replace(/.*test-it.*\n/, '');
    const title = 'Write add-many-tests';
    assert.match(await fixed(one, 'former-id', { title, safe: false, planHistories }), /TODO\(add-many-tests\)/);
  });
});
