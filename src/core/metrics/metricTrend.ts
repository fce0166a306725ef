import type { TrendPoint } from '../model/metric.js';
import type { Target } from '../model/roadmap.js';
import { convert } from '../values/units.js';

/** An earlier or the newest reading, in the target's unit. */
interface ConvertedPoint {
  /** Seconds since 1970. */
  readonly time: number;
  readonly value: number;
}

/** How a metric moves. */
export interface MetricTrend {
  /** Oldest first. */
  readonly points: readonly ConvertedPoint[];
  /** The newest reading against the one before: nearer to the target's side, farther from it, or as it was. */
  readonly direction?: 'better' | 'worse' | 'level';
}

/** Changes below this share of the older value are none. */
const leastChange = 0.001;

/** Converts the readings of a source for a target; those that cannot be converted are left out. */
export function metricTrend(target: Target | undefined, points: readonly TrendPoint[]): MetricTrend {
  const converted = points.flatMap(({ time, value, unit }) => {
    const amount = !target || unit === undefined ? value : convert(value, unit, target.unit);
    return amount === undefined || !Number.isFinite(amount) ? [] : [{ time, value: amount }];
  });
  const [before, now] = converted.slice(-2);
  if (!target || !before || !now) return { points: converted };
  return { points: converted, direction: direction(target, before.value, now.value) };
}

function direction({ comparison, value }: Target, before: number, now: number): 'better' | 'worse' | 'level' {
  if (Math.abs(now - before) <= leastChange * Math.abs(before)) return 'level';
  const better =
    comparison === '='
      ? Math.abs(now - value) < Math.abs(before - value)
      : comparison.startsWith('<')
        ? now < before
        : now > before;
  return better ? 'better' : 'worse';
}
