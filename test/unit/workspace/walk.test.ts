import assert from 'node:assert/strict';
import { MemoryHost } from '../../../src/hosts/memory.js';
import { walk, type WalkOptions } from '../../../src/workspace/walk.js';

describe('A walk', () => {
  async function walked(host: MemoryHost, options: Partial<WalkOptions> = {}) {
    const found: string[] = [];
    const result = await walk(host, host.folders()[0]!, {
      accepts: () => true,
      acceptsDirectory: () => true,
      maxFiles: 1_000,
      signal: new AbortController().signal,
      found: (_, path) => void found.push(path),
      ...options,
    });
    return { ...result, found: found.sort() };
  }

  const host = (files: Readonly<Record<string, string>>) =>
    new MemoryHost(Object.fromEntries(Object.entries(files).map(([path, text]) => [`/work/${path}`, text])));

  it('leaves out what .gitignore files and .git/info/exclude do, the nearest word counting', async () => {
    const { found } = await walked(
      host({
        '.git/info/exclude': 'secret\n*.keep\n',
        '.git/HEAD': '',
        '.gitignore': '*.log\r\n/top\ndist/\n!a.keep\n#x\n\\#y\n',
        'a.log': '',
        'a.keep': '',
        'b.keep': '',
        top: '',
        secret: '',
        '#x': '',
        '#y': '',
        'dist/a': '',
        'sub/.gitignore': '!b.log\n*.txt\n',
        'sub/a.log': '',
        'sub/b.log': '',
        'sub/top': '',
        'sub/a.txt': '',
        'sub/dist/a': '',
        'a.txt': '',
        'A.LOG': '',
      }),
    );
    const expected = ['#x', '.gitignore', 'A.LOG', 'a.keep', 'a.txt', 'sub/.gitignore', 'sub/b.log', 'sub/top'];
    assert.deepEqual(found, expected);
  });

  it('takes a repository within another by its own rules', async () => {
    const files = { '.gitignore': '*.log\n', 'in/.git/HEAD': '', 'in/a.log': '', 'in/b/c.log': '', 'd.log': '' };
    assert.deepEqual((await walked(host(files))).found, ['.gitignore', 'in/a.log', 'in/b/c.log']);
  });

  it('looks into what a nearer rule takes back', async () => {
    const files = { '.gitignore': 'gen\n', 'a/.gitignore': '!gen\n', 'a/gen/x': '', 'b/gen/x': '' };
    assert.deepEqual((await walked(host(files))).found, ['.gitignore', 'a/.gitignore', 'a/gen/x']);
  });

  it('asks before it tells or enters', async () => {
    const entered: string[] = [];
    const { found, visited } = await walked(host({ 'a/b/x.ts': '', 'a/y.md': '', 'no/z.ts': '' }), {
      accepts: (path) => path.endsWith('.ts'),
      acceptsDirectory: (path) => entered.push(path) > 0 && path !== 'no',
    });
    assert.deepEqual([found, visited, entered.sort()], [['a/b/x.ts'], 1, ['a', 'a/b', 'no']]);
  });

  it('ends at its bound, and says so', async () => {
    const many = host(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`d${index % 4}/${index}`, ''])));
    const cut = await walked(many, { maxFiles: 7 });
    assert.deepEqual([cut.visited, cut.found.length, cut.complete], [7, 7, false]);
    const whole = await walked(many, { maxFiles: 20 });
    assert.deepEqual([whole.visited, whole.complete], [20, true]);
  });

  it('ends when it is aborted', async () => {
    const abort = new AbortController();
    const { complete, visited } = await walked(host({ a: '', b: '', 'c/d': '' }), {
      signal: abort.signal,
      found: () => abort.abort(),
    });
    assert.deepEqual([complete, visited], [false, 1]);
  });

  it('names directories that cannot be looked through, and goes on', async () => {
    const broken = host({ 'gone/x': '', 'there/y': '' });
    const list = broken.list.bind(broken);
    broken.list = async (uri) =>
      uri.endsWith('/gone')
        ? { value: [], problems: [{ code: 'cannot-read', severity: 'error', message: 'Gone.' }] }
        : list(uri);
    const { found, problems, complete } = await walked(broken);
    assert.deepEqual([found, problems.map(({ path }) => path), complete], [['there/y'], ['gone'], true]);
  });

  it('is not held up by rules that are made to be slow', async () => {
    const slow = `${'*a'.repeat(40)}b\n${'**/'.repeat(40)}b\n${'x'.repeat(5_000)}\n*.log\n`;
    const { found, problems } = await walked(host({ '.gitignore': slow, ['a'.repeat(250)]: '', 'x.log': '' }));
    assert.deepEqual([found.length, problems.length], [2, 1]);
    assert.match(problems[0]!.message, /^3 lines/);
  });
});
