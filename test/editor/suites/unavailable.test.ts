import { assert } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../../src/extension/commands.js';
import { describeIn } from './host.js';
import { activate, refreshed } from './workspace.js';

describeIn(['unavailable'], 'a folder whose file system is not there', () => {
  it('is a problem that says so, not an empty folder', async () => {
    await refreshed();
    const { roadmaps, problems } = (await activate()).status();
    assert.deepEqual(roadmaps, []);
    assert.deepEqual(
      problems.map(({ path, severity }) => [path, severity]),
      [['.', 'error']],
    );
    assert.match(problems[0]!.message, /^No file system for "nosuch:" is available: .*refresh/);
  });
});

describeIn(['noFolder'], 'a window without a folder', () => {
  it('has no roadmap, and no problem', async () => {
    assert.equal(vscode.workspace.workspaceFolders, undefined);
    await refreshed();
    assert.deepEqual((await activate()).status(), { schemaVersion: 1, roadmaps: [], problems: [] });
  });

  it('keeps every command that needs none', async () => {
    await vscode.commands.executeCommand(commands.refresh);
    await vscode.commands.executeCommand(commands.clearFilter);
    await vscode.commands.executeCommand(commands.expandAll);
    await vscode.commands.executeCommand(commands.revealInTree);
  });
});
