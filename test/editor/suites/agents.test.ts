import { assert } from 'chai';
import * as vscode from 'vscode';
import { languageModelTool, toolNames, type ToolName } from '../../../src/core/agents/toolNames.js';
import { describeIn } from './host.js';
import { numberedRoadmap } from './plan.js';
import {
  activate,
  closeEditors,
  emptyFolder,
  place,
  refreshed,
  waitForStatus,
  withSetting,
  write,
} from './workspace.js';

const roadmap = () => place('ROADMAP-agents.md');

/** The tools of ours that VS Code offers now, without their prefix. */
function offered(): string {
  const own = new Set<string>(toolNames.map(languageModelTool));
  return vscode.lm.tools
    .map(({ name }) => name)
    .filter((name) => own.has(name))
    .sort()
    .join();
}

/** Whether the extension itself answers; which tools VS Code lists differs by its version, also where nobody answers them. */
async function isAnswered(): Promise<boolean> {
  return ask('overview', {}).then(
    () => true,
    () => false,
  );
}

const all = toolNames.map(languageModelTool).sort().join();

/** Waits until VS Code offers these tools; it tells nobody when it does. */
async function waitForTools(expected: string): Promise<void> {
  for (let left = 100; left > 0 && offered() !== expected; left--)
    await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(offered(), expected);
}

/** What a tool answers a model. */
async function ask(name: ToolName, input: object = {}): Promise<string> {
  const { content } = await vscode.lm.invokeTool(languageModelTool(name), { input, toolInvocationToken: undefined });
  return content.map((part) => (part as { readonly value: string }).value).join('');
}

/** Why it answers nothing. */
async function refusal(name: ToolName, input: object): Promise<string> {
  return ask(name, input).then(
    (answer) => assert.fail(answer),
    (error: unknown) => String(error),
  );
}

async function text(): Promise<string> {
  return (await vscode.workspace.openTextDocument(roadmap())).getText();
}

async function begin(): Promise<void> {
  await write(roadmap(), numberedRoadmap.replaceAll('RM-', 'AG-'));
  await refreshed();
  await waitForStatus(
    'AG-1',
    ({ roadmaps }) => roadmaps.flatMap(({ tasks }) => tasks.map(({ id }) => id)).find((id) => id === 'AG-1') ?? '',
  );
}

describeIn(['remote', 'installed', 'desktop'], 'agents where a server can be started', () => {
  before(activate);

  it('have the server, which is there, and not the tools of the extension as well', async () => {
    assert.isFalse(await isAnswered());
    const { extensionUri } = vscode.extensions.getExtension('roadmap-lens.roadmap-lens')!;
    assert.isAbove((await vscode.workspace.fs.stat(vscode.Uri.joinPath(extensionUri, 'dist', 'mcp.js'))).size, 100_000);
  });
});

describeIn(['restricted'], 'agents where the folder is not trusted', () => {
  it('have nothing', async () => {
    await activate();
    assert.isFalse(await isAnswered());
  });
});

describeIn(['remote', 'installed', 'virtual', 'web', 'webVirtual', 'desktop'], 'agents that ask the extension', () => {
  before(begin);
  afterEach(closeEditors);
  after(emptyFolder);

  const asked = (body: () => Promise<void>) =>
    withSetting('roadmapLens.agentTools', 'languageModel', async () => {
      await waitForTools(all);
      await body();
    });

  it('are told what the plan says', () =>
    asked(async () => {
      assert.match(
        await ask('find_tasks', { query: 'AG-1' }),
        /1 of 1 tasks.* AG-1 .*ROADMAP-agents\.md:\d+ · rev \w+/s,
      );
      assert.match(await ask('overview'), /ROADMAP-agents\.md/);
      assert.match(await ask('get_task', { task: 'AG-1' }), /Task: AG-1/);
      assert.match(await ask('next_tasks'), /ready tasks/);
    }));

  it('are told what to do about wrong arguments', () =>
    asked(async () => {
      assert.match(await refusal('get_task', { task: 'AG-99' }), /No task is called "AG-99"/);
    }));

  it('change the plan as one step to undo, only as it was read', () =>
    asked(async () => {
      const was = await text();
      const revision = /AG-1 .* rev (\w+)/.exec(await ask('find_tasks', { query: 'AG-1' }))![1]!;
      const input = { task: 'AG-1', revision, status: 'done' };
      assert.match(await ask('update_task', { ...input, dryRun: true }), /Would change[^]*\+- \[x\] AG-1/);
      assert.equal(await text(), was);
      // VS Code takes a yes for granted in tests; `test/workbench/agents.test.ts` gives it.
      assert.match(await ask('update_task', input), /Changed ROADMAP-agents\.md:\d+/);
      assert.equal(await text(), was.replace('[ ] AG-1', '[x] AG-1'));
      await refreshed();
      assert.match(await refusal('update_task', input), /has changed since you read it: status is now done/);
      await vscode.window.showTextDocument(roadmap());
      await vscode.commands.executeCommand('undo');
      assert.equal(await text(), was);
    }));

  it('are gone where a person wants none', () =>
    withSetting('roadmapLens.agentTools', 'off', async () => {
      assert.match(await refusal('overview', {}), /tool/i);
    }));
});
