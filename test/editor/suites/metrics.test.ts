import { assert } from 'chai';
import * as vscode from 'vscode';
import type { MetricsJson } from '../../../src/core/views/metricsJson.js';
import { commands } from '../../../src/extension/commands.js';
import { oneFolder } from '../hostNames.js';
import { describeIn } from './host.js';
import {
  activate,
  closeEditors,
  codes,
  emptyFolder,
  place,
  problemsOf,
  refreshed,
  remove,
  waitForMetrics,
  write,
} from './workspace.js';

const plan = '# Shelf\n\n- [ ] Sign\n\n## Success Metrics\n\n- ✅ Test coverage: 80%+\n- CI time: < 10 minutes\n';

/** `coverage-summary.json` with a share of lines. */
const coverage = (covered: number) =>
  JSON.stringify({ total: { lines: { total: 100, covered, skipped: 0, pct: covered } } });

/** `Test coverage: met 82 %; CI time: unmeasured` */
function sayMetrics(metrics: MetricsJson | undefined): string {
  return (metrics?.metrics ?? [])
    .map(({ name, state, reading }) =>
      `${name}: ${state}${reading ? ` ${reading.value} ${reading.unit ?? ''}` : ''}`.trim(),
    )
    .join('; ');
}

/** Whether this host starts programs: it has told by now that there is a history, or no repository. */
async function canStartPrograms(): Promise<boolean> {
  const { problems } = (await activate()).links();
  return !problems.some(({ message }) => message.startsWith('History is unavailable here'));
}

describeIn(oneFolder, 'metrics', () => {
  const roadmap = () => place('ROADMAP-metrics.md');
  const report = () => place('coverage/coverage-summary.json');
  const config = () => place('.roadmap/config.yaml');
  const ofConfig = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(config()));

  beforeEach(async () => {
    await write(roadmap(), plan);
    await write(report(), coverage(82));
    await refreshed();
  });

  afterEach(async () => {
    await closeEditors();
    await remove(roadmap(), place('coverage'), config());
    await refreshed();
  });

  after(emptyFolder);

  it('meet a new run of what measures them, at once', async () => {
    await write(config(), 'metrics:\n  test coverage:\n    file: coverage/coverage-summary.json\n');
    await waitForMetrics('Test coverage: met 82 %; CI time: unmeasured', sayMetrics);
    await write(report(), coverage(71));
    await waitForMetrics('Test coverage: missed 71 %; CI time: unmeasured', sayMetrics);
    await remove(place('coverage'));
    await waitForMetrics('Test coverage: claimed; CI time: unmeasured', sayMetrics);
    await write(report(), coverage(79));
    await waitForMetrics('Test coverage: near 79 %; CI time: unmeasured', sayMetrics);
  });

  it('that are not what is claimed are a problem where they stand', async () => {
    await write(config(), 'metrics:\n  test coverage:\n    file: coverage/coverage-summary.json\n');
    await write(report(), coverage(40));
    // Until the report has been read, what stood in the one before may count.
    const isNew = (all: readonly vscode.Diagnostic[]) => codes('metric-claim')(all) && /40 %/.test(all[0]!.message);
    const [problem] = await problemsOf(roadmap(), isNew);
    assert.equal(problem!.range.start.line, 6);
    await write(report(), coverage(90));
    await problemsOf(roadmap(), codes());
  });

  it('are told of what is wrong in the configuration, in its place', async () => {
    await write(
      config(),
      'metrics:\n  Test coverag:\n    file: coverage/coverage-summary.json\n  CI time:\n    file: ../out.json\n',
    );
    const problems = await problemsOf(config(), (found) => found.length === 2);
    assert.sameMembers(
      problems.map(({ range }) => range.start.line),
      [1, 4],
    );
  });

  it('are measured by a file that was found, by one click', async () => {
    await waitForMetrics('Test coverage', (metrics) => metrics?.suggestions.map(({ metric }) => metric).join() ?? '');
    const suggestion = await suggested();
    await vscode.commands.executeCommand(commands.measureMetric, { uri: roadmap().toString(), suggestion });
    await waitForMetrics('Test coverage: met 82 %; CI time: unmeasured', sayMetrics);
    const text = await ofConfig();
    assert.include(text, 'Test coverage:');
    assert.include(text, 'file: coverage/coverage-summary.json');
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.lineAt(editor.selection.active.line).text.trim(), 'Test coverage:');
  });

  it('leave the rest of the configuration as it is', async () => {
    const before = '# Ours\r\nidPrefix: SH   # short\r\nmetrics:\r\n  CI time: {git: lead-time}\r\n';
    await write(config(), before);
    await waitForMetrics('Test coverage', (metrics) => metrics?.suggestions.map(({ metric }) => metric).join() ?? '');
    await vscode.commands.executeCommand(commands.measureMetric, {
      uri: roadmap().toString(),
      suggestion: await suggested(),
    });
    await waitForMetrics('Test coverage: met 82 %', (metrics) => sayMetrics(metrics).split('; ')[0] ?? '');
    const text = await ofConfig();
    assert.isTrue(text.startsWith(before), text);
    assert.notMatch(text, /(?<!\r)\n/);
  });

  it('run no command by themselves', async () => {
    await write(config(), 'metrics:\n  CI time:\n    command: [node, -e, "console.log(3)"]\n    unit: min\n');
    // Where no program can be started nothing waits for a yes.
    const expected = (await canStartPrograms()) ? 'waiting' : 'unavailable';
    await waitForMetrics(`unmeasured ${expected}`, (metrics) => {
      const { source, state } = metrics?.metrics[1] ?? {};
      return `${state} ${source?.state}`;
    });
  });

  /** The key of the suggestion that a row would hand on. */
  async function suggested(): Promise<string> {
    const { file, format, value } = (await activate()).metrics()!.suggestions[0]!.source;
    const source = { kind: 'file', metric: 'Test coverage', file, format, value };
    return JSON.stringify(Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
});
