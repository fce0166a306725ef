import * as l10n from '@vscode/l10n';
import type { Fix } from '../model/problem.js';
import type { Rule, TodoSubject } from './rule.js';

/** A TODO is for a task that is done or cancelled. Code that says what it implements may do so for good. */
export const closedTask: Rule<TodoSubject> = {
  code: 'closed-task',
  severity: 'warning',
  run({ file, mentions, names }) {
    return mentions.flatMap((named, index) =>
      named.flatMap(({ resolution }, at) => {
        const task = resolution.kind === 'task' ? names.of(resolution.target) : undefined;
        const isTodo = file.todos[index]!.tag !== '@task';
        if (!task || !(task.status === 'cancelled' || (task.status === 'done' && isTodo))) return [];
        const { id, title, uri, status } = task;
        const remove: Fix = {
          title: l10n.t('Remove this TODO'),
          safe: false,
          edit: { kind: 'todo', uri: file.uri, index, change: { kind: 'remove' } },
        };
        const open: Fix = {
          title: l10n.t('Open "{0}" again', title),
          safe: false,
          edit: { kind: 'roadmap', uri, changes: [{ kind: 'set', task: id, field: 'status', value: 'todo' }] },
        };
        return {
          message:
            status === 'done'
              ? l10n.t('"{0}" ({1}) is done, but this TODO is open: remove it, or open the task again.', title, id)
              : l10n.t('"{0}" ({1}) is cancelled: remove this, or link it to another task.', title, id),
          range: file.places[index]!.mentions[at]!,
          fixes: isTodo ? [remove, open] : [open],
        };
      }),
    );
  },
};
