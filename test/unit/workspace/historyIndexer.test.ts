import assert from 'node:assert/strict';
import { MemoryHost } from '../../../src/hosts/memory.js';
import { HistoryIndexer } from '../../../src/workspace/historyIndexer.js';
import type { Cache, CommitRecord, History, Ports, RepositoryState } from '../../../src/workspace/ports.js';
import { Store } from '../../../src/workspace/store.js';
import { MemoryCache } from '../../support/memoryCache.js';

/** A repository in memory: commits with their parents, and what points to them. It counts what is asked of it. */
class FakeRepository {
  readonly records = new Map<string, CommitRecord>();
  state: RepositoryState = { head: undefined, branch: 'main', branches: [] };
  readonly asked: string[] = [];
  failing = false;
  shallow = false;
  /** Whether git says where HEAD is. */
  answers = true;
  private listener: () => void = () => undefined;

  commit(hash: string, subject: string, parents: readonly string[] = this.state.head ? [this.state.head] : []): void {
    const time = this.records.size;
    this.records.set(hash, { hash, parents, author: 'Ada', email: 'a@x', time, subject, body: '' });
    this.point(hash);
  }

  point(head: string, branch: string | undefined = this.state.branch): void {
    const others = this.state.branches.filter(({ name }) => name !== branch);
    const branches = branch === undefined ? others : [...others, { name: branch, hash: head }];
    this.state = { head, branch, branches };
    this.listener();
  }

  private reachable(hashes: readonly string[]): Set<string> {
    const found = new Set<string>();
    const pending = [...hashes];
    for (let hash = pending.pop(); hash !== undefined; hash = pending.pop()) {
      if (found.has(hash)) continue;
      found.add(hash);
      pending.push(...(this.records.get(hash)?.parents ?? []));
    }
    return found;
  }

  private between(from: readonly string[], without: readonly string[]): CommitRecord[] {
    const not = this.reachable(without);
    return [...this.reachable(from)]
      .filter((hash) => !not.has(hash))
      .map((hash) => this.records.get(hash)!)
      .sort((a, b) => b.time - a.time);
  }

  get history(): History {
    return {
      open: async () => ({
        value: {
          root: 'memory:///work',
          shallow: this.shallow,
          notes: [],
          state: async () =>
            this.answers
              ? { value: this.state, problems: [] }
              : {
                  value: undefined,
                  problems: [{ code: 'no-history', severity: 'error', message: 'git hung' } as const],
                },
          commits: async ({ from, without }, take) => {
            this.asked.push(`commits ${from.join()} without ${without.join()}`);
            take(this.between(from, without));
            return this.failing ? [{ code: 'no-history', severity: 'error', message: 'git was killed' } as const] : [];
          },
          difference: async (known, head) => {
            this.asked.push(`difference ${known} ${head}`);
            if (!this.records.has(known)) return undefined;
            const at = head === 'HEAD' ? this.state.head! : head;
            return {
              added: this.between([at], [known]),
              removed: this.between([known], [at]).map(({ hash }) => hash),
            };
          },
          changedFiles: async () => ({ value: [], problems: [] }),
          blob: async () => ({ value: undefined, problems: [] }),
          blobs: async () => [],
          fileVersions: async () => ({ value: undefined, problems: [] }),
          tags: async () => ({ value: [], problems: [] }),
          blame: async () => ({ value: new Map(), problems: [] }),
          userEmail: async () => undefined,
          defaultBranch: async () => undefined,
          addedLines: async () => ({ value: new Map(), problems: [] }),
          uncommitted: async () => ({ value: [], problems: [] }),
          switchTo: async () => undefined,
          onDidChange: (listener) => {
            this.listener = listener;
            return { dispose: () => (this.listener = () => undefined) };
          },
          dispose() {},
        },
        problems: [],
      }),
    };
  }
}

async function start(repository: FakeRepository, cache?: Cache, unlinked = 10) {
  const host = new MemoryHost();
  const store = new Store();
  const ports: Ports = { ...host.ports, history: repository.history, ...(cache ? { cache } : {}) };
  const indexer = new HistoryIndexer(ports, store, { unlinked });
  await indexer.start();
  await indexer.settled();
  const subjects = () => store.snapshot.histories[0]!.commits.map(({ subject }) => subject);
  return { host, store, indexer, subjects, history: () => store.snapshot.histories[0]! };
}

describe('The history of a folder', () => {
  it('is read once, and later only what is new', async () => {
    const repository = new FakeRepository();
    repository.commit('a', 'RM-1');
    const { indexer, subjects, history } = await start(repository);
    repository.commit('b', 'RM-2');
    await indexer.settled();
    assert.deepEqual(subjects(), ['RM-2', 'RM-1']);
    assert.equal(history().total, 2);
    assert.deepEqual(repository.asked, ['commits a without ', 'difference a HEAD']);
  });

  it('loses what was rewritten', async () => {
    const repository = new FakeRepository();
    repository.commit('a', 'RM-1');
    repository.commit('b', 'RM-2');
    const { indexer, subjects, history } = await start(repository);
    repository.commit('c', 'RM-2 better', ['a']);
    await indexer.settled();
    assert.deepEqual(subjects(), ['RM-2 better', 'RM-1']);
    assert.equal(history().total, 2);
  });

  it('is read anew where what was known is gone', async () => {
    const repository = new FakeRepository();
    repository.commit('a', 'RM-1');
    const { indexer, subjects } = await start(repository);
    repository.records.clear();
    repository.commit('c', 'RM-3', []);
    await indexer.settled();
    assert.deepEqual(subjects(), ['RM-3']);
  });

  it('holds the commits of other branches, with the branch', async () => {
    const repository = new FakeRepository();
    repository.commit('a', 'RM-1');
    repository.point('a', 'feat/rm-2');
    repository.commit('b', 'RM-2');
    repository.point('a', 'main');
    const { history, indexer } = await start(repository);
    assert.deepEqual(
      history().commits.map(({ subject, branch }) => [subject, branch]),
      [
        ['RM-1', undefined],
        ['RM-2', 'feat/rm-2'],
      ],
    );
    repository.point('b', 'main');
    await indexer.settled();
    assert.deepEqual(
      history().commits.map(({ subject, branch }) => [subject, branch]),
      [
        ['RM-2', undefined],
        ['RM-1', undefined],
      ],
    );
  });

  it('keeps so many of the commits that name nothing', async () => {
    const repository = new FakeRepository();
    for (const subject of ['one', 'RM-1', 'two', 'three']) repository.commit(subject, subject);
    const { subjects, history } = await start(repository, undefined, 1);
    assert.deepEqual(subjects(), ['three', 'RM-1']);
    assert.equal(history().total, 4);
  });

  it('is taken from the cache when a window is opened again', async () => {
    const repository = new FakeRepository();
    repository.commit('a', 'RM-1');
    const cache = new MemoryCache();
    await start(repository, cache);
    repository.asked.length = 0;
    const { subjects, indexer } = await start(repository, cache);
    assert.deepEqual([subjects(), repository.asked], [['RM-1'], ['difference a HEAD']]);
    indexer.dispose();
    repository.commit('b', 'RM-2');
    repository.asked.length = 0;
    const later = await start(repository, cache);
    assert.deepEqual([later.subjects(), repository.asked], [['RM-2', 'RM-1'], ['difference a HEAD']]);
  });

  it('is read anew where the cache is damaged', async () => {
    const repository = new FakeRepository();
    repository.commit('a', 'RM-1');
    const cache = new MemoryCache();
    await start(repository, cache);
    const [name] = cache.texts.keys();
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"version":1}',
      cache.texts.get(name!)!.replace('RM-1', 'RM-1","x":"').slice(0, 90),
    ]) {
      cache.texts.set(name!, text);
      const { subjects } = await start(repository, cache);
      assert.deepEqual(subjects(), ['RM-1'], text);
    }
  });

  it('shows what was read before git failed, and tries again', async () => {
    const repository = new FakeRepository();
    repository.commit('a', 'RM-1');
    repository.failing = true;
    const { history, indexer, subjects } = await start(repository);
    assert.deepEqual(
      history().problems.map(({ message }) => message),
      ['git was killed'],
    );
    assert.deepEqual(subjects(), ['RM-1']);
    repository.failing = false;
    indexer.refresh();
    await indexer.settled();
    assert.deepEqual(history().problems, []);
  });

  it('keeps what was known while git fails, and looks again', async () => {
    const repository = new FakeRepository();
    repository.commit('a', 'RM-1');
    const { host, history, indexer, subjects } = await start(repository);
    repository.answers = false;
    indexer.look();
    await indexer.settled();
    assert.deepEqual([subjects(), history().problems.map(({ message }) => message)], [['RM-1'], ['git hung']]);
    repository.answers = true;
    host.letTimePass();
    await indexer.settled();
    assert.deepEqual(history().problems, []);
  });

  it('is read anew when it is whole', async () => {
    const repository = new FakeRepository();
    repository.shallow = true;
    repository.commit('b', 'RM-2', ['a']);
    repository.records.set('a', { ...repository.records.get('b')!, hash: 'a', parents: [], subject: 'RM-1', time: -1 });
    const cache = new MemoryCache();
    const { host, indexer } = await start(repository, cache);
    repository.asked.length = 0;
    repository.shallow = false;
    host.fire({ uri: 'memory:///work/.git/shallow', kind: 'deleted' });
    await indexer.settled();
    assert.deepEqual(repository.asked, ['commits b without ']);
  });

  it('loses the commits of a branch that is deleted', async () => {
    const repository = new FakeRepository();
    repository.commit('a', 'RM-1');
    repository.commit('b', 'RM-2');
    repository.state = { ...repository.state, branches: [...repository.state.branches, { name: 'wip', hash: 'b' }] };
    const { subjects, indexer } = await start(repository);
    repository.state = { head: 'a', branch: 'main', branches: [{ name: 'main', hash: 'a' }] };
    indexer.look();
    await indexer.settled();
    assert.deepEqual(subjects(), ['RM-1']);
  });

  it('comes when a repository is made', async () => {
    const repository = new FakeRepository();
    repository.commit('a', 'RM-1');
    const host = new MemoryHost();
    const store = new Store();
    let there = false;
    const history: History = {
      open: async (folder) => (there ? repository.history.open(folder) : { value: undefined, problems: [] }),
    };
    const indexer = new HistoryIndexer({ ...host.ports, history }, store, { unlinked: 10 });
    await indexer.start();
    assert.equal(store.snapshot.histories[0]?.state, 'unavailable');
    there = true;
    host.fire({ uri: 'memory:///work/.git', kind: 'created' });
    await indexer.settled();
    assert.equal(store.snapshot.histories[0]?.state, 'ready');
  });

  it('is said to be unavailable where nothing can read it', async () => {
    const host = new MemoryHost();
    const store = new Store();
    const indexer = new HistoryIndexer(host.ports, store, { unlinked: 0 });
    await indexer.start();
    const [history] = store.snapshot.histories;
    assert.equal(history?.state, 'unavailable');
    assert.match(history.problems[0]!.message, /trusted/);
  });

  it('tells nobody where nothing is new', async () => {
    const repository = new FakeRepository();
    repository.commit('a', 'RM-1');
    const { store, indexer } = await start(repository);
    let told = 0;
    store.onDidChange(() => told++);
    repository.point('a');
    await indexer.settled();
    assert.equal(told, 0);
  });
});
