import * as l10n from '@vscode/l10n';
import type { Passage, Sourced } from '../../model/roadmap.js';
import { countLeaves, percent } from '../../progress/counts.js';
import type { Header } from './dashboard.js';
import { doneFigure, effortFigure } from './figures.js';
import { forecastFigure } from './forecastRange.js';
import { lineOf, remembered, type Subject } from './subject.js';

const made = remembered<Header>();

/** The document's facts and overall progress. */
export function header(subject: Subject): Header {
  const { roadmap, file, history, forecast, sayDay } = subject;
  return made([roadmap, file.lines, history, forecast, sayDay], () => read(subject));
}

function read(subject: Subject): Header {
  const { roadmap } = subject;
  const counts = countLeaves(roadmap);
  const effort = effortFigure(roadmap, roadmap);
  return {
    title: roadmap.title,
    counts,
    percent: percent(counts),
    done: doneFigure(roadmap),
    ...(effort ? { effort } : {}),
    forecast: forecastFigure(subject),
    facts: facts(subject),
  };
}

function facts(subject: Subject): Header['facts'] {
  const { generated, purpose, summary, currentState, goal, conclusion, others } = subject.roadmap.facts;
  const fact = (name: string, value: Sourced<string> | undefined) =>
    value ? [{ name, text: value.value, span: value.span }] : [];
  const passage = (name: string, value: Passage | undefined) =>
    value
      ? [{ name, text: [value.text, ...value.points.map(({ text }) => `• ${text}`)].join('\n'), span: value.span }]
      : [];
  return [
    ...fact(l10n.t({ message: 'Generated', comment: 'When the document was made' }), generated),
    ...fact(l10n.t('Purpose'), purpose),
    ...passage(l10n.t('Summary'), summary),
    ...fact(l10n.t('Current state'), currentState),
    ...fact(l10n.t('Goal'), goal),
    ...others.flatMap((other) => fact(other.name, other)),
    ...passage(l10n.t('Conclusion'), conclusion),
  ]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ name, text, span }) => ({ name, text, line: lineOf(subject, span) }));
}
