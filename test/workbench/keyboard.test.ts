import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSampleWorkspace, sampleRoadmap } from '../demo/sampleWorkspace.js';
import { projectRoot } from '../host/project.js';
import type { Tree } from '../host/trees.js';
import type { Workbench } from '../host/workbench.js';
import { openSession, type Session } from './sample.js';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly category: string; readonly title: string }[];
  };
}

/** Nothing here touches the mouse, but for what `openSession` does to show the view. */
describe('by keys alone', function () {
  this.timeout(300_000);

  let session: Session;
  let workbench: Workbench;
  let tree: Tree;
  /** Titles of the commands that were run, as the palette shows them. */
  const ran = new Set<string>();

  before(async () => {
    session = await openSession(createSampleWorkspace, {
      // A place that nobody watches, for *Refresh*.
      settings: { 'files.watcherExclude': { '**/unwatched/**': true }, 'roadmapLens.files': ['unwatched/*.md'] },
    });
    workbench = session.workbench;
    tree = workbench.tree('Roadmap');
    await tree.waitFor('the plan', (rows) => rows.some(({ label }) => label === 'Risks'));
  });

  after(() => session?.close());

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await workbench.page.keyboard.press(key);
  }

  const quickInput = () => workbench.page.locator('.quick-input-widget');
  const quickInputClosed = () => quickInput().waitFor({ state: 'hidden' });

  /** Types into the quick input until the entry with this label is the one that Enter takes. */
  async function choose(text: string, label: string): Promise<void> {
    await quickInput().locator('input').first().waitFor();
    await workbench.page.keyboard.type(text);
    const name = workbench.page.locator('.label-name').getByText(label, { exact: true });
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused', { has: name }).waitFor();
  }

  /** Ticks the entry that is left in a list of check boxes when a text is typed. */
  async function tick(text: string, label: string): Promise<void> {
    const name = workbench.page.locator('.label-name').getByText(label, { exact: true });
    const row = workbench.page.locator('.quick-input-list .monaco-list-row', { has: name });
    await workbench.page.keyboard.type(text);
    await row.and(workbench.page.locator('[aria-setsize="1"]')).waitFor();
    await press('ArrowDown');
    await row.and(workbench.page.locator('.focused')).waitFor();
    await press('Space');
    await row.and(workbench.page.locator('[aria-checked="true"]')).waitFor();
  }

  /** Runs a command in the palette. */
  async function command(title: string): Promise<void> {
    await press('F1');
    await choose(title, title);
    await press('Enter');
    ran.add(title);
  }

  /** Waits until the row with this label has the focus, in a tree that has it. */
  async function focused(label: string): Promise<void> {
    const row = tree.pane.locator('.monaco-list:focus .monaco-list-rows > .monaco-list-row.focused');
    const found = row.filter({ has: workbench.page.locator('.label-name').getByText(label, { exact: true }) });
    await found.waitFor().catch(async (error: unknown) => {
      const shown = await row.allInnerTexts();
      const elsewhere = await workbench.page.evaluate(describeFocus);
      // What else a person would see then: where the list stands, what the cursor is on, what was said.
      const rows = await tree.pane.locator('.monaco-list-rows > .monaco-list-row').allInnerTexts();
      const cursor = await workbench.page.locator('[id="status.editor.selection"]').allInnerTexts();
      throw new Error(
        `The focus is not on "${label}" but on ${shown.join() || elsewhere}.\n` +
          `Shown: ${rows.join(' | ')}\nCursor: ${cursor.join()}`,
        { cause: error },
      );
    });
  }

  /** Waits until the cursor of the roadmap's editor stands on a line. */
  async function cursorAt(line: number): Promise<void> {
    await workbench.page.locator('.tab.active[data-resource-name="TECHNICAL_ROADMAP.md"]').waitFor();
    await workbench.page.getByText(new RegExp(`^Ln ${line}, Col \\d+$`)).waitFor();
  }

  const roadmap = () => readFile(join(session.folder, sampleRoadmap), 'utf8');

  /** Waits until a condition on the files holds. */
  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 15_000; !(await holds()); await workbench.page.evaluate(nextFrame))
      if (Date.now() > end) throw new Error(`Not ${what}:\n${await roadmap()}`);
  }

  /** Waits until the roadmap says something. */
  const said = (pattern: RegExp) => until(`said: ${pattern}`, async () => pattern.test(await roadmap()));

  /** Puts the cursor on a task by its title. */
  async function goTo(title: string, at: number | undefined): Promise<void> {
    await command('Roadmap: Go to Task…');
    await workbench.quickInput('Go to Task');
    await workbench.page.keyboard.type(title);
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
    await press('Enter');
    await quickInputClosed();
    await editorFocused();
    if (at !== undefined) await cursorAt(at);
  }

  const editorFocused = () => workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();

  /** Puts the focus into the tree. */
  async function enterTree(): Promise<void> {
    await press('F1');
    await choose('Roadmap: Focus on Roadmap View', 'Roadmap: Focus on Roadmap View');
    await press('Enter');
    await tree.pane.locator('.monaco-list:focus').waitFor();
    await workbench.page.evaluate(nextFrame);
  }

  describe('the tree', () => {
    it('is entered by a command, and walked through with the arrows', async () => {
      await enterTree();
      await press('Home');
      await focused('30-Day Roadmap');
      await press('ArrowDown');
      await focused('Release Pipeline');
    });

    it('opens and closes a row by Right and Left', async () => {
      await press('ArrowRight');
      await tree.waitFor('the tasks', (rows) => rows.some(({ label }) => label === 'Add smoke tests'));
      await press('ArrowRight');
      await focused('Build release images in CI');
      await press('ArrowLeft');
      await focused('Release Pipeline');
      await press('ArrowLeft');
      await tree.waitFor('the closed row', (rows) => !rows.some(({ label }) => label === 'Add smoke tests'));
    });

    it('goes to the line of a task by Enter', async () => {
      await press('ArrowRight', 'ArrowRight');
      await focused('Build release images in CI');
      await press('ArrowDown');
      await focused('Add smoke tests');
      await press('Enter');
      await cursorAt(29);
      await editorFocused();
    });

    it('goes to the line of a task by Space, and stays in the tree', async () => {
      await enterTree();
      await focused('Add smoke tests');
      await press('ArrowDown');
      await focused('Announce releases in the staff channel');
      await press('Space');
      await cursorAt(30);
      await focused('Announce releases in the staff channel');
    });

    it('finds a row by the letters of its title', async () => {
      await enterTree();
      await workbench.page.keyboard.type('Themes');
      await focused('Themes');
    });

    for (const key of ['Shift+F10', 'ContextMenu']) {
      it(`copies the id of a task from the menu that ${key} opens, and leaves it by Escape`, async () => {
        await enterTree();
        await press('Home', 'ArrowDown', 'ArrowDown');
        await focused('Build release images in CI');
        const menu = workbench.page.locator('.context-view .monaco-menu');
        await press(key);
        await menu.waitFor();
        await press('Escape');
        await menu.waitFor({ state: 'detached' });
        await focused('Build release images in CI');
        await press(key);
        await menu.waitFor();
        await press('End', 'ArrowUp');
        await menu.locator('.action-item.focused', { hasText: 'Copy Task Id' }).waitFor();
        await press('Enter');
        await workbench.page.locator('.part.statusbar').getByText('Copied build-release-images-in-ci').waitFor();
      });
    }
  });

  describe('the palette', () => {
    it('expands all', async () => {
      await command('Roadmap: Expand All');
      // Row after row is expanded, and the last one is the last to be scrolled to.
      await tree.waitFor(
        'every row',
        (rows) =>
          rows.some(({ label }) => label === 'Rehearse a full restore') &&
          rows.every(({ expanded }) => expanded !== false),
      );
    });

    it('goes to a task whose title is typed in part', async () => {
      await command('Roadmap: Go to Task…');
      await workbench.quickInput('Go to Task');
      await choose('rehearse rest', 'Rehearse a full restore');
      await press('Enter');
      await cursorAt(48);
    });

    it('is left by Escape, and so is what it opened', async () => {
      await command('Roadmap: Go to Task…');
      await workbench.quickInput('Go to Task');
      await choose('add smoke', 'Add smoke tests');
      await press('Escape');
      await quickInputClosed();
      await cursorAt(48);
      await editorFocused();
    });

    it('reveals the task under the cursor, with the focus on its row', async () => {
      await press('Control+Home');
      await command('Roadmap: Go to Task…');
      await workbench.quickInput('Go to Task');
      await choose('add smoke', 'Add smoke tests');
      await press('Enter');
      await cursorAt(29);
      await command('Roadmap: Reveal in Roadmap Tree');
      await focused('Add smoke tests');
    });

    it('copies the id of the task under the cursor', async () => {
      await press('Enter');
      await editorFocused();
      await command('Roadmap: Copy Task Id');
      await workbench.page.locator('.part.statusbar').getByText('Copied add-smoke-tests').waitFor();
    });

    it('filters by what is ticked with Space, and shows everything again', async () => {
      await command('Roadmap: Filter by Status and Priority…');
      await workbench.quickInput('Filter Roadmap');
      await tick('done', 'Done');
      await press('Enter');
      await tree.pane.getByText('Filter: done').waitFor();
      await tree.waitFor('only done tasks', (rows) => !rows.some(({ label }) => label === 'Release on every merge'));
      await command('Roadmap: Clear Filter');
      await tree.waitFor('all tasks', (rows) => rows.some(({ label }) => label === 'Release on every merge'));
    });

    it('leaves the filter as it is by Escape', async () => {
      await command('Roadmap: Filter by Status and Priority…');
      await workbench.quickInput('Filter Roadmap');
      await tick('done', 'Done');
      await press('Escape');
      await quickInputClosed();
      const rows = await tree.rows();
      assert.ok(rows.some(({ label }) => label === 'Risks'));
      assert.equal(await tree.message(), '');
    });

    it('changes what is said of the task under the cursor', async () => {
      await goTo('Add smoke tests', 29);
      await command('Roadmap: Toggle Done');
      await said(/\n2\. (?!✅).*Add smoke tests/);
      await command('Roadmap: Mark as Done');
      await said(/\n2\. ✅ .*Add smoke tests/);
      await command('Roadmap: Mark as In Progress');
      await said(/\n2\. (?!✅).*Add smoke tests/);
      await command('Roadmap: Set Status…');
      await workbench.quickInput('Set Status: Add smoke tests');
      await choose('done', 'Done');
      await press('Enter');
      await said(/\n2\. ✅ .*Add smoke tests/);
      await command('Roadmap: Set Priority…');
      await workbench.quickInput('Set Priority: Add smoke tests');
      await choose('low', 'Low');
      await press('Enter');
      await said(/Low|low/);
      for (const [title, value] of [
        ['Set Effort', '3 days'],
        ['Set Owner', 'Ada'],
        ['Set Due Date', '2027-03-31'],
      ] as const) {
        await command(`Roadmap: ${title}…`);
        await quickInput().locator('.quick-input-title').getByText(`${title}: Add smoke tests`).waitFor();
        await workbench.page.keyboard.type(value);
        await quickInput().locator('.monaco-list-row.focused', { hasText: value }).waitFor();
        await press('Enter');
        await said(new RegExp(value));
      }
    });

    it('renames it, gives it an id, and adds others beside and below it', async () => {
      for (const [title, value] of [
        ['Rename Task', 'Smoke out the tests'],
        ['Set Task Id', 'SMOKE-1'],
        ['Add Task', 'Air the room'],
        ['Add Subtask', 'Open a window'],
      ] as const) {
        await command(`Roadmap: ${title}…`);
        await quickInput().locator('.quick-input-title').getByText(title, { exact: true }).waitFor();
        await press('Control+a');
        await workbench.page.keyboard.type(value);
        await press('Enter');
        await said(new RegExp(value));
        await goTo('Smoke out', 29);
      }
    });

    it('moves it, removes it, and puts it into another group', async () => {
      const order = async () => (await roadmap()).split('\n').findIndex((text) => text.includes('Smoke out the tests'));
      const before = await order();
      await command('Roadmap: Move Task Up');
      await until('moved up', async () => (await order()) < before);
      await goTo('Smoke out', 28);
      await command('Roadmap: Move Task Down');
      await until('moved down', async () => (await order()) === before);
      await goTo('Air the room', undefined);
      await command('Roadmap: Move Task to Group…');
      await quickInput().locator('.quick-input-title').getByText('Move Task', { exact: true }).waitFor();
      await workbench.page.keyboard.type('Backups');
      await quickInput().locator('.monaco-list-row.focused', { hasText: 'Backups & Restore' }).waitFor();
      await press('Enter');
      const lines = async () => (await roadmap()).split('\n');
      const place = async (text: string) => (await lines()).findIndex((one) => one.includes(text));
      await until('in the other group', async () => (await place('Air the room')) > (await place('Backups & Restore')));
      await goTo('Air the room', undefined);
      await command('Roadmap: Remove Task');
      await until('gone', async () => (await place('Air the room')) < 0);
    });

    it('changes the roadmap as a whole', async () => {
      await command('Roadmap: Mark as Reviewed Today');
      await said(new RegExp(String(new Date().getFullYear())));
      await command('Roadmap: Assign Ids to All Tasks…');
      await quickInput().locator('.quick-input-title').getByText('Assign Ids', { exact: true }).waitFor();
      await press('Control+a');
      await workbench.page.keyboard.type('SM');
      await press('Enter');
      await said(/SM-1\b/);
      await command('Roadmap: Archive Done Tasks');
      await said(/\n## (?:✅ )?Done\n/);
      const garbled = (await roadmap()).match(/\u00e2\u20ac/g)?.length ?? 0;
      await command('Roadmap: Repair Encoding');
      if (garbled > 0) await until('repaired', async () => !(await roadmap()).includes('\u00e2\u20ac'));
    });

    it('shows the log, with the focus in it', async () => {
      await command('Roadmap: Show Log');
      const panel = workbench.page.locator('.part.panel');
      await panel.locator('select option:checked', { hasText: 'Roadmap Lens' }).first().waitFor({ state: 'attached' });
      await panel.locator('.monaco-editor.focused').waitFor();
    });

    it('opens the only roadmap at its title', async () => {
      await command('Roadmap: Open Roadmap');
      await cursorAt(1);
    });

    it('creates a roadmap and opens it', async () => {
      await command('Roadmap: Create Roadmap');
      await workbench.page.locator('.tab.active[data-resource-name="ROADMAP.md"]').waitFor();
      assert.match(await readFile(join(session.folder, 'ROADMAP.md'), 'utf8'), /^# shelfmark Roadmap\n/);
      await tree.waitFor('both roadmaps', (rows) => rows.filter(({ level }) => level === 1).length === 2);
    });

    it('opens the one of several roadmaps whose title is typed in part', async () => {
      await command('Roadmap: Open Roadmap');
      await workbench.quickInput('Open Roadmap');
      await choose('technical', 'Shelfmark Technical Roadmap');
      await press('Enter');
      await cursorAt(1);
    });

    it('refreshes: what came about unseen is shown', async () => {
      await mkdir(join(session.folder, 'unwatched'));
      await writeFile(join(session.folder, 'unwatched', 'plan.md'), '# Unseen\n\n- [ ] Be seen\n');
      await command('Roadmap: Refresh');
      await tree.waitFor('the new roadmap', (rows) => rows.some(({ label }) => label === 'Unseen'));
    });

    it('has run every command that package.json contributes', async () => {
      const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as Manifest;
      const texts = JSON.parse(await readFile(join(projectRoot, 'package.nls.json'), 'utf8')) as Record<string, string>;
      const shown = (text: string) => texts[text.slice(1, -1)];
      const titles = manifest.contributes.commands.map(({ category, title }) => `${shown(category)}: ${shown(title)}`);
      assert.deepEqual([...ran].sort(), titles.sort());
    });
  });
});

/**
 * Resolves when the page has drawn what has changed. VS Code learns a moment late where the focus has gone, and until then
 * gives keys to what had it; no person is that quick. Runs in the workbench's page.
 */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** The element that has the focus, and those around it, for a message. Runs in the workbench's page. */
function describeFocus(): string {
  const names: string[] = [];
  for (let element = document.activeElement; element && names.length < 8; element = element.parentElement)
    names.push(`${element.tagName.toLowerCase()}.${element.className.split(' ').slice(0, 3).join('.')}`);
  return names.join(' in ') || 'nothing';
}

declare function requestAnimationFrame(callback: () => void): number;

// The project compiles without the browser's types. This much of them is used here.
interface PageElement {
  readonly tagName: string;
  readonly className: string;
  readonly parentElement: PageElement | null;
}
declare const document: { readonly activeElement: PageElement | null };
