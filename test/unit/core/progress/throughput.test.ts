import assert from 'node:assert/strict';
import type { BurnUp, PlanChange, PlanChangeKind, PlanPoint } from '../../../../src/core/model/planHistory.js';
import { buildPlanHistory } from '../../../../src/core/progress/planHistory.js';
import { planVersion } from '../../../../src/core/progress/planVersion.js';
import { sumFrom, throughputOf, type DailyCounts } from '../../../../src/core/progress/throughput.js';
import { read } from '../../../support/check.js';

const burnUp = (text: string): BurnUp => {
  const [done, total] = text.split('/').map(Number);
  return { done: done!, total: total!, doneDays: done!, totalDays: total! };
};

/** A version on a day: done and total of each horizon, `{ now: '1/3', later: '0/2' }`; the plan is the sum of them. */
function point(day: number, horizons: Readonly<Record<string, string>>): PlanPoint {
  const each = Object.entries(horizons).map(([id, text]) => [id, burnUp(text)] as const);
  const sum = (key: keyof BurnUp) => each.reduce((all, [, counts]) => all + counts[key], 0);
  return {
    hash: `h${day}`,
    time: day * 86_400 + 3_600,
    done: sum('done'),
    total: sum('total'),
    doneDays: sum('doneDays'),
    totalDays: sum('totalDays'),
    horizons: new Map(each),
  };
}

/** What the version of a day did: `finished` as often as is said. */
function changes(day: number, kind: PlanChangeKind, count = 1): PlanChange[] {
  const change = { kind, id: 't', title: 'T', hash: `h${day}`, author: 'Ada', time: day * 86_400 + 3_600 };
  return Array.from({ length: count }, () => change);
}

const said = ({ finished, added }: DailyCounts) => `${[...finished].join(' ')} | ${[...added].join(' ')}`;

describe('Throughput', () => {
  it('counts by day from the day after the first version until today, days without versions being zero', () => {
    const throughput = throughputOf(
      {
        points: [point(10, { now: '3/9' }), point(12, { now: '5/9' }), point(15, { now: '5/11' })],
        changes: [...changes(10, 'finished', 3), ...changes(12, 'finished', 2)],
      },
      ['now'],
      16,
    )!;
    assert.deepEqual([throughput.from, throughput.to], [11, 16]);
    assert.equal(said(throughput.all), '0 2 0 0 0 0 | 0 0 0 0 2 0');
    assert.equal(said(throughput.horizons.get('now')!), said(throughput.all));
  });

  it('counts what was taken back, and what left unfinished, against', () => {
    const { all, horizons } = throughputOf(
      {
        points: [point(0, { now: '2/5' }), point(1, { now: '1/5' }), point(2, { now: '1/3' })],
        changes: changes(1, 'reopened'),
      },
      ['now'],
      2,
    )!;
    assert.equal(said(all), '-1 0 | 0 -2');
    assert.equal(said(horizons.get('now')!), '-1 0 | 0 -2');
  });

  it('takes neither archiving nor what comes already done for work or growth', () => {
    const { all, horizons } = throughputOf(
      {
        points: [point(0, { now: '4/6' }), point(1, { now: '1/3' }), point(2, { now: '3/5' })],
        changes: [...changes(1, 'removed', 3), ...changes(1, 'finished'), ...changes(2, 'added', 2)],
      },
      ['now'],
      2,
    )!;
    // A task was finished in the version that archived three, and another one came.
    assert.equal(said(all), '1 0 | 1 0');
    assert.equal(horizons.get('now')!.added[1], 0);
  });

  it('finds a task finished where it stood, though it moved to a section of done ones', () => {
    const { horizons, inOrder, ranks } = throughputOf(
      {
        points: [
          point(0, { done: '1/1', now: '0/3', later: '0/2' }),
          point(1, { done: '2/2', now: '0/2', later: '0/2' }),
          point(2, { done: '2/2', now: '0/2', later: '1/2' }),
        ],
        changes: [...changes(1, 'finished'), ...changes(2, 'finished')],
      },
      ['done', 'now', 'later'],
      2,
    )!;
    assert.equal(said(horizons.get('done')!), '0 0 | 0 0');
    assert.equal(said(horizons.get('now')!), '1 0 | 0 0');
    assert.equal(said(horizons.get('later')!), '0 1 | 0 0');
    assert.equal(inOrder, 0.5);
    assert.deepEqual(
      ranks.map((days) => days.join(' ')),
      ['1 0', '0 1'],
    );
  });

  it('takes horizons that are gone for earlier ones, and the tasks a new one begins with for no growth', () => {
    const { horizons, all, ranks } = throughputOf(
      {
        points: [
          point(0, { old: '0/2', now: '0/3' }),
          point(1, { old: '1/2', now: '0/3' }),
          point(2, { old: '2/2', now: '1/3' }),
          point(3, { now: '1/3', later: '0/4' }),
        ],
        changes: [...changes(1, 'finished'), ...changes(2, 'finished', 2)],
      },
      ['now', 'later'],
      3,
    )!;
    assert.deepEqual(
      ranks.map((days) => days.join(' ')),
      ['1 1 0', '0 1 0'],
    );
    assert.equal(said(all), '1 2 0 | 0 0 4');
    assert.equal(said(horizons.get('later')!), '0 0 0 | 0 0 0');
  });

  it('is none before there is a day to count, and copes with clocks that go wrong', () => {
    assert.equal(throughputOf({ points: [], changes: [] }, [], 5), undefined);
    assert.equal(throughputOf({ points: [point(5, {})], changes: [] }, [], 5), undefined);
    const { all } = throughputOf(
      {
        points: [point(3, { now: '0/2' }), point(2, { now: '1/2' }), point(99, { now: '2/2' })],
        changes: [...changes(2, 'finished'), ...changes(99, 'finished')],
      },
      ['now'],
      5,
    )!;
    assert.equal(sumFrom(all.finished, 0), 1);
    assert.equal(all.finished.at(-1), 1);
  });
});

describe('Throughput of a plan whose horizons came and went', () => {
  const told = (...texts: readonly string[]) =>
    buildPlanHistory(
      'file:///ROADMAP.md',
      texts.map((text, day) => ({
        hash: `h${day}`,
        time: (100 + day) * 86_400,
        author: 'Ada',
        subject: '',
        path: 'ROADMAP.md',
        tasks: planVersion(read(`# Plan\n${text}`)),
      })),
      read(`# Plan\n${texts[texts.length - 1]!}`),
    );

  it('counts what was finished in one that is gone as that of an earlier one', () => {
    const { ranks, inOrder, horizons } = throughputOf(
      told(
        '## Old\n- [ ] A\n- [ ] B\n## Now\n- [ ] C\n- [ ] D\n',
        '## Old\n- [x] A\n- [ ] B\n## Now\n- [ ] C\n- [ ] D\n',
        '## Old\n- [x] A\n- [x] B\n## Now\n- [x] C\n- [ ] D\n',
        '## Now\n- [x] C\n- [ ] D\n',
      ),
      ['now'],
      103,
    )!;
    assert.deepEqual(
      ranks.map((days) => days.join(' ')),
      ['1 1 0', '0 1 0'],
    );
    assert.equal(inOrder, 2 / 3);
    assert.equal(said(horizons.get('now')!), '0 1 0 | 0 0 0');
  });

  it('finds what was finished where it stood, though the version removes another horizon with open tasks', () => {
    const { horizons, ranks } = throughputOf(
      told('## Old\n- [ ] A\n- [ ] B\n## Now\n- [ ] C\n- [ ] D\n', '## Now\n- [x] C\n- [ ] D\n'),
      ['now'],
      101,
    )!;
    assert.equal(said(horizons.get('now')!), '1 | 0');
    assert.deepEqual(
      ranks.map((days) => days.join(' ')),
      ['0', '1'],
    );
  });
});

describe('Throughput of a plan that was read', () => {
  const versions = [
    '## Now\n- [ ] A\n- [ ] B\n## Later\n- [ ] C\n',
    '## Now\n- [x] A\n- [ ] B\n## Later\n- [ ] C\n- [ ] D\n',
    '## Now\n- [x] A\n- [x] B\n## Later\n- [x] C\n- [ ] D\n',
    '## Now\n- [x] A\n- [ ] B\n## Later\n- [ ] D\n',
  ].map((text, day) => ({
    hash: `h${day}`,
    time: (100 + day * 2) * 86_400,
    author: 'Ada',
    subject: '',
    path: 'ROADMAP.md',
    tasks: planVersion(read(`# Plan\n${text}`)),
  }));

  it('is that of its versions', () => {
    const { all, horizons, ranks, inOrder } = throughputOf(
      buildPlanHistory('file:///ROADMAP.md', versions),
      ['now', 'later'],
      107,
    )!;
    assert.equal(said(all), '0 1 0 2 0 -1 0 | 0 1 0 0 0 0 0');
    assert.equal(said(horizons.get('now')!), '0 1 0 1 0 -1 0 | 0 0 0 0 0 0 0');
    assert.equal(said(horizons.get('later')!), '0 0 0 1 0 0 0 | 0 1 0 0 0 0 0');
    assert.equal(inOrder, 2 / 3);
    assert.deepEqual(ranks[1]!.join(' '), '0 0 0 1 0 0 0');
  });
});
