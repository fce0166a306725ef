import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { dayOf } from '../../../../src/core/values/day.js';
import { forecastWork, type Forecast } from '../../../../src/core/progress/forecast.js';
import { sayAssumption, sayForecast } from '../../../../src/core/progress/forecastWords.js';
import { forecastPlan, type OpenHorizon } from '../../../../src/core/progress/horizonForecast.js';
import { horizonsAhead, type HorizonWork } from '../../../../src/core/progress/horizonSimulation.js';
import { randomFrom, seedOf } from '../../../../src/core/progress/random.js';
import type { DailyCounts, Throughput } from '../../../../src/core/progress/throughput.js';
import { coverageOfHorizons } from '../../../forecast/horizonProjects.js';
import { coverageOf, simulateProjects } from '../../../forecast/projects.js';
import { checkGrowth } from '../../../support/growth.js';

/** A Thursday. */
const today = dayOf(2026, 11, 26);

/** Weeks that end today, each its tasks finished and added on its first day: `weekly([3, 0], [2, 5])`. */
function weekly(...weeks: readonly (readonly [number, number])[]): DailyCounts {
  const counts = { finished: new Float64Array(weeks.length * 7), added: new Float64Array(weeks.length * 7) };
  for (const [week, [finished, added]] of weeks.entries()) {
    counts.finished[week * 7] = finished;
    counts.added[week * 7] = added;
  }
  return counts;
}

const same = (count: number, finished: number, added = 0) =>
  weekly(...Array.from({ length: count }, () => [finished, added] as const));

/** Of a plan whose tasks were finished in the first open horizon, or as `ranks` says. */
function throughput(
  all: DailyCounts,
  horizons: Readonly<Record<string, DailyCounts>> = {},
  ranks: readonly DailyCounts[] = [all],
): Throughput {
  const finished = ranks.map((rank) => rank.finished);
  const [first, every] = [finished[0]!, all.finished].map((days) => days.reduce((sum, day) => sum + day, 0));
  return {
    from: today - all.finished.length + 1,
    to: today,
    all,
    horizons: new Map(Object.entries(horizons)),
    ranks: finished,
    ...(every === 0 ? {} : { inOrder: first! / every! }),
  };
}

/** When horizons are done, day by day as it is described. */
function endsByDay({ remaining, added, ranks }: HorizonWork, kinds: readonly number[]): number[] {
  const left = [...remaining];
  const ends = left.map((tasks) => (tasks > 0 ? Infinity : 0));
  const open = () => [...left.keys()].filter((horizon) => ends[horizon] === Infinity);
  for (let day = 0; day < kinds.length * 7; day++) {
    const index = kinds[Math.floor(day / 7)]! * 7 + (day % 7);
    for (const horizon of open()) if ((left[horizon]! += added[horizon]![index]!) <= 0) ends[horizon] = day + 1;
    for (const [rank, counts] of ranks.entries()) {
      let tasks = counts[index]!;
      for (let at = rank; tasks !== 0 && open().length > 0; at = 0) {
        const horizon = open()[Math.min(at, open().length - 1)]!;
        left[horizon]! -= tasks;
        if (left[horizon]! > 0) break;
        tasks = -left[horizon]!;
        ends[horizon] = day + 1;
      }
    }
  }
  return ends;
}

const kinds = ({ reasons }: Forecast) => reasons.map(({ kind }) => kind).join();

describe('A forecast', () => {
  it('of a steady pace is that pace', () => {
    const { state, dates, weeks, finished, remaining, runs } = forecastWork(same(10, 2), today, 6);
    assert.deepEqual(
      { state, weeks, finished, remaining, runs },
      {
        state: 'ready',
        weeks: 10,
        finished: 20,
        remaining: 6,
        runs: 10_000,
      },
    );
    // Two on the first day of each week: the third of these is tomorrow in two weeks.
    assert.deepEqual(dates, { p50: today + 15, p85: today + 15, p95: today + 15 });
  });

  it('is a range, the wider the less is known', () => {
    const uneven = (count: number) => weekly(...Array.from({ length: count }, (_, i) => [(i * 3) % 8, 0] as const));
    const range = (count: number) => forecastWork(uneven(count), today, 60).dates!;
    const [short, long] = [range(8), range(24)];
    for (const { p50, p85, p95 } of [short, long]) assert.ok(p50! < p85! && p85! < p95!);
    assert.ok(short.p95! - short.p50! > long.p95! - long.p50!);
  });

  it('is the same for the same plan, and another for another', () => {
    const counts = weekly([3, 1], [0, 0], [7, 2], [1, 0], [4, 1], [2, 0]);
    assert.deepEqual(forecastWork(counts, today, 40), forecastWork(counts, today, 40));
    assert.notDeepEqual(forecastWork(counts, today, 40).dates, forecastWork(counts, today, 80).dates);
  });

  it('knows weekends: nothing is done on a day on which nothing ever was', () => {
    const finished = Float64Array.from({ length: 84 }, (_, day) => (day % 7 < 4 ? (day % 3) + 1 : 0));
    const counts = { finished, added: new Float64Array(84) };
    for (let remaining = 1; remaining < 60; remaining += 7) {
      const { dates } = forecastWork(counts, today, remaining, { runs: 500 });
      for (const date of [dates!.p50!, dates!.p85!, dates!.p95!]) assert.ok((date - today - 1) % 7 < 4);
    }
  });

  for (const [what, counts, remaining, state, reasons, said] of [
    ['there is nothing left', same(10, 2), 0, 'done', '', 'done'],
    [
      'there is no history',
      undefined,
      5,
      'thin',
      'no-history',
      'too little history to say: there are no earlier versions of the roadmap',
    ],
    [
      'it is three weeks old, and two tasks were finished',
      weekly([1, 0], [1, 0], [0, 0]),
      5,
      'thin',
      'few-weeks,few-finished',
      'too little history to say: 3 of the 4 weeks that it takes; 2 of the 5 finished tasks that it takes',
    ],
    [
      'nothing was done of late',
      weekly(...Array.from({ length: 20 }, (_, week) => [week < 8 ? 3 : 0, 0] as const)),
      5,
      'thin',
      'paused',
      'too little history to say: no task finished since 2026-08-28',
    ],
    [
      'as much comes as is done',
      same(12, 3, 3),
      5,
      'never',
      'growth',
      'not in sight: 3 tasks a week are finished and 3 are added',
    ],
    [
      'there is far too much',
      same(12, 1),
      5_000,
      'never',
      'far',
      'not in sight: 5000 tasks are left and 1 a week is finished',
    ],
  ] as const) {
    it(`says so where ${what}, and gives no date`, () => {
      const forecast = forecastWork(counts, today, remaining);
      assert.equal(forecast.state, state);
      assert.equal(forecast.dates, undefined);
      assert.equal(kinds(forecast), reasons);
      assert.equal(sayForecast(forecast), said);
    });
  }

  it('says of a part of its range that it is not in sight, where growth may outrun the work', () => {
    const forecast = forecastWork(weekly([5, 1], [0, 4], [6, 0], [1, 5], [4, 4], [3, 1], [2, 3], [5, 4]), today, 30);
    assert.equal(forecast.state, 'ready');
    assert.ok(forecast.dates!.p50 !== undefined);
    assert.equal(forecast.dates!.p95, undefined);
    assert.match(sayForecast(forecast), /^50 %: 20\d\d-\d\d-\d\d, 85 %: .*, 95 %: not in sight \(/);
  });

  it('goes on after a slow plan as slow: a task every three weeks is no pause', () => {
    const counts = weekly(...Array.from({ length: 40 }, (_, week) => [week % 3 === 0 ? 1 : 0, 0] as const));
    const { state, weeks } = forecastWork(counts, today, 3);
    assert.deepEqual({ state, weeks }, { state: 'ready', weeks: 40 });
    const slower = weekly(...Array.from({ length: 44 }, (_, week) => [week % 9 === 0 ? 1 : 0, 0] as const));
    assert.equal(forecastWork(slower, today, 3).state, 'ready');
  });

  it('rests on the last half a year, where enough was done in it', () => {
    const counts = weekly(...Array.from({ length: 60 }, (_, week) => [week < 34 ? 10 : 1, 0] as const));
    const { weeks, finished, dates } = forecastWork(counts, today, 3);
    assert.deepEqual({ weeks, finished, days: dates!.p95! - today }, { weeks: 26, finished: 26, days: 15 });
  });

  it('never throws, and its days are in order and ahead', () => {
    const week = fc.tuple(fc.integer({ min: -2, max: 9 }), fc.integer({ min: -3, max: 9 }));
    fc.assert(
      fc.property(fc.array(week, { maxLength: 30 }), fc.integer({ min: -1, max: 300 }), (weeks, remaining) => {
        const { state, dates, reasons } = forecastWork(weekly(...weeks), today, remaining, { runs: 50 });
        assert.equal(state === 'ready', dates !== undefined);
        if (state === 'thin' || state === 'never') assert.ok(reasons.length > 0);
        if (!dates) return;
        const [a, b, c] = [dates.p50!, dates.p85 ?? Infinity, dates.p95 ?? Infinity];
        assert.ok(today < a && a <= b && b <= c && a <= today + 1_826);
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('comes true as often as it says, for projects that go on as they were', () => {
    const outcomes = [8, 12, 26].flatMap((weeks) => simulateProjects('stationary', weeks, 400, 300, 40 + weeks));
    const { met50, met85, met95 } = coverageOf(outcomes);
    // 1,200 projects: each bound is what is promised, more than two standard errors from what is measured.
    assert.ok(met50 > 45 && met50 < 60, `${met50} % by the 50 % date`);
    assert.ok(met85 > 80 && met85 < 90, `${met85} % by the 85 % date`);
    assert.ok(met95 > 91 && met95 < 98, `${met95} % by the 95 % date`);
  });

  it('reaches dates that are years away', () => {
    const { dates } = forecastWork(same(26, 5, 4), today, 200);
    assert.equal(dates!.p50, today + 199 * 7 + 1);
  });
});

describe('The forecast of horizons', () => {
  const horizon = (id: string, remaining: number, end?: number): OpenHorizon => ({
    id,
    remaining,
    ...(end === undefined ? {} : { end }),
  });
  const plan = (remaining: number, ...horizons: OpenHorizon[]) => ({ remaining, horizons, today });

  it('takes one after the other, at the pace of all, where tasks were finished in order', () => {
    const forecast = forecastPlan(
      throughput(same(10, 2)),
      plan(10, horizon('now', 2), horizon('next', 4), horizon('done', 0), horizon('last', 4)),
    );
    const { whole, horizons, assumption } = forecast;
    assert.equal(assumption, 'in-order');
    assert.match(sayAssumption(forecast), /one after the other/);
    assert.deepEqual(
      [...horizons, whole].map(({ dates }) => dates && dates.p85! - today),
      [1, 15, undefined, 29, 29],
    );
    assert.equal(horizons[2]!.state, 'done');
  });

  it('gives later ones their share, where they had one, and what is left over when the first is done', () => {
    const forecast = forecastPlan(
      throughput(same(10, 5), {}, [same(10, 2), same(10, 3)]),
      plan(18, horizon('now', 4), horizon('next', 9), horizon('later', 5)),
    );
    const { whole, horizons, assumption, inOrder } = forecast;
    assert.equal(assumption, 'as-observed');
    assert.equal(inOrder, 0.4);
    assert.match(sayAssumption(forecast), /^Of all tasks 40 % were finished in the first/);
    // Left after each week: 2, 6, 5; then 0, 6, 2, as later has become the second; 0, 3, 0; and nothing.
    assert.deepEqual(
      [...horizons, whole].map(({ dates }) => dates!.p50! - today),
      [8, 22, 15, 22],
    );
  });

  it('lets the first have what was finished outside of horizons, where nothing is left there', () => {
    const counts = throughput(same(10, 3), {}, [same(10, 1)]);
    const days = (remaining: number) =>
      forecastPlan(counts, plan(remaining, horizon('now', 6))).horizons[0]!.dates!.p50! - today;
    assert.equal(days(6), 8);
    assert.equal(days(60), 36);
    const two = forecastPlan(counts, plan(12, horizon('now', 6), horizon('later', 6)));
    assert.deepEqual(
      two.horizons.map(({ dates }) => dates!.p50! - today),
      [8, 22],
    );
  });

  it('has none done after the whole, and gives the last open one what later ones had', () => {
    const day = (ranks: readonly DailyCounts[], remaining: number, open: number) =>
      forecastPlan(throughput(same(10, 5), {}, ranks), plan(remaining, horizon('now', open))).horizons[0]!.dates!.p50;
    assert.equal(day([same(10, 0)], 20, 6), today + 22);
    assert.equal(day([same(10, 2), same(10, 3)], 100, 10), today + 8);
  });

  it('counts tasks that are dropped from a horizon', () => {
    const counts = throughput(same(10, 1, -1), { now: same(10, 0, -1) }, [same(10, 0), same(10, 1)]);
    const { horizons } = forecastPlan(counts, plan(22, horizon('now', 2), horizon('later', 20)));
    assert.equal(horizons[0]!.dates!.p50, today + 8);
  });

  it('counts what comes to a horizon and to those before it, not what comes later', () => {
    const growth = { now: same(10, 0, 1), later: same(10, 0, 50) };
    const { horizons, whole } = forecastPlan(
      throughput(same(10, 2, 51), growth),
      plan(8, horizon('now', 4), horizon('later', 4)),
    );
    // One comes and two are done on the first day of each week.
    assert.equal(horizons[0]!.dates!.p50, today + 22);
    assert.equal(horizons[1]!.state, 'never');
    assert.equal(whole.state, 'never');
  });

  it('never has one done before the one before it, nor the whole before the last', () => {
    const random = randomFrom(9);
    const counts = weekly(...Array.from({ length: 12 }, () => [Math.floor(random() * 6), 0] as const));
    const { whole, horizons } = forecastPlan(
      throughput(counts),
      plan(60, ...[5, 12, 0, 20, 23].map((remaining, index) => horizon(`h${index}`, remaining))),
    );
    for (const key of ['p50', 'p85', 'p95'] as const) {
      const days = [...horizons.filter(({ dates }) => dates), whole].map(({ dates }) => dates![key]!);
      assert.deepEqual(
        days,
        [...days].sort((a, b) => a - b),
      );
    }
    assert.deepEqual(whole.dates, forecastWork(counts, today, 60).dates);
  });

  it('compares the range with the end of the window', () => {
    const counts = weekly(...[0, 5, 1, 4, 2, 3, 0, 6].map((finished) => [finished, 0] as const));
    const { p50, p85 } = forecastPlan(throughput(counts), plan(30, horizon('h', 30))).horizons[0]!.dates!;
    const verdict = (end?: number, remaining = 30) =>
      forecastPlan(throughput(counts), plan(remaining, horizon('h', remaining, end))).horizons[0]!.verdict;
    assert.ok(p50! < p85!);
    assert.equal(verdict(p85), 'onTrack');
    assert.equal(verdict(p85! - 1), 'atRisk');
    assert.equal(verdict(p50), 'atRisk');
    assert.equal(verdict(p50! - 1), 'late');
    assert.equal(verdict(), undefined);
    assert.equal(verdict(today - 1, 0), undefined);
  });

  it('comes true as often as it says, however well the order is kept', () => {
    for (const kept of [1, 0.5]) {
      const { coverage } = coverageOfHorizons(kept, 12, 300, 200, 5);
      for (const { met50, met85 } of Object.values(coverage)) {
        assert.ok(met50 > 42 && met50 < 63 && met85 > 79 && met85 < 92, JSON.stringify(coverage));
      }
    }
  });

  it('forecasts the first 30 that are open, and says why it does not the others', () => {
    const random = randomFrom(4);
    const counts = weekly(...Array.from({ length: 12 }, () => [Math.floor(random() * 40), 0] as const));
    const many = Array.from({ length: 45 }, (_, index) => horizon(`h${index}`, index % 9 === 0 ? 0 : 3));
    const { horizons, whole } = forecastPlan(throughput(counts), plan(120, ...many));
    const states = horizons.map(({ state }) => state);
    assert.equal(states.filter((state) => state === 'ready').length, 30);
    assert.equal(states.slice(34).filter((state) => state === 'ready').length, 0);
    assert.equal(sayForecast(horizons[44]!), 'too little history to say: only the first 30 open horizons are forecast');
    assert.equal(whole.state, 'ready');
    // Those that are not shown are worked on all the same.
    const alone = forecastPlan(throughput(counts), plan(120, ...many.slice(0, 20)));
    assert.ok(Math.abs(alone.horizons[19]!.dates!.p50! - horizons[19]!.dates!.p50!) <= 1);
  });

  it('takes time that grows with their number alone, however they grow', () => {
    const growing = (count: number) => {
      const ids = Array.from({ length: count }, (_, index) => `h${index}`);
      const growth = Object.fromEntries(ids.map((id) => [id, same(26, 0, 1)]));
      return {
        history: throughput(same(26, 5, count), growth),
        left: plan(9 * count, ...ids.map((id) => horizon(id, 9))),
      };
    };
    checkGrowth(growing, 250, ({ history, left }) => assert.equal(forecastPlan(history, left).whole.state, 'never'));
  });

  it('is empty, and not done, where no task counts', () => {
    const empty = { ...plan(0, { ...horizon('h', 0), total: 0 }), total: 0 };
    const { whole, horizons } = forecastPlan(undefined, empty);
    assert.deepEqual([whole.state, horizons[0]!.state, sayForecast(whole)], ['empty', 'empty', 'there are no tasks']);
    assert.equal(forecastPlan(undefined, { ...empty, total: 2 }).whole.state, 'done');
  });

  it('is that of every day passed one by one', () => {
    const days = (from: fc.Arbitrary<number>) =>
      fc.array(from, { minLength: 14, maxLength: 14 }).map((list) => Float64Array.from(list));
    const many = (from: fc.Arbitrary<number>, minLength: number, maxLength: number) =>
      fc.array(days(from), { minLength, maxLength });
    const often = (other: fc.Arbitrary<number>) => fc.oneof({ arbitrary: fc.constant(0), weight: 4 }, other);
    fc.assert(
      fc.property(
        many(often(fc.integer({ min: -2, max: 2 })), 0, 7),
        many(often(fc.integer({ min: -1, max: 3 })), 1, 3),
        fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 7, maxLength: 7 }),
        fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 20, maxLength: 20 }),
        (added, ranks, left, kinds) => {
          const work = { remaining: left.slice(0, added.length), added, ranks };
          const ahead = horizonsAhead(work, 2);
          ahead.begin();
          for (const [week, kind] of kinds.entries()) ahead.pass(kind, week * 7);
          assert.deepEqual([...ahead.ends], endsByDay(work, kinds));
        },
      ),
    );
  });

  it('is late when the window has passed, however little is known, and else does not judge', () => {
    const verdict = (end: number) => forecastPlan(undefined, plan(3, horizon('h', 3, end))).horizons[0]!.verdict;
    assert.equal(verdict(today - 1), 'late');
    assert.equal(verdict(today), undefined);
  });
});

describe('Random numbers', () => {
  it('are those of mulberry32', () => {
    const random = randomFrom(1);
    assert.deepEqual(
      [random(), random(), random()].map((value) => Math.floor(value * 2 ** 32)),
      [2693262067, 11749833, 2265367787],
    );
  });

  it('have a seed that every number changes', () => {
    assert.equal(seedOf([]), 0x811c9dc5);
    assert.notEqual(seedOf([1, 2]), seedOf([2, 1]));
    assert.notEqual(seedOf([-1]), seedOf([1]));
    assert.equal(seedOf([1], [2]), seedOf([1, 2]));
  });
});
