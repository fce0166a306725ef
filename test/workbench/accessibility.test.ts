import assert from 'node:assert/strict';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../host/project.js';
import type { Tree } from '../host/trees.js';
import type { Workbench } from '../host/workbench.js';
import { runAxe } from './axe.js';
import { openSession, type Session } from './sample.js';
import { focusRests, openWalkthrough } from './walkthrough.js';

const sideBar = '.part.sidebar';
const statusBarEntry = '.part.statusbar [id$="roadmapLens.progress"]';
const quickInput = '.quick-input-widget';

const themes = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light'];

for (const colorTheme of themes) {
  describe(`accessibility in the theme ${colorTheme}`, function () {
    this.timeout(300_000);

    let session: Session;
    let workbench: Workbench;
    let tree: Tree;

    before(async () => {
      session = await openSession((folder) => mkdir(folder, { recursive: true }), { colorTheme });
      workbench = session.workbench;
      tree = workbench.tree('Roadmap');
    });

    after(() => session?.close());

    /** Fails where axe objects, and where it saw no element of a role that is to be there. */
    async function check(include: readonly string[], roles: readonly string[]): Promise<void> {
      const { violations, named } = await runAxe(workbench.page, include);
      assert.deepEqual(violations, []);
      for (const role of roles) assert.ok(named[role], `No ${role} was checked, but ${JSON.stringify(named)}`);
    }

    /** The rows in sight have a name that begins with their title, or with what they are: `Risk: …`. */
    async function checkRows(): Promise<void> {
      for (const { label, ariaLabel } of await tree.rows()) {
        assert.ok(
          label !== '' && ariaLabel.replace(/^(?:[A-Z][a-z ]+|Problem in [^:]+): /, '').startsWith(label),
          `The row "${label}" is called "${ariaLabel}".`,
        );
      }
    }

    /** Opens a quick pick by its command, looks at it, and leaves it. */
    async function checkQuickPick(command: string, title: string, role: string): Promise<void> {
      await workbench.runCommand(command);
      await workbench.quickInput(title);
      await check([quickInput], ['listbox', role]);
      for (const row of await workbench.page.locator('.quick-input-list .monaco-list-row').all()) {
        const label = (await row.locator('.label-name').first().textContent()) ?? '';
        const name = (await row.getAttribute('aria-label')) ?? '';
        // The name of an icon in a label would be said before it.
        assert.ok(label !== '' && name.startsWith(label.trim()), `The entry "${label}" is called "${name}".`);
      }
      await workbench.page.keyboard.press('Escape');
      await workbench.page.locator(quickInput).waitFor({ state: 'hidden' });
    }

    /** Shows only tasks of one status. */
    async function filter(status: string): Promise<void> {
      await workbench.runCommand('Roadmap: Filter by Status and Priority…');
      await workbench.quickInput('Filter Roadmap');
      await workbench.pickQuickInputItem(status);
      await workbench.page.keyboard.press('Enter');
    }

    it('of the welcome text of an empty folder', async () => {
      await workbench.page.getByText('No roadmap was found here.').waitFor();
      await check([sideBar], ['button']);
    });

    it('of the plan, expanded, and the entry in the status bar', async () => {
      await mkdir(join(session.folder, 'docs'));
      const roadmap = join(projectRoot, 'test', 'fixtures', 'sample', 'TECHNICAL_ROADMAP.md');
      await copyFile(roadmap, join(session.folder, 'docs', 'TECHNICAL_ROADMAP.md'));
      await tree.waitFor('the plan', (rows) => rows.some(({ label }) => label === 'Risks'));
      await workbench.runCommand('Roadmap: Expand All');
      await tree.waitFor('the tasks', (rows) => rows.some(({ label }) => label === 'Add smoke tests'));
      await workbench.page.locator(quickInput).waitFor({ state: 'hidden' });
      await workbench.page.locator(statusBarEntry).waitFor();
      await check([sideBar, statusBarEntry], ['treeitem', 'button']);
      await checkRows();
    });

    it('of the status bar entry, which says what it counts', async () => {
      const entry = (await workbench.statusBar()).find(({ id }) => id.endsWith('roadmapLens.progress'));
      assert.match(entry?.ariaLabel ?? '', /^Roadmap: 10 of 54 tasks done, 30-Day 50 %/);
    });

    it('of the pick of a task', () => checkQuickPick('Roadmap: Go to Task…', 'Go to Task', 'option'));

    it('of the pick of a filter', () =>
      checkQuickPick('Roadmap: Filter by Status and Priority…', 'Filter Roadmap', 'checkbox'));

    it('of filtered rows and the filter above them', async () => {
      await filter('Done');
      await tree.pane.getByText('Filter: done').waitFor();
      await check([sideBar], ['treeitem']);
      await checkRows();
      await workbench.runCommand('Roadmap: Clear Filter');
      await tree.waitFor('the registers', (rows) => rows.some(({ label }) => label === 'Risks'));
    });

    it('of the message where no task matches', async () => {
      await filter('Cancelled');
      await tree.pane.getByText('No task matches the filter: cancelled').waitFor();
      await check([sideBar], ['button']);
      await workbench.runCommand('Roadmap: Clear Filter');
      await tree.waitFor('the registers', (rows) => rows.some(({ label }) => label === 'Risks'));
    });

    it('of several roadmaps, one of which could not be read', async () => {
      await writeFile(join(session.folder, 'ROADMAP.md'), '# Product\n\n- [x] Sell it\n- [-] Fax it\n- ⛔ Send it\n');
      await writeFile(join(session.folder, 'MILESTONES.md'), Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 1));
      const rows = await tree.waitFor(
        'all three',
        (all) => all.some(({ label }) => label === 'Product') && all.some(({ label }) => label.includes('no text')),
      );
      assert.ok(rows.some(({ ariaLabel }) => ariaLabel.startsWith('Problem in MILESTONES.md: This is no text file')));
      await check([sideBar, statusBarEntry], ['treeitem', 'button']);
      await checkRows();
    });

    it('of the pick of a roadmap', () => checkQuickPick('Roadmap: Open Roadmap', 'Open Roadmap', 'option'));

    it('of the walkthrough, step by step', async () => {
      await openWalkthrough(workbench, () => workbench.runCommand('Roadmap: Get Started'));
      const { page } = workbench;
      for (const step of await page.locator('.getting-started-step').all()) {
        await step.locator('.step-title').click();
        await step.and(page.locator('.expanded')).waitFor();
        await page.evaluate(focusRests);
        await check(['.gettingStartedSlideDetails'], ['button']);
      }
    });

    it('of the settings', async () => {
      await workbench.runCommand('Preferences: Open Settings (UI)');
      const { page } = workbench;
      await page.locator('.settings-editor .suggest-input-container').click();
      await page.keyboard.type('@ext:roadmap-lens.roadmap-lens');
      await page.locator('.settings-editor .setting-item-description', { hasText: 'What the number on the' }).waitFor();
      await check(['.settings-editor .settings-tree-container'], ['checkbox']);
    });
  });
}
