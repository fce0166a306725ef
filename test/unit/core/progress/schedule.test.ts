import assert from 'node:assert/strict';
import type { Group, Task } from '../../../../src/core/model/roadmap.js';
import { latenessOf } from '../../../../src/core/progress/lateness.js';
import { schedulesOf, type Schedule } from '../../../../src/core/progress/schedule.js';
import { dayOf, dayOfTime, isoDay, isoTime, partsOfDay, plausibleTime } from '../../../../src/core/values/day.js';
import { dedent, read } from '../../../support/check.js';

const say = (schedule: Schedule | undefined) =>
  schedule &&
  `${schedule.start === undefined ? '?' : isoDay(schedule.start)} – ${schedule.end === undefined ? '?' : isoDay(schedule.end)} ${schedule.from} ${schedule.basis}`;

/** When everything is planned, by title; what nobody knows is left out. */
function schedule(text: string, firstCommit?: number): Record<string, string> {
  const roadmap = read(dedent(text));
  const all = schedulesOf(roadmap, firstCommit);
  const found: Record<string, string> = {};
  const visit = (node: Group | Task) => {
    const said = say(all.get(node));
    if (said) found[node.kind === 'task' ? node.title : node.name] = said;
    node.children.forEach(visit);
  };
  roadmap.children.forEach(visit);
  return found;
}

describe('Days', () => {
  it('are counted from 1970', () => {
    assert.equal(dayOf(1970, 1, 1), 0);
    assert.equal(dayOf(2026, 11, 26), 20_783);
    assert.equal(isoDay(20_783), '2026-11-26');
    assert.equal(isoDay(dayOf(2024, 2, 30)), '2024-03-01');
    assert.equal(dayOfTime(20_783 * 86_400 + 86_399), 20_783);
    assert.deepEqual(partsOfDay(20_783), { year: 2026, month: 11, day: 26, weekday: 4 });
    assert.equal(partsOfDay(dayOf(2026, 11, 29)).weekday, 7);
  });
});

describe('Days and times that others have written', () => {
  it('are told whatever they are', () => {
    assert.equal(isoDay(9e15), '9999-12-31');
    assert.equal(isoDay(-9e15), '0000-01-01');
    assert.equal(isoTime(Number.NaN), '1970-01-01T00:00:00.000Z');
    assert.equal(isoTime(1.5), '1970-01-01T00:00:01.500Z');
    assert.deepEqual(
      [plausibleTime(9e15), plausibleTime(-5), plausibleTime(Number.NaN), plausibleTime(7)],
      [0, 0, 0, 7],
    );
  });
});

describe('When something is planned', () => {
  it('counts from the Generated date, as widely as that is known', () => {
    const text = `
      # P
      **Generated:** 2024-01-XX
      ## 30-Day Roadmap
      ### Week 1-2: Hardening
      - [ ] a
      ### Week 3-4: Quality
      - [ ] b
      ## 90-Day Roadmap
      ### Month 2: Scale
      - [ ] c
      ## 1-Year Roadmap
      - [ ] d
    `;
    assert.deepEqual(schedule(text), {
      '30-Day Roadmap': '2024-01-01 – 2024-02-29 window generated',
      Hardening: '2024-01-01 – 2024-02-13 window generated',
      a: '2024-01-01 – 2024-02-13 above generated',
      Quality: '2024-01-15 – 2024-02-27 window generated',
      b: '2024-01-15 – 2024-02-27 above generated',
      '90-Day Roadmap': '2024-01-01 – 2024-04-29 window generated',
      Scale: '2024-02-01 – 2024-03-30 window generated',
      c: '2024-02-01 – 2024-03-30 above generated',
      '1-Year Roadmap': '2024-01-01 – 2025-01-30 window generated',
      d: '2024-01-01 – 2025-01-30 above generated',
    });
  });

  it('counts from the first commit where the document says nothing, and is unknown without', () => {
    const text = '# P\n## 30-Day Roadmap\n### Week 1: A\n- [ ] a\n';
    assert.deepEqual(schedule(text), {});
    assert.equal(schedule(text, dayOf(2026, 3, 2))['A'], '2026-03-02 – 2026-03-08 window firstCommit');
  });

  it('is of the calendar where a quarter, month, week or date is named', () => {
    const text = `
      # P
      ## Q1 2026
      - [ ] a
      ## H2 2026
      - [ ] b
      ## 2026-W07
      - [ ] c
      ## March 2026
      - [ ] d
      ## 2027
      ### Q2
      - [ ] e
      ## Q4 2026 – Q1 2027
      - [ ] f
    `;
    const found = schedule(text);
    assert.equal(found['a'], '2026-01-01 – 2026-03-31 above calendar');
    assert.equal(found['b'], '2026-07-01 – 2026-12-31 above calendar');
    assert.equal(found['c'], '2026-02-09 – 2026-02-15 above calendar');
    assert.equal(found['d'], '2026-03-01 – 2026-03-31 above calendar');
    assert.equal(found['e'], '2027-04-01 – 2027-06-30 above calendar');
    assert.equal(found['f'], '2026-10-01 – 2027-03-31 above calendar');
  });

  it('takes the first such month that is not over when the roadmap begins', () => {
    const text = '# P\n**Generated:** 2026-05-10\n## March\n- [ ] a\n## May\n- [ ] b\n';
    const found = schedule(text);
    assert.equal(found['a'], '2027-03-01 – 2027-03-31 above calendar');
    assert.equal(found['b'], '2026-05-01 – 2026-05-31 above calendar');
  });

  it('ends at the last day of a month that is no longer', () => {
    const text = '# P\n**Generated:** 2026-01-31\n## Plan\n### Month 1: A\n- [ ] a\n### Month 2: B\n- [ ] b\n';
    const found = schedule(text);
    assert.equal(found['A'], '2026-01-31 – 2026-02-27 window generated');
    assert.equal(found['B'], '2026-02-28 – 2026-03-30 window generated');
  });

  it('counts from the window around it, of the calendar too', () => {
    const text = `
      # P
      **Generated:** 2026-01-01
      ## Q1 2027
      ### Week 1-2: A
      - [ ] a
      ## 2027
      ### Month 2: B
      - [ ] b
    `;
    const found = schedule(text);
    assert.equal(found['A'], '2027-01-01 – 2027-01-14 window calendar');
    assert.equal(found['B'], '2027-02-01 – 2027-02-28 window calendar');
  });

  it('goes on counting where the window around it does not begin with one', () => {
    const text = `
      # P
      **Generated:** 2026-01-01
      ## Phase 1: Weeks 1-4
      ### Week 3: A
      - [ ] a
      ## Phase 2: Weeks 5-8
      ### Week 5: B
      - [ ] b
      ### Week 2: C
      - [ ] c
    `;
    const found = schedule(text);
    assert.equal(found['A'], '2026-01-15 – 2026-01-21 window generated');
    assert.equal(found['B'], '2026-01-29 – 2026-02-04 window generated');
    assert.equal(found['C'], '2026-02-05 – 2026-02-11 window generated');
  });

  it('is unknown for a quarter of a fiscal year, which may begin in any month', () => {
    assert.deepEqual(schedule('# P\n**Generated:** 2026-01-01\n## FY26 Q3\n- [ ] a\n'), {});
  });

  it('is what its own dates say, before the window around it', () => {
    const text = `
      # P
      ## Q1 2026
      - [ ] a (due: 2026-02-10)
      - [ ] b 📅 2026-05-01
      - [ ] c 🛫 2026-02-01
      - [ ] d (due: March 2026)
      - [ ] e 🛫 2026-04-02
    `;
    const found = schedule(text);
    assert.equal(found['a'], '2026-01-01 – 2026-02-10 date calendar');
    assert.equal(found['b'], '2026-01-01 – 2026-05-01 date calendar');
    assert.equal(found['c'], '2026-02-01 – 2026-03-31 above calendar');
    assert.equal(found['e'], '2026-04-02 – ? date calendar');
    assert.equal(found['d'], '2026-01-01 – 2026-03-31 date calendar');
  });
});

describe('What is late', () => {
  const roadmap = read(
    dedent(`
      # P
      ## Q1 2026
      - [ ] a
      - [x] b (due: 2026-01-10)
      - [ ] c (due: 2026-02-10)
      - [-] d (due: 2026-01-10)
      ## Q2 2026
    `),
  );
  const late = (today: number) => {
    const schedules = schedulesOf(roadmap);
    const found: string[] = [];
    const visit = (node: Group | Task) => {
      const lateness = latenessOf(node, schedules, today);
      if (lateness) found.push(`${node.title}: ${lateness.state} ${lateness.days}`);
      node.children.forEach(visit);
    };
    roadmap.children.forEach(visit);
    return found;
  };

  it('is what has an end of its own, behind it, and is open', () => {
    assert.deepEqual(late(dayOf(2026, 4, 1)), ['Q1 2026: late 1', 'c: late 50']);
    assert.deepEqual(late(dayOf(2026, 2, 11)), ['c: late 1']);
  });

  it('is due soon in its last week, and on its last day', () => {
    assert.deepEqual(late(dayOf(2026, 2, 3)), []);
    assert.deepEqual(late(dayOf(2026, 2, 4)), ['c: soon 6']);
    assert.deepEqual(late(dayOf(2026, 2, 10)), ['c: soon 0']);
  });

  it('is not what has no tasks', () => {
    assert.ok(late(dayOf(2027, 1, 1)).every((line) => !line.startsWith('Q2')));
  });
});
