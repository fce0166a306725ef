import * as l10n from '@vscode/l10n';
import type { RelatedPlace } from '../model/problem.js';
import { tasksOf } from '../model/roadmap.js';
import { statusOf } from '../progress/counts.js';
import type { ActivitySubject, Rule } from './rule.js';

/** So many TODOs are named. */
const most = 20;

/** A task is done, but code still has TODOs for it. */
export const doneWithTodos: Rule<ActivitySubject> = {
  code: 'done-with-todos',
  severity: 'warning',
  run({ file, roadmap, links, todos }) {
    if (links.isEmpty) return [];
    return [...tasksOf(roadmap)].flatMap((task) => {
      const open = links.activityOf(file.uri, task.id).todos.flatMap(({ uri, index }): RelatedPlace[] => {
        const found = todos.get(uri);
        const todo = found?.todos[index];
        // Code that says what it implements is no work that is left.
        if (!found || !todo || todo.tag === '@task') return [];
        return [{ uri, range: found.places[index]!.range, message: `${todo.tag} ${todo.text}`.slice(0, 200) }];
      });
      if (open.length === 0 || statusOf(task) !== 'done') return [];
      const message =
        open.length === 1
          ? l10n.t('"{0}" is done, but code has a TODO for it: remove that, or open the task again.', task.title)
          : l10n.t(
              '"{0}" is done, but code has {1} TODOs for it: remove them, or open the task again.',
              task.title,
              open.length,
            );
      return {
        message,
        range: file.lines.rangeOf(task.titleSpan),
        related: open.slice(0, most),
        fixes: [
          {
            title: l10n.t('Open "{0}" again', task.title),
            safe: false,
            edit: {
              kind: 'roadmap',
              uri: file.uri,
              changes: [{ kind: 'set', task: task.id, field: 'status', value: 'todo' }],
            },
          },
        ],
      };
    });
  },
};
