import assert from 'node:assert/strict';
import { readConfig } from '../../../../src/core/config/readConfig.js';
import { parseMarkdown } from '../../../../src/core/formats/markdown/parseMarkdown.js';
import type { FolderReadings, Measurement, SourceReading } from '../../../../src/core/model/metric.js';
import type { ConfigFile, RoadmapFile } from '../../../../src/core/model/snapshot.js';
import { LineIndex } from '../../../../src/core/model/span.js';
import { metricResults, type MetricOptions } from '../../../../src/core/metrics/metricResults.js';
import { dedent } from '../../../support/check.js';

const now = 1_780_000_000;
const day = 86_400;
const folder = { uri: 'memory:/shop', name: 'shop' };

function roadmapFile(text: string, path = 'ROADMAP.md', of = folder): RoadmapFile {
  const { value, problems } = parseMarkdown(text);
  return { uri: `${of.uri}/${path}`, folder: of, path, lines: new LineIndex(text), roadmap: value, problems };
}

function configFile(text: string, of = folder): ConfigFile {
  const { value, problems } = readConfig(text);
  assert.deepEqual(problems, []);
  const path = '.roadmap/config.yaml';
  return { uri: `${of.uri}/${path}`, folder: of, path, lines: new LineIndex(text), config: value, problems };
}

/** What the sources of a configuration gave, in their order. */
function readingsOf(
  { config, folder: of }: ConfigFile,
  given: readonly (Partial<Measurement> & Partial<Omit<SourceReading, 'source'>> & { readonly age?: number })[],
): FolderReadings {
  const sources = config.metrics.map((source, index): SourceReading => {
    const { age = 0, state = 'ready', trend = [], problems = [], value, ...rest } = given[index] ?? {};
    const measurement = { name: 'value', ...rest, value: value ?? Number.NaN };
    return {
      source,
      state,
      trend,
      problems,
      ...(value === undefined ? {} : { reading: { measurement, time: now - age * day } }),
    };
  });
  return { uri: of.uri, sources, found: [] };
}

const roadmap = dedent(`
  # Plan

  ## Success Metrics

  ### 30-Day Goals

  - ✅ Deployment success rate: 95%+
  - ✅ Test coverage: 70%+
  - Mean time to detect issues: < 5 minutes

  ### 90-Day Goals

  - ✅ Test coverage: 80%+
  - CI/CD time: < 15 minutes
  - ✅ Zero critical production incidents
  - ✅ Enterprise-ready features
`);
const file = roadmapFile(roadmap);

/** Every metric in a line: its horizon, name, state, value and what measures it. */
function say(
  config: ConfigFile | undefined,
  readings: readonly FolderReadings[],
  options: Partial<MetricOptions> = {},
) {
  const { results, configProblems } = metricResults([file], config ? [config] : [], readings, { now, ...options });
  return {
    results,
    lines: results.map(
      ({ metric, name, state, value, source }) =>
        `${metric.horizon} ${name}: ${state}${value === undefined ? '' : ` ${value}`}${source ? ` by ${source.metric}` : ''}`,
    ),
    problems: results.flatMap(({ problems }) =>
      problems.map(({ code, message, span }) => `${code}: ${message} at «${roadmap.slice(span!.start, span!.end)}»`),
    ),
    configProblems: [...configProblems.values()].flat().map(({ message, span }) => `${message} at ${span?.start}`),
  };
}

describe('The metrics of a roadmap', () => {
  it('are claimed or unmeasured where nothing measures them', () => {
    const { lines, results, problems } = say(undefined, []);
    assert.deepEqual(lines, [
      '30-Day Deployment success rate: claimed',
      '30-Day Test coverage: claimed',
      '30-Day Mean time to detect issues: unmeasured',
      '90-Day Test coverage: claimed',
      '90-Day CI/CD time: unmeasured',
      '90-Day critical production incidents: claimed',
      '90-Day Enterprise-ready features: claimed',
    ]);
    assert.deepEqual(problems, []);
    assert.match(results[4]!.explanation, /Nothing measures it\. Name a source under "metrics"/);
    assert.doesNotMatch(results[6]!.explanation, /Name a source/);
  });

  it('are judged by their sources, one of which serves all horizons', () => {
    const config = configFile(
      dedent(`
        metrics:
          test-coverage: { file: coverage/lcov.info, value: lines }
          CI/CD time: { file: ci.json, value: $.total }
          Critical production incidents: { command: [count-incidents] }
          Deployment success rate: { file: deploys.csv, unit: ratio }
      `),
    );
    const { lines, problems, configProblems, results } = say(config, [
      readingsOf(config, [
        { value: 74.5, unit: '%' },
        { value: 420, unit: 's' },
        { value: 0, age: 45 },
        { value: 0.97 },
      ]),
    ]);
    assert.deepEqual(lines, [
      '30-Day Deployment success rate: met 97 by Deployment success rate',
      '30-Day Test coverage: met 74.5 by test-coverage',
      '30-Day Mean time to detect issues: unmeasured',
      '90-Day Test coverage: missed 74.5 by test-coverage',
      '90-Day CI/CD time: met 7 by CI/CD time',
      '90-Day critical production incidents: stale 0 by Critical production incidents',
      '90-Day Enterprise-ready features: claimed',
    ]);
    assert.deepEqual(problems, [
      'metric-claim: "Test coverage" is claimed to be met at ≥ 80 %, but coverage/lcov.info (lines) says 74.5 %: take the mark away until it is, or correct the target or its source. at «Test coverage: 80%+»',
    ]);
    assert.deepEqual(configProblems, []);
    assert.deepEqual([results[1]!.because, results[1]!.age, results[5]!.age], ['same name as one word', 0, 45 * day]);
  });

  it('that are claimed and only near, or stale, raise no problem', () => {
    const config = configFile('metrics: { Test coverage: { file: a } }\n');
    const near = readingsOf(config, [{ value: 79, unit: '%' }]);
    assert.deepEqual(
      [say(config, [near]).lines[3], say(config, [near]).problems],
      ['90-Day Test coverage: near 79 by Test coverage', []],
    );
    assert.equal(say(config, [near], { tolerance: 0.01 }).problems.length, 1);
    assert.deepEqual(say(config, [readingsOf(config, [{ value: 9, unit: '%', age: 40 }])]).problems, []);
    assert.equal(
      say(config, [readingsOf(config, [{ value: 9, unit: '%', age: 40 }])], { maxAge: 60 }).problems.length,
      2,
    );
  });

  it('are judged as their entries say, before what is set for all', () => {
    const config = configFile('metrics: { Test coverage: { file: a, tolerance: 0.2, maxAge: 365 } }\n');
    const old = readingsOf(config, [{ value: 65, unit: '%', age: 40 }]);
    assert.equal(
      say(config, [old], { tolerance: 0, maxAge: 1 }).lines[3],
      '90-Day Test coverage: near 65 by Test coverage',
    );
  });

  it('take the entry that names them most exactly', () => {
    const config = configFile(
      dedent(`
        metrics:
          Test coverage: { file: all.info }
          90-Day/Test coverage: { file: quarter.info }
          coverage of tests: { file: other.info }
      `),
    );
    const { lines, configProblems } = say(config, [
      readingsOf(config, [
        { value: 75, unit: '%' },
        { value: 85, unit: '%' },
      ]),
    ]);
    assert.equal(lines[1], '30-Day Test coverage: met 75 by Test coverage');
    assert.equal(lines[3], '90-Day Test coverage: met 85 by 90-Day/Test coverage');
    assert.deepEqual(configProblems, [
      'Other entries name the metrics that "coverage of tests" could measure more exactly: remove it. at 94',
    ]);
  });

  it('that an entry names but nobody has are told of, with what was meant', () => {
    const config = configFile('metrics:\n  Test coverge: { file: a }\n  Bundle size: { file: b }\n');
    const { configProblems } = say(config, []);
    assert.deepEqual(configProblems, [
      'No metric of the roadmap is called "Test coverge": did you mean "Test coverage"? at 11',
      'No metric of the roadmap is called "Bundle size": give it the name of one, or remove it. at 39',
    ]);
    const { roadmap: _, ...broken } = roadmapFile('', 'docs/ROADMAP.md');
    assert.equal(
      metricResults([file, broken], [config], [], { now }).configProblems.size,
      0,
      'it may stand in the other file',
    );
  });

  it('say why a source gives nothing', () => {
    const config = configFile(
      dedent(`
        metrics:
          Test coverage: { command: [npm, run, coverage] }
          CI/CD time: { file: ci.json }
          Mean time to detect issues: { git: lead-time }
          Deployment success rate: { file: a }
      `),
    );
    const message = 'ci.json is not there: run what writes it.';
    const readings = readingsOf(config, [
      { state: 'waiting' },
      { state: 'failed', problems: [{ code: 'metric-source', severity: 'info', message, span: { start: 1, end: 2 } }] },
      { state: 'unavailable' },
    ]);
    const { results, configProblems } = say(config, [{ ...readings, sources: readings.sources.slice(0, 3) }]);
    assert.match(results[1]!.explanation, /npm run coverage waits for your permission/);
    assert.equal(results[4]!.explanation, `Nothing measures it. ${message}`);
    assert.match(results[2]!.explanation, /git: lead-time cannot be asked here/);
    assert.deepEqual([results[0]!.sourceState, results[1]!.state], ['loading', 'claimed']);
    // Where the entry stands now, not where it stood when its source was asked.
    assert.deepEqual(configProblems, [`${message} at ${config.config.metrics[1]!.span!.start}`]);
  });

  it('keep an older reading where the last look failed, and say so', () => {
    const config = configFile('metrics: { CI/CD time: { file: ci.json } }\n');
    const { lines, results } = say(config, [readingsOf(config, [{ state: 'failed', value: 5, unit: 'min', age: 3 }])]);
    assert.equal(lines[4], '90-Day CI/CD time: met 5 by CI/CD time');
    assert.match(results[4]!.explanation, /The last look at ci\.json failed\./);
  });

  it('tell of readings that cannot be compared, where the metric stands', () => {
    const config = configFile('metrics: { CI/CD time: { file: ci.json } }\n');
    const { lines, problems } = say(config, [readingsOf(config, [{ value: 5, unit: 'MB' }])]);
    assert.equal(lines[4], '90-Day CI/CD time: unmeasured by CI/CD time');
    assert.match(
      problems[0]!,
      /^metric-source: The reading of "CI\/CD time" is in MB.* at «CI\/CD time: < 15 minutes»$/,
    );
  });

  it('move for better or worse, in the unit of the target', () => {
    const config = configFile('metrics: { CI/CD time: { file: ci.json }, Test coverage: { file: a } }\n');
    const trend = (values: readonly number[], unit?: string) =>
      values.map((value, index) => ({ time: now - 10 + index, value, ...(unit ? { unit } : {}) }));
    const { results } = say(config, [
      readingsOf(config, [
        { value: 5, unit: 'min', trend: trend([600, 300], 's') },
        { value: 70, unit: '%', trend: trend([80, 70]) },
      ]),
    ]);
    assert.deepEqual(
      results[4]!.trend.points.map(({ value }) => value),
      [10, 5],
    );
    assert.deepEqual([results[4]!.trend.direction, results[1]!.trend.direction], ['better', 'worse']);
  });

  it('are measured by files that were found, but never before those that an entry names', () => {
    const config = configFile('metrics: { Test coverage: { file: named.info } }\n');
    const unwritten: SourceReading = {
      source: { kind: 'file', metric: 'Test coverage', file: 'found.info' },
      state: 'ready',
      reading: { measurement: { name: 'lines', value: 71, unit: '%' }, time: now },
      trend: [],
      problems: [],
    };
    const files = (readings: FolderReadings, configs: readonly ConfigFile[]) =>
      metricResults([file], configs, [readings], { now }).results.map(
        ({ source }) => source?.kind === 'file' && source.file,
      )[1];
    assert.equal(files({ uri: folder.uri, sources: [unwritten], found: [] }, []), 'found.info');
    assert.equal(files({ uri: folder.uri, sources: [unwritten], found: [] }, [config]), 'named.info');
  });

  it('belong to their folder, whose sources measure no other', () => {
    const other = { uri: 'memory:/other', name: 'other' };
    const config = configFile('metrics: { Test coverage: { file: a } }\n', other);
    const readings = readingsOf(config, [{ value: 90, unit: '%' }]);
    const both = [file, roadmapFile(roadmap, 'ROADMAP.md', other)];
    const { results } = metricResults(both, [config], [readings], { now });
    assert.deepEqual(
      results.filter(({ name }) => name === 'Test coverage').map(({ state }) => state),
      ['claimed', 'claimed', 'met', 'met'],
    );
  });
});
