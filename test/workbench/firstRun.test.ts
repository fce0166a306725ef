import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { createSampleWorkspace } from '../demo/sampleWorkspace.js';
import type { Tree } from '../host/trees.js';
import type { Workbench } from '../host/workbench.js';
import { openSession, type Session } from './sample.js';
import { focusRests, openWalkthrough } from './walkthrough.js';

const emptyFolder = (folder: string) => mkdir(folder, { recursive: true });

describe('the walkthrough', function () {
  this.timeout(300_000);

  let session: Session;
  let workbench: Workbench;
  let tree: Tree;

  before(async () => {
    // Wide enough for VS Code to open files beside the walkthrough.
    session = await openSession(emptyFolder, { size: { width: 1600, height: 900 } });
    workbench = session.workbench;
    tree = workbench.tree('Roadmap');
  });

  after(() => session?.close());

  const step = (title: string): Locator => {
    const { page } = workbench;
    return page.locator('.gettingStartedContainer .getting-started-step', {
      has: page.locator('.step-title').getByText(title, { exact: true }),
    });
  };
  const ticked = (title: string) => step(title).locator('.codicon-getting-started-step-checked').first().waitFor();

  /** Opens a step, which must not be ticked yet, and clicks a button of it. */
  async function begin(title: string, button: string, comes: Locator): Promise<void> {
    await step(title).locator('.codicon-getting-started-step-unchecked').first().waitFor();
    await click(title, button, comes);
  }

  /**
   * Clicks a button of a step, and waits for what comes. As a step opens, VS Code gives it the focus a moment late, and takes it
   * from what a click before that has opened; no person is that quick.
   */
  async function click(title: string, button: string, comes: Locator): Promise<void> {
    const shown = step(title).getByRole('button', { name: button, exact: true });
    if (!(await shown.isVisible())) await step(title).locator('.step-title').click();
    await workbench.page.evaluate(focusRests);
    await shown.click();
    await comes.waitFor();
  }

  /** The box of a quick pick with this title, or with such an entry. */
  const box = (text: string) =>
    workbench.page.locator('.quick-input-widget', { hasText: text }).locator('.quick-input-box input:focus');
  const tab = (name: string) => workbench.page.locator(`.tab.active[data-resource-name="${name}"]`);
  const back = () => workbench.page.locator('.tab', { hasText: /Welcome|Walkthrough/ }).click();

  /** Leaves a quick pick. Escape would leave the walkthrough as long as VS Code takes that to have the focus. */
  async function leave(): Promise<void> {
    const quickInput = workbench.page.locator('.quick-input-widget');
    await workbench.page.evaluate(focusRests);
    await workbench.page.keyboard.press('Escape');
    await quickInput.waitFor({ state: 'hidden' });
  }

  const text = (name: string) => readFile(join(session.folder, name), 'utf8');

  /** Waits until a file on disk says something. */
  async function said(name: string, pattern: RegExp): Promise<void> {
    for (const end = Date.now() + 15_000; !pattern.test(await text(name)); await workbench.page.evaluate(nextFrame))
      if (Date.now() > end) throw new Error(`${name} does not say ${String(pattern)}:\n${await text(name)}`);
  }

  it('is opened from the welcome text of an empty folder', async () => {
    await openWalkthrough(workbench, () => tree.pane.getByText('Get started', { exact: true }).click());
    assert.equal(await workbench.page.locator('.gettingStartedContainer .getting-started-step').count(), 5);
  });

  it('creates a roadmap, and stays beside it', async () => {
    await begin('Open or create a roadmap', 'Create Roadmap', tab('ROADMAP.md'));
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await tree.waitFor('the starter', (rows) =>
      rows.some(({ label }) => label === 'Ask the first users what is missing'),
    );
    await ticked('Open or create a roadmap');
  });

  it('opens the roadmap that is there', async () => {
    await workbench.page
      .locator('.tab[data-resource-name="ROADMAP.md"]')
      .getByRole('button', { name: 'Close' })
      .click();
    await workbench.page.locator('.tab[data-resource-name="ROADMAP.md"]').waitFor({ state: 'detached' });
    await click('Open or create a roadmap', 'Open Roadmap', tab('ROADMAP.md'));
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  });

  it('shows the tree, where a box is ticked', async () => {
    await begin('Tick a task', 'Show Tree', tree.pane.locator('.monaco-list:focus'));
    await tree.toggleCheckbox('Ask the first users what is missing');
    await said('ROADMAP.md', /- \[x\] Ask the first users/);
    await ticked('Tick a task');
  });

  it('marks a task as done that is chosen', async () => {
    await click('Tick a task', 'Mark a Task as Done', box('Mark as Done'));
    await workbench.pickQuickInputItem('Collect ideas here');
    await said('ROADMAP.md', /- \[x\] Collect ideas here/);
  });

  it('makes a file, and links the TODO that is written there', async () => {
    const { page } = workbench;
    await begin(
      'Link a TODO to a task',
      'New File',
      page.locator('.explorer-folders-view .monaco-inputbox input:focus'),
    );
    await page.keyboard.type('ideas.py');
    await page.keyboard.press('Enter');
    await tab('ideas.py').waitFor();
    await workbench.type('# TODO: ask in spring\n');
    await page.keyboard.press('Control+s');
    await said('ideas.py', /ask in spring/);
    // Two groups of editors are too narrow for VS Code to open a third beside the walkthrough.
    await back();
    // The cursor has left the comment, so it is asked which one is meant.
    await click('Link a TODO to a task', 'Link TODO to Task', box('ideas.py:1'));
    await workbench.pickQuickInputItem('ask in spring');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Describe what the first release can do' })
      .waitFor();
    await workbench.pickQuickInputItem('Describe what the first release can do');
    await said('ideas.py', /^# TODO\(describe-what-the-first-release-can-do\): ask in spring/);
    await ticked('Link a TODO to a task');
    await page.locator('.tab[data-resource-name="ideas.py"]').click();
    await page.locator('.codelens-decoration', { hasText: 'Describe what the first release can do' }).waitFor();
    await back();
  });

  it('says what is next, and shows all at a glance', async () => {
    await begin('See how far you are', 'What Next', box('What Next'));
    await leave();
    await ticked('See how far you are');
    const dashboard = workbench.page.locator('.tab.active', { hasText: 'Roadmap' }).filter({ hasNotText: '.md' });
    await click('See how far you are', 'Open Dashboard', dashboard);
    await back();
  });

  it('shows the problems', async () => {
    await begin('Check the plan', 'Show Problems', workbench.page.locator('.part.panel .markers-panel'));
    await ticked('Check the plan');
  });

  it('has told nothing that a person has to close', async () => {
    assert.deepEqual(await workbench.notifications(), []);
  });
});

describe('the walkthrough where there is a roadmap', function () {
  this.timeout(300_000);

  it('has ticked what is there already', async () => {
    const session = await openSession(createSampleWorkspace);
    try {
      const { workbench } = session;
      const { page } = workbench;
      const tree = workbench.tree('Roadmap');
      await tree.waitFor('the phases', (rows) => rows.some(({ label }) => label === 'Release Pipeline'));
      await tree.expand('Release Pipeline');
      await tree.waitFor('TODOs', (rows) => rows.some(({ description }) => description.includes(' TODO')));
      await openWalkthrough(workbench, () => workbench.runCommand('Roadmap: Get Started'));
      const done = page.locator('.getting-started-step', {
        has: page.locator('.codicon-getting-started-step-checked'),
      });
      await done.nth(1).waitFor();
      assert.deepEqual(await done.locator('.step-title').allInnerTexts(), [
        'Open or create a roadmap',
        'Link a TODO to a task',
      ]);
    } finally {
      await session.close();
    }
  });
});

describe('the start of a window', function () {
  this.timeout(300_000);

  const restricted = {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.banner': 'never',
  };
  for (const [name, fill, settings, shown] of [
    ['an empty folder', emptyFolder, {}, 'No roadmap was found here.'],
    ['a folder with a roadmap', createSampleWorkspace, {}, '30-Day Roadmap'],
    ['Restricted Mode', createSampleWorkspace, restricted, '30-Day Roadmap'],
  ] as const) {
    it(`tells nothing in ${name}`, async () => {
      const session = await openSession(fill, { settings });
      try {
        const { workbench } = session;
        await workbench.tree('Roadmap').pane.getByText(shown).first().waitFor();
        // What is refreshed has been read: whatever there was to be told has been.
        await workbench.runCommand('Roadmap: Refresh');
        await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
        assert.equal(await workbench.page.locator('.notifications-toasts .notification-toast').count(), 0);
        assert.deepEqual(await workbench.notifications(), []);
        assert.equal(await workbench.page.locator('.gettingStartedContainer').count(), 0);
      } finally {
        await session.close();
      }
    });
  }
});

/** Resolves when the page has drawn what has changed. Runs in the workbench's page. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

declare function requestAnimationFrame(callback: () => void): number;
