import type { Group, Roadmap, Task } from '../model/roadmap.js';
import type { VersionTask } from '../model/planHistory.js';
import { leafWeights } from './weights.js';

/** What progress counts of a version of a roadmap: its tasks without subtasks, in document order. */
export function planVersion(roadmap: Roadmap): readonly VersionTask[] {
  const weights = leafWeights(roadmap);
  const found: VersionTask[] = [];
  const visit = (nodes: readonly (Group | Task)[], place: readonly string[], horizon: string | undefined) => {
    for (const node of nodes) {
      if (node.kind === 'task' && node.children.length === 0) {
        found.push({
          id: node.id,
          explicit: node.idSource === 'explicit',
          title: node.title,
          status: node.status,
          place,
          ...(horizon === undefined ? {} : { horizon }),
          weight: weights.get(node)?.days ?? 1,
        });
      } else if (node.children.length > 0) {
        const outermost = place.length === 0 && node.kind !== 'task' ? node.id : horizon;
        visit(node.children, [...place, node.title], outermost);
      }
    }
  };
  visit(roadmap.children, [], undefined);
  return found;
}

/**
 * The tasks of a version, with the objects of the one before it for those that are the same, so that the versions of a file
 * share what they have in common and are compared quickly.
 */
export function sharedWith(before: readonly VersionTask[], after: readonly VersionTask[]): readonly VersionTask[] {
  const byId = new Map(before.map((task) => [task.id, task]));
  const shared = after.map((task) => {
    const old = byId.get(task.id);
    return old && isSame(old, task) ? old : task;
  });
  return shared.length === before.length && shared.every((task, index) => task === before[index]) ? before : shared;
}

function isSame(a: VersionTask, b: VersionTask): boolean {
  return (
    a.id === b.id &&
    a.status === b.status &&
    a.title === b.title &&
    a.weight === b.weight &&
    a.horizon === b.horizon &&
    a.explicit === b.explicit &&
    isSamePlace(a.place, b.place)
  );
}

/** Whether two places are the same: titles, outermost first. */
export function isSamePlace(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((title, index) => title === b[index]));
}
