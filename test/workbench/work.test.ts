import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSampleWorkspace, sampleRoadmap } from '../demo/sampleWorkspace.js';
import type { Workbench } from '../host/workbench.js';
import { openSession, type Session } from './sample.js';
import { screenshotFile } from './screenshots.js';
import { itInEachTheme } from './themes.js';

/** The entry of the status bar. */
const entry = ({ page }: Workbench) => page.locator('.part.statusbar .statusbar-item[id$="roadmapLens.progress"]');

/** Waits until the status bar shows a text. */
async function shows(workbench: Workbench, text: string | RegExp): Promise<void> {
  await entry(workbench).filter({ hasText: text }).waitFor();
}

/** Begins work on a task by its title. */
async function start(workbench: Workbench, title: string): Promise<void> {
  await workbench.runCommand('Roadmap: Start Work on Task…');
  await workbench.quickInput('Start Work on Task');
  // The list shows only what there is room for.
  await workbench.page.keyboard.type(title);
  await workbench.pickQuickInputItem(title);
}

describe('work on a task', function () {
  this.timeout(300_000);

  itInEachTheme('is shown in the status bar, with what can be done', 'work', async ({ workbench }, picture) => {
    const { page } = workbench;
    await workbench.tree('Roadmap').waitFor('the plan', (rows) => rows.length > 10);
    await workbench.runCommand('Roadmap: Start Work on Task…');
    const { items } = await workbench.quickInput('Start Work on Task');
    assert.equal(items[0]!.label, 'Release on every merge');
    await page.keyboard.press('Escape');
    await start(workbench, 'Send overdue notices');
    await shows(workbench, 'Send overdue notices');
    await entry(workbench).click();
    const menu = await workbench.quickInput('Send overdue notices');
    assert.deepEqual(
      menu.items.map(({ label }) => label),
      ['Go to Task', 'Finish Work', 'Stop Work', 'Show Activity', 'Insert Reference into Commit Message'],
    );
    await picture();
  });

  describe('in a repository', () => {
    let session: Session;
    let workbench: Workbench;

    before(async () => {
      session = await openSession(createSampleWorkspace, {
        size: { width: 1200, height: 800 },
        settings: { 'roadmapLens.work.checkCommitMessage': true },
      });
      ({ workbench } = session);
      await workbench.tree('Roadmap').waitFor('the plan', (rows) => rows.length > 10);
    });

    after(() => session?.close());

    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
        cwd: session.folder,
        encoding: 'utf8',
      }).trim();
    const present = () => git('symbolic-ref', '--short', 'HEAD');
    const picture = async (name: string) => workbench.screenshot(await screenshotFile(`work-${name}`, false));

    it('begins with the choice of what is ready, and says where the new branch comes from', async () => {
      await workbench.runCommand('Roadmap: Start Work on Task…');
      const { placeholder, items } = await workbench.quickInput('Start Work on Task');
      assert.equal(placeholder, 'Choose a task to work on');
      assert.equal(items[0]!.label, 'Release on every merge');
      await picture('pick');
      await workbench.pickQuickInputItem('Release on every merge');
      await shows(workbench, 'Release on every merge');
      const { page } = workbench;
      await page
        .locator('.part.statusbar')
        .getByText('On the new branch release-on-every-merge, made from main')
        .waitFor();
      assert.equal(present(), 'release-on-every-merge');
      const hover = page.locator('.monaco-hover:visible', { hasText: /Release\s+Pipeline/ });
      // What is read meanwhile draws the entry anew, which closes its hover.
      for (let attempts = 8; attempts > 0 && (await hover.count()) === 0; attempts--) {
        await page.locator('.part.editor').first().hover();
        await entry(workbench).hover();
        await hover.waitFor({ timeout: 3_000 }).catch(() => undefined);
      }
      assert.match(await hover.first().innerText(), /Release\son\severy\smerge\s+in\sprogress/);
      await picture('tooltip');
      const shown = (await workbench.statusBar()).find(({ id }) => id.endsWith('roadmapLens.progress'));
      assert.match(shown!.ariaLabel, /^At work on Release on every merge\. Roadmap: \d+ of \d+ tasks done/);
    });

    it('asks once what is to become of changes that are not committed, and does nothing where that is left', async () => {
      // The plan itself has changed: the first task is in progress.
      const before = await readFile(join(session.folder, sampleRoadmap), 'utf8');
      await start(workbench, 'Send overdue notices');
      const { placeholder, items } = await workbench.quickInput('Start Work: Send overdue notices');
      assert.equal(placeholder, `${sampleRoadmap} has changes that are not committed`);
      assert.deepEqual(
        items.map(({ label }) => label),
        ['Bring the changes along', 'Work here without a new branch'],
      );
      await picture('changes');
      await workbench.page.keyboard.press('Escape');
      await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      assert.equal(present(), 'release-on-every-merge');
      assert.equal(await readFile(join(session.folder, sampleRoadmap), 'utf8'), before);
      await start(workbench, 'Send overdue notices');
      await workbench.quickInput('Start Work: Send overdue notices');
      await workbench.pickQuickInputItem('Bring the changes along');
      await shows(workbench, 'Send overdue notices');
      assert.equal(present(), 'send-overdue-notices');
    });

    it('is left as it is where git refuses, with the reason', async () => {
      git('commit', '--quiet', '--all', '--message', 'Begin');
      git('switch', '--quiet', 'release-on-every-merge');
      await writeFile(join(session.folder, 'lending', 'loans.py'), '# another\n');
      git('commit', '--quiet', '--all', '--message', 'Change');
      git('switch', '--quiet', 'send-overdue-notices');
      await writeFile(join(session.folder, 'lending', 'loans.py'), '# not committed\n');
      await start(workbench, 'Release on every merge');
      await workbench.quickInput('Start Work: Release on every merge');
      await workbench.pickQuickInputItem('Bring the changes along');
      const message =
        'git did not switch to release-on-every-merge, as changes that are not committed would be lost (lending/loans.py): commit them first.';
      const list = await workbench.openNotifications();
      await list.getByText(message).waitFor();
      await picture('refused');
      await workbench.page.keyboard.press('Escape');
      assert.equal(present(), 'send-overdue-notices');
      await shows(workbench, 'Send overdue notices');
      git('checkout', '--quiet', '--', 'lending/loans.py');
    });

    it('is offered in the folder in which its branch is checked out', async () => {
      git('worktree', 'add', '--quiet', '../tree', 'release-on-every-merge');
      await start(workbench, 'Release on every merge');
      const { items } = await workbench.quickInput('Start Work: Release on every merge');
      assert.deepEqual(
        items.map(({ label }) => label),
        ['release-on-every-merge', 'Work here without a branch of its own'],
      );
      const list = workbench.page.locator('.quick-input-list');
      await list.getByText(/^Checked out in .*tree: opens that folder$/).waitFor();
      await picture('worktree');
      await workbench.page.keyboard.press('Escape');
      git('worktree', 'remove', '../tree');
    });

    it('is missed in the commit box, and put in from there', async () => {
      const { page } = workbench;
      await workbench.openViewContainer('Source Control');
      const box = page.locator('.scm-editor .monaco-editor').first();
      await box.waitFor();
      await box.click();
      await page.keyboard.type('Send them');
      const squiggle = box.locator('.squiggly-info');
      await squiggle.first().waitFor();
      await picture('missing');
      await page.keyboard.press('Control+.');
      const menu = page.locator('.action-widget');
      await menu.getByText('Insert Task: send-overdue-notices').waitFor();
      await picture('fix');
      await page.keyboard.press('Enter');
      await box.locator('.view-line', { hasText: 'Task: send-overdue-notices' }).waitFor();
      await squiggle.first().waitFor({ state: 'detached' });
      await picture('inserted');
    });

    it('ends with the task done, and a list of the TODOs that are left', async () => {
      await workbench.runCommand('Roadmap: Finish Work on Task');
      const { title, items } = await workbench.quickInput('Send overdue notices: done');
      assert.match(title, /^Send overdue notices: done, but 1 TODO is left$/);
      assert.ok(items.some(({ description }) => description.includes('lending/loans.py')));
      await picture('finish');
      await workbench.pickQuickInputItem(items[0]!.label);
      await workbench.page.locator('.tab.active', { hasText: '.py' }).waitFor();
      await shows(workbench, /\d+\/\d+/);
      assert.match(await readFile(join(session.folder, sampleRoadmap), 'utf8'), /✅ Send overdue notices/);
      assert.equal(present(), 'send-overdue-notices');
    });
  });
});
