import * as l10n from '@vscode/l10n';
import type { Review } from '../model/roadmap.js';
import { daysOf } from '../progress/schedule.js';
import { parseDate } from '../values/date.js';
import { isoDay } from '../values/day.js';
import type { Rule, TimingSubject } from './rule.js';

/** The day on which a roadmap was to be gone through is over. */
export const reviewOverdue: Rule<TimingSubject> = {
  code: 'review-overdue',
  severity: 'info',
  run({ file, roadmap, today }) {
    const { review } = roadmap;
    const due = review && dueReview(review);
    if (!due || due.day >= today) return [];
    return [
      {
        message: l10n.t(
          'The next review was due on {0}: go through the roadmap, and say when it is looked at again.',
          isoDay(due.day),
        ),
        range: file.lines.rangeOf(due.span),
        fixes: [
          {
            title: l10n.t('Mark as reviewed today'),
            safe: false,
            edit: { kind: 'roadmap', uri: file.uri, changes: [{ kind: 'review', date: isoDay(today) }] },
          },
        ],
      },
    ];
  },
};

/** When the next review is due: the date that is written, else as often as it is said, counted from the last. */
export function dueReview({ next, lastUpdatedDate, frequency }: Review) {
  const date = next && parseDate(next.value);
  if (next && date) return { day: daysOf(date).latest, span: next.span };
  const days = frequency && intervalOf(frequency.value);
  return lastUpdatedDate && days !== undefined
    ? { day: daysOf(lastUpdatedDate).latest + days, span: lastUpdatedDate.span }
    : undefined;
}

/** Longest days of each rhythm. */
const rhythms: readonly (readonly [RegExp, number])[] = [
  [/\b(?:bi-?weekly|fortnightly|every (?:two|2) weeks)\b/i, 14],
  [/\b(?:bi-?monthly|every (?:two|2) months)\b/i, 62],
  [/\b(?:weekly|every week|wöchentlich|hebdomadaire|semanal|settimanale|еженедельно)(?!\p{L})/iu, 7],
  [/\b(?:monthly|every month|monatlich|mensuelle?|mensual|mensile|ежемесячно)(?!\p{L})/iu, 31],
  [/\b(?:quarterly|every quarter|vierteljährlich|trimestrielle?|trimestral|trimestrale|ежеквартально)(?!\p{L})/iu, 92],
  [
    /\b(?:half-?yearly|semi-?annual(?:ly)?|every (?:six|6) months|halbjährlich|semestrielle?|semestral)(?!\p{L})/iu,
    184,
  ],
  [/\b(?:yearly|annual(?:ly)?|every year|jährlich|annuelle?|anual|annuale|ежегодно)(?!\p{L})/iu, 366],
];

/** How many days a rhythm leaves at most between two reviews; undefined where it is said in other words. */
function intervalOf(text: string): number | undefined {
  return rhythms.find(([pattern]) => pattern.test(text.slice(0, 200)))?.[1];
}
