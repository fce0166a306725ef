import * as l10n from '@vscode/l10n';
import { dueReview } from '../../checks/reviewOverdue.js';
import type { Review, TextItem } from '../../model/roadmap.js';
import { formatDate, parseDate, type DateValue } from '../../values/date.js';
import { daysOf } from '../../progress/schedule.js';
import type { DayFormat } from '../../values/day.js';
import type { ReviewNotice, TextEntry } from './dashboard.js';
import { lineOf, type Subject } from './subject.js';

/** How often the roadmap is looked at, and whether it should have been; undefined where it says nothing of the kind. */
export function reviewNotice(subject: Subject): ReviewNotice | undefined {
  const { roadmap, today, sayDay } = subject;
  const { review, registerSpans } = roadmap;
  if (!review) return undefined;
  const due = dueReview(review);
  const overdue = due !== undefined && due.day < today;
  const { next, lastUpdated, frequency, criteria, process } = review;
  const span =
    due?.span ?? registerSpans.review ?? (next ?? lastUpdated ?? frequency ?? criteria[0] ?? process[0])?.span;
  const entry = (item: TextItem): TextEntry => ({ text: item.text, line: lineOf(subject, item.span) });
  return {
    overdue,
    text: sayReview(review, due?.day, overdue, sayDay),
    line: span ? lineOf(subject, span) : 0,
    criteria: criteria.map(entry),
    process: process.map(entry),
  };
}

function sayReview(review: Review, due: number | undefined, overdue: boolean, sayDay: DayFormat): string {
  const { frequency, lastUpdated, lastUpdatedDate } = review;
  const updated = lastUpdatedDate ? sayDate(lastUpdatedDate, sayDay) : lastUpdated?.value;
  const next = sayNext(review, due, sayDay);
  return [
    ...(frequency ? [frequency.value] : []),
    ...(updated === undefined
      ? []
      : [l10n.t({ message: 'last on {0}', args: [updated], comment: 'When a roadmap was reviewed; {0} is a date' })]),
    ...(next === undefined ? [] : [next]),
    ...(overdue ? [l10n.t({ message: 'overdue', comment: 'Of the review of a roadmap' })] : []),
  ].join(', ');
}

/** When it is looked at again: the date that is written, else the day that follows from the rest, else what is written. */
function sayNext({ next, frequency }: Review, due: number | undefined, sayDay: DayFormat): string | undefined {
  const date = next && parseDate(next.value);
  const on = date ? sayDate(date, sayDay) : due === undefined ? undefined : sayDay(due);
  if (on !== undefined) {
    return l10n.t({ message: 'next on {0}', args: [on], comment: 'When a roadmap is reviewed; {0} is a date' });
  }
  if (!next || next.value.trim().toLowerCase() === frequency?.value.trim().toLowerCase()) return undefined;
  return l10n.t({
    message: 'next: {0}',
    args: [next.value],
    comment: 'When a roadmap is reviewed, in its own words such as "in spring"',
  });
}

/** A date as far as it is known. */
function sayDate(date: Omit<DateValue, 'start' | 'end'>, sayDay: DayFormat): string {
  const { earliest, latest } = daysOf(date);
  return earliest === latest ? sayDay(earliest) : formatDate(date);
}
