import assert from 'node:assert/strict';

/** The large input is so many times the small one: four times the size, and a sixteenth of it. */
const factor = 64;
/**
 * How much longer than in proportion the large input may take. Linear work was seen to take 2.4 times as long, since what
 * outlives the young generation is collected at a higher price; work that grows with the square takes 64 times as long.
 */
const limit = 8;
/** Turns after which it is decided. Most works need one. */
const turns = 10;
/** Microseconds that the small input is measured for at least: shorter times say little. */
const shortest = 2_000;

/**
 * Checks that the work grows no faster than its input, a text or whatever else, up to four times `size`. Time of the
 * processor, so that other programs do not count, and the best of several turns for both: noise only ever adds.
 */
export function checkGrowth<T>(make: (size: number) => T, size: number, work: (input: T) => unknown): void {
  const large = make(4 * size);
  const small = make(Math.ceil((4 * size) / factor));
  const repeats = Math.ceil(shortest / time(work, small, 1));
  let [bestSmall, bestLarge] = [Infinity, Infinity];
  const growth = () => bestLarge / (bestSmall * factor);
  for (let turn = 0; turn < turns && !(growth() <= limit); turn++) {
    bestSmall = Math.min(bestSmall, time(work, small, repeats) / repeats);
    bestLarge = Math.min(bestLarge, time(work, large, 1));
  }
  assert.ok(
    growth() <= limit,
    `${factor} times as much takes ${growth().toFixed(1)} times as long as it should: ${bestLarge} µs`,
  );
}

/** Microseconds of the processor for so many repeats. */
function time<T>(work: (input: T) => unknown, input: T, repeats: number): number {
  const before = process.cpuUsage();
  for (let repeat = 0; repeat < repeats; repeat++) work(input);
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, user + system);
}
