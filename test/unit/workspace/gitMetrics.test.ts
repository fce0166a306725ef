import assert from 'node:assert/strict';
import type { FolderHistory } from '../../../src/core/model/history.js';
import { MemoryHost } from '../../../src/hosts/memory.js';
import { config, FakeRepository, now, openMetrics, roadmap } from '../../support/metrics.js';

const day = 86_400;
const configPath = '/work/.roadmap/config.yaml';

describe('What git measures', () => {
  const names = roadmap('Deployment frequency: 2 per month', 'Lead time: < 5 days');
  const measured = config(
    `Deployment frequency: { git: release-frequency, tags: 'v*', days: 30 }`,
    'Lead time: { git: lead-time, days: 30 }',
  );
  const host = () => new MemoryHost({ '/work/ROADMAP.md': names, [configPath]: measured });
  const tag = (name: string, ago: number) => ({ name, hash: name, time: now - ago * day });
  const perMonth = (count: number) => count / (30 / 30.4375);

  function tagged() {
    const repository = new FakeRepository();
    repository.tagged = [tag('v1', 20), tag('v2', 10)];
    repository.ranges.set('v2 ^v1', [{ hash: 'a'.repeat(40), time: now - 13 * day }]);
    return repository;
  }
  const values = (open: Awaited<ReturnType<typeof openMetrics>>) =>
    ['Deployment frequency', 'Lead time'].map((name) => open.source(name).reading?.measurement.value);

  it('follows a new tag, whose commits alone are read', async () => {
    const repository = tagged();
    const open = await openMetrics(host(), { repository: () => repository.port });
    assert.deepEqual(values(open), [perMonth(2), 3]);
    repository.asked.length = 0;
    repository.tagged.push(tag('v3', 1));
    repository.ranges.set('v3 ^v1 ^v2', [{ hash: 'b'.repeat(40), time: now - 2 * day }]);
    repository.change();
    await open.settled();
    assert.deepEqual(values(open), [perMonth(3), 2]);
    assert.deepEqual(
      repository.asked.filter((range) => range !== 'tags'),
      ['v3 ^v1 ^v2', 'HEAD ^v1 ^v2 ^v3'],
    );
  });

  it('follows the history, and reads no file for it', async () => {
    const repository = tagged();
    const workspace = host();
    workspace.write('/work/state.json', '{"open": 1}');
    workspace.write('/work/ROADMAP.md', `${names}- Open incidents: < 1\n`);
    workspace.write(configPath, `${measured}  Open incidents: { file: state.json, value: $.open }\n`);
    const open = await openMetrics(workspace, { repository: () => repository.port });
    open.streams.reads.length = 0;
    repository.tagged.push(tag('v3', 1));
    const folder = open.store.snapshot.folders[0]!;
    const history: FolderHistory = {
      uri: folder.uri,
      folder,
      state: 'ready',
      commits: [],
      total: 3,
      branches: [],
      problems: [],
    };
    open.store.applyHistory(history);
    await open.settled();
    assert.equal(values(open)[0], perMonth(3));
    assert.deepEqual(open.streams.reads, []);
  });

  it('comes as soon as there is a repository, and another one counts instead', async () => {
    const [first, second] = [tagged(), tagged()];
    second.tagged = [tag('v9', 1)];
    let current: FakeRepository | undefined;
    const workspace = host();
    const open = await openMetrics(workspace, { repository: () => current?.port });
    assert.deepEqual([open.source('Lead time').state, values(open)], ['unavailable', [undefined, undefined]]);
    const look = async (repository: FakeRepository | undefined) => {
      current = repository;
      workspace.write('/work/ROADMAP.md', `${names}\n`.repeat(1 + workspace.reads.length));
      await open.settled();
    };
    await look(first);
    assert.deepEqual(values(open), [perMonth(2), 3]);
    await look(second);
    assert.deepEqual([first.listening, second.listening], [0, 1]);
    assert.equal(values(open)[0], perMonth(1));
    await look(undefined);
    assert.deepEqual([second.listening, values(open)], [0, [undefined, undefined]]);
  });

  it('moves no trend by being asked again', async () => {
    const repository = tagged();
    let time = now;
    const open = await openMetrics(host(), { repository: () => repository.port, clock: () => time++ });
    for (let times = 0; times < 3; times++) {
      repository.change();
      await open.settled();
    }
    assert.equal(open.source('Lead time').trend.length, 1);
    repository.tagged.push(tag('v3', 1));
    repository.ranges.set('v3 ^v1 ^v2', [{ hash: 'b'.repeat(40), time: now - 2 * day }]);
    repository.change();
    await open.settled();
    assert.deepEqual(
      open.source('Lead time').trend.map(({ value }) => value),
      [3, 2],
    );
    repository.asked.length = 0;
    open.dispose();
    assert.equal(repository.listening, 0);
  });

  it('says that there is no release', async () => {
    const repository = new FakeRepository();
    const open = await openMetrics(host(), { repository: () => repository.port });
    const { state, problems } = open.source('Deployment frequency');
    assert.equal(state, 'failed');
    assert.match(problems[0]!.message, /no tag of the last 30 days is like v\*/);
    repository.tagged = [tag('v1', 1)];
    repository.change();
    await open.settled();
    assert.equal(values(open)[0], perMonth(1));
    // One release does exist: that nobody knows its commits is said as it is.
    assert.match(open.source('Lead time').problems[0]!.message, /^No release of the last 30 days brought a commit/);
  });
});
