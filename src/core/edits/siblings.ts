import type { Change } from '../model/edit.js';
import { siblingsOf, type Roadmap } from '../model/roadmap.js';

/**
 * Moves tasks that stand side by side by one place among the tasks beside them. `edge` where there is no place to go to,
 * `apart` where they do not stand side by side.
 */
export function moveAmongSiblings(
  roadmap: Roadmap,
  ids: readonly string[],
  direction: 'up' | 'down',
): Change | 'edge' | 'apart' {
  const siblings = siblingsOf(roadmap, ({ id }) => id === ids[0]);
  const places = ids.map((id) => siblings.findIndex((task) => task.id === id)).sort((a, b) => a - b);
  const first = places[0] ?? -1;
  const last = places[places.length - 1] ?? -1;
  if (first < 0 || last - first !== places.length - 1) return 'apart';
  // Up is the same as the one above going behind them.
  const behind = direction === 'up' ? siblings[last] : siblings[last + 1];
  const above = siblings[first - 1];
  if (!behind || (direction === 'up' && !above)) return 'edge';
  const tasks = direction === 'up' ? [above!.id] : siblings.slice(first, last + 1).map(({ id }) => id);
  return { kind: 'move', tasks, place: { after: behind.id } };
}
