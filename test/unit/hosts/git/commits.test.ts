import assert from 'node:assert/strict';
import { maxBody } from '../../../../src/hosts/node/git/commitReader.js';
import { allCommits, GitFolder, noSignal } from '../../../support/gitRepository.js';

describe('Commits that git has', () => {
  let folder: GitFolder;
  beforeEach(() => {
    folder = GitFolder.make();
  });
  afterEach(() => folder.dispose());

  it('are read newest first, with all their parts', async () => {
    const first = folder.commit('First');
    const second = folder.commit('Second\n\nSome words.\n\nTask: RL-1');
    const repository = await folder.repository();
    const { commits, problems } = await allCommits(repository);
    assert.deepEqual(problems, []);
    const time = Number(folder.git('log', '-1', '--format=%ct'));
    assert.deepEqual(commits[0], {
      hash: second,
      parents: [first],
      author: 'Ada',
      email: 'ada@example.org',
      time,
      subject: 'Second',
      body: 'Some words.\n\nTask: RL-1\n',
    });
    assert.deepEqual([commits.length, commits[1]!.parents, commits[1]!.body], [2, [], '']);
  });

  it('are read without those that are known', async () => {
    const first = folder.commit('First');
    folder.git('branch', 'other');
    folder.commit('Second');
    const repository = await folder.repository();
    assert.deepEqual((await allCommits(repository, { without: [first] })).subjects, ['Second']);
    assert.deepEqual((await allCommits(repository, { from: ['other', 'main'] })).commits.length, 2);
    assert.deepEqual((await allCommits(repository, { from: [] })).subjects, []);
  });

  it('come some hundred at a time', async () => {
    folder.fill(1_000, (index) => `Commit ${index}\n\nBody of ${index}, größer.\n`);
    const { commits, batches } = await allCommits(await folder.repository());
    assert.equal(commits.length, 1_000);
    assert.deepEqual([commits[0]!.subject, commits[0]!.body], ['Commit 999', 'Body of 999, größer.\n']);
    assert.ok(batches.length >= 3 && batches.every((size) => size <= 500), String(batches));
  });

  it('hold the beginning and the end of a very long message', async () => {
    const message = `Long\n\nBEGIN\n${'wörter 😀 '.repeat(500_000)}\nTask: RL-7\n`;
    folder.fill(3, (index) => (index === 1 ? message : `Short ${index}`));
    const { commits, problems } = await allCommits(await folder.repository());
    assert.deepEqual(problems, []);
    const [, { body }] = commits as [unknown, { body: string }];
    assert.ok(body.startsWith('BEGIN\nwörter 😀') && body.endsWith('Task: RL-7\n'), body.slice(-50));
    assert.ok(body.length > 2 * maxBody - 10 && body.length <= 2 * maxBody + 3, String(body.length));
    assert.ok(!body.includes('\uFFFD'));
    assert.deepEqual(commits[2]!.subject, 'Short 0');
  });

  it('may hold any bytes', async () => {
    const tree = folder.git('write-tree');
    const lines = [
      `tree ${tree}\nauthor \x1fJos`,
      ` \x1e<a\x1fb> 1700000000 +0000\ncommitter C <c> 1700000001 +0000\n\nSub\x1fject `,
      `\n\nbody \x1f\x1e\x01 `,
      `\n`,
    ].map((text) => Buffer.from(text));
    const raw = Buffer.concat([
      lines[0]!,
      Buffer.from([0xe9]),
      lines[1]!,
      Buffer.from([0xff, 0xfe]),
      ...lines.slice(2),
    ]);
    const hash = folder
      .gitBytes(['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], raw)
      .toString()
      .trim();
    const nul = Buffer.concat([raw, Buffer.from('before\0after')]);
    const other = folder
      .gitBytes(['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], nul)
      .toString()
      .trim();
    const repository = await folder.repository();
    const { commits, problems } = await allCommits(repository, { from: [hash] });
    assert.deepEqual(problems, []);
    const [commit] = commits;
    assert.equal(commit!.author, '\x1fJos\uFFFD \x1e');
    assert.equal(commit!.email, 'a\x1fb');
    assert.equal(commit!.subject, 'Sub\x1fject \uFFFD\uFFFD');
    assert.equal(commit!.body, 'body \x1f\x1e\x01 \n');
    assert.deepEqual(
      (await allCommits(repository, { from: [other] })).commits.map((one) => one.hash),
      [other],
    );
  });

  it('in another encoding are read as it says', async () => {
    const latin = Buffer.from('Größe', 'latin1');
    folder.gitBytes(['-c', 'i18n.commitEncoding=ISO-8859-1', 'commit', '--quiet', '--allow-empty', '--file=-'], latin);
    assert.deepEqual((await allCommits(await folder.repository())).subjects, ['Größe']);
  });

  it('are what they are, whatever the configuration wants to be shown', async () => {
    folder.commit('First');
    for (const [name, value] of [
      ['log.showSignature', 'true'],
      ['log.decorate', 'full'],
      ['color.ui', 'always'],
      ['format.pretty', 'oneline'],
      ['core.pager', 'touch pager'],
      ['log.diffMerges', 'on'],
      ['notes.displayRef', '*'],
    ])
      folder.git('config', name!, value!);
    folder.git('notes', 'add', '-m', 'A note');
    assert.deepEqual(
      (await allCommits(await folder.repository())).commits.map(({ body }) => body),
      [''],
    );
  });

  it('are not looked for behind what is no revision', async () => {
    folder.commit('First');
    const repository = await folder.repository();
    for (const revision of [
      '--all',
      '-n1',
      '^HEAD',
      'HEAD..HEAD',
      'HEAD --all',
      'HEAD\n--all',
      '',
      ':/First',
      'a\0b',
    ]) {
      const { commits, problems } = await allCommits(repository, { from: [revision] });
      assert.deepEqual([revision, commits.length, problems.length], [revision, 0, 1]);
      assert.equal(await repository.difference(revision, 'HEAD', noSignal), undefined);
    }
    const { problems } = await allCommits(repository, { from: ['missing'] });
    assert.match(problems[0]!.message, /missing/);
  });

  it('can be read no more by who wants no more', async () => {
    folder.fill(5_000, (index) => `Commit ${index}`);
    const repository = await folder.repository();
    const controller = new AbortController();
    let seen = 0;
    const range = { from: ['HEAD'], without: [] };
    const problems = await repository.commits(
      range,
      (records) => {
        seen += records.length;
        controller.abort();
      },
      controller.signal,
    );
    assert.deepEqual(problems, []);
    assert.ok(seen < 5_000, String(seen));
    await assert.rejects(
      repository.commits(
        range,
        () => {
          throw new Error('no');
        },
        noSignal,
      ),
      /^Error: no$/,
    );
  });

  describe('between two moments', () => {
    const subjects = (found: { added: readonly { subject: string }[]; removed: readonly string[] } | undefined) =>
      found && { added: found.added.map(({ subject }) => subject), removed: found.removed };

    it('are those that were made', async () => {
      const first = folder.commit('First');
      folder.commit('Second');
      const repository = await folder.repository();
      assert.deepEqual(subjects(await repository.difference(first, 'HEAD', noSignal)), {
        added: ['Second'],
        removed: [],
      });
      assert.deepEqual(subjects(await repository.difference('HEAD', 'HEAD', noSignal)), { added: [], removed: [] });
    });

    it('are told where history was rewritten or another branch is checked out', async () => {
      const first = folder.commit('First');
      const second = folder.commit('Second');
      folder.git('commit', '--quiet', '--amend', '--allow-empty', '-m', 'Better');
      const repository = await folder.repository();
      assert.deepEqual(subjects(await repository.difference(second, 'HEAD', noSignal)), {
        added: ['Better'],
        removed: [second],
      });
      const better = folder.git('rev-parse', 'HEAD');
      folder.git('reset', '--quiet', '--hard', first);
      assert.deepEqual(subjects(await repository.difference(better, 'HEAD', noSignal)), {
        added: [],
        removed: [better],
      });
      folder.git('checkout', '--quiet', '-b', 'topic', better);
      folder.git('checkout', '--quiet', 'main');
      folder.commit('Third', { 'a.txt': 'a' });
      folder.git('checkout', '--quiet', 'topic');
      folder.git('rebase', '--quiet', '--force-rebase', 'main');
      const { added, removed } = subjects(await repository.difference(better, 'HEAD', noSignal))!;
      assert.ok(added.includes('Third') && removed.includes(better));
    });

    it('are unknown where the first is gone', async () => {
      folder.commit('First');
      const repository = await folder.repository();
      assert.equal(await repository.difference('0123456789'.repeat(4), 'HEAD', noSignal), undefined);
    });
  });
});
