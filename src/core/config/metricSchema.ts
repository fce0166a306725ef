import * as z from 'zod/mini';
import { gitMeasures, metricFormats } from '../model/metric.js';
import { optional, required, type Constraint } from '../yaml/fields.js';
import { insideFolder } from './insideFolder.js';

/** Most entries of `metrics`. */
export const mostMetrics = 200;

/** Bounds of the numbers of an entry. */
export const metricBounds = {
  tolerance: { from: 0, to: 1, whole: false },
  maxAge: { from: 0, to: 36_500, whole: false },
  days: { from: 1, to: 3_650, whole: true },
  timeout: { from: 1, to: 600, whole: false },
} as const;

/** Days that git looks back and seconds that a command may take, where an entry does not say. */
export const defaultDays = 90;
export const defaultTimeout = 60;

// No process takes an argument with a NUL in it.
const argument = z.string().check(z.maxLength(2_000), z.regex(/^[^\u0000]*$/, 'empty' satisfies Constraint));
const word = (most: number) =>
  z.string().check(z.maxLength(most), z.regex(/^(?=[^\u0000]*$)[\s\S]*\S/, 'empty' satisfies Constraint));

function bounded({ from, to, whole }: (typeof metricBounds)[keyof typeof metricBounds]) {
  return whole ? z.int().check(z.gte(from), z.lte(to)) : z.number().check(z.gte(from), z.lte(to));
}

/** What every entry may say. */
const common = {
  tolerance: optional(bounded(metricBounds.tolerance), {
    description: 'How far off a reading may be and still be near, as a share of the target: 0.05 is 5 %.',
    default: 0.05,
    examples: [0.1],
  }),
  maxAge: optional(bounded(metricBounds.maxAge), {
    description: 'Days after which a reading is stale.',
    default: 30,
    examples: [7],
  }),
};

/** What is taken out of a text. */
const selection = {
  format: optional(z.enum(metricFormats), {
    description: 'The format of the text, where it is not to be told from the text itself.',
    examples: ['lcov'],
  }),
  value: optional(word(500), {
    description:
      'Which number: a name the format has (lines, branches, pass-rate), a JSONPath from $ or JSON Pointer from /, a column, a Prometheus metric with labels, or the name of a benchmark.',
    examples: ['lines', '$.summary.p95', 'http_request_duration_seconds{route="/"}'],
  }),
  aggregate: optional(
    z.string().check(z.regex(/^(?:last|min|max|mean|median|sum|count|p(?:100|\d{1,2}(?:\.\d{1,3})?))$/, 'empty')),
    {
      description:
        'How one number is made of several: last, min, max, mean, median, sum, count, or a percentile such as p95. Without it the target says so, as in < 200 ms (p95).',
      examples: ['last', 'min', 'max', 'mean', 'median', 'sum', 'count', 'p95', 'p99'],
    },
  ),
  unit: optional(word(20), {
    description:
      'The unit its numbers have, where the text does not say: %, ratio (1 is 100 %), ms, s, min, h, d, KB, MB, /month and the like.',
    examples: ['ms', '%', 'ratio'],
  }),
};

const file = z.strictObject({
  file: required(insideFolder, {
    description:
      'The file that is read, relative to the folder. With format: junit it may be a glob, whose files are added up.',
    examples: ['coverage/coverage-summary.json', 'target/surefire-reports/TEST-*.xml'],
  }),
  ...selection,
  ...common,
});

const git = z.strictObject({
  git: required(z.enum(gitMeasures), {
    description:
      'What the history tells: releases a month by tags, days from a commit to the release that holds it, or the share of releases with a revert.',
    examples: ['lead-time'],
  }),
  tags: optional(word(200), {
    description: 'Which tags are releases, as a glob; all of them without this key.',
    examples: ['v*'],
  }),
  days: optional(bounded(metricBounds.days), {
    description: 'How many days back are looked at.',
    default: defaultDays,
    examples: [180],
  }),
  ...common,
});

const command = z.strictObject({
  command: required(z.tuple([word(2_000)], argument).check(z.maxLength(50)), {
    description:
      'A program and its arguments, which no shell sees. It is run in trusted workspaces alone, after you have allowed it; what it prints is read.',
    examples: [['node', 'scripts/count-users.mjs']],
  }),
  timeout: optional(bounded(metricBounds.timeout), {
    description: 'Seconds after which the command is ended.',
    default: defaultTimeout,
    examples: [120],
  }),
  ...selection,
  ...common,
});

/** The three kinds of entries, by the key that makes them what they are. */
export const sourceShapes = { file, git, command } as const;
export type SourceKind = keyof typeof sourceShapes;
export const sourceKinds = Object.keys(sourceShapes) as SourceKind[];

/** The name of an entry. */
const name = z.string().check(z.maxLength(200), z.regex(/\S/, 'empty' satisfies Constraint));

/**
 * `metrics`, as the JSON Schema has it. The reader takes the entries one by one, so that each costs itself alone and problems
 * speak of the kind of entry that was meant.
 */
export const metricsShape = z
  .record(name, z.nullable(z.union([file, git, command])))
  .register(z.globalRegistry, { maxProperties: mostMetrics });
