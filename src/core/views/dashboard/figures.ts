import * as l10n from '@vscode/l10n';
import type { Group, Roadmap } from '../../model/roadmap.js';
import { countLeaves, wholePercent, type Counts } from '../../progress/counts.js';
import { countedLeaves, effortProgress, effortRatio } from '../../progress/effortProgress.js';
import type { Weight } from '../../progress/weights.js';
import { sayDaysDone, sayDone } from '../words.js';
import type { Figure } from './dashboard.js';

/** `5 of 20 done`, with which tasks are counted. */
export function doneFigure(node: Roadmap | Group): Figure {
  const counts = countLeaves(node);
  return { text: sayDone(counts), explain: explainCounts(counts) };
}

function explainCounts({ todo, doing, blocked, done, total, cancelled }: Counts): string {
  if (total + cancelled === 0) return l10n.t('There are no tasks to count.');
  return [
    l10n.t(
      'Counted are tasks without subtasks: {0} done, {1} in progress, {2} blocked, {3} to do.',
      done,
      doing,
      blocked,
      todo,
    ),
    ...(doing > 0 ? [l10n.t('What is in progress is not done.')] : []),
    ...(cancelled > 0
      ? [
          l10n.t({
            message: 'Cancelled ones are not counted: {0}.',
            args: [cancelled],
            comment: '{0} is how many tasks are cancelled',
          }),
        ]
      : []),
  ].join(' ');
}

/** `12 of 40 working days (30 %)`, with what the tasks weigh; undefined where no effort is said. */
export function effortFigure(
  roadmap: Roadmap,
  node: Roadmap | Group,
): (Figure & { readonly percent: number }) | undefined {
  const progress = effortProgress(roadmap, node);
  if (progress.said === 0) return undefined;
  return {
    text: sayDaysDone(progress),
    percent: wholePercent(effortRatio(progress)),
    explain: explainWeights(roadmap, node),
  };
}

function explainWeights(roadmap: Roadmap, node: Roadmap | Group): string {
  const from: Record<Weight['from'], number> = { own: 0, group: 0, median: 0, none: 0 };
  for (const { weight, counts } of countedLeaves(roadmap, node)) if (counts) from[weight.from]++;
  const { own, group, median } = from;
  return [
    ...(own > 0
      ? [
          own === 1
            ? l10n.t('1 task weighs the middle of its own effort.')
            : l10n.t('{0} tasks weigh the middle of their own efforts.', own),
        ]
      : []),
    ...(group > 0
      ? [
          group === 1
            ? l10n.t('1 task weighs its share of the effort above it.')
            : l10n.t('{0} tasks weigh their share of the effort above them.', group),
        ]
      : []),
    ...(median > 0
      ? [
          median === 1
            ? l10n.t('1 task of which no effort is said weighs as much as the others around it.')
            : l10n.t('{0} tasks of which no effort is said weigh as much as the others around them.', median),
        ]
      : []),
    l10n.t('A week is 5 working days, a month 21.'),
  ].join(' ');
}
