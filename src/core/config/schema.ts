import * as z from 'zod/mini';
import { codeTexts } from '../model/codeTexts.js';
import { dialectNames } from '../model/dialect.js';
import { adjustableCodes, severities, type Severity } from '../model/problem.js';
import { optional, type Constraint } from '../yaml/fields.js';
import { insideFolder } from './insideFolder.js';
import { metricsShape } from './metricSchema.js';

const marks = (status: string, examples: readonly string[]) =>
  z
    .optional(z.array(z.string().check(z.trim(), z.regex(/\S/, 'empty' satisfies Constraint), z.maxLength(40))))
    .register(z.globalRegistry, { description: `Words and marks that say ${status}.`, examples: [examples] });

/** One optional key for each code. */
const severityShape = Object.fromEntries(
  adjustableCodes.map((code) => [
    code,
    z.optional(z.enum([...severities, 'off'])).register(z.globalRegistry, { description: codeTexts[code] }),
  ]),
) as Record<
  (typeof adjustableCodes)[number],
  z.ZodMiniOptional<z.ZodMiniEnum<Record<Severity | 'off', Severity | 'off'>>>
>;

/**
 * `.roadmap/config.yaml`. Each key is checked by itself, so that a wrong value costs that value alone; the build makes
 * the JSON Schema for editors of it. zod/mini because it is a quarter of the size; messages are made in `describeIssue`.
 */
export const configShape = {
  roadmaps: optional(z.array(insideFolder), {
    description:
      'Roadmaps beside those that are found by name and shape: paths or globs, relative to the folder. A glob takes YAML and JSON only where it says so, as in plans/*.yaml.',
    default: [],
    examples: [['plans/2026.md', 'teams/*/ROADMAP.md']],
  }),
  idPrefix: optional(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,11}$/, 'no-prefix' satisfies Constraint)), {
    description: 'What task ids begin with: with RM, RM-12 at the start of a title is an id.',
    examples: ['RM'],
  }),
  status: optional(
    z.strictObject({
      todo: marks('that a task is still to do', ['someday']),
      doing: marks('that a task is in progress', ['in review']),
      blocked: marks('that a task waits for something', ['parked']),
      done: marks('that a task is done', ['live', '🎉']),
      cancelled: marks('that a task will not be done', ['obsolete']),
    }),
    { description: 'Words and marks of your own, by the status they stand for, beside those that everybody uses.' },
  ),
  dialect: optional(z.enum(dialectNames), {
    description:
      'What check boxes such as [-] and [>] mean, where tools disagree: with obsidian [-] is cancelled, with kiro (and Org mode) it is in progress. Without this key each file is looked at; its front matter may say so by roadmap-dialect.',
    examples: ['obsidian'],
  }),
  archive: optional(insideFolder, {
    description:
      'A Markdown file for done tasks, relative to the folder: archiving puts them there rather than into a section of the roadmap. Made where it is not there.',
    examples: ['docs/DONE.md'],
  }),
  aliases: optional(z.record(z.string(), z.string().check(z.minLength(1))), {
    description: 'Ids that tasks had before, each with the one the task has now, so that old references still count.',
    default: {},
    examples: [{ 'first-draft': 'RM-12' }],
  }),
  metrics: optional(metricsShape, {
    description:
      'What measures the metrics of the roadmaps, by their names: a file, the history of git, or a command. A name before which a horizon stands, as in 30-Day/Test coverage, is for that one alone.',
    examples: [
      {
        'Test coverage': { file: 'coverage/coverage-summary.json', value: 'lines' },
        'Deployment frequency': { git: 'release-frequency', tags: 'v*' },
        'Response time': { command: ['node', 'scripts/latency.mjs'], unit: 'ms' },
      },
    ],
  }),
  problems: optional(z.strictObject(severityShape), {
    description:
      'How severe problems are here, by their codes, where that is not as usual; off where they are not to be reported. The codes are explained in docs/problems.md of Roadmap Lens.',
    examples: [{ overdue: 'off', 'unknown-task': 'error' }],
  }),
} as const;

/** The whole file. */
export const configSchema = z.strictObject(configShape).register(z.globalRegistry, {
  title: 'Configuration of Roadmap Lens',
  description: 'How the roadmaps of this folder are found and read; the same for the editor and the command line.',
});
