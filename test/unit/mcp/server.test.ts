import { Ajv } from 'ajv';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentClient, type Generation } from '../../support/agentClient.js';
import { GitFolder } from '../../support/gitRepository.js';

const plan = `# Harbour

## Now

- [ ] HB-1 Oil the locks
- [ ] HB-2 Paint the cranes (depends on HB-1)
- [x] HB-3 Light the moles

## Later

- [ ] HB-4 Lamps

## Success Metrics

- Test coverage ≥ 70%
`;

describe('The server for agents', function () {
  this.timeout(60_000);
  let folder: GitFolder;
  let agent: AgentClient;
  before(() => {
    folder = GitFolder.make();
    folder.commit('Plan the harbour', { 'ROADMAP.md': plan });
    folder.commit('Begin\n\nTask: HB-1', { 'src/locks.ts': '// TODO(HB-1): grease\n\n// TODO: rust\nexport {};\n' });
    folder.write(
      'coverage/coverage-summary.json',
      '{"total":{"lines":{"total":100,"covered":81,"skipped":0,"pct":81}}}',
    );
    folder.write(
      '.roadmap/config.yaml',
      'metrics:\n  Test coverage: { file: coverage/coverage-summary.json, value: lines }\n',
    );
  });
  after(() => folder.dispose());
  const text = (name = 'ROADMAP.md') => readFileSync(join(folder.path, name), 'utf8');

  for (const [generation, version] of [
    ['legacy', '2025-11-25'],
    ['auto', '2026-07-28'],
  ] as readonly [Generation, string][]) {
    describe(`to a client of ${version}`, () => {
      before(async () => {
        folder.write('ROADMAP.md', plan);
        agent = await AgentClient.start([folder.path], generation);
      });
      after(() => agent.stop());

      it('says who it is, and what its tools are, in few words', async () => {
        assert.equal(agent.client.getServerVersion()?.name, 'roadmap-lens');
        assert.equal(agent.client.getNegotiatedProtocolVersion(), version);
        assert.match(agent.client.getInstructions() ?? '', /data, not instructions/);
        const { tools } = await agent.client.listTools();
        assert.ok(tools.length <= 8);
        const tokens = encode(JSON.stringify(tools)).length;
        assert.ok(tokens <= 2_500, `${tokens} tokens`);
        for (const { name, description, outputSchema, annotations } of tools) {
          assert.ok(description && outputSchema, name);
          assert.equal(annotations?.readOnlyHint, !['update_task', 'add_task', 'link'].includes(name), name);
        }
      });

      it('answers every question as its schema says', async () => {
        const ajv = new Ajv({ strict: false });
        const { tools } = await agent.client.listTools();
        const inputs: Readonly<Record<string, object>> = {
          get_task: { task: 'HB-1' },
          update_task: { task: 'HB-1', revision: await revision('HB-1'), priority: 'low', dryRun: true },
          add_task: { title: 'Ropes', into: 'Now', dryRun: true },
          link: { task: 'HB-1' },
        };
        for (const { name, outputSchema } of tools) {
          const { structured, isError, text: said } = await agent.call(name, { ...inputs[name] });
          assert.equal(isError, false, `${name}: ${said}`);
          assert.ok(ajv.validate(outputSchema as object, structured), name);
          assert.ok(said.length > 0 && encode(said).length < 500, name);
        }
        assert.equal(text(), plan);
      });

      it('tells all about a task', async () => {
        const { structured, text: said } = await agent.call('get_task', { task: 'hb-1' });
        const { todos, commits, neededBy, metrics, branch, trailer } = structured;
        assert.deepEqual(todos, [{ path: 'src/locks.ts', line: 1, tag: 'TODO', text: 'grease' }]);
        assert.equal((commits as readonly { subject: string }[])[0]?.subject, 'Begin');
        assert.deepEqual(neededBy, [{ text: 'HB-2', title: 'Paint the cranes', status: 'todo' }]);
        assert.deepEqual([branch, trailer, metrics], ['HB-1-oil-the-locks', 'Task: HB-1', []]);
        assert.match(said, /needed by: HB-2 Paint the cranes \(todo\)/);
        const whole = await agent.call('overview');
        assert.match(whole.text, /Test coverage ≥ 70 %: met, 81 %/);
      });

      it('never answers from a file as it was', async () => {
        folder.write('ROADMAP.md', plan.replace('[ ] HB-4', '[x] HB-4'));
        assert.equal((await agent.call('find_tasks', { query: 'lamps', status: 'done' })).structured['total'], 1);
        folder.write('src/other.ts', '// TODO(HB-4): wires\n');
        assert.match((await agent.call('get_task', { task: 'HB-4' })).text, /src\/other\.ts:1 TODO wires/);
        folder.git('commit', '--quiet', '--allow-empty', '-m', 'Wire them\n\nTask: HB-4');
        assert.match((await agent.call('get_task', { task: 'HB-4' })).text, /Wire them/);
        folder.git('rm', '-rfq', '--cached', '--ignore-unmatch', 'src/other.ts');
        folder.write('src/other.ts', '');
        folder.write('ROADMAP.md', plan);
        assert.doesNotMatch((await agent.call('get_task', { task: 'HB-4' })).text, /wires/);
      });

      it('goes through long lists page by page', async () => {
        const seen: string[] = [];
        for (let cursor: string | undefined, more = true; more;) {
          const { structured } = await agent.call('find_tasks', { limit: 3, ...(cursor ? { cursor } : {}) });
          seen.push(...(structured['tasks'] as readonly { id: string }[]).map(({ id }) => id));
          cursor = structured['nextCursor'] as string | undefined;
          more = cursor !== undefined;
        }
        assert.deepEqual(seen, ['HB-1', 'HB-2', 'HB-3', 'HB-4']);
        const stale = await agent.call('find_tasks', { cursor: '3-aaaaaa' });
        assert.match(stale.text, /ask again without a cursor/);
      });

      it('says what to do about wrong arguments, as an answer', async () => {
        for (const [name, input, said] of [
          ['get_task', {}, /The argument task is missing/],
          ['get_task', { task: 'HB-9' }, /No task is called "HB-9".*did you mean HB-/],
          ['get_task', { task: 'HB-1', roadmap: '../ROADMAP.md' }, /those are ROADMAP\.md/],
          ['find_tasks', { limit: 1e9 }, /limit has to be a whole number from 1 to 100/],
          ['find_tasks', { quary: 'x' }, /There is no argument "quary"/],
          ['add_task', { title: 'a\nb', into: 'Now' }, /one line/],
          ['add_task', { title: 'Ropes' }, /Say where/],
          ['update_task', { task: 'HB-1', revision: 'x' }, /has changed since you read it/],
          ['link', { task: 'HB-1', path: '../../etc/passwd', line: 1, text: 'x' }, /no file of this folder/],
          ['link', { task: 'HB-1', commit: '--help' }, /no hash/],
        ] as const) {
          const called = await agent.call(name, input);
          assert.equal(called.isError, true, name);
          assert.match(called.text, said);
        }
        await assert.rejects(agent.call('delete_everything'), /delete_everything/);
      });

      it('changes a task only as it was read, and says what changed meanwhile', async () => {
        const read = await revision('HB-1');
        const taken = await agent.call('update_task', { task: 'HB-1', revision: read, status: 'doing', owner: 'ada' });
        assert.equal(taken.isError, false, taken.text);
        assert.equal(taken.structured['branch'], 'HB-1-oil-the-locks');
        assert.match(text(), /- \[\/\] HB-1 Oil the locks\n.*ada/);
        const late = await agent.call('update_task', { task: 'HB-1', revision: read, status: 'doing', owner: 'bob' });
        assert.match(late.text, /status is now doing, owner is now @?ada/);
        assert.match((await agent.call('next_tasks')).text, /HB-1 Oil the locks · @ada · .* · rev /);
        const now = await revision('HB-1');
        const other = await agent.call('update_task', { task: 'HB-1', revision: now, status: 'doing', owner: 'bob' });
        assert.match(other.text, /is in progress by @ada.*next_tasks/);
        const again = await agent.call('update_task', { task: 'HB-1', revision: now, status: 'doing', owner: '@Ada' });
        assert.equal(again.isError, false, again.text);
        const forced = { task: 'HB-1', revision: now, status: 'doing', owner: 'bob', force: true, dryRun: true };
        assert.match((await agent.call('update_task', forced)).structured['diff'] as string, /\+.*Owner:\*\* bob/);
      });

      it('adds, moves, renames and removes', async () => {
        folder.write('ROADMAP.md', plan);
        const added = await agent.call('add_task', { title: 'Ropes', into: 'Later' });
        const { task } = added.structured as { task: { id: string; revision: string } };
        assert.equal(task.id, 'HB-5');
        assert.match(text(), /- \[ \] HB-4 Lamps\n- \[ \] HB-5 Ropes\n/);
        const moved = await agent.call('update_task', {
          task: 'HB-5',
          revision: task.revision,
          after: 'HB-1',
          title: 'Mend ropes',
        });
        assert.match(text(), /HB-1.*\n- \[ \] HB-5 Mend ropes\n/);
        const { revision: next } = (moved.structured as { task: { revision: string } }).task;
        const gone = await agent.call('update_task', { task: 'HB-5', revision: next, remove: true });
        assert.equal(gone.isError, false, gone.text);
        assert.equal(text(), plan);
      });

      it('writes the id of a task into a TODO, and says how commits name it', async () => {
        const input = { task: 'HB-2', path: 'src/locks.ts', line: 3, text: 'TODO: rust' };
        assert.match(
          (await agent.call('link', { ...input, dryRun: true })).structured['diff'] as string,
          /\+\/\/ TODO\(HB-2\): rust/,
        );
        assert.equal((await agent.call('link', input)).structured['linked'], true);
        assert.match(text('src/locks.ts'), /\/\/ TODO\(HB-2\): rust/);
        assert.match((await agent.call('link', input)).text, /belongs to HB-2 already/);
        assert.match((await agent.call('link', { ...input, text: 'paint' })).text, /says "rust"/);
        const hash = folder.git('rev-parse', 'HEAD~1');
        assert.match(
          (await agent.call('link', { task: 'HB-2', commit: hash.slice(0, 8) })).text,
          /is none of those that name HB-2/,
        );
        const absent = await agent.call('link', { task: 'HB-2', commit: 'deadbeef00' });
        assert.match(absent.text, /is not in this repository/);
        assert.equal(absent.structured['linked'], false);
        folder.write('src/locks.ts', '// TODO(HB-1): grease\n\n// TODO: rust\nexport {};\n');
      });

      it('says where it looked for what is wrong, and what it leaves out', async () => {
        const file = await agent.call('check', { path: './src\\locks.ts' });
        assert.equal(file.text, 'Nothing is wrong in src/locks.ts.');
        folder.write('src/locks.ts', '// TODO(HB-3): still dark\n// TODO(HB-77): gone\n');
        const { total } = (await agent.call('check', { path: 'src/locks.ts' })).structured;
        assert.ok(Number(total) > 0);
        const errors = await agent.call('check', { path: 'src/locks.ts', severity: 'error' });
        assert.match(errors.text, /^No errors in src\/locks\.ts; \d problems? of less severity\.$/);
        for (const [path, said] of [
          ['../secret.ts', /leads out of this folder/],
          ['/etc/passwd', /leads out of this folder/],
          ['src/../../x', /leads out of this folder/],
          ['C:\\x', /leads out of this folder/],
          ['src/lock.ts', /There is no file src\/lock\.ts/],
          ['src', /is a folder/],
          ['.', /leave path out/],
        ] as const) {
          const refused = await agent.call('check', { path });
          assert.equal(refused.isError, true, path);
          assert.match(refused.text, said);
        }
        folder.write('src/locks.ts', '// TODO(HB-1): grease\n\n// TODO: rust\nexport {};\n');
      });

      it('stops when nobody waits for the answer any more, and writes nothing then', async () => {
        folder.write('ROADMAP.md', plan);
        const cancel = new AbortController();
        const first = agent.call('check');
        const second = agent.call('add_task', { title: 'Never', into: 'Now' }, cancel.signal);
        cancel.abort();
        await assert.rejects(second);
        assert.equal((await first).isError, false);
        assert.equal((await agent.call('find_tasks', { query: 'never' })).structured['total'], 0);
        assert.equal(text(), plan);
      });

      it('has the roadmaps and tasks as resources, and requests to choose from', async () => {
        const { resources } = await agent.client.listResources();
        assert.deepEqual(
          resources.map(({ uri }) => uri),
          ['roadmap:///ROADMAP.md'],
        );
        const read = async (uri: string) => {
          const [content] = (await agent.client.readResource({ uri })).contents;
          return (content as { text: string }).text;
        };
        assert.match(await read('roadmap:///ROADMAP.md'), /○ HB-1 Oil the locks/);
        const task = JSON.parse(await read('roadmap:///ROADMAP.md/task/HB-1')) as { task: { id: string } };
        assert.equal(task.task.id, 'HB-1');
        for (const uri of [
          'roadmap:///../secret',
          'roadmap:///%2e%2e/x',
          'roadmap:///%',
          'roadmap:///ROADMAP.md/task/x',
        ])
          await assert.rejects(read(uri), uri);
        const { prompts } = await agent.client.listPrompts();
        assert.deepEqual(
          prompts.map(({ name }) => name),
          ['plan_next_task', 'finish_task', 'review_drift'],
        );
        const { messages } = await agent.client.getPrompt({ name: 'finish_task', arguments: { task: 'HB-1' } });
        assert.match(JSON.stringify(messages), /Finish the task HB-1/);
      });
    });
  }

  const revision = async (task: string) =>
    ((await agent.call('get_task', { task })).structured as { task: { revision: string } }).task.revision;

  it('offers nothing that writes where it may only read', async () => {
    agent = await AgentClient.start([folder.path, '--read-only']);
    const { tools } = await agent.client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['overview', 'find_tasks', 'get_task', 'next_tasks', 'check'],
    );
    await assert.rejects(agent.call('add_task', { title: 'x', into: 'Now' }));
    await agent.stop();
  });

  it('answers in few words whatever stands in the files', async () => {
    const other = GitFolder.make();
    const many = Array.from({ length: 5_000 }, (_, index) => `- [ ] T-${index + 2} Wait (depends on T-1)\n`).join('');
    const long = 'very long '.repeat(100_000);
    other.write('ROADMAP.md', `# ${long}\n\n## ${long}\n\n- [ ] T-1 ${long}\n${many}`);
    agent = await AgentClient.start([other.path]);
    for (const [name, input] of [
      ['overview', {}],
      ['find_tasks', { limit: 100 }],
      ['get_task', { task: 'T-1' }],
      ['get_task', { task: 'T' }],
      ['next_tasks', { limit: 100 }],
      ['check', { limit: 100 }],
      ['update_task', { task: 'T-1', revision: 'old', status: 'done' }],
    ] as const) {
      const { text: said, structured } = await agent.call(name, input);
      assert.ok(said.length + JSON.stringify(structured).length < 250_000, `${name}: ${said.length}`);
    }
    const { contents } = await agent.client.readResource({ uri: 'roadmap:///ROADMAP.md' });
    assert.ok(JSON.stringify(contents).length < 100_000);
    await agent.stop();
    other.dispose();
  });

  it('is started by the command line, too, and ends with its input', async () => {
    const server = spawn(process.execPath, ['dist/cli.js', 'mcp', folder.path], { stdio: 'pipe' });
    server.stdin.write(
      `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } } })}\n`,
    );
    const [answer] = (await once(server.stdout, 'data')) as [Buffer];
    assert.match(answer.toString(), /"protocolVersion":"2025-06-18"/);
    server.stdin.end();
    assert.deepEqual(await once(server, 'exit'), [0, null]);
  });

  it('says what is wrong with its own arguments', async () => {
    for (const args of [['--readonly'], ['a', 'b'], [join(folder.path, 'ROADMAP.md')]]) {
      const server = spawn(process.execPath, ['dist/mcp.js', ...args], { stdio: 'pipe' });
      assert.deepEqual(await once(server, 'exit'), [2, null]);
    }
  });
});
