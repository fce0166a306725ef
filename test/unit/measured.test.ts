import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricResults, type MetricResult } from '../../src/core/metrics/metricResults.js';
import { sourceLabel } from '../../src/core/metrics/sources.js';
import { NodeCommands } from '../../src/hosts/node/commands.js';
import { NodeFiles } from '../../src/hosts/node/files.js';
import { GitHistory } from '../../src/hosts/node/git/gitHistory.js';
import { nodeLog, nodeScheduler } from '../../src/hosts/node/process.js';
import { NodeStreams } from '../../src/hosts/node/streams.js';
import { readFolders, readMetrics } from '../../src/workspace/readOnce.js';
import { GitFolder } from '../support/gitRepository.js';

/** Handed to the project, and stays outside it. */
const seed = join(process.cwd(), '..', 'shared', 'seed', 'TECHNICAL_ROADMAP.md');

const now = Math.floor(Date.now() / 1000);
const day = 86_400;

/** Six releases in 90 days, each of two commits that waited four and two days; one commit is taken back later. */
function release(folder: GitFolder): void {
  const commits: string[] = [];
  let mark = 0;
  const commit = (ago: number, message: string) => {
    const from = mark === 0 ? '' : `from :${mark}\n`;
    const committer = `committer Ada <ada@example.org> ${now - ago * day} +0000`;
    commits.push(
      `commit refs/heads/main\nmark :${++mark}\n${committer}\ndata ${Buffer.byteLength(message)}\n${message}\n${from}\n`,
    );
  };
  const releases = [80, 66, 52, 38, 24, 10];
  commit(95, 'Begin');
  commits.push(`reset refs/tags/v0.9.0\nfrom :${mark}\n\n`);
  for (const [index, ago] of releases.entries()) {
    commit(ago + 4, `Work ${index}`);
    commit(ago + 2, `More work ${index}`);
    const tagger = `tagger Ada <ada@example.org> ${now - ago * day} +0000`;
    commits.push(`tag v1.${index}.0\nfrom :${mark}\n${tagger}\ndata 3\nout\n`);
  }
  folder.gitBytes(['fast-import', '--quiet', '--force'], commits.join(''));
  const bad = folder.git('rev-parse', 'v1.2.0^{commit}');
  const revert = `Revert "More work 2"\n\nThis reverts commit ${bad}.\n`;
  const tree = folder.git('rev-parse', 'main^{tree}');
  const hash = folder.gitBytes(['commit-tree', tree, '-p', 'main', '-F', '-'], revert).toString().trim();
  folder.git('update-ref', 'refs/heads/main', hash);
}

/** Reads a folder as the command line does, commands included. */
async function measure(path: string, at = now, allowed = true) {
  const ports = { files: new NodeFiles([path]), scheduler: nodeScheduler, log: nodeLog };
  const snapshot = await readFolders(ports, { files: () => [] });
  const measured = await readMetrics(
    {
      ...ports,
      history: new GitHistory({ log: nodeLog }),
      streams: new NodeStreams(),
      commands: new NodeCommands(),
      now: () => now,
      isAllowed: () => allowed,
    },
    snapshot,
  );
  const { roadmaps, configs, readings } = measured;
  const { results, configProblems } = metricResults(roadmaps, configs, readings, { now: at });
  return { results, configProblems: [...configProblems.values()].flat(), files: roadmaps.map((file) => file.path) };
}

/** `78.5 met by coverage.json (lines)`, under what the roadmap says of it. */
function told(results: readonly MetricResult[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    results.map(({ metric, state, value, source }) => [
      metric.text,
      [
        ...(value === undefined ? [] : [Number(value.toPrecision(6))]),
        state,
        ...(source ? [`by ${sourceLabel(source)}`] : []),
      ].join(' '),
    ]),
  );
}

describe('A workspace whose metrics are measured', () => {
  let folder: GitFolder;
  before(() => {
    folder = GitFolder.make();
    cpSync('test/fixtures/measured', folder.path, { recursive: true });
    release(folder);
  });
  after(() => folder.dispose());

  it('has each judged by its real reading', async () => {
    const { results, configProblems } = await measure(folder.path);
    assert.deepEqual(told(results), {
      'Rollout success rate: 95%+': '95 met by reports/rollouts.csv (ok)',
      'Happy path coverage: 100% of critical paths': '100 met by reports/junit.xml (pass-rate)',
      'Code coverage: 70%+': '76.2 met by coverage/coverage-summary.json (lines)',
      'Mean time to notice faults: < 5 minutes': '4 met by reports/faults.json ($.faults[*].noticedAfter)',
      'Answer time: < 200ms (p95)': '160 met by reports/metrics.prom (http_request_duration_seconds)',
      'Code coverage: 80%+': '76.2 near by coverage/coverage-summary.json (lines)',
      'Pipeline time: < 15 minutes': '13 met by reports/pipelines.csv (duration)',
      'Zero urgent production faults': '0 met by reports/faults.json ($.open.urgent)',
      'Reach 100K+ customers': '104200 met by node scripts/count-customers.mjs --active',
      '99.9% availability': '99.95 met by reports/levels.yaml ($.levels.availability)',
      '< 100ms answer time (p95)': '160 missed by reports/metrics.prom (http_request_duration_seconds)',
      'Ready for large organisations': 'claimed',
      'Release frequency: 2 per month': '2.02917 met by git: release-frequency',
      'Lead time: < 5 days': '3 met by git: lead-time',
      'Change failure rate: < 15%': '16.6667 missed by git: change-failure-rate',
    });
    assert.deepEqual(configProblems, []);
  });

  it('has no claim that a reading contradicts without a problem', async () => {
    const { results } = await measure(folder.path);
    const problems = results.flatMap(({ metric, problems: own }) =>
      own.map(({ code, message }) => ({ metric: metric.text, code, message })),
    );
    assert.deepEqual(
      problems.map(({ metric, code }) => [metric, code]),
      [['< 100ms answer time (p95)', 'metric-claim']],
    );
    assert.match(problems[0]!.message, /100 ms.*metrics\.prom.*160 ms/);
  });

  it('has nothing run that nobody allowed', async () => {
    const { results } = await measure(folder.path, now, false);
    const users = results.find(({ metric }) => metric.text === 'Reach 100K+ customers')!;
    assert.deepEqual([users.state, users.sourceState], ['claimed', 'waiting']);
    assert.equal(results.filter(({ verdict }) => verdict !== undefined).length, 13);
  });

  it('has everything stale that nobody measured for long', async () => {
    const { results } = await measure(folder.path, now + 40 * day);
    const states = results.map(({ state }) => state);
    assert.deepEqual([...new Set(states)].sort(), ['claimed', 'stale']);
    assert.equal(states.filter((state) => state === 'claimed').length, 1);
  });
});

/** What measures the metrics of the reference roadmap, by the reports of the workspace above. */
const seedConfig = `metrics:
  Deployment success rate: { file: reports/rollouts.csv, value: ok, aggregate: mean, unit: ratio }
  Smoke test coverage: { file: reports/junit.xml, value: pass-rate }
  Test coverage: { file: coverage/coverage-summary.json, value: lines }
  Mean time to detect issues: { file: reports/faults.json, value: '$.faults[*].noticedAfter', unit: s }
  Response time: { file: reports/metrics.prom, value: http_request_duration_seconds }
  CI/CD time: { file: reports/pipelines.csv, value: duration, aggregate: median }
  Critical production incidents: { file: reports/faults.json, value: /open/major }
  Users: { command: [node, scripts/count-customers.mjs], format: json, value: $.customers }
  Uptime: { file: reports/levels.yaml, value: $.levels.availability }
`;

describe('The metrics of the reference roadmap', () => {
  if (!existsSync(seed)) {
    console.log('      skipped: ../shared/seed is not here');
    return;
  }
  let folder: GitFolder;
  before(() => {
    folder = GitFolder.make();
    for (const name of ['reports', 'coverage', 'scripts'])
      cpSync(join('test/fixtures/measured', name), join(folder.path, name), { recursive: true });
    folder.write('TECHNICAL_ROADMAP.md', readFileSync(seed));
    folder.write('.roadmap/config.yaml', seedConfig);
    folder.commit('Everything');
  });
  after(() => folder.dispose());

  it('are each judged by a real reading', async () => {
    const { results, configProblems, files } = await measure(folder.path);
    assert.deepEqual(files, ['TECHNICAL_ROADMAP.md']);
    assert.deepEqual(told(results), {
      'Deployment success rate: 95%+': '95 met by reports/rollouts.csv (ok)',
      'Smoke test coverage: 100% of critical paths': '100 met by reports/junit.xml (pass-rate)',
      'Test coverage: 70%+': '76.2 met by coverage/coverage-summary.json (lines)',
      'Mean time to detect issues: < 5 minutes': '4 met by reports/faults.json ($.faults[*].noticedAfter)',
      'Response time: < 200ms (p95)': '160 met by reports/metrics.prom (http_request_duration_seconds)',
      'Test coverage: 80%+': '76.2 near by coverage/coverage-summary.json (lines)',
      'CI/CD time: < 15 minutes': '13 met by reports/pipelines.csv (duration)',
      'Zero critical production incidents': '1 missed by reports/faults.json (/open/major)',
      'Support 100K+ users': '131000 met by node scripts/count-customers.mjs',
      '99.9% uptime': '99.95 met by reports/levels.yaml ($.levels.availability)',
      '< 100ms response time (p95)': '160 missed by reports/metrics.prom (http_request_duration_seconds)',
      'Enterprise-ready features': 'claimed',
    });
    assert.deepEqual(configProblems, []);
    const contradicted = results.filter(({ problems }) => problems.some(({ code }) => code === 'metric-claim'));
    assert.deepEqual(
      contradicted.map(({ metric }) => metric.text),
      ['Zero critical production incidents', '< 100ms response time (p95)'],
    );
  });
});
