import type { Config } from '../core/model/config.js';
import type { Change, FieldChange } from '../core/model/edit.js';
import { priorities, statuses } from '../core/model/roadmap.js';
import { parsePriority } from '../core/values/priority.js';
import { parseStatus } from '../core/values/status.js';
import { edit, type EditOptions } from './editing.js';
import type { Io } from './io.js';
import { taskNamed } from './names.js';
import { Refused } from './refused.js';

const fields = ['status', 'priority', 'effort', 'owner', 'due', 'title', 'id'] as const;

/** `roadmap-lens set <task>… status=done priority=high …`: sets values of tasks, all or none. */
export function set(words: readonly string[], options: EditOptions, io: Io): Promise<number> {
  return edit(options, io, (document, config) => {
    const values = words.filter((word) => /^[a-z]+=/i.test(word));
    const names = words.filter((word) => !values.includes(word));
    if (names.length === 0 || values.length === 0)
      throw new Refused('Name a task and what to set: roadmap-lens set RM-12 status=done');
    const changes = values.map((value) => changeOf(value, config));
    const tasks = names.map((name) => taskNamed(document, config, name));
    if (tasks.length > 1 && changes.some(({ field }) => field === 'id' || field === 'title'))
      throw new Refused('Only one task at a time can be given an id or a title.');
    return tasks.flatMap(({ id }) => changes.map((change): Change => ({ kind: 'set', task: id, ...change })));
  });
}

function changeOf(word: string, { statusMarks }: Config): FieldChange {
  const at = word.indexOf('=');
  const name = word.slice(0, at).toLowerCase();
  const value = word.slice(at + 1).trim();
  const field = fields.find((one) => one === name);
  if (!field) throw new Refused(`"${name}" is nothing that can be set: use ${fields.join(', ')}.`);
  if (value === '' && (field === 'status' || field === 'title' || field === 'id'))
    throw new Refused(`Say what to set ${field} to: ${field}=…`);
  if (field === 'status') {
    const status = statuses.find((one) => one === value.toLowerCase()) ?? parseStatus(value, statusMarks);
    if (!status) throw new Refused(`"${value}" is no status: use ${statuses.join(', ')}.`);
    return { field, value: status };
  }
  if (field === 'priority') {
    if (value === '') return { field, value };
    const priority = priorities.find((one) => one === value.toLowerCase()) ?? parsePriority(value);
    if (!priority) throw new Refused(`"${value}" is no priority: use ${priorities.join(', ')}.`);
    return { field, value: priority };
  }
  return { field, value };
}
