import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { createSampleWorkspace } from '../demo/sampleWorkspace.js';
import { provisionBrowser } from '../host/browser.js';
import { projectRoot } from '../host/project.js';
import { runAxe } from './axe.js';

/** The page that `report --format html` makes, in a browser that knows nothing of VS Code. */
describe('an exported page', function () {
  this.timeout(120_000);

  let folder: string;
  let browser: Browser;
  let address: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roadmap-lens-report-'));
    const workspace = join(folder, 'shelfmark');
    await createSampleWorkspace(workspace);
    const command = [join(projectRoot, 'dist', 'cli.js'), 'report', '--format', 'html', workspace];
    const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 50_000_000 });
    const file = join(folder, 'report.html');
    await writeFile(file, stdout);
    address = pathToFileURL(file).href;
    browser = await chromium.launch(await provisionBrowser());
  });

  after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible, and keeps to its own policy: ${colorScheme}`, async () => {
      const page = await browser.newPage({ colorScheme });
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(address);
      const { violations, named } = await runAxe(page, ['html']);
      assert.deepEqual(violations, []);
      assert.ok(Object.values(named).some((count) => count > 0));
      assert.deepEqual(said, []);
      await page.close();
    });
  }

  it('fits narrow windows and paper', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 600 } });
    await page.goto(address);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await overflow(), 0);
    // A4, without its margins, at 96 dots an inch.
    await page.setViewportSize({ width: 718, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    assert.equal(await overflow(), 0);
    assert.ok(await page.getByRole('heading', { name: 'Horizons' }).isVisible());
    await page.close();
  });
});
