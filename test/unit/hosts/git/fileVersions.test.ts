import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { maxVersions } from '../../../../src/hosts/node/git/fileVersions.js';
import type { FileVersions, KnownVersions } from '../../../../src/workspace/ports.js';
import { GitFolder, noSignal } from '../../../support/gitRepository.js';

/** A text that git recognises when it is renamed, with a line of its own. */
const text = (line: string) => `${Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n')}\n${line}\n`;

describe('The versions of a file', () => {
  let folder: GitFolder;
  beforeEach(() => {
    folder = GitFolder.make();
  });
  afterEach(() => folder.dispose());

  const read = async (path = 'ROADMAP.md', known?: KnownVersions, of = folder): Promise<FileVersions> => {
    const { value, problems } = await (await of.repository()).fileVersions(path, noSignal, known);
    assert.deepEqual(problems, []);
    return value!;
  };
  const subjects = ({ versions }: FileVersions) => versions.map(({ subject }) => subject);

  it('are the commits that changed it, oldest first, with what they say', async () => {
    const first = folder.commit('First', { 'ROADMAP.md': 'one' });
    folder.commit('Other', { 'other.txt': 'x' });
    const second = folder.commit('Second\n\nBody', { 'ROADMAP.md': 'two' });
    const { head, versions, after, cutOff } = await read();
    assert.deepEqual([head, after, cutOff], [second, false, false]);
    assert.deepEqual(versions, [
      {
        hash: first,
        parents: 0,
        time: Number(folder.git('log', '-1', '--format=%ct', first)),
        author: 'Ada',
        subject: 'First',
        path: 'ROADMAP.md',
        blob: folder.git('rev-parse', `${first}:ROADMAP.md`),
      },
      {
        hash: second,
        parents: 1,
        time: Number(folder.git('log', '-1', '--format=%ct', second)),
        author: 'Ada',
        subject: 'Second',
        path: 'ROADMAP.md',
        blob: folder.git('rev-parse', `${second}:ROADMAP.md`),
      },
    ]);
  });

  it('are none before the first commit, and none of a file that was never committed', async () => {
    assert.deepEqual(await read(), { head: undefined, versions: [], after: false, cutOff: false });
    folder.commit('First');
    assert.deepEqual((await read()).versions, []);
  });

  it('follow it through renames, and a rename that changed it, too', async () => {
    folder.commit('First', { 'PLAN.md': text('a') });
    folder.commit('Second', { 'PLAN.md': text('b') });
    folder.write('docs/PLAN.md', '');
    folder.git('mv', '-f', 'PLAN.md', 'docs/PLAN.md');
    folder.commit('Moved', { 'docs/PLAN.md': text('c') });
    folder.git('mv', 'docs/PLAN.md', 'ROADMAP.md');
    folder.commit('Renamed');
    const found = await read();
    assert.deepEqual(
      found.versions.map(({ subject, path }) => [subject, path]),
      [
        ['First', 'PLAN.md'],
        ['Second', 'PLAN.md'],
        ['Moved', 'docs/PLAN.md'],
        ['Renamed', 'ROADMAP.md'],
      ],
    );
  });

  it('do not begin with those of the file it was copied from', async () => {
    folder.commit('Template', { 'TEMPLATE.md': text('a') });
    folder.commit('Copied', { 'TEMPLATE.md': text('b'), 'ROADMAP.md': text('a') });
    assert.deepEqual(subjects(await read()), ['Copied']);
  });

  it('of a file that was away for a while are those before it, too', async () => {
    folder.commit('First', { 'ROADMAP.md': text('a') });
    rmSync(join(folder.path, 'ROADMAP.md'));
    folder.commit('Deleted');
    folder.commit('Again', { 'ROADMAP.md': text('b') });
    const { versions } = await read();
    assert.deepEqual(
      versions.map(({ subject, blob }) => [subject, blob !== undefined]),
      [
        ['First', true],
        ['Deleted', false],
        ['Again', true],
      ],
    );
  });

  it('of a link have no content', async () => {
    symlinkSync('elsewhere.md', join(folder.path, 'ROADMAP.md'));
    folder.commit('Link');
    assert.deepEqual(
      (await read()).versions.map(({ blob }) => blob),
      [undefined],
    );
  });

  describe('where branches were merged', () => {
    beforeEach(() => {
      folder.commit('First', { 'ROADMAP.md': text('a') });
      folder.git('checkout', '--quiet', '-b', 'topic');
      folder.commit('Theirs one', { 'ROADMAP.md': `theirs\n${text('a')}` });
      folder.commit('Theirs two', { 'ROADMAP.md': `theirs, too\n${text('a')}` });
      folder.git('checkout', '--quiet', 'main');
    });

    it('are those of the branch, and the merge by what it brought', async () => {
      folder.commit('Ours', { 'ROADMAP.md': text('ours') });
      folder.git('merge', '--quiet', '--no-edit', '-m', 'Merge topic', 'topic');
      const found = await read();
      assert.deepEqual(subjects(found), ['First', 'Ours', 'Merge topic']);
      const merge = found.versions[2]!;
      assert.deepEqual([merge.parents, merge.blob], [2, folder.git('rev-parse', 'HEAD:ROADMAP.md')]);
    });

    it('do not tell of a merge that kept the file as it was', async () => {
      folder.commit('Ours', { 'ROADMAP.md': `ours\n${text('a')}` });
      folder.git('merge', '--quiet', '--no-edit', '--strategy=ours', '-m', 'Merge topic', 'topic');
      assert.deepEqual(subjects(await read()), ['First', 'Ours']);
    });

    it('tell of a conflict by what became of it', async () => {
      folder.commit('Ours', { 'ROADMAP.md': `ours\n${text('a')}` });
      assert.throws(() => folder.git('merge', '--quiet', 'topic'));
      folder.commit('Merge topic', { 'ROADMAP.md': `theirs, too\n${text('a')}` });
      const found = await read();
      assert.deepEqual(subjects(found), ['First', 'Ours', 'Merge topic']);
      assert.equal(found.versions[2]!.blob, folder.git('rev-parse', 'topic:ROADMAP.md'));
    });

    it('follow a rename that a merge brought', async () => {
      folder.git('checkout', '--quiet', 'topic');
      folder.git('mv', 'ROADMAP.md', 'PLAN.md');
      folder.commit('Renamed');
      folder.git('checkout', '--quiet', 'main');
      folder.commit('Other', { 'other.txt': 'x' });
      folder.git('merge', '--quiet', '--no-edit', '-m', 'Merge topic', 'topic');
      assert.deepEqual(subjects(await read('PLAN.md')), ['First', 'Merge topic']);
    });

    it('are as many as the branch has where it was squashed', async () => {
      folder.git('merge', '--quiet', '--squash', 'topic');
      folder.commit('Squashed');
      assert.deepEqual(subjects(await read()), ['First', 'Squashed']);
    });
  });

  describe('after those that are known', () => {
    it('are only the new ones', async () => {
      const known = folder.commit('First', { 'ROADMAP.md': text('a') });
      const path = 'ROADMAP.md';
      assert.deepEqual(await read(path, { head: known, path }), {
        head: known,
        versions: [],
        after: true,
        cutOff: false,
      });
      folder.commit('Second', { 'ROADMAP.md': text('b') });
      folder.commit('Other', { 'other.txt': 'x' });
      const found = await read(path, { head: known, path });
      assert.deepEqual([found.after, subjects(found)], [true, ['Second']]);
    });

    it('follow a rename since', async () => {
      const known = folder.commit('First', { 'PLAN.md': text('a') });
      folder.git('mv', 'PLAN.md', 'ROADMAP.md');
      folder.commit('Renamed');
      const found = await read('ROADMAP.md', { head: known, path: 'PLAN.md' });
      assert.deepEqual([found.after, subjects(found)], [true, ['Renamed']]);
    });

    it('are all where history was rewritten, went back, or has another file under the name', async () => {
      const path = 'ROADMAP.md';
      const first = folder.commit('First', { 'ROADMAP.md': text('a') });
      const second = folder.commit('Second', { 'ROADMAP.md': text('b') });
      folder.git('commit', '--quiet', '--amend', '-m', 'Better');
      assert.deepEqual(subjects(await read(path, { head: second, path })), ['First', 'Better']);
      const better = folder.git('rev-parse', 'HEAD');
      folder.git('reset', '--quiet', '--hard', first);
      const back = await read(path, { head: better, path });
      assert.deepEqual([back.after, subjects(back)], [false, ['First']]);
      folder.git('rm', '--quiet', 'ROADMAP.md');
      folder.commit('Gone', { 'PLAN.md': 'else\n'.repeat(30) });
      const gone = folder.git('rev-parse', 'HEAD');
      folder.git('mv', 'PLAN.md', 'ROADMAP.md');
      folder.commit('Another');
      const another = await read(path, { head: gone, path });
      assert.deepEqual([another.after, subjects(another)], [false, ['Gone', 'Another']]);
      assert.equal((await read(path, { head: '0'.repeat(40), path })).after, false);
    });

    it('are all where what was known came to the branch by a merge', async () => {
      const path = 'ROADMAP.md';
      folder.commit('First', { 'ROADMAP.md': text('a') });
      folder.git('checkout', '--quiet', '-b', 'topic');
      const known = folder.commit('Topic', { 'ROADMAP.md': text('b') });
      folder.git('checkout', '--quiet', 'main');
      folder.git('merge', '--quiet', '--no-ff', '-m', 'Merge topic', 'topic');
      const found = await read(path, { head: known, path });
      assert.deepEqual([found.after, subjects(found)], [false, ['First', 'Merge topic']]);
    });
  });

  it('of a shallow clone are said to be cut off, where they are', async () => {
    folder.commit('First', { 'ROADMAP.md': text('a') });
    folder.commit('Second', { 'ROADMAP.md': text('b'), 'docs/ROADMAP.md': 'new' });
    folder.commit('Third', { 'ROADMAP.md': text('c'), 'later.md': 'x' });
    folder.git('clone', '--quiet', '--depth=2', `file://${folder.path}`, '../clone');
    const repository = await folder.beside('clone').repository();
    const { value, problems } = await repository.fileVersions('ROADMAP.md', noSignal);
    assert.deepEqual([subjects(value!), value!.cutOff], [['Second', 'Third'], true]);
    assert.match(problems[0]!.message, /shallow/);
    const later = await repository.fileVersions('later.md', noSignal);
    assert.deepEqual([later.value!.cutOff, later.problems], [false, []]);
  });

  it('are counted to a bound, of which the newest are told', async () => {
    const commits = Array.from({ length: maxVersions + 2 }, (_, at) => {
      const head = `commit refs/heads/main\ncommitter Ada <ada@example.org> ${1_600_000_000 + at} +0000\ndata 0\n\n`;
      return `${head}M 100644 inline ROADMAP.md\ndata ${String(at).length}\n${at}\n\n`;
    });
    folder.gitBytes(['fast-import', '--quiet'], commits.join(''));
    const { value, problems } = await (await folder.repository()).fileVersions('ROADMAP.md', noSignal);
    assert.deepEqual([value!.versions.length, value!.cutOff, problems.length], [maxVersions, true, 1]);
    assert.equal(value!.versions[0]!.time, 1_600_000_002);
    assert.match(problems[0]!.message, /last 20000 versions/);
  });

  it('are told alike whatever the configuration says', async () => {
    folder.commit('First', { 'PLAN.md': text('a') });
    folder.git('mv', 'PLAN.md', 'ROADMAP.md');
    folder.commit('Renamed');
    folder.git('checkout', '--quiet', '-b', 'topic', 'HEAD');
    folder.commit('Theirs', { 'ROADMAP.md': text('b') });
    folder.git('checkout', '--quiet', 'main');
    folder.git('merge', '--quiet', '--no-ff', '-m', 'Merge topic', 'topic');
    const before = await read();
    assert.deepEqual(subjects(before), ['First', 'Renamed', 'Merge topic']);
    for (const [name, value] of [
      ['log.follow', 'true'],
      ['log.showRoot', 'false'],
      ['log.diffMerges', 'off'],
      ['log.abbrevCommit', 'true'],
      ['log.showSignature', 'true'],
      ['log.decorate', 'full'],
      ['diff.renames', 'copies'],
      ['core.abbrev', '4'],
      ['format.pretty', 'oneline'],
      ['diff.external', 'touch started'],
    ] as const) {
      folder.git('config', name, value);
      assert.deepEqual(await read(), before, name);
    }
    assert.equal(folder.git('status', '--porcelain'), '');
  });

  it('can be of files with hostile names', async () => {
    for (const name of ['-n', ':(top)y.md', 'line\nbreak.md', '*', 'größe.md', '\x01', ':100644']) {
      folder.commit('First', { [name]: name });
      assert.deepEqual(
        (await read(name)).versions.map(({ path }) => path),
        [name],
      );
    }
  });

  it('are read from repositories with SHA-256', async function () {
    const other = folder.beside('sha256');
    folder.write('../sha256/ROADMAP.md', text('a'));
    try {
      other.git('init', '--quiet', '--object-format=sha256');
    } catch {
      this.skip();
    }
    const hash = other.commit('First');
    const { versions } = await read('ROADMAP.md', undefined, other);
    assert.deepEqual([hash.length, versions[0]!.hash, versions[0]!.blob!.length], [64, hash, 64]);
  });
});
