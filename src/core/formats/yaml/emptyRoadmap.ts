import * as l10n from '@vscode/l10n';
import type { Roadmap } from '../../model/roadmap.js';
import type { ParseOptions } from '../format.js';

/** A roadmap in YAML that holds nothing yet, called by the name of its file. */
export function emptyRoadmap(text: string, { fallbackTitle }: ParseOptions): Roadmap {
  return {
    format: 'yaml',
    title: fallbackTitle ?? l10n.t('Roadmap'),
    span: { start: 0, end: text.length },
    facts: { others: [] },
    children: [],
    outcomes: [],
    metrics: [],
    risks: [],
    dependencies: [],
    themes: [],
    nextSteps: [],
    registerSpans: {},
  };
}
