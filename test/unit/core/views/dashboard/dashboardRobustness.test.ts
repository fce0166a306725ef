import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../../../../src/core/text/decode.js';
import { applyUpdate, updateOf } from '../../../../../src/core/views/dashboard/dashboardUpdate.js';
import { filterDashboard, noFilter } from '../../../../../src/core/views/dashboard/filterDashboard.js';
import { checkConsistent, dashboardIn } from '../../../../support/dashboards.js';
import { fileOf } from '../../../../support/check.js';
import { fixture } from '../../../../support/golden.js';
import { snapshotOf } from '../../../../support/views.js';
import { generateRoadmap } from '../../../../bench/generate.js';

function check(text: string, path = 'ROADMAP.md') {
  const file = fileOf(text, path);
  const dashboard = dashboardIn(snapshotOf([file]), file);
  checkConsistent(dashboard, file);
  return dashboard;
}

describe('A dashboard of anything', () => {
  it('of an empty roadmap has empty sections', () => {
    for (const text of ['', '# Plan\n', '# Plan\n\nProse.\n', '## Now\n\n## Later\n']) {
      const { header, horizons, tasks, timeline, next, metrics } = check(text);
      assert.deepEqual([horizons, tasks, timeline.rows, next.items, metrics], [[], [], [], [], []]);
      assert.deepEqual(
        [header.percent, header.done.text, header.forecast.text],
        [0, '0 of 0 done', 'there are no tasks'],
      );
      assert.equal(header.done.explain, 'There are no tasks to count.');
      assert.equal(header.effort, undefined);
    }
  });

  it('of dates that are far away keeps them', () => {
    const file = fileOf('- [ ] a\n- [ ] b\n- [ ] c\n');
    const far = { text: '', span: { start: 0, end: 0 } };
    const dates = [
      { due: { ...far, year: 9999, month: 12, day: 31 } },
      { start: { ...far, year: 1, month: 1, day: 1 }, due: { ...far, year: 1 } },
      { start: { ...far, year: 250_000 } },
    ];
    const children = file.roadmap!.children.map((child, index) => ({ ...child, ...dates[index] }));
    const dated = { ...file, roadmap: { ...file.roadmap!, children } };
    const dashboard = dashboardIn(snapshotOf([dated]), dated);
    checkConsistent(dashboard, dated);
    assert.deepEqual(
      [dashboard.timeline.rows[0]!.window, dashboard.timeline.rows[2]!.window],
      ['until 9999-12-31', 'from 9999-12-31'],
    );
    assert.equal(dashboard.tasks[1]!.late?.state, 'late');
  });

  it('of titles of 100,000 characters keeps them, without one for each task below', () => {
    const long = 'Long <b>title</b> '.repeat(5_600).trim();
    const tasks = Array.from({ length: 200 }, (_, at) => `- [ ] Task ${at}\n`).join('');
    const dashboard = check(`# ${long}\n\n## ${long}\n\n- [ ] ${long}\n${tasks}\n## Risks\n\n- **${long}**: ${long}\n`);
    assert.ok(dashboard.header.title.length > 90_000);
    assert.ok(dashboard.horizons[0]!.title.length > 90_000);
    assert.ok(dashboard.tasks[0]!.title.length > 90_000);
    assert.ok(JSON.stringify(dashboard).length < 2_000_000);
    assert.equal(filterDashboard(dashboard, { ...noFilter, text: 'task 19' }).horizons.length, 1);
  });

  it('of groups nested deep and of thousands in a row is consistent', () => {
    check(Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- [ ] Task ${depth}\n`).join(''));
    const { horizons } = check(Array.from({ length: 300 }, (_, at) => `## Part ${at}\n- [ ] Task ${at}\n`).join(''));
    assert.equal(horizons.length, 300);
  });

  it('of two groups that are called alike keeps them apart in the timeline', () => {
    const dashboard = check(
      '## Q1 2027\n### January 2027: Work\n- [ ] a\n### February 2027: Work\n- [ ] b @ada\n## Q2 2027\n### April 2027: Work\n- [ ] c\n',
    );
    const { rows } = filterDashboard(dashboard, { ...noFilter, owners: ['ada'] }).timeline;
    assert.deepEqual(
      rows.map(({ title }) => title),
      ['Q1 2027', 'February 2027: Work'],
    );
  });

  it('of thousands of tasks is made, told and filtered in a moment', () => {
    const text = generateRoadmap(200_000);
    const [one, two] = [text, text.replace('[ ]', '[x]')].map((each) => check(each));
    const update = updateOf(one!, two!)!;
    assert.ok(one!.tasks.length > 4_000 && update.tasks!.changed.length <= 3);
    assert.deepEqual(applyUpdate(one!, update), two);
    assert.ok(one!.next.items.length <= 500);
    assert.ok(filterDashboard(one!, { ...noFilter, text: 'search index' }).tasks.length > 100);
  });

  it('of the sample roadmaps is consistent', () => {
    for (const name of ['ledger.md', 'ledger-garbled.md', 'ledger.yaml', 'ledger.json', 'orchard.yaml'])
      assert.ok(check(fixture(name), name).tasks.length > 0, name);
  });

  const corpus = join(process.cwd(), '..', 'shared', 'corpus', 'files');
  if (!existsSync(corpus)) {
    console.log('  ../shared/corpus is not there: dashboards of real files are not looked at.');
    return;
  }

  it('of real files is consistent', () => {
    for (const name of readdirSync(corpus)) {
      const { value } = decodeText(readFileSync(join(corpus, name)));
      if (value === undefined) continue;
      try {
        check(value, name);
      } catch (error) {
        throw new Error(`${name}: ${String(error)}`, { cause: error });
      }
    }
  }).timeout(120_000);
});
