import type { TaskPlace } from '../core/model/edit.js';
import { groupsOf, type Roadmap } from '../core/model/roadmap.js';

/** Where a new task goes in a roadmap without any group to choose: behind its last task. Undefined where there is a choice. */
export function onlyPlace(roadmap: Roadmap): TaskPlace | undefined {
  const [group] = groupsOf(roadmap);
  const last = roadmap.children[roadmap.children.length - 1];
  return !group && last ? { after: last.id } : undefined;
}
