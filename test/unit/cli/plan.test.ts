import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import type { ForecastJson } from '../../../src/core/views/forecastJson.js';
import type { HistoryJson } from '../../../src/core/views/historyJson.js';
import type { NextJson } from '../../../src/core/views/nextJson.js';
import { runCommand } from '../../support/commandLine.js';
import { GitFolder } from '../../support/gitRepository.js';
import { asOrdinaryUser, filesHaveModes } from '../../support/tempFolder.js';

/** What a command prints as JSON. */
type Answer = ForecastJson | HistoryJson | NextJson;

describe('The command line of plans', () => {
  let folder: GitFolder;
  before(() => (folder = GitFolder.make()));
  after(() => folder.dispose());

  async function run(...args: string[]) {
    const reported: string[] = [];
    let ended = 0;
    const progress = {
      report: (what: string, done: number, total: number) => void reported.push(`${what} ${done}/${total}`),
      end: () => void ended++,
    };
    const ran = await runCommand(folder.path, args, { progress });
    return { ...ran, reported, ended, json: () => JSON.parse(ran.out) as Answer };
  }

  /** A plan of so many tasks, of which the first are done. */
  const plan = (done: number, total: number) =>
    `# Harbour\n## Q1 2020: Quays\n${Array.from({ length: total }, (_, index) => `- [${index < done ? 'x' : ' '}] RM-${index + 1}: Task ${index + 1}\n`).join('')}## Later\n- [ ] Museum\n`;

  describe('with a history of ten weeks', () => {
    before(() => {
      const week = 7 * 86_400;
      const now = Math.floor(Date.now() / 1000);
      const files = Array.from({ length: 11 }, (_, index) => {
        const text = Buffer.from(plan(index, 15));
        const when = `${now - (10 - index) * week - 3600} +0000`;
        return [
          `commit refs/heads/main\ncommitter Ada <ada@example.org> ${when}\ndata 9\nVersion ${index % 10}\n`,
          `M 644 inline ROADMAP.md\ndata ${text.length}\n${text.toString()}\n`,
        ].join('');
      });
      folder.gitBytes(['fast-import', '--quiet', '--force'], files.join(''));
      folder.git('reset', '--quiet', '--hard', 'main');
    });

    it('forecast prints when horizons and all will be done, as ranges', async () => {
      const { out, err, code } = await run('forecast');
      assert.match(out, /^Harbour {2}ROADMAP\.md\n/);
      assert.match(out, /^ {2}Quays +5 {2}[-\d]{10} {2}[-\d]{10} {2}[-\d]{10} {2}2020-03-31 {2}late$/m);
      assert.match(out, /^ {2}All +6 /m);
      assert.match(out, /From 10 weeks in which 10 tasks were finished and 0 added; 10000 runs\./);
      assert.deepEqual([err, code], ['', 0]);
      const { json } = await run('forecast', '--json');
      assert.deepEqual([json().schemaVersion, json().problems], [1, []]);
      assert.equal((json() as ForecastJson).roadmaps[0]!.whole.state, 'ready');
    });

    it('history prints versions, weeks and changes, as many as are wanted', async () => {
      const { out, err, code } = await run('history', '--limit', '3');
      assert.match(out, /^ {2}11 versions$/m);
      assert.match(out, /^ {2}\d{4}-\d\d-\d\d {2}■+□+ {2}10\/16$/m);
      assert.deepEqual(out.match(/● .*$/gm), ['● Task 10', '● Task 9', '● Task 8']);
      assert.match(out, /^ {2}and 7 earlier changes \(--limit shows more\)$/m);
      assert.deepEqual([err, code], ['', 0]);
      const { json } = await run('history', '--json', '--limit', '1');
      assert.equal((json() as HistoryJson).roadmaps[0]!.changes.length, 16 + 10);
    });

    it('next prints what is ready, and why', async () => {
      const { out, err, code } = await run('next', '--limit', '1');
      assert.equal(
        out,
        'Harbour  ROADMAP.md\n   1 ○ Task 11  RM-11\n       late since 2020-04-01 (of Quays)\n       and 5 more that are ready\n',
      );
      assert.deepEqual([err, code], ['', 0]);
      const { json } = await run('next', '--json', 'ROADMAP.md');
      assert.equal((json() as NextJson).roadmaps[0]!.ready.length, 6);
    });

    it('status says what is late, and explains its figures', async () => {
      const { out } = await run('status', '--explain');
      assert.match(out, /^ {2}◐ Quays .* 10\/15 +67 % {2}late · Q1 2020$/m);
      assert.match(out, /^ {2}10 of 16 done \(63 %\)$/m);
      assert.match(out, /^ {4}● Task 1 +done, counts as one, as no effort is said$/m);
      assert.match(out, /^ {4}○ Museum +to do, counts as one/m);
    });

    it('say how far they are while they read versions, and clear that at the end', async () => {
      const { reported, ended } = await run('history');
      assert.equal(reported[0], 'reading the history of ROADMAP.md 1/22');
      assert.equal(reported.at(-1), 'reading the history of ROADMAP.md 22/22');
      assert.deepEqual([reported.length, ended], [22, 1]);
    });

    it('do not read the history where nothing needs it', async () => {
      for (const command of ['status', 'next', 'metrics']) {
        const { reported, code } = await run(command);
        assert.deepEqual([reported, code], [[], 0], command);
      }
      const { reported } = await run('forecast');
      assert.ok(reported.length > 0);
    });
  });

  it('counts a relative window from the first commit', async () => {
    const other = GitFolder.make();
    try {
      other.write('ROADMAP.md', '# Plan\n## 30-Day Roadmap\n- [ ] a\n');
      other.git('add', '--all');
      other.gitBytes(['commit', '--quiet', '--message=x', '--date=2020-01-05T12:00:00Z']);
      const committed = await run('next', other.path);
      assert.match(committed.out, /its window is open until \d{4}-\d\d-\d\d|due/);
      assert.ok(committed.reported.length > 0);
    } finally {
      other.dispose();
    }
  });

  describe('says what is missing', () => {
    it('where a roadmap was never committed, or there is no repository: that is no error', async () => {
      folder.write('docs/ROADMAP.md', '# Fresh\n- [ ] a\n');
      const fresh = await run('history', 'docs/ROADMAP.md');
      assert.match(fresh.err, /docs\/ROADMAP\.md was never committed/);
      assert.equal(fresh.code, 0);
      folder.temp.write('alone/ROADMAP.md', '# Alone\n- [ ] a\n');
      const alone = await run('forecast', '../alone');
      assert.match(alone.out, /^ {2}Too little history to say: there are no earlier versions of the roadmap\.$/m);
      assert.match(alone.err, /info: /);
      assert.equal(alone.code, 0);
    });

    for (const command of ['history', 'forecast', 'next', 'metrics', 'report']) {
      it(`${command}: where there is no roadmap, with exit code 2`, async () => {
        folder.temp.write('empty/x.txt', '');
        const { out, err, code } = await run(command, '../empty');
        assert.equal(out, '');
        assert.match(err, /^\.\.\/empty: error: No roadmap was found in this folder: [^\n]+\n$/);
        assert.equal(code, 2);
        const asJson = await run(command, '../empty', '--json');
        assert.equal(asJson.json().problems.length, 1);
        assert.deepEqual([asJson.json().schemaVersion, asJson.err, asJson.code], [1, '', 2]);
      });

      it(`${command}: what could not be read, with exit code 2, and goes on with the rest`, async () => {
        folder.temp.write('partly/ROADMAP.md', '# Plan\n- [ ] a\n## Success Metrics\n- Coverage: 80%+\n');
        folder.temp.write('partly/docs/ROADMAP.md', Uint8Array.of(80, 75, 0, 1));
        folder.temp.write('partly/.roadmap/config.yaml', 'metrics:\n  Coverage: { fil: x }\n');
        const { out, err, code } = await run(command, '../partly');
        if (command !== 'history') assert.match(out, /Plan/);
        assert.match(err, /partly\/docs\/ROADMAP\.md: error: This is no text file/m);
        assert.match(err, /partly\/\.roadmap\/config\.yaml:2: error: /m);
        assert.doesNotMatch(err, /hint/);
        assert.equal(code, 2);
      });
    }

    if (filesHaveModes)
      it('where a directory cannot be looked through', async () => {
        folder.temp.write('closed/ROADMAP.md', '# Plan\n- [ ] a\n');
        chmodSync(folder.temp.write('closed/docs/x', '').replace(/\/x$/, ''), 0);
        const { err, code } = await asOrdinaryUser(() => run('next', '../closed'));
        chmodSync(`${folder.temp.path}/closed/docs`, 0o755);
        assert.match(err, /closed\/docs: error: There is no permission to read this/);
        assert.equal(code, 2);
      });
  });

  describe('refuses wrong options with a sentence', () => {
    for (const limit of ['0', '-1', 'many', '1.5', ''])
      it(`--limit "${limit}"`, async () => {
        const { out, err, code } = await run('next', `--limit=${limit}`);
        assert.equal(err, `roadmap-lens: --limit ${limit}: give a number from 1 on.\n`);
        assert.deepEqual([out, code], ['', 2]);
      });

    it('one that is not known, and too many paths', async () => {
      const option = await run('forecast', '--limit', '3');
      assert.match(option.err, /unknown option '--limit'/);
      assert.deepEqual([option.code, (await run('next', 'a', 'b')).code], [2, 2]);
    });
  });
});
