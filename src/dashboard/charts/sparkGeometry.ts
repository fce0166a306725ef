import type { MetricCard } from '../../core/views/dashboard/dashboard.js';
import { linear, rounded } from './linear.js';

/** Width and height that the line is drawn in; it is stretched to whatever room there is. */
export const spark = { width: 100, height: 24 };

export interface SparkGeometry {
  readonly path: string;
  /** The last point, in per cent. */
  readonly last: { readonly x: number; readonly y: number };
  /** The goal's line, in per cent of the height. */
  readonly goal?: number;
}

/** The line of a metric's readings with its goal; undefined where there are fewer than two. */
export function sparkGeometry({ trend, goal }: Pick<MetricCard, 'trend' | 'goal'>): SparkGeometry | undefined {
  const [first, last] = [trend[0], trend.at(-1)];
  if (!first || !last || trend.length < 2) return undefined;
  const values = trend.map(({ value }) => value);
  if (goal) values.push(goal.value);
  const x = linear([first.time, last.time], [2, spark.width - 4]);
  const y = linear([Math.min(...values), Math.max(...values)], [spark.height - 3, 3]);
  return {
    path: trend.map(({ time, value }, index) => `${index === 0 ? 'M' : 'L'}${x(time)} ${y(value)}`).join(''),
    last: { x: rounded((x(last.time) / spark.width) * 100), y: rounded((y(last.value) / spark.height) * 100) },
    ...(goal ? { goal: rounded((y(goal.value) / spark.height) * 100) } : {}),
  };
}
