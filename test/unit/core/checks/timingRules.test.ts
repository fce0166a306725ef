import assert from 'node:assert/strict';
import { dayOf } from '../../../../src/core/values/day.js';
import { checkProblems, fixed, onlyProblem } from '../../../support/problems.js';

describe('overdue', () => {
  it('is a group whose window is over, without what stands in it', () => {
    checkProblems(`
      # Plan

      **Generated:** 2026-01-01

      ## ⟦overdue:30-Day⟧ Roadmap

      ### Week 1: Wash

      - [ ] Buy soap
      - [x] Find water 📅 2026-01-02

      ## 1-Year Roadmap

      - [ ] Iron it
    `);
  });

  it('is told once for the tasks of a group whose dates are over', () => {
    const files = `
      # Plan

      ## Wash

      - [ ] Buy soap 📅 ⟦overdue:2026-05-01⟧
      - [ ] Find water 📅 2026-05-02
      - [x] Find a bucket 📅 2026-05-03
      - [ ] Wait 📅 2026-05-15

      ## Dry

      - [ ] Hang it up
        - [ ] Find a line 📅 ⟦overdue:2026-05-14⟧
    `;
    checkProblems(files);
    const { related, message } = onlyProblem(files.replace(/\n\s+## Dry[^]*/, '\n'), 'overdue');
    assert.equal(related?.length, 1);
    assert.match(message, /^2 tasks of "Wash"/);
  });

  it('is none while the last day may be to come, or where nothing is left', () => {
    checkProblems(`
      # Plan

      ## May 2026

      - [ ] Wash

      ## April 2026

      - [x] Dry
    `);
    checkProblems('# Plan\n\n## ⟦overdue:May 2026⟧\n\n- [ ] Wash\n', { today: dayOf(2026, 6, 1) });
  });

  it('is none where a window does not say by when', () => {
    checkProblems(`
      # Plan

      **Generated:** 2024-01-01

      ## Beyond Q1 2025

      - [ ] Wash

      ## Q1 2025+

      - [ ] Rinse

      ## Phase 2: Dry (3 weeks)

      - [ ] Dry

      ## v1.1 (narrow, ~3-5 days)

      - [ ] Iron

      ## Scope shipped (2026-01-25)

      - [ ] Told as open
      - [ ] With a day of its own 📅 ⟦overdue:2026-02-01⟧

      ## Get v2 released (⟦overdue:Q1 2026⟧)

      - [ ] Really

      ## 28.12.2025

      - [ ] What came to mind on that day
    `);
  });
});

describe('review-overdue', () => {
  it('is a day for the next review that is over', () => {
    checkProblems('# P\n\n- [ ] A\n\n## Review\n\n**Next Review:** ⟦review-overdue:2026-05-14⟧\n');
    checkProblems('# P\n\n- [ ] A\n\n## Review\n\n**Next Review:** 2026-05-15\n');
    checkProblems('# P\n\n- [ ] A\n\n## Review\n\n**Next Review:** 2026-05-XX\n');
    checkProblems('# P\n\n- [ ] A\n\n## Review\n\n**Next Review:** when it fits\n');
  });

  it('is a rhythm that was not kept, where no day is said', () => {
    const plan = (frequency: string, last: string) =>
      `# P\n\n- [ ] A\n\n## Review\n\n**Frequency:** ${frequency}\n**Last Updated:** ${last}\n`;
    checkProblems(plan('Monthly', '⟦review-overdue:2026-04-01⟧'));
    checkProblems(plan('Monthly', '2026-04-20'));
    checkProblems(plan('Quarterly', '2026-04-01'));
    checkProblems(plan('now and then', '2020-04-01'));
  });

  it('is ended by saying that it was gone through', async () => {
    const text = '# P\n\n- [ ] A\n\n## Review\n\n**Last Updated:** 2026-01-02\n**Next Review:** 2026-05-01\n';
    const after = await fixed(text, 'review-overdue', { title: 'Mark as reviewed today', safe: false });
    assert.match(after, /Last Updated:\*\* 2026-05-15/);
  });
});
