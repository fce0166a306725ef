import assert from 'node:assert/strict';
import type { CommitsJson, LinksJson, TodosJson } from '../../../src/core/views/linksJson.js';
import { runCommand } from '../../support/commandLine.js';
import { GitFolder } from '../../support/gitRepository.js';
import { TempFolder } from '../../support/tempFolder.js';

/** Runs a command in a folder; see `runCommand`. */
const run = (cwd: string, ...args: string[]) => runCommand(cwd, args);

describe('The command line says what belongs to a task', () => {
  let project: GitFolder;

  before(() => {
    project = GitFolder.make();
    const write = (path: string, text: string) => project.temp.write(`project/${path}`, text);
    write('ROADMAP.md', '# Plan\n\n## Now\n\n- [ ] RM-1 Cover the error paths\n- [x] RM-2 Write the parser\n');
    write('src/a.ts', 'a();\n// TODO(RM-1, ada): the 401 path\n// TODO: cover the other error path\n');
    write('src/b.py', '# FIXME(RM-9): gone\n# @task RM-2\n');
    write('.gitignore', 'dist\n');
    write('dist/a.js', '// TODO(RM-1): built\n');
    project.git('add', '.');
    project.git('commit', '--quiet', '--message', 'Plan it');
    project.git('commit', '--quiet', '--allow-empty', '--message', 'Parse\n\nFixes RM-2');
    project.git('branch', 'feat/rm-1-errors');
  });

  after(() => project.dispose());

  it('as JSON', async () => {
    const { out, code } = await run(project.path, 'links', '--json');
    const { schemaVersion, tasks, unlinked, unknown, problems } = JSON.parse(out) as LinksJson;
    assert.deepEqual([schemaVersion, problems, code], [1, [], 0]);
    assert.deepEqual(
      tasks.map(({ id, title, status, roadmap, todos, branches }) => ({ id, title, status, roadmap, todos, branches })),
      [
        {
          id: 'RM-1',
          title: 'Cover the error paths',
          status: 'todo',
          roadmap: 'ROADMAP.md',
          todos: [{ path: 'src/a.ts', line: 2, tag: 'TODO', text: 'the 401 path', owner: 'ada' }],
          branches: ['feat/rm-1-errors'],
        },
        {
          id: 'RM-2',
          title: 'Write the parser',
          status: 'done',
          roadmap: 'ROADMAP.md',
          todos: [{ path: 'src/b.py', line: 2, tag: '@task', text: '' }],
          branches: [],
        },
      ],
    );
    const [made] = tasks[1]!.commits;
    assert.deepEqual([made?.subject, made?.author, made?.closes], ['Parse', 'Ada', true]);
    assert.match(made!.hash, /^[0-9a-f]{40}$/);
    assert.match(made!.date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.deepEqual(
      [unlinked.todos.map(({ line }) => line), unlinked.commits.map(({ subject }) => subject)],
      [[3], ['Plan it']],
    );
    assert.deepEqual(
      unknown.map(({ id, todo }) => [id, todo?.path, todo?.line]),
      [['RM-9', 'src/b.py', 1]],
    );
  });

  it('as text, of one task alone where it is named', async () => {
    const { out, code } = await run(project.path, 'links', '--task', 'cover the error paths');
    assert.equal(code, 0);
    assert.match(
      out,
      /^○ Cover the error paths {2}RM-1\n {4}src\/a\.ts:2 {2}TODO the 401 path\n {4}⎇ feat\/rm-1-errors\n$/,
    );
  });

  it('and what belongs to none, with what it may belong to', async () => {
    const todos = await run(project.path, 'todos', '--unlinked', '--json');
    const [todo] = (
      JSON.parse(todos.out) as TodosJson & { todos: { suggestions: { id: string; because: string[] }[] }[] }
    ).todos;
    assert.equal(todo?.line, 3);
    assert.equal(todo?.suggestions[0]?.id, 'RM-1');
    assert.deepEqual([...todo.suggestions[0].because].sort(), ['cover', 'error', 'path']);
    const text = await run(project.path, 'commits', '--unlinked');
    assert.match(text.out, /Plan it/);
  });

  it('of TODOs and of commits', async () => {
    const todos = await run(project.path, 'todos');
    assert.match(todos.out, /src\/a\.ts:2 {2}TODO the 401 path {2}○ RM-1\n/);
    const { out } = await run(project.path, 'commits', '--json');
    const { commits } = JSON.parse(out) as CommitsJson;
    assert.deepEqual(
      commits.map(({ subject, tasks }) => [subject, tasks.map(({ id, closes }) => [id, closes])]),
      [['Parse', [['RM-2', true]]]],
    );
  });

  it('with paths as they can be opened from here', async () => {
    const { out } = await run(project.temp.path, 'todos', 'project', '--task', 'RM-1');
    assert.match(out, /^project\/src\/a\.ts:2/);
  });

  it('and refuses a task that is not there, and a path that is no folder', async () => {
    const unknown = await run(project.path, 'links', '--task', 'RM-77');
    assert.deepEqual([unknown.code, unknown.out], [2, '']);
    assert.match(unknown.err, /RM-77/);
    const file = await run(project.path, 'links', 'ROADMAP.md');
    assert.equal(file.code, 2);
    assert.match(file.err, /folder/);
    assert.equal((await run(project.path, 'todos', 'nowhere')).code, 2);
  });

  it('and says where there is no history, and no plan', async () => {
    const folder = new TempFolder();
    try {
      folder.write('a.ts', '// TODO: x\n');
      const { out, code } = await run(folder.path, 'links', '--json');
      const { problems, unlinked } = JSON.parse(out) as LinksJson;
      assert.equal(code, 2);
      assert.match(problems.map(({ message }) => message).join(), /No roadmap was found.*repository/s);
      assert.equal(unlinked.todos.length, 1);
    } finally {
      folder.dispose();
    }
  });
});
