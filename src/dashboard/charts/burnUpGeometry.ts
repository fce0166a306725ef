import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { BurnUpPoint, ForecastRange } from '../../core/views/dashboard/dashboard.js';
import { rounded } from './segments.js';
import { timelineScale, type TimeTick } from './timelineScale.js';

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
  readonly xTicks: readonly TimeTick[];
  /** `y` in per cent of the height, from the top. */
  readonly yTicks: readonly { readonly value: number; readonly y: number }[];
}

/** The paths of a burn-up chart; undefined where there is no point to draw. */
export function burnUpGeometry(
  points: readonly BurnUpPoint[],
  forecast: Pick<ForecastRange, 'p50' | 'p85' | 'p95'>,
  today: number,
): BurnUpGeometry | undefined {
  const last = points.at(-1);
  if (!last) return undefined;
  const days = [forecast.p50, forecast.p85, forecast.p95].filter((day) => day !== undefined);
  // A forecast years away would leave no room for what has been.
  const first = Math.min(points[0]!.day, today);
  const reach = Math.max(today, last.day, ...days.map((day) => Math.min(day, today + (today - first + 30) * 3)));
  const xs = timelineScale({ start: first, end: reach }, 6);
  const x = (day: number): number => rounded((xs.x(day + 0.5) * plot) / 100);
  const most = points.reduce((highest, { total, done }) => Math.max(highest, total, done), 1);
  const scale = scaleLinear().domain([0, most]).nice(4).range([plot, 0]);
  const y = (value: number): number => rounded(scale(value));

  // What the last version says holds until today.
  const held = last.day < today ? [...points, { ...last, day: today }] : points;
  const lineOf = (of: 'total' | 'done'): string =>
    line<BurnUpPoint>(
      (point) => x(point.day),
      (point) => y(point[of]),
    ).curve(curveStepAfter)(held) ?? '';
  const doneArea = area<BurnUpPoint>(
    (point) => x(point.day),
    plot,
    (point) => y(point.done),
  ).curve(curveStepAfter);
  const from = `M${x(today)} ${y(last.done)}`;
  const soonest = x(Math.min(forecast.p50 ?? reach, reach));
  const cone = ([95, 85, 50] as const).flatMap((chance) => {
    const day = forecast[`p${chance}`];
    if (day === undefined || day < today) return [];
    const end = `${x(Math.min(day, reach))} ${y(last.total)}`;
    const path = chance === 50 ? `${from}L${end}` : `${from}L${soonest} ${y(last.total)}L${end}z`;
    return [{ chance, path, day }];
  });
  return {
    scope: lineOf('total'),
    done: lineOf('done'),
    doneArea: doneArea(held) ?? '',
    cone,
    today: xs.x(today + 0.5),
    xTicks: xs.ticks,
    yTicks: scale
      .ticks(4)
      .filter((value) => Number.isInteger(value))
      .map((value) => ({ value, y: rounded((scale(value) / plot) * 100) })),
  };
}
