import type { Problem } from './problem.js';
import type { Span } from './span.js';

/** The formats of files that hold measurements. */
export const metricFormats = [
  'istanbul-summary',
  'istanbul',
  'lcov',
  'cobertura',
  'jacoco',
  'junit',
  'json',
  'yaml',
  'csv',
  'prometheus',
  'benchmark',
] as const;
export type MetricFormat = (typeof metricFormats)[number];

/** How one number is made of several: `p95` is the 95th percentile, as `p99.9` is another. */
export type Aggregate = 'last' | 'min' | 'max' | 'mean' | 'median' | 'sum' | 'count' | `p${number}`;

/** What git itself tells: releases a month by tags, time from a commit to the release that holds it, share of releases with a revert. */
export const gitMeasures = ['release-frequency', 'lead-time', 'change-failure-rate'] as const;
export type GitMeasure = (typeof gitMeasures)[number];

/** A number that a source gives. */
export interface Measurement {
  /** As its format calls it: `lines`, `pass-rate`, the name of a benchmark, a path in a document. */
  readonly name: string;
  readonly value: number;
  /** `%`, `ms`, `s`, …: a short unit, as targets have them; absent for plain counts and where nobody says. */
  readonly unit?: string;
  /** What it is of several numbers, where it is that. */
  readonly aggregate?: Aggregate;
  /** How it came about, for a person: `312 of 420 lines`. */
  readonly detail?: string;
  /** When it was measured, where the source says: seconds since 1970. */
  readonly time?: number;
  /** Earlier values in the same unit, oldest first, where the source keeps them with their times. */
  readonly history?: readonly { readonly time: number; readonly value: number }[];
}

/** Where the readings of a metric come from: an entry of `metrics` in `.roadmap/config.yaml`, or a file that is unmistakable. */
export type MetricSource = FileSource | GitSource | CommandSource;

interface SourceBase {
  /** The metric it is for, as the roadmap names it. */
  readonly metric: string;
  /** Where the entry stands in the configuration; absent where nobody wrote one. */
  readonly span?: Span;
  /** The unit its numbers have, where the source does not say or says otherwise. */
  readonly unit?: string;
  /** How far off a reading may be and still be near, as a share of the target: 0.05 is 5 %. */
  readonly tolerance?: number;
  /** Days after which a reading is stale. */
  readonly maxAge?: number;
}

/** What is taken out of a text: which number, and of several what. */
export interface Selection {
  /**
   * Which number: a name as the format has it (`lines`, `pass-rate`), a JSONPath (RFC 9535, from `$`) or JSON Pointer (RFC
   * 6901, from `/`), a column, the name of a metric with labels in Prometheus' way, or of a benchmark.
   */
  readonly value?: string;
  readonly aggregate?: Aggregate;
  /** The unit its numbers have, where the text does not say. */
  readonly unit?: string;
}

export interface FileSource extends SourceBase, Selection {
  readonly kind: 'file';
  /** Relative to the folder, with `/`; never outside it. A glob of files that are added up where the format is `junit`. */
  readonly file: string;
  /** Absent where it is to be told from the file. */
  readonly format?: MetricFormat;
}

export interface GitSource extends SourceBase {
  readonly kind: 'git';
  readonly measure: GitMeasure;
  /** Which tags are releases, as a glob; all of them where absent. */
  readonly tags?: string;
  /** How many days back are looked at. */
  readonly days: number;
}

export interface CommandSource extends SourceBase, Selection {
  readonly kind: 'command';
  /** Program and arguments, which no shell ever sees. */
  readonly command: readonly string[];
  /** Of what it prints; a lone number where absent. */
  readonly format?: MetricFormat;
  /** Seconds after which it is ended. */
  readonly timeout: number;
}

/** What a source gave, the last time it was asked. */
export interface Reading {
  readonly measurement: Measurement;
  /** When it was measured: seconds since 1970; the file's own time where the measurement has none. */
  readonly time: number;
}

/**
 * Where a metric stands. `met`, `near` and `missed` compare a reading with the target; `stale`: its reading is too old to
 * count; `claimed`: nothing is measured, and the roadmap says it is met; `unmeasured`: nothing is measured, and it says
 * nothing of the kind.
 */
export type MetricState = 'met' | 'near' | 'missed' | 'stale' | 'claimed' | 'unmeasured';

/** What is known of the readings of one folder. */
export interface FolderReadings {
  /** The folder's. */
  readonly uri: string;
  readonly sources: readonly SourceReading[];
  /** Unmistakable files that no source names: what they could measure. */
  readonly found: readonly FoundFile[];
  /** Whether the folder has a repository whose history can be read. */
  readonly repository?: boolean;
}

/** An earlier reading of a source. */
export interface TrendPoint {
  /** Seconds since 1970. */
  readonly time: number;
  readonly value: number;
  readonly unit?: string;
}

/** A source with what it gave. */
export interface SourceReading {
  readonly source: MetricSource;
  /** `waiting`: a command that nobody has allowed yet; `unavailable`: cannot be asked here at all, such as git in a browser. */
  readonly state: 'ready' | 'waiting' | 'unavailable' | 'failed';
  /** The newest one; absent where it gave none. */
  readonly reading?: Reading;
  /** Earlier and newest readings, oldest first, where the source keeps them or they were seen. */
  readonly trend: readonly TrendPoint[];
  readonly problems: readonly Problem[];
}

/** A file whose format is unmistakable. */
export interface FoundFile {
  /** Relative to the folder, with `/`; a glob for the many files of JUnit in one directory. */
  readonly path: string;
  readonly format: MetricFormat;
  /** What can be read in it, where each such file has names of its own (benchmarks, Prometheus): the first 200. */
  readonly measurements?: readonly Pick<Measurement, 'name' | 'unit'>[];
}
