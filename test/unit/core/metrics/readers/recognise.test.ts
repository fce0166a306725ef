import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { metricFormats } from '../../../../../src/core/model/metric.js';
import { measurementsOf, readerOf, recognise } from '../../../../../src/core/metrics/readers/index.js';
import { fixture, read } from './reading.js';

describe('the format of a report', () => {
  const expected: readonly (readonly [RegExp, string | undefined])[] = [
    [/coverage-summary\.json$/, 'istanbul-summary'],
    [/coverage-final\.json$/, 'istanbul'],
    [/lcov\.info$/, 'lcov'],
    [/coverage\.xml$/, 'cobertura'],
    [/jacoco\.xml$/, 'jacoco'],
    [/(?:junit|Test)\.xml$/, 'junit'],
    [/prom-client\//, 'prometheus'],
    [/plain\//, undefined],
    [/\.json$/, 'benchmark'],
  ];
  const files = readdirSync('test/fixtures/metrics', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?!md)\w+$/.test(path) && !path.endsWith('.py'));

  it('is told from every fixture, by its beginning alone', () => {
    assert.ok(files.length > 20);
    for (const path of files) {
      const format = expected.find(([pattern]) => pattern.test(path))![1];
      assert.equal(recognise(path, fixture(path).slice(0, 4096)), format, path);
      // What it is called must not decide.
      if (format && !path.endsWith('.prom'))
        assert.equal(recognise('out/report.txt', fixture(path).slice(0, 4096)), format, path);
    }
  });

  it('is not told from what only looks alike', () => {
    for (const [path, head] of [
      ['package.json', '{\n  "name": "tiny",\n  "version": "1.0.0"\n}'],
      ['labels.json', '[{ "name": "bug", "color": "red", "value": true }]'],
      ['clover.xml', '<?xml version="1.0"?>\n<coverage generated="1" clover="3.2.0"><project/></coverage>'],
      ['report.xml', '<report title="Sales"><row/></report>'],
      ['data.json', '{"total": 5, "lines": []}'],
      ['notes.txt', 'SF: a story\nTN: another'],
      ['page.prom', '<html></html>'],
      ['script.sh', '# TYPE here\n# HELP me\n'],
      ['empty.xml', ''],
    ] as const) {
      assert.equal(recognise(path, head), undefined, path);
    }
  });

  it('is that of its reader, which says what it gives', async () => {
    for (const format of metricFormats) {
      const reader = await readerOf(format);
      assert.equal(reader.format, format);
      assert.ok(measurementsOf(format).length > 0);
    }
    const lcov = fixture('c8/lcov.info');
    assert.equal((await readerOf('lcov')).recognises('lcov.info', lcov), true);
    assert.equal((await readerOf('json')).recognises('a.json', '{}'), false);
  });

  it('gives the names that its documentation lists', async () => {
    for (const [format, path] of [
      ['istanbul-summary', 'c8/coverage-summary.json'],
      ['istanbul', 'c8/coverage-final.json'],
      ['lcov', 'c8/lcov.info'],
      ['cobertura', 'c8/cobertura-coverage.xml'],
      ['jacoco', 'jacoco/jacoco.xml'],
      ['junit', 'jest-junit/junit.xml'],
    ] as const) {
      const { value } = await read(format, fixture(path));
      assert.deepEqual(
        value.map(({ name, unit }) => [name, unit]),
        measurementsOf(format).map(({ name, unit }) => [name, unit]),
        format,
      );
    }
  });
});
