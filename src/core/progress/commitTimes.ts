/**
 * Times that never go back, for commits in the order in which they follow each other. Clocks may be wrong, and a rebase may
 * turn times around: as many as possible are kept as they are (a longest non-decreasing subsequence, by patience sorting),
 * and each of the others takes the time of the one before it; of the one behind it where there is none. `moved` counts those
 * that were off by more than a day.
 */
export function orderedTimes(times: readonly number[]): { readonly times: readonly number[]; readonly moved: number } {
  if (times.every((time, index) => index === 0 || times[index - 1]! <= time)) return { times, moved: 0 };
  /** Of each length, the index of the smallest time that such a subsequence can end with. */
  const ends: number[] = [];
  const previous = new Int32Array(times.length).fill(-1);
  for (const [index, time] of times.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[ends[middle]!]! <= time) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = ends[low - 1]!;
    ends[low] = index;
  }
  const kept = new Set<number>();
  let first = 0;
  for (let index = ends[ends.length - 1]!; index >= 0; index = previous[index]!) {
    kept.add(index);
    first = index;
  }
  let last = times[first]!;
  let moved = 0;
  const ordered = times.map((time, index) => {
    if (kept.has(index)) return (last = time);
    if (Math.abs(time - last) > secondsOfDay) moved++;
    return last;
  });
  return { times: ordered, moved };
}

const secondsOfDay = 86_400;
