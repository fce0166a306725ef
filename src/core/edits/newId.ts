import * as l10n from '@vscode/l10n';
import { taskLookup, taskOfRef, type TaskRef } from '../links/taskLookup.js';
import type { Mention } from '../model/mention.js';
import { groupsOf, tasksOf, type Roadmap } from '../model/roadmap.js';
import { configOf, type RoadmapFile, type Snapshot } from '../model/snapshot.js';
import type { TodoFile } from '../model/todo.js';
import { mayBeId } from '../references/mentions.js';
import { idKey, laterIds } from '../references/taskId.js';

/** Why a task cannot be given an id, in one sentence; undefined where it can. */
export function checkNewId(snapshot: Snapshot, ref: TaskRef, id: string): string | undefined {
  const found = taskOfRef(snapshot, ref);
  if (!found) return l10n.t('The task is not there any more: look at the roadmap as it is now.');
  const { file, task } = found;
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._/-]{0,80}$/u.test(id) || !mayBeId(id))
    return l10n.t('"{0}" is no id that TODOs can name: use letters, digits and hyphens, such as RM-12.', id);
  if (task.idSource === 'explicit' && task.id === id) return l10n.t('The task has this id already.');
  const aliases = configOf(snapshot, file.folder).aliases;
  const former = new Set(laterIds(id, aliases));
  for (const { folder, roadmap } of snapshot.roadmaps) {
    if (folder.uri !== file.folder.uri || !roadmap) continue;
    for (const other of tasksOf(roadmap)) {
      if (other === task) continue;
      if (idKey(other.id) === idKey(id))
        return l10n.t('The id {0} is that of "{1}": choose another one.', id, other.title);
      if (former.has(idKey(other.id)))
        return l10n.t(
          'The id {0} was that of "{1}", which old commits mean by it: choose another one.',
          id,
          other.title,
        );
    }
  }
  return undefined;
}

/** Whether a mention in a file means a task. */
export function meansTask(snapshot: Snapshot, { folder, path }: TodoFile, ref: TaskRef): (mention: Mention) => boolean {
  const lookup = taskLookup(snapshot);
  return (mention) => {
    const found = lookup.resolve(mention, { folder: folder.uri, path });
    return found.kind === 'task' && found.target.uri === ref.uri && found.target.id === ref.id;
  };
}

/**
 * Whether what something in a roadmap depends on names a task by its id or a former one; by a title it still does afterwards.
 * Something of the roadmap itself comes first.
 */
export function dependsOnTask(snapshot: Snapshot, file: RoadmapFile, ref: TaskRef): (value: string) => boolean {
  const { aliases } = configOf(snapshot, file.folder);
  const roadmap: Pick<Roadmap, 'children'> = file.roadmap ?? { children: [] };
  const tasks = new Set([...tasksOf(roadmap)].map(({ id }) => idKey(id)));
  const groups = new Set([...groupsOf(roadmap)].map(({ group }) => idKey(group.id)));
  const lookup = taskLookup(snapshot);
  return (value) => {
    for (const key of [idKey(value), ...laterIds(value, aliases)]) {
      if (tasks.has(key)) return file.uri === ref.uri && key === idKey(ref.id);
      if (groups.has(key)) return false;
    }
    const scope = { folder: file.folder.uri, path: file.path };
    const found = lookup.resolve({ raw: value, form: 'trailer' }, scope);
    return found.kind === 'task' && found.target.uri === ref.uri && found.target.id === ref.id;
  };
}
