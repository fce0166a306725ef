import { assert } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../../src/extension/commands.js';
import { oneFolder } from '../hostNames.js';
import { describeIn } from './host.js';
import { tidyRoadmap } from './plan.js';
import {
  activate,
  closeEditors,
  codes,
  emptyFolder,
  place,
  problemsOf,
  refreshed,
  remove,
  write,
} from './workspace.js';

describeIn(oneFolder, 'commands', () => {
  const roadmap = place('docs/TECHNICAL_ROADMAP.md');

  before(async () => {
    await write(roadmap, tidyRoadmap);
    await refreshed();
  });

  after(emptyFolder);

  afterEach(closeEditors);

  it('are all there', async () => {
    const all = new Set(await vscode.commands.getCommands(true));
    for (const command of Object.values(commands)) assert.ok(all.has(command), command);
  });

  it('go to a task by its id, whatever its case', async () => {
    await vscode.commands.executeCommand(commands.goToTask, { uri: roadmap.toString(), id: 'Add-Smoke-Tests' });
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), roadmap.toString());
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /^2\. .*Add smoke tests$/);
  });

  it('copy the id of the task under the cursor', async () => {
    await vscode.commands.executeCommand(commands.goToTask, { uri: roadmap.toString(), id: 'add-smoke-tests' });
    await vscode.commands.executeCommand(commands.copyTaskId);
    assert.equal(await vscode.env.clipboard.readText(), 'add-smoke-tests');
  });

  it('resolve an id that a task had before', async () => {
    const config = place('.roadmap/config.yaml');
    try {
      await write(config, 'aliases:\n  old-smoke: add-smoke-tests\n  lost: no-such-task\n');
      await problemsOf(config, codes('unknown-alias'));
      await vscode.commands.executeCommand(commands.goToTask, { uri: roadmap.toString(), id: 'old-smoke' });
      const editor = vscode.window.activeTextEditor!;
      assert.match(editor.document.lineAt(editor.selection.active.line).text, /Add smoke tests$/);
    } finally {
      await remove(place('.roadmap'));
      await problemsOf(config, codes());
    }
  });

  it('open the roadmap at its title', async () => {
    await vscode.commands.executeCommand(commands.openRoadmap);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), roadmap.toString());
    assert.equal(editor?.selection.active.line, 0);
  });

  it('create a roadmap that is read without a problem, and never replace one', async () => {
    const created = place('ROADMAP.md');
    try {
      await vscode.commands.executeCommand(commands.createRoadmap);
      const { document } = vscode.window.activeTextEditor!;
      assert.equal(document.uri.toString(), created.toString());
      const { name } = vscode.workspace.workspaceFolders![0]!;
      assert.ok(document.getText().startsWith(`# ${name} Roadmap\n`));
      await (await activate()).settled();
      await problemsOf(created, codes());
      await write(created, '# Mine\n\n- [ ] Keep this\n');
      await vscode.commands.executeCommand(commands.createRoadmap);
      const bytes = await vscode.workspace.fs.readFile(created);
      assert.equal(new TextDecoder().decode(bytes), '# Mine\n\n- [ ] Keep this\n');
    } finally {
      await closeEditors();
      await remove(created);
    }
  });

  it('find roadmaps that a setting names', async () => {
    const plan = place('plans/autumn.md');
    const settings = vscode.workspace.getConfiguration('roadmapLens');
    try {
      await write(plan, '# Autumn\n\n- [?] Rake the leaves\n');
      await settings.update('files', ['plans/*.md'], vscode.ConfigurationTarget.Workspace);
      await problemsOf(plan, codes('unknown-mark'));
      await settings.update('files', undefined, vscode.ConfigurationTarget.Workspace);
      await problemsOf(plan, codes());
    } finally {
      await settings.update('files', undefined, vscode.ConfigurationTarget.Workspace);
      await remove(place('plans'), place('.vscode'));
    }
  });
});
