import type { Config } from '../core/model/config.js';
import { wantedUpdate } from '../core/agents/changes.js';
import { changedSince } from '../core/agents/revision.js';
import type { EditedDocument } from '../core/edits/planEdit.js';
import type { Change, FieldChange } from '../core/model/edit.js';
import type { Task } from '../core/model/roadmap.js';
import { statusOf } from '../core/progress/counts.js';
import { placedTasks } from '../core/views/taskList.js';
import { fieldChange } from '../core/edits/fieldChange.js';
import { edit, type EditOptions } from './editing.js';
import type { Io } from './io.js';
import { taskNamed } from '../core/edits/names.js';
import { Refused } from '../core/model/refused.js';

export interface SetOptions extends EditOptions {
  /** That of the one task, as it was read. */
  readonly ifRevision?: string;
  /** Takes it where somebody else has it in progress. */
  readonly force?: boolean;
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
    const { ifRevision: revision } = options;
    if (revision !== undefined) {
      const task = checkRevision(document, tasks, revision);
      if (!options.force) checkFree(document, config, { task, revision, changes });
    }
    return tasks.flatMap(({ id }) => changes.map((change): Change => ({ kind: 'set', task: id, ...change })));
  });
}

/** The one task. Refuses where it has become another since it was read. */
function checkRevision({ roadmap }: EditedDocument, tasks: readonly Task[], revision: string): Task {
  const [task, ...others] = tasks;
  if (!task || others.length > 0) throw new Refused('--if-revision is that of one task: name one.');
  const { path } = [...placedTasks(roadmap)].find((placed) => placed.task === task)!;
  const changed = changedSince(revision, task, path);
  if (changed !== undefined) throw new Refused(`"${task.title}" has changed since it was read: ${changed}.`);
  return task;
}

/**
 * Refuses, as the tool of agents does, to take a task that somebody else has in progress. Only who names a revision is asked: that is an agent, while
 * people know what they do.
 */
function checkFree(
  document: EditedDocument,
  config: Config,
  asked: { readonly task: Task; readonly revision: string; readonly changes: readonly FieldChange[] },
): void {
  const { task, revision, changes } = asked;
  const last = (field: FieldChange['field']) => [...changes].reverse().find((change) => change.field === field)?.value;
  const owner = last('owner');
  const status = last('status') ?? statusOf(task);
  const takes = status === 'doing' && (last('status') !== undefined || owner !== undefined);
  if (!takes) return;
  const claim = { task: task.id, revision, status, ...(typeof owner === 'string' ? { owner } : {}) };
  try {
    wantedUpdate(document, config, task.id, claim);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // Said in words of tools.
    throw new Refused(error.message.replace('next_tasks', '`next`').replace('give force', 'give --force'));
  }
}

function changeOf(word: string, config: Config): FieldChange {
  const at = word.indexOf('=');
  return fieldChange(word.slice(0, at).toLowerCase(), word.slice(at + 1).trim(), config);
}
