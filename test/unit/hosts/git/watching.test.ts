import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Repository } from '../../../../src/workspace/ports.js';
import { GitFolder } from '../../../support/gitRepository.js';
import { asOrdinaryUser, filesHaveModes } from '../../../support/tempFolder.js';

/** Counts what a repository tells, and waits for it. */
class Told {
  count = 0;
  private wake: (() => void) | undefined;
  private readonly subscription: { dispose(): void };

  constructor(repository: Repository) {
    this.subscription = repository.onDidChange(() => {
      this.count++;
      this.wake?.();
    });
  }

  /** Does something, and waits until it has been told. */
  async by(work: () => void): Promise<void> {
    const told = new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    const { count } = this;
    work();
    await Promise.race([told, wait(3_000, undefined, { ref: false })]);
    assert.ok(this.count > count, 'nothing was told');
    await this.quiet();
  }

  /** Until nothing more comes of what was done. */
  async quiet(): Promise<void> {
    let { count } = this;
    do {
      count = this.count;
      await wait(65);
    } while (this.count !== count);
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

describe('Watching a repository', () => {
  let folder: GitFolder;
  beforeEach(() => {
    folder = GitFolder.make();
    folder.commit('First');
  });
  afterEach(() => folder.dispose());

  const watch = async (of = folder) => {
    const told = new Told(await of.repository());
    await told.quiet();
    return told;
  };

  it('tells of commits, branches, tags, checkouts, rebases and packed refs', async () => {
    const told = await watch();
    const git = (...args: readonly string[]) => told.by(() => void folder.git(...args));
    await told.by(() => void folder.commit('Second'));
    await git('branch', 'plain');
    await git('branch', 'deep/er/branch');
    await git('branch', '-D', 'deep/er/branch');
    await git('branch', 'deep/er/again');
    await git('update-ref', 'refs/heads/deep/er/again', 'HEAD~1');
    await git('checkout', '--quiet', 'deep/er/again');
    await told.by(() => void folder.commit('Third', { 'a.txt': 'a' }));
    await git('rebase', '--quiet', 'main');
    await git('checkout', '--quiet', '--detach');
    await git('pack-refs', '--all');
    await git('branch', '-D', 'plain');
    await git('branch', 'deep/er/new');
    await git('update-ref', 'refs/heads/deep/er/new', 'HEAD~1');
    await git('tag', 'v1');
    await git('tag', '--annotate', '--message', 'Second', 'releases/v2');
    await git('tag', '--delete', 'v1');
    assert.deepEqual(folder.logged, []);
  });

  it('tells once of a burst', async () => {
    const told = await watch();
    const heads = join(folder.path, '.git', 'refs', 'heads');
    const hash = folder.git('rev-parse', 'HEAD');
    await told.by(() => {
      for (let index = 0; index < 200; index++) writeFileSync(join(heads, `b${index}`), `${hash}\n`);
    });
    assert.equal(told.count, 1);
  });

  it('tells in a linked worktree of its own HEAD and of all branches', async () => {
    folder.git('worktree', 'add', '--quiet', '../tree', '-b', 'topic');
    const tree = folder.beside('tree');
    const told = await watch(tree);
    await told.by(() => void tree.commit('In the tree'));
    await told.by(() => void tree.git('checkout', '--quiet', '--detach'));
    await told.by(() => void folder.git('branch', 'another'));
    await told.by(() => void folder.commit('Beside'));
    const main = await watch();
    await main.by(() => void tree.git('checkout', '--quiet', 'another'));
    await main.by(() => void folder.git('worktree', 'add', '--quiet', '--detach', '../third'));
  });

  it('tells in a submodule', async () => {
    const part = folder.beside('part');
    mkdirSync(part.path);
    part.git('init', '--quiet');
    part.commit('Of the part');
    folder.git('submodule', '--quiet', 'add', '../part', 'inner');
    const inner = folder.beside('project/inner');
    const told = await watch(inner);
    await told.by(() => void inner.commit('Inside'));
  });

  it('tells of the very first commit', async () => {
    const fresh = folder.beside('fresh');
    mkdirSync(fresh.path);
    fresh.git('init', '--quiet');
    const told = await watch(fresh);
    await told.by(() => void fresh.commit('First'));
    await told.by(() => void fresh.commit('Second'));
  });

  it('tells of tables that refs are kept in', async () => {
    // As a newer git would write them; this one only has to look.
    const told = await watch();
    const tables = join(folder.path, '.git', 'reftable');
    await told.by(() => mkdirSync(tables));
    await told.by(() => writeFileSync(join(tables, 'tables.list'), 'a\n'));
    await told.by(() => writeFileSync(join(tables, 'tables.list'), 'b\n'));
  });

  it('does not tell of the index, objects, fetches and locks', async () => {
    folder.write('a.txt', 'a');
    const told = await watch();
    folder.git('add', '--all');
    folder.git('status');
    folder.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    for (const name of ['index.lock', 'FETCH_HEAD', 'HEAD.lock', 'COMMIT_EDITMSG', 'refs/heads/main.lock']) {
      writeFileSync(join(folder.path, '.git', name), '');
    }
    await told.quiet();
    assert.equal(told.count, 0);
  });

  it('tells nobody any more when nobody listens', async () => {
    const repository = await folder.repository();
    const one = new Told(repository);
    const other = new Told(repository);
    await one.by(() => void folder.commit('Second'));
    assert.ok(other.count > 0);
    one.dispose();
    const { count } = one;
    await other.by(() => void folder.commit('Third'));
    assert.equal(one.count, count);
    const before = other.count;
    folder.commit('Fourth');
    repository.dispose();
    await wait(150);
    assert.equal(other.count, before);
    new Told(repository).dispose();
  });

  it('goes on where a directory cannot be watched, and that is logged', async function () {
    if (!filesHaveModes) this.skip();
    const locked = join(folder.path, '.git', 'refs', 'heads', 'locked');
    mkdirSync(locked, { mode: 0 });
    const repository = await folder.repository();
    const told = await asOrdinaryUser(async () => new Told(repository));
    assert.match(folder.logged.join('\n'), /locked cannot be watched/);
    await told.by(() => void folder.git('branch', 'open'));
    chmodSync(locked, 0o755);
  });

  it('ends quietly with the repository', async () => {
    const told = await watch();
    rmSync(folder.path, { recursive: true, force: true });
    await told.quiet();
    assert.deepEqual(folder.logged, []);
  });
});
