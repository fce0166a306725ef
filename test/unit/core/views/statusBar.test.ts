import assert from 'node:assert/strict';
import { tasksOf, type Task } from '../../../../src/core/model/roadmap.js';
import { statusBarView } from '../../../../src/core/views/statusBar.js';
import { planForecast } from '../../../../src/core/views/planForecast.js';
import { fileOf } from '../../../support/check.js';
import { fixture } from '../../../support/golden.js';
import { roadmap, todoFile, workspace } from '../../../support/links.js';
import { steadySnapshot, today } from '../../../support/measured.js';
import { snapshotOf } from '../../../support/views.js';

const view = (...texts: string[]) => statusBarView(snapshotOf(texts.map((text, index) => fileOf(text, `${index}.md`))));

describe('The status bar', () => {
  it('shows all tasks, and the horizon under way', () => {
    const { text, accessibleLabel, tooltip } = view(fixture('ledger.md'))!;
    assert.equal(text, '2/10 · 30-Day 33 %');
    assert.equal(accessibleLabel, 'Roadmap: 2 of 10 tasks done, 30-Day 33 %');
    assert.deepEqual(tooltip, [
      {
        title: 'Harbour Ledger Technical Plan',
        lines: [
          '■■■□□□□□□□ 2/6 30-Day Roadmap',
          '□□□□□□□□□□ 0/4 1-Year Roadmap',
          '2 of 10 done',
          '10 success metrics',
          'Next review: June 2025',
          'Last updated: 2025-03-14',
        ],
      },
    ]);
  });

  it('says that the horizon under way is late or due soon, where it is known what day it is', () => {
    const late = snapshotOf([fileOf('# P\n## Now (due 2026-11-24)\n- [ ] a\n## Next\n- [ ] b\n')]);
    assert.equal(statusBarView(late)!.text, '0/2 · Now 0 %');
    const { text, accessibleLabel, tooltip } = statusBarView(late, { today })!;
    assert.deepEqual([text, accessibleLabel], ['0/2 · Now 0 % late', 'Roadmap: 0 of 2 tasks done, Now 0 % late']);
    assert.equal(tooltip[0]!.lines[0], '□□□□□□□□□□ 0/1 Now (late by 2 days)');
    assert.equal(statusBarView(late, { today: today - 4 })!.text, '0/2 · Now 0 % due in 2 days');
  });

  it('tells when all will be done, and how many metrics are measured and missed', () => {
    const { snapshot, file } = steadySnapshot();
    const forecast = planForecast(snapshot, file, today);
    const summary = ['2 measured', '1 missed'];
    const shown = { of: () => undefined, summary, suggestions: [] };
    const options = { today, forecast: () => forecast, metrics: () => shown };
    const lines = statusBarView(snapshot, options)!.tooltip[0]!.lines;
    assert.match(lines.at(-1)!, /^Forecast: 50 %: \d{4}-\d\d-\d\d, 85 %: /);
    const measured = snapshotOf([fileOf('- [ ] a\n## Success Metrics\n- Coverage: 80%+\n- Speed: < 2 s\n')]);
    assert.ok(
      statusBarView(measured, { metrics: () => shown })!.tooltip[0]!.lines.includes(
        '2 success metrics: 2 measured, 1 missed',
      ),
    );
    const thin = planForecast(measured, measured.roadmaps[0]!, today);
    assert.doesNotMatch(statusBarView(measured, { forecast: () => thin })!.tooltip[0]!.lines.join(), /Forecast/);
  });

  it('goes on to the next horizon when one is done', () => {
    assert.equal(view('# P\n## Now\n- [x] a\n## Next\n- [x] b\n- [ ] c\n')!.text, '2/3 · Next 50 %');
  });

  it('takes the first section that is open where there is no horizon, in a few letters', () => {
    assert.equal(view('# P\n## Search: everything\n- [x] a\n- [ ] b\n')!.text, '1/2 · Search 50 %');
    assert.match(
      view('# P\n## A very long name of a section indeed\n- [ ] b\n')!.text,
      /^0\/1 · A very long name of a s… 0 %$/,
    );
  });

  it('adds up several roadmaps', () => {
    assert.equal(view('# P\n## Now\n- [x] a\n', '# Q\n- [ ] a\n')!.text, '1/2');
  });

  it('does not count what was cancelled', () => assert.equal(view('- [x] a\n- [-] b\n')!.text, '1/1'));

  it('shows the task that a person is at work on, and what the branch is for that is checked out', () => {
    const file = roadmap('ROADMAP.md', '# P\n## Now\n- [ ] RM-1 Sign the images\n- [x] RM-2 Print\n- [ ] Log in\n');
    const made = workspace([file], { todos: [todoFile('a.ts', 'RM-1', 'RM-1')], branches: ['rm-1-sign', 'main'] });
    const on = (name: string) => {
      const [history] = made.histories;
      const branches = history!.branches.map((branch) => ({ ...branch, current: branch.name === name }));
      return { ...made, histories: [{ ...history!, branches }] };
    };
    const [first, second, third] = [...tasksOf(file.roadmap!)];
    const shown = (name: string, task: Task | undefined) =>
      statusBarView(on(name), task ? { active: { file, task } } : {})!;
    const work = shown('main', first);
    assert.equal(work.text, 'RM-1 Sign the images');
    assert.equal(work.accessibleLabel, 'At work on RM-1 Sign the images. Roadmap: 1 of 3 tasks done, Now 33 %');
    assert.deepEqual(work.tooltip[0], { title: 'RM-1 Sign the images', lines: ['to do · Now', '2 TODOs · 1 branch'] });
    assert.equal(work.tooltip[1]!.title, 'P');
    assert.deepEqual(shown('rm-1-sign', first), work);
    assert.equal(shown('main', third).text, 'Log in');
    const other = shown('rm-1-sign', second).tooltip.map(({ title }) => title);
    assert.deepEqual(other, ['RM-2 Print', 'Branch rm-1-sign', 'P']);
    const none = shown('rm-1-sign', undefined);
    assert.equal(none.text, '1/3 · Now 33 %');
    assert.deepEqual(none.tooltip[0], { title: 'Branch rm-1-sign', lines: ['is for RM-1 Sign the images'] });
  });

  it('shows a long title in a few words', () => {
    const file = roadmap('ROADMAP.md', `- [ ] ${'word '.repeat(50)}\n`);
    const [task] = [...tasksOf(file.roadmap!)];
    const { text, accessibleLabel } = statusBarView(workspace([file]), { active: { file, task: task! } })!;
    assert.match(text, /^(?:word )+word…$/);
    assert.ok(text.length <= 40);
    assert.ok(accessibleLabel.length > 200);
  });

  it('shows nothing where there is nothing to count', () => {
    assert.equal(view(), undefined);
    assert.equal(view('# P\n'), undefined);
  });
});
