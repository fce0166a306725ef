import * as l10n from '@vscode/l10n';
import type { Change, EditResult, Wish } from '../model/edit.js';
import { groupsOf, tasksOf, type Roadmap, type Task } from '../model/roadmap.js';
import { doneTasks, isShelf } from './doneTasks.js';
import { idPattern, numbering } from './idPattern.js';
import { inParts } from './inParts.js';
import type { EditedDocument } from './planEdit.js';

/** Plans what a wish takes. Tasks whose form has no way are left as they are, and named. Never throws. */
export function planWish(document: EditedDocument, wish: Wish): EditResult {
  if (wish.kind === 'archive') {
    const nothing = l10n.t('There is no done task to archive.');
    return inParts(document, ({ roadmap }) => doneTasks(roadmap, false), shelving, nothing);
  }
  const pattern = idPattern(document.roadmap, wish.prefix ?? document.options.idPrefix);
  if ('code' in pattern) return { ok: false, ...pattern };
  const nothing = l10n.t('Every task has an id already.');
  return inParts(
    document,
    ({ roadmap }) => withoutId(roadmap),
    (current, tasks) => numbering(current, tasks, pattern),
    nothing,
  );
}

function withoutId(roadmap: Roadmap): readonly Task[] {
  return [...tasksOf(roadmap)].filter(({ idSource }) => idSource === 'derived');
}

function shelving(roadmap: Roadmap, tasks: readonly Task[]): Change {
  const ids = tasks.map(({ id }) => id);
  const shelf = [...groupsOf(roadmap)].find(({ group, depth }) => depth < 2 && isShelf(group))?.group;
  return shelf ? { kind: 'move', tasks: ids, place: { into: shelf.id } } : { kind: 'shelve', tasks: ids };
}
