import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tree } from '../host/trees.js';
import { openSession, type Session } from './sample.js';

describe('roadmap files that come and go', function () {
  this.timeout(300_000);

  let session: Session;
  let tree: Tree;

  before(async () => {
    session = await openSession((folder) => mkdir(folder, { recursive: true }));
    tree = session.workbench.tree('Roadmap');
  });

  after(() => session?.close());

  it('an empty folder says what to do', async () => {
    await session.workbench.page.getByText('No roadmap was found here.').waitFor();
    assert.match(await tree.message(), /Create Roadmap/);
  });

  it('a starter is created by a click, opened and shown', async () => {
    await session.workbench.page.getByRole('button', { name: 'Create Roadmap' }).click();
    const rows = await tree.waitFor('the starter', (all) => all.length > 5);
    assert.equal(rows[0]!.label, 'Now');
    await session.workbench.page.locator('.tab.active[data-resource-name="ROADMAP.md"]').waitFor();
  });

  it('a second roadmap makes a root of each', async () => {
    await mkdir(join(session.folder, 'docs'));
    await writeFile(
      join(session.folder, 'docs', 'PRODUCT_ROADMAP.md'),
      '# Product\n\n- [x] Sell it\n- [ ] Sell more\n',
    );
    const rows = await tree.waitFor('both', (all) => all.some(({ label }) => label === 'Product'));
    assert.deepEqual(
      rows.filter(({ level }) => level === 1).map(({ label, description }) => `${label}  ${description}`),
      ['shelfmark Roadmap  0/5 · ROADMAP.md', 'Product  1/2 · docs/PRODUCT_ROADMAP.md'],
    );
  });

  it('a renamed file keeps its place under its new name', async () => {
    const docs = join(session.folder, 'docs');
    await rename(join(docs, 'PRODUCT_ROADMAP.md'), join(docs, 'MILESTONES.md'));
    await tree.waitFor('the new name', (all) =>
      all.some(({ description }) => description.endsWith('docs/MILESTONES.md')),
    );
  });

  it('a deleted directory takes its roadmap with it', async () => {
    await rm(join(session.folder, 'docs'), { recursive: true });
    await tree.waitFor(
      'one roadmap',
      (all) => !all.some(({ label }) => label === 'Product') && all[0]?.label === 'Now',
    );
  });

  it('a file without tasks says so where its tasks would be', async () => {
    await writeFile(join(session.folder, 'MILESTONES.md'), '# Milestones\n\nNone yet.\n');
    const rows = await tree.waitFor('the problem', (all) =>
      all.some(({ label }) => label.startsWith('No task was found')),
    );
    assert.equal(rows.find(({ label }) => label.startsWith('No task'))!.description, 'MILESTONES.md');
  });
});
