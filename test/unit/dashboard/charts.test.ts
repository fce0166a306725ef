import assert from 'node:assert/strict';
import { burnUpGeometry, plot } from '../../../src/dashboard/charts/burnUpGeometry.js';
import { linear, wholeTicks } from '../../../src/dashboard/charts/linear.js';
import { segmentsOf } from '../../../src/dashboard/charts/segments.js';
import { spark, sparkGeometry } from '../../../src/dashboard/charts/sparkGeometry.js';
import { timelineMark, timelineScale } from '../../../src/dashboard/charts/timelineScale.js';
import { windowScale } from '../../../src/dashboard/charts/windowScale.js';

/** 2026-01-01 as days since 1970. */
const newYear = 20_454;

describe('scales of charts', () => {
  it('map evenly, and one number to the middle', () => {
    const scale = linear([10, 20], [0, 100]);
    assert.deepEqual([scale(10), scale(15), scale(20)], [0, 50, 100]);
    assert.equal(linear([3, 3], [0, 100])(3), 50);
  });

  it('have ticks of whole tasks up to at least the most', () => {
    assert.deepEqual(wholeTicks(1, 4), [0, 1]);
    assert.deepEqual(wholeTicks(54, 4), [0, 20, 40, 60]);
    assert.deepEqual(wholeTicks(5000, 4), [0, 2000, 4000, 6000]);
    for (const most of [1, 2, 3, 7, 19, 99, 100, 101, 12_345]) {
      const ticks = wholeTicks(most, 4);
      assert.ok(ticks.at(-1)! >= most && ticks.length <= 6, `${most}: ${ticks.join()}`);
    }
  });

  it('have ticks at whole days, months or years, in order', () => {
    for (const [length, form] of [
      [10, 'dayOfMonth'],
      [365, 'month'],
      [4000, 'year'],
    ] as const) {
      const { ticks } = timelineScale({ start: newYear, end: newYear + length }, 6);
      assert.ok(ticks.length >= 2 && ticks.length <= 14, `${length} days: ${ticks.length} ticks`);
      assert.equal(ticks[0]!.form, form);
      for (const [index, { day, x }] of ticks.entries()) {
        assert.ok(Number.isInteger(day) && x >= 0 && x <= 100);
        if (index > 0) assert.ok(x > ticks[index - 1]!.x);
      }
    }
  });

  it('have no ticks whose labels run into each other', () => {
    const widths = { day: 12, month: 8, dayOfMonth: 6, year: 4, monthOfYear: 3 } as const;
    for (let length = 20; length < 4000; length += 37) {
      for (const [start, wanted] of [
        [newYear, 6],
        [newYear - 40, 8],
        [newYear + 5, 16],
      ] as const) {
        const { ticks } = timelineScale({ start, end: start + length }, wanted);
        assert.ok(ticks.length >= 2, `${length} days`);
        for (const [index, { x, form }] of ticks.slice(0, -1).entries()) {
          // A letter takes less than a ninth of what each tick has that was asked for.
          const room = ((widths[form] * 100) / wanted / 9) * 0.95;
          assert.ok(ticks[index + 1]!.x - x >= room, `${length} days from ${start}: ${form} at ${x} %`);
        }
      }
    }
  });

  it('hold for a plan of one day', () => {
    const scale = timelineScale({ start: newYear, end: newYear }, 6);
    assert.ok(scale.x(newYear) > 0 && scale.x(newYear + 1) < 100);
    assert.ok(scale.ticks.every(({ day }) => Number.isInteger(day)));
  });
});

describe('segments of a bar', () => {
  it('follow each other and fill it', () => {
    const segments = segmentsOf({ done: 5, doing: 2, blocked: 1, todo: 12, cancelled: 3, total: 20 });
    assert.deepEqual(
      segments.map(({ status, start, share }) => [status, start, share]),
      [
        ['done', 0, 25],
        ['doing', 25, 10],
        ['blocked', 35, 5],
        ['todo', 40, 60],
      ],
    );
  });

  it('are none where nothing counts', () => {
    assert.deepEqual(segmentsOf({ done: 0, doing: 0, blocked: 0, todo: 0, cancelled: 3, total: 0 }), []);
  });
});

describe('marks of the timeline', () => {
  const scale = timelineScale({ start: newYear, end: newYear + 99 }, 6);

  it('reach from the beginning of the first day to the end of the last', () => {
    const mark = timelineMark(scale, { start: newYear, end: newYear });
    assert.ok(mark?.kind === 'bar' && mark.width > 0);
  });

  it('are points where one day alone is known, or both make no sense', () => {
    assert.equal(timelineMark(scale, { end: newYear })?.kind, 'end');
    assert.equal(timelineMark(scale, { start: newYear })?.kind, 'start');
    assert.equal(timelineMark(scale, { start: newYear + 5, end: newYear })?.kind, 'end');
    assert.equal(timelineMark(scale, {}), undefined);
  });
});

describe('the window of a horizon', () => {
  it('has no scale without two days', () => {
    assert.equal(windowScale({ forecast: { state: 'thin', text: '', explain: '' } }, newYear), undefined);
    assert.equal(windowScale({ end: newYear, forecast: { state: 'thin', text: '', explain: '' } }, newYear), undefined);
  });

  it('takes forecast and today in', () => {
    const scale = windowScale(
      { start: 0, end: 10, forecast: { state: 'ready', p50: 20, p85: 25, p95: 30, text: '', explain: '' } },
      40,
    )!;
    assert.deepEqual([scale(0), scale(40)], [2, 98]);
  });
});

describe('the burn-up chart', () => {
  const points = [
    { day: 0, done: 0, total: 10 },
    { day: 10, done: 4, total: 12 },
  ];

  it('is nothing without points', () => {
    assert.equal(burnUpGeometry([], {}, 10), undefined);
  });

  it('holds each value until the next, and the last until today', () => {
    const { done, scope, today } = burnUpGeometry(points, {}, 20)!;
    assert.equal(done.match(/H/g)?.length, 2);
    assert.match(scope, /^M[\d.]+ [\d.]+H[\d.]+V[\d.]+H[\d.]+V[\d.]+$/);
    assert.ok(today > 90);
  });

  it('spreads a cone from what is done to all of it', () => {
    const { cone } = burnUpGeometry(points, { p50: 30, p85: 40, p95: 50 }, 20)!;
    assert.deepEqual(
      cone.map(({ chance }) => chance),
      [95, 85, 50],
    );
    const ends = cone.map(({ path }) => Math.max(...[...path.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x))));
    assert.ok(ends[0]! > ends[1]! && ends[1]! > ends[2]!);
    assert.ok(ends[0]! <= plot);
  });

  it('leaves room for what has been where the forecast is years away', () => {
    const { today, cone } = burnUpGeometry(points, { p50: 3000, p85: 4000, p95: 5000 }, 20)!;
    assert.ok(today > 10, `today at ${today} %`);
    assert.equal(cone.length, 3);
  });

  it('draws no forecast that has passed', () => {
    assert.deepEqual(burnUpGeometry(points, { p50: 5, p85: 6, p95: 7 }, 20)!.cone, []);
  });

  it('reads what holds on a day, from the first point to today', () => {
    const { at, days, today } = burnUpGeometry(points, { p50: 30 }, 20)!;
    assert.deepEqual(days, [0, 20]);
    const counts = (day: number) => [at(day).day, at(day).done, at(day).total];
    assert.deepEqual([-5, 0, 9, 10, 20, 25].map(counts), [
      [0, 0, 10],
      [0, 0, 10],
      [9, 0, 10],
      [10, 4, 12],
      [20, 4, 12],
      [20, 4, 12],
    ]);
    assert.equal(at(20).x, today);
    // Twelve tasks are the highest tick but one: 15.
    assert.deepEqual([at(0).doneY, at(20).totalY], [100, 20]);
    assert.deepEqual([burnUpGeometry([points[1]!], {}, 10)!.days], [[10, 10]]);
  });

  it('finds the day at a place of its width, however long it is', () => {
    for (const length of [1, 20, 4_000]) {
      const { at, dayAt } = burnUpGeometry([points[0]!, { day: length, done: 4, total: 12 }], {}, length)!;
      for (let day = 0; day <= length; day += Math.ceil(length / 40)) assert.equal(dayAt(at(day).x), day);
    }
  });

  it('stays inside its room', () => {
    const { done, scope } = burnUpGeometry(points, { p50: 30, p85: 40, p95: 50 }, 20)!;
    for (const [value] of `${done} ${scope}`.matchAll(/[\d.]+/g))
      assert.ok(Number(value) >= 0 && Number(value) <= plot);
  });
});

describe('the trend of a metric', () => {
  const trend = [
    { time: 0, value: 60 },
    { time: 10, value: 74 },
  ];

  it('needs two readings', () => {
    assert.equal(sparkGeometry({ trend: trend.slice(1) }), undefined);
  });

  it('has its goal in sight', () => {
    const { goal, last, path } = sparkGeometry({ trend, goal: { value: 90, comparison: '>=' } })!;
    assert.ok(goal! < last.y, 'a goal that was not reached stands above');
    assert.match(path, /^M2 [\d.]+L96 [\d.]+$/);
  });

  it('is a line in the middle where nothing changes', () => {
    const level = trend.map((point) => ({ ...point, value: 5 }));
    assert.equal(sparkGeometry({ trend: level })!.path, `M2 ${spark.height / 2}L96 ${spark.height / 2}`);
  });
});
