import assert from 'node:assert/strict';
import { createSampleWorkspace } from '../demo/sampleWorkspace.js';
import { openSession } from './sample.js';
import { screenshotFile } from './screenshots.js';

/** Pictures for a person to look at; those of the README in `media/` where `UPDATE_SCREENSHOTS` is set. */
describe('pictures', function () {
  this.timeout(300_000);

  for (const [name, colorTheme, base, inReadme] of [
    ['tree-dark', 'Default Dark Modern', 'vs-dark', true],
    ['tree-light', 'Default Light Modern', 'vs', false],
    ['tree-contrast', 'Default High Contrast', 'hc-black', false],
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
        await tree.waitFor('the forecast', (rows) =>
          rows.some(({ description }) => description.includes('will be late')),
        );
        await tree.click('Release Pipeline');
        await tree.expand('Release Pipeline');
        await workbench.page.locator('.view-line', { hasText: 'Release Pipeline' }).first().waitFor();
        await workbench.widenSideBar(120);
        await workbench.page.locator(`.monaco-workbench.${base}`).waitFor();
        await workbench.screenshot(await screenshotFile(name, inReadme));
        assert.ok((await tree.rows()).length > 10);
      } finally {
        await session.close();
      }
    });
  }

  it('of a problem with its ways out', async () => {
    const session = await openSession(createSampleWorkspace, { size: { width: 1200, height: 720 } });
    try {
      const { workbench } = session;
      const { page } = workbench;
      await workbench.runCommand('Problems: Focus on Problems View');
      // The first of them: further down only what is in sight is drawn.
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'overdue' }).first().waitFor();
      await workbench.openFile('tests/smoke.py');
      await page.locator('.editor-instance .squiggly-warning').first().waitFor();
      await workbench.goTo(6, 14);
      await page.keyboard.press('Control+.');
      const fixes = page.locator('.action-widget .action-item, .action-widget .monaco-list-row');
      await fixes.filter({ hasText: 'Remove this TODO' }).first().waitFor();
      await workbench.screenshot(await screenshotFile('problems-dark', true));
      assert.ok((await fixes.allInnerTexts()).some((text) => text.includes('Ignore closed-task on this line')));
    } finally {
      await session.close();
    }
  });
});
