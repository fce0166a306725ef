import * as l10n from '@vscode/l10n';
import type { MetricResult } from '../../metrics/metricResults.js';
import { metricName } from '../../metrics/metricNames.js';
import { sourceLabel } from '../../metrics/sources.js';
import type { Metric } from '../../model/roadmap.js';
import { formatTarget } from '../../values/quantity.js';
import { sayReading, stateWord } from '../measuredMetrics.js';
import { sentence } from '../metricRows.js';
import type { MetricCard } from './dashboard.js';
import { horizonNamed } from './metricHorizon.js';
import { lineOf, remembered, type Subject } from './subject.js';

/** So many readings of a metric are drawn, the newest. */
const mostReadings = 200;

const made = remembered<readonly MetricCard[]>();

/** The success metrics: what is claimed, and what is measured as far as somebody has looked. */
export function metricCards(subject: Subject): readonly MetricCard[] {
  const { roadmap, file, metrics } = subject;
  return made([roadmap, file.lines, metrics], () => cards(subject));
}

function cards(subject: Subject): readonly MetricCard[] {
  const { roadmap, file, metrics } = subject;
  const results = new Map(
    metrics?.filter((result) => result.file.uri === file.uri).map((result) => [result.metric, result]),
  );
  return roadmap.metrics.map((metric) => {
    const result = results.get(metric);
    return { ...stated(subject, metric), ...(result ? measured(result) : unmeasured(metric)) };
  });
}

type Stated = 'name' | 'group' | 'horizon' | 'target' | 'qualitative' | 'claimed' | 'goal' | 'line';

/** What the roadmap says of it. */
function stated(subject: Subject, metric: Metric): Pick<MetricCard, Stated> {
  const { group, target, claimed, text, span } = metric;
  const horizon = horizonNamed(subject.roadmap, metric);
  return {
    name: sentence(metricName(metric)),
    ...(group === undefined ? {} : { group }),
    ...(horizon === undefined ? {} : { horizon }),
    target: target ? formatTarget(target) : text,
    qualitative: !target,
    ...(claimed ? { claimed } : {}),
    ...(target ? { goal: { value: target.value, comparison: target.comparison } } : {}),
    line: lineOf(subject, span),
  };
}

function measured(result: MetricResult): Omit<MetricCard, Stated> {
  const { state, source, reading, trend, because } = result;
  const said = sayReading(result);
  const detail = reading?.measurement.detail;
  return {
    ...(said === undefined ? {} : { reading: said }),
    state,
    stateText: stateWord(state),
    ...(source ? { source: sourceLabel(source) } : {}),
    ...(reading ? { time: reading.time } : {}),
    trend: trend.points.slice(-mostReadings).map(({ time, value }) => ({ time, value })),
    ...(trend.direction ? { direction: trend.direction } : {}),
    explain: [
      result.explanation,
      ...(detail === undefined ? [] : [`${detail}.`]),
      ...(source && because !== undefined ? [`${sourceLabel(source)}: ${because}.`] : []),
    ].join(' '),
  };
}

/** Of one that nobody has looked at yet. */
function unmeasured({ claimed }: Metric): Omit<MetricCard, Stated> {
  const state = claimed === 'met' ? 'claimed' : 'unmeasured';
  return { state, stateText: stateWord(state), trend: [], explain: l10n.t('The metrics are still being read.') };
}
