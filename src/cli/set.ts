import type { Config } from '../core/model/config.js';
import type { Change, FieldChange } from '../core/model/edit.js';
import { fieldChange } from '../core/edits/fieldChange.js';
import { edit, type EditOptions } from './editing.js';
import type { Io } from './io.js';
import { taskNamed } from '../core/edits/names.js';
import { Refused } from '../core/model/refused.js';

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

function changeOf(word: string, config: Config): FieldChange {
  const at = word.indexOf('=');
  return fieldChange(word.slice(0, at).toLowerCase(), word.slice(at + 1).trim(), config);
}
