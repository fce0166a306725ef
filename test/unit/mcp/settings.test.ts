import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settingsVariable } from '../../../src/core/agents/serverSettings.js';
import { readServerSettings } from '../../../src/mcp/settings.js';
import { AgentClient } from '../../support/agentClient.js';
import { GitFolder } from '../../support/gitRepository.js';

/** What is read, and how many settings were wrong. */
function read(json: string | undefined) {
  const wrong: string[] = [];
  return { settings: readServerSettings(json, (message) => wrong.push(message)), wrong: wrong.length };
}

describe('The settings that a server is started with', () => {
  it('are what the editor says', () => {
    const settings = {
      files: ['PLAN.md'],
      tags: ['TODO', 'Später'],
      exclude: ['**/dist'],
      inText: true,
      branch: 'feat/{id}',
      git: resolve('git'),
      ripgrep: resolve('rg'),
    };
    assert.deepEqual(read(JSON.stringify(settings)), { settings, wrong: 0 });
    assert.deepEqual(read(undefined), { settings: {}, wrong: 0 });
    assert.deepEqual(read(JSON.stringify({ later: 1, toString: 1 })), { settings: {}, wrong: 0 });
  });

  it('count as not set where they are wrong, which is told', () => {
    for (const json of ['{', '[]', 'null', '"x"', '1']) assert.deepEqual(read(json), { settings: {}, wrong: 1 }, json);
    for (const [name, value] of [
      ['files', 'PLAN.md'],
      ['files', [1]],
      ['tags', ['//']],
      ['exclude', { '**/x': true }],
      ['inText', 'yes'],
      ['branch', '{oops}'],
      ['branch', ''],
      ['git', './git'],
      ['ripgrep', 'rg'],
    ] as const)
      assert.deepEqual(
        read(JSON.stringify({ [name]: value, inText: name === 'inText' ? value : true })),
        { settings: name === 'inText' ? {} : { inText: true }, wrong: 1 },
        name,
      );
  });

  it('are those of its answers', async () => {
    const folder = GitFolder.make();
    folder.write('PLAN.md', '# Harbour\n\n## Now\n\n- [ ] HB-1 Oil the locks\n- [ ] HB-2 Paint\n- [ ] HB-3 Ropes\n');
    folder.write('a.js', '// LATER(HB-1): grease\n');
    folder.write('c.js', '// LATER: splice them\n');
    folder.write('notes.txt', 'LATER: coil them\n');
    folder.write('gone/b.js', '// LATER(HB-1): rust\n');
    const env = { files: ['PLAN.md'], tags: ['LATER'], exclude: ['gone'], inText: true, branch: 'feat/{id}' };
    const agent = await AgentClient.start([folder.path], 'legacy', { [settingsVariable]: JSON.stringify(env) });
    try {
      const { text } = await agent.call('get_task', { task: 'HB-1' });
      assert.match(text, /a\.js:1 LATER grease/);
      assert.doesNotMatch(text, /b\.js/);
      assert.match(text, /work on branch feat\/HB-1/);
      // What was found by these tags, and in texts, is changed by them, too.
      for (const [path, said] of [
        ['c.js', 'splice them'],
        ['notes.txt', 'coil them'],
      ] as const) {
        const linked = await agent.call('link', { task: 'HB-3', path, line: 1, text: said });
        assert.ok(!linked.isError, linked.text);
        assert.match(readFileSync(join(folder.path, path), 'utf8'), /LATER\(HB-3\): /);
      }
    } finally {
      await agent.stop();
      folder.dispose();
    }
  });
});
