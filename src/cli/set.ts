import type { Config } from '../core/model/config.js';
import { changedSince } from '../core/agents/revision.js';
import type { EditedDocument } from '../core/edits/planEdit.js';
import type { Change, FieldChange } from '../core/model/edit.js';
import type { Task } from '../core/model/roadmap.js';
import { placedTasks } from '../core/views/taskList.js';
import { fieldChange } from '../core/edits/fieldChange.js';
import { edit, type EditOptions } from './editing.js';
import type { Io } from './io.js';
import { taskNamed } from '../core/edits/names.js';
import { Refused } from '../core/model/refused.js';

export interface SetOptions extends EditOptions {
  /** That of the one task, as it was read. */
  readonly ifRevision?: string;
}

/** `roadmap-lens set <task>… status=done priority=high …`: sets values of tasks, all or none. */
export function set(words: readonly string[], options: SetOptions, io: Io): Promise<number> {
  return edit(options, io, (document, config) => {
    const values = words.filter((word) => /^[a-z]+=/i.test(word));
    const names = words.filter((word) => !values.includes(word));
    if (names.length === 0 || values.length === 0)
      throw new Refused('Name a task and what to set: roadmap-lens set RM-12 status=done');
    const changes = values.map((value) => changeOf(value, config));
    const tasks = names.map((name) => taskNamed(document, config, name));
    if (tasks.length > 1 && changes.some(({ field }) => field === 'id' || field === 'title'))
      throw new Refused('Only one task at a time can be given an id or a title.');
    if (options.ifRevision !== undefined) checkRevision(document, tasks, options.ifRevision);
    return tasks.flatMap(({ id }) => changes.map((change): Change => ({ kind: 'set', task: id, ...change })));
  });
}

/** Refuses where the one task has become another since it was read. */
function checkRevision({ roadmap }: EditedDocument, tasks: readonly Task[], revision: string): void {
  const [task, ...others] = tasks;
  if (!task || others.length > 0) throw new Refused('--if-revision is that of one task: name one.');
  const { path } = [...placedTasks(roadmap)].find((placed) => placed.task === task)!;
  const changed = changedSince(revision, task, path);
  if (changed !== undefined) throw new Refused(`"${task.title}" has changed since it was read: ${changed}.`);
}

function changeOf(word: string, config: Config): FieldChange {
  const at = word.indexOf('=');
  return fieldChange(word.slice(0, at).toLowerCase(), word.slice(at + 1).trim(), config);
}
