import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitHistory } from '../../src/hosts/node/git/gitHistory.js';
import { logFormat } from '../../src/hosts/node/git/commitReader.js';
import { NodeFiles } from '../../src/hosts/node/files.js';
import { nodeLog, nodeScheduler } from '../../src/hosts/node/process.js';
import { runProcess } from '../../src/hosts/node/runProcess.js';
import { HistoryIndexer } from '../../src/workspace/historyIndexer.js';
import type { Cache } from '../../src/workspace/ports.js';
import { Store } from '../../src/workspace/store.js';
import { compare, type Comparison } from './measure.js';
import { importHistory } from './repository.js';

type Result = Comparison & Readonly<Record<string, unknown>>;

/** Reads a long history; the yardstick is `git log` with the same fields. */
export async function measureHistories(commits: number): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'roadmap-lens-bench-'));
  try {
    await importHistory(folder, commits);
    const git = async (...args: readonly string[]) => {
      const result = await runProcess('git', ['--no-pager', ...args], { cwd: folder, timeout: 60_000 });
      if (result.code !== 0) throw new Error(`git ended with ${result.code}: ${result.stderr}`);
      return result.stdout;
    };
    const hashes = (await git('rev-list', 'HEAD')).toString('utf8').trim().split('\n');
    const setHead = (back: number) => writeFile(join(folder, '.git', 'refs', 'heads', 'main'), `${hashes[back]}\n`);
    const open = async (cache?: Cache) => {
      const store = new Store();
      const history = new GitHistory({ log: nodeLog });
      const ports = {
        files: new NodeFiles([folder]),
        scheduler: nodeScheduler,
        log: nodeLog,
        history,
        ...(cache ? { cache } : {}),
      };
      const indexer = new HistoryIndexer(ports, store, { unlinked: 500 });
      await indexer.start();
      if (store.snapshot.histories[0]?.state !== 'ready') throw new Error('the history was not read');
      return { store, indexer };
    };
    const once = async (cache?: Cache) => (await open(cache)).indexer.dispose();
    const log = () => git('log', ...logFormat, 'HEAD', '--');
    const yardstick = 'git log with the same fields';
    const results: Result[] = [{ ...(await compare(`read ${commits} commits`, () => once(), log, 7)), yardstick }];

    const kept = new Map<string, string>();
    const cache: Cache = {
      read: async (name) => kept.get(name),
      write: async (name, text) => void kept.set(name, text),
    };
    await once(cache);
    results.push({
      ...(await compare(`open ${commits} commits again, from the cache`, () => once(cache), log, 7)),
      yardstick,
    });

    // The branch is moved by its file, so that making the commit is not measured.
    let back = 60;
    await setHead(back);
    const { indexer, store } = await open();
    const next = async () => {
      await setHead(--back);
      const shown = new Promise<void>((resolve) => {
        const listening = store.onDidChange(({ snapshot }) => {
          if (snapshot.histories[0]?.total !== commits - back) return;
          listening.dispose();
          resolve();
        });
      });
      indexer.refresh();
      await shown;
    };
    const last = () => git('log', '-1', ...logFormat, 'HEAD', '--');
    results.push({
      ...(await compare('one new commit', next, last, 15, () => indexer.settled())),
      yardstick: 'git log -1',
    });
    indexer.dispose();
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
