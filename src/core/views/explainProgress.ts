import * as l10n from '@vscode/l10n';
import type { Group, Roadmap, Task } from '../model/roadmap.js';
import { countLeaves } from '../progress/counts.js';
import { countedLeaves, effortProgress } from '../progress/effortProgress.js';
import type { Weight } from '../progress/weights.js';
import { statusWord } from '../values/statusWord.js';
import { percentage, sayDays, sayDaysDone, sayDone } from './words.js';

/** How the figures of a node come about. */
export interface ExplainedProgress {
  /** Both figures in a line: `5 of 20 done (25 %), 12 of 40 working days (30 %)`. */
  readonly title: string;
  /** Every leaf it counts, in document order, with how it counts. */
  readonly leaves: readonly { readonly task: Task; readonly text: string }[];
}

/** Explains the progress of a node by the leaves it is counted on and what each weighs. */
export function explainProgress(roadmap: Roadmap, node: Roadmap | Group | Task): ExplainedProgress {
  const counts = countLeaves(node);
  const progress = effortProgress(roadmap, node);
  const done = `${sayDone(counts)} (${percentage(counts)})`;
  return {
    title: [done, ...(progress.said > 0 ? [sayDaysDone(progress)] : [])].join(', '),
    leaves: countedLeaves(roadmap, node).map(({ task, status, weight, counts: does }) => ({
      task,
      text: [statusWord(status), ...(does ? [sayWeight(weight)] : [l10n.t('not counted')])].join(', '),
    })),
  };
}

/** `2.5 working days, its own effort` */
function sayWeight({ days, from }: Weight): string {
  const said = sayDays(days);
  const amount =
    said === '1'
      ? l10n.t('1 working day')
      : l10n.t({ message: '{0} working days', args: [said], comment: 'What a task weighs' });
  switch (from) {
    case 'own':
      return l10n.t({ message: '{0}, its own effort', args: [amount], comment: '{0} is "3 working days"' });
    case 'group':
      return l10n.t({
        message: '{0}, its share of the effort above',
        args: [amount],
        comment: '{0} is "3 working days"',
      });
    case 'median':
      return l10n.t({ message: '{0}, as the others around it', args: [amount], comment: '{0} is "3 working days"' });
    default:
      return l10n.t('counts as one, as no effort is said');
  }
}
