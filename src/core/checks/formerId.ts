import * as l10n from '@vscode/l10n';
import { idKey } from '../references/taskId.js';
import { mayMeanTask } from './mayMeanTask.js';
import type { RuleProblem, Rule, TodoSubject } from './rule.js';

/** A TODO names a task by an id or title that it had before. */
export const formerId: Rule<TodoSubject> = {
  code: 'former-id',
  severity: 'info',
  run({ file, mentions, names }) {
    return mentions.flatMap((named, index) =>
      named.flatMap((mention, at): RuleProblem | readonly RuleProblem[] => {
        const { raw, resolution } = mention;
        const found = (id: string, safe: boolean, message: string): RuleProblem => ({
          message,
          range: file.places[index]!.mentions[at]!,
          fixes: [
            {
              title: l10n.t('Write {0}', id),
              safe,
              edit: { kind: 'todo', uri: file.uri, index, change: { kind: 'link', id, replaces: raw } },
            },
          ],
        });
        if (resolution.kind === 'task') {
          const { id } = resolution.target;
          if (idKey(id) === idKey(raw)) return [];
          return found(id, true, l10n.t('{0} is a former id of {1}: write that one, so that both are found.', raw, id));
        }
        const meant = mayMeanTask(mention) ? names.meantBy(file.folder.uri, raw) : undefined;
        if (!meant) return [];
        const { id, title } = meant.task;
        return meant.by === 'title'
          ? found(id, true, l10n.t('"{0}" has the id {1}: write that, since {2} leads nowhere.', title, id, raw))
          : found(
              id,
              false,
              l10n.t(
                'No task is called {0} any more, but "{1}" ({2}) once was: write that, if it is meant.',
                raw,
                title,
                id,
              ),
            );
      }),
    );
  },
};
