import assert from 'node:assert/strict';
import { MemoryHost } from '../../../src/hosts/memory.js';
import type { AbortSignalLike, Search } from '../../../src/workspace/ports.js';
import { Store } from '../../../src/workspace/store.js';
import { TodoIndexer } from '../../../src/workspace/todoIndexer.js';
import type { TodoSettings } from '../../../src/workspace/todoRules.js';

const settings: TodoSettings = {
  tags: () => ['TODO', 'FIXME'],
  exclude: () => [],
  inText: () => false,
  maxFiles: () => 1_000,
};

async function start(host: MemoryHost, some: Partial<TodoSettings> = {}, search?: Search) {
  const store = new Store();
  const indexer = new TodoIndexer({ ...host.ports, ...(search ? { search } : {}) }, store, { ...settings, ...some });
  await indexer.start();
  await indexer.settled();
  const todos = () =>
    [...store.snapshot.todos.files.values()]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .flatMap(({ path, todos: here, places }) =>
        here.map(({ text }, index) => `${path}:${places[index]!.range.start.line + 1} ${text}`),
      );
  return { store, indexer, todos, scan: () => store.snapshot.todos.scans[0]! };
}

describe('The TODOs of a folder', () => {
  it('are found in comments of all files', async () => {
    const { todos, scan } = await start(
      new MemoryHost({
        '/work/a.ts': '// TODO: one\n',
        '/work/src/b.py': 'x = 1\n# FIXME two\n',
        '/work/c.json': '"TODO"',
      }),
    );
    assert.deepEqual(todos(), ['a.ts:1 one', 'src/b.py:2 two']);
    assert.deepEqual([scan().state, scan().engine], ['complete', 'files']);
  });

  it('are not those in files that are ignored, excluded, or of git', async () => {
    const { todos } = await start(
      new MemoryHost({
        '/work/.gitignore': '/dist\n*.min.js\n',
        '/work/dist/a.ts': '// TODO: no',
        '/work/src/x.min.js': '// TODO: no',
        '/work/src/.gitignore': 'gen*\n!gen.ts\n',
        '/work/src/gen.ts': '// TODO: yes',
        '/work/src/gen2.ts': '// TODO: no',
        '/work/.git/hooks/x.sh': '# TODO: no',
        '/work/.git/info/exclude': 'mine.ts\n',
        '/work/mine.ts': '// TODO: no',
        '/work/node_modules/a/index.js': '// TODO: no',
        '/work/.hidden/b.ts': '// TODO: yes',
      }),
      { exclude: () => ['**/node_modules'] },
    );
    assert.deepEqual(todos(), ['.hidden/b.ts:1 yes', 'src/gen.ts:1 yes']);
  });

  it('are found in prose where that is wanted', async () => {
    const files = { '/work/notes.md': 'TODO: one\n', '/work/n.txt': 'TODO two\n' };
    assert.deepEqual((await start(new MemoryHost(files))).todos(), []);
    assert.deepEqual((await start(new MemoryHost(files), { inText: () => true })).todos(), [
      'n.txt:1 two',
      'notes.md:1 one',
    ]);
  });

  it('follow each change of a file, and read no other', async () => {
    const host = new MemoryHost({ '/work/a.ts': '// TODO: one', '/work/b.ts': '// TODO: two' });
    const { todos, indexer } = await start(host);
    host.reads.length = 0;
    host.write('/work/a.ts', '\n// TODO: uno');
    host.write('/work/c.ts', '// TODO: three');
    host.delete('/work/b.ts');
    await indexer.settled();
    assert.deepEqual(todos(), ['a.ts:2 uno', 'c.ts:1 three']);
    assert.deepEqual(host.reads.filter((uri) => uri.endsWith('.ts')).sort(), [
      'memory:///work/a.ts',
      'memory:///work/b.ts',
      'memory:///work/c.ts',
    ]);
  });

  it('go with a directory that goes away', async () => {
    const host = new MemoryHost({ '/work/src/a.ts': '// TODO: one', '/work/b.ts': '// TODO: two' });
    const { todos, indexer } = await start(host);
    host.change('/work/src/a.ts', undefined);
    host.delete('/work/src');
    await indexer.settled();
    assert.deepEqual(todos(), ['b.ts:1 two']);
  });

  it('come with a directory that was moved here', async () => {
    const host = new MemoryHost({ '/work/b.ts': '' });
    const { todos, indexer } = await start(host);
    host.change('/work/src/deep/a.ts', '// TODO: one');
    host.fire({ uri: 'memory:///work/src', kind: 'created' });
    await indexer.settled();
    assert.deepEqual(todos(), ['src/deep/a.ts:1 one']);
  });

  it('come with all files of a directory that was moved here, however many, and whatever it is called', async () => {
    const host = new MemoryHost({ '/work/b.ts': '' });
    const { todos, indexer } = await start(host, { maxFiles: () => 5_000 });
    for (let at = 0; at < 1_500; at++) host.change(`/work/com.example/${at}.ts`, '// TODO: one');
    host.fire({ uri: 'memory:///work/com.example', kind: 'created' });
    await indexer.settled();
    assert.equal(todos().length, 1_500);
  });

  it('go where a file came and went before its own event was told', async () => {
    const host = new MemoryHost({ '/work/b.ts': '' });
    const { todos, indexer } = await start(host);
    host.change('/work/src/a.ts', '// TODO: one');
    host.change('/work/src/c.ts', '// TODO: three');
    host.fire({ uri: 'memory:///work/src', kind: 'created' });
    await indexer.settled();
    assert.deepEqual(todos(), ['src/a.ts:1 one', 'src/c.ts:1 three']);
    host.change('/work/src/a.ts', undefined);
    host.letTimePass();
    await indexer.settled();
    assert.deepEqual(todos(), ['src/c.ts:1 three']);
  });

  it('cost nothing where a build writes ignored files', async () => {
    const host = new MemoryHost({ '/work/.gitignore': 'dist\n', '/work/a.ts': '' });
    const { indexer } = await start(host);
    host.reads.length = 0;
    for (let at = 0; at < 1_500; at++) host.write(`/work/dist/${at}.js`, '// TODO: built');
    await indexer.settled();
    assert.deepEqual(
      host.reads.filter((uri) => uri.endsWith('.js')),
      [],
    );
    assert.ok(host.reads.length < 10, host.reads.join());
  });

  it('belong to the inner of two folders', async () => {
    for (const folders of [
      ['/work', '/work/pkg'],
      ['/work/pkg', '/work'],
    ]) {
      const { store } = await start(new MemoryHost({ '/work/pkg/a.ts': '// TODO: one' }, folders));
      assert.deepEqual(
        [...store.snapshot.todos.files.values()].map(({ path, folder }) => [path, folder.name]),
        [['a.ts', 'pkg']],
      );
    }
  });

  it('are looked for again when what is ignored changes', async () => {
    const host = new MemoryHost({ '/work/a.ts': '// TODO: one', '/work/b.ts': '// TODO: two' });
    const { todos, indexer } = await start(host);
    host.write('/work/.gitignore', 'a.ts\n');
    await indexer.settled();
    assert.deepEqual(todos(), ['b.ts:1 two']);
  });

  it('of ignored files stay out when these change', async () => {
    const host = new MemoryHost({ '/work/.gitignore': 'dist\n', '/work/a.ts': '' });
    const { todos, indexer } = await start(host);
    host.write('/work/dist/a.js', '// TODO: built');
    await indexer.settled();
    assert.deepEqual(todos(), []);
  });

  it('are not told of where a file without any changes', async () => {
    const host = new MemoryHost({ '/work/a.ts': 'f();', '/work/b.ts': '// TODO: two' });
    const { store, indexer } = await start(host);
    let told = 0;
    store.onDidChange(() => told++);
    host.write('/work/a.ts', 'f(1);');
    host.write('/work/b.ts', '// TODO: two');
    await indexer.settled();
    assert.equal(told, 0);
  });

  it('mean the same while they only shift', async () => {
    const host = new MemoryHost({ '/work/a.ts': '// TODO: one' });
    const { store, indexer, todos } = await start(host);
    const { meaning } = store.snapshot.todos;
    const parts: string[] = [];
    store.onDidChange((event) => parts.push(...event.parts));
    host.write('/work/a.ts', '\n\n// TODO: one');
    await indexer.settled();
    assert.deepEqual([todos(), parts], [['a.ts:3 one'], ['todoPlaces']]);
    assert.equal(store.snapshot.todos.meaning, meaning);
  });

  it('are those of the first files where there are too many', async () => {
    const files = Object.fromEntries([1, 2, 3, 4].map((n) => [`/work/${n}.ts`, `// TODO: ${n}`]));
    const { todos, scan } = await start(new MemoryHost(files), { maxFiles: () => 2 });
    assert.deepEqual(todos(), ['1.ts:1 1', '2.ts:1 2']);
    assert.equal(scan().state, 'partial');
    assert.match(scan().problems[0]!.message, /first 2 files/);
  });

  it('are found by what searches fast, where there is such', async () => {
    const host = new MemoryHost({ '/work/a.ts': '// TODO: one', '/work/b.ts': '// TODO: two', '/work/c.ts': 'TODO' });
    const search: Search = {
      find: async (_folder, query, found) => {
        for (const name of ['a.ts', 'c.ts', 'gone.ts']) if (query.accepts(name)) found(`memory:///work/${name}`);
        return { engine: 'ripgrep', problems: [] };
      },
    };
    const { todos, scan } = await start(host, {}, search);
    assert.deepEqual([todos(), scan().engine, scan().state], [['a.ts:1 one'], 'ripgrep', 'complete']);
  });

  it('are those that were found before a search failed, and that is said', async () => {
    const host = new MemoryHost({ '/work/a.ts': '// TODO: one' });
    const search: Search = {
      find: async (_folder, _query, found) => {
        found('memory:///work/a.ts');
        return {
          engine: 'ripgrep',
          problems: [{ code: 'not-searched', severity: 'warning', message: 'It was killed.' }],
        };
      },
    };
    const { todos, scan } = await start(host, {}, search);
    assert.deepEqual(
      [todos(), scan().state, scan().problems[0]!.message],
      [['a.ts:1 one'], 'partial', 'It was killed.'],
    );
  });

  it('are looked for anew when settings change, and the search under way is given up', async () => {
    const host = new MemoryHost({ '/work/a.ts': '// TODO: one\n\n// NOTE: two' });
    let signal: AbortSignalLike | undefined;
    let searches = 0;
    let begin: () => void;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const search: Search = {
      find: (_folder, _query, _found, given) => {
        signal ??= given;
        begin();
        if (++searches > 1) return Promise.resolve(undefined);
        return new Promise((resolve) => given.addEventListener('abort', () => resolve({ engine: 'x', problems: [] })));
      },
    };
    let tags = ['TODO'];
    const store = new Store();
    const indexer = new TodoIndexer({ ...host.ports, search }, store, { ...settings, tags: () => tags });
    const started = indexer.start();
    await begun;
    tags = ['NOTE'];
    indexer.refresh();
    await started;
    await indexer.settled();
    assert.equal(signal?.aborted, true);
    const [file] = store.snapshot.todos.files.values();
    assert.deepEqual(
      file?.todos.map(({ text }) => text),
      ['two'],
    );
  });

  it('of a language that only an extension knows are marked', async () => {
    const host = new MemoryHost({ '/work/a.zzz': ';; TODO: one' });
    const { approximateSyntax } = await import('../../../src/core/lexical/languages.js');
    const { store } = await start(host, {
      approximate: (path) => (path.endsWith('.zzz') ? approximateSyntax({ line: ';;' }) : undefined),
    });
    assert.deepEqual(
      [...store.snapshot.todos.files.values()].map(({ approximate }) => approximate),
      [true],
    );
  });
});
