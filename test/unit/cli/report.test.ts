import assert from 'node:assert/strict';
import { styleFor } from '../../../src/cli/io.js';
import { runCommand } from '../../support/commandLine.js';
import { GitFolder } from '../../support/gitRepository.js';

describe('The command line of reports', () => {
  let folder: GitFolder;
  before(() => {
    folder = GitFolder.make();
    folder.commit('Plan', {
      'ROADMAP.md': '# Plan | all\n## Now\n- [ ] One\n- [ ] =1+1\n## Success Metrics\n- Coverage: 80%+\n',
    });
    folder.commit('Do', {
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

  it('is refused in another format, or in two', async () => {
    const other = await run('--format', 'pdf');
    assert.match(other.err, /argument 'pdf' is invalid\. Allowed choices are md, json, csv\./);
    const two = await run('--format', 'csv', '--json');
    assert.equal(two.err, 'roadmap-lens: --json and --format csv contradict each other: give one of them.\n');
    assert.deepEqual([other.code, two.code, other.out, two.out], [2, 2, '', '']);
  });
});
