import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSampleWorkspace, sampleRoadmap } from '../demo/sampleWorkspace.js';
import type { TreeRow } from '../host/treePage.js';
import { AgentClient } from '../support/agentClient.js';
import { TempFolder } from '../support/tempFolder.js';
import { openSession, type Session } from './sample.js';

describe('work of an agent', function () {
  this.timeout(300_000);
  let session: Session;
  let agent: AgentClient;

  before(async () => {
    session = await openSession(createSampleWorkspace, { size: { width: 1200, height: 900 } });
    await shows('the phases', 'Release Pipeline', () => true);
    await session.workbench.tree('Roadmap').expand('Release Pipeline');
    agent = await AgentClient.start([session.folder], 'auto');
  });
  after(async () => {
    await agent?.stop();
    await session?.close();
  });

  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
      cwd: session.folder,
      stdio: 'pipe',
    });

  /** Waits until the row of a task is as it is to be. */
  async function shows(what: string, label: string, accept: (row: TreeRow) => boolean): Promise<void> {
    const isThere = (rows: readonly TreeRow[]) => rows.some((row) => row.label === label && accept(row));
    await session.workbench.tree('Roadmap').waitFor(what, isThere);
  }

  it('shows in the tree step by step: taken, linked, committed, ticked', async () => {
    const title = 'Release on every merge';
    const revision = async () => {
      const { structured } = await agent.call('get_task', { task: title });
      return (structured['task'] as { readonly revision: string }).revision;
    };
    const { structured } = await agent.call('next_tasks');
    assert.equal((structured['ready'] as readonly { readonly title: string }[])[0]?.title, title);
    const taken = await agent.call('update_task', { task: title, revision: await revision(), status: 'doing' });
    assert.equal(taken.isError, false, taken.text);
    await shows('the task in progress', title, ({ ariaLabel }) => ariaLabel.includes('in progress'));
    git('switch', '--quiet', '-c', taken.structured['branch'] as string);
    await writeFile(join(session.folder, 'release.go'), 'package release\n\n// TODO: sign it\n');
    const todo = { path: 'release.go', line: 3, text: '// TODO: sign it' };
    const linked = await agent.call('link', { task: title, ...todo });
    assert.equal(linked.isError, false, linked.text);
    await shows('its TODO', title, ({ description }) => description.includes('1 TODO'));
    git('add', 'release.go');
    git('commit', '--quiet', '-m', `Release\n\n${taken.structured['trailer'] as string}`);
    await shows('its commit', title, ({ description }) => description.includes('1 commit'));
    const ticked = await agent.call('update_task', { task: title, revision: await revision(), status: 'done' });
    assert.equal(ticked.isError, false, ticked.text);
    await shows('the task done', title, ({ checked }) => checked === true);
    assert.match((await agent.call('check')).text, /done-with-todos: "Release on every merge"/);
  });
});

describe('the server for agents in VS Code', function () {
  this.timeout(300_000);
  let session: Session;
  before(async () => {
    session = await openSession(createSampleWorkspace, { size: { width: 1200, height: 900 } });
    await session.workbench.tree('Roadmap').waitFor('the plan', (rows) => rows.length > 10);
  });
  after(() => session?.close());

  it('is offered by the extension, and VS Code starts it', async function () {
    const { page } = session.workbench;
    await page.keyboard.press('F1');
    const widget = page.locator('.quick-input-widget');
    await widget.locator('.quick-input-box input').fill('>MCP: List Servers');
    const row = widget.locator('.quick-input-list .monaco-list-row');
    const command = row.filter({ hasText: 'MCP: List Servers' }).first();
    const isThere = await command.waitFor({ timeout: 15_000 }).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      console.log(
        'This VS Code is built without chat and has no "MCP: List Servers": what it starts is not seen here.',
      );
      this.skip();
    }
    await command.click();
    await row.filter({ hasText: /Roadmap Lens.*Running/ }).waitFor();
    await page.keyboard.press('Escape');
  });
});

/** An extension that calls a tool as the file `call.json` says, and writes what came of it to `answer.json`. */
const caller = `
const vscode = require('vscode');
exports.activate = ({ subscriptions }) => subscriptions.push(vscode.commands.registerCommand('caller.call', async () => {
  const place = (name) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name);
  const { name, input } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(place('call.json'))));
  const answer = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined }).then(
    ({ content }) => content.map(({ value }) => value).join(''), String);
  await vscode.workspace.fs.writeFile(place('answer.json'), new TextEncoder().encode(answer));
}));
`;

describe('an agent that asks the extension', function () {
  this.timeout(300_000);
  const temp = new TempFolder();
  let session: Session;

  before(async () => {
    temp.write('caller/extension.js', caller);
    const command = { command: 'caller.call', title: 'Call a Tool' };
    const manifest = { name: 'caller', publisher: 'test', version: '0.0.0', engines: { vscode: '^1.105.0' } };
    const rest = { main: './extension.js', activationEvents: [], contributes: { commands: [command] } };
    temp.write('caller/package.json', JSON.stringify({ ...manifest, ...rest }));
    session = await openSession(createSampleWorkspace, {
      size: { width: 1200, height: 900 },
      settings: { 'roadmapLens.agentTools': 'languageModel' },
      install: [join(temp.path, 'caller')],
    });
    await session.workbench.tree('Roadmap').waitFor('the plan', (rows) => rows.length > 10);
  });
  after(async () => {
    await session?.close();
    temp.dispose();
  });

  const place = (name: string) => join(session.folder, name);
  const plan = () => readFile(place(sampleRoadmap), 'utf8');

  /** Calls a tool; `confirm` is given the dialog, where one is shown. */
  async function call(name: string, input: object, confirm?: (text: string) => string): Promise<string> {
    const { page } = session.workbench;
    await rm(place('answer.json'), { force: true });
    await writeFile(place('call.json'), JSON.stringify({ name, input }));
    await session.workbench.runCommand('Call a Tool');
    if (confirm) {
      const dialog = page.locator('.monaco-dialog-box');
      await dialog.waitFor();
      const button = confirm((await dialog.textContent()) ?? '');
      await dialog.getByRole('button', { name: button, exact: true }).click();
    }
    for (;;) {
      const answer = await readFile(place('answer.json'), 'utf8').catch(() => '');
      if (answer !== '') return answer;
      await page.waitForTimeout(50);
    }
  }

  it('changes the plan when a person has seen the change and said yes, and not otherwise', async () => {
    const was = await plan();
    const found = await call('roadmap_find_tasks', { query: 'Release on every merge' });
    const revision = /rev (\w+)/.exec(found)![1]!;
    const input = { task: 'release-on-every-merge', revision, status: 'done' };
    const no = await call('roadmap_update_task', input, (text) => {
      assert.match(text, /Change the task release-on-every-merge\?/);
      assert.match(text, /\+.*✅.*Release on every merge/);
      return 'Cancel';
    });
    assert.match(no, /cancel/i);
    assert.equal(await plan(), was);
    const yes = await call('roadmap_update_task', input, () => 'Yes');
    assert.match(yes, /^Changed docs\/TECHNICAL_ROADMAP\.md:\d+\n● release-on-every-merge/);
    assert.notEqual(await plan(), was);
    const late = await call('roadmap_update_task', input);
    assert.match(late, /has changed since you read it: status is now done/);
  });
});
