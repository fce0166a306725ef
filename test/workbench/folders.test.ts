import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSession, type Session } from './sample.js';

describe('a window with several folders', function () {
  this.timeout(300_000);

  let session: Session;

  before(async () => {
    session = await openSession(
      async (folder) => {
        for (const [name, text] of [
          ['web shop', '# Shop\n\n## Now\n- [x] Sell\n- [ ] Send\n'],
          ['büro', '# Büro\n\n- [ ] Sell\n'],
        ] as const) {
          await mkdir(join(folder, name), { recursive: true });
          await writeFile(join(folder, name, 'ROADMAP.md'), text);
        }
        const folders = [{ path: 'web shop' }, { path: 'büro' }];
        await writeFile(join(folder, 'all.code-workspace'), JSON.stringify({ folders }));
      },
      { workspaceFile: 'all.code-workspace' },
    );
  });

  after(() => session?.close());

  it('shows the roadmap of each, told apart by its folder, and counts them together', async () => {
    const tree = session.workbench.tree('Roadmap');
    const rows = await tree.waitFor('both roadmaps', (all) => all.filter(({ level }) => level === 1).length === 2);
    assert.deepEqual(
      rows.filter(({ level }) => level === 1).map(({ label, description }) => `${label}  ${description}`),
      ['Shop  1/2 · web shop/ROADMAP.md', 'Büro  0/1 · büro/ROADMAP.md'],
    );
    const entry = (await session.workbench.statusBar()).find(({ id }) => id.endsWith('roadmapLens.progress'));
    assert.equal(entry?.text, '1/3');
  });

  it('goes to the task in the right file where two have the same id', async () => {
    const { workbench } = session;
    await workbench.tree('Roadmap').click('Büro');
    await workbench.page.locator('.tab.active', { hasText: 'ROADMAP.md' }).waitFor();
    await workbench.page.locator('.view-line', { hasText: '# Büro' }).first().waitFor();
  });
});
