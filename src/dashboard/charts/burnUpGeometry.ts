import type { BurnUpPoint, ForecastRange } from '../../core/views/dashboard/dashboard.js';
import { linear, rounded, wholeTicks } from './linear.js';
import { timelineScale, type TimeTick } from './timelineScale.js';

/** What holds on a day, and where that is: in per cent of the width, and of the height from the top. */
interface BurnUpReading extends BurnUpPoint {
  readonly x: number;
  readonly doneY: number;
  readonly totalY: number;
}

/** Width and height that the paths are drawn in; they are stretched to whatever room there is. */
export const plot = 1000;

export interface BurnUpGeometry {
  readonly scope: string;
  readonly done: string;
  readonly doneArea: string;
  /** From what is done today to all of it, by chance; the widest first. Empty without a forecast. */
  readonly cone: readonly { readonly chance: 50 | 85 | 95; readonly path: string; readonly day: number }[];
  /** Per cent of the width. */
  readonly today: number;
  /** The days that can be read, from the first point to today. */
  readonly days: readonly [number, number];
  /** What holds on a day: outside of those that can be read, on the nearest of them. */
  readonly at: (day: number) => BurnUpReading;
  /** The day at so many per cent of the width. */
  readonly dayAt: (x: number) => number;
  readonly xTicks: readonly TimeTick[];
  /** `y` in per cent of the height, from the top. */
  readonly yTicks: readonly { readonly value: number; readonly y: number }[];
}

/** Days that a forecast may take of the chart, in lengths of what has been: one years away would leave that no room. */
const mostAhead = 4;
/** What has been counts as so many days at least. */
const leastPast = 30;

/** The paths of a burn-up chart; undefined where there is no point to draw. A forecast that is far away leads out of it. */
export function burnUpGeometry(
  points: readonly BurnUpPoint[],
  { p50, p85, p95 }: Pick<ForecastRange, 'p50' | 'p85' | 'p95'>,
  today: number,
): BurnUpGeometry | undefined {
  const last = points.at(-1);
  if (!last) return undefined;
  const [since, until] = [points[0]!.day, Math.max(today, last.day)];
  const first = Math.min(since, today);
  const farthest = today + Math.max(today - first, leastPast) * mostAhead;
  const end = Math.max(until, ...[p50, p85, p95].map((day) => Math.min(day ?? today, farthest)));
  const days = timelineScale({ start: first, end }, 6);
  const x = (day: number): number => rounded((days.x(day + 0.5) / 100) * plot);
  const most = points.reduce((highest, { total, done }) => Math.max(highest, total, done), 1);
  const values = wholeTicks(most, 4);
  const y = linear([0, values.at(-1)!], [plot, 0]);

  // What the last version says holds until today.
  const held = last.day < today ? [...points, { ...last, day: today }] : points;
  const done = steps(held.map((point) => [x(point.day), y(point.done)]));
  const from = `M${x(today)} ${y(last.done)}`;
  const to = (day: number): string => `L${x(day)} ${y(last.total)}`;
  const cone = ([95, 85, 50] as const).flatMap((chance) => {
    const day = { 50: p50, 85: p85, 95: p95 }[chance];
    if (day === undefined || day < today) return [];
    return [{ chance, day, path: chance === 50 ? from + to(day) : `${from}${to(p50 ?? day)}${to(day)}z` }];
  });
  return {
    // With a forecast it goes on to where that meets it.
    scope: steps(held.map((point) => [x(point.day), y(point.total)])) + (cone.length > 0 ? `H${x(end)}` : ''),
    done,
    doneArea: `${done}V${plot}H${x(held[0]!.day)}z`,
    cone,
    today: days.x(today + 0.5),
    days: [since, until],
    at(wanted) {
      const { done, total } = points.findLast((point) => point.day <= wanted) ?? points[0]!;
      const day = Math.min(Math.max(wanted, since), until);
      return { day, done, total, x: days.x(day + 0.5), doneY: percent(y(done)), totalY: percent(y(total)) };
    },
    dayAt: days.dayAt,
    xTicks: days.ticks,
    yTicks: values.map((value) => ({ value, y: percent(y(value)) })),
  };
}

/** What is drawn at a height, in per cent of it. */
function percent(y: number): number {
  return rounded((y / plot) * 100);
}

/** A line that holds each value until the next one. */
function steps(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
}
