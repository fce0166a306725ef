import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDashboard } from '../../../../../src/core/views/dashboard/buildDashboard.js';
import type { Dashboard } from '../../../../../src/core/views/dashboard/dashboard.js';
import { isoDay } from '../../../../../src/core/values/day.js';
import { checkConsistent, dashboardIn, dashboardOf } from '../../../../support/dashboards.js';
import { dedent, fileOf } from '../../../../support/check.js';
import { measuredSnapshot, now, today } from '../../../../support/measured.js';
import { problemsIn, workspaceOf } from '../../../../support/problems.js';
import { snapshotOf } from '../../../../support/views.js';

const plan = dedent(`
  # Harbour

  **Generated:** 2026-11-01
  **Purpose:** To moor ships

  ## 30-Day Roadmap

  ### Week 1: Pier

  **Priority:** High
  **Effort:** 4 days

  - [x] RM-1: Drive piles @ada #wood
  - [/] RM-2: Lay planks
    - [x] RM-3: Saw them
    - [ ] RM-4: Nail them

  **Outcomes:**
  - Ships see the pier

  ### Lights

  - [ ] RM-5: Wire lamps ⏬ 📅 2026-11-28
    - Effort: 2 days
  - [-] RM-6: Buy candles

  ## Someday

  - [ ] RM-7: Paint
  - ⛔ RM-8: Dredge

  - [ ] Loose end
`);

const [file, dashboard] = [fileOf(plan), dashboardOf(plan)];
/** Entries by some of their keys. */
const only = <T extends object, K extends keyof T>(list: readonly T[], ...keys: readonly K[]) =>
  list.map((entry) => keys.map((key) => entry[key]));

describe('The dashboard of a roadmap', () => {
  it('is consistent, and the same whenever it is made', () => {
    checkConsistent(dashboard, file);
    assert.deepEqual(dashboardOf(plan), dashboard);
  });

  it('is none where the file could not be read', () => {
    const { roadmap: _, ...unread } = file;
    assert.equal(buildDashboard(snapshotOf([unread]), unread, { today }), undefined);
  });

  it('has a header with progress, how it is counted, and what the document says of itself', () => {
    const { title, percent, done, effort, facts } = dashboard.header;
    assert.deepEqual([title, percent, done.text], ['Harbour', 29, '2 of 7 done']);
    assert.equal(
      done.explain,
      'Counted are tasks without subtasks: 2 done, 0 in progress, 1 blocked, 4 to do. Cancelled ones are not counted: 1.',
    );
    assert.equal(effort?.text, '2.7 of 10 working days (27 %)');
    assert.equal(
      effort?.explain,
      '1 task weighs the middle of its own effort. 3 tasks weigh their share of the effort above them. 3 tasks of which no effort is said weigh as much as the others around them. A week is 5 working days, a month 21.',
    );
    assert.deepEqual(facts, [
      { name: 'Generated', text: '2026-11-01', line: 2 },
      { name: 'Purpose', text: 'To moor ships', line: 3 },
    ]);
  });

  it('has the outermost groups with window, lateness and counts', () => {
    const [first, second] = dashboard.horizons;
    const { id, title, kind, line, percent, done, effort, window, start, end, late } = first!;
    assert.deepEqual(
      { id, title, kind, line, percent, done: done.text, effort: effort?.text, window, late },
      {
        id: '30-day-roadmap',
        title: '30-Day Roadmap',
        kind: 'horizon',
        line: 5,
        percent: 50,
        done: '2 of 4 done',
        effort: '2.7 of 6 working days (44 %)',
        window: '2026-11-01 to 2026-11-30, counted from the Generated date',
        late: {
          state: 'soon',
          text: 'due in 4 days',
          explain: 'It should be done by 2026-11-30: then its window ends, counted from the Generated date.',
        },
      },
    );
    assert.deepEqual([isoDay(start!), isoDay(end!)], ['2026-11-01', '2026-11-30']);
    assert.deepEqual([second!.title, second!.window, second!.counts.blocked], ['Someday', undefined, 1]);
  });

  it('has a timeline of what has days of its own', () => {
    const { days, basis, rows, undated } = dashboard.timeline;
    assert.deepEqual(only(rows, 'kind', 'id', 'depth', 'horizon', 'status', 'percent'), [
      ['horizon', '30-day-roadmap', 0, '30-day-roadmap', 'doing', 50],
      ['phase', 'pier', 1, '30-day-roadmap', 'doing', 67],
      ['task', 'RM-5', 2, '30-day-roadmap', 'todo', 0],
    ]);
    assert.deepEqual(
      rows.map(({ late }) => late?.text),
      ['due in 4 days', 'late by 19 days', 'due in 2 days'],
    );
    assert.equal(rows[2]!.window, '2026-11-01 to 2026-11-28');
    assert.deepEqual([isoDay(days!.start), isoDay(days!.end)], ['2026-11-01', '2026-11-30']);
    assert.equal(basis, 'Weeks and months count from the Generated date, 2026-11-01.');
    // Someday, its two tasks, and the loose end.
    assert.equal(undated, 4);
  });

  it('says from what weeks count where that is not known by day, or not at all', () => {
    const basis = (text: string) => dashboardOf(text).timeline.basis;
    assert.equal(
      basis('**Generated:** 2026-11-XX\n\n## Week 1\n- [ ] a\n'),
      'Weeks and months count from the Generated date, some day from 2026-11-01 to 2026-11-30.',
    );
    assert.match(basis('## Week 1\n- [ ] a\n')!, /^Weeks and months have no days yet/);
    assert.equal(basis('## Q1 2027\n- [ ] a\n'), undefined);
    assert.equal(dashboardOf('- [ ] a\n').timeline.days, undefined);
  });

  it('has all tasks with what is said of them and above them', () => {
    assert.deepEqual(only(dashboard.tasks, 'id', 'status', 'leaf', 'parent', 'horizon', 'priority', 'effort', 'line'), [
      ['RM-1', 'done', true, undefined, '30-day-roadmap', 'high', undefined, 12],
      ['RM-2', 'doing', false, undefined, '30-day-roadmap', 'high', undefined, 13],
      ['RM-3', 'done', true, 'RM-2', '30-day-roadmap', 'high', undefined, 14],
      ['RM-4', 'todo', true, 'RM-2', '30-day-roadmap', 'high', undefined, 15],
      ['RM-5', 'todo', true, undefined, '30-day-roadmap', 'low', '2 days', 22],
      ['RM-6', 'cancelled', true, undefined, '30-day-roadmap', undefined, undefined, 24],
      ['RM-7', 'todo', true, undefined, 'someday', undefined, undefined, 28],
      ['RM-8', 'blocked', true, undefined, 'someday', undefined, undefined, 29],
      ['loose-end', 'todo', true, undefined, 'someday', undefined, undefined, 31],
    ]);
    const [first] = dashboard.tasks;
    assert.deepEqual(
      [first!.place, first!.owners, first!.labels, first!.explicitId, first!.todos],
      [['30-Day Roadmap', 'Week 1: Pier'], ['ada'], ['wood'], true, 0],
    );
    assert.equal(dashboard.tasks.at(-1)!.explicitId, false);
  });

  it('says what is next, and what the rest waits for', () => {
    assert.deepEqual(only(dashboard.next.items, 'id', 'ready', 'because').slice(0, 2), [
      ['RM-4', true, 'late since 2026-11-08, high priority (of Pier)'],
      ['RM-5', true, 'due on 2026-11-28, in 2 days, low priority'],
    ]);
    assert.deepEqual(only(dashboard.next.items.slice(-1), 'id', 'ready', 'because'), [
      ['RM-8', false, 'marked as blocked'],
    ]);
  });

  it('has registers as they are written', () => {
    const { risks, dependencies, themes, outcomes, nextSteps, review } = dashboardOf(`
      # Plan

      ## Now
      - [ ] a

      ## Cross-Cutting Themes

      **1. Quality**
      - Review everything

      ## Risk Mitigation

      ### Technical Risks

      **1. Fire**
      - **Mitigation:** Water

      ## Dependencies

      ### External
      - Saw mill

      ## Review & Adjustment

      **Review Frequency:** Monthly
      **Last Updated:** 2026-09-05
      **Next Review:** 2026-10-05

      **Adjustment Criteria:**
      - Weather

      ## Conclusion

      All is well.

      **Next Steps:**
      1. Begin
    `);
    assert.deepEqual(themes, [{ title: 'Quality', items: [{ text: 'Review everything', line: 8 }], line: 7 }]);
    assert.deepEqual(risks, [{ title: 'Fire', category: 'Technical', mitigation: 'Water', line: 14 }]);
    assert.deepEqual(dependencies, [{ text: 'Saw mill', category: 'External', line: 20 }]);
    assert.deepEqual(
      nextSteps.map(({ text }) => text),
      ['Begin'],
    );
    assert.deepEqual(outcomes, []);
    assert.deepEqual(review, {
      overdue: true,
      text: 'Monthly, last on 2026-09-05, next on 2026-10-05, overdue',
      line: 26,
      criteria: [{ text: 'Weather', line: 29 }],
      process: [],
    });
    assert.deepEqual(dashboard.outcomes, [
      { group: 'Week 1: Pier', horizon: '30-day-roadmap', text: 'Ships see the pier', line: 18 },
    ]);
    assert.equal(dashboard.review, undefined);
  });

  it('has metrics as they were measured, and as they are claimed until then', () => {
    const text =
      '- [ ] a\n## Success Metrics\n### 30-Day Goals\n- ✅ Coverage: 70%+\n- ✅ Response time: < 200ms (p95)\n- Happy crews\n';
    const { snapshot, file, results } = measuredSnapshot(
      text,
      'metrics:\n  Coverage: { file: lcov.info, value: lines }\n',
      [{ value: 65, unit: '%', age: 2, detail: '65 of 100 lines', trend: [{ time: now - 9, value: 60 }] }],
    );
    const [coverage, time, crews] = dashboardIn(snapshot, file, { metrics: results.results }).metrics;
    assert.deepEqual(
      { ...coverage!, explain: '' },
      {
        name: 'Coverage',
        group: '30-Day Goals',
        target: '≥ 70 %',
        qualitative: false,
        claimed: 'met',
        goal: { value: 70, comparison: '>=' },
        line: 3,
        reading: '65 %',
        state: 'missed',
        stateText: 'missed',
        source: 'lcov.info (lines)',
        time: now - 2 * 86_400,
        trend: [{ time: now - 9, value: 60 }],
        explain: '',
      },
    );
    assert.match(coverage!.explain, /65 % .*65 of 100 lines\./);
    assert.deepEqual([time!.state, time!.stateText, time!.target], ['claimed', 'claimed only', '< 200 ms (p95)']);
    assert.deepEqual([crews!.name, crews!.target, crews!.qualitative], ['Happy crews', 'Happy crews', true]);
    const unread = dashboardIn(snapshot, file, { metrics: undefined });
    assert.deepEqual(only(unread.metrics, 'state', 'reading', 'explain'), [
      ['claimed', undefined, 'The metrics are still being read.'],
      ['claimed', undefined, 'The metrics are still being read.'],
      ['unmeasured', undefined, 'The metrics are still being read.'],
    ]);
    assert.ok(unread.notices.some(({ kind, text: said }) => kind === 'loading' && said === unread.metrics[0]!.explain));
  });

  it('counts what is wrong in it and around it, the worst first', () => {
    const files = {
      'ROADMAP.md': '# Plan\n- [ ] RM-1: One 📅 2026-01-01\n- [x] RM-2: Two\n',
      'docs/ROADMAP.md': '# Other\n- [ ] SH-1: One 📅 2026-01-01\n',
      'src/a.ts': '// TODO(RM-9): nothing\n\n// TODO(RM-2): done\n',
    };
    const snapshot = workspaceOf(files);
    const problems = problemsIn(snapshot);
    const [first, second] = snapshot.roadmaps;
    const summary = dashboardIn(snapshot, first!, { problems }).problems;
    const places = only(summary.items, 'severity', 'code', 'path', 'line');
    assert.deepEqual(places, [
      ['warning', 'overdue', 'ROADMAP.md', 1],
      ['warning', 'done-with-todos', 'ROADMAP.md', 2],
      ['warning', 'unknown-task', 'src/a.ts', 0],
      ['warning', 'closed-task', 'src/a.ts', 2],
    ]);
    assert.deepEqual([summary.errors, summary.warnings, summary.infos], [0, 4, 0]);
    assert.ok(dashboardIn(snapshot, second!, { problems }).problems.items.every(({ path }) => path !== 'ROADMAP.md'));
  });

  it('has problems made of the same files as they were, whatever list they come in', () => {
    const snapshot = workspaceOf({
      'ROADMAP.md': '# Plan\n## Now\n- [ ] RM-1: One 📅 2026-01-01\n## Later\n- [ ] RM-2: Two 📅 2026-01-01\n',
      'src/a.ts': '// TODO(RM-9): nothing\n',
    });
    const [one] = snapshot.roadmaps;
    const problems = problemsIn(snapshot);
    const made = () => dashboardIn(snapshot, one!, { problems: [...problems] }).problems;
    assert.equal(made(), made());
    assert.deepEqual(only(made().items, 'path', 'horizon'), [
      ['ROADMAP.md', 'now'],
      ['ROADMAP.md', 'later'],
      ['src/a.ts', undefined],
    ]);
    assert.notEqual(dashboardIn(snapshot, one!, { problems: problems.slice(0, 1) }).problems, made());
  });

  it('tells what its reader found until it was checked', () => {
    const unknown = dashboardOf('- [ ] a {#one}\n- [ ] b {#one}\n', {}, { problems: undefined });
    assert.deepEqual([unknown.problems.state, dashboardOf('- [ ] a\n').problems.state], ['loading', 'ready']);
    assert.deepEqual(only(unknown.problems.items, 'code', 'line'), [['duplicate-id', 1]]);
    assert.ok(unknown.notices.some(({ text }) => text === 'Plan, code and history are being checked for problems.'));
  });

  it('says where a day comes from by which something should be done', () => {
    const lateOf = (text: string) => dashboardOf(text).tasks.concat()[0]!.late?.explain;
    assert.equal(lateOf('- [ ] a 📅 2026-11-20\n'), 'It should be done by 2026-11-20: that is its due date.');
    const { horizons } = dashboardOf('## October 2026\n- [ ] a\n');
    assert.equal(horizons[0]!.late!.explain, 'It should be done by 2026-10-31: then its window ends.');
  });

  it('says days as it is asked to, in all texts', () => {
    const formatDay = (day: number) => `day ${day}`;
    const texts = JSON.stringify(dashboardOf(plan, {}, { formatDay })).replaceAll(/"facts":\[.*?\]/g, '');
    assert.doesNotMatch(texts, /20\d\d-\d\d-\d\d/);
    assert.match(texts, /day 20758 to day 20787, counted from/);
  });

  it('counts what is next beyond what it lists', () => {
    const many = (count: number, mark: string) =>
      Array.from({ length: count }, (_, at) => `- ${mark} T${at}\n`).join('');
    const { next } = dashboardOf(`## Now\n${many(300, '[ ]')}\n## Stuck\n${many(260, '⛔')}`);
    assert.deepEqual([next.items.length, next.ready, next.waiting], [500, 300, 260]);
  });

  it('inherits owners as priorities are', () => {
    const owned = dashboardOf('## Now\n\n**Owner:** Ada\n\n- [ ] a\n- [ ] b @ben\n  - [ ] c\n');
    assert.deepEqual(
      owned.tasks.map(({ title, owners }) => [title, owners]),
      [
        ['a', ['Ada']],
        ['b', ['ben']],
        ['c', ['ben']],
      ],
    );
  });

  it('says when the next review is, by a date or by what follows from the rest', () => {
    const review = (lines: string) => dashboardOf(`- [ ] a\n\n## Review\n\n${lines}\n`).review!.text;
    const monthly = '**Review Frequency:** Monthly\n**Last Updated:** 2026-11-05\n';
    assert.equal(review(`${monthly}**Next Review:** Monthly`), 'Monthly, last on 2026-11-05, next on 2026-12-06');
    assert.equal(review('**Review Frequency:** Monthly\n**Next Review:** monthly'), 'Monthly');
    assert.equal(review('**Review Frequency:** Monthly\n**Next Review:** in spring'), 'Monthly, next: in spring');
    assert.equal(review('**Next Review:** 2027-01'), 'next on 2027-01');
  });

  it('does not make again what is made of the same', () => {
    const snapshot = snapshotOf([file]);
    const [one, two] = [dashboardIn(snapshot, file), dashboardIn({ ...snapshot, revision: 2 }, file)];
    const kept: readonly (keyof Dashboard)[] = [
      'header',
      'horizons',
      'burnUp',
      'tasks',
      'timeline',
      'next',
      'risks',
      'themes',
      'outcomes',
    ];
    for (const name of kept) assert.equal(two[name], one[name], name);
    const tomorrow = dashboardIn(snapshot, file, { today: today + 1 });
    assert.notEqual(tomorrow.tasks, one.tasks);
    assert.equal(tomorrow.tasks[4]!.late?.text, 'due in 1 day');
  });
});

describe('The dashboard of the reference roadmap', () => {
  const path = join(process.cwd(), '..', 'shared', 'seed', 'TECHNICAL_ROADMAP.md');
  if (!existsSync(path)) {
    console.log('  ../shared/seed is not there: its dashboard is not looked at.');
    return;
  }
  const reference = fileOf(readFileSync(path, 'utf8'));
  const made = dashboardIn(snapshotOf([reference]), reference);

  it('has a place for everything in it', () => {
    checkConsistent(made, reference);
    const { header, horizons, timeline, metrics, risks, dependencies, themes, outcomes, nextSteps, review } = made;
    assert.deepEqual([header.counts.done, header.counts.total], [5, 79]);
    assert.deepEqual(
      horizons.map(({ counts }) => `${counts.done}/${counts.total}`),
      ['5/20', '0/23', '0/36'],
    );
    assert.ok(horizons.every(({ late, effort }) => late?.state === 'late' && effort));
    assert.equal(timeline.undated, 0);
    const roadmap = reference.roadmap!;
    assert.deepEqual(
      [metrics, risks, dependencies, themes, nextSteps].map(({ length }) => length),
      [roadmap.metrics, roadmap.risks, roadmap.dependencies, roadmap.themes, roadmap.nextSteps].map(
        ({ length }) => length,
      ),
    );
    assert.ok(outcomes.length > 0 && outcomes.every(({ horizon }) => horizon !== undefined));
    assert.ok(review && review.criteria.length > 0 && review.process.length > 0);
    assert.ok(header.facts.length >= 5);
    assert.deepEqual(
      made.problems.items.map(({ code }) => code),
      [],
    );
  });
});
