import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../support/commandLine.js';
import { GitFolder } from '../../support/gitRepository.js';

const plan =
  '# Harbour\n\n## Now\n\n- [ ] HB-1 Oil the locks\n- [x] HB-2 Paint the cranes\n\n## Later\n\n- [ ] HB-3 Lamps\n';

describe('The command line for agents', () => {
  let folder: GitFolder;
  beforeEach(() => {
    folder = GitFolder.make();
    folder.commit('Oil\n\nTask: HB-1', { 'ROADMAP.md': plan, 'locks.ts': '// TODO(HB-1): grease\n' });
  });
  afterEach(() => folder.dispose());
  const run = (...args: string[]) => runCommand(folder.path, args);
  const text = () => readFileSync(join(folder.path, 'ROADMAP.md'), 'utf8');

  it('finds tasks', async () => {
    const { out } = await run('tasks', '--status', 'todo', '--query', 'LOCKS now');
    assert.match(out, /^1 of 1 tasks\n○ HB-1 Oil the locks · Now · ROADMAP\.md:5 · rev \w+\n$/);
    const json = JSON.parse((await run('tasks', '--group', 'Later', '--json')).out) as { tasks: { id: string }[] };
    assert.deepEqual(
      json.tasks.map(({ id }) => id),
      ['HB-3'],
    );
    assert.equal((await run('tasks', '--status', 'nearly')).code, 2);
    assert.equal((await run('tasks', '--limit', '0')).code, 2);
  });

  it('prints one task with what belongs to it', async () => {
    const { out, code } = await run('task', 'HB-1', '--json');
    const { task, todos, commits, branch } = JSON.parse(out) as {
      task: { title: string };
      todos: object[];
      commits: { subject: string }[];
      branch: string;
    };
    assert.deepEqual(
      [code, task.title, todos.length, commits[0]?.subject, branch],
      [0, 'Oil the locks', 1, 'Oil', 'HB-1-oil-the-locks'],
    );
    assert.match((await run('task', 'HB-1')).out, /locks\.ts:1 TODO grease/);
    assert.deepEqual((await run('task', 'HB-9')).code, 2);
  });

  it('changes a task only where it is as it was read', async () => {
    const read = async () =>
      (JSON.parse((await run('task', 'HB-1', '--json')).out) as { task: { revision: string } }).task.revision;
    const revision = await read();
    assert.equal((await run('set', 'HB-1', 'status=doing', '--if-revision', revision)).code, 0);
    const late = await run('set', 'HB-1', 'status=done', '--if-revision', revision);
    assert.equal(late.code, 2);
    assert.match(late.err, /has changed since it was read: status is now doing/);
    assert.equal((await run('set', 'HB-1', 'HB-3', 'status=done', '--if-revision', await read())).code, 2);
  });

  it('says what is next with who holds it, and with the revision that a change takes', async () => {
    folder.write('ROADMAP.md', plan.replace('[ ] HB-1 Oil the locks', '[/] HB-1 Oil the locks @ada'));
    type Next = { id: string; owners?: string[]; revision: string };
    const { roadmaps } = JSON.parse((await run('next', '--json')).out) as { roadmaps: { ready: Next[] }[] };
    const [held, free] = roadmaps[0]!.ready;
    assert.deepEqual([held!.id, held!.owners, free!.id, free!.owners], ['HB-1', ['ada'], 'HB-3', undefined]);
    assert.equal((await run('set', 'HB-3', 'status=doing', 'owner=bob', '--if-revision', free!.revision)).code, 0);
    assert.equal((await run('set', 'HB-3', 'status=done', '--if-revision', free!.revision)).code, 2);
  });

  it('takes no task that somebody else has in progress, where a revision is given', async () => {
    folder.write('ROADMAP.md', plan.replace('[ ] HB-1 Oil the locks', '[/] HB-1 Oil the locks @ada'));
    const before = text();
    const read = JSON.parse((await run('task', 'HB-1', '--json')).out) as { task: { revision: string } };
    const revision = ['--if-revision', read.task.revision];
    for (const values of [['status=doing', 'owner=bob'], ['owner=bob'], ['status=doing']]) {
      const { code, err } = await run('set', 'HB-1', ...values, ...revision);
      assert.equal(code, 2, values.join());
      assert.match(err, /in progress by @ada/);
    }
    assert.equal(text(), before);
    assert.equal((await run('set', 'HB-1', 'status=doing', 'owner=Ada', ...revision, '--dry-run')).code, 0);
    assert.equal((await run('set', 'HB-1', 'priority=low', ...revision, '--dry-run')).code, 0);
    assert.equal((await run('set', 'HB-1', 'owner=bob', ...revision, '--force', '--dry-run')).code, 0);
    assert.equal((await run('set', 'HB-1', 'owner=bob')).code, 0);
  });

  it('writes the id of a task into a TODO', async () => {
    folder.write('src/cranes.ts', 'x();\n// TODO: rust\n');
    const code = () => readFileSync(join(folder.path, 'src/cranes.ts'), 'utf8');
    const link = ['link', 'HB-3', '--todo', './src/cranes.ts:2', '--text'];
    const dry = await run(...link, 'rust', '--dry-run');
    assert.match(dry.out, /\+\/\/ TODO\(HB-3\): rust/);
    const other = await run(...link, 'paint', '--json');
    assert.equal(other.code, 2);
    assert.equal((JSON.parse(other.out) as { linked: boolean }).linked, false);
    assert.match(other.err, /says "rust"/);
    assert.equal(code(), 'x();\n// TODO: rust\n');
    const made = JSON.parse((await run(...link, 'rust', '--json')).out) as { linked: boolean; changed: boolean };
    assert.deepEqual([made.linked, made.changed, code()], [true, true, 'x();\n// TODO(HB-3): rust\n']);
    for (const args of [
      ['--todo', 'src/cranes.ts'],
      ['--todo', 'src/cranes.ts:2'],
      ['--text', 'rust'],
    ])
      assert.equal((await run('link', 'HB-3', ...args)).code, 2, args.join());
  });

  it('takes the TODO of a line that says what was read, whole', async () => {
    const long = 'sand the whole of it '.repeat(20).trim();
    folder.write('src/two.ts', `/* TODO: scrape */ /* FIXME: paint it red */\n// TODO: ${long}\n`);
    const link = async (line: number, text: string) =>
      run('link', 'HB-3', '--todo', `src/two.ts:${line}`, '--text', text, '--dry-run');
    for (const text of ['paint it red', '  paint it red ', 'FIXME: paint it red', '/* FIXME: paint it red */'])
      assert.match((await link(1, text)).out, /FIXME\(HB-3\): paint it red/, text);
    assert.match((await link(1, 'scrape')).out, /\+\/\* TODO\(HB-3\): scrape \*\/ \/\* FIXME: paint/);
    for (const text of ['paint', 'e', 'FIXME', 'paint it red and blue', 'scrape paint it red'])
      assert.match((await link(1, text)).err, /says "scrape" and "paint it red"/, text);
    assert.match((await link(2, `${long.slice(0, 299)}…`)).out, /TODO\(HB-3\)/);
    assert.equal((await link(2, `${long.slice(0, 30)}…`)).code, 2);
  });

  it('says where there is no history to find a commit in, or not all of it', async () => {
    folder.commit('More\n\nTask: HB-1', { 'b.ts': '' });
    const first = folder.git('rev-parse', 'HEAD~1');
    folder.git('clone', '--quiet', '--depth=1', `file://${folder.path}`, '../shallow');
    const shallow = await runCommand(join(folder.path, '../shallow'), ['link', 'HB-1', '--commit', first]);
    assert.match(shallow.out, /which is shallow: run git fetch --unshallow/);
    folder.temp.write('alone/ROADMAP.md', plan);
    const alone = await runCommand(join(folder.path, '../alone'), ['link', 'HB-1', '--commit', first]);
    assert.match(alone.out, /There is no history here/);
  });

  it('says how a commit comes to name a task', async () => {
    const hash = folder.git('rev-parse', 'HEAD');
    assert.match((await run('link', 'HB-1', '--commit', hash)).out, /belongs to HB-1 already/);
    assert.match((await run('link', 'HB-3', '--commit', hash)).out, /is none of those that name HB-3.*Task: HB-3/);
    assert.match((await run('link', 'HB-3')).out, /Task: HB-3/);
  });

  it('adds a task with the next id, and says which', async () => {
    const { out } = await run('add', 'Ropes', '--into', 'Now', '--numbered', '--json');
    assert.equal((JSON.parse(out) as { task: { id: string } }).task.id, 'HB-4');
    assert.match(text(), /HB-2 Paint the cranes\n- \[ \] HB-4 Ropes\n/);
  });

  it('prints what to tell agents, with commands that there are', async () => {
    const { out } = await run('agents');
    for (const [, command] of out.matchAll(/`roadmap-lens ([a-z-]+)/g)) {
      const { code } = await run(command!, '--help');
      assert.equal(code, 0, command);
    }
    assert.match(out, /"args": \["mcp"\]/);
  });

  it('serves agents by a bundle of its own', async () => {
    let given: readonly string[] = [];
    const mcp = (args: readonly string[]) => {
      given = args;
      return Promise.resolve(0);
    };
    assert.equal((await runCommand(folder.path, ['mcp', 'x', '--read-only'], { mcp })).code, 0);
    assert.deepEqual(given, ['x', '--read-only']);
    assert.equal((await run('mcp')).code, 2);
  });
});
