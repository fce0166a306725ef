import assert from 'node:assert/strict';
import type { FileSource } from '../../../src/core/model/metric.js';
import { NodeFiles } from '../../../src/hosts/node/files.js';
import { GitHistory } from '../../../src/hosts/node/git/gitHistory.js';
import { nodeLog, nodeScheduler } from '../../../src/hosts/node/process.js';
import { NodeStreams } from '../../../src/hosts/node/streams.js';
import { committedTrend } from '../../../src/workspace/committedTrend.js';
import { readFolders, readMetrics } from '../../../src/workspace/readOnce.js';
import { config, coverage, resultsOf, roadmap } from '../../support/metrics.js';
import { GitFolder, noSignal } from '../../support/gitRepository.js';

const path = 'coverage/coverage-summary.json';
const source: FileSource = { kind: 'file', metric: 'Test coverage', file: path, value: 'lines' };

describe('The trend of a report that is committed', () => {
  let folder: GitFolder;
  beforeEach(() => {
    folder = GitFolder.make();
  });
  afterEach(() => folder.dispose());

  async function trend(of: FileSource = source, below = '') {
    const files = new NodeFiles([`${folder.path}${below}`]);
    const repository = await folder.repository();
    return committedTrend(repository, files, files.folders()[0]!, of, undefined, noSignal);
  }
  /** Commits versions of the report a second apart, many at once. */
  function versions(values: readonly number[], files: Readonly<Record<string, string>> = {}): void {
    const file = (name: string, text: string) => `M 100644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
    const others = Object.entries(files).map(([name, text]) => file(name, text));
    const commits = values.map((value, index) => {
      const committer = `committer Ada <ada@example.org> ${1_700_000_000 + index} +0000`;
      return `commit refs/heads/main\n${committer}\ndata 1\nx\n${others.join('')}${file(path, coverage(value))}`;
    });
    folder.gitBytes(['fast-import', '--quiet', '--force'], commits.join(''));
    folder.git('reset', '--quiet', '--hard');
  }
  const timeOf = (hash: string) => Number(folder.git('show', '--no-patch', '--format=%ct', hash));

  it('has the reading of each version at the time of its commit', async () => {
    const commits = [70, 72.5, 81].map((lines) => folder.commit(`${lines} %`, { [path]: coverage(lines) }));
    folder.commit('Something else', { 'a.txt': 'a' });
    assert.deepEqual(
      await trend(),
      [70, 72.5, 81].map((value, index) => ({ time: timeOf(commits[index]!), value, unit: '%' })),
    );
  });

  it('leaves out versions that cannot be read, and goes on behind them', async () => {
    folder.commit('First', { [path]: coverage(70) });
    folder.commit('Damaged', { [path]: '{"total": ' });
    folder.git('rm', '--quiet', path);
    folder.commit('Gone');
    folder.commit('Back', { [path]: coverage(75) });
    assert.deepEqual(
      (await trend()).map(({ value }) => value),
      [70, 75],
    );
  });

  it('is read in a folder below the root of the repository, too', async () => {
    folder.commit('First', { [`packages/app/${path}`]: coverage(64), [path]: coverage(10) });
    assert.deepEqual(
      (await trend(source, '/packages/app')).map(({ value }) => value),
      [64],
    );
  });

  it('reads what the entry names, in the format that it says', async () => {
    const load: FileSource = {
      kind: 'file',
      metric: 'Latency',
      file: 'load',
      format: 'csv',
      value: 'ms',
      aggregate: 'max',
    };
    folder.commit('First', { load: 'ms\n3\n9\n4\n' });
    folder.commit('Second', { load: 'ms\n3\n7\n4\n' });
    assert.deepEqual(
      (await trend(load)).map(({ value }) => value),
      [9, 7],
    );
  });

  it('is not there for a report that is not committed', async () => {
    folder.commit('First', { 'a.txt': 'a' });
    folder.write(path, coverage(70));
    assert.deepEqual(await trend(), []);
  });

  it('is not there before the first commit', async () => {
    folder.write(path, coverage(70));
    assert.deepEqual(await trend(), []);
  });

  it('has the newest 50 versions', async () => {
    versions(Array.from({ length: 60 }, (_, index) => index));
    const points = await trend();
    assert.deepEqual([points.length, points[0]!.value, points.at(-1)!.value], [50, 10, 59]);
  });

  it('ends with the file as it is, which does not count twice', async () => {
    versions([70, 72.5, 81], {
      'ROADMAP.md': roadmap('Test coverage: 80%+'),
      '.roadmap/config.yaml': config(`Test coverage: { file: ${path}, value: lines }`),
    });
    const now = Date.now() / 1000;
    const read = async () => {
      const ports = { files: new NodeFiles([folder.path]), scheduler: nodeScheduler, log: nodeLog };
      const snapshot = await readFolders(ports, { files: () => [] });
      const history = new GitHistory({ log: nodeLog });
      const asked = { ...ports, history, streams: new NodeStreams(), now: () => now, isAllowed: () => false };
      const [result] = resultsOf(await readMetrics(asked, snapshot), now);
      return { values: result!.trend.points.map(({ value }) => value), direction: result!.trend.direction };
    };
    assert.deepEqual(await read(), { values: [70, 72.5, 81], direction: 'better' });
    folder.write(path, coverage(60));
    assert.deepEqual(await read(), { values: [70, 72.5, 81, 60], direction: 'worse' });
  });
});
