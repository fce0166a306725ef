import * as l10n from '@vscode/l10n';
import { sayAssumption, sayForecastReason } from '../progress/forecastWords.js';
import type { Forecast } from '../progress/forecast.js';
import type { PlanForecast } from '../progress/horizonForecast.js';
import { isoDay, type DayFormat } from '../values/day.js';

/** Why there are no dates of a plan, or of one of its horizons, and what those that are there rest on. */
export function forecastNotes(
  forecast: PlanForecast,
  of: Forecast = forecast.whole,
  sayDay: DayFormat = isoDay,
): string[] {
  const { weeks, finished, added, runs, reasons, state } = of;
  if (state === 'empty') return [l10n.t('There is no task to forecast.')];
  const because = reasons.map((reason) => sayForecastReason(reason, sayDay)).join('; ');
  if (state === 'thin')
    return [
      l10n.t({
        message: 'Too little history to say: {0}.',
        args: [because],
        comment: '{0} says what is missing for a forecast',
      }),
    ];
  if (runs === 0) return [];
  return [
    ...(because === ''
      ? []
      : [l10n.t({ message: 'Not in sight: {0}.', args: [because], comment: '{0} says why no date can be given' })]),
    added < 0
      ? l10n.t(
          'From {0} weeks in which {1} tasks were finished and {2} taken away; {3} runs.',
          weeks,
          finished,
          -added,
          runs,
        )
      : l10n.t(
          'From {0} weeks in which {1} tasks were finished and {2} added; {3} runs.',
          weeks,
          finished,
          added,
          runs,
        ),
    sayAssumption(forecast),
  ];
}
