import * as l10n from '@vscode/l10n';
import { statusOf } from '../progress/counts.js';
import { isWithin } from '../progress/planNodes.js';
import { dependencyTargets } from './dependencyTargets.js';
import type { PlanSubject, Rule } from './rule.js';

/** A task is done, but what it depends on is not. */
export const doneBeforeDependency: Rule<PlanSubject> = {
  code: 'done-before-dependency',
  severity: 'warning',
  run({ file, roadmap, aliases }) {
    const { plan, targets } = dependencyTargets(roadmap, aliases);
    return targets.flatMap(({ node, index, text, named }) => {
      if ('problem' in named || statusOf(node) !== 'done') return [];
      const target = plan.nodes[named.index]!;
      const status = statusOf(target);
      // What stands below it, or above it, is a matter of parent and children.
      if (isWithin(plan, named.index, index) || isWithin(plan, index, named.index)) return [];
      if (status === 'done' || status === 'cancelled') return [];
      return {
        message: l10n.t(
          '"{0}" is done, but it depends on "{1}", which is not: correct one of their marks, or take the dependency away.',
          node.title,
          target.title,
        ),
        range: file.lines.rangeOf(text.span),
        related: [{ uri: file.uri, range: file.lines.rangeOf(target.titleSpan), message: target.title }],
      };
    });
  },
};
