import * as l10n from '@vscode/l10n';
import type { MetricState } from '../model/metric.js';
import type { MetricResult } from '../metrics/metricResults.js';
import { sourceKey, sourceLabel } from '../metrics/sources.js';
import type { SourceSuggestion } from '../metrics/suggestSources.js';
import { formatQuantity, formatReading } from '../values/quantity.js';
import { sayAge } from './ages.js';
import { sentence, type ShownMetric, type ShownMetrics } from './metricRows.js';
import type { Row } from './registerRow.js';
import type { TooltipLine, TreeIcon } from './treeNode.js';

/** What is shown of the metrics of one roadmap, by how they were judged, and of what could measure those without a source. */
export function shownMetrics(results: readonly MetricResult[], suggestions: readonly SourceSuggestion[]): ShownMetrics {
  const byMetric = new Map(results.map((result) => [result.metric, result]));
  const measured = results.filter(({ verdict }) => verdict !== undefined).length;
  const missed = results.filter(({ state }) => state === 'missed').length;
  return {
    of: (metric) => {
      const result = byMetric.get(metric);
      return result && shownMetric(result);
    },
    summary: [
      ...(measured > 0
        ? [l10n.t({ message: '{0} measured', args: [measured], comment: 'How many success metrics' })]
        : []),
      ...(missed > 0 ? [l10n.t({ message: '{0} missed', args: [missed], comment: 'How many success metrics' })] : []),
    ],
    suggestions: suggestions.map(suggestionRow),
  };
}

const icons: Readonly<Record<MetricState, TreeIcon>> = {
  met: 'metricMet',
  near: 'metricNear',
  missed: 'metricMissed',
  stale: 'metricStale',
  claimed: 'metricClaimed',
  unmeasured: 'metric',
};

/** Where a metric stands, for its row. */
function shownMetric(result: MetricResult): ShownMetric {
  const reading = sayReading(result);
  const waits = result.sourceState === 'waiting' && !result.reading ? l10n.t('waits to be allowed') : undefined;
  // Of one that nothing measures, and nobody claims, a row says nothing: its icon does. A reading without a verdict would look
  // as if it were one.
  const judged = reading !== undefined || result.state === 'claimed';
  const state = waits ?? (judged ? stateWord(result.state) : undefined);
  return {
    icon: icons[result.state],
    ...(reading === undefined ? {} : { reading }),
    ...(state === undefined ? {} : { state }),
    origin:
      reading === undefined || !result.source || result.age === undefined
        ? []
        : [sourceLabel(result.source), sayAge(0, result.age)],
    kind: kindOf(result),
    tooltip: measuredLines(result),
  };
}

/** What menus may offer on a metric: to say what measures it, or to run the command that does. */
function kindOf({ source }: MetricResult): ShownMetric['kind'] {
  if (source?.kind === 'command') return 'command';
  return source ? 'measured' : 'unmeasured';
}

function measuredLines(result: MetricResult): TooltipLine[] {
  const value = sayReading(result);
  const detail = result.reading?.measurement.detail;
  return [
    {
      label: l10n.t('Measured'),
      text:
        value === undefined
          ? l10n.t({ message: 'no', comment: 'Whether a metric was measured' })
          : detail === undefined
            ? value
            : `${value} (${detail})`,
    },
    ...(result.source
      ? [
          {
            label: l10n.t({ message: 'Source', comment: 'What gives the reading of a metric' }),
            text:
              result.because === undefined
                ? sourceLabel(result.source)
                : `${sourceLabel(result.source)} (${result.because})`,
          },
        ]
      : []),
    ...trendLine(result),
    { text: result.explanation },
  ];
}

/** The last readings, oldest first: `71 → 73 → 74.2 %`. */
function trendLine({ trend: { points, direction } }: MetricResult): TooltipLine[] {
  if (points.length < 2) return [];
  const numbers = points.slice(-5).map(({ value }) => formatQuantity(value, undefined, 4));
  const said = direction && directions[direction]();
  return [
    {
      label: l10n.t({ message: 'Trend', comment: 'How the readings of a metric move' }),
      text: `${numbers.join(' → ')}${said === undefined ? '' : ` (${said})`}`,
    },
  ];
}

const directions: Readonly<Record<'better' | 'worse' | 'level', () => string>> = {
  better: () => l10n.t({ message: 'better', comment: 'How a metric moves' }),
  worse: () => l10n.t({ message: 'worse', comment: 'How a metric moves' }),
  level: () => l10n.t({ message: 'level', comment: 'How a metric moves: as it was' }),
};

/** The reading in the target's unit, else as it was given. */
export function sayReading({ value, metric, reading }: MetricResult): string | undefined {
  if (value !== undefined && metric.target) return formatReading(value, metric.target);
  return reading && formatQuantity(reading.measurement.value, reading.measurement.unit, 4);
}

function suggestionRow({ metric, source, because }: SourceSuggestion): Row {
  const name = sentence(metric.target?.name ?? metric.text);
  return {
    label: l10n.t('Measure {0} by {1}', name, sourceLabel(source)),
    span: metric.span,
    icon: 'suggestion',
    what: l10n.t('Suggestion'),
    suggestion: sourceKey(source),
    tooltip: [{ text: l10n.t('Adds the source to .roadmap/config.yaml') }, { text: because }],
  };
}

/** A state in words, behind a reading. */
export function stateWord(state: MetricState): string {
  return states[state]();
}

const states: Readonly<Record<MetricState, () => string>> = {
  met: () => l10n.t({ message: 'met', comment: 'Of a success metric' }),
  near: () => l10n.t({ message: 'near', comment: 'Of a success metric that is all but met' }),
  missed: () => l10n.t({ message: 'missed', comment: 'Of a success metric' }),
  stale: () => l10n.t({ message: 'stale', comment: 'Of a success metric whose reading is too old to count' }),
  claimed: () => l10n.t({ message: 'claimed only', comment: 'Of a success metric that nothing measures' }),
  unmeasured: () => l10n.t({ message: 'unmeasured', comment: 'Of a success metric' }),
};
