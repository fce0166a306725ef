import * as l10n from '@vscode/l10n';
import type { Aggregate, Measurement } from '../../model/metric.js';
import { histogramQuantile } from './histogram.js';
import { Numbers, ofMany, percentileOf, sayMany } from './numbers.js';
import { excerpt, listed, refused, type Measured } from './problems.js';
import { seriesName } from './prometheusLine.js';

/** One series with its newest value. */
export interface Series {
  readonly family: string;
  /** What its name has behind the family's: ``, `_total`, `_bucket`, `_sum`, `_count`. */
  readonly suffix: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
  readonly timestamp?: number;
}

/** The series of one name. */
export interface Family {
  readonly name: string;
  readonly type?: string;
  readonly unit?: string;
  readonly series: readonly Series[];
}

/**
 * Makes one measurement of the series of a family. Histograms are summed over their series, bucket by bucket, before a
 * percentile is taken. `scale`: how many units of its timestamps make a second.
 */
export function measureSeries(
  name: string,
  family: Family,
  aggregate: Aggregate | undefined,
  unit: string | undefined,
  scale: number,
): Measured {
  const of = (suffix: string) => family.series.filter((series) => series.suffix === suffix);
  const [own, buckets, sums, counts] = [of(''), of('_bucket'), of('_sum'), of('_count')];
  const quantiles = own.filter(({ labels }) => labels.has('quantile'));
  const newest = Math.max(...family.series.slice(0, 1_000).map(({ timestamp = 0 }) => timestamp));
  const time = newest > 0 ? { time: newest / scale } : {};
  const percent = aggregate === undefined ? undefined : percentileOf(aggregate);

  const measured = (value: number, detail?: string, made?: Aggregate): Measured => {
    if (!Number.isFinite(value)) {
      return refused(l10n.t('{0} has no number: it is {1}. It may not have been observed yet.', excerpt(name), value));
    }
    const counted = made === 'count';
    const measurement: Measurement = {
      name,
      value,
      ...(unit === undefined || counted ? {} : { unit }),
      ...(made ? { aggregate: made } : {}),
      ...(detail === undefined ? {} : { detail }),
      ...time,
    };
    return { value: [measurement], problems: [] };
  };

  const observed = total(counts) ?? (buckets.length > 0 ? infinite(buckets) : undefined);
  if (percent !== undefined && buckets.length > 0) {
    return measured(quantileOf(buckets, percent / 100), sayBuckets(observed ?? 0), aggregate);
  }
  if (percent !== undefined && quantiles.length > 0) {
    const found = quantiles.filter(({ labels }) => Math.abs(Number(labels.get('quantile')) * 100 - percent) < 1e-9);
    if (found.length === 1) return measured(found[0]!.value, undefined, aggregate);
    return refused(found.length === 0 ? sayNoQuantile(name, aggregate!, quantiles) : sayChoose(name, found));
  }
  if ((buckets.length > 0 || sums.length > 0) && (own.length === 0 || quantiles.length === own.length)) {
    if (observed !== undefined && aggregate === 'count') return measured(observed, undefined, 'count');
    const sum = total(sums);
    if (sum !== undefined && aggregate === 'sum') return measured(sum, undefined, 'sum');
    if (sum !== undefined && observed !== undefined && (aggregate === undefined || aggregate === 'mean')) {
      return measured(sum / observed, sayMean(observed), 'mean');
    }
    return refused(
      l10n.t(
        '{0} is a histogram or summary, which keeps no {1}: use mean, sum, count, or a percentile such as p95.',
        excerpt(name),
        aggregate ?? 'mean',
      ),
    );
  }
  const plain = own.length > 0 ? own : of('_total');
  if (plain.length === 1 && aggregate !== 'count') return measured(plain[0]!.value);
  if (!aggregate) return refused(sayChoose(name, plain));
  const numbers = new Numbers(aggregate);
  for (const { value } of plain) if (Number.isFinite(value)) numbers.add(value);
  const result = numbers.end();
  return 'message' in result
    ? refused(result.message)
    : measured(result.value, ofMany(aggregate, numbers.count), aggregate);
}

function total(series: readonly Series[]): number | undefined {
  return series.length === 0 ? undefined : series.reduce((sum, { value }) => sum + value, 0);
}

function quantileOf(series: readonly Series[], share: number): number {
  const buckets = new Map<number, number>();
  for (const { labels, value } of series) {
    const bound = boundOf(labels);
    if (!Number.isNaN(bound)) buckets.set(bound, (buckets.get(bound) ?? 0) + value);
  }
  return histogramQuantile(
    share,
    [...buckets].map(([bound, count]) => ({ bound, count })),
  );
}

function infinite(series: readonly Series[]): number {
  return total(series.filter(({ labels }) => boundOf(labels) === Number.POSITIVE_INFINITY)) ?? 0;
}

function boundOf(labels: ReadonlyMap<string, string>): number {
  const bound = labels.get('le') ?? '';
  return /^\+?inf/i.test(bound) ? Number.POSITIVE_INFINITY : bound === '' ? Number.NaN : Number(bound);
}

function sayBuckets(count: number): string {
  return count === 1
    ? l10n.t('estimated from the bucket of one observation')
    : l10n.t('estimated from the buckets of {0} observations', count);
}

function sayMean(count: number): string {
  return count === 1 ? l10n.t('mean of one observation') : l10n.t('mean of {0} observations', count);
}

function sayNoQuantile(name: string, aggregate: Aggregate, quantiles: readonly Series[]): string {
  const has = [...new Set(quantiles.map(({ labels }) => labels.get('quantile') ?? ''))];
  return l10n.t('{0} is a summary without {1}: it has the quantiles {2}.', excerpt(name), aggregate, listed(has));
}

function sayChoose(name: string, series: readonly Series[]): string {
  const examples = listed(
    series.map(({ family, suffix, labels }) => seriesName(`${family}${suffix}`, labels)),
    3,
  );
  return `${sayMany(excerpt(name), series.length)} ${l10n.t('These are {0}', examples)}`;
}
