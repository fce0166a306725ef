import * as l10n from '@vscode/l10n';
import type { Rule, TodoSubject } from './rule.js';

/** A TODO names an id that several roadmaps have which are equally near. */
export const ambiguousTask: Rule<TodoSubject> = {
  code: 'ambiguous-task',
  severity: 'warning',
  run({ file, mentions, names }) {
    return mentions.flatMap((named, index) =>
      named.flatMap(({ raw, resolution }, at) => {
        if (resolution.kind !== 'ambiguous') return [];
        const titles = resolution.targets.flatMap((target) => names.of(target)?.title ?? []);
        return {
          message: l10n.t(
            '{0} may mean one of several tasks, whose roadmaps are equally near ({1}): give one of them another id.',
            raw,
            titles.map((title) => `"${title}"`).join(', '),
          ),
          range: file.places[index]!.mentions[at]!,
        };
      }),
    );
  },
};
