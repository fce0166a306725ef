import * as l10n from '@vscode/l10n';
import type { Group, Task } from '../model/roadmap.js';
import { planDependencies } from '../progress/planDependencies.js';
import type { PlanSubject, Rule } from './rule.js';

/** So many tasks of a circle are named. */
const most = 10;

/** Tasks wait for each other, so that none of them can begin. One for each circle. */
export const circularDependency: Rule<PlanSubject> = {
  code: 'circular-dependency',
  severity: 'error',
  run({ file, roadmap, aliases }) {
    const { nodes, cycles } = planDependencies(roadmap, aliases);
    return cycles.flatMap((ids) => {
      const members = nodes.filter((node) => ids.includes(node.id) && (node.dependsOn || ids.length > 1));
      const depending = members.filter(({ dependsOn }) => dependsOn);
      const [first, ...others] = depending;
      if (!first) return [];
      const names = [...members, ...members.slice(0, 1)].slice(0, most).map(({ title }) => `"${title}"`);
      return {
        message:
          ids.length === 1
            ? l10n.t('"{0}" depends on itself: take that away.', first.title)
            : l10n.t('These wait for each other: {0}. Take one of the dependencies away.', names.join(' → ')),
        range: file.lines.rangeOf(spanOf(first)),
        ...(others.length > 0
          ? {
              related: others
                .slice(0, most)
                .map((node) => ({ uri: file.uri, range: file.lines.rangeOf(spanOf(node)), message: node.title })),
            }
          : {}),
      };
    });
  },
};

function spanOf({ dependsOn, titleSpan }: Group | Task) {
  return dependsOn?.[0]?.span ?? titleSpan;
}
