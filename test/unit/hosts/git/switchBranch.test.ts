import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { branchNameFor } from '../../../../src/core/references/branchTemplate.js';
import { GitFolder } from '../../../support/gitRepository.js';

describe('A branch that is checked out by git', () => {
  let folder: GitFolder;
  beforeEach(() => {
    folder = GitFolder.make();
  });
  afterEach(() => folder.dispose());

  const present = () => folder.git('symbolic-ref', '--short', 'HEAD');
  const text = (name: string) => readFileSync(join(folder.path, name), 'utf8');
  const switchTo = async (name: string, isNew = false, program?: string) =>
    (await folder.repository(program === undefined ? {} : { program })).switchTo(name, isNew);

  it('is made from HEAD, or is one that is there', async () => {
    const hash = folder.commit('First');
    assert.equal(await switchTo('RM-1-sign', true), undefined);
    assert.deepEqual([present(), folder.git('rev-parse', 'HEAD')], ['RM-1-sign', hash]);
    folder.commit('Second', { 'a.txt': 'new' });
    assert.equal(await switchTo('main'), undefined);
    assert.ok(!existsSync(join(folder.path, 'a.txt')));
    assert.equal(await switchTo('RM-1-sign'), undefined);
    assert.equal(text('a.txt'), 'new');
  });

  it('follows no other, whatever the configuration says', async () => {
    folder.commit('First');
    folder.git('config', 'branch.autoSetupMerge', 'always');
    assert.equal(await switchTo('RM-1', true), undefined);
    assert.throws(() => folder.git('config', '--get', 'branch.RM-1.merge'));
  });

  it('is made before the first commit, and where HEAD is detached', async () => {
    assert.equal(await switchTo('RM-1', true), undefined);
    assert.equal(present(), 'RM-1');
    const first = folder.commit('First');
    folder.commit('Second');
    folder.git('checkout', '--quiet', '--detach', first);
    assert.equal(await switchTo('RM-2', true), undefined);
    assert.deepEqual([present(), folder.git('rev-parse', 'HEAD')], ['RM-2', first]);
  });

  it('takes along what is not committed', async () => {
    folder.commit('First', { 'a.txt': 'one', 'b c.txt': 'one' });
    const repository = await folder.repository();
    assert.deepEqual(await repository.uncommitted(), { value: [], problems: [] });
    folder.write('a.txt', 'changed');
    folder.write('b c.txt', 'changed');
    folder.git('add', 'b c.txt');
    folder.write('untracked', 'x');
    assert.deepEqual((await repository.uncommitted()).value, ['a.txt', 'b c.txt']);
    assert.equal(await repository.switchTo('RM-1', true), undefined);
    assert.deepEqual([present(), text('a.txt'), text('untracked')], ['RM-1', 'changed', 'x']);
    assert.equal(folder.git('diff', '--cached', '--name-only'), 'b c.txt');
  });

  it('says what is not committed before the first commit', async () => {
    folder.git('add', '.keep');
    assert.deepEqual((await (await folder.repository()).uncommitted()).value, ['.keep']);
  });

  it('is refused where a change would be lost, and then nothing is done', async () => {
    folder.commit('First', { 'a.txt': 'one' });
    folder.git('branch', 'topic');
    folder.commit('Second', { 'a.txt': 'two' });
    folder.write('a.txt', 'changed');
    assert.equal(
      await switchTo('topic'),
      'git did not switch to topic, as changes that are not committed would be lost (a.txt): commit them first.',
    );
    assert.deepEqual([present(), text('a.txt')], ['main', 'changed']);
    folder.git('checkout', '--quiet', '--force', 'topic');
    folder.commit('Third', { 'new.txt': 'x' });
    folder.git('checkout', '--quiet', 'main');
    folder.write('new.txt', 'mine');
    assert.equal(
      await switchTo('topic'),
      'git did not switch to topic, as it would overwrite new.txt: move or commit that first.',
    );
    assert.deepEqual([present(), text('new.txt')], ['main', 'mine']);
  });

  it('is refused where another working tree has it', async () => {
    folder.commit('First');
    folder.git('worktree', 'add', '--quiet', '../tree', '-b', 'topic');
    const { path } = folder.beside('tree');
    assert.equal(
      await switchTo('topic'),
      `topic is checked out in ${path}, so it cannot be here, too: open that folder.`,
    );
    assert.equal(present(), 'main');
  });

  it('is refused where it is there already, is not there, or has no name', async () => {
    folder.commit('First');
    folder.git('branch', 'topic');
    assert.match((await switchTo('topic', true))!, /^git did not switch to topic \(.*already exists.*\): see/);
    assert.match((await switchTo('topic/below', true))!, /^git did not switch to topic\/below \(.*refs\/heads\/topic/);
    assert.match((await switchTo('absent'))!, /^git did not switch to absent \(invalid reference: absent\): see/);
    folder.git('tag', 'v1');
    assert.match((await switchTo('v1'))!, /^git did not switch to v1/);
    for (const name of [
      '--force',
      '-',
      '--orphan=x',
      '@{-1}',
      'HEAD',
      'a..b',
      'a b',
      '',
      '/',
      'a\nb',
      'x.lock',
      'a\0b',
    ]) {
      for (const isNew of [true, false])
        assert.match(
          (await switchTo(name, isNew))!,
          / is no name that git takes for a branch: choose another\.$/,
          name,
        );
    }
    assert.equal(present(), 'main');
    assert.equal(folder.git('for-each-ref', '--format=%(refname)', 'refs/heads').split('\n').length, 2);
  });

  it('has any name that is made for a task', async () => {
    folder.commit('First');
    const repository = await folder.repository();
    const titles = [
      '--force',
      '$(touch x)',
      '`touch x`; rm',
      '😀',
      'x'.repeat(500),
      'ß ./..//',
      'a.lock',
      '@{-1}',
      'ЖЖ',
      '',
    ];
    const templates = ['{id}-{slug}', '{title}', '../{id}', '--{slug}', 'dir/{title}.lock'];
    for (const [index, title] of titles.entries()) {
      for (const [at, template] of templates.entries()) {
        // Each in a directory of its own: `a` and `a/b` cannot both be branches.
        const name = branchNameFor(`${index}.${at}/${template}`, { id: `RM-${index}`, title });
        assert.equal(folder.git('check-ref-format', '--branch', name), name);
        assert.equal(await repository.switchTo(name, true), undefined, name);
        assert.equal(present(), name);
      }
    }
    assert.ok(!existsSync(join(folder.path, 'x')));
  });

  it('runs no hook, but the filters that files need', async () => {
    folder.commit('First', { '.gitattributes': '*.up filter=up\n', 'a.up': 'one' });
    folder.git('branch', 'topic');
    folder.commit('Second', { 'a.up': 'two' });
    const hook = folder.write('.git/hooks/post-checkout', '#!/bin/sh\ntouch hooked\n');
    chmodSync(hook, 0o755);
    folder.git('config', 'filter.up.smudge', 'tr a-z A-Z');
    folder.git('config', 'filter.up.clean', 'tr A-Z a-z');
    assert.equal(await switchTo('topic'), undefined);
    assert.equal(text('a.up'), 'ONE');
    assert.ok(!existsSync(join(folder.path, 'hooked')));
  });

  it('is checked out by git before 2.23, too', async () => {
    folder.commit('First');
    folder.git('branch', 'topic');
    const program = folder.fakeGit(
      'case " $* " in *" switch "*) echo "git: \'switch\' is not a git command. See \'git --help\'." >&2; exit 1;; esac\nexec git "$@"',
    );
    assert.equal(await switchTo('RM-1', true, program), undefined);
    assert.equal(present(), 'RM-1');
    assert.equal(await switchTo('topic', false, program), undefined);
    assert.equal(present(), 'topic');
    folder.git('tag', 'v1');
    assert.match((await switchTo('absent', false, program))!, /^git did not switch to absent/);
  });

  it('says why git could not be asked', async () => {
    folder.commit('First');
    const repository = await folder.repository();
    folder.git('config', 'filter.a=b.clean', 'cat');
    assert.equal((await repository.uncommitted()).problems.length, 1);
    folder.dispose();
    assert.match((await repository.switchTo('x', true)) ?? 'nothing', /no directory any more|nothing/);
  });
});
