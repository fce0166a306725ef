import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSampleWorkspace } from '../demo/sampleWorkspace.js';
import { projectRoot } from '../host/project.js';
import { parseVersion, versionVariable } from '../host/provision.js';
import { formatRows, type Tree, type TreeRow } from '../host/trees.js';
import { openWorkbench, type Workbench } from '../host/workbench.js';
import { screenshotFile } from './screenshots.js';

describe('the roadmap tree', function () {
  // The first test waits for VS Code, which may have to be fetched.
  this.timeout(300_000);

  let folder: string;
  let workbench: Workbench;
  let tree: Tree;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roadmap-lens-tree-'));
    const workspace = join(folder, 'shelfmark');
    await createSampleWorkspace(workspace);
    workbench = await openWorkbench({
      version: parseVersion(process.env[versionVariable]),
      workspace,
      extension: projectRoot,
      colorTheme: 'Default Dark Modern',
      log: console.log,
    });
    await workbench.openViewContainer('Roadmap');
    tree = workbench.tree('Roadmap');
  });

  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows the horizons with their progress', async () => {
    const rows = await tree.waitFor('the last horizon', (all) => all.some(({ label }) => label.startsWith('1-Year')));
    const horizons = rows.filter(({ label }) => /^\d+-\w+ Roadmap/.test(label));
    assert.deepEqual(
      horizons.map(({ level, description }) => [level, description]),
      [
        [1, '8/16 · 50 %'],
        [1, '1/17 · 6 %'],
        [1, '1/21 · 5 %'],
      ],
    );
    await workbench.screenshot(await screenshotFile('tree'));
  });

  it('shows phases and tasks with their state, by icon and to a screen reader', async () => {
    await tree.expand('Release Pipeline');
    const rows = await tree.rows();
    assert.match(find(rows, 'Release Pipeline').description, /^4\/5 · .*Week 1–2\b/);
    const done = find(rows, 'Add smoke tests');
    assert.equal(done.level, 3);
    assert.ok(done.icon.includes('codicon-pass-filled'));
    assert.match(done.ariaLabel, /\bdone\b/);
    const open = find(rows, 'Release on every merge');
    assert.ok(open.icon.includes('codicon-circle-large-outline'));
    assert.doesNotMatch(open.ariaLabel, /\bdone\b/);
  });

  it('follows what is typed into the roadmap', async () => {
    await workbench.openFile('docs/TECHNICAL_ROADMAP.md');
    await workbench.goTo(32, '5. '.length + 1);
    await workbench.type('✅ ');
    await tree.waitFor('one more done task', (rows) => find(rows, 'Release Pipeline').description.startsWith('5/5'));
  });
});

function find(rows: readonly TreeRow[], label: string): TreeRow {
  const row = rows.find((each) => each.label === label);
  assert.ok(row, `No row "${label}" in:\n${formatRows(rows)}`);
  return row;
}
