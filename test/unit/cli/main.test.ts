import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../../src/cli/main.js';
import { styleFor, type Io } from '../../../src/cli/io.js';
import type { StatusJson } from '../../../src/core/views/statusSchema.js';
import { runCommand } from '../../support/commandLine.js';
import { asOrdinaryUser, filesHaveModes, TempFolder } from '../../support/tempFolder.js';

describe('The command line', () => {
  let folder: TempFolder;
  beforeEach(() => (folder = new TempFolder()));
  afterEach(() => folder.dispose());

  /** Runs a command in the folder; what it printed, and its exit code. */
  async function run(...args: string[]) {
    const ran = await runCommand(folder.path, args);
    return { ...ran, json: () => JSON.parse(ran.out) as StatusJson };
  }

  const plan = '# Plan\n## Now\n- [x] a\n- [ ] b\n';

  describe('status', () => {
    it('prints where the roadmaps of a folder stand', async () => {
      folder.write('ROADMAP.md', plan);
      folder.write('docs/ROADMAP.md', '# Other\n- [x] c\n');
      const { out, err, code } = await run('status');
      assert.equal(
        out,
        [
          'Plan  ROADMAP.md',
          '  ◐ Now         ■■■■■■■■■■□□□□□□□□□□  1/2   50 %',
          '  All           ■■■■■■■■■■□□□□□□□□□□  1/2   50 %',
          '',
          'Other  docs/ROADMAP.md',
          '  Tasks         ■■■■■■■■■■■■■■■■■■■■  1/1  100 %',
          '',
        ].join('\n'),
      );
      assert.deepEqual([err, code], ['', 0]);
    });

    it('prints everything as JSON, and nothing else', async () => {
      folder.write('ROADMAP.md', plan);
      folder.write('.roadmap/config.yaml', 'aliases: {old: b}\n');
      const { json, err, code } = await run('status', '--json');
      const { schemaVersion, roadmaps, problems } = json();
      assert.deepEqual([schemaVersion, problems, err, code], [1, [], '', 0]);
      assert.deepEqual(
        roadmaps[0]!.tasks.map(({ id, status, aliases }) => [id, status, aliases]),
        [
          ['a', 'done', []],
          ['b', 'todo', ['old']],
        ],
      );
    });

    it('takes a folder or a file, whatever its name, with the configuration above it', async () => {
      folder.write('.roadmap/config.yaml', 'status: {done: ["[D]"]}\n');
      folder.write('plans/next.md', '- [D] a\n');
      assert.match((await run('status', 'plans/next.md')).out, /^Next {2}plans\/next\.md\n.* 1\/1 {2}100 %\n$/);
      folder.write('sub/ROADMAP.md', plan);
      assert.match((await run('status', join(folder.path, 'sub'))).out, /^Plan {2}sub\/ROADMAP\.md\n/);
    });

    it('reads roadmaps in YAML and JSON, found or named', async () => {
      folder.write('.roadmap/config.yaml', 'status: {done: [live]}\n');
      folder.write('.roadmap/plan.yaml', 'title: Plan\ntasks: [{ title: a, status: live }, b]\n');
      folder.write('next.json', '{ "$schema": "roadmap.schema.json", "title": "Next", "tasks": ["c"] }');
      const named = await run('status', '.roadmap/plan.yaml');
      assert.match(named.out, /^Plan {2}\.roadmap\/plan\.yaml\n.* 1\/2 {3}50 %\n$/);
      assert.deepEqual([named.err, named.code], ['', 0]);
      assert.match((await run('status', 'next.json')).out, /^Next {2}next\.json\n/);
      const { roadmaps } = (await run('status', '--json')).json();
      assert.deepEqual(
        roadmaps.map(({ path, format, tasks }) => [path, format, tasks.map(({ line }) => line)]),
        [
          ['next.json', 'yaml', [1]],
          ['.roadmap/plan.yaml', 'yaml', [2, 2]],
        ],
      );
    });

    it('says how a YAML file becomes a roadmap, and that the configuration is none', async () => {
      folder.write('.roadmap/config.yaml', '');
      folder.write('other.yaml', 'colours: [a]\n');
      const other = await run('status', 'other.yaml');
      assert.match(
        other.err,
        /^other\.yaml: error: Nothing in this file looks like a plan: .* roadmap\.schema\.json\.\n$/,
      );
      const config = await run('status', '.roadmap/config.yaml');
      assert.match(
        config.err,
        /^\.roadmap\/config\.yaml: error: This is the configuration, no roadmap: name another file\.\n$/,
      );
      assert.deepEqual([other.code, config.code], [2, 2]);
    });

    it('counts warnings as no failure, and names them where they are few', async () => {
      folder.write('ROADMAP.md', '- [?] a\n');
      const { err, code } = await run('status');
      assert.match(err, /^ROADMAP\.md:1: warning: \[\?\] is no mark that is known here/);
      assert.equal(code, 0);
      folder.write('ROADMAP.md', '- [?] a\n'.repeat(6));
      assert.equal((await run('status')).err, 'problems: 6 warnings (all of them: --json)\n');
    });

    it('reports what is wrong in the configuration with its place', async () => {
      folder.write('ROADMAP.md', plan);
      folder.write('.roadmap/config.yaml', 'roadmaps: []\nprefix: RM\n');
      const { out, err, code } = await run('status');
      assert.match(err, /^\.roadmap\/config\.yaml:2: error: "prefix" is no known key/);
      assert.match(out, /^Plan/);
      assert.equal(code, 2);
    });

    it('prints no control characters of a file', async () => {
      folder.write('ROADMAP.md', '# Plan\u001b]0;x\u0007\n- [?] a\u001b[2J\n');
      const { out, err } = await run('status');
      assert.doesNotMatch(out + err, /[\u001b\u0007]/);
    });
  });

  describe('says what is wrong, and exits with 2', () => {
    async function fails(path: string, message: RegExp): Promise<void> {
      const { out, err, code } = await run('status', path);
      assert.match(err, message);
      assert.match(err, /^[^\n]*: error: [^\n]+\n$/);
      assert.equal(code, 2);
      assert.doesNotMatch(out, / %/);
      const asJson = await run('status', path, '--json');
      const { problems, roadmaps } = asJson.json();
      assert.equal([...problems, ...roadmaps.flatMap((roadmap) => roadmap.problems)].length, 1);
      assert.deepEqual([asJson.err, asJson.code], ['', 2]);
    }

    it('about a path that does not exist', () =>
      fails('gone.md', /^gone\.md: error: There is no such file or directory/));
    it('about a path through a file', async () => {
      folder.write('a.md', plan);
      await fails('a.md/b.md', /^a\.md\/b\.md: error: A part of this path is no directory/);
    });
    it('about a folder without a roadmap', () => fails('.', /^\.: error: No roadmap was found in this folder/));
    it('about another kind of file', async () => {
      folder.write('plan.txt', plan);
      await fails('plan.txt', /^plan\.txt: error: This kind of file is not read: name a roadmap that ends in \.md/);
    });
    it('about a binary file', async () => {
      folder.write('a.md', Uint8Array.of(80, 75, 0, 1));
      await fails('a.md', /^a\.md: error: This is no text file/);
    });
    it('about a file of 50 MB, without reading it', async () => {
      truncateSync(folder.write('a.md', ''), 50 * 1024 * 1024);
      await fails('a.md', /^a\.md: error: This file has 50 MB/);
    });
    it('about a directory named like a roadmap', async () => {
      mkdirSync(join(folder.path, 'ROADMAP.md'));
      await fails('.', /No roadmap was found/);
    });
    it('about a link that leads out of the folder', async () => {
      folder.write('secret.md', plan);
      folder.write('project/docs/x.txt', '');
      symlinkSync(join(folder.path, 'secret.md'), join(folder.path, 'project', 'ROADMAP.md'));
      await fails('project', /^project\/ROADMAP\.md: error: This file is a link that leads out of the folder/);
    });
    it('about a link that leads to itself', async () => {
      symlinkSync('ROADMAP.md', join(folder.path, 'ROADMAP.md'));
      await fails('.', /^ROADMAP\.md: error: This file is a link that leads back to itself/);
    });
    if (filesHaveModes) {
      it('about a file it has no permission for', async () => {
        chmodSync(folder.write('ROADMAP.md', plan), 0);
        await asOrdinaryUser(() =>
          fails('.', /^ROADMAP\.md: error: There is no permission to read this: change its mode/),
        );
      });

      it('about a directory it has no permission for, and reads the rest', async () => {
        folder.write('ROADMAP.md', plan);
        folder.write('docs/ROADMAP.md', plan);
        chmodSync(join(folder.path, 'docs'), 0);
        const { out, err, code } = await asOrdinaryUser(() => run('status'));
        chmodSync(join(folder.path, 'docs'), 0o755);
        assert.match(err, /^docs: error: There is no permission to read this: change its mode/);
        assert.match(out, /ROADMAP\.md/);
        assert.equal(code, 2);
      });
    } else console.log('Files have no modes here: those without permission are not tried.');

    it('about a file that is empty, or holds no task', async () => {
      for (const [text, message] of [
        ['', /This file is empty/],
        ['# Plan\n', /No task was found/],
      ] as const) {
        folder.write('a.md', text);
        const { err, code } = await run('status', 'a.md');
        assert.match(err, message);
        assert.equal(code, 2);
      }
    });

    it('about invalid UTF-8, and reads the rest', async () => {
      folder.write('a.md', Uint8Array.of(...Buffer.from('- [x] a\n- [ ] Gr'), 0xfc, 10));
      const { out, err, code } = await run('status', 'a.md');
      assert.match(err, /^a\.md:2: error: This file is not valid UTF-8 in one place/);
      assert.match(out, / 1\/2 /);
      assert.equal(code, 2);
    });
  });

  describe('explains itself', () => {
    it('with --help and --version', async () => {
      const help = await run('--help');
      assert.match(help.out, /Usage: roadmap-lens/);
      assert.match(help.out, /Exit codes: 0 all read/);
      assert.deepEqual([help.err, help.code], ['', 0]);
      const version = await run('--version');
      assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
      assert.equal(version.code, 0);
    });

    it('with a suggestion where a command or an option is misspelt', async () => {
      const command = await run('statsu');
      assert.match(command.err, /unknown command 'statsu'\n\(Did you mean status\?\)/);
      const option = await run('status', '--jsn');
      assert.match(option.err, /unknown option '--jsn'\n\(Did you mean --json\?\)/);
      assert.deepEqual([command.code, option.code, command.out, option.out], [2, 2, '', '']);
    });

    it('where nothing or too much is asked', async () => {
      const nothing = await run();
      assert.match(nothing.err, /Usage: roadmap-lens/);
      assert.deepEqual([nothing.code, (await run('status', 'a', 'b')).code], [2, 2]);
    });
  });

  it('reports a defect of its own with exit code 1', async () => {
    let err = '';
    const broken: Io = {
      cwd: folder.path,
      style: styleFor({}, {}),
      out: () => {
        throw new Error('defect');
      },
      err: (text) => void (err += text),
    };
    folder.write('ROADMAP.md', plan);
    assert.equal(await main(['status'], broken), 1);
    assert.match(err, /^roadmap-lens: Error: defect/);
  });
});

describe('Colours', () => {
  const good = (stream: { isTTY?: boolean }, env: Record<string, string> = {}) =>
    styleFor(stream, env).good('x') !== 'x';

  it('are used on a terminal alone', () => {
    assert.deepEqual([good({ isTTY: true }), good({ isTTY: false }), good({})], [true, false, false]);
  });

  it('are not used where NO_COLOR or TERM=dumb says so', () => {
    assert.deepEqual(
      [
        good({ isTTY: true }, { NO_COLOR: '1' }),
        good({ isTTY: true }, { NO_COLOR: '' }),
        good({ isTTY: true }, { TERM: 'dumb' }),
      ],
      [false, true, false],
    );
  });

  it('leave nothing around nothing', () => assert.equal(styleFor({ isTTY: true }, {}).dim(''), ''));

  it('come with the width of the terminal, and a usual one without', () => {
    assert.deepEqual(
      [styleFor({ columns: 72 }, {}).columns, styleFor({ columns: 10 }, {}).columns, styleFor({}, {}).columns],
      [72, 40, 100],
    );
  });
});
