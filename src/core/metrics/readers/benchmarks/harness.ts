import type { Aggregate } from '../../../model/metric.js';
import { percentile } from '../numbers.js';

/** What one benchmark gave, whichever harness ran it. */
export interface Benchmark {
  readonly name: string;
  /** What it stands in, which tells it from others with its name: a suite, a file, parameters. */
  readonly group?: string;
  /** Of the values below. */
  readonly unit?: string;
  /** What the harness says of its runs, the most telling first. `last` is a lone figure of which nobody says how it came about. */
  readonly values: Readonly<Partial<Record<Aggregate, number>>>;
  /** The runs themselves, where they are kept: other percentiles can be taken of them. */
  readonly samples?: readonly number[];
  /** Runs in a second. */
  readonly ops?: number;
  /** Seconds since 1970. */
  readonly time?: number;
}

/** Reads the output of one harness. */
export interface Harness {
  /** For problems. */
  readonly name: string;
  /** The benchmarks of a document, or undefined where it is not of this harness. What has no number is left out. */
  read(document: unknown): readonly Benchmark[] | undefined;
}

/** A number in a field, or undefined. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A text in a field, or undefined. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Those of several values that are numbers. */
export function valuesOf(
  entries: Readonly<Partial<Record<Aggregate, unknown>>>,
): Readonly<Partial<Record<Aggregate, number>>> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => numberOf(value) !== undefined)) as Partial<
    Record<Aggregate, number>
  >;
}

/** A list of numbers, or undefined. */
export function samplesOf(value: unknown): readonly number[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const numbers = list.flat(2).map(numberOf);
  return numbers.length > 0 && numbers.every((each) => each !== undefined) ? numbers : undefined;
}

/** A percentile of runs that are kept. */
export function percentileOfSamples(samples: readonly number[], percent: number): number {
  return percentile(Float64Array.from(samples).sort(), percent);
}

/** Seconds since 1970 of an ISO date and time with a zone. */
export function momentOf(value: unknown): number | undefined {
  const text = textOf(value);
  const moment =
    text !== undefined && /^\d{4}-\d\d-\d\dT[\d:.]{5,20}(?:Z|[+-]\d\d:?\d\d)$/.test(text)
      ? Date.parse(text)
      : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment / 1000;
}
