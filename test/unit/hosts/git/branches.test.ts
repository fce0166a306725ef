import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { GitFolder } from '../../../support/gitRepository.js';

describe('Branches that git has', () => {
  let folder: GitFolder;
  beforeEach(() => {
    folder = GitFolder.make();
  });
  afterEach(() => folder.dispose());

  const state = async (of = folder) => {
    const { value, problems } = await (await of.repository()).state();
    assert.deepEqual(problems, []);
    return value!;
  };

  it('are none before the first commit', async () => {
    assert.deepEqual(await state(), { head: undefined, branch: 'main', branches: [] });
    const hash = folder.commit('First');
    folder.git('checkout', '--quiet', '--orphan', 'new/start');
    assert.deepEqual(await state(), { head: undefined, branch: 'new/start', branches: [{ name: 'main', hash }] });
  });

  it('are told with HEAD, attached or not', async () => {
    const first = folder.commit('First');
    folder.git('branch', 'topic/one');
    const second = folder.commit('Second');
    const branches = [
      { name: 'main', hash: second },
      { name: 'topic/one', hash: first },
    ];
    assert.deepEqual(await state(), { head: second, branch: 'main', branches });
    folder.git('checkout', '--quiet', '--detach', first);
    assert.deepEqual(await state(), { head: first, branch: undefined, branches });
    folder.git('pack-refs', '--all');
    folder.git('checkout', '--quiet', 'main');
    assert.deepEqual(await state(), { head: second, branch: 'main', branches });
  });

  it('may be at another ref than a branch', async () => {
    const hash = folder.commit('First');
    folder.git('update-ref', 'refs/stacks/main', hash);
    folder.git('symbolic-ref', 'HEAD', 'refs/stacks/main');
    assert.deepEqual(await state(), { head: hash, branch: undefined, branches: [{ name: 'main', hash }] });
  });

  it('are told with the working trees they are checked out in', async () => {
    const hash = folder.commit('First');
    folder.git('worktree', 'add', '--quiet', '../a tree\n', '-b', 'topic');
    const tree = folder.beside('a tree\n');
    const branches = (await state()).branches;
    assert.deepEqual(branches, [
      { name: 'main', hash },
      { name: 'topic', hash, worktree: tree.path },
    ]);
    const { problems } = await tree.open();
    assert.match(problems[0]!.message, /line break/);
    folder.git('worktree', 'add', '--quiet', '../tree', '-b', 'other');
    assert.deepEqual(await state(folder.beside('tree')), {
      head: hash,
      branch: 'other',
      branches: [
        { name: 'main', hash, worktree: folder.path },
        { name: 'other', hash },
        { name: 'topic', hash, worktree: tree.path },
      ],
    });
  });

  it('are told by git that does not know working trees', async () => {
    const hash = folder.commit('First');
    const program = folder.fakeGit(
      'case "$*" in *worktreepath*) echo "fatal: unknown field name: worktreepath" >&2; exit 128;; esac\nexec git "$@"',
    );
    const { value } = await (await folder.repository({ program })).state();
    assert.deepEqual(value, { head: hash, branch: 'main', branches: [{ name: 'main', hash }] });
  });

  it('may have hostile names', async () => {
    const hash = folder.commit('First');
    const names = ['$(touch x)', 'größe/😀', `it's"so"`, ';rm', '`id`', '%00', '&&', '-'].map((name) =>
      name.replace(' ', ''),
    );
    for (const name of names) folder.git('update-ref', `refs/heads/${name}`, hash);
    const found = await state();
    assert.deepEqual(found.branches.map(({ name }) => name).sort(), [...names, 'main'].sort());
    const repository = await folder.repository();
    for (const { name } of found.branches) {
      const problems = await repository.commits({ from: [`refs/heads/${name}`], without: [] }, () => {}, {
        aborted: false,
        addEventListener() {},
        removeEventListener() {},
      });
      assert.deepEqual([name, problems], [name, []]);
    }
    assert.ok(!existsSync(join(folder.path, 'x')));
  });

  it('are told where refs are kept in tables', async function () {
    try {
      folder.beside('project').git('init', '--quiet', '--ref-format=reftable', '../tables');
    } catch {
      console.log(`    This git (${folder.git('--version')}) has no reftable.`);
      this.skip();
    }
    const tables = folder.beside('tables');
    assert.deepEqual(await state(tables), { head: undefined, branch: 'main', branches: [] });
    const hash = tables.commit('First');
    assert.deepEqual(await state(tables), { head: hash, branch: 'main', branches: [{ name: 'main', hash }] });
    tables.git('checkout', '--quiet', '--detach');
    assert.deepEqual(await state(tables), { head: hash, branch: undefined, branches: [{ name: 'main', hash }] });
  });

  it('have one that work goes into', async () => {
    const repository = await folder.repository();
    assert.equal(await repository.defaultBranch(), undefined);
    folder.git('checkout', '--quiet', '-b', 'develop');
    const hash = folder.commit('First');
    folder.git('branch', 'main/not');
    assert.equal(await repository.defaultBranch(), 'refs/heads/develop');
    folder.git('branch', 'master');
    assert.equal(await repository.defaultBranch(), 'refs/heads/master');
    folder.git('update-ref', 'refs/remotes/origin/trunk', hash);
    folder.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    assert.equal(await repository.defaultBranch(), 'refs/remotes/origin/trunk');
  });
});
