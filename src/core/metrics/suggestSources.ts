import * as l10n from '@vscode/l10n';
import type {
  FileSource,
  FoundFile,
  GitMeasure,
  GitSource,
  Measurement,
  MetricFormat,
  MetricSource,
} from '../model/metric.js';
import type { Metric } from '../model/roadmap.js';
import { convert } from '../values/units.js';
import { joinReports } from './joinReports.js';
import { metricName, nameKey, nameWords } from './metricNames.js';
import { parseQualifier } from './qualifier.js';

/** A source that a metric may have, to be added by one click. */
export interface SourceSuggestion {
  /** The first of those with its name. */
  readonly metric: Metric;
  readonly source: MetricSource;
  /** For a person. */
  readonly because: string;
}

/** A file that was found, with what it measures where somebody looked. */
export interface FoundMeasurements extends FoundFile {
  readonly measurements?: readonly Pick<Measurement, 'name' | 'unit'>[];
}

/** What can be asked beside files. */
export interface SuggestOptions {
  /** Whether the folder has a history. */
  readonly git?: boolean;
}

/** What a name of a metric must say for a value of a format to be its reading. */
interface Rule {
  /** The best first. */
  readonly formats: readonly MetricFormat[];
  /** As the readers call it. */
  readonly value: string;
  readonly unit?: string;
  /** One word of each list, singular. */
  readonly needs: readonly (readonly string[])[];
  /** Words that may stand beside these; any other one means something else: `smoke test coverage`. */
  readonly allows: readonly string[];
}

const coverage: readonly MetricFormat[] = ['istanbul-summary', 'lcov', 'cobertura', 'jacoco', 'istanbul'];
const ofCode = ['test', 'unit', 'code', 'overall', 'total', 'global', 'minimum'];
const ofTests = ['unit', 'suite', 'automated', 'overall', 'total', 'rate', 'run', 'number'];
const covers = ['coverage', 'covered'];

const rules: readonly Rule[] = [
  { formats: coverage, value: 'lines', unit: '%', needs: [covers], allows: [...ofCode, 'line'] },
  { formats: coverage, value: 'branches', unit: '%', needs: [covers, ['branch']], allows: ofCode },
  {
    formats: ['istanbul-summary', 'lcov', 'istanbul'],
    value: 'functions',
    unit: '%',
    needs: [covers, ['function', 'method']],
    allows: ofCode,
  },
  { formats: ['jacoco'], value: 'methods', unit: '%', needs: [covers, ['function', 'method']], allows: ofCode },
  {
    formats: ['istanbul-summary', 'istanbul'],
    value: 'statements',
    unit: '%',
    needs: [covers, ['statement']],
    allows: ofCode,
  },
  {
    formats: ['junit'],
    value: 'pass-rate',
    unit: '%',
    needs: [['test'], ['pass', 'passing', 'passed', 'success']],
    allows: ofTests,
  },
  {
    formats: ['junit'],
    value: 'duration',
    unit: 's',
    needs: [['test'], ['duration', 'time', 'runtime']],
    allows: ofTests,
  },
  { formats: ['junit'], value: 'failures', needs: [['test'], ['failing', 'failed', 'failure']], allows: ofTests },
  { formats: ['junit'], value: 'tests', needs: [['test']], allows: [...ofTests, 'count'] },
];

/** What is measured by git itself: each with its unit and the words it is known by. */
const measures: readonly (readonly [GitMeasure, unit: string, needs: Rule['needs']])[] = [
  ['release-frequency', '/month', [['deployment', 'deploy', 'release']]],
  ['lead-time', 'd', [['lead'], ['time']]],
  ['change-failure-rate', '%', [['change'], ['failure', 'fail', 'failed']]],
];
const besideMeasures = 'frequency cadence production rate median average mean for change number to'.split(' ');
const defaultDays = 90;

/** Formats whose values have names of their own, which may say what they measure. */
const named: ReadonlySet<MetricFormat> = new Set(['prometheus', 'benchmark']);
/** Words of such names that say in what they count. */
const unitWords = new Set(
  'second millisecond microsecond nanosecond byte total ratio percent ms ns ops op sec bench'.split(' '),
);

/**
 * Sources that metrics without one may have, by what they are called and what was found. Only what is clear is suggested: a
 * word too many, a qualifier such as `of critical paths`, or a unit that does not fit, and nothing is. Of files alike the one
 * nearest to the folder's root is taken; several of them at one depth are a suggestion each.
 */
export function suggestSources(
  metrics: readonly Metric[],
  found: readonly FoundMeasurements[],
  options: SuggestOptions = {},
): SourceSuggestion[] {
  const byName = new Map<string, Metric>();
  for (const metric of metrics) {
    const key = nameKey(metricName(metric));
    if (metric.target && !byName.has(key)) byName.set(key, metric);
  }
  const joined: readonly FoundMeasurements[] = joinReports(found);
  return [...byName.values()].flatMap((metric) => {
    if (parseQualifier(metric.target!.qualifier).scope !== undefined) return [];
    const files = fromFiles(metric, joined);
    if (files.length > 0) return files;
    const git = options.git ? fromGit(metric) : undefined;
    return git ? [git] : [];
  });
}

function fromFiles(metric: Metric, found: readonly FoundMeasurements[]): SourceSuggestion[] {
  const name = metricName(metric);
  const words = nameWords(name);
  for (const { formats, value, unit, needs, allows } of rules) {
    if (!says(words, needs, allows) || !fits(unit, metric)) continue;
    for (const format of formats) {
      const files = nearestToRoot(found.filter((file) => file.format === format));
      if (files.length > 0) {
        return files.map(({ path }) => suggestion(metric, { file: path, format, value }, sayNamed(name, value)));
      }
    }
  }
  return byMeasurement(metric, words, found);
}

/** By the names of what benchmarks and servers tell of: every word of the metric is in it, and few others are. */
function byMeasurement(
  metric: Metric,
  words: readonly string[],
  found: readonly FoundMeasurements[],
): SourceSuggestion[] {
  const fitting = found
    .filter(({ format }) => named.has(format))
    .flatMap(({ path, format, measurements = [] }) =>
      measurements.slice(0, 1_000).flatMap(({ name, unit }) => {
        const own = nameWords(name.slice(0, 200).replace(/(?<=\p{Ll})(?=\p{Lu})|_/gu, ' ')).filter(
          (word) => !unitWords.has(word),
        );
        const all = words.length > 0 && words.every((word) => own.includes(word));
        if (!all || words.length * 2 < own.length || (unit !== undefined && !fits(unit, metric))) return [];
        return [{ path, format, name, share: words.length / own.length }];
      }),
    );
  const best = Math.max(...fitting.map(({ share }) => share));
  return fitting
    .filter(({ share }) => share === best)
    .slice(0, 3)
    .map(({ path, format, name }) =>
      suggestion(metric, { file: path, format, value: name }, sayWords(name, words.join(', '))),
    );
}

function fromGit(metric: Metric): SourceSuggestion | undefined {
  const name = metricName(metric);
  const words = nameWords(name);
  const found = measures.find(([, unit, needs]) => says(words, needs, besideMeasures) && fits(unit, metric));
  if (!found) return undefined;
  const source: GitSource = { kind: 'git', metric: name, measure: found[0], days: defaultDays };
  return { metric, source, because: sayNamed(name, found[0]) };
}

function says(words: readonly string[], needs: Rule['needs'], allows: readonly string[]): boolean {
  return (
    needs.every((any) => any.some((word) => words.includes(word))) &&
    words.every((word) => allows.includes(word) || needs.some((any) => any.includes(word)))
  );
}

function fits(unit: string | undefined, { target }: Metric): boolean {
  return target !== undefined && convert(1, unit, target.unit) !== undefined;
}

function nearestToRoot<F extends FoundFile>(files: readonly F[]): F[] {
  const depth = ({ path }: F) => path.split('/').length;
  const least = Math.min(...files.map(depth));
  return files.filter((file) => depth(file) === least).slice(0, 5);
}

function suggestion(
  metric: Metric,
  file: Pick<FileSource, 'file' | 'format' | 'value'>,
  because: string,
): SourceSuggestion {
  return { metric, source: { kind: 'file', metric: metricName(metric), ...file }, because };
}

function sayNamed(name: string, value: string): string {
  return l10n.t({
    message: '"{0}" is called like what it measures: {1}',
    args: [name, value],
    comment: 'Why a source is suggested for a metric; {1} is lines, pass-rate, lead-time and the like',
  });
}

function sayWords(value: string, words: string): string {
  return l10n.t({
    message: '"{0}" has its words: {1}',
    args: [value, words],
    comment: 'Why a value is suggested for a metric',
  });
}
