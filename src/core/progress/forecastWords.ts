import * as l10n from '@vscode/l10n';
import { isoDay, type DayFormat } from '../values/day.js';
import type { Forecast, ForecastReason } from './forecast.js';
import type { PlanForecast } from './horizonForecast.js';

/** A day of a range: `2026-11-26`, or that it is not in sight. */
export function sayForecastDay(day: number | undefined, sayDay: DayFormat = isoDay): string {
  return day === undefined
    ? l10n.t({ message: 'not in sight', comment: 'Said of a date that is more than five years away' })
    : sayDay(day);
}

/** What a forecast says, in one line: `50 %: 2026-12-04, 85 %: 2026-12-18, 95 %: 2027-01-08`. */
export function sayForecast({ state, dates, reasons }: Forecast, sayDay: DayFormat = isoDay): string {
  if (state === 'done') return l10n.t({ message: 'done', comment: 'Status of a task' });
  if (state === 'empty') return l10n.t('there are no tasks');
  const because = reasons.map((reason) => sayForecastReason(reason, sayDay)).join('; ');
  if (state === 'thin') {
    return l10n.t({
      message: 'too little history to say: {0}',
      args: [because],
      comment: '{0} says what is missing for a forecast',
    });
  }
  if (!dates) {
    return l10n.t({ message: 'not in sight: {0}', args: [because], comment: '{0} says why no date can be given' });
  }
  const range = l10n.t(
    '50 %: {0}, 85 %: {1}, 95 %: {2}',
    sayForecastDay(dates.p50, sayDay),
    sayForecastDay(dates.p85, sayDay),
    sayForecastDay(dates.p95, sayDay),
  );
  return because === '' ? range : `${range} (${because})`;
}

/** Why there is no range, or not all of it. */
export function sayForecastReason(reason: ForecastReason, sayDay: DayFormat = isoDay): string {
  switch (reason.kind) {
    case 'no-history':
      return l10n.t('there are no earlier versions of the roadmap');
    case 'few-weeks':
      return l10n.t('{0} of the {1} weeks that it takes', reason.weeks, reason.needed);
    case 'few-finished':
      return l10n.t('{0} of the {1} finished tasks that it takes', reason.finished, reason.needed);
    case 'paused':
      return l10n.t('no task finished since {0}', sayDay(reason.last));
    case 'behind':
      return l10n.t('only the first {0} open horizons are forecast', reason.horizons);
    case 'growth':
      return sayGrowth(rounded(reason.finished), rounded(reason.added));
    default:
      return sayFar(reason.remaining, rounded(reason.finished));
  }
}

function sayGrowth(finished: number, added: number): string {
  return finished === 1
    ? l10n.t('1 task a week is finished and {0} added', added)
    : l10n.t('{0} tasks a week are finished and {1} are added', finished, added);
}

function sayFar(remaining: number, finished: number): string {
  return finished === 1
    ? l10n.t('{0} tasks are left and 1 a week is finished', remaining)
    : l10n.t('{0} tasks are left and {1} a week are finished', remaining, finished);
}

/** What the forecast of horizons assumes. */
export function sayAssumption({ assumption, inOrder }: Pick<PlanForecast, 'assumption' | 'inOrder'>): string {
  return assumption === 'in-order' || inOrder === undefined
    ? l10n.t('Horizons are taken to be worked on one after the other, at the pace of the whole plan.')
    : l10n.t(
        'Of all tasks {0} % were finished in the first horizon that was open, the others in later ones; it is taken to go on like that.',
        Math.round(inOrder * 100),
      );
}

/** A number a person can take in: one decimal. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
