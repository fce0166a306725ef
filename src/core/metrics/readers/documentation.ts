import * as l10n from '@vscode/l10n';
import type { MetricFormat } from '../../model/metric.js';

/** A name that a format gives, for whoever writes a configuration. */
export interface MeasurementHelp {
  /** What `value` may be; a pattern in angle brackets where names come from the text: `<name>/ops`. */
  readonly name: string;
  /** Absent where it depends on the text. */
  readonly unit?: string;
  /** One line, for a person. */
  readonly description: string;
}

/** What the files of a format measure, the most telling first. */
export function measurementsOf(format: MetricFormat): readonly MeasurementHelp[] {
  const percent = (name: string, description: string) => ({ name, unit: '%', description });
  const lines = percent('lines', l10n.t('Share of lines that ran'));
  const branches = percent('branches', l10n.t('Share of branches that were taken'));
  const functions = percent('functions', l10n.t('Share of functions that were called'));
  const statements = percent('statements', l10n.t('Share of statements that ran'));
  switch (format) {
    case 'istanbul-summary':
    case 'istanbul':
      return [lines, branches, functions, statements];
    case 'lcov':
      return [lines, branches, functions];
    case 'cobertura':
      return [lines, branches];
    case 'jacoco':
      return [
        lines,
        branches,
        percent('instructions', l10n.t('Share of bytecode instructions that ran')),
        percent('methods', l10n.t('Share of methods that were called')),
        percent('classes', l10n.t('Share of classes of which anything ran')),
      ];
    case 'junit':
      return ofTests();
    case 'json':
    case 'yaml':
      return [
        {
          name: l10n.t('$.<path>'),
          description: l10n.t('What a JSONPath (RFC 9535) names: numbers, or texts such as "74.2 %"'),
        },
        { name: l10n.t('/<path>'), description: l10n.t('What a JSON Pointer (RFC 6901) names') },
      ];
    case 'csv':
      return [
        {
          name: l10n.t('<heading>'),
          description: l10n.t('The column with this heading; a unit in it counts: duration (ms)'),
        },
        { name: l10n.t('<number>'), description: l10n.t('The column with this number, of which 1 is the first') },
      ];
    case 'prometheus':
      return ofPrometheus();
    default:
      return ofBenchmarks();
  }
}

function ofTests(): readonly MeasurementHelp[] {
  return [
    { name: 'pass-rate', unit: '%', description: l10n.t('Passed tests of those that were not skipped') },
    { name: 'tests', description: l10n.t('Number of tests, with the skipped ones') },
    { name: 'passed', description: l10n.t('Number of tests that passed') },
    { name: 'failures', description: l10n.t('Number of tests whose assertions failed') },
    { name: 'errors', description: l10n.t('Number of tests that broke otherwise') },
    { name: 'skipped', description: l10n.t('Number of tests that were skipped') },
    { name: 'duration', unit: 's', description: l10n.t('How long all tests took') },
    { name: 'slowest', unit: 's', description: l10n.t('How long the slowest test took') },
  ];
}

function ofPrometheus(): readonly MeasurementHelp[] {
  return [
    {
      name: `${l10n.t('<name>')}{${l10n.t('<label>')}="${l10n.t('<value>')}"}`,
      description: l10n.t('The series with this name and these labels (= and !=); of several an aggregate makes one'),
    },
    {
      name: l10n.t('<histogram>'),
      description: l10n.t(
        'The mean of a histogram or summary, or with an aggregate its count, sum, or a percentile such as p95',
      ),
    },
  ];
}

function ofBenchmarks(): readonly MeasurementHelp[] {
  return [
    {
      name: l10n.t('<name>'),
      description: l10n.t(
        'The mean time of the benchmark with this name, or with an aggregate min, max, median, p75, p95, p99',
      ),
    },
    { name: l10n.t('<name>/ops'), unit: 'ops/s', description: l10n.t('How often it ran in a second') },
  ];
}
