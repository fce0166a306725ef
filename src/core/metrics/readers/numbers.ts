import * as l10n from '@vscode/l10n';
import type { Aggregate } from '../../model/metric.js';

/** So many numbers at most are kept for a percentile or median: 8 MB. The other aggregates keep none. */
const mostRanked = 1_000_000;

/** Which percentile an aggregate asks for, 0 to 100; the median is the 50th. Undefined for the others; NaN for `p101`. */
export function percentileOf(aggregate: Aggregate): number | undefined {
  if (aggregate === 'median') return 50;
  if (!/^p\d/.test(aggregate)) return undefined;
  const percent = Number(aggregate.slice(1));
  return percent <= 100 ? percent : Number.NaN;
}

/** Makes one number of many, which come one by one; in constant memory, and for a percentile in bounded memory. */
export class Numbers {
  #count = 0;
  #sum = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;
  #last = Number.NaN;
  #ranked: Float64Array | undefined;
  readonly #aggregate: Aggregate;

  constructor(aggregate: Aggregate) {
    this.#aggregate = aggregate;
    if (percentileOf(aggregate) !== undefined) this.#ranked = new Float64Array(64);
  }

  get count(): number {
    return this.#count;
  }

  /** Takes a number; `isLast`: whether it counts as the last one so far. */
  add(value: number, isLast = true): void {
    if (this.#ranked && this.#count < mostRanked) {
      if (this.#count === this.#ranked.length) {
        const longer = new Float64Array(Math.min(2 * this.#count, mostRanked));
        longer.set(this.#ranked);
        this.#ranked = longer;
      }
      this.#ranked[this.#count] = value;
    }
    this.#count++;
    this.#sum += value;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
    if (isLast) this.#last = value;
  }

  /** The number, or why there is none. */
  end(): { readonly value: number } | { readonly message: string } {
    if (this.#aggregate === 'count') return { value: this.#count };
    if (this.#count === 0) {
      return { message: l10n.t('There are no numbers to take the {0} of.', this.#aggregate) };
    }
    switch (this.#aggregate) {
      case 'last':
        return { value: this.#last };
      case 'min':
        return { value: this.#min };
      case 'max':
        return { value: this.#max };
      case 'sum':
        return { value: this.#sum };
      case 'mean':
        return { value: this.#sum / this.#count };
      default:
        return this.#rank();
    }
  }

  #rank(): { readonly value: number } | { readonly message: string } {
    const percent = percentileOf(this.#aggregate);
    if (percent === undefined || Number.isNaN(percent) || !this.#ranked) {
      return { message: l10n.t('"{0}" is no aggregate: use mean, max or a percentile such as p95.', this.#aggregate) };
    }
    if (this.#count > mostRanked) {
      return {
        message: l10n.t(
          'There are {0} numbers, and a percentile is taken of at most {1}: use mean or max, or have fewer written.',
          this.#count,
          mostRanked,
        ),
      };
    }
    return { value: percentile(this.#ranked.subarray(0, this.#count).sort(), percent) };
  }
}

/**
 * The percentile (0 to 100) of sorted numbers, interpolated linearly between the two nearest: definition 7 of Hyndman and
 * Fan, "Sample Quantiles in Statistical Packages" (1996), as spreadsheets (PERCENTILE.INC), numpy and R have it.
 */
export function percentile(sorted: ArrayLike<number>, percent: number): number {
  const place = ((sorted.length - 1) * percent) / 100;
  const low = Math.floor(place);
  const below = sorted[low] ?? Number.NaN;
  const above = sorted[low + 1] ?? below;
  return below + (above - below) * (place - low);
}

/** `mean of 12 numbers`, for a person. */
export function ofMany(aggregate: Aggregate, count: number): string {
  return count === 1 ? l10n.t('{0} of one number', aggregate) : l10n.t('{0} of {1} numbers', aggregate, count);
}

/** Why several numbers are none. */
export function sayMany(name: string, count: number): string {
  return l10n.t(
    '{0} names {1} numbers: say with "aggregate" which one counts (last, min, max, mean, median, sum, count, p95), or name a single one.',
    name,
    count,
  );
}
