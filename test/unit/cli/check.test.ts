import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { SaxesParser } from 'saxes';
import type { CheckJson } from '../../../src/core/views/checkJson.js';
import { runCommand } from '../../support/commandLine.js';
import { GitFolder } from '../../support/gitRepository.js';

const plan = [
  '# Plan',
  '',
  '## Now',
  '',
  '- [x] RM-1 Cover the "error" paths & more',
  '- [ ] RM-2 Write the parser (depends on RM-9)',
  '- [ ] RM-3 Ship it (depends on RM-3)',
  '- [ ] RM-4 Paint it',
  '  - [x] RM-41 Buy paint',
  '',
];

describe('roadmap-lens check', () => {
  let project: GitFolder;
  const write = (path: string, text: string) => project.temp.write(`project/${path}`, text);
  const read = (path: string) => readFileSync(join(project.path, path), 'utf8');
  const run = (...args: string[]) => runCommand(project.path, ['check', ...args]);
  const codes = async (...args: string[]) =>
    (JSON.parse((await run('--json', ...args)).out) as CheckJson).problems.map(
      ({ path, line, code }) => `${path}:${line} ${code}`,
    );

  beforeEach(() => {
    project = GitFolder.make();
    write('ROADMAP.md', plan.join('\r\n'));
    write('src/a ü.ts', 'a();\n// TODO(RM-1): x\n// TODO(old): y\n');
    write('.roadmap/config.yaml', 'aliases:\n  old: RM-2\n');
    project.git('add', '.');
    project.git('commit', '--quiet', '--message', 'Plan it');
    project.git('commit', '--quiet', '--allow-empty', '--message', 'Parse\n\nFixes RM-2');
  });

  afterEach(() => project.dispose());

  it('prints problems by file and place, and how many there are', async () => {
    const { out, err, code } = await run();
    assert.equal(
      out,
      `ROADMAP.md
  5:12  warning  "Cover the "error" paths & more" is done, but code has a TODO for it: remove that, or open the task again.  done-with-todos
  6:12  warning  Commit ${project.git('rev-parse', 'HEAD').slice(0, 7)} ("Parse") says that it finishes "Write the parser", which is open: tick it, if it is done.  closed-by-commit
  6:41  warning  "Write the parser" depends on RM-9, which no task has as its id: correct it, or take it away.  unknown-dependency
  7:32  error    "Ship it" depends on itself: take that away.  circular-dependency
   8:3  warning  "Paint it" is marked as to do, but all tasks below it are done: mark it as done, or add what is left.  parent-status

src/a ü.ts
  2:9  warning  "Cover the "error" paths & more" (RM-1) is done, but this TODO is open: remove it, or open the task again.  closed-task
  3:9  info     old is a former id of RM-2: write that one, so that both are found.  former-id

1 error, 5 warnings, 1 note; 2 can be fixed by --fix
`,
    );
    assert.deepEqual([err, code], ['', 3]);
  });

  it('prints the same as JSON, with all places and ways out', async () => {
    const { out } = await run('--format', 'json');
    const { schemaVersion, counts, problems } = JSON.parse(out) as CheckJson;
    assert.deepEqual([schemaVersion, counts], [1, { error: 1, warning: 5, info: 1 }]);
    const { message: _, ...first } = problems[0]!;
    assert.deepEqual(first, {
      path: 'ROADMAP.md',
      line: 5,
      column: 12,
      endLine: 5,
      endColumn: 42,
      severity: 'warning',
      code: 'done-with-todos',
      related: [{ path: 'src/a ü.ts', line: 2, column: 4, message: 'TODO x' }],
      fixes: [{ title: 'Open "Cover the "error" paths & more" again', safe: false }],
    });
    assert.equal(problems[1]?.commit, project.git('rev-parse', 'HEAD').trim());
    assert.equal((await run('--json')).out, out);
  });

  it('prints SARIF that is valid by the schema of version 2.1.0', async () => {
    const { out, code } = await run('--format', 'sarif');
    const require = createRequire(import.meta.url);
    const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const log = JSON.parse(out) as { runs: { results: { ruleId: string; level: string; locations: unknown[] }[] }[] };
    assert.ok(validate(log), JSON.stringify(validate.errors));
    assert.equal(validate({ ...log, version: '2.0.0' }), false);
    const { results } = log.runs[0]!;
    assert.deepEqual(
      [results.length, results[3]!.ruleId, results[3]!.level, results[6]!.level, code],
      [7, 'circular-dependency', 'error', 'note', 3],
    );
    assert.deepEqual(results[5]!.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'src/a%20%C3%BC.ts' },
          region: { startLine: 2, startColumn: 9, endLine: 2, endColumn: 13 },
        },
      },
    ]);
  });

  it('prints commands for the logs of GitHub, in which nothing of a file is a command', async () => {
    write('ROADMAP.md', '# Plan\n\n- [x] RM-1 100 %::error::\n- [ ] RM-2 Other\n');
    const lines = (await run('--format', 'github')).out.trimEnd().split('\n');
    assert.equal(
      lines[0],
      '::warning file=ROADMAP.md,line=3,endLine=3,col=12,endColumn=26,title=done-with-todos::"100 %25::error::" is done, but code has a TODO for it: remove that, or open the task again.',
    );
    assert.ok(lines.every((line) => /^::(?:error|warning|notice) file=/.test(line)));
    assert.ok(lines.some((line) => line.startsWith('::notice file=src/a ü.ts,line=3,')));
  });

  it('prints a JUnit report that is well-formed', async () => {
    const { out } = await run('--format', 'junit');
    const names: string[] = [];
    let failures = 0;
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'testcase') names.push(`${attributes['classname']} ${attributes['name']}`);
      if (name === 'failure') failures++;
    });
    parser.write(out).close();
    assert.deepEqual([names.length, names[0], failures], [7, 'ROADMAP.md done-with-todos 5:12', 6]);
    write('ROADMAP.md', '# Plan\n\n- [ ] RM-1 Cover\n- [x] RM-2 Parse\n');
    write('src/a ü.ts', '');
    const none = await run('--format', 'junit');
    assert.match(none.out, /tests="1" failures="0"/);
    assert.equal(none.code, 0);
  });

  it('fails on errors, on warnings where that is wanted, and never on what is worth knowing', async () => {
    write('ROADMAP.md', '# Plan\n\n- [ ] RM-1 Cover\n- [x] RM-2 Parse\n- [x] RM-3 Ship (depends on RM-1)\n');
    write('src/a ü.ts', '// @task old\n');
    assert.equal((await run()).code, 0);
    assert.equal((await run('--fail-on', 'warning')).code, 3);
    write('.roadmap/config.yaml', 'aliases:\n  old: RM-2\nproblems:\n  done-before-dependency: info\n');
    assert.deepEqual(
      [(await run('--fail-on', 'warning')).code, await codes()],
      [0, ['ROADMAP.md:5 done-before-dependency', 'src/a ü.ts:1 former-id']],
    );
  });

  it('makes the safe fixes, byte for byte as it was elsewhere', async () => {
    const { out } = await run('--fix');
    assert.match(out, /^fixed ROADMAP\.md: line 8\nfixed src\/a ü\.ts: line 3\nROADMAP\.md\n/);
    const after = plan.map((line) => line.replace(/\[ \](?= RM-4 )/, '[x]'));
    assert.equal(read('ROADMAP.md'), after.join('\r\n'));
    assert.equal(read('src/a ü.ts'), 'a();\n// TODO(RM-1): x\n// TODO(RM-2): y\n');
    assert.equal(read('.roadmap/config.yaml'), 'aliases:\n  old: RM-2\n');
  });

  it('says what it would fix, and writes nothing', async () => {
    const { out } = await run('--fix', '--dry-run');
    assert.match(out, /^--- a\/ROADMAP\.md\n\+\+\+ b\/ROADMAP\.md\n/);
    assert.match(out, /^-\/\/ TODO\(old\): y\n\+\/\/ TODO\(RM-2\): y$/m);
    assert.equal(read('ROADMAP.md'), plan.join('\r\n'));
    assert.equal(read('src/a ü.ts'), 'a();\n// TODO(RM-1): x\n// TODO(old): y\n');
  });

  it('keeps a report on standard output what it is while it fixes', async () => {
    const { out, err } = await run('--fix', '--json');
    assert.equal((JSON.parse(out) as CheckJson).counts.error, 1);
    assert.match(err, /^fixed ROADMAP\.md/);
  });

  it('tells only of what came since a revision: in lines of its own, or by its commits', async () => {
    assert.deepEqual(await codes('--since', 'HEAD'), []);
    assert.deepEqual(await codes('--since', 'HEAD~1'), ['ROADMAP.md:6 closed-by-commit']);
    write('src/b.ts', '// TODO(RM-7): x\n');
    write('src/a ü.ts', 'a();\n// TODO(RM-1): x\nb();\n// TODO(old): z\n');
    assert.deepEqual(await codes('--since', 'HEAD'), ['src/a ü.ts:4 former-id', 'src/b.ts:1 unknown-task']);
    const { err, code } = await run('--since', 'nowhere');
    assert.match(err, /^roadmap-lens: --since nowhere: /);
    assert.equal(code, 2);
  });

  it('refuses what contradicts itself, and folders without a roadmap', async () => {
    for (const args of [
      ['--dry-run'],
      ['--json', '--format', 'sarif'],
      ['nowhere'],
      ['ROADMAP.md'],
      ['--format', 'xml'],
    ]) {
      const { code, out, err } = await run(...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.notEqual(err, '');
    }
    const { code, out } = await run('src');
    assert.equal(code, 2);
    assert.match(out, /No roadmap was found in this folder/);
  });

  it('says of a file that cannot be read so, and checks the others', async () => {
    write('docs/ROADMAP.md', Buffer.from([0, 1, 2, 0xff]).toString('latin1'));
    project.temp.write('project/docs/ROADMAP.md', new Uint8Array([0, 1, 2, 255]));
    const { code, out } = await run();
    assert.equal(code, 2);
    assert.match(out, /docs\/ROADMAP\.md\n.*not-text/);
    assert.match(out, /circular-dependency/);
  });
});
