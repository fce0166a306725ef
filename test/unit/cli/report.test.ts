import assert from 'node:assert/strict';
import { styleFor } from '../../../src/cli/io.js';
import { runCommand } from '../../support/commandLine.js';
import { GitFolder } from '../../support/gitRepository.js';
import { TempFolder } from '../../support/tempFolder.js';

describe('The command line of reports', () => {
  let folder: GitFolder;
  before(() => {
    folder = GitFolder.make();
    folder.commit('Plan', {
      'ROADMAP.md': '# Plan | all\n## Now\n- [ ] One\n- [ ] =1+1\n## Success Metrics\n- Coverage: 80%+\n',
    });
    folder.commit('Do One\n\nTask: one', {
      'src/a.ts': '// TODO(one): Write it\n',
      'ROADMAP.md': '# Plan | all\n## Now\n- [x] One\n- [ ] =1+1\n## Success Metrics\n- Coverage: 80%+\n',
    });
  });
  after(() => folder.dispose());

  const run = (...args: string[]) =>
    runCommand(folder.path, ['report', ...args], { style: styleFor({ columns: 60, isTTY: true }, {}) });

  it('is Markdown where nothing is said, without colours and as wide as it is', async () => {
    const { out, err, code } = await run();
    assert.match(out, /^# Plan \\\| all\n\n\d{4}-\d\d-\d\d · ROADMAP\.md · 1 of 2 done \(50 %\)\n\n## Progress\n/);
    assert.match(out, /^- \d{4}-\d\d-\d\d One \(Ada\)$/m);
    assert.doesNotMatch(out, /\u001b/);
    assert.deepEqual([err, code], ['', 0]);
    assert.equal((await run('--format', 'md')).out, out);
  });

  it('is a table of the tasks as CSV', async () => {
    const { out, err, code } = await run('--format', 'csv');
    const [head, ...rows] = out.trimEnd().split('\r\n');
    assert.match(head!, /^roadmap,id,title,status,/);
    assert.match(rows[0]!, /^ROADMAP\.md,one,One,done,Now,Now,,,1,,,,\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d,0(?:\.\d+)?$/);
    assert.match(rows[1]!, /^ROADMAP\.md,[^,]*,'=1\+1,todo,/);
    assert.deepEqual([rows.length, err, code], [2, '', 0]);
  });

  it('is everything there is as JSON, by either option', async () => {
    const { out, err, code } = await run('--json');
    const { schemaVersion, problems, ...parts } = JSON.parse(out) as Record<string, { schemaVersion: number }>;
    assert.deepEqual([schemaVersion, problems, err, code], [1, [], '', 0]);
    assert.deepEqual(Object.keys(parts), ['status', 'metrics', 'next', 'forecast', 'history']);
    for (const part of Object.values(parts)) assert.equal(part.schemaVersion, 1);
    assert.equal((await run('--format', 'json')).code, 0);
    assert.equal((await run('--format', 'json', '--json')).code, 0);
  });

  it('is a page of the dashboard with TODOs, commits and problems, and a picture of it', async () => {
    const page = await run('--format', 'html');
    assert.match(page.out, /^<!DOCTYPE html>\n<html lang="en">\n[^]*<\/html>\n$/);
    for (const said of [
      'Plan | all',
      '1 of 2 done',
      '=1+1',
      'Coverage',
      'Write it',
      'src/a.ts:1',
      'closed-task',
      'Do One',
      'Ada',
    ])
      assert.ok(page.out.includes(said), said);
    assert.doesNotMatch(page.out, /<script|is being read|being looked for/);
    assert.deepEqual([page.err, page.code], ['', 0]);
    const picture = await run('--format', 'svg');
    assert.match(
      picture.out,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]*<\/svg>\n$/,
    );
    assert.match(picture.out, /Plan \| all[^]*1 of 2 done/);
    assert.deepEqual([picture.err, picture.code], ['', 0]);
  });

  it('of one file says what is wrong in that alone', async () => {
    const { out, code } = await run('ROADMAP.md', '--format', 'html');
    assert.ok(out.includes('src/a.ts:1') && out.includes('Do One'));
    assert.doesNotMatch(out, /closed-task/);
    assert.equal(code, 0);
    const folder = new TempFolder();
    try {
      folder.write('PLAN.md', '- [ ] a\n');
      const alone = await runCommand(folder.path, ['report', 'PLAN.md', '--format', 'html']);
      assert.match(alone.out, /TODOs were not looked for, as the roadmap lies in no repository: name its folder\./);
      assert.equal(alone.code, 0);
    } finally {
      folder.dispose();
    }
  });

  it('of a folder without a roadmap is nothing, and of several a page of all', async () => {
    const empty = GitFolder.make();
    try {
      const nothing = await runCommand(empty.path, ['report', '--format', 'html']);
      assert.deepEqual([nothing.out, nothing.code], ['', 2]);
      assert.match(nothing.err, /No roadmap was found/);
      empty.commit('Plan', { 'ROADMAP.md': '# One\n- [ ] a\n', 'docs/ROADMAP.md': '# Two\n- [x] b\n' });
      const both = await runCommand(empty.path, ['report', '--format', 'html']);
      assert.deepEqual(both.out.match(/<article>/g)?.length, 2);
      const pictures = await runCommand(empty.path, ['report', '--format', 'svg']);
      assert.match(pictures.out, /One: 0 of 1 done; Two: 1 of 1 done/);
    } finally {
      empty.dispose();
    }
  });

  it('is refused in another format, or in two', async () => {
    const other = await run('--format', 'pdf');
    assert.match(other.err, /argument 'pdf' is invalid\. Allowed choices are md, html, json, csv, svg\./);
    const two = await run('--format', 'csv', '--json');
    assert.equal(two.err, 'roadmap-lens: --json and --format csv contradict each other: give one of them.\n');
    assert.deepEqual([other.code, two.code, other.out, two.out], [2, 2, '', '']);
  });
});
