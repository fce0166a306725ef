import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanHistory } from '../../../src/core/model/planHistory.js';
import { GitHistory } from '../../../src/hosts/node/git/gitHistory.js';
import { NodeFiles } from '../../../src/hosts/node/files.js';
import { nodeLog, nodeScheduler } from '../../../src/hosts/node/process.js';
import { MemoryHost } from '../../../src/hosts/memory.js';
import { HistoryIndexer } from '../../../src/workspace/historyIndexer.js';
import { Indexer } from '../../../src/workspace/indexer.js';
import { PlanHistoryIndexer } from '../../../src/workspace/planHistoryIndexer.js';
import type { Cache, Ports, Repository } from '../../../src/workspace/ports.js';
import { readFolders, readPlanHistories } from '../../../src/workspace/readOnce.js';
import { Store } from '../../../src/workspace/store.js';
import { GitFolder, noSignal } from '../../support/gitRepository.js';
import { MemoryCache } from '../../support/memoryCache.js';

class PlanCache extends MemoryCache {
  /** What was kept of plans. */
  get plan(): [string, string] | undefined {
    return [...this.texts].find(([name]) => name.startsWith('plan-'));
  }
}

const settings = { files: () => [] };
const plan = (...done: readonly string[]) =>
  `# Plan\n\n## Now\n\n${['Alpha', 'Beta', 'Gamma', 'Delta'].map((name) => `- [${done.includes(name) ? 'x' : ' '}] ${name}\n`).join('')}`;

/** `finished alpha`, … of all versions but the first. */
const told = ({ changes }: PlanHistory) =>
  changes.filter(({ hash }) => hash !== changes[0]?.hash).map(({ kind, id }) => `${kind} ${id}`);
const counts = ({ points }: PlanHistory) => points.map(({ done, total }) => `${done}/${total}`);

describe('The history of a roadmap', () => {
  let folder: GitFolder;
  const disposables: { dispose(): void }[] = [];
  beforeEach(() => {
    folder = GitFolder.make();
  });
  afterEach(() => {
    for (const one of disposables.splice(0).reverse()) one.dispose();
    folder.dispose();
  });

  /** Opens the folder as a window does, and counts what is asked of the repository. */
  async function open(
    options: {
      readonly cache?: Cache;
      readonly readBy?: string;
      readonly at?: string;
      readonly scheduler?: Ports['scheduler'];
    } = {},
  ) {
    const { cache, readBy = '1', at = folder.path, scheduler = nodeScheduler } = options;
    const store = new Store((error) => assert.fail(String(error)));
    const files = new NodeFiles([at]);
    const asked: string[] = [];
    const ports: Ports = {
      files,
      scheduler,
      log: folder.log,
      history: counting(new GitHistory({ log: nodeLog }), asked),
      ...(cache ? { cache } : {}),
    };
    const indexer = new Indexer(ports, store, settings);
    const history = new HistoryIndexer(ports, store, { unlinked: 10 });
    const repositoryOf = history.repositoryOf.bind(history);
    const plans = new PlanHistoryIndexer(ports, store, { repositoryOf, readBy });
    disposables.push(indexer, history, plans);
    await plans.start();
    await Promise.all([indexer.start(), history.start()]);
    const settled = async () => {
      await history.settled();
      await plans.settled();
    };
    await settled();
    const look = async () => {
      history.look();
      plans.refresh();
      await settled();
    };
    return { store, plans, asked, look, history: () => store.snapshot.planHistories[0]! };
  }

  /** The same, read once. */
  async function once(at = folder.path): Promise<PlanHistory> {
    const ports = {
      files: new NodeFiles([at]),
      scheduler: nodeScheduler,
      log: nodeLog,
      history: new GitHistory({ log: nodeLog }),
    };
    const [history] = await readPlanHistories(ports, await readFolders(ports, settings), '1', noSignal);
    return history!;
  }

  it('is read once, and later only what is new', async () => {
    folder.commit('First', { 'ROADMAP.md': plan() });
    folder.commit('Second', { 'ROADMAP.md': plan('Alpha') });
    const { asked, look, history } = await open();
    assert.deepEqual(
      [history().state, counts(history()), told(history())],
      ['ready', ['0/4', '1/4'], ['finished alpha']],
    );
    const before = history();
    await look();
    assert.equal(history(), before);
    const third = folder.commit('Third', { 'ROADMAP.md': plan('Alpha', 'Beta') });
    await look();
    assert.deepEqual(told(history()), ['finished alpha', 'finished beta']);
    assert.equal(history().stories.get('beta')!.finished!.hash, third);
    assert.deepEqual(asked, ['2 blobs', '1 blobs']);
    assert.deepEqual(history(), await once());
  });

  it('tells of a commit without being asked', async () => {
    folder.commit('First', { 'ROADMAP.md': plan() });
    const { store, history } = await open();
    const told = new Promise<void>((resolve) => {
      store.onDidChange(({ snapshot }) => {
        if (snapshot.planHistories[0]?.points.length === 2) resolve();
      });
    });
    folder.commit('Second', { 'ROADMAP.md': plan('Alpha') });
    await told;
    assert.deepEqual(counts(history()), ['0/4', '1/4']);
  });

  it('reads the same content once', async () => {
    for (const done of [[], ['Alpha'], [], ['Alpha'], []]) folder.commit('Next', { 'ROADMAP.md': plan(...done) });
    const { asked, history } = await open();
    assert.deepEqual(asked, ['2 blobs']);
    assert.deepEqual(told(history()), ['finished alpha', 'reopened alpha', 'finished alpha', 'reopened alpha']);
    assert.equal(history().stories.get('alpha')!.reopened, 2);
  });

  it('is that of the branch after it was rewritten', async () => {
    folder.commit('First', { 'ROADMAP.md': plan() });
    folder.commit('Second', { 'ROADMAP.md': plan('Alpha') });
    const { look, history } = await open();
    folder.git('reset', '--quiet', '--hard', 'HEAD~1');
    folder.commit('Other', { 'ROADMAP.md': plan('Beta') });
    await look();
    assert.deepEqual(told(history()), ['finished beta']);
    // A rebase: the same changes on another beginning.
    folder.git('checkout', '--quiet', '-b', 'topic', 'HEAD~1');
    const base = folder.commit('Base', { 'other.txt': 'x' });
    folder.git('rebase', '--quiet', '--onto', base, 'main~1', 'main');
    await look();
    assert.deepEqual([told(history()), history().versions], [['finished beta'], 2]);
    assert.equal(history().changes[history().changes.length - 1]!.hash, folder.git('rev-parse', 'HEAD'));
    assert.deepEqual(history(), await once());
  });

  it('goes on through merges, squashes and renames of file and folder', async () => {
    folder.commit('First', { 'PLAN.md': plan() });
    folder.git('mv', 'PLAN.md', 'ROADMAP.md');
    folder.commit('Renamed', { 'ROADMAP.md': plan('Alpha') });
    folder.git('checkout', '--quiet', '-b', 'topic');
    folder.commit('Begin', { 'ROADMAP.md': plan('Alpha', 'Gamma') });
    folder.commit('End', { 'ROADMAP.md': plan('Alpha', 'Gamma', 'Delta') });
    folder.git('checkout', '--quiet', 'main');
    folder.commit('Code', { 'code.txt': 'x' });
    folder.git('merge', '--quiet', '--no-edit', 'topic');
    const merge = folder.git('rev-parse', 'HEAD');
    folder.git('checkout', '--quiet', '-b', 'squashed');
    folder.commit('One', { 'ROADMAP.md': plan('Alpha', 'Gamma') });
    folder.commit('Two', { 'ROADMAP.md': plan('Alpha', 'Gamma', 'Delta', 'Beta') });
    folder.git('checkout', '--quiet', 'main');
    folder.git('merge', '--quiet', '--squash', 'squashed');
    folder.commit('Squash');
    const found = await once();
    assert.deepEqual(counts(found), ['0/4', '1/4', '3/4', '4/4']);
    assert.deepEqual(told(found), ['finished alpha', 'finished gamma', 'finished delta', 'finished beta']);
    assert.equal(found.stories.get('delta')!.finished!.hash, merge);
    assert.equal(found.stories.get('delta')!.reopened, 0);
  });

  it('knows no gap where the file was deleted, empty, conflicted or a pointer for a while', async () => {
    folder.commit('First', { 'ROADMAP.md': plan() });
    rmSync(join(folder.path, 'ROADMAP.md'));
    folder.commit('Deleted');
    folder.commit('Again', { 'ROADMAP.md': plan('Alpha') });
    folder.commit('Empty', { 'ROADMAP.md': '' });
    folder.commit('Conflict', {
      'ROADMAP.md': `<<<<<<< HEAD\n${plan()}=======\n${plan('Alpha')}- [ ] Epsilon\n>>>>>>> topic\n`,
    });
    folder.commit('Pointer', { 'ROADMAP.md': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' });
    folder.write('ROADMAP.md', Buffer.from([0, 1, 2]));
    folder.commit('Binary');
    folder.commit('Last', { 'ROADMAP.md': plan('Alpha', 'Beta') });
    const found = await once();
    assert.deepEqual(
      [counts(found), told(found)],
      [
        ['0/4', '1/4', '2/4'],
        ['finished alpha', 'finished beta'],
      ],
    );
    assert.deepEqual([found.versions, found.unreadable], [8, 5]);
  });

  it('in YAML knows no gap where that was no YAML for a while', async () => {
    const yaml = (...done: readonly string[]) =>
      `title: Plan\ntasks:\n${['Alpha', 'Beta', 'Gamma'].map((name) => `  - title: ${name}\n    status: ${done.includes(name) ? 'done' : 'todo'}\n`).join('')}`;
    folder.commit('First', { '.roadmap/roadmap.yaml': yaml() });
    folder.commit('Broken', { '.roadmap/roadmap.yaml': yaml('Alpha').replace('    status: todo', '   status: [todo') });
    folder.commit('Last', { '.roadmap/roadmap.yaml': yaml('Alpha') });
    const found = await once();
    assert.deepEqual([counts(found), told(found), found.unreadable], [['0/3', '1/3'], ['finished alpha'], 1]);
  });

  it('is read with the configuration of today, anew when that changes', async () => {
    folder.commit('First', { 'ROADMAP.md': '- Alpha (rot)\n- [ ] Beta\n' });
    folder.commit('Second', { 'ROADMAP.md': '- [ ] Beta\n- [q] Alpha\n' });
    const { store, history, plans } = await open();
    assert.equal(counts(history())[1], '0/2');
    folder.write('.roadmap/config.yaml', 'status:\n  done: [q]\n');
    const ports = { files: new NodeFiles([folder.path]), scheduler: nodeScheduler, log: nodeLog };
    const again = new Indexer(ports, store, settings);
    disposables.push(again);
    await again.start();
    await plans.settled();
    assert.equal(counts(history())[1], '1/2');
  });

  it('is told of a folder inside the repository, and of one that a plan was moved into', async () => {
    folder.commit('First', { 'ROADMAP.md': plan() });
    folder.write('app/ROADMAP.md', '');
    folder.git('mv', '-f', 'ROADMAP.md', 'app/ROADMAP.md');
    folder.commit('Moved', { 'app/ROADMAP.md': plan('Alpha') });
    assert.deepEqual(told(await once(join(folder.path, 'app'))), ['finished alpha']);
  });

  it('of a file that was never committed is empty, and said to be', async () => {
    folder.commit('First');
    folder.write('ROADMAP.md', plan());
    const { look, history } = await open();
    assert.deepEqual([history().state, history().points], ['ready', []]);
    assert.match(history().problems[0]!.message, /never committed/);
    folder.commit('Second');
    await look();
    assert.deepEqual([counts(history()), history().problems], [['0/4'], []]);
  });

  it('is unavailable for the reason the folder has', async () => {
    const host = new MemoryHost({ '/work/ROADMAP.md': plan() });
    const store = new Store();
    const indexer = new Indexer(host.ports, store, settings);
    const history = new HistoryIndexer(host.ports, store, { unlinked: 10 });
    const plans = new PlanHistoryIndexer(host.ports, store, {
      repositoryOf: (folder) => history.repositoryOf(folder),
      readBy: '1',
    });
    await Promise.all([indexer.start(), history.start(), plans.start()]);
    await plans.settled();
    const [found] = store.snapshot.planHistories;
    assert.deepEqual([found!.state, found!.problems], ['unavailable', store.snapshot.histories[0]!.problems]);
    const [once] = await readPlanHistories(host.ports, store.snapshot, '1', noSignal);
    assert.deepEqual(once, found);
    host.delete('/work/ROADMAP.md');
    await indexer.settled();
    assert.deepEqual(store.snapshot.planHistories, []);
  });

  it('keeps its object while one types, as long as ids stay', async () => {
    folder.commit('First', { 'ROADMAP.md': plan() });
    const { store, history, plans } = await open();
    const before = history();
    const [file] = store.snapshot.roadmaps;
    const put = async (roadmap: typeof file) => {
      const facts = new Map([[file!.folder.uri, { roadmaps: [roadmap!] }]]);
      store.apply([file!.folder], facts, false);
      await plans.settled();
    };
    await put({ ...file! });
    assert.equal(history(), before);
    const [group] = file!.roadmap!.children;
    await put({ ...file!, roadmap: { ...file!.roadmap!, children: [{ ...group!, id: 'soon' }] } });
    assert.deepEqual([...history().points[0]!.horizons.keys()], ['soon']);
  });

  it('is told by other ids once nobody types any more', async () => {
    folder.commit('First', { 'ROADMAP.md': plan() });
    const late = new Set<() => void>();
    const scheduler: Ports['scheduler'] = {
      ...nodeScheduler,
      scheduleLate(work) {
        const own = () => work();
        late.add(own);
        return { dispose: () => void late.delete(own) };
      },
    };
    const { store, history, plans } = await open({ scheduler });
    late.clear();
    const [file] = store.snapshot.roadmaps;
    const [group] = file!.roadmap!.children;
    for (const id of ['s', 'so', 'soon']) {
      const roadmap = { ...file!.roadmap!, children: [{ ...group!, id }] };
      store.apply([file!.folder], new Map([[file!.folder.uri, { roadmaps: [{ ...file!, roadmap }] }]]), false);
      await new Promise((resolve) => setTimeout(resolve, 5));
      assert.deepEqual([...history().points[0]!.horizons.keys()], ['now']);
    }
    assert.equal(late.size, 1);
    for (const work of late) work();
    await plans.settled();
    assert.deepEqual([...history().points[0]!.horizons.keys()], ['soon']);
  });

  describe('kept for the next window', () => {
    const many = 25;
    const commitMany = () => {
      const commits = Array.from({ length: many }, (_, at) => {
        const text = `${plan(...['Alpha', 'Beta'].slice(at % 3))}- [ ] Task ${at}\n`;
        const head = `commit refs/heads/main\ncommitter Ada <ada@example.org> ${1_700_000_000 + at} +0000\ndata 0\n\n`;
        return `${head}M 100644 inline ROADMAP.md\ndata ${text.length}\n${text}\n`;
      });
      folder.gitBytes(['fast-import', '--quiet'], commits.join(''));
      folder.git('reset', '--quiet', '--hard');
    };

    it('is taken from there, with what is new', async () => {
      commitMany();
      const cache = new PlanCache();
      const first = await open({ cache });
      assert.deepEqual(first.asked, [`${many} blobs`]);
      folder.commit('More', { 'ROADMAP.md': plan() });
      const second = await open({ cache });
      assert.deepEqual(second.asked, ['1 blobs']);
      assert.deepEqual(second.history(), await once());
    });

    it('does not count where it is damaged, or another version wrote it', async () => {
      commitMany();
      const cache = new PlanCache();
      await open({ cache });
      const [name, text] = cache.plan!;
      const damage: readonly ((kept: string) => string)[] = [
        () => '',
        () => '{}',
        () => 'null',
        (kept) => kept.slice(0, -2),
        (kept) => kept.replace(/"tasks":\[\[/, '"tasks":[['.repeat(2)),
        (kept) => kept.replace(/"versions":\[/, '"versions":[["x",9999,1],'),
        (kept) => kept.replace(/"versions":\[/, '"versions":[["x",0,0,99999],'),
        (kept) => kept.replace('"Now"', '7'),
      ];
      for (const change of damage) {
        assert.notEqual(change(text), text);
        cache.texts.set(name, change(text));
        const { asked, history } = await open({ cache });
        assert.deepEqual([asked, history().versions], [[`${many} blobs`], many], String(change));
      }
      cache.texts.set(name, text);
      assert.deepEqual((await open({ cache })).asked, []);
      assert.deepEqual((await open({ cache, readBy: '2' })).asked, [`${many} blobs`]);
    });
  });

  it('of this project says which commit finished a task', async function () {
    const git = (...args: readonly string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
    const line = '- [x] RL-30 Tick, re-prioritise';
    let expected: string[];
    try {
      if (git('rev-parse', '--is-shallow-repository') === 'true') this.skip();
      expected = git('log', '--format=%H', '-S', line, '--', 'ROADMAP.md').split('\n');
    } catch {
      // A copy without its history.
      this.skip();
    }
    const found = await once(process.cwd());
    const story = found.stories.get('RL-30')!;
    assert.equal(story.finished!.hash, expected[0]);
    const versions = git('log', '--first-parent', '--format=%H', '--', 'ROADMAP.md').split('\n');
    assert.deepEqual([found.versions, found.unreadable], [versions.length, 0]);
    assert.equal(story.added.hash, versions[versions.length - 1]);
    assert.ok(story.cycleDays! >= 0);
  });
});

/** A history whose repositories tell how many blobs were read of them. */
function counting(history: GitHistory, asked: string[]): GitHistory {
  const open = history.open.bind(history);
  history.open = async (folder) => {
    const opened = await open(folder);
    const repository = opened.value as Repository | undefined;
    if (repository) {
      const blobs = repository.blobs.bind(repository);
      repository.blobs = (ids, take, signal) => {
        asked.push(`${ids.length} blobs`);
        return blobs(ids, take, signal);
      };
    }
    return opened;
  };
  return history;
}
