import assert from 'node:assert/strict';
import { CsvRows } from '../../../../src/core/metrics/readers/csvRows.js';
import { reportCsv } from '../../../../src/core/views/reportCsv.js';
import { dedent, fileOf } from '../../../support/check.js';
import { historyOf, today } from '../../../support/measured.js';
import { checkGolden, fixture } from '../../../support/golden.js';
import { snapshotOf } from '../../../support/views.js';

/** The tasks of a report, by the names of its columns. */
function rowsOf(csv: string): Record<string, string>[] {
  const rows: (readonly string[])[] = [];
  const reader = new CsvRows((cells) => void rows.push([...cells]));
  reader.write(csv);
  assert.deepEqual(reader.end(), {});
  const [head, ...lines] = rows;
  return lines.map((cells) => {
    assert.equal(cells.length, head!.length);
    return Object.fromEntries(cells.map((cell, index) => [head![index]!, cell]));
  });
}

describe('The report as CSV', () => {
  it('has a line for each task with all that is known of it, and CR LF', () => {
    const text = dedent(`
      # Plan
      ## Q4 2026: Now
      **Priority:** High
      ### Search
      - [x] RM-1: Index (effort: 2 days) @ida
      - [ ] RM-2: Rank 📅 2026-11-20
        - [ ] Names
        - [x] Places
      ## Later
      - [-] Fax
    `);
    const file = fileOf(text);
    const planHistories = [
      historyOf(file, [
        [20, text.replace('[x] RM-1', '[ ] RM-1')],
        [4, text],
      ]),
    ];
    const csv = reportCsv({ ...snapshotOf([file]), planHistories }, today);
    assert.equal(
      csv.split('\r\n')[0],
      'roadmap,id,title,status,horizon,place,priority,owner,effort_days,start,end,late_days,added,finished,cycle_days',
    );
    assert.ok(csv.endsWith('\r\n') && !csv.replaceAll('\r\n', '').includes('\n'));
    const rows = rowsOf(csv);
    assert.deepEqual(
      rows.map(({ id, status, place, late_days }) => [id, status, place, late_days]),
      [
        ['RM-1', 'done', 'Now / Search', ''],
        ['RM-2', 'doing', 'Now / Search', '6'],
        ['names', 'todo', 'Now / Search / Rank', ''],
        ['places', 'done', 'Now / Search / Rank', ''],
        ['fax', 'cancelled', 'Later', ''],
      ],
    );
    assert.deepEqual(rows[0], {
      roadmap: 'ROADMAP.md',
      id: 'RM-1',
      title: 'Index',
      status: 'done',
      horizon: 'Now',
      place: 'Now / Search',
      priority: 'high',
      owner: 'ida',
      effort_days: '2',
      start: '2026-10-01',
      end: '2026-12-31',
      late_days: '',
      added: '2026-11-06',
      finished: '2026-11-22',
      cycle_days: '16',
    });
  });

  it('of a plan with everything in it reads as it should', () => {
    checkGolden('ledger.report.csv', reportCsv(snapshotOf([fileOf(fixture('ledger.md'))]), today));
  });

  it('keeps commas, quotes and semicolons inside their cells', () => {
    for (const title of ['a, b', 'say "yes", or no', 'a;b', '"', ',,,', 'a | b']) {
      const rows = rowsOf(reportCsv(snapshotOf([fileOf(`- [ ] ${title}\n- [ ] next\n`)]), today));
      assert.deepEqual(
        rows.map(({ title }) => title),
        [title, 'next'],
      );
    }
  });

  it('lets no title be a formula: an apostrophe stands before it', () => {
    const formulas = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '=HYPERLINK("http://x";"y")',
      '\u200b=1',
      '＝1',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
    ];
    for (const formula of formulas) {
      const file = fileOf('## Now\n- [ ] a\n');
      const [group] = file.roadmap!.children;
      if (group?.kind === 'task') throw new Error('a group');
      const task = {
        ...group!.children[0]!,
        title: formula,
        id: formula,
        owner: { value: formula, span: file.roadmap!.span },
      };
      const roadmap = { ...file.roadmap!, children: [{ ...group!, name: formula, children: [task] }] };
      const csv = reportCsv(snapshotOf([{ ...file, roadmap }]), today);
      const [row] = rowsOf(csv);
      for (const cell of [row!['title'], row!['id'], row!['owner'], row!['horizon'], row!['place']])
        assert.equal(cell, `'${formula}`);
    }
  });

  it('leaves what only looks a little like one', () => {
    const rows = rowsOf(reportCsv(snapshotOf([fileOf('- [ ] a = b + c @home -x\n')]), today));
    assert.match(rows[0]!['title']!, /^a = b/);
  });

  it('has a head alone where there is no task', () => {
    assert.equal(reportCsv(snapshotOf([]), today).split('\r\n').length, 2);
  });
});
