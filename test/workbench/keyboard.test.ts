import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { createSampleWorkspace, sampleRoadmap } from '../demo/sampleWorkspace.js';
import { projectRoot } from '../host/project.js';
import type { Tree } from '../host/trees.js';
import type { Workbench } from '../host/workbench.js';
import { DashboardPage } from './dashboardPage.js';
import { openSession, type Session } from './sample.js';
import { focusRests } from './walkthrough.js';

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
    await tree.waitFor('the plan', (rows) => rows.some(({ description }) => / measured/.test(description)));
  });

  after(() => session?.close());

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await workbench.page.keyboard.press(key);
  }

  const quickInput = () => workbench.page.locator('.quick-input-widget');
  const quickInputClosed = () => quickInput().waitFor({ state: 'hidden' });

  /** The entry of the quick input that Enter takes, where it has this label. */
  const chosen = (label: string) => {
    const name = workbench.page.locator('.label-name').getByText(label, { exact: true });
    return workbench.page.locator('.quick-input-list .monaco-list-row.focused', { has: name });
  };

  /** Whether what is waited for comes in its time. */
  const happens = (waiting: Promise<void>) =>
    waiting.then(
      () => true,
      () => false,
    );

  /** Types into the quick input until the entry with this label is the one that Enter takes. */
  async function choose(text: string, label: string): Promise<void> {
    await quickInput().locator('input').first().waitFor();
    await workbench.page.keyboard.type(text);
    await chosen(label).waitFor();
  }

  /**
   * Opens a list and types into it until the entry that is looked for is the one that Enter takes. A list holds what was known
   * when it was opened: on a busy machine that is not yet what was done a moment before, and it is opened again.
   */
  async function find(open: () => Promise<void>, text: string, entry: () => Locator): Promise<void> {
    for (let attempts = 5; ; attempts--) {
      await open();
      await quickInput().locator('input').first().waitFor();
      await workbench.page.keyboard.type(text);
      const found = entry().waitFor({ timeout: attempts > 1 ? 5_000 : 30_000 });
      if (attempts === 1) return found;
      if (await happens(found)) return;
      await press('Escape');
      await quickInputClosed();
    }
  }

  /**
   * Runs a command in the palette, which lists what was run last before anything is typed: the entry may be the one that is
   * chosen while what was typed is still looked for, and Enter is lost then. As a person does, it is pressed again.
   */
  async function run(title: string): Promise<void> {
    await find(
      () => press('F1'),
      title,
      () => chosen(title),
    );
    for (let attempts = 5; attempts > 0; attempts--) {
      await press('Enter');
      if (await happens(chosen(title).waitFor({ state: 'hidden', timeout: 3_000 }))) return;
    }
    throw new Error(`The palette does not run "${title}".`);
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
    await run(title);
    ran.add(title);
  }

  /** The row that has the focus, in a tree that has it. */
  const focusedRow = () => tree.pane.locator('.monaco-list:focus .monaco-list-rows > .monaco-list-row.focused');

  /** That row, where it has this label. */
  const row = (label: string) =>
    focusedRow().filter({ has: workbench.page.locator('.label-name').getByText(label, { exact: true }) });

  /** Waits until the row with this label has the focus, in a tree that has it. */
  async function focused(label: string): Promise<void> {
    await row(label)
      .waitFor()
      .catch(async (error: unknown) => {
        const shown = await focusedRow().allInnerTexts();
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
    await find(
      async () => {
        await command('Roadmap: Go to Task…');
        await workbench.quickInput('Go to Task');
      },
      title,
      () => workbench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }),
    );
    await press('Enter');
    await quickInputClosed();
    await editorFocused();
    if (at !== undefined) await cursorAt(at);
  }

  const text = (name: string) => readFile(join(session.folder, name), 'utf8');
  const holds = (name: string, words: string) =>
    until(`in ${name}: ${words}`, async () => (await text(name)).includes(words));
  const lineIs = (line: number) => workbench.page.getByText(new RegExp(`^Ln ${line}, Col \\d+$`)).waitFor();

  /** Puts the cursor on a TODO by its text. */
  async function goToTodo(words: string, file: string, line: number): Promise<void> {
    await find(
      async () => {
        await command('Roadmap: Go to TODO…');
        await workbench.quickInput('Go to TODO');
      },
      words,
      () => workbench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: words }),
    );
    await press('Enter');
    await quickInputClosed();
    await workbench.page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
    await lineIs(line);
  }

  const editorFocused = () => workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();

  /** Puts the focus into the tree. */
  async function enterTree(): Promise<void> {
    await run('Roadmap: Focus on Roadmap View');
    const list = tree.pane.locator('.monaco-list:focus');
    await list.waitFor().catch(async (error: unknown) => {
      const elsewhere = await workbench.page.evaluate(describeFocus);
      throw new Error(`The focus is not in the tree but on ${elsewhere}.`, { cause: error });
    });
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
      // Letters make one word only where they come soon after each other, and a busy machine spreads them.
      for (let attempts = 5; attempts > 1; attempts--) {
        await workbench.page.keyboard.type('Themes');
        if (await happens(row('Themes').waitFor({ timeout: 3_000 }))) return;
      }
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
          // What belongs to subtasks is a level further than goes at once.
          rows.every(({ expanded, level }) => expanded !== false || level > 3),
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

    it('renames its id, once the preview is applied', async () => {
      await goTo('Smoke out', 29);
      await command('Roadmap: Rename Task Id…');
      await quickInput().locator('.quick-input-title').getByText('Rename Task Id', { exact: true }).waitFor();
      await press('Control+a');
      await workbench.page.keyboard.type('SMOKE-7');
      await press('Enter');
      await workbench.page.locator('.bulk-edit-panel .monaco-list:focus .monaco-list-row').first().waitFor();
      await press('Control+Enter');
      await said(/SMOKE-7/);
      await goTo('Smoke out', 29);
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

    it('goes from a TODO to the others of its task, and shows what belongs to that', async () => {
      await goToTodo('one message per member', 'loans.py', 21);
      await command('Roadmap: Show Activity of Task');
      await workbench.quickInput('Send overdue notices');
      await press('Escape');
      await quickInputClosed();
      await goToTodo('skip closed days', 'loans.py', 22);
      await command('Roadmap: Link TODO to Task…');
      await workbench.quickInput('Link TODO to Task');
      await workbench.page.keyboard.type('overdue');
      await quickInput().locator('.monaco-list-row.focused', { hasText: 'Send overdue notices' }).waitFor();
      await press('Enter');
      await holds('lending/loans.py', 'TODO(send-overdue-notices): skip closed days');
      await command('Roadmap: Next TODO of Task');
      await lineIs(21);
      await command('Roadmap: Previous TODO of Task');
      await lineIs(22);
    });

    it('makes a task of a TODO, and writes its id into that', async () => {
      await goToTodo('rank by shelf', 'cache.go', 20);
      await command('Roadmap: Create Task from TODO…');
      await quickInput().locator('.quick-input-title').getByText('Create Task from TODO', { exact: true }).waitFor();
      await press('Control+a');
      await workbench.page.keyboard.type('Count the shelves');
      await press('Enter');
      await quickInput().locator('.monaco-list-row').first().waitFor();
      await workbench.page.keyboard.type('Backups');
      await quickInput().locator('.monaco-list-row.focused', { hasText: 'Backups & Restore' }).waitFor();
      await press('Enter');
      await said(/Count the shelves/);
      await holds('search/cache.go', 'TODO(');
      await until('linked', async () => /TODO\([\w-]+\)[^\n]*rank by shelf/.test(await text('search/cache.go')));
    });

    it('is done with a TODO: its task is marked, and it is gone', async () => {
      await goToTodo('nobody reads this table', 'snapshots.sql', 2);
      await command('Roadmap: Mark Task as Done and Remove TODO');
      await until('gone', async () => !(await text('db/snapshots.sql')).includes('TODO'));
      await said(/✅ .*Alert on missing snapshots/);
    });

    it('says what is next, and how a figure comes about', async () => {
      await command('Roadmap: What Next…');
      await workbench.quickInput('What Next');
      await press('Enter');
      await quickInputClosed();
      await command('Roadmap: Explain Progress');
      await workbench.quickInput('working days');
      await press('Escape');
      await quickInputClosed();
    });

    it('opens the dashboard, with the focus in it, and closes it', async () => {
      await command('Roadmap: Open Dashboard');
      const dashboard = await DashboardPage.of(workbench);
      await dashboard.title.getByText('Shelfmark Technical Roadmap').waitFor();
      // Its page has the focus a moment after it is there.
      for (let attempts = 5; attempts > 0 && (await dashboard.focused()) !== 'Add task'; attempts--) {
        await press('Tab');
        await workbench.page.evaluate(nextFrame);
      }
      assert.match(await dashboard.focused(), /^Add task/);
      const tab = workbench.page
        .locator('.tab', { hasText: 'Shelfmark Technical Roadmap' })
        .filter({ hasNotText: '.md' });
      await tab.waitFor();
      await press('Control+w');
      await tab.waitFor({ state: 'detached' });
      await editorFocused();
    });

    it('says what measures a metric, runs the command that does, and takes every yes back', async () => {
      await command('Roadmap: Measure Metric…');
      await workbench.quickInput('Metric');
      await workbench.page.keyboard.type('Time to restore');
      await quickInput().locator('.monaco-list-row.focused', { hasText: 'Time to restore' }).waitFor();
      await press('Enter');
      await workbench.quickInput('What Measures Time to restore');
      await workbench.page.keyboard.type('lead-time');
      await quickInput().locator('.monaco-list-row.focused', { hasText: 'lead-time' }).waitFor();
      await press('Enter');
      await holds('.roadmap/config.yaml', 'git: lead-time');
      await workbench.page.locator('.tab.active[data-resource-name="config.yaml"]').waitFor();
      await editorFocused();
      await command('Roadmap: Run Command of Metric…');
      await workbench.quickInput('Metric');
      await press('Enter');
      await workbench.page.locator('.monaco-dialog-box').waitFor();
      await press('Escape');
      await workbench.page.locator('.monaco-dialog-box').waitFor({ state: 'hidden' });
      await command('Roadmap: Forget Allowed Commands of Metrics');
      await quickInputClosed();
    });

    it('begins work on a task, names it in the commit box, and ends it', async () => {
      const entry = workbench.page.locator('.part.statusbar .statusbar-item[id$="roadmapLens.progress"]');
      const begin = async () => {
        // A place without a task, so that it is asked for.
        await goToTodo('forget the ones', 'queue.py', 5);
        await command('Roadmap: Start Work on Task…');
        await workbench.quickInput('Start Work on Task');
        await choose('release on every', 'Release on every merge');
        await press('Enter');
        // The plan has been changed above.
        const ask = quickInput().locator('.quick-input-title').getByText('Start Work: Release on every merge');
        await ask.waitFor();
        await choose('without', 'Work here without a new branch');
        await press('Enter');
        await entry.getByText('Release on every merge').waitFor();
      };
      await begin();
      await command('Roadmap: Active Task…');
      await workbench.quickInput('Release on every merge');
      await press('Escape');
      await quickInputClosed();
      await command('Roadmap: Insert Task Reference into Commit Message');
      const box = workbench.page.locator('.scm-editor .view-line', { hasText: 'Task: release-on-every-merge' });
      await box.waitFor();
      await command('Roadmap: Stop Work on Task');
      await entry.getByText(/\d+\/\d+/).waitFor();
      await begin();
      await command('Roadmap: Finish Work on Task');
      await said(/✅ .*Release on every merge/);
      await entry.getByText(/\d+\/\d+/).waitFor();
      await quickInputClosed();
      await enterTree();
    });

    it('filters the TODOs, and shows them all again', async () => {
      await command('Roadmap: Filter TODOs…');
      await workbench.quickInput('Filter TODOs');
      await tick('Mine', 'Mine');
      await press('Enter');
      await quickInputClosed();
      await command('Roadmap: Clear TODO Filter');
      await quickInputClosed();
    });

    it('opens what a commit changed', async () => {
      await command('Roadmap: Open Commit');
      await workbench.quickInput('Open Commit');
      await workbench.page.keyboard.type('in memory');
      await quickInput().locator('.monaco-list-row.focused', { hasText: 'Cache search results in memory' }).waitFor();
      await press('Enter');
      await workbench.page.locator('.tab.active', { hasText: 'Cache search results in memory' }).waitFor();
      await quickInputClosed();
      // An editor of text has the focus again before the next keys.
      await goToTodo('forget the ones', 'queue.py', 5);
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
      await command('Roadmap: Repair Encoding');
      await until('repaired', async () => !(await roadmap()).includes('\u00f0\u0178'));
    });

    it('makes the fixes that need nobody to look at them', async () => {
      await command('Roadmap: Open Roadmap');
      await cursorAt(1);
      const squiggles = () => workbench.page.locator('.editor-instance .squiggly-warning').count();
      const before = await squiggles();
      // What another program garbles is mended again.
      await writeFile(
        join(session.folder, sampleRoadmap),
        (await roadmap()).replace(/^\*\*Purpose:.*/m, '$& \u00e2\u20ac\u201c'),
      );
      await until('told', async () => (await squiggles()) > before);
      await command('Roadmap: Fix All Problems in File');
      await until('mended', async () => !(await roadmap()).includes('\u00e2\u20ac'));
      // Away from where the next command goes.
      await editorFocused();
      await press('Control+End');
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
      await editorFocused();
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

    it('opens the walkthrough', async () => {
      await command('Roadmap: Get Started');
      await workbench.page.locator('.gettingStartedContainer').waitFor();
      await workbench.page.evaluate(focusRests);
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
