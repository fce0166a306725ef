import * as l10n from '@vscode/l10n';
import type { Group, Roadmap } from '../../model/roadmap.js';
import { countLeaves } from '../../progress/counts.js';
import type { Forecast } from '../../progress/forecast.js';
import { sayForecast } from '../../progress/forecastWords.js';
import type { HorizonForecast } from '../../progress/horizonForecast.js';
import { forecastNotes } from '../forecastNotes.js';
import { sayVerdict } from '../verdicts.js';
import type { Figure, ForecastRange } from './dashboard.js';
import type { Subject } from './subject.js';

/** When the whole plan, or one of its outermost groups, will be done; until its history has been read nobody knows. */
export function forecastRange(subject: Subject, node: Roadmap | Group): ForecastRange {
  const { forecast, today, sayDay } = subject;
  const { total, done } = countLeaves(node);
  if (total === 0) {
    return { state: 'empty', text: l10n.t('there are no tasks'), explain: l10n.t('There is no task to forecast.') };
  }
  if (total === done) {
    const text = l10n.t({ message: 'done', comment: 'Status of a task' });
    return { state: 'done', text, explain: l10n.t('No task is left.') };
  }
  const found = 'kind' in node ? forecast?.horizons.find(({ id }) => id === node.id) : forecast?.whole;
  const history = subject.history?.state ?? 'loading';
  // A forecast without this group was made for the plan as it was before the group came.
  if (history !== 'ready' || !found) return unknownRange(history);
  const { p50, p85, p95 } = found.dates ?? {};
  const { verdict, end }: Partial<HorizonForecast> = found;
  return {
    state: found.state,
    ...(p50 === undefined ? {} : { p50 }),
    ...(p85 === undefined ? {} : { p85 }),
    ...(p95 === undefined ? {} : { p95 }),
    ...(verdict ? { verdict, verdictText: sayVerdict(verdict, end !== undefined && end >= today) } : {}),
    text: sayForecast(found, sayDay),
    explain: explainForecast(subject, found),
  };
}

/** When all of it will be done, with what that rests on. */
export function forecastFigure(subject: Subject): Figure {
  const { text, explain } = forecastRange(subject, subject.roadmap);
  return { text, explain };
}

/** In short, as a notice says once why the history is not there. */
function unknownRange(history: 'ready' | 'loading' | 'unavailable'): ForecastRange {
  return history === 'unavailable'
    ? {
        state: 'unknown',
        text: l10n.t('no forecast without a history'),
        explain: l10n.t(
          'A forecast is made of what was finished and added each week, and there is no history to tell.',
        ),
      }
    : {
        state: 'unknown',
        text: l10n.t('no forecast yet'),
        explain:
          history === 'loading'
            ? l10n.t('A forecast is made of what was finished and added each week: that is still being read.')
            : beingMade(),
      };
}

/** Said where everything is there that a forecast is made of. */
export function beingMade(): string {
  return l10n.t('The forecast is being made.');
}

function explainForecast({ forecast, sayDay }: Subject, found: Forecast): string {
  const notes = forecast ? forecastNotes(forecast, found, sayDay) : [];
  if (found.state === 'ready' || found.state === 'never') {
    notes.push(l10n.t('A range of probable days, by what was finished and added each week so far.'));
  }
  return notes.join(' ');
}
