import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { MemoryHost } from '../../../src/hosts/memory.js';
import { mayBeReport, plainPath, ReportFinder } from '../../../src/workspace/metricFiles.js';
import { coverage, MemoryStreams } from '../../support/metrics.js';
import { noSignal } from '../../support/gitRepository.js';

const report = (path: string) => readFileSync(`test/fixtures/metrics/${path}`, 'utf8');
const folder = { uri: 'memory:///work', name: 'work' };

function finder(files: Readonly<Record<string, string>>) {
  const host = new MemoryHost(Object.fromEntries(Object.entries(files).map(([path, text]) => [`/work/${path}`, text])));
  const streams = new MemoryStreams(host);
  const reports = new ReportFinder(host, streams, folder);
  return { host, streams, find: () => reports.find(noSignal) };
}

describe('The reports of a folder', () => {
  it('are found where tools put them', async () => {
    const { find } = finder({
      'coverage/coverage-summary.json': report('c8/coverage-summary.json'),
      'coverage/coverage-final.json': report('c8/coverage-final.json'),
      'coverage/lcov.info': report('c8/lcov.info'),
      'coverage/cobertura-coverage.xml': report('c8/cobertura-coverage.xml'),
      'target/site/jacoco/jacoco.xml': report('jacoco/jacoco.xml'),
      'target/surefire-reports/TEST-tiny.PriceTest.xml': report('surefire/TEST-tiny.PriceTest.xml'),
      'coverage.xml': report('coverage.py/coverage.xml'),
      'junit.xml': report('jest-junit/junit.xml'),
      'metrics/app.prom': report('prom-client/metrics.prom'),
      'benchmarks/hyperfine.json': report('hyperfine/hyperfine.json'),
    });
    assert.deepEqual(
      (await find()).map(({ path, format }) => `${path} ${format}`),
      [
        'benchmarks/hyperfine.json benchmark',
        'coverage.xml cobertura',
        'coverage/cobertura-coverage.xml cobertura',
        'coverage/coverage-final.json istanbul',
        'coverage/coverage-summary.json istanbul-summary',
        'coverage/lcov.info lcov',
        'junit.xml junit',
        'metrics/app.prom prometheus',
        'target/site/jacoco/jacoco.xml jacoco',
        'target/surefire-reports/TEST-tiny.PriceTest.xml junit',
      ],
    );
  });

  it('are unmistakable ones only', async () => {
    const { find, streams } = finder({
      'coverage/coverage-summary.json': '{"total": "none"}',
      'junit.xml': '<project name="build"/>',
      'bench.json': '{"name": "bench", "version": "1.0.0"}',
      'coverage/lcov.info': 'information',
      'metrics.txt': 'Metrics of ours\n',
      'package.json': report('c8/coverage-summary.json'),
      'src/coverage-summary.json': report('c8/coverage-summary.json'),
      'coverage/old/coverage-summary.json': report('c8/coverage-summary.json'),
      'coverage/lcov-report/index.html': '<html>',
    });
    assert.deepEqual(await find(), []);
    assert.deepEqual(streams.reads.sort(), [
      'bench.json',
      'coverage/coverage-summary.json',
      'coverage/lcov.info',
      'junit.xml',
      'metrics.txt',
    ]);
  });

  it('are not read again while they stay the same', async () => {
    const { host, streams, find } = finder({
      'coverage/coverage-summary.json': coverage(80),
      'metrics.prom': '# TYPE a gauge\na 1\n',
      'junit.xml': '<project/>',
    });
    const before = await find();
    streams.reads.length = 0;
    assert.deepEqual([await find(), streams.reads], [before, []]);
    host.write('/work/junit.xml', '<testsuites/>');
    const after = await find();
    assert.deepEqual(
      [after.map(({ path }) => path), [...new Set(streams.reads)]],
      [['coverage/coverage-summary.json', 'junit.xml', 'metrics.prom'], ['junit.xml']],
    );
    host.delete('/work/junit.xml');
    assert.deepEqual(await find(), before);
  });

  it('tell the names and units of what they hold where those are their own, at most 200', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `queue_seconds{shard="${index}"} ${index}\n`).join('');
    const { find } = finder({
      'metrics.prom': `# TYPE queue_seconds gauge\n${many}`,
      'bench.json': report('vitest/bench.json'),
      'coverage/coverage-summary.json': coverage(80),
    });
    const [bench, summary, prom] = await find();
    assert.equal(summary!.measurements, undefined);
    assert.deepEqual(
      [prom!.measurements!.length, prom!.measurements![1]],
      [200, { name: 'queue_seconds{shard="1"}', unit: 's' }],
    );
    assert.ok(
      bench!.measurements!.every(({ name, unit }) => name !== '' && unit === 'ms'),
      JSON.stringify(bench),
    );
    assert.ok(bench!.measurements!.length > 0);
  });

  it('tell no names where they are damaged or large', async () => {
    const { find } = finder({
      'bench.json': report('hyperfine/hyperfine.json').slice(0, 200),
      'metrics.prom': `a_seconds 1\n${'# a comment of some length\n'.repeat(160_000)}`,
    });
    assert.deepEqual(await find(), [
      { path: 'bench.json', format: 'benchmark' },
      { path: 'metrics.prom', format: 'prometheus' },
    ]);
  });

  it('may change with these paths, and with no others', () => {
    const may = ['coverage/lcov.info', 'junit.xml', 'coverage', 'target', 'build/reports', 'reports/TEST-a.xml'];
    assert.deepEqual(may.filter(mayBeReport), may);
    const never = ['src/a.ts', 'ROADMAP.md', 'coverage/index.html', 'src/coverage/lcov.info', 'cov', 'package.json'];
    assert.deepEqual(never.filter(mayBeReport), []);
  });

  it('are called as events call them', () => {
    assert.deepEqual(['a/b.json', './a//b.json', 'a/./b.json'].map(plainPath), ['a/b.json', 'a/b.json', 'a/b.json']);
  });
});
