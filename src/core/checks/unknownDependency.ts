import * as l10n from '@vscode/l10n';
import { prefixesOf } from '../links/taskLookup.js';
import { tasksOf } from '../model/roadmap.js';
import { findReferences } from '../references/issues.js';
import { idKey } from '../references/taskId.js';
import { mayBeId, prefixOf } from '../references/mentions.js';
import { nearest } from '../yaml/nearest.js';
import { dependencyTargets } from './dependencyTargets.js';
import type { PlanSubject, Rule } from './rule.js';

/** A task depends on an id that no task has, or on a title that several have. Words that are no id are left alone. */
export const unknownDependency: Rule<PlanSubject> = {
  code: 'unknown-dependency',
  severity: 'warning',
  run({ file, roadmap, aliases }) {
    const { targets } = dependencyTargets(roadmap, aliases);
    const wrong = targets.filter(({ named }) => 'problem' in named);
    if (wrong.length === 0) return [];
    const ids = [...tasksOf(roadmap)].map(({ id }) => id);
    const prefixes = prefixesOf(roadmap);
    return wrong.flatMap(({ node, text: { value, span }, named }) => {
      const range = file.lines.rangeOf(span);
      if ('problem' in named && named.problem === 'ambiguous') {
        // Several tasks may be for one issue.
        if (findReferences(value).length > 0) return [];
        const message = l10n.t(
          '"{0}" depends on {1}, which several tasks are called: name it by its id.',
          node.title,
          value,
        );
        return { message, range };
      }
      const prefix = prefixOf(value);
      const near = mayBeId(value) && prefix === undefined && /-/.test(value) ? nearest(value, ids) : undefined;
      const same = ids.find((id) => plain(id) === plain(value)) ?? near;
      if (same === undefined && !(prefix !== undefined && prefixes.has(prefix))) return [];
      const message =
        same === undefined
          ? l10n.t('"{0}" depends on {1}, which no task has as its id: correct it, or take it away.', node.title, value)
          : l10n.t('"{0}" depends on {1}, which no task has as its id: did you mean {2}?', node.title, value, same);
      const fix = same !== undefined && {
        title: l10n.t('Write {0}', same),
        safe: false,
        edit: { kind: 'text', uri: file.uri, range, from: value, to: same } as const,
      };
      return { message, range, ...(fix ? { fixes: [fix] } : {}) };
    });
  },
};

function plain(id: string): string {
  return idKey(id).replace(/[-_]/g, '');
}
