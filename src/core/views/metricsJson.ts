import type { MetricSource, MetricState, SourceReading } from '../model/metric.js';
import type { Metric } from '../model/roadmap.js';
import type { Snapshot } from '../model/snapshot.js';
import type { MetricResult, MetricResults } from '../metrics/metricResults.js';
import { sourceLabel } from '../metrics/sources.js';
import type { SourceSuggestion } from '../metrics/suggestSources.js';
import { formatTarget } from '../values/quantity.js';
import { isoTime } from '../values/day.js';
import { problemJson } from './statusJson.js';
import type { ProblemJson, TargetJson } from './statusSchema.js';

/**
 * Metrics as versioned JSON. Lines are 1-based, times are ISO 8601. Within a `schemaVersion` keys are added, never changed or
 * taken away.
 */
export interface MetricsJson {
  readonly schemaVersion: 1;
  readonly metrics: readonly MetricJson[];
  /** Sources that metrics without one may have. */
  readonly suggestions: readonly {
    readonly metric: string;
    readonly source: SourceJson;
    readonly because: string;
  }[];
  readonly problems: readonly ProblemJson[];
}

interface MetricJson {
  /** What is measured, as the roadmap names it. */
  readonly name: string;
  /** The title it stands under: `30-Day Goals`. */
  readonly group: string | null;
  readonly horizon: string | null;
  /** The roadmap's path, and the metric's line there. */
  readonly roadmap: string;
  readonly line: number;
  /** Null for a goal without a number. */
  readonly target: (Omit<TargetJson, 'name'> & { readonly text: string }) | null;
  readonly claimed: NonNullable<Metric['claimed']> | null;
  readonly state: MetricState;
  /** What the reading says, whatever its age. */
  readonly verdict: 'met' | 'near' | 'missed' | null;
  readonly reading: ReadingJson | null;
  readonly source: SourceJson | null;
  /** Why that source measures it. */
  readonly because: string | null;
  /** Earlier readings and the newest, oldest first, in the target's unit. */
  readonly trend: readonly { readonly time: string; readonly value: number }[];
  readonly explanation: string;
}

interface ReadingJson {
  /** As the source gave it. */
  readonly value: number;
  readonly unit: string | null;
  /** In the target's unit; null where it cannot be converted. */
  readonly converted: number | null;
  readonly aggregate: string | null;
  readonly detail: string | null;
  /** When it was measured, and how many seconds ago that is. */
  readonly time: string;
  readonly age: number;
}

interface SourceJson {
  readonly kind: MetricSource['kind'];
  /** In a few words: `coverage/lcov.info (lines)`. */
  readonly label: string;
  readonly file?: string;
  readonly format?: string;
  readonly value?: string;
  readonly measure?: string;
  readonly command?: readonly string[];
  /** How the last look at it went; null for a suggestion. */
  readonly state: SourceReading['state'] | 'loading' | null;
}

/** Makes the JSON of metrics that were judged. */
export function metricsJson(
  { configs }: Pick<Snapshot, 'configs'>,
  { results, configProblems }: MetricResults,
  suggestions: readonly SourceSuggestion[],
): MetricsJson {
  return {
    schemaVersion: 1,
    metrics: results.map(metricJson),
    suggestions: suggestions.map(({ metric, source, because }) => ({
      metric: metric.target?.name ?? metric.text,
      source: sourceJson(source, null),
      because,
    })),
    problems: [
      ...results.flatMap(({ file, problems }) =>
        problems.map((problem) => problemJson(file.path, problem, file.lines)),
      ),
      ...configs.flatMap(({ uri, path, lines }) =>
        (configProblems.get(uri) ?? []).map((problem) => problemJson(path, problem, lines)),
      ),
    ],
  };
}

function metricJson(result: MetricResult): MetricJson {
  const { file, metric, name, state, verdict, reading, value, age, source, sourceState, because, trend, explanation } =
    result;
  const { target } = metric;
  return {
    name,
    group: metric.group ?? null,
    horizon: metric.horizon ?? null,
    roadmap: file.path,
    line: file.lines.lineAt(metric.span.start) + 1,
    target: target
      ? {
          text: formatTarget(target),
          op: target.comparison,
          value: target.value,
          ...(target.unit === undefined ? {} : { unit: target.unit }),
          ...(target.qualifier === undefined ? {} : { qualifier: target.qualifier }),
        }
      : null,
    claimed: metric.claimed ?? null,
    state,
    verdict: verdict ?? null,
    reading: reading
      ? {
          value: reading.measurement.value,
          unit: reading.measurement.unit ?? null,
          converted: value ?? null,
          aggregate: reading.measurement.aggregate ?? null,
          detail: reading.measurement.detail ?? null,
          time: isoTime(reading.time),
          age: Math.round(age ?? 0),
        }
      : null,
    source: source ? sourceJson(source, sourceState ?? null) : null,
    because: because ?? null,
    trend: trend.points.map((point) => ({ time: isoTime(point.time), value: point.value })),
    explanation,
  };
}

function sourceJson(source: MetricSource, state: SourceJson['state']): SourceJson {
  const label = sourceLabel(source);
  if (source.kind === 'git') return { kind: 'git', label, measure: source.measure, state };
  return {
    kind: source.kind,
    label,
    ...(source.kind === 'file' ? { file: source.file } : { command: source.command }),
    ...(source.format === undefined ? {} : { format: source.format }),
    ...(source.value === undefined ? {} : { value: source.value }),
    state,
  };
}
