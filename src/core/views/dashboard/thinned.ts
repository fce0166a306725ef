import type { BurnUpPoint } from './dashboard.js';

/**
 * At most so many points (two or more) of the same shape: the first and the last are kept, and those where a line bends. Points
 * within a level stretch go first; of too many others, each stretch of days keeps its last.
 */
export function thinned(points: readonly BurnUpPoint[], most: number): readonly BurnUpPoint[] {
  if (points.length <= most) return points;
  const bends = points.filter((point, index) => {
    const [before, next] = [points[index - 1], points[index + 1]];
    return !before || !next || !isLevel(before, point) || !isLevel(point, next);
  });
  if (bends.length <= most) return bends;
  const [first, last] = [bends[0]!, bends.at(-1)!];
  const stretch = (last.day - first.day) / (most - 1);
  const place = ({ day }: BurnUpPoint) => Math.floor((day - first.day) / stretch);
  return bends.filter((point, index) => {
    const next = bends[index + 1];
    return index === 0 || !next || (place(next) !== place(point) && place(point) > 0);
  });
}

function isLevel(a: BurnUpPoint, b: BurnUpPoint): boolean {
  return a.done === b.done && a.total === b.total;
}
