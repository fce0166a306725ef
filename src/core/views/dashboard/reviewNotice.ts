import * as l10n from '@vscode/l10n';
import { dueReview } from '../../checks/reviewOverdue.js';
import type { Review } from '../../model/roadmap.js';
import { formatDate } from '../../values/date.js';
import type { ReviewNotice } from './dashboard.js';
import { lineOf, type Subject } from './subject.js';

/** How often the roadmap is looked at, and whether it should have been; undefined where it says nothing of the kind. */
export function reviewNotice(subject: Subject): ReviewNotice | undefined {
  const { roadmap, today } = subject;
  const { review, registerSpans } = roadmap;
  if (!review) return undefined;
  const due = dueReview(review);
  const overdue = due !== undefined && due.day < today;
  const { next, lastUpdated, frequency, criteria, process } = review;
  const span =
    due?.span ?? registerSpans.review ?? (next ?? lastUpdated ?? frequency ?? criteria[0] ?? process[0])?.span;
  return {
    overdue,
    text: sayReview(review, overdue),
    line: span ? lineOf(subject, span) : 0,
    criteria: criteria.map(({ text }) => text),
    process: process.map(({ text }) => text),
  };
}

function sayReview({ frequency, next, lastUpdated, lastUpdatedDate }: Review, overdue: boolean): string {
  const updated = lastUpdatedDate ? formatDate(lastUpdatedDate) : lastUpdated?.value;
  return [
    ...(frequency ? [frequency.value] : []),
    ...(updated === undefined
      ? []
      : [l10n.t({ message: 'last on {0}', args: [updated], comment: 'When a roadmap was reviewed; {0} is a date' })]),
    ...(next
      ? [l10n.t({ message: 'next on {0}', args: [next.value], comment: 'When a roadmap is reviewed; {0} is a date' })]
      : []),
    ...(overdue ? [l10n.t({ message: 'overdue', comment: 'Of the review of a roadmap' })] : []),
  ].join(', ');
}
