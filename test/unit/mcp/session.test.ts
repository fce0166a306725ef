import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentClient } from '../../support/agentClient.js';
import { runCommand } from '../../support/commandLine.js';
import { GitFolder } from '../../support/gitRepository.js';

const plan = `# Harbour

## Now

- [ ] HB-1 Oil the locks @ada
- [ ] HB-2 Paint the cranes (depends on HB-1)
`;

describe('Work with the server for agents', function () {
  this.timeout(60_000);
  let folder: GitFolder;
  beforeEach(() => {
    folder = GitFolder.make();
    folder.commit('Plan', { 'ROADMAP.md': plan });
  });
  afterEach(() => folder.dispose());
  const text = (name = 'ROADMAP.md') => readFileSync(join(folder.path, name), 'utf8');
  const at = <T>(value: unknown, key: string) => (value as Readonly<Record<string, T>>)[key]!;

  it('goes from the next task to a ticked one: take, branch, code, TODO, commit, tick, check', async () => {
    const agent = await AgentClient.start([folder.path], 'auto');
    const first = at<readonly { id: string; revision: string }[]>(
      (await agent.call('next_tasks')).structured,
      'ready',
    )[0]!;
    assert.equal(first.id, 'HB-1');
    const taken = await agent.call('update_task', {
      task: first.id,
      revision: first.revision,
      status: 'doing',
      owner: 'ada',
    });
    assert.equal(taken.isError, false, taken.text);
    assert.match(text(), /- \[\/\] HB-1 Oil the locks @ada\n/);
    folder.git('switch', '--quiet', '-c', at(taken.structured, 'branch'));
    folder.write('src/locks.ts', 'export function oil() {\n  // TODO: the northern one\n}\n');
    const todo = { path: 'src/locks.ts', line: 2, text: '// TODO: the northern one' };
    assert.equal((await agent.call('link', { task: 'HB-1', ...todo })).isError, false);
    assert.match(text('src/locks.ts'), /TODO\(HB-1\): the northern one/);
    folder.commit(`Oil the southern lock\n\n${at<string>(taken.structured, 'trailer')}`);
    const { structured: now } = await agent.call('get_task', { task: 'HB-1' });
    assert.deepEqual(at<unknown[]>(now, 'branches'), ['HB-1-oil-the-locks']);
    assert.equal(at<readonly { subject: string }[]>(now, 'commits')[0]?.subject, 'Oil the southern lock');
    assert.equal(at<readonly { text: string }[]>(now, 'todos')[0]?.text, 'the northern one');
    // Ticked too soon: the TODO is still there.
    const read = at<{ revision: string }>(now, 'task').revision;
    const ticked = await agent.call('update_task', { task: 'HB-1', revision: read, status: 'done', owner: 'ada' });
    assert.equal(ticked.isError, false, ticked.text);
    assert.match((await agent.call('check')).text, /done-with-todos/);
    folder.write('src/locks.ts', 'export function oil() {}\n');
    folder.commit('Oil the northern lock\n\nTask: HB-1');
    assert.equal((await agent.call('check')).text, 'Nothing is wrong.');
    assert.match((await agent.call('next_tasks')).text, /^1 of 1 ready tasks\n○ HB-2/);
    assert.equal(text(), plan.replace('[ ] HB-1', '[x] HB-1'));
    await agent.stop();
  });

  it('lets one of several agents have a task, and loses nothing that they and a person do at once', async () => {
    const tasks = Array.from({ length: 12 }, (_, index) => `- [ ] HB-${index + 1} Task ${index + 1}\n`).join('');
    folder.write('ROADMAP.md', `# Harbour\n\n## Now\n\n${tasks}`);
    const agents = await Promise.all(
      ['ada', 'bob', 'eve'].map(async (name) => ({ name, agent: await AgentClient.start([folder.path]) })),
    );
    const found = await agents[0]!.agent.call('find_tasks');
    const all = at<readonly { id: string; revision: string }[]>(found.structured, 'tasks');
    const claims = await Promise.all(
      agents.map(({ name, agent }) =>
        agent.call('update_task', { task: all[0]!.id, revision: all[0]!.revision, status: 'doing', owner: name }),
      ),
    );
    assert.equal(claims.filter(({ isError }) => !isError).length, 1);
    for (const { text: said } of claims.filter(({ isError }) => isError))
      assert.match(said, /status is now doing, owner is now/);
    const ticks = all.slice(1).map(({ id, revision }, index) => {
      if (index % 4 === 3) return runCommand(folder.path, ['set', id, 'status=done']);
      return agents[index % 4]!.agent.call('update_task', { task: id, revision, status: 'done' });
    });
    await Promise.all(ticks);
    assert.equal(text().match(/\[x\]/g)?.length, 11);
    await Promise.all(agents.map(({ agent }) => agent.stop()));
  });

  it('never runs what the configuration of the repository names', async () => {
    folder.write('ROADMAP.md', `${plan}\n## Success Metrics\n\n- Test coverage ≥ 70%\n`);
    folder.write('.roadmap/config.yaml', 'metrics:\n  Test coverage: { command: [touch, ran], format: text }\n');
    const agent = await AgentClient.start([folder.path]);
    assert.match((await agent.call('overview')).text, /Test coverage/);
    await agent.call('check');
    assert.equal(existsSync(join(folder.path, 'ran')), false);
    await agent.stop();
  });
});
