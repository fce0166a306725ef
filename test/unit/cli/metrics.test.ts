import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../src/core/config/readConfig.js';
import { measurementsOf } from '../../../src/core/metrics/readers/index.js';
import { gitMeasures, metricFormats } from '../../../src/core/model/metric.js';
import type { MetricsJson } from '../../../src/core/views/metricsJson.js';
import { runCommand } from '../../support/commandLine.js';
import { GitFolder } from '../../support/gitRepository.js';
import { TempFolder } from '../../support/tempFolder.js';

describe('The page on metrics', () => {
  const page = readFileSync(join(process.cwd(), 'docs', 'metrics.md'), 'utf8');

  it('shows a configuration that is one', () => {
    const { value, problems } = readConfig(/```yaml\n([\s\S]*?)```/.exec(page)![1]!);
    assert.deepEqual([value.metrics.length, problems], [8, []]);
  });

  it('names every format, every name that it gives, and every measure of git', () => {
    const words = [
      ...metricFormats,
      ...gitMeasures,
      ...metricFormats
        .flatMap((format) => measurementsOf(format).map(({ name }) => name))
        .filter((name) => /^[a-z-]+$/.test(name)),
    ];
    for (const word of words) assert.match(page, new RegExp(`[\`\\s]${word}[\`\\s]`), word);
  });
});

describe('The command line of metrics', () => {
  let folder: TempFolder;
  beforeEach(() => (folder = new TempFolder()));
  afterEach(() => folder.dispose());

  async function run(...args: string[]) {
    const ran = await runCommand(folder.path, args);
    return { ...ran, json: () => JSON.parse(ran.out) as MetricsJson };
  }

  const coverage = (pct: number) =>
    JSON.stringify({
      total: {
        lines: { total: 100, covered: pct, skipped: 0, pct },
        branches: { total: 1, covered: 1, skipped: 0, pct: 100 },
      },
    });
  const plan = '# Plan\n- [ ] a\n## Success Metrics\n- ✅ Coverage: 80%+\n- Load time: < 200ms\n';

  it('prints where each stands, and that a claim does not hold', async () => {
    folder.write('ROADMAP.md', plan);
    folder.write('coverage/coverage-summary.json', coverage(70));
    folder.write(
      '.roadmap/config.yaml',
      'metrics:\n  Coverage: { file: coverage/coverage-summary.json, value: lines }\n',
    );
    const { out, err, code } = await run('metrics');
    assert.equal(
      out,
      [
        'Plan  ROADMAP.md',
        '  ✕ Coverage   70 %  ≥ 80 %    missed      coverage/coverage-summary.json (lines), now',
        '  ○ Load time  –     < 200 ms  unmeasured',
        '',
      ].join('\n'),
    );
    assert.match(
      err,
      /^ROADMAP\.md:4: warning: "Coverage" is claimed to be met at ≥ 80 %, but .* says 70 %: [^\n]+\n$/,
    );
    assert.equal(code, 0);
  });

  it('prints the same as JSON, and nothing else', async () => {
    folder.write('ROADMAP.md', plan);
    folder.write('load.csv', 'ms\n150\n');
    folder.write('.roadmap/config.yaml', 'metrics:\n  Load time: { file: load.csv, value: ms, unit: ms }\n');
    const { json, err, code } = await run('metrics', '--json');
    const { schemaVersion, metrics, problems } = json();
    assert.deepEqual([schemaVersion, problems, err, code], [1, [], '', 0]);
    assert.deepEqual(
      metrics.map(({ name, target, reading, state, source }) => [
        name,
        target?.text,
        reading?.value,
        state,
        source?.label,
      ]),
      [
        ['Coverage', '≥ 80 %', undefined, 'claimed', undefined],
        ['Load time', '< 200 ms', 150, 'met', 'load.csv (ms)'],
      ],
    );
  });

  it('reads one roadmap, by the configuration and the files of its folder', async () => {
    folder.write('sub/plans/next.md', plan);
    folder.write('sub/coverage-summary.json', coverage(85));
    folder.write('sub/.roadmap/config.yaml', 'metrics:\n  Coverage: { file: coverage-summary.json, value: lines }\n');
    const { out, code } = await run('metrics', join('sub', 'plans', 'next.md'));
    assert.match(
      out,
      /^Plan {2}sub\/plans\/next\.md\n {2}● Coverage +85 % +≥ 80 % +met +coverage-summary\.json \(lines\), now$/m,
    );
    assert.equal(code, 0);
  });

  it('runs commands where --run-commands says so, and else says that they wait', async () => {
    folder.write('ROADMAP.md', plan);
    const marker = join(folder.path, 'ran');
    const script = `require('fs').writeFileSync(${JSON.stringify(marker)}, ''); console.log(150)`;
    folder.write(
      '.roadmap/config.yaml',
      `metrics:\n  Load time: { command: [${JSON.stringify(process.execPath)}, -e, ${JSON.stringify(script)}], unit: ms }\n`,
    );
    const waits = await run('metrics');
    assert.equal(existsSync(marker), false);
    assert.match(waits.out, /○ Load time +< 200 ms +unmeasured/);
    assert.equal(waits.err, 'hint: some metrics are measured by commands, which --run-commands runs\n');
    const ran = await run('metrics', '--run-commands');
    assert.equal(existsSync(marker), true);
    assert.match(ran.out, /● Load time +150 ms +< 200 ms +met/);
    assert.deepEqual([ran.err, ran.code], ['', 0]);
  });

  it('says what is wrong with a source, with its place', async () => {
    folder.write('ROADMAP.md', plan);
    folder.write(
      '.roadmap/config.yaml',
      'metrics:\n  Coverage: { file: gone.json, value: lines, format: istanbul-summary }\n  Speed: { file: a.json }\n',
    );
    const { out, err } = await run('metrics');
    assert.match(out, /\? Coverage/);
    assert.match(err, /^\.roadmap\/config\.yaml:2: \w+: .*gone\.json/m);
    assert.match(err, /^\.roadmap\/config\.yaml:3: warning: No metric of the roadmap is called "Speed"/m);
  });

  it('gives one hint at most: what could measure them, else that nothing does', async () => {
    folder.write('ROADMAP.md', '- [ ] a\n## Success Metrics\n- Test coverage: 80%+\n- Branch coverage: 70%+\n');
    assert.equal(
      (await run('metrics')).err,
      'hint: nothing measures these yet: under metrics in .roadmap/config.yaml say which file, git measure or command does\n',
    );
    folder.write('coverage/coverage-summary.json', coverage(70));
    const { err } = await run('metrics');
    assert.match(
      err,
      /^hint: coverage\/coverage-summary\.json \(lines\) can measure Test coverage, and so for 1 more \(--json lists them\): name it [^\n]+\n$/,
    );
    assert.equal((await run('metrics', '--json')).json().suggestions.length, 2);
  });

  it('suggests git where there is a repository, as the editor does', async () => {
    const repository = GitFolder.make();
    try {
      folder.write('ROADMAP.md', '- [ ] a\n## Success Metrics\n- Lead time: < 5 days\n');
      repository.write('ROADMAP.md', '- [ ] a\n## Success Metrics\n- Lead time: < 5 days\n');
      repository.git('add', '.');
      repository.git('commit', '--quiet', '-m', 'a');
      const labels = async (...args: readonly string[]) =>
        (await run('metrics', ...args, '--json')).json().suggestions.map(({ source }) => source.label);
      assert.deepEqual(await labels(), []);
      assert.deepEqual(await labels(repository.path), ['git: lead-time']);
    } finally {
      repository.dispose();
    }
  });

  it('gives no hint for goals without a number', async () => {
    folder.write('ROADMAP.md', '- [ ] a\n## Success Metrics\n- Happy users\n');
    const { out, err } = await run('metrics');
    assert.match(out, /○ Happy users {2}a qualitative goal {2}unmeasured/);
    assert.equal(err, '');
  });

  it('says that a roadmap names none', async () => {
    folder.write('ROADMAP.md', '- [ ] a\n');
    const { out, err, code } = await run('metrics');
    assert.deepEqual(
      [out, err, code],
      ['', 'No success metrics were found: a roadmap names them under "Success Metrics".\n', 0],
    );
  });
});
