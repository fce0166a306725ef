import { assert } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../../src/extension/commands.js';
import { describeIn } from './host.js';
import {
  activate,
  closeEditors,
  openFolders,
  place,
  refreshed,
  todosIn,
  updateFolders,
  waitForLinks,
  waitForRoadmaps,
  write,
} from './workspace.js';

describeIn(['folders'], 'several folders', () => {
  const shop = () => place('ROADMAP.md', 0);
  const office = () => place('ROADMAP.md', 1);

  before(async () => {
    const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFile!, '..');
    await openFolders(...['web shop', 'büro'].map((name) => vscode.Uri.joinPath(folder, name)));
    await write(shop(), '# Shop\n\n- [x] Build\n- [ ] Sell\n');
    await write(office(), '# Büro\n\n\n\n- [ ] Sell\n');
    await refreshed();
  });

  afterEach(closeEditors);

  it('have a roadmap each', async () => {
    await waitForRoadmaps('Shop', 'Büro');
  });

  it('may have tasks of the same id: each command goes to the one it is asked for', async () => {
    for (const [uri, line] of [
      [shop(), 3],
      [office(), 4],
    ] as const) {
      await vscode.commands.executeCommand(commands.goToTask, { uri: uri.toString(), id: 'sell' });
      const editor = vscode.window.activeTextEditor;
      assert.deepEqual([editor?.document.uri.toString(), editor?.selection.active.line], [uri.toString(), line]);
    }
  });

  it('have settings of their own', async () => {
    for (const index of [0, 1]) await write(place('plans/autumn.md', index), `# Autumn ${index}\n\n- [ ] Rake\n`);
    const settings = vscode.workspace.getConfiguration('roadmapLens', place('', 1));
    await settings.update('files', ['plans/*.md'], vscode.ConfigurationTarget.WorkspaceFolder);
    await waitForRoadmaps('Shop', 'Büro', 'Autumn 1');
    await settings.update('files', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await waitForRoadmaps('Shop', 'Büro');
  });

  it('take their roadmaps with them when they are closed, and bring them back', async () => {
    const folder = vscode.workspace.workspaceFolders![1]!;
    await updateFolders(1, 1);
    await waitForRoadmaps('Shop');
    await updateFolders(1, 0, folder);
    await waitForRoadmaps('Shop', 'Büro');
    assert.deepEqual((await activate()).status().problems, []);
  });

  it('have TODOs for the tasks of their own roadmaps, and take these with them, too', async () => {
    for (const [index, name] of ['shop', 'office'].entries())
      await write(place(`src/${name}.go`, index), '// TODO(sell): count\n');
    // In the order of the roadmaps: each TODO belongs to the task of its own folder.
    const both = 'sell: src/shop.go:1; sell: src/office.go:1';
    await waitForLinks(both, todosIn('src'));
    const folder = vscode.workspace.workspaceFolders![1]!;
    await updateFolders(1, 1);
    await waitForLinks('sell: src/shop.go:1', todosIn('src'));
    await updateFolders(1, 0, folder);
    await waitForLinks(both, todosIn('src'));
  });
});
