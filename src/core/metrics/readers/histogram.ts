/** A bucket of a histogram: how many observations were at most `bound`; the last bound is infinite. */
export interface Bucket {
  readonly bound: number;
  readonly count: number;
}

/**
 * The value (`share` 0 to 1) below which that share of observations lies, as PromQL's `histogram_quantile` estimates it for
 * classic histograms: linear within the bucket, from 0 in the first one where its bound is positive; in the infinite bucket
 * the bound below it. NaN without observations, or without an infinite bucket and one beside it.
 * https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
 */
export function histogramQuantile(share: number, buckets: readonly Bucket[]): number {
  const sorted = [...buckets].sort((a, b) => a.bound - b.bound);
  let highest = 0;
  // Samples are taken while counting goes on, so that a later bucket may lag behind.
  const counts = sorted.map(({ count }) => (highest = Math.max(highest, count)));
  const last = sorted.length - 1;
  if (last < 1 || sorted[last]!.bound !== Number.POSITIVE_INFINITY || highest === 0) return Number.NaN;
  const rank = share * highest;
  const index = counts.findIndex((count) => count >= rank);
  if (index === last) return sorted[last - 1]!.bound;
  const { bound } = sorted[index]!;
  if (index === 0 && bound <= 0) return bound;
  const start = index === 0 ? 0 : sorted[index - 1]!.bound;
  const below = index === 0 ? 0 : counts[index - 1]!;
  const within = counts[index]! - below;
  return within === 0 ? bound : start + (bound - start) * ((rank - below) / within);
}
