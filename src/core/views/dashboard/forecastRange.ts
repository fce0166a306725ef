import * as l10n from '@vscode/l10n';
import type { Group, Roadmap } from '../../model/roadmap.js';
import { countLeaves } from '../../progress/counts.js';
import { sayForecast } from '../../progress/forecastWords.js';
import { forecastNotes } from '../forecastNotes.js';
import type { HorizonForecast } from '../../progress/horizonForecast.js';
import { sayVerdict } from '../verdicts.js';
import { historyState } from './historyState.js';
import type { Figure, ForecastRange } from './dashboard.js';
import type { Subject } from './subject.js';

/** When the whole plan, or one of its outermost groups, will be done; until its history has been read nobody knows. */
export function forecastRange(subject: Subject, node: Roadmap | Group): ForecastRange {
  const { forecast, today } = subject;
  const { total, done } = countLeaves(node);
  if (total === 0) return { state: 'empty', text: l10n.t('there are no tasks') };
  if (total === done) return { state: 'done', text: l10n.t({ message: 'done', comment: 'Status of a task' }) };
  const whyNot = unknown(subject);
  if (whyNot !== undefined) return { state: 'unknown', text: whyNot };
  const found = 'kind' in node ? forecast?.horizons.find(({ id }) => id === node.id) : forecast?.whole;
  // It was made for the plan as it was before the group came.
  if (!found) return { state: 'unknown', text: beingMade() };
  const { p50, p85, p95 } = found.dates ?? {};
  const { verdict, end }: Partial<HorizonForecast> = found;
  return {
    state: found.state,
    ...(p50 === undefined ? {} : { p50 }),
    ...(p85 === undefined ? {} : { p85 }),
    ...(p95 === undefined ? {} : { p95 }),
    ...(verdict ? { verdict, verdictText: sayVerdict(verdict, end !== undefined && end >= today) } : {}),
    text: sayForecast(found),
  };
}

/** When all of it will be done, with what that rests on. */
export function forecastFigure(subject: Subject): Figure {
  const { text, state } = forecastRange(subject, subject.roadmap);
  const notes = state === 'unknown' || !subject.forecast ? [] : forecastNotes(subject.forecast);
  const explain =
    state === 'done'
      ? l10n.t('No task is left.')
      : state === 'ready' || state === 'never'
        ? [...notes, l10n.t('A range of probable days, by what was finished and added each week so far.')].join(' ')
        : (notes[0] ?? text);
  return { text, explain };
}

function unknown({ history, forecast }: Subject): string | undefined {
  const { state, reason } = historyState(history);
  if (state !== 'ready') return reason ?? '';
  return forecast ? undefined : beingMade();
}

function beingMade(): string {
  return l10n.t('The forecast is being made.');
}
