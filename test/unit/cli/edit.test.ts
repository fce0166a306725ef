import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../support/commandLine.js';
import { filesHaveModes, TempFolder } from '../../support/tempFolder.js';

describe('Editing on the command line', () => {
  let folder: TempFolder;
  beforeEach(() => (folder = new TempFolder()));
  afterEach(() => folder.dispose());

  const run = (...args: string[]) => runCommand(folder.path, args);
  const place = (name: string) => join(folder.path, name);
  const text = (name = 'ROADMAP.md') => readFileSync(place(name), 'utf8');
  const plan =
    '# Plan\n\n## Now\n\n- [ ] HB-1 Locks\n- [ ] HB-2 Cranes\n- [x] HB-3 Moles\n\n## Later\n\n- [ ] HB-4 Lamps\n';

  it('sets values of several tasks, and says which lines', async () => {
    folder.write('ROADMAP.md', plan);
    const { code, out, err } = await run('set', 'hb-1', 'Cranes', 'status=done');
    assert.deepEqual([code, out, err], [0, 'ROADMAP.md: lines 5, 6\n', '']);
    assert.equal(text(), plan.replace('[ ] HB-1', '[x] HB-1').replace('[ ] HB-2', '[x] HB-2'));
  });

  it('records the ids that a new title or id takes away, so that what names them still counts', async () => {
    folder.write('ROADMAP.md', plan.replace('HB-1 Locks', 'Oil the locks'));
    const retitled = await run('set', 'oil-the-locks', 'title=Oil all locks');
    assert.equal(retitled.out, 'ROADMAP.md: line 5\n.roadmap/config.yaml: line 1\n');
    assert.equal(text('.roadmap/config.yaml'), 'aliases:\n  oil-the-locks: oil-all-locks\n');
    const numbered = await run('set', 'oil-the-locks', 'id=HB-1', '--dry-run');
    assert.match(
      numbered.out,
      /\+- \[ \] HB-1 Oil all locks[^]*\+\+\+ b\/\.roadmap\/config\.yaml[^]*\+ {2}oil-all-locks: HB-1/,
    );
    const { out } = await run('set', 'oil-the-locks', 'id=HB-1', '--json');
    const config = { path: '.roadmap/config.yaml', edits: [{ newText: '\n  oil-all-locks: HB-1' }] };
    const printed = JSON.parse(out) as { config: typeof config };
    assert.deepEqual({ ...printed.config, edits: printed.config.edits.map(({ newText }) => ({ newText })) }, config);
    assert.equal(text('.roadmap/config.yaml'), 'aliases:\n  oil-the-locks: oil-all-locks\n  oil-all-locks: HB-1\n');
    // By the chain of both.
    await run('set', 'oil-the-locks', 'status=done');
    assert.equal(text(), plan.replace('[ ] HB-1 Locks', '[x] HB-1 Oil all locks'));
  });

  it('records nothing where an id stays, or only its case changes', async () => {
    folder.write('ROADMAP.md', plan);
    await run('set', 'HB-1', 'title=Oil the locks');
    await run('set', 'HB-1', 'id=hb-1');
    assert.deepEqual(readdirSync(folder.path), ['ROADMAP.md']);
  });

  it('changes no id where the old one cannot be recorded', async () => {
    folder.write('ROADMAP.md', plan);
    folder.write('.roadmap/config.yaml', 'aliases: [a\n');
    const { code, err } = await run('set', 'HB-1', 'id=HB-9');
    assert.equal(code, 2);
    assert.match(err, /config\.yaml is no valid YAML/);
    assert.equal(text(), plan);
  });

  it('never records one outside the folder', async () => {
    folder.write('ROADMAP.md', plan);
    const outside = new TempFolder();
    try {
      symlinkSync(outside.path, place('.roadmap'), 'junction');
      const { err } = await run('set', 'HB-1', 'id=HB-9');
      assert.match(err, /leads out of its folder/);
      assert.deepEqual([text(), readdirSync(outside.path)], [plan, []]);
    } finally {
      outside.dispose();
    }
  });

  it('prints a diff and writes nothing where it is asked to', async () => {
    folder.write('ROADMAP.md', plan);
    const { out } = await run('move', 'HB-4', '--after', 'HB-1', '--dry-run');
    assert.equal(
      out,
      [
        '--- a/ROADMAP.md',
        '+++ b/ROADMAP.md',
        '@@ -3,9 +3,9 @@',
        ' ## Now',
        ' ',
        ' - [ ] HB-1 Locks',
        '+- [ ] HB-4 Lamps',
        ' - [ ] HB-2 Cranes',
        ' - [x] HB-3 Moles',
        ' ',
        ' ## Later',
        ' ',
        '-- [ ] HB-4 Lamps',
        '',
      ].join('\n'),
    );
    assert.equal(text(), plan);
  });

  it('prints a diff that git takes', async () => {
    folder.write('ROADMAP.md', plan.replaceAll('\n', '\r\n').trimEnd());
    const { out } = await run('set', 'HB-4', 'HB-1', 'status=done', '--dry-run');
    folder.write('change.diff', out);
    const git = spawnSync('git', ['apply', '--whitespace=nowarn', '--', 'change.diff'], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    if (git.error && 'code' in git.error && git.error.code === 'ENOENT') {
      console.log('git was not found, so the diff is not handed to it.');
      return;
    }
    assert.equal(git.stderr, '');
    const applied = text();
    folder.write('ROADMAP.md', plan.replaceAll('\n', '\r\n').trimEnd());
    await run('set', 'HB-4', 'HB-1', 'status=done');
    assert.equal(applied, text());
  });

  it('adds and removes', async () => {
    folder.write('ROADMAP.md', plan);
    await run('add', 'Dredge', '--into', 'later');
    await run('remove', 'HB-3');
    assert.equal(text(), `${plan.replace('- [x] HB-3 Moles\n', '')}- [ ] Dredge\n`);
  });

  it('keeps byte order mark, UTF-16, line ends, mode and links', async () => {
    const crlf = plan.replaceAll('\n', '\r\n');
    folder.write('plans/real.md', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(crlf, 'utf16le')]));
    symlinkSync('plans/real.md', place('ROADMAP.md'));
    if (filesHaveModes) chmodSync(place('plans/real.md'), 0o640);
    assert.equal((await run('set', 'HB-1', 'status=done')).code, 0);
    assert.equal(
      readFileSync(place('plans/real.md')).toString('utf16le'),
      `\ufeff${crlf.replace('[ ] HB-1', '[x] HB-1')}`,
    );
    assert.ok(lstatSync(place('ROADMAP.md')).isSymbolicLink());
    if (filesHaveModes) assert.equal(statSync(place('plans/real.md')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(place('plans')), ['real.md']);
  });

  it('refuses what it cannot do, says why, and changes nothing', async () => {
    folder.write('ROADMAP.md', plan);
    const refused = async (message: RegExp, ...args: string[]) => {
      const { code, err } = await run(...args);
      assert.equal(code, 2);
      assert.match(err, message);
      assert.equal(text(), plan);
    };
    await refused(/No task is called "HB-9"/, 'set', 'HB-9', 'status=done');
    await refused(/may be one of these[^]*5: HB-1 {2}Locks[^]*6: HB-2 {2}Cranes/, 'set', 'HB', 'status=done');
    await refused(/"colour" is nothing that can be set: use status,/, 'set', 'HB-1', 'colour=red');
    await refused(/"nearly" is no status/, 'set', 'HB-1', 'status=nearly');
    await refused(/Say where/, 'move', 'HB-1');
    await refused(/Only one task at a time/, 'set', 'HB-1', 'HB-2', 'title=Both');
    folder.write('docs/ROADMAP.md', '# Other\n- [ ] a\n');
    await refused(
      /several roadmaps here, so name one by --roadmap: ROADMAP.md, docs\/ROADMAP.md/,
      'set',
      'HB-1',
      'status=done',
    );
    if (filesHaveModes) {
      chmodSync(place('ROADMAP.md'), 0o444);
      await refused(/read-only/, 'set', 'HB-1', 'status=done', '--roadmap', 'ROADMAP.md');
    }
  });

  it('edits YAML and JSON as well', async () => {
    folder.write('.roadmap/plan.yaml', 'title: Plan\ntasks:\n  - Locks # of the canal\n');
    assert.equal((await run('set', 'locks', 'status=done')).code, 0);
    assert.equal(
      readFileSync(join(folder.path, '.roadmap/plan.yaml'), 'utf8'),
      'title: Plan\ntasks:\n  - title: Locks\n    status: done # of the canal\n',
    );
  });

  it('says so where there is nothing to change', async () => {
    folder.write('ROADMAP.md', plan);
    const { code, out } = await run('set', 'HB-3', 'status=done');
    assert.deepEqual([code, out], [0, '"Moles" says so already.\n']);
  });

  it('sets due dates, and takes values away', async () => {
    folder.write('ROADMAP.md', '# Plan\n\n- [ ] HB-1 Locks\n- [ ] HB-2 Cranes (due: 2027-01-01)\n');
    assert.equal((await run('set', 'HB-1', 'due=2027-03-31')).code, 0);
    assert.equal((await run('set', 'HB-2', 'due=')).code, 0);
    assert.equal(text(), '# Plan\n\n- [ ] HB-1 Locks (due: 2027-03-31)\n- [ ] HB-2 Cranes\n');
    assert.match((await run('set', 'HB-2', 'due=soonish')).err, /no date/);
    assert.match((await run('set', 'HB-2', 'title=')).err, /Say what to set title to/);
  });

  it('assigns ids, archives, and marks as reviewed', async () => {
    folder.write('ROADMAP.md', '# Plan\n\n## Now\n\n- [ ] Locks\n- [x] Cranes\n');
    assert.equal((await run('assign-ids', '--prefix', 'HB')).code, 0);
    assert.equal((await run('archive')).code, 0);
    assert.equal((await run('review', '--date', '2026-11-26')).code, 0);
    assert.equal(
      text(),
      '# Plan\n\n**Last Updated:** 2026-11-26\n\n## Now\n\n- [ ] HB-1 Locks\n\n## Done\n\n- [x] HB-2 Cranes\n',
    );
    assert.match((await run('review', '--date', 'today')).err, /"today" is no value/);
    assert.equal((await run('archive')).out, 'There is no done task to archive.\n');
  });

  it('repairs one place, one line, or all', async () => {
    const garbled =
      '# Plan\n\n- [ ] Locks \u00e2\u20ac\u201c east \u00e2\u20ac\u201c west\n- [ ] Caf\u00c3\u00a9 cr\u00c3\u00a8me\n';
    folder.write('ROADMAP.md', garbled);
    assert.match((await run('repair', '--at', '3:1')).err, /No garbled character stands at 3:1/);
    assert.match((await run('repair', '--at', 'x')).err, /is no place/);
    assert.equal((await run('repair', '--at', '3:22')).code, 0);
    assert.equal(text(), garbled.replace('east \u00e2\u20ac\u201c', 'east \u2013'));
    folder.write('ROADMAP.md', garbled);
    assert.equal((await run('repair', '--at', '3')).code, 0);
    assert.equal(text(), garbled.replaceAll('\u00e2\u20ac\u201c', '\u2013'));
    assert.equal((await run('repair')).code, 0);
    assert.equal(text(), '# Plan\n\n- [ ] Locks \u2013 east \u2013 west\n- [ ] Caf\u00e9 cr\u00e8me\n');
    assert.equal((await run('repair')).out, 'No garbled character was found.\n');
  });

  it('says what it did, or why it did not, as JSON', async () => {
    folder.write('ROADMAP.md', plan);
    const json = async (...args: string[]) => {
      const { code, out } = await run(...args, '--json');
      return [code, JSON.parse(out)] as const;
    };
    assert.deepEqual(await json('set', 'HB-1', 'status=done', '--dry-run'), [
      0,
      {
        schemaVersion: 1,
        path: 'ROADMAP.md',
        dryRun: true,
        done: false,
        edits: [{ start: { line: 4, character: 3 }, end: { line: 4, character: 4 }, newText: 'x' }],
        left: [],
        message: null,
      },
    ]);
    const [code, { done, message }] = await json('set', 'HB-9', 'status=done');
    assert.deepEqual([code, done, message], [2, false, 'No task is called "HB-9": did you mean HB-1?']);
    assert.equal((await json('set', 'HB-3', 'status=done'))[1].done, true);
  });

  describe('with an archive in the configuration', () => {
    const done =
      '# Plan\n\n- [ ] HB-1 Locks\n- [x] HB-2 Cranes\n  - [x] Hooks\n- [ ] HB-4 Rails\n\n## Done\n\n- [x] HB-3 Moles\n';
    const rest = '# Plan\n\n- [ ] HB-1 Locks\n- [ ] HB-4 Rails\n\n## Done\n\n';
    const moved = '- [x] HB-2 Cranes\n  - [x] Hooks\n- [x] HB-3 Moles\n';

    beforeEach(() => {
      folder.write('ROADMAP.md', done);
      folder.write('.roadmap/config.yaml', 'archive: docs/old/DONE.md\n');
    });

    it('makes the file, and the folders it lies in', async () => {
      assert.deepEqual(await run('archive'), { code: 0, out: 'ROADMAP.md: lines 4, 10\ndocs/old/DONE.md\n', err: '' });
      assert.deepEqual([text(), text('docs/old/DONE.md')], [rest, `# Done\n\n${moved}`]);
      assert.match((await run('archive')).out, /There is no done task to archive/);
    });

    it('puts them behind what stands there, as its lines end', async () => {
      for (const [before, after] of [
        ['# Old\r\n\r\n- [x] Piers', `# Old\r\n\r\n- [x] Piers\r\n${moved.replaceAll('\n', '\r\n')}`],
        ['# Old\n\nOf last year.\n', `# Old\n\nOf last year.\n\n${moved}`],
      ] as const) {
        folder.write('ROADMAP.md', done);
        folder.write('docs/old/DONE.md', before);
        assert.equal((await run('archive')).code, 0);
        assert.deepEqual([text(), text('docs/old/DONE.md')], [rest, after]);
      }
    });

    it('shows both files in a dry run and as JSON, and writes none', async () => {
      const { out } = await run('archive', '--dry-run');
      assert.match(
        out,
        /--- a\/ROADMAP\.md[^]*--- \/dev\/null\n\+\+\+ b\/docs\/old\/DONE\.md\n@@ -0,0 \+1,5 @@\n\+# Done\n/,
      );
      const json = JSON.parse((await run('archive', '--dry-run', '--json')).out);
      assert.equal(json.archive.path, 'docs/old/DONE.md');
      assert.equal(json.archive.edits[0].newText, `# Done\n\n${moved}`);
      assert.equal(text(), done);
      assert.throws(() => text('docs/old/DONE.md'), /ENOENT/);
    });

    it('refuses a file that is no other Markdown file, or lies elsewhere', async () => {
      for (const [path, message] of [
        ['ROADMAP.md', /cannot be the archive/],
        ['done.yaml', /cannot be the archive/],
      ] as const) {
        folder.write('.roadmap/config.yaml', `archive: ${path}\n`);
        const { code, err } = await run('archive');
        assert.equal(code, 2);
        assert.match(err, message);
      }
      folder.write('.roadmap/config.yaml', 'archive: out/DONE.md\n');
      const elsewhere = new TempFolder();
      try {
        symlinkSync(elsewhere.path, place('out'));
        assert.match((await run('archive')).err, /leads out of its folder/);
      } finally {
        elsewhere.dispose();
      }
      assert.equal(text(), done);
    });
  });
});
