import * as l10n from '@vscode/l10n';
import type { MetricSource } from '../model/metric.js';
import type { Problem } from '../model/problem.js';
import type { Metric } from '../model/roadmap.js';
import { metricProblem } from './metricProblem.js';
import { matchKinds, MetricMatcher, type MatchKind } from './matching.js';

/** The source of a metric, and why it is that one. */
export interface Assignment {
  readonly source: MetricSource;
  readonly match: MatchKind;
  /** For a person: `same name`. */
  readonly because: string;
}

/** Which source measures which metric, and entries that measure none. */
export interface Assignments<M extends Metric> {
  readonly byMetric: ReadonlyMap<M, Assignment>;
  /** With places in the configuration. */
  readonly problems: readonly Problem[];
}

/**
 * Gives each metric the source whose name fits best, the first of several alike; an entry that nobody wrote comes behind those
 * of the configuration. `complete`: all metrics are known, so that a name without one is a mistake.
 */
export function assignSources<M extends Metric>(
  metrics: readonly M[],
  sources: readonly MetricSource[],
  complete: boolean,
): Assignments<M> {
  const matcher = new MetricMatcher(metrics);
  const byMetric = new Map<M, Assignment>();
  const problems: Problem[] = [];
  const matched = new Set<MetricSource>();
  for (const source of sources) {
    const match = matcher.find(source.metric);
    if (!('metrics' in match)) {
      if (complete && source.span) problems.push(unmatched(source, match));
      continue;
    }
    matched.add(source);
    const { kind, because } = match;
    for (const metric of match.metrics) {
      const before = byMetric.get(metric);
      if (before && !isBetter({ source, match: kind }, before)) continue;
      byMetric.set(metric, { source, match: kind, because });
    }
  }
  const used = new Set([...byMetric.values()].map(({ source }) => source));
  for (const source of matched) {
    if (used.has(source) || !source.span) continue;
    const message = l10n.t(
      'Other entries name the metrics that "{0}" could measure more exactly: remove it.',
      source.metric,
    );
    problems.push(metricProblem('warning', message, source.span));
  }
  return { byMetric, problems };
}

function isBetter(a: Omit<Assignment, 'because'>, b: Omit<Assignment, 'because'>): boolean {
  const written = Number(b.source.span === undefined) - Number(a.source.span === undefined);
  return written !== 0 ? written > 0 : matchKinds.indexOf(a.match) < matchKinds.indexOf(b.match);
}

function unmatched(
  { metric, span }: MetricSource,
  match: Exclude<ReturnType<MetricMatcher<Metric>['find']>, { readonly metrics: unknown }>,
): Problem {
  if (match.kind === 'ambiguous') {
    const names = match.candidates.map((name) => `"${name}"`).join(', ');
    const message = l10n.t('"{0}" may be any of these metrics: {1}. Name one of them.', metric, names);
    return metricProblem('warning', message, span);
  }
  const message =
    match.nearest === undefined
      ? l10n.t('No metric of the roadmap is called "{0}": give it the name of one, or remove it.', metric)
      : l10n.t('No metric of the roadmap is called "{0}": did you mean "{1}"?', metric, match.nearest);
  return metricProblem('warning', message, span);
}
