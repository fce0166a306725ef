import assert from 'node:assert/strict';

/**
 * Checks that the work does not grow faster than its text: four times as much may take eight times as long, where work
 * that grows with the square takes sixteen. Time of the processor, so that other programs do not count; the best of
 * several turns, so that neither a collection of garbage nor a slow first turn does.
 */
export function checkGrowth(make: (size: number) => string, size: number, work: (text: string) => unknown): void {
  const [small, large] = [make(size), make(4 * size)];
  work(small);
  let best = Infinity;
  for (let turn = 0; turn < 5 && best > 8; turn++) best = Math.min(best, time(work, large) / time(work, small));
  assert.ok(best <= 8, `four times the text takes ${best.toFixed(1)} times as long`);
}

/** Microseconds of the processor. */
function time(work: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  work(text);
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, user + system);
}
