import * as l10n from '@vscode/l10n';
import { mayMeanTask } from './mayMeanTask.js';
import type { Rule, TodoSubject } from './rule.js';

/** A TODO names a task that no roadmap in scope has. */
export const unknownTask: Rule<TodoSubject> = {
  code: 'unknown-task',
  severity: 'warning',
  run({ file, mentions, names }) {
    const folder = file.folder.uri;
    return mentions.flatMap((named, index) =>
      named.flatMap((mention, at) => {
        const { raw } = mention;
        if (!mayMeanTask(mention) || names.meantBy(folder, raw)) return [];
        const meant = names.closest(folder, raw);
        // A word that is no id may be anything, unless it nearly is one.
        if (mention.resolution.kind === 'none' && meant === undefined) return [];
        const message =
          meant === undefined
            ? l10n.t('No roadmap in scope has a task {0}: correct the id, or link the TODO to a task.', raw)
            : l10n.t('No roadmap in scope has a task {0}: did you mean {1}?', raw, meant);
        const replace = { kind: 'link', id: meant ?? '', replaces: raw } as const;
        return {
          message,
          range: file.places[index]!.mentions[at]!,
          fixes:
            meant === undefined
              ? []
              : [
                  {
                    title: l10n.t('Write {0}', meant),
                    safe: false,
                    edit: { kind: 'todo', uri: file.uri, index, change: replace },
                  },
                ],
        };
      }),
    );
  },
};
