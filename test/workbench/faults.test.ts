import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSampleWorkspace } from '../demo/sampleWorkspace.js';
import { openSession, type Session } from './sample.js';

describe('what is wrong around the roadmaps', function () {
  this.timeout(300_000);

  let session: Session | undefined;

  afterEach(async () => {
    await session?.close();
    session = undefined;
  });

  it('in settings is told once, with the way to them, and the rest works', async () => {
    const settings = { 'roadmapLens.badge': 42, 'roadmapLens.files': 'plans/*.md' };
    session = await openSession(createSampleWorkspace, { settings });
    const { workbench } = session;
    await workbench.tree('Roadmap').waitFor('the plan', (rows) => rows.some(({ label }) => label === '1-Year Roadmap'));
    await workbench.runCommand('Roadmap: Refresh');
    assert.deepEqual((await workbench.notifications()).sort(), [
      'The setting roadmapLens.badge must be one of open, doing, off. What is wrong in it counts for nothing.',
      'The setting roadmapLens.files must be a list of paths or globs. What is wrong in it counts for nothing.',
    ]);
    const list = await workbench.openNotifications();
    await list.getByRole('button', { name: 'Open Settings' }).first().click();
    await workbench.page.locator('.settings-editor').waitFor();
  });

  it('in the configuration costs itself: the roadmap is there', async () => {
    session = await openSession(async (folder) => {
      await mkdir(join(folder, '.roadmap'), { recursive: true });
      await writeFile(join(folder, '.roadmap', 'config.yaml'), 'roadmaps: [a.md\nidPrefix: {');
      await writeFile(join(folder, 'ROADMAP.md'), '# Plan\n\n- [ ] Write\n- [x] Read\n');
    });
    const { workbench } = session;
    await workbench.tree('Roadmap').waitFor('the tasks', (rows) => rows.some(({ label }) => label === 'Write'));
    await workbench.page.locator('.statusbar-item', { hasText: '1/2' }).waitFor();
    await workbench.runCommand('View: Focus Problems');
    await workbench.page
      .locator('.markers-panel')
      .getByText('This is no valid YAML', { exact: false })
      .first()
      .waitFor();
    assert.deepEqual(await workbench.notifications(), []);
  });

  it('with a folder whose file system is not there is said where its roadmap would be', async () => {
    session = await openSession((folder) => mkdir(folder, { recursive: true }), { workspace: 'nosuch:/harbour' });
    const rows = await session.workbench.tree('Roadmap').waitFor('the problem', (all) => all.length > 0);
    assert.deepEqual(
      rows.map(({ label, description }) => [label, description]),
      [
        [
          'No file system for "nosuch:" is available: reconnect, or enable the extension that brings it, then refresh.',
          'harbour',
        ],
      ],
    );
  });
});
