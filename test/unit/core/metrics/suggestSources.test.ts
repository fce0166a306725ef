import assert from 'node:assert/strict';
import type { MetricFormat } from '../../../../src/core/model/metric.js';
import type { Metric } from '../../../../src/core/model/roadmap.js';
import { sourceLabel } from '../../../../src/core/metrics/sources.js';
import { suggestSources, type FoundMeasurements } from '../../../../src/core/metrics/suggestSources.js';
import { parseTarget } from '../../../../src/core/values/target.js';

function metric(text: string): Metric {
  const target = parseTarget(text);
  return { text, span: { start: 0, end: text.length }, ...(target ? { target } : {}) };
}

const found: readonly FoundMeasurements[] = (
  [
    ['coverage/lcov.info', 'lcov'],
    ['coverage/coverage-summary.json', 'istanbul-summary'],
    ['packages/a/coverage/coverage-summary.json', 'istanbul-summary'],
    ['reports/junit.xml', 'junit'],
  ] as [string, MetricFormat][]
).map(([path, format]) => ({ path, format }));
const measured: readonly FoundMeasurements[] = [
  ...found,
  {
    path: 'metrics.prom',
    format: 'prometheus',
    measurements: [
      { name: 'http_request_duration_seconds', unit: 's' },
      { name: 'http_requests_total' },
      { name: 'process_resident_memory_bytes', unit: 'B' },
    ],
  },
  { path: 'bench/result.json', format: 'benchmark', measurements: [{ name: 'parseRoadmap', unit: 'ms' }] },
];

/** The sources suggested for one metric. */
const suggested = (text: string, files = measured) =>
  suggestSources([metric(text)], files, { git: true })
    .map(({ source }) => sourceLabel(source))
    .join(' | ');

describe('A suggested source', () => {
  const summary = 'coverage/coverage-summary.json';
  const cases: Record<string, string> = {
    'Test coverage: 70%+': `${summary} (lines)`,
    'Code coverage: 0.7 ratio': `${summary} (lines)`,
    'Branch coverage: 70%+': `${summary} (branches)`,
    'Function coverage: 70%+': `${summary} (functions)`,
    'Statement coverage ≥ 70%': `${summary} (statements)`,
    'Test pass rate: 99%': 'reports/junit.xml (pass-rate)',
    'Passing tests: 100%': 'reports/junit.xml (pass-rate)',
    'Unit test duration: < 2 min': 'reports/junit.xml (duration)',
    'Failing tests: zero': 'reports/junit.xml (failures)',
    'Number of tests: 500+': 'reports/junit.xml (tests)',
    'Deployment frequency: 2 per week': 'git: release-frequency',
    '2 releases per month': 'git: release-frequency',
    'Deploy at least weekly': 'git: release-frequency',
    'Lead time for changes: < 2 days': 'git: lead-time',
    'Change failure rate: < 15%': 'git: change-failure-rate',
    'Request duration: < 200 ms (p95)': 'metrics.prom (http_request_duration_seconds)',
    'Resident memory: < 300 MB': 'metrics.prom (process_resident_memory_bytes)',
    'Parse roadmap: < 5 ms': 'bench/result.json (parseRoadmap)',
    // A word, a qualifier or a unit more says something else.
    'Smoke test coverage: 70%+': '',
    'API documentation coverage: 70%+': '',
    'Test coverage: 100% of critical paths': '',
    'Test coverage: 5 ms': '',
    'Deployment success rate: 95%+': '',
    'Deployment frequency: 95%': '',
    'Time to detect issues: < 5 minutes': '',
    'Memory: < 300 MB': '',
    'Enterprise-ready features': '',
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`for "${text}" is ${expected || 'none'}`, () => assert.equal(suggested(text), expected));
  }

  it('is the best file that there is, and each of several alike', () => {
    const of = (...paths: readonly [string, MetricFormat][]) =>
      suggested(
        'Test coverage: 70%+',
        paths.map(([path, format]) => ({ path, format })),
      );
    assert.equal(of(['cobertura.xml', 'cobertura'], ['deep/down/lcov.info', 'lcov']), 'deep/down/lcov.info (lines)');
    assert.equal(of(['a/lcov.info', 'lcov'], ['b/lcov.info', 'lcov']), 'a/lcov.info (lines) | b/lcov.info (lines)');
    assert.equal(of(['jacoco.xml', 'jacoco']), 'jacoco.xml (lines)');
    assert.equal(of(), '');
  });

  it('is all JUnit files of a directory, never one of them', () => {
    const of = (...paths: readonly string[]) =>
      suggested(
        'Test pass rate: 99%',
        paths.map((path) => ({ path, format: path.includes('cover') ? 'cobertura' : 'junit' })),
      );
    assert.equal(
      of('target/surefire-reports/TEST-a.xml', 'target/surefire-reports/TEST-b.xml'),
      'target/surefire-reports/TEST-*.xml (pass-rate)',
    );
    assert.equal(of('test-results/junit.xml', 'test-results/results.xml'), 'test-results/*.xml (pass-rate)');
    assert.equal(of('reports/junit.xml', 'reports/tests.xml', 'reports/coverage.xml'), '');
    // Beside them lies what else is XML.
    assert.equal(of('junit.xml', 'tests.xml'), '');
    assert.equal(of('TEST-a.xml', 'TEST-b.xml'), 'TEST-*.xml (pass-rate)');
    assert.equal(of('test-results/junit.xml'), 'test-results/junit.xml (pass-rate)');
  });

  it('is one for a name that several horizons have, with the reason', () => {
    const suggestions = suggestSources([metric('Test coverage: 70%+'), metric('Test coverage: 80%+')], found);
    assert.equal(suggestions.length, 1);
    assert.equal(suggestions[0]!.source.metric, 'Test coverage');
    assert.match(suggestions[0]!.because, /Test coverage.*lines/);
  });

  it('is never git where there is none', () => {
    assert.deepEqual(suggestSources([metric('2 releases per month')], found), []);
  });
});
