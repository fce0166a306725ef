import assert from 'node:assert/strict';
import { GitFolder } from '../../../support/gitRepository.js';

describe('The tags of a repository', () => {
  let folder: GitFolder;
  beforeEach(() => {
    folder = GitFolder.make();
  });
  afterEach(() => folder.dispose());

  /** A commit that was made at a time, tagged with a name. */
  function commitAt(seconds: number): string {
    const text = `commit refs/heads/main\ncommitter Ada <ada@example.org> ${seconds} +0100\ndata 1\nx\n`;
    folder.gitBytes(['fast-import', '--quiet', '--force'], text);
    return folder.git('rev-parse', 'main');
  }
  function annotate(name: string, hash: string, seconds: number): void {
    const tag = `object ${hash}\ntype commit\ntag ${name}\ntagger Ada <ada@example.org> ${seconds} +0100\n\nNotes\nof two lines\n`;
    const made = folder.gitBytes(['mktag'], tag).toString().trim();
    folder.git('update-ref', `refs/tags/${name}`, made);
  }
  const read = async () => (await folder.repository()).tags();

  it('have their commit, and the time they were made: a light one that of its commit', async () => {
    const first = commitAt(1_700_000_000);
    const second = commitAt(1_700_000_500);
    folder.git('tag', 'v2', second);
    annotate('v1', first, 1_700_000_900);
    folder.git('tag', 'v0', first);
    assert.deepEqual(await read(), {
      value: [
        { name: 'v0', hash: first, time: 1_700_000_000 },
        { name: 'v2', hash: second, time: 1_700_000_500 },
        { name: 'v1', hash: first, time: 1_700_000_900 },
      ],
      problems: [],
    });
  });

  it('are none of trees and files', async () => {
    folder.commit('First', { 'a.txt': 'a' });
    folder.git('tag', 'tree', 'HEAD^{tree}');
    folder.git('tag', 'file', 'HEAD:a.txt');
    folder.git('tag', '-a', '-m', 'A tree', 'told-tree', 'HEAD^{tree}');
    folder.git('tag', 'v1');
    const { value } = await read();
    assert.deepEqual(
      value.map(({ name }) => name),
      ['v1'],
    );
  });

  it('may have any name that git allows', async () => {
    const hash = commitAt(1_700_000_000);
    const names = [
      'a\u00a0b',
      '@scope/pkg@1.0.0',
      'v1.0.0-rc.1+build',
      'größe/€/😀',
      "it's",
      '"x"',
      '%x00',
      '$(x)',
      '#1',
    ];
    for (const name of names) folder.git('update-ref', `refs/tags/${name}`, hash);
    const { value, problems } = await read();
    assert.deepEqual([value.map(({ name }) => name).sort(), problems], [[...names].sort(), []]);
    assert.ok(value.every((tag) => tag.hash === hash));
  });

  it('are read from packed references, too', async () => {
    const hash = commitAt(1_700_000_000);
    folder.git('tag', 'v1', hash);
    annotate('v2', hash, 1_700_000_900);
    const before = await read();
    folder.git('pack-refs', '--all');
    assert.deepEqual(await read(), before);
    assert.equal(before.value.length, 2);
  });

  it('have long hashes where the repository has', async () => {
    const sha256 = folder.beside('long');
    folder.temp.write('long/.keep', '');
    sha256.git('init', '--quiet', '--object-format=sha256');
    const hash = sha256.commit('First', { 'a.txt': 'a' });
    sha256.git('tag', '-a', '-m', 'One', 'v1');
    const { value } = await (await sha256.repository()).tags();
    assert.deepEqual([value.map((tag) => tag.hash), hash.length], [[hash], 64]);
  });

  it('may be none', async () => {
    assert.deepEqual(await read(), { value: [], problems: [] });
    folder.commit('First');
    assert.deepEqual(await read(), { value: [], problems: [] });
  });

  it('are those of a tag that marks a tag, too, or none', async () => {
    const hash = commitAt(1_700_000_000);
    annotate('v1', hash, 1_700_000_100);
    folder.git('tag', '-a', '-m', 'Again', 'v1-again', 'v1');
    const { value, problems } = await read();
    assert.ok(value.every((tag) => tag.hash === hash));
    assert.deepEqual([value[0]!.name, problems], ['v1', []]);
  });

  it('are many, read at once', async () => {
    const hash = commitAt(1_700_000_000);
    const lines = Array.from({ length: 3_000 }, (_, index) => `create refs/tags/v${index} ${hash}\n`);
    folder.gitBytes(['update-ref', '--stdin'], lines.join(''));
    assert.equal((await read()).value.length, 3_000);
  });

  it('cannot be read where git fails, which is said', async () => {
    folder.commit('First');
    const repository = await folder.repository();
    folder.temp.write('project/.git/HEAD', 'broken');
    const { value, problems } = await repository.tags();
    assert.deepEqual([value, problems.length], [[], 1]);
  });
});
