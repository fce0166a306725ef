import assert from 'node:assert/strict';
import { measureReleases } from '../../../src/core/metrics/gitMeasures.js';
import type { GitMeasure, GitSource } from '../../../src/core/model/metric.js';
import { releaseHistory, type KnownReleases } from '../../../src/workspace/releaseHistory.js';
import { FakeRepository } from '../../support/metrics.js';
import { GitFolder, noSignal } from '../../support/gitRepository.js';

const day = 86_400;
const start = 1_700_000_000;
const at = (days: number) => start + days * day;

/** A repository of which everything is known: commits by their names, at days, with parents and a message. */
class Project {
  private readonly marks = new Map<string, number>();

  constructor(readonly folder: GitFolder) {}

  /** Returns the hash. */
  commit(name: string, days: number, parents: readonly string[] = [], message = name): string {
    const mark = this.marks.size + 1;
    this.marks.set(name, mark);
    const [first, ...others] = parents.map((parent) => this.hash(parent));
    const from = first === undefined ? '' : `from ${first}\n`;
    const merges = others.map((hash) => `merge ${hash}\n`).join('');
    const text = `commit refs/heads/${name}\ncommitter Ada <ada@example.org> ${at(days)} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n${from}${merges}\n`;
    this.folder.gitBytes(['fast-import', '--quiet', '--force'], text);
    return this.hash(name);
  }

  hash(name: string): string {
    return this.folder.git('rev-parse', `refs/heads/${name}`);
  }

  tag(name: string, on: string): void {
    this.folder.git('tag', name, `refs/heads/${on}`);
  }

  head(name: string): void {
    this.folder.git('update-ref', '--no-deref', 'HEAD', this.hash(name));
  }
}

describe('The releases of a repository', () => {
  let folder: GitFolder;
  let project: Project;
  beforeEach(() => {
    folder = GitFolder.make();
    project = new Project(folder);
  });
  afterEach(() => folder.dispose());

  async function read(some: Partial<GitSource> = {}, now = at(30), known?: KnownReleases) {
    const source: GitSource = { kind: 'git', metric: 'M', measure: 'lead-time', days: 90, ...some };
    const repository = await folder.repository();
    return releaseHistory(repository, source, now, noSignal, known);
  }
  async function measure(measure: GitMeasure, some: Partial<GitSource> = {}, now?: number) {
    const { value, problems } = await read({ measure, ...some }, now);
    assert.deepEqual(problems, []);
    return value && measureReleases(measure, value)?.value;
  }

  /** v1 on day 0; two commits, a merged branch of one, v2 on day 10; v2 reverted in part on day 12, v3 on day 14. */
  function usual(): void {
    project.commit('first', 0);
    project.tag('v1', 'first');
    const bad = project.commit('bad', 2, ['first']);
    project.commit('good', 6, ['bad']);
    project.commit('branch', 7, ['first']);
    project.commit('merge', 10, ['good', 'branch'], "Merge branch 'branch'");
    project.tag('v2', 'merge');
    project.commit('revert', 12, ['merge'], `Revert "bad"\n\nThis reverts commit ${bad}.`);
    project.commit('later', 14, ['revert']);
    project.tag('v3', 'later');
    project.head('later');
  }

  it('hold what the one before does not', async () => {
    usual();
    const { value, problems } = await read();
    assert.deepEqual(problems, []);
    const names = (commits: readonly { readonly time: number; readonly merge?: boolean }[]) =>
      commits.map(({ time, merge }) => `${merge ? 'merge ' : ''}${(time - start) / day}`).sort();
    assert.deepEqual(
      value!.releases.map(({ name, time, commits }) => [name, (time - start) / day, names(commits)]),
      [
        ['v1', 0, []],
        ['v2', 10, ['2', '6', '7', 'merge 10']],
        ['v3', 14, ['12', '14']],
      ],
    );
    assert.deepEqual(value!.unreleased, []);
  });

  it('give what can be counted by hand', async () => {
    usual();
    assert.equal(await measure('release-frequency', { days: 60 }), 3 / (60 / 30.4375));
    // 8, 4, 3, 2 and 0 days.
    assert.equal(await measure('lead-time'), 3);
    // Of v1 nobody knows what it brought.
    assert.equal(await measure('change-failure-rate'), 50);
  });

  it('count once where a commit has several tags, by the first of them', async () => {
    project.commit('a', 0);
    project.tag('v1', 'a');
    project.commit('b', 10, ['a']);
    project.tag('v2', 'b');
    project.tag('v2-latest', 'b');
    project.head('b');
    const { value } = await read();
    assert.deepEqual(
      value!.releases.map(({ name }) => name),
      ['v1', 'v2'],
    );
    assert.equal(await measure('release-frequency', { days: 60 }), 2 / (60 / 30.4375));
  });

  it('are none a month where all are older than the days that are looked at', async () => {
    usual();
    assert.equal(await measure('release-frequency', { days: 10 }, at(100)), 0);
    assert.equal(await measure('change-failure-rate', { days: 10 }, at(100)), undefined);
    assert.equal(await measure('release-frequency', { tags: 'none*' }, at(100)), undefined);
  });

  it('have failed where something is reverted after them, not within', async () => {
    project.commit('a', 0);
    project.tag('v1', 'a');
    const b = project.commit('b', 1, ['a']);
    project.commit('c', 2, ['b'], `Revert "b"\n\nThis reverts commit ${b}.`);
    project.tag('v2', 'c');
    project.head('c');
    assert.equal(await measure('change-failure-rate'), 0);
    const d = project.commit('d', 3, ['c']);
    project.tag('v3', 'd');
    // Not released yet, but known to be wrong.
    project.commit('e', 4, ['d'], `Revert "d"\n\nThis reverts commit ${d}.`);
    project.head('e');
    assert.equal(await measure('change-failure-rate'), 50);
  });

  it('have failed where a whole merge is reverted', async () => {
    project.commit('a', 0);
    project.tag('v1', 'a');
    project.commit('b', 1, ['a']);
    const merge = project.commit('m', 2, ['a', 'b'], 'Merge pull request #1 from ada/b');
    project.tag('v2', 'm');
    project.commit('r', 3, ['m'], `Revert "b"\n\nThis reverts commit ${merge}, reversing\nchanges made to 1234567.`);
    project.head('r');
    assert.equal(await measure('change-failure-rate'), 100);
  });

  it('do not hold what an earlier one on another branch brought', async () => {
    project.commit('a', 0);
    project.tag('v1.0.0', 'a');
    project.commit('b', 10, ['a']);
    project.tag('v2.0.0', 'b');
    // An old version is mended after the new one is out.
    project.commit('fix', 19, ['a']);
    project.tag('v1.0.1', 'fix');
    project.commit('c', 20, ['b']);
    project.tag('v2.0.1', 'c');
    project.head('c');
    const { value } = await read();
    assert.deepEqual(
      value!.releases.map(({ name, commits }) => [name, commits.map(({ time }) => (time - start) / day)]),
      [
        ['v1.0.0', []],
        ['v2.0.0', [10]],
        ['v1.0.1', [19]],
        ['v2.0.1', [20]],
      ],
    );
  });

  it('are those whose tags are like the glob, of the last days', async () => {
    project.commit('a', 0);
    project.tag('app@1', 'a');
    project.tag('nightly', 'a');
    project.commit('b', 50, ['a']);
    project.tag('app@2', 'b');
    project.tag('lib/v2', 'b');
    project.commit('c', 60, ['b']);
    project.tag('app@3', 'c');
    project.head('c');
    const named = async (some: Partial<GitSource>) =>
      (await read(some, at(61))).value?.releases.map(({ name }) => name);
    assert.deepEqual(await named({ tags: 'app@*', days: 30 }), ['app@2', 'app@3']);
    assert.deepEqual(await named({ tags: '{nightly,lib/**}' }), ['nightly', 'lib/v2']);
    assert.deepEqual(await named({ tags: 'v*' }), undefined);
    assert.deepEqual(await named({ days: 1 }), ['app@3']);
    assert.deepEqual((await read({ days: 1 }, at(90))).value, undefined);
    // Before the days that are looked at there was one, so that it is known what the first in them brought.
    const [first] = (await read({ tags: 'app@*', days: 30 }, at(61))).value!.releases;
    assert.deepEqual(
      first!.commits.map(({ time }) => time),
      [at(50)],
    );
  });

  it('are none where there are no tags', async () => {
    project.commit('a', 0);
    assert.deepEqual(await read(), { value: undefined, problems: [] });
  });
});

describe('Many releases', () => {
  const now = at(80);
  function many(count: number): FakeRepository {
    const repository = new FakeRepository();
    repository.tagged = Array.from({ length: count }, (_, index) => ({
      name: `v${index}`,
      hash: `h${index}`,
      time: start + index * 3_600,
    }));
    return repository;
  }
  const source = (measure: GitMeasure): GitSource => ({ kind: 'git', metric: 'M', measure, days: 90 });

  it('are all counted, and no commit is read for it', async () => {
    const repository = many(1_500);
    const { value } = await releaseHistory(repository.port, source('release-frequency'), now, noSignal);
    assert.equal(measureReleases('release-frequency', value!)!.value, 1_500 / (90 / 30.4375));
    assert.deepEqual(repository.asked, ['tags']);
  });

  it('are looked into as far as 200, and each once', async () => {
    const repository = many(500);
    const known: KnownReleases = new Map();
    const read = () => releaseHistory(repository.port, source('lead-time'), now, noSignal, known);
    assert.equal((await read()).value!.releases.length, 200);
    assert.equal(repository.asked.length, 202);
    repository.asked.length = 0;
    await read();
    assert.deepEqual(
      repository.asked.map((range) => range.split(' ')[0]),
      ['tags', 'HEAD'],
    );
  });

  it('are not measured in part: what could not be read is said, and read the next time', async () => {
    const repository = many(3);
    const known: KnownReleases = new Map();
    let failing = true;
    const port = {
      ...repository.port,
      commits: async (...asked: Parameters<typeof repository.port.commits>) =>
        failing && asked[0].from[0] === 'h1'
          ? [{ code: 'no-history', severity: 'error', message: 'git is busy' } as const]
          : repository.port.commits(...asked),
    };
    const read = () => releaseHistory(port, source('lead-time'), now, noSignal, known);
    const { value, problems } = await read();
    assert.deepEqual([value, problems.map(({ message }) => message)], [undefined, ['git is busy']]);
    failing = false;
    repository.ranges.set('h1 ^h0', [{ time: start }]);
    assert.equal((await read()).value!.releases[1]!.commits.length, 1);
  });
});
