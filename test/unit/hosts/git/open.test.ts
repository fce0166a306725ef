import assert from 'node:assert/strict';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { GitHistory } from '../../../../src/hosts/node/git/gitHistory.js';
import { paths } from '../../../../src/hosts/node/paths.js';
import { allCommits, GitFolder } from '../../../support/gitRepository.js';

describe('The repository of a folder', () => {
  let folder: GitFolder;
  beforeEach(() => {
    folder = GitFolder.make();
  });
  afterEach(() => folder.dispose());

  const rootOf = async (other: GitFolder) => paths.pathOf((await other.repository()).root);
  const why = async (other: GitFolder, options = {}) => {
    const { value, problems } = await other.open(options);
    assert.deepEqual([value, problems.length], [undefined, 1]);
    return problems[0]!.message;
  };

  it('is the folder, or lies above it', async () => {
    folder.write('docs/deep/a.md', '');
    assert.equal(await rootOf(folder), folder.path);
    assert.equal(await rootOf(folder.beside('project/docs/deep')), folder.path);
    assert.deepEqual((await folder.repository()).notes, []);
  });

  it('is found through links', async () => {
    folder.write('docs/a.md', '');
    symlinkSync(folder.path, join(folder.temp.path, 'link'));
    symlinkSync(join(folder.path, 'docs'), join(folder.temp.path, 'docs'));
    assert.equal(await rootOf(folder.beside('link/docs')), join(folder.temp.path, 'link'));
    assert.equal(await rootOf(folder.beside('docs')), folder.path);
  });

  it('is found in spite of variables that lead elsewhere', async () => {
    folder.commit('First');
    const names = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_CEILING'];
    for (const name of names) process.env[name] = '/nowhere';
    try {
      assert.equal(await rootOf(folder), folder.path);
    } finally {
      for (const name of names) delete process.env[name];
    }
  });

  it('may be a linked worktree', async () => {
    folder.commit('First');
    folder.git('worktree', 'add', '--quiet', '../tree', '-b', 'topic');
    const tree = folder.beside('tree');
    const repository = await tree.repository();
    assert.equal(paths.pathOf(repository.root), tree.path);
    assert.match(repository.notes[0]!.message, /linked worktree.*project/);
    assert.equal(repository.notes[0]!.severity, 'info');
    assert.deepEqual((await allCommits(repository)).subjects, ['First']);
  });

  it('may be a submodule', async () => {
    const part = folder.beside('part');
    mkdirSync(part.path);
    part.git('init', '--quiet');
    part.commit('Of the part');
    folder.git('submodule', '--quiet', 'add', '../part', 'inner');
    const repository = await folder.beside('project/inner').repository();
    assert.match(repository.notes[0]!.message, /submodule/);
    assert.deepEqual((await allCommits(repository)).subjects, ['Of the part']);
  });

  it('may be shallow', async () => {
    folder.commit('First');
    folder.commit('Second');
    folder.git('clone', '--quiet', '--depth=1', `file://${folder.path}`, '../clone');
    const repository = await folder.beside('clone').repository();
    assert.match(repository.notes[0]!.message, /shallow.*--unshallow/);
    assert.deepEqual((await allCommits(repository)).subjects, ['Second']);
  });

  it('is not read where it is bare', async () => {
    folder.git('init', '--quiet', '--bare', '../bare');
    assert.match(await why(folder.beside('bare')), /is bare.*clone/);
    assert.match(await why(folder.beside('project/.git')), /is bare|git failed/);
  });

  it('is missing in words', async () => {
    const plain = folder.beside('plain');
    mkdirSync(plain.path);
    assert.match(await why(plain), /lies in no git repository.*git init/);
    assert.match(await why(folder.beside('gone')), /no directory any more/);
    plain.temp.write('plain/.git', 'gitdir: /nowhere/at/all\n');
    assert.match(await why(plain), /leads to no repository/);
    const remote = await new GitHistory({ log: folder.log }).open({ uri: 'vscode-vfs://github/a/b', name: 'b' });
    assert.match(remote.problems[0]!.message, /not on this machine/);
  });

  it('is not read where it belongs to somebody else', async function () {
    if (process.getuid?.() !== 0) this.skip();
    chownSync(folder.path, 65_534, 65_534);
    chownSync(join(folder.path, '.git'), 65_534, 65_534);
    assert.match(await why(folder), /belongs to another user.*safe\.directory ".*project"/);
  });

  it('is not read without git, and that is said', async () => {
    assert.match(await why(folder, { program: '/nonexistent' }), /git was not found.*install/);
    assert.match(await why(folder, { program: 'no-such-git' }), /git was not found/);
  });

  it('is not read by a program that hangs, fails or talks nonsense', async () => {
    // What the script starts holds its output open for longer than it lives itself, and than this test may take.
    assert.match(await why(folder, { program: folder.fakeGit('sleep 90'), timeout: 200 }), /git hung in .*project/);
    assert.match(await why(folder, { program: folder.fakeGit('echo "fatal: bad luck" >&2; exit 3') }), /\(bad luck\)/);
    assert.match(await why(folder, { program: folder.fakeGit('exit 3') }), /without a word/);
    assert.match(await why(folder, { program: folder.fakeGit('kill -9 $$') }), /git failed/);
    assert.match(await why(folder, { program: folder.fakeGit('echo hello') }), /cannot be understood/);
    assert.match(await why(folder, { program: folder.fakeGit('head -c 100000 /dev/zero') }), /cannot be understood/);
    const old = 'printf "false\\n--is-shallow-repository\\n/a\\n/a\\n\\n/a\\n"';
    assert.match(await why(folder, { program: folder.fakeGit(old) }), /too old/);
  });

  it('is said to be cut off where git fails midway', async () => {
    const hash = folder.commit('First');
    folder.commit('Second');
    const real = (end: string) =>
      folder.fakeGit(`case "$*" in *rev-parse*) exec git "$@";; *" log "*) git "$@"; ${end};; esac`);
    const { commits, problems } = await allCommits(
      await folder.repository({ program: real('echo fatal: lost >&2; exit 128') }),
    );
    assert.equal(commits.length, 2);
    assert.match(problems[0]!.message, /\(lost\)/);
    const garbage = await allCommits(await folder.repository({ program: real('echo garbage') }));
    assert.match(garbage.problems[0]!.message, /cannot be understood/);
    const cut = await allCommits(await folder.repository({ program: real(`printf '>\\0${hash}\\0'`) }));
    assert.match(cut.problems[0]!.message, /cannot be understood/);
    const hanging = await folder.repository({ program: real('exec sleep 5'), timeout: 300 });
    assert.match((await allCommits(hanging)).problems[0]!.message, /git hung/);
  });

  it('leaves no process behind', async () => {
    folder.commit('First');
    const pid = join(folder.temp.path, 'pid');
    const program = folder.fakeGit(
      `case "$*" in *rev-parse*) exec git "$@";; *) echo $$ > '${pid}.new'; mv '${pid}.new' '${pid}'; exec sleep 60;; esac`,
    );
    const alive = () => {
      try {
        process.kill(Number(readFileSync(pid, 'utf8')), 0);
        return true;
      } catch {
        return false;
      }
    };
    const started = async () => {
      while (!existsSync(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const repository = await folder.repository({ program });
    const controller = new AbortController();
    const reading = repository.commits({ from: ['HEAD'], without: [] }, () => {}, controller.signal);
    await started();
    assert.ok(alive());
    controller.abort();
    assert.deepEqual(await reading, []);
    assert.ok(!alive());
    rmSync(pid);
    const state = repository.state();
    await started();
    repository.dispose();
    assert.deepEqual(await state, { value: undefined, problems: [] });
    assert.ok(!alive());
    assert.deepEqual(await repository.state(), { value: undefined, problems: [] });
  });
});
