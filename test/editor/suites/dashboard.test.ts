import { assert } from 'chai';
import * as vscode from 'vscode';
import { commands, dashboardPanel, views } from '../../../src/extension/commands.js';
import { type HostName, oneFolder } from '../hostNames.js';
import { describeIn } from './host.js';
import { closeEditors, emptyFolder, place, refreshed, remove, write } from './workspace.js';

/** The tabs of dashboards. VS Code puts a word before the type of a panel. */
function dashboards(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(`-${dashboardPanel}`));
}

/** Waits until these are the titles of dashboards in tabs, the active one in brackets. */
async function waitForTabs(...expected: readonly string[]): Promise<void> {
  const read = () => dashboards().map(({ label, isActive }) => (isActive ? `[${label}]` : label));
  const holds = () => JSON.stringify(read()) === JSON.stringify(expected);
  if (!holds()) {
    await new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timeout);
        subscription.dispose();
        resolve();
      };
      const timeout = setTimeout(finish, 15_000);
      const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
        if (holds()) finish();
      });
    });
  }
  assert.deepEqual(read(), expected);
}

const open = (argument?: unknown) => vscode.commands.executeCommand(commands.openDashboard, argument);

describeIn(oneFolder, 'the dashboard', () => {
  // Names of their own: the editor keeps the text of a file for a while after it is gone.
  const roadmap = place('ROADMAP-shown.md');
  const other = place('ROADMAP-other.md');

  before(async () => {
    await write(roadmap, '# Shelfmark\n\n- [ ] Print labels\n');
    await refreshed();
  });

  after(emptyFolder);

  afterEach(closeEditors);

  it('is a tab that is called after its roadmap, and one only', async () => {
    await open();
    await waitForTabs('[Shelfmark]');
    await vscode.window.showTextDocument(roadmap);
    await waitForTabs('Shelfmark');
    await open();
    await waitForTabs('[Shelfmark]');
  });

  it('is opened anew when it was closed', async () => {
    await open();
    await waitForTabs('[Shelfmark]');
    await vscode.window.tabGroups.close(dashboards());
    await waitForTabs();
    await open();
    await waitForTabs('[Shelfmark]');
  });

  it('can be closed at once, and all that is under way ends with it', async () => {
    for (let times = 0; times < 5; times++) {
      await open();
      await closeEditors();
    }
    await waitForTabs();
  });

  it('shows the roadmap that it is opened for: a row, the URI of an editor, or the one in the editor', async () => {
    await write(other, '# Product\n\n- [ ] Sell it\n');
    await refreshed();
    try {
      await open({ uri: other.toString() });
      await waitForTabs('[Product]');
      await open(roadmap);
      await waitForTabs('[Shelfmark]');
      await vscode.window.showTextDocument(other);
      await open();
      await waitForTabs('[Product]');
      // Nothing else is opened in its place.
      await open({ uri: place('no/ROADMAP.md').toString() });
      await waitForTabs('[Product]');
    } finally {
      await remove(other);
      await refreshed();
    }
  });

  it('follows the title of its roadmap, and stays when that is gone', async () => {
    await write(other, '# Product\n\n- [ ] Sell it\n');
    await refreshed();
    try {
      await open(other);
      await waitForTabs('[Product]');
      await write(other, '# Product of next year\n\n- [ ] Sell it\n');
      await refreshed();
      await waitForTabs('[Product of next year]');
      await write(other, `# ${'long '.repeat(10_000)}\n\n- [ ] Sell it\n`);
      await refreshed();
      await waitForTabs(`[${'long '.repeat(16).trim()}…]`);
      await remove(other);
      await refreshed();
      await waitForTabs('[Roadmap Dashboard]');
      await write(other, '# Product\n\n- [ ] Sell it\n');
      await refreshed();
      await waitForTabs('[Product]');
    } finally {
      await remove(other);
      await refreshed();
    }
  });

  it('follows its roadmap where that is renamed in VS Code', async () => {
    const renamed = place('ROADMAP-renamed.md');
    await write(other, '# Product\n\n- [ ] Sell it\n');
    await refreshed();
    try {
      await open(other);
      await waitForTabs('[Product]');
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(other, renamed);
      assert.ok(await vscode.workspace.applyEdit(edit));
      await write(renamed, '# Product by its new name\n\n- [ ] Sell it\n');
      await refreshed();
      await waitForTabs('[Product by its new name]');
    } finally {
      await remove(other, renamed);
      await refreshed();
    }
  });

  it('has a view in the side bar that can be shown', async () => {
    await vscode.commands.executeCommand(`${views.dashboard}.focus`);
    await vscode.commands.executeCommand(`${views.roadmap}.focus`);
  });
});

const withoutPlan: readonly HostName[] = ['noFolder', 'unavailable'];

describeIn(withoutPlan, 'the dashboard without a roadmap', () => {
  afterEach(closeEditors);

  it('is a tab all the same, which says so', async () => {
    await open();
    await waitForTabs('[Roadmap Dashboard]');
  });
});
