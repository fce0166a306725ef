/** The next number from 0 up to, not including, 1. */
export type Random = () => number;

/**
 * A small generator of 32 bits: mulberry32 by Tommy Ettinger, public domain
 * (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). The same seed gives the same numbers on every
 * machine; its period of 2³² is a thousand times what a forecast draws.
 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A seed that follows from numbers (FNV-1a of 32 bits over their low 32 bits), so that the same data give the same draws. */
export function seedOf(...lists: readonly ArrayLike<number>[]): number {
  let hash = 0x811c9dc5;
  for (const list of lists) {
    for (let index = 0; index < list.length; index++) {
      const value = list[index]! | 0;
      for (let shift = 0; shift < 32; shift += 8) hash = Math.imul(hash ^ ((value >>> shift) & 0xff), 0x01000193);
    }
  }
  return hash >>> 0;
}
