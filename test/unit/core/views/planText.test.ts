import assert from 'node:assert/strict';
import { criticalPath } from '../../../../src/core/progress/criticalPath.js';
import { leafWeights } from '../../../../src/core/progress/weights.js';
import { width } from '../../../../src/core/views/columns.js';
import { planForecast } from '../../../../src/core/views/planForecast.js';
import { whatNext } from '../../../../src/core/views/nextJson.js';
import { forecastText, historyText, nextText, titleLine } from '../../../../src/core/views/planText.js';
import { dedent, fileOf } from '../../../support/check.js';
import { historyOf, steadySnapshot, today } from '../../../support/measured.js';
import { plainStyle, snapshotOf } from '../../../support/views.js';

const day = String.raw`\d{4}-\d{2}-\d{2}`;

/** The texts of a plan with these versions; the last one is today's. */
function plan(text: string, versions: readonly (readonly [number, string])[] = []) {
  const file = fileOf(text);
  const histories = versions.length > 0 ? [historyOf(file, [...versions, [0, text]])] : [];
  const snapshot = { ...snapshotOf([file]), planHistories: histories };
  return {
    forecast: (columns = 100) => forecastText(file, planForecast(snapshot, file, today)!, plainStyle(columns), today),
    next: (limit = 5, columns = 100) => {
      const path = criticalPath(file.roadmap!, leafWeights(file.roadmap!));
      return nextText(
        whatNext(snapshot, file, today)!,
        path.state === 'ready' ? path : undefined,
        limit,
        plainStyle(columns),
      );
    },
    history: (limit = 20, columns = 100) => historyText(histories[0]!, limit, plainStyle(columns)),
  };
}

describe('The forecast as text', () => {
  it('of a plan without a task that counts says that there is none', () => {
    assert.deepEqual(plan('# Plan\n').forecast(), ['  There is no task to forecast.']);
    assert.deepEqual(plan('## Now\n- [-] a\n').forecast(), ['  There is no task to forecast.']);
  });

  const steady = (columns = 100) => {
    const { snapshot, file } = steadySnapshot();
    return forecastText(file, planForecast(snapshot, file, today)!, plainStyle(columns), today);
  };

  it('has a line for each horizon and one for all: what is left, three dates, its end, how it stands', () => {
    const lines = steady();
    assert.match(lines[0]!, /^ {15}left {2}50 % +85 % +95 % +ends$/);
    assert.match(lines[1]!, /^ {2}Foundations +0 +2026-12-31 {2}done$/);
    assert.match(lines[2]!, new RegExp(`^ {2}Growth +4 {2}${day} {2}${day} {2}${day} {2}2027-03-31 {2}on track$`));
    assert.match(lines[3]!, new RegExp(`^ {2}Someday +8 {2}${day} {2}${day} {2}${day}$`));
    assert.match(lines[4]!, new RegExp(`^ {2}All +12 {2}${day} {2}${day} {2}${day}$`));
    assert.match(lines[5]!, /^ {2}From 12 weeks in which 12 tasks were finished and 0 added; 10000 runs\.$/);
    assert.match(lines[6]!, /^ {2}Horizons are taken to be worked on one after the other/);
    assert.equal(lines.length, 7);
  });

  it('gives dates in order, never a single one', () => {
    for (const line of steady().slice(2, 5)) {
      const [p50, p85, p95] = line.match(new RegExp(day, 'g'))!;
      assert.ok(p50 <= p85! && p85! <= p95!, line);
    }
  });

  it('fits terminals of any width', () => {
    for (const columns of [60, 80, 100, 160])
      for (const line of steady(columns)) assert.ok(width(line) <= columns, `${columns}: ${line}`);
    assert.doesNotMatch(steady(60)[0]!, /ends/);
    assert.match(steady(60)[2]!, /on track$/);
  });

  it('says once that there is too little history, and leaves out the dates', () => {
    const { forecast } = plan('## Q4 2026: Now\n- [ ] a\n- [ ] b\n## Later\n- [ ] c\n');
    assert.deepEqual(forecast(), [
      '         left  ends',
      '  Now       2  2026-12-31',
      '  Later     1',
      '  All       3',
      '  Too little history to say: there are no earlier versions of the roadmap.',
    ]);
  });

  it('says that no end is in sight, and why', () => {
    const text = (done: number, total: number) =>
      `## Now\n${Array.from({ length: total }, (_, index) => `- [${index < done ? 'x' : ' '}] Task ${index}\n`).join('')}`;
    const weeks = Array.from({ length: 10 }, (_, week) => [(10 - week) * 7, text(week * 2, 20 + week * 3)] as const);
    const lines = plan(text(20, 50), weeks).forecast();
    assert.match(lines[1]!, /^ {2}Now +30 {2}not in sight {2}not in sight {2}not in sight$/);
    assert.match(lines[3]!, /^ {2}Not in sight: 2 tasks a week are finished and 3 are added\.$/);
  });

  it('says that all is done', () => {
    assert.deepEqual(plan('## Now\n- [x] a\n').forecast(), ['       left', '  Now     0  done', '  All     0  done']);
  });
});

describe('What is next as text', () => {
  const text = dedent(`
    # Plan
    ## Now
    **Priority:** High
    - [ ] RM-1: Import (effort: 2 days)
    - [/] RM-2: Export
    - [ ] RM-3: Search (depends on RM-1) (effort: 3 days)
    - [ ] RM-4: Rank (depends on RM-3)
    - [ ] RM-5: Suggest (depends on the index)
    - [ ] RM-6: Print
  `);

  it('names the tasks that are ready with the reasons, then what waits and for what, then the longest chain', () => {
    assert.deepEqual(plan(text).next(2), [
      '   1 ◐ Export  RM-2',
      '       in progress, high priority (of Now)',
      '   2 ○ Import  RM-1',
      '       high priority (of Now), 1 task waits for it',
      '       and 2 more that are ready',
      '     ⊘ Search  RM-3',
      '       waits for RM-1',
      '     ⊘ Rank  RM-4',
      '       waits for RM-3',
      '  Suggest depends on "the index", which is no task here',
      '  Longest chain, 7.5 working days: RM-1 → RM-3 → RM-4',
    ]);
  });

  it('says "1 more" of one', () => {
    const said = plan('- [ ] a\n- [ ] b\n').next(1);
    assert.deepEqual(said, ['   1 ○ a', '       next in order', '       and 1 more that is ready']);
    const waits = plan('- [ ] RM-1: a\n- [ ] RM-2: b (depends on RM-1)\n- [ ] RM-3: c (depends on RM-1)\n').next(1);
    assert.ok(waits.includes('       and 1 more that waits'), waits.join('\n'));
  });

  it('names as many dependencies that cannot be found', () => {
    const said = plan('- [ ] a (depends on x1)\n- [ ] b (depends on x2)\n- [ ] c (depends on x3)\n');
    assert.deepEqual(said.next(2).slice(-3), [
      '  a depends on "x1", which is no task here',
      '  b depends on "x2", which is no task here',
      '  and 1 more dependency that cannot be found',
    ]);
    assert.equal(said.next(1).at(-1), '  and 2 more dependencies that cannot be found');
  });

  it('tells of tasks that wait for each other', () => {
    const said = plan('- [ ] RM-1: a (depends on RM-2)\n- [ ] RM-2: b (depends on RM-1)\n').next();
    assert.match(said.join('\n'), /These wait for each other: RM-1, RM-2/);
  });

  it('says that nothing is left', () => assert.deepEqual(plan('- [x] a\n').next(), ['  Nothing is left to do.']));

  it('fits terminals of any width, with wide letters too', () => {
    const wide = text
      .replace('Import', '検索の改善と国際化'.repeat(6))
      .replace('the index', 'the index of everything '.repeat(8));
    for (const columns of [40, 60, 80, 100])
      for (const line of plan(wide).next(9, columns)) assert.ok(width(line) <= columns, `${columns}: ${line}`);
  });
});

describe('The history as text', () => {
  const first = '# Plan\n## Now\n- [ ] Import\n- [ ] Export\n## Later\n- [ ] Search\n';
  const versions = [
    [30, first],
    [20, first.replace('[ ] Import', '[x] Import')],
    [10, '# Plan\n## Now\n- [x] Import\n- [ ] Exports\n- [ ] Search\n- [ ] Print\n## Later\n- [ ] Rank\n'],
  ] as const;
  const last = versions[2][1].replace('[x] Import', '[ ] Import');

  it('draws the last weeks as bars, then the changes, the newest first', () => {
    const lines = plan(last, versions).history();
    assert.deepEqual(lines.slice(0, 5), [
      '  4 versions',
      '  2026-10-27  □□□□□□□□□□□□□□□□□□□□□□□□□□□□□□  0/3',
      '  2026-11-06  ■■■■■■■■■■□□□□□□□□□□□□□□□□□□□□  1/3',
      '  2026-11-16  ■■■■■■□□□□□□□□□□□□□□□□□□□□□□□□  1/5',
      '  2026-11-26  □□□□□□□□□□□□□□□□□□□□□□□□□□□□□□  0/5',
    ]);
    assert.equal(lines[5], '');
    const changes = lines.slice(6).map((line) => line.slice(23));
    assert.equal(changes[0], '○ Import');
    for (const change of ['● Import', '✎ Exports (was Export)', '→ Search (from Later)', '+ Print'])
      assert.ok(changes.includes(change), `${change} in ${changes.join('; ')}`);
    assert.match(lines[6]!, /^ {2}2026-11-26 {2}ccc4000 {2}○ Import$/);
  });

  it('names so many changes, and counts the others', () => {
    const { history } = plan(last, versions);
    const all = history(100).length - 6;
    assert.equal(history(1).at(-1), `  and ${all - 1} earlier changes (--limit shows more)`);
    assert.equal(history(all - 1).at(-1), '  and 1 earlier change (--limit shows more)');
    assert.doesNotMatch(history(all).join('\n'), /earlier/);
  });

  it('says how many versions could not be read, and "1 version" of one', () => {
    const file = fileOf(first);
    const said = (found: readonly (readonly [number, string | null])[]) =>
      historyText(historyOf(file, found), 5, plainStyle(80))[0];
    assert.equal(
      said([
        [3, first],
        [2, null],
        [1, first],
      ]),
      '  3 versions, 1 of them could not be read',
    );
    assert.equal(said([[3, first]]), '  1 version');
  });

  it('fits terminals of any width', () => {
    for (const columns of [40, 60, 80, 100])
      for (const line of plan(last.replace('Print', 'Print '.repeat(40)), versions).history(9, columns))
        assert.ok(width(line) <= columns, `${columns}: ${line}`);
  });
});

describe('All texts of a plan', () => {
  it('hold no control characters of the file', () => {
    const nasty =
      '# Pl\u001b[2Jan\n## No\u202ew\u0007\n- [ ] RM-1: a\u001b]0;x\u0007 (depends on b\u009bc)\n- [ ] RM-2: d\u2028e (depends on RM-1)\n';
    const { next, forecast, history } = plan(nasty, [[9, nasty.replace('RM-2: d', 'RM-2: \u001b[1md')]]);
    const title = titleLine(fileOf(nasty, 'RO\u001b[2JADMAP.md'), plainStyle(80));
    assert.doesNotMatch([title, ...next(), ...forecast(), ...history()].join(''), /[\p{Cc}\u2028\u202e]/u);
  });
});
