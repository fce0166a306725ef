import assert from 'node:assert/strict';
import type { PlanHistory } from '../../../../src/core/model/planHistory.js';
import { commit, folder } from '../../../support/links.js';
import { checkProblems, fixed, onlyProblem } from '../../../support/problems.js';

const plan = `
  # Plan

  - [ ] RM-1 Wash
  - [ ] RM-2 Dry
  - [x] RM-3 Iron
`;

function history(parts: Partial<PlanHistory>): readonly PlanHistory[] {
  const nothing = { points: [], changes: [], stories: new Map(), versions: 2, unreadable: 0, problems: [] };
  return [{ uri: `${folder.uri}/ROADMAP.md`, state: 'ready', ...nothing, ...parts }];
}

describe('done-with-todos', () => {
  it('is a done task that TODOs are left for, whose places are told', () => {
    const files = `
      # Plan

      - [x] RM-1 ⟦done-with-todos:Wash⟧
      - [x] RM-2 Dry
      - [ ] RM-3 Iron
      //- a.ts
      // TODO(⟦closed-task:RM-1⟧): find soap
      // @task RM-2
      // TODO(RM-3): later
      //- b.py
      # FIXME(⟦closed-task:RM-1⟧): find water
    `;
    checkProblems(files);
    const { related } = onlyProblem(files, 'done-with-todos');
    assert.deepEqual(
      related?.map(({ uri, range, message }) => `${uri.slice(folder.uri.length + 1)}:${range.start.line} ${message}`),
      ['a.ts:0 TODO find soap', 'b.py:0 FIXME find water'],
    );
  });
});

describe('closed-by-commit', () => {
  const marked = plan.replace('Wash', '⟦closed-by-commit:Wash⟧');

  it('is an open task that a commit says it finishes', () => {
    checkProblems(marked, {
      commits: [commit('a', 'Fixes RM-1'), commit('b', 'Closes RM-3'), commit('c', 'See RM-2')],
    });
  });

  it('is ended by ticking it', async () => {
    const commits = [commit('a', 'Fixes RM-1')];
    const after = await fixed(plan, 'closed-by-commit', { title: 'Mark "Wash" as done', safe: false, commits });
    assert.match(after, /- \[x\] RM-1 Wash/);
  });

  it('is none where the commit is not merged, denies it, or was reverted', () => {
    const elsewhere = { ...commit('a', 'Fixes RM-1'), branch: 'feature' };
    checkProblems(plan, { commits: [elsewhere] });
    checkProblems(plan, { commits: [commit('a', 'Does not fix RM-1')] });
    const reverted = commit('a', 'Fixes RM-1', '', 1);
    const revert = commit('b', 'Revert "Fixes RM-1"', `This reverts commit ${reverted.hash}.`, 2);
    checkProblems(plan, { commits: [revert, reverted] });
  });

  it('is none where the task was opened again since, or is younger', () => {
    const commits = [commit('a', 'Fixes RM-1', '', 100)];
    const change = { kind: 'reopened', id: 'RM-1', title: 'Wash', hash: 'b', author: 'Ada' } as const;
    const added = { hash: 'c', time: 50 };
    checkProblems(plan, { commits, planHistories: history({ changes: [{ ...change, time: 200 }] }) });
    checkProblems(marked, { commits, planHistories: history({ changes: [{ ...change, time: 50 }] }) });
    const story = { id: 'RM-1', added, reopened: 0 };
    checkProblems(marked, { commits, planHistories: history({ stories: new Map([['RM-1', story]]) }) });
    const younger = { ...story, added: { hash: 'c', time: 150 } };
    checkProblems(plan, { commits, planHistories: history({ stories: new Map([['RM-1', younger]]) }) });
    // Ticked in the last version, and opened in the file as it is: by hand, just now.
    const finished = { ...story, finished: { hash: 'd', time: 120 } };
    checkProblems(plan, { commits, planHistories: history({ stories: new Map([['RM-1', finished]]) }) });
  });

  it('is none by a short id where there are several plans, each of which counts from one', () => {
    const plans = (id: string, title: string) =>
      `
      # Plan

      - [ ] ${id} ${title}
      - [ ] ${id.replace('1', '2')} Dry
      //- docs/ROADMAP.md
      # Another

      - [ ] Iron
    `;
    checkProblems(plans('S1', 'Wash'), { commits: [commit('a', 'Closes S1')] });
    checkProblems(plans('RM-1', '⟦closed-by-commit:Wash⟧'), { commits: [commit('a', 'Closes RM-1')] });
  });

  it('waits for the history of the plan', () => {
    checkProblems(plan, { commits: [commit('a', 'Fixes RM-1')], planHistories: history({ state: 'loading' }) });
  });
});

describe('metric-unmeasured', () => {
  it('is told once for each list of metrics that are claimed to be met', () => {
    checkProblems(`
      # Plan

      - [ ] Wash

      ## Success Metrics

      ### 30-Day Goals

      - ✅ ⟦metric-unmeasured:Test coverage: 95%+⟧
      - ✅ Response time: < 200ms
      - ✅ Happy people
      - Uptime: 99.9%

      ### 90-Day Goals

      - ❌ Test coverage: 98%+
    `);
  });

  it('is none where something is to measure it', () => {
    checkProblems(`
      # Plan

      - [ ] Wash

      ## Success Metrics

      - ✅ Test coverage: 95%+
      //- .roadmap/config.yaml
      metrics:
        Test coverage: { file: coverage/coverage-summary.json, value: lines }
    `);
  });
});
