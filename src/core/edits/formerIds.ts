import type { Change } from '../model/edit.js';
import { tasksOf, type Roadmap } from '../model/roadmap.js';
import { idKey, type FormerId } from '../references/taskId.js';

/** Whether changes may give tasks other ids: a new id, or a title that an id is made of. */
export function changesIds(changes: readonly Change[]): boolean {
  return changes.some((change) => change.kind === 'set' && (change.field === 'id' || change.field === 'title'));
}

/**
 * The ids that tasks have no more, each with what it has become; without those that another task has now, which would mean
 * that one. A title can change the ids of others, too, which are qualified where two are called alike. Both roadmaps hold the
 * same tasks in the same order, else nothing is known.
 */
export function formerIds(before: Pick<Roadmap, 'children'>, after: Pick<Roadmap, 'children'>): readonly FormerId[] {
  const [old, now] = [[...tasksOf(before)], [...tasksOf(after)]];
  if (old.length !== now.length) return [];
  const present = new Set(now.map(({ id }) => idKey(id)));
  return old.flatMap(({ id }, index) => {
    const next = now[index]!.id;
    return idKey(id) === idKey(next) || present.has(idKey(id)) ? [] : [{ old: id, id: next }];
  });
}

/** The former ids that still count once tasks stand elsewhere: what they have become is there, and what they were is nobody else's. */
export function stillFormer(former: readonly FormerId[], after: Pick<Roadmap, 'children'>): readonly FormerId[] {
  const present = new Set([...tasksOf(after)].map(({ id }) => idKey(id)));
  return former.filter(({ old, id }) => present.has(idKey(id)) && !present.has(idKey(old)));
}
