import type { Horizon } from '../../core/views/dashboard/dashboard.js';
import { linear } from './linear.js';

/**
 * Per cent of the width for a day, over window, forecast and today; undefined where there is neither window nor forecast. Both ends
 * keep a little room for marks.
 */
export function windowScale(
  { start, end, forecast }: Pick<Horizon, 'start' | 'end' | 'forecast'>,
  today: number,
): ((day: number) => number) | undefined {
  const known = [start, end, forecast.p50, forecast.p95].filter((day) => day !== undefined);
  if (known.length < 2) return undefined;
  const days = [...known, today];
  return linear([Math.min(...days), Math.max(...days)], [2, 98]);
}
