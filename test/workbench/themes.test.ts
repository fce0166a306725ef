import assert from 'node:assert/strict';
import { createSampleWorkspace } from '../demo/sampleWorkspace.js';
import type { Workbench } from '../host/workbench.js';
import { openSession } from './sample.js';
import { screenshotFile } from './screenshots.js';

/** Pictures for a person to look at; those of the README in `media/` where `UPDATE_SCREENSHOTS` is set. */
describe('pictures', function () {
  this.timeout(300_000);

  for (const [name, colorTheme, base, inReadme] of [
    ['tree-dark', 'Default Dark Modern', 'vs-dark', true],
    ['tree-light', 'Default Light Modern', 'vs', true],
    ['tree-contrast', 'Default High Contrast', 'hc-black', true],
    ['tree-contrast-light', 'Default High Contrast Light', 'hc-light', false],
  ] as const) {
    it(`of the tree in the theme ${colorTheme}`, async () => {
      const session = await openSession(createSampleWorkspace, {
        colorTheme,
        size: { width: 1200, height: 720 },
      });
      try {
        const { workbench } = session;
        const tree = workbench.tree('Roadmap');
        await tree.waitFor('the horizons', (rows) => rows.some(({ label }) => label === '1-Year Roadmap'));
        await tree.click('Release Pipeline');
        await tree.expand('Release Pipeline');
        await workbench.page.locator('.view-line', { hasText: 'Release Pipeline' }).first().waitFor();
        await widenSideBar(workbench, 120);
        await workbench.page.locator(`.monaco-workbench.${base}`).waitFor();
        await workbench.screenshot(await screenshotFile(name, inReadme));
        assert.ok((await tree.rows()).length > 10);
      } finally {
        await session.close();
      }
    });
  }
});

/** Drags the border of the side bar, so that the descriptions of its rows can be read, and leaves the pointer aside. */
async function widenSideBar({ page }: Workbench, by: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  assert.ok(box);
  const [x, y] = [box.x + box.width, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(x + by + 300, y);
}
