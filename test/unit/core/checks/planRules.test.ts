import assert from 'node:assert/strict';
import { checkProblems, fixed, onlyProblem } from '../../../support/problems.js';

describe('parent-status', () => {
  it('is a task marked as done above an open one, and one marked as open above done ones', () => {
    checkProblems(`
      # Plan

      - ⟦parent-status:[x]⟧ Wash it
        - [ ] Buy soap
        - [x] Find water
      - ⟦parent-status:[ ]⟧ Dry it
        - [x] Hang it up
      - [ ] Iron it
        - [x] Heat the iron
        - [ ] Iron
      - [x] Fold it
        - plain, which is done with it
        - also plain
      - [x] Wear it
        - [x] Once
    `);
  });

  it('is a group with such a mark, told once for all that is wrong below it', () => {
    checkProblems(`
      # Plan

      ## ⟦parent-status:✅⟧ Phase 1: Wash

      - [ ] Buy soap
      - [x] Find water
        - [ ] Where?

      ## Phase 2: Dry

      - [ ] Hang it up
    `);
  });

  it('is no word that may speak of more than what is listed, and no name of a section', () => {
    checkProblems(`
      # Plan

      ## Frontend (80%)

      - [x] Wash it

      ## Completed Phases (Summary)

      ### Phase 1

      - [ ] Dry it

      ## Later

      - [In Progress] Iron it
        - [Done] Heat the iron
    `);
  });

  it('is ended by the mark that what stands below says', async () => {
    const open = '# Plan\n\n- [x] Wash it\n  - [ ] Buy soap\n';
    assert.match(
      await fixed(open, 'parent-status', { title: 'Mark "Wash it" as to do', safe: false }),
      /^- \[ \] Wash/m,
    );
    const done = '# Plan\n\n- [ ] Wash it\n  - [x] Buy soap\n';
    assert.match(await fixed(done, 'parent-status', { title: 'Mark "Wash it" as done', safe: true }), /^- \[x\] Wash/m);
  });
});

describe('section-status', () => {
  it('is an open task in a section for what is done, and a done one where things are to be done', () => {
    checkProblems(`
      # Plan

      ## Done

      - ⟦section-status:[ ]⟧ Not yet
      - [x] Indeed
      - ~~Never~~

      ## In progress

      - ⟦section-status:[x]⟧ Over
      - [ ] Begun
      - Not marked

      ## Version 2

      - [x] Done in no such section
    `);
  });

  it('is one for each section, with all places', () => {
    const { related, message } = onlyProblem('# P\n\n## Done\n\n- [ ] A\n- [ ] B\n- [ ] C\n', 'section-status');
    assert.equal(related?.length, 2);
    assert.match(message, /^3 tasks/);
  });
});

describe('unknown-dependency', () => {
  it('is an id that no task has, but no words, issues or titles', () => {
    checkProblems(`
      # Plan

      - [ ] RM-1 Wash (depends on ⟦unknown-dependency:RM-9⟧)
      - [ ] RM-2 Dry (depends on RM-1, #12)
      - [ ] RM-3 Iron (depends on dry)
      - [ ] RM-4 Fold (depends on the right weather)
      - [ ] RM-5 Wear (depends on ADR-3)
    `);
  });

  it('says what was meant, and writes it', async () => {
    const text = '# Plan\n\n- [ ] RM-1 Wash\n- [ ] RM-2 Dry (depends on RM1)\n';
    assert.match(await fixed(text, 'unknown-dependency', { title: 'Write RM-1', safe: false }), /\(depends on RM-1\)/);
  });

  it('is no issue that several tasks are for', () => {
    checkProblems(`
      # Plan

      - [ ] Wash #1
      - [ ] Rinse #1
      - [ ] Dry **Depends on:** #1
    `);
  });

  it('is a title that several tasks have', () => {
    checkProblems(`
      # Plan

      ## A

      - [ ] Wash
      - [ ] RM-1 Dry **Depends on:** RM-2
      - [ ] RM-2 Iron

      ## B

      - [ ] Wash
    `);
    const yaml = `
      //- roadmap.yaml
      title: Plan
      groups:
        - title: A
          tasks:
            - Wash
            - { title: Dry, dependsOn: [⟦unknown-dependency:Wash⟧] }
        - title: B
          tasks: [Wash]
    `;
    checkProblems(yaml);
  });
});

describe('circular-dependency', () => {
  it('is told once for each circle, with its tasks in order', () => {
    checkProblems(`
      # Plan

      - [ ] RM-1 Wash (depends on ⟦circular-dependency:RM-3⟧)
      - [ ] RM-2 Dry (depends on RM-1)
      - [ ] RM-3 Iron (depends on RM-2)
      - [ ] RM-4 Fold (depends on RM-3)
      - [ ] RM-5 Wear (depends on ⟦circular-dependency:RM-5⟧)
    `);
  });

  it('is none where one of them is done', () => {
    checkProblems(`
      # Plan

      - [x] RM-1 Wash (depends on ⟦done-before-dependency:RM-2⟧)
      - [ ] RM-2 Dry (depends on RM-1)
    `);
  });
});

describe('done-before-dependency', () => {
  it('is a done task that depends on an open one', () => {
    checkProblems(`
      # Plan

      - [ ] RM-1 Wash
      - [x] RM-2 Dry (depends on ⟦done-before-dependency:RM-1⟧)
      - [x] RM-3 Iron (depends on RM-2)
      - ❌ RM-4 Fold
      - [x] RM-5 Wear (depends on RM-4)
    `);
  });
});

describe('What readers find', () => {
  it('has its fixes, too', async () => {
    const twice = '# Plan\n\n- [ ] RM-1 Wash\n- [ ] RM-1 Dry\n- [ ] RM-7 Iron\n';
    const title = 'Give it the next free id';
    assert.match(await fixed(twice, 'duplicate-id', { title, safe: false }), /- \[ \] RM-8 Dry/);
    const odd = '# Plan\n\n- [ ] Wash\n- [%] Dry\n';
    assert.match(await fixed(odd, 'unknown-mark', { title: 'Mark "Dry" as done', safe: false }), /- \[x\] Dry/);
    const garbled = '# Plan\n\n- âœ… Wash\n- [ ] Dry\n';
    const repair = { title: 'Repair the encoding of the whole file', safe: true };
    assert.match(await fixed(garbled, 'mojibake', repair), /- ✅ Wash/);
  });
});
