import assert from 'node:assert/strict';
import { MemoryHost } from '../../../src/hosts/memory.js';
import { config, now, openMetrics, roadmap } from '../../support/metrics.js';

const configPath = '/work/.roadmap/config.yaml';
const reports = '/work/target/surefire-reports';

/** A report of so many tests. */
function suite(tests: number, failures = 0, seconds = 1, timestamp = '2024-12-06T10:00:00'): string {
  const cases = Array.from({ length: tests }, (_, at) => {
    const inner = at < failures ? '<failure/>' : '';
    return `<testcase name="t${at}" time="${seconds / Math.max(1, tests)}">${inner}</testcase>`;
  });
  return `<testsuite tests="${tests}" failures="${failures}" time="${seconds}" timestamp="${timestamp}">${cases.join('')}</testsuite>`;
}

function project(some: Readonly<Record<string, string>> = {}, glob = 'target/surefire-reports/TEST-*.xml') {
  return new MemoryHost({
    '/work/ROADMAP.md': roadmap('Test pass rate: 100%', 'Failing tests: zero', 'Test duration: < 1 min'),
    [configPath]: config(
      `Test pass rate: { file: '${glob}', format: junit, value: pass-rate }`,
      `Failing tests: { file: '${glob}', format: junit, value: failures }`,
      `Test duration: { file: '${glob}', format: junit, value: duration }`,
    ),
    [`${reports}/TEST-a.xml`]: suite(6),
    [`${reports}/TEST-b.xml`]: suite(4, 1, 2, '2024-12-06T09:00:00'),
    ...some,
  });
}

describe('Reports of JUnit in many files', () => {
  it('are added up', async () => {
    const { states, source } = await openMetrics(project());
    assert.deepEqual(states(), {
      'Test pass rate': 'missed 90',
      'Failing tests': 'missed 1',
      'Test duration': 'met 0.05',
    });
    const { reading, problems } = source('Test pass rate');
    assert.deepEqual([reading?.measurement.detail, problems], ['9 of 10 tests passed', []]);
    // The newest of them says when.
    assert.equal(reading?.time, Math.min(now - 1_000, Date.parse('2024-12-06T10:00:00Z') / 1000));
  });

  it('count with those of classes without a test', async () => {
    const { states } = await openMetrics(project({ [`${reports}/TEST-c.xml`]: suite(0) }));
    assert.equal(states()['Test pass rate'], 'missed 90');
  });

  it('are read again when one of them is written, comes or goes, and for nothing else', async () => {
    const host = project();
    const { states, settled, streams, source } = await openMetrics(host);
    streams.reads.length = 0;
    host.write(`${reports}/other.txt`, 'a');
    host.write('/work/target/classes/a.txt', 'a');
    await settled();
    assert.deepEqual(streams.reads, []);
    host.write(`${reports}/TEST-b.xml`, suite(4));
    await settled();
    assert.equal(states()['Test pass rate'], 'met 100');
    host.write(`${reports}/TEST-c.xml`, suite(10, 10));
    await settled();
    assert.equal(states()['Test pass rate'], 'missed 50');
    host.delete(`${reports}/TEST-c.xml`);
    await settled();
    assert.equal(states()['Test pass rate'], 'met 100');
    for (const name of ['a', 'b']) host.change(`${reports}/TEST-${name}.xml`, undefined);
    host.fire({ uri: 'memory:///work/target', kind: 'deleted' });
    await settled();
    assert.match(source('Test pass rate').problems[0]!.message, /TEST-\*\.xml is not there/);
  });

  it('say nothing where one of them cannot be read: what it holds may have failed', async () => {
    const { source } = await openMetrics(project({ [`${reports}/TEST-c.xml`]: '<testsuite tests="1">' }));
    const { state, problems } = source('Test pass rate');
    assert.equal(state, 'failed');
    assert.match(problems[0]!.message, /^target\/surefire-reports\/TEST-c\.xml: /);
  });

  it('are found below any directory, and at most 500 of them', async () => {
    const deep = await openMetrics(project({ '/work/a/b/TEST-x.xml': suite(10, 5) }, '**/TEST-*.xml'));
    assert.equal(deep.states()['Test pass rate'], 'missed 70');
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`${reports}/TEST-${at}.xml`, suite(1)]));
    const { source } = await openMetrics(project(many));
    assert.match(source('Test pass rate').problems[0]!.message, /more than 500 files/);
  });

  it('are suggested together, and not where they are configured', async () => {
    const host = project({ [configPath]: '' });
    const { folder, settled } = await openMetrics(host);
    assert.deepEqual(folder().found, [{ path: 'target/surefire-reports/TEST-*.xml', format: 'junit' }]);
    host.write(configPath, config("Test pass rate: { file: 'target/**/*.xml', format: junit }"));
    await settled();
    assert.deepEqual(folder().found, []);
  });
});
