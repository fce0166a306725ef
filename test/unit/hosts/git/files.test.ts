import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { maxBlobBytes, maxChangedFiles } from '../../../../src/hosts/node/git/files.js';
import { GitFolder } from '../../../support/gitRepository.js';

const hostileNames = [
  '-n',
  '--output=x',
  'a b',
  'line\nbreak',
  'tab\t',
  `"q'`,
  '$(touch x)',
  ':(top)y',
  'größe',
  '\\n',
  '*',
];

describe('Files in the history', () => {
  let folder: GitFolder;
  beforeEach(() => {
    folder = GitFolder.make();
  });
  afterEach(() => folder.dispose());

  const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('utf8');

  describe('of a commit', () => {
    it('are told as added, modified, deleted and renamed', async () => {
      const lines = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');
      const first = folder.commit('First', { 'a.txt': 'a', 'b.txt': 'b', 'old.txt': lines });
      folder.git('rm', '--quiet', 'b.txt');
      folder.git('mv', 'old.txt', 'new.txt');
      const second = folder.commit('Second', { 'a.txt': 'A', 'docs/c.txt': 'c' });
      const repository = await folder.repository();
      const { value, problems } = await repository.changedFiles(second);
      assert.deepEqual(problems, []);
      assert.deepEqual(value, [
        { status: 'modified', path: 'a.txt' },
        { status: 'deleted', path: 'b.txt' },
        { status: 'added', path: 'docs/c.txt' },
        { status: 'renamed', path: 'new.txt', oldPath: 'old.txt' },
      ]);
      const paths = (await repository.changedFiles(first)).value.map(({ path }) => path);
      assert.deepEqual(paths, ['.keep', 'a.txt', 'b.txt', 'old.txt']);
    });

    it('are those against the first parent', async () => {
      folder.commit('First');
      folder.git('checkout', '--quiet', '-b', 'topic');
      folder.commit('Theirs', { 'theirs.txt': '' });
      folder.git('checkout', '--quiet', 'main');
      folder.commit('Ours', { 'ours.txt': '' });
      folder.git('merge', '--quiet', '--no-edit', 'topic');
      const repository = await folder.repository();
      assert.deepEqual((await repository.changedFiles(folder.git('rev-parse', 'HEAD'))).value, [
        { status: 'added', path: 'theirs.txt' },
      ]);
    });

    it('are counted to a bound', async () => {
      const files = Array.from(
        { length: maxChangedFiles + 10 },
        (_, index) => `M 100644 inline f/${index}\ndata 0\n\n`,
      );
      const commit = 'commit refs/heads/main\ncommitter A <a> 1700000000 +0000\ndata 1\nx\n';
      folder.gitBytes(['fast-import', '--quiet'], commit + files.join(''));
      const { value, problems } = await (await folder.repository()).changedFiles(folder.git('rev-parse', 'HEAD'));
      assert.equal(value.length, maxChangedFiles);
      assert.match(problems[0]!.message, /more files than/);
    });

    it('are not told where its parent is not there', async () => {
      folder.commit('First', { 'a.txt': '' });
      const second = folder.commit('Second', { 'b.txt': '' });
      folder.git('clone', '--quiet', '--depth=1', `file://${folder.path}`, '../clone');
      const { value, problems } = await (await folder.beside('clone').repository()).changedFiles(second);
      assert.deepEqual(value, []);
      assert.match(problems[0]!.message, /shallow/);
    });

    it('are none of what is no commit', async () => {
      const repository = await folder.repository();
      for (const hash of ['--output=x', 'HEAD', '', '0'.repeat(40)]) {
        const { value, problems } = await repository.changedFiles(hash);
        assert.deepEqual([value, problems.length], [[], 1]);
      }
    });
  });

  it('can be read as they were', async () => {
    const first = folder.commit('First', { 'docs/a.txt': 'one' });
    folder.commit('Second', { 'docs/a.txt': 'two' });
    const repository = await folder.repository();
    assert.equal(text((await repository.blob(first, 'docs/a.txt')).value), 'one');
    assert.equal(text((await repository.blob('HEAD', 'docs/a.txt')).value), 'two');
    for (const path of ['docs', 'gone', '', 'docs/a.txt/b', 'a\0b', '../project/docs/a.txt/..']) {
      assert.deepEqual(await repository.blob('HEAD', path), { value: undefined, problems: [] });
    }
    assert.equal((await repository.blob('--all', 'docs/a.txt')).problems.length, 1);
  });

  it('are not read where they are too large', async () => {
    folder.write('big', Buffer.alloc(maxBlobBytes + 1));
    folder.commit('First');
    const { value, problems } = await (await folder.repository()).blob('HEAD', 'big');
    assert.deepEqual([value, problems.length], [undefined, 1]);
  });

  it('may have hostile names', async () => {
    const hash = folder.commit('First', Object.fromEntries(hostileNames.map((name) => [name, `in ${name}\n`])));
    const repository = await folder.repository();
    const { value } = await repository.changedFiles(hash);
    assert.deepEqual(value.map(({ path }) => path).sort(), ['.keep', ...hostileNames].sort());
    for (const name of hostileNames) {
      assert.equal(text((await repository.blob('HEAD', name)).value), `in ${name}\n`);
      const { value: authors, problems } = await repository.blame(name, [0]);
      assert.deepEqual([name, problems, authors.get(0)?.hash], [name, [], hash]);
    }
    assert.deepEqual(readdirSync(folder.path).sort(), ['.git', '.keep', ...hostileNames].sort());
  });

  describe('line by line', () => {
    it('are told with who changed them last', async () => {
      const first = folder.commit('First', { 'a.txt': 'one\ntwo\nthree\nfour\n' });
      const second = folder.commit('Second', { 'a.txt': 'one\nTWO\nthree\nfour\n' });
      folder.write('a.txt', 'zero\none\nTWO\nthree\nnew\nfour\n');
      const { value, problems } = await (await folder.repository()).blame('a.txt', [5, 0, 1, 2, 4, 99, -1, 0.5]);
      assert.deepEqual(problems, []);
      const hashes = [...value].map(([line, { hash }]) => [line, hash]).sort(([a], [b]) => Number(a) - Number(b));
      assert.deepEqual(hashes, [
        [1, first],
        [2, second],
        [5, first],
      ]);
      const { author, email, time } = value.get(1)!;
      assert.deepEqual(
        [author, email, time],
        ['Ada', 'ada@example.org', Number(folder.git('log', '-1', '--format=%ct', first))],
      );
    });

    it('of many places are told at once', async () => {
      const hash = folder.commit('First', { 'a.txt': 'line\n'.repeat(2_000) });
      const lines = Array.from({ length: 1_000 }, (_, index) => index * 2);
      const { value } = await (await folder.repository()).blame('a.txt', lines);
      assert.deepEqual([...value.keys()], lines);
      assert.equal(value.get(1_998)!.hash, hash);
    });

    it('have no authors where nothing is committed', async () => {
      folder.write('new.txt', 'x\n');
      const repository = await folder.repository();
      assert.deepEqual(await repository.blame('new.txt', [0]), { value: new Map(), problems: [] });
      folder.git('commit', '--quiet', '--allow-empty', '-m', 'First');
      for (const path of ['new.txt', 'gone.txt']) {
        assert.deepEqual(await repository.blame(path, [0]), { value: new Map(), problems: [] });
      }
    });
  });

  describe('in the working tree', () => {
    const added = async (base: string) => {
      const { value, problems } = await (await folder.repository()).addedLines(base);
      assert.deepEqual(problems, []);
      return Object.fromEntries(
        [...value].map(([path, ranges]) => [path, ranges.map(({ start, end }) => [start, end])]),
      );
    };

    it('have the lines that were added since a branch was left', async () => {
      folder.commit('First', {
        'a.txt': '1\n2\n3\n4\n',
        'gone.txt': 'x\n',
        '.gitignore': 'ignored\n',
        'old.txt': '1\n2\n3\n4\n5\n',
      });
      folder.git('checkout', '--quiet', '-b', 'topic');
      folder.commit('Second', { 'a.txt': '1\n2\nnew\n3\n4\n', 'b.txt': '++ b/x\n-- y\n@@ -1 +1 @@\n' });
      folder.git('checkout', '--quiet', 'main');
      folder.commit('On main', { 'm.txt': 'x\n' });
      folder.git('checkout', '--quiet', 'topic');
      folder.git('rm', '--quiet', 'gone.txt');
      folder.git('mv', 'old.txt', 'renamed.txt');
      folder.write('a.txt', '1\nCHANGED\nnew\n3\n4\nlast');
      folder.write('renamed.txt', '1\n2\n3\n4\n5\n6\n');
      folder.write('untracked.txt', 'a\nb\n');
      folder.write('ignored', 'a\n');
      assert.deepEqual(await added('main'), {
        'a.txt': [
          [1, 3],
          [5, 6],
        ],
        'b.txt': [[0, 3]],
        'renamed.txt': [[5, 6]],
        'untracked.txt': [[0, Infinity]],
      });
    });

    it('are told in spite of hostile names and settings', async () => {
      folder.commit('First', Object.fromEntries(hostileNames.map((name) => [name, '1\n'])));
      for (const name of hostileNames) folder.write(name, '1\n2\n');
      folder.write('new\n\x01"', '1\n');
      folder.git('config', 'diff.noprefix', 'true');
      folder.git('config', 'diff.mnemonicPrefix', 'true');
      folder.git('config', 'color.ui', 'always');
      folder.git('config', 'diff.interHunkContext', '50');
      assert.deepEqual(await added('HEAD'), {
        ...Object.fromEntries(hostileNames.map((name) => [name, [[1, 2]]])),
        'new\n\x01"': [[0, Infinity]],
      });
      folder.git('add', '--all');
      assert.deepEqual((await added('HEAD'))['new\n\x01"'], [[0, 1]]);
    });

    it('cannot be compared with what is not there', async () => {
      folder.commit('First');
      const repository = await folder.repository();
      for (const base of ['missing', '--all', '']) {
        const { value, problems } = await repository.addedLines(base);
        assert.deepEqual([value.size, problems.length], [0, 1]);
      }
      folder.git('checkout', '--quiet', '--orphan', 'alone');
      folder.commit('Alone');
      assert.match((await repository.addedLines('main')).problems[0]!.message, /nothing in common/);
    });
  });

  it('are read without running anything that the repository names', async () => {
    folder.commit('First', { 'a.txt': '1\n', '.gitattributes': '* filter=evil diff=evil\n*.x filter=lfs\n' });
    const hash = folder.commit('Second', { 'a.txt': '1\n2\n' });
    const proof = join(folder.temp.path, 'proof');
    const evil = folder.temp.write('evil', `#!/bin/sh\necho "$0 $*" >> '${proof}'\ncat\n`);
    folder.git('config', 'core.hooksPath', folder.temp.path);
    for (const name of ['post-index-change', 'reference-transaction', 'post-checkout']) {
      folder.temp.write(name, `#!/bin/sh\necho ${name} >> '${proof}'\n`);
    }
    for (const name of ['evil', 'post-index-change', 'reference-transaction', 'post-checkout']) {
      chmodSync(join(folder.temp.path, name), 0o755);
    }
    for (const name of [
      'core.fsmonitor',
      'core.pager',
      'core.editor',
      'core.sshCommand',
      'core.alternateRefsCommand',
      'diff.external',
      'diff.evil.command',
      'diff.evil.textconv',
      'filter.evil.clean',
      'filter.evil.smudge',
      'filter.evil.process',
      'gpg.program',
      'alias.log',
      'pager.log',
      'interactive.diffFilter',
    ])
      folder.git('config', name, evil);
    folder.git('config', 'filter.evil.required', 'true');
    folder.git('config', 'log.showSignature', 'true');
    folder.write('a.txt', '1\n2\n3\n');
    const repository = await folder.repository();
    await repository.state();
    await repository.commits({ from: ['HEAD'], without: [] }, () => {}, new AbortController().signal);
    await repository.difference('HEAD~1', 'HEAD', new AbortController().signal);
    await repository.changedFiles(hash);
    assert.equal(text((await repository.blob('HEAD', 'a.txt')).value), '1\n2\n');
    assert.deepEqual([...(await repository.blame('a.txt', [0, 1, 2])).value.keys()], [0, 1]);
    assert.deepEqual((await repository.addedLines('HEAD~1')).value.get('a.txt'), [{ start: 1, end: 3 }]);
    await repository.userEmail();
    await repository.defaultBranch();
    assert.ok(!existsSync(proof), 'something was run');
    folder.git('config', 'filter.a=b.clean', evil);
    assert.match((await repository.addedLines('HEAD')).problems[0]!.message, /filters/);
  });

  it('of a partial clone are not fetched', async () => {
    folder.commit('First', { 'a.txt': '1\n' });
    folder.git('config', 'uploadpack.allowFilter', 'true');
    folder.git('clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${folder.path}`, '../partial');
    const partial = folder.beside('partial');
    partial.git('config', 'protocol.file.allow', 'always');
    const { value } = await (await partial.repository()).blob('HEAD', 'a.txt');
    assert.equal(value, undefined);
  });

  it('are told apart by who commits here', async () => {
    const repository = await folder.repository();
    folder.git('config', 'user.email', 'Grace <grace@example.org>');
    assert.equal(await repository.userEmail(), 'Grace <grace@example.org>');
  });
});
