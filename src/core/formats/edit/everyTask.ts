import type { TextEdit } from '../../model/edit.js';

/** The ways to change many tasks at once, from the ways for each: each in its first way, then each in its second. */
export function* together(ways: readonly (readonly (readonly TextEdit[])[])[]): Generator<readonly TextEdit[]> {
  const most = Math.max(0, ...ways.map(({ length }) => length));
  for (let way = 0; way < most; way++) yield ways.flatMap((each) => each[Math.min(way, each.length - 1)] ?? []);
}
