import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { createSampleWorkspace } from '../demo/sampleWorkspace.js';
import type { TreeRow } from '../host/trees.js';
import { openSession, type Session } from './sample.js';
import { screenshotFile } from './screenshots.js';
import { itInEachTheme } from './themes.js';

const goals = ['30-Day Goals', '90-Day Goals'];

/** Shows the metrics, as soon as they are measured. */
async function showMetrics({ workbench }: Session): Promise<void> {
  const tree = workbench.tree('Roadmap');
  for (const told of [/ measured/, /will be late/])
    await tree.waitFor(String(told), (rows) => rows.some(({ description }) => told.test(description)));
  for (const label of ['30-Day Roadmap', '90-Day Roadmap', '1-Year Roadmap']) {
    await tree.click(label);
    await workbench.page.keyboard.press('ArrowLeft');
  }
  for (const label of ['Success metrics', ...goals]) await tree.expand(label);
}

describe('metrics and forecast', function () {
  this.timeout(300_000);

  itInEachTheme('are shown in the tree', 'metrics', async (session, picture) => {
    await showMetrics(session);
    const { page } = session.workbench;
    const row = await session.workbench.tree('Roadmap').row('Search response time');
    await row.click();
    await page.mouse.move(900, 400);
    await session.workbench.widenSideBar(220);
    await picture();
    assert.match(await row.innerText(), /140 ms|139\.9\d? ms/);
  });

  describe('while one works', () => {
    let session: Session;

    before(async () => {
      session = await openSession(createSampleWorkspace, { size: { width: 1200, height: 900 } });
      await showMetrics(session);
    });

    after(() => session?.close());

    const tree = () => session.workbench.tree('Roadmap');
    const row = (rows: readonly TreeRow[], label: string, group: string) => {
      const from = rows.findIndex((each) => each.label === group);
      return rows.slice(from).find((each) => each.label === label)!;
    };
    /** Waits until what is said of a metric of the 90-day goals begins so. */
    const until = (label: string, description: string) =>
      tree().waitFor(`${label}: ${description}`, (rows) =>
        row(rows, label, '90-Day Goals').description.startsWith(description),
      );
    const hoverOf = async (place: Locator) => {
      await session.workbench.page.locator('.part.editor').first().hover();
      await place.hover();
      const hover = session.workbench.page.locator('.monaco-hover:visible .hover-contents').first();
      await hover.waitFor();
      return hover.innerText();
    };

    it('say reading, target, state, source and age, by icon and in words', async () => {
      const rows = await tree().rows();
      const met = row(rows, 'Test coverage', '30-Day Goals');
      assert.match(met.description, /^78\.46 % · ≥ 75 % · met · coverage\/coverage-summary\.json \(lines\) · now$/);
      assert.match(met.ariaLabel ?? '', /^Metric: Test coverage, 78\.46 %, at least 75 %, met, coverage/);
      const missed = row(rows, 'Test coverage', '90-Day Goals');
      assert.match(missed.description, /^78\.46 % · ≥ 85 % · missed/);
      assert.notEqual(met.icon.join(), missed.icon.join());
      assert.match(row(rows, 'CI time', '90-Day Goals').description, /^≤ 8 min · waits to be allowed$/);
    });

    it('say in the tooltip of a horizon when it will be done, and when it was to be', async () => {
      const text = await hoverOf(await tree().row('90-Day Roadmap'));
      assert.match(text, /Planned:[\s\S]*counted\sfrom\sthe\sGenerated\sdate/);
      assert.match(text, /Forecast:\s50\s%:\s\d{4}-\d\d-\d\d,\s85\s%:\s\d{4}-\d\d-\d\d,\s95\s%:\s/);
    });

    it('show a new run at once', async () => {
      const report = { total: { lines: { total: 100, covered: 91, skipped: 0, pct: 91 } } };
      const start = Date.now();
      await writeFile(join(session.folder, 'coverage', 'coverage-summary.json'), JSON.stringify(report));
      await until('Test coverage', '91 % · ≥ 85 % · met');
      console.log(`      A new run is shown after ${Date.now() - start} ms`);
    });

    it('are measured by a command after a yes for just this one, and then without', async () => {
      const { page } = session.workbench;
      await tree().runFromContextMenu('CI time', 'Run Command of Metric…');
      const dialog = page.locator('.monaco-dialog-box');
      await dialog.waitFor();
      assert.match(await dialog.innerText(), /node scripts\/ci-time\.mjs/);
      await session.workbench.screenshot(await screenshotFile('metric-command', false));
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'hidden' });
      assert.match(row(await tree().rows(), 'CI time', '90-Day Goals').description, /waits to be allowed/);
      await tree().runFromContextMenu('CI time', 'Run Command of Metric…');
      await dialog.getByRole('button', { name: 'Run' }).click();
      await until('CI time', '6.5 min · ≤ 8 min · met · node scripts');
      await writeFile(join(session.folder, 'scripts', 'ci-time.mjs'), "console.log('9 min');\n");
      await tree().runFromContextMenu('CI time', 'Run Command of Metric…');
      await until('CI time', '9 min · ≤ 8 min · missed');
      assert.equal(await dialog.count(), 0);
    });

    it('list what is next with the reasons', async () => {
      await session.workbench.runCommand('Roadmap: What Next…');
      const { items } = await session.workbench.quickInput('What Next');
      assert.equal(items[0]?.label, 'Release on every merge');
      await session.workbench.screenshot(await screenshotFile('next', false));
      await session.workbench.page.keyboard.press('Escape');
    });

    it('explain a figure by the tasks it counts', async () => {
      await tree().runFromContextMenu('30-Day Roadmap', 'Explain Progress');
      const { title, items } = await session.workbench.quickInput('working days');
      assert.match(title, /^8 of 16 done \(50 %\), .* working days/);
      assert.match(items[0]!.description, /^done, .* working day/);
      await session.workbench.screenshot(await screenshotFile('explain-progress', false));
      await session.workbench.page.keyboard.press('Escape');
    });
  });
});
