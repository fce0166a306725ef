import type { Config } from '../model/config.js';
import type { FieldChange } from '../model/edit.js';
import { Refused } from '../model/refused.js';
import { priorities, statuses } from '../model/roadmap.js';
import { parsePriority } from '../values/priority.js';
import { parseStatus } from '../values/status.js';

/** What of a task can be set. */
export const taskFields = ['status', 'priority', 'effort', 'owner', 'due', 'title', 'id'] as const;

/**
 * What is to be set, of words as people write them: a status or priority in any language that is known. Empty texts take a value away.
 * Throws `Refused` where it is nothing that can be set.
 */
export function fieldChange(name: string, value: string, { statusMarks }: Config): FieldChange {
  const field = taskFields.find((one) => one === name);
  if (!field) throw new Refused(`"${name}" is nothing that can be set: use ${taskFields.join(', ')}.`);
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
