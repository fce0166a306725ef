import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSampleWorkspace, sampleRoadmap, sampleStart } from '../demo/sampleWorkspace.js';
import { formatRows, type Tree, type TreeRow } from '../host/trees.js';
import type { Workbench } from '../host/workbench.js';
import { openSession, type Session } from './sample.js';
import { screenshotFile } from './screenshots.js';

describe('the roadmap tree', function () {
  // The first test waits for VS Code, which may have to be fetched.
  this.timeout(300_000);

  let session: Session;
  let workbench: Workbench;
  let tree: Tree;

  before(async () => {
    session = await openSession(createSampleWorkspace);
    workbench = session.workbench;
    tree = workbench.tree('Roadmap');
  });

  after(() => session?.close());

  /** 1-based line of the sample roadmap that begins with `text`. */
  const lineOf = async (text: string) => {
    const roadmap = await readFile(join(session.folder, sampleRoadmap), 'utf8');
    return roadmap.split('\n').findIndex((line) => line.startsWith(text)) + 1;
  };

  it('shows the horizons with their progress, then the registers', async () => {
    // What is measured and forecast is told as soon as it is known.
    const told = (rows: TreeRow[], what: RegExp) => rows.some(({ description }) => what.test(description));
    const rows = await tree.waitFor(
      'metrics and forecast',
      (all) => told(all, /measured/) && told(all, /will be late/),
    );
    assert.deepEqual(
      rows.filter(({ level }) => level === 1).map(({ label, description }) => `${label}  ${description}`),
      [
        '30-Day Roadmap  8/16 · 50 % · late',
        '90-Day Roadmap  1/17 · 6 % · will be late',
        '1-Year Roadmap  1/21 · 5 % · will be late',
        'Success metrics  12 · 4 claimed met · 4 measured · 1 missed',
        'Risks  6',
        'Dependencies  6',
        'Themes  4',
        'Review  Monthly',
        'Next steps  4',
        `About this roadmap  ${sampleStart()}`,
      ],
    );
  });

  it('starts without a notification', async () => {
    assert.deepEqual(await workbench.notifications(), []);
  });

  it('shows phases, tasks and subtasks, with window, effort and priority', async () => {
    await tree.expand('Release Pipeline');
    const rows = await tree.rows();
    assert.equal(find(rows, 'Release Pipeline').description, '4/5 · late · ↑ high · Week 1–2 · 3–4 days');
    assert.equal(find(rows, 'Release on every merge').level, 3);
    assert.match(find(rows, 'Outcomes').description, /^\d+$/);
  });

  it('shows each status by a check box or an icon of its own, and says it in words', async () => {
    await tree.expand('Backups & Restore');
    const rows = await tree.rows();
    const look = (label: string) => {
      const { checked, icon } = find(rows, label);
      return [checked, icon.join(' ')] as const;
    };
    assert.deepEqual(look('Add smoke tests'), [true, '']);
    const [checked, icon] = look('Release on every merge');
    assert.equal(checked, false);
    assert.match(icon, /codicon-arrow-up/);
    assert.equal(look('Release Pipeline')[0], null);
    assert.match(look('Release Pipeline')[1], /codicon-color-mode/);
    // What belongs to it is told as soon as it is known.
    assert.match(find(rows, 'Add smoke tests').ariaLabel ?? '', /^Add smoke tests, done(?:, 1 TODO)?(?:, 1 commit)?$/);
    assert.equal(find(rows, 'Release on every merge').ariaLabel, 'Release on every merge, to do, high priority');
    assert.match(
      find(rows, 'Release Pipeline').ariaLabel,
      /^Release Pipeline, in progress, 4 of 5 done, Week 1 to 2, late by \d+ days, high priority/,
    );
  });

  it('shows overall progress and that of the first horizon in the status bar', async () => {
    const entry = (await workbench.statusBar()).find(({ id }) => id.endsWith('roadmapLens.progress'));
    assert.equal(entry?.text, '10/54 · 30-Day 50 % late');
  });

  it('goes to the line of a row that is clicked', async () => {
    await tree.click('Release on every merge');
    const line = workbench.page.locator('.view-line', { hasText: 'Release on every merge' }).first();
    await line.waitFor();
    await workbench.page.getByText('Ln 32, Col 1').waitFor();
  });

  it('selects the row of the task the cursor is moved to', async () => {
    await workbench.openFile('docs/TECHNICAL_ROADMAP.md');
    await workbench.goTo(47, 4);
    const selected = (rows: TreeRow[]) => rows.find((row) => row.selected)?.label;
    const rows = await tree.waitFor('the selected task', (all) => selected(all) !== 'Release on every merge');
    assert.equal(selected(rows), 'Keep snapshots in a second region');
  });

  it('shows what one types before it is saved, and again what was there when it is undone', async () => {
    await workbench.goTo(32, 4);
    await workbench.type('✅');
    await tree.waitFor('the ticked task', (rows) => find(rows, 'Release Pipeline').description.startsWith('5/5'));
    await workbench.page.keyboard.press('Control+z');
    await tree.waitFor('the open task', (rows) => find(rows, 'Release Pipeline').description.startsWith('4/5'));
  });

  it('filters by status, says so, and shows everything again', async () => {
    await workbench.runCommand('Roadmap: Filter by Status and Priority…');
    await workbench.quickInput('Filter Roadmap');
    await workbench.pickQuickInputItem('Done');
    await workbench.page.keyboard.press('Enter');
    const rows = await tree.waitFor('only done tasks', (all) => !all.some(({ label }) => label === 'Risks'));
    assert.equal(
      rows.some(({ label }) => label === 'Release on every merge'),
      false,
    );
    assert.ok(find(rows, 'Add smoke tests'));
    await tree.pane.getByText('Filter: done').waitFor();
    await workbench.runCommand('Roadmap: Clear Filter');
    await tree.waitFor('the registers', (all) => all.some(({ label }) => label === 'Risks'));
  });

  it('offers every task in a quick pick with its place and status', async () => {
    await workbench.runCommand('Roadmap: Go to Task…');
    const { placeholder, items } = await workbench.quickInput('Go to Task');
    assert.match(placeholder, /^Type to search \d+ tasks/);
    assert.deepEqual([items[0]!.label.trim(), items[0]!.description], ['Build release images in CI', 'done']);
    await workbench.screenshot(await screenshotFile('go-to-task', false));
    await workbench.answerQuickInput('rehearse rest');
    await workbench.page.getByText('Ln 48, Col 4').waitFor();
  });

  it('goes to the heading of a register that is clicked, and keeps its row selected', async () => {
    await tree.click('Risks');
    await workbench.page.locator('.view-line', { hasText: '## Risk' }).first().waitFor();
    await workbench.page.getByText(`Ln ${await lineOf('## Risk')}, Col 1`).waitFor();
    // A movement of the cursor before the click may still be followed; in the end the row is that of the cursor's place.
    await tree.waitFor('the selected row', (rows) => find(rows, 'Risks').selected);
  });

  it('copies the id of a task from its context menu', async () => {
    await tree.runFromContextMenu('Add smoke tests', 'Copy Task Id');
    await workbench.page.locator('.part.statusbar').getByText('Copied add-smoke-tests').waitFor();
  });

  it('offers in the menus of its rows what can be changed in each', async () => {
    assert.deepEqual(await tree.contextMenu('Add smoke tests'), [
      'Mark as In Progress',
      'Set Status…',
      'Set Priority…',
      'Set Effort…',
      'Set Owner…',
      'Set Due Date…',
      'Rename Task…',
      'Set Task Id…',
      'Rename Task Id…',
      'Add Task…',
      'Add Subtask…',
      'Move Task Up',
      'Move Task Down',
      'Move Task to Group…',
      'Show Activity of Task',
      'Copy Task Id',
      'Remove Task',
    ]);
    assert.deepEqual(await tree.contextMenu('Release Pipeline'), ['Add Task…', 'Explain Progress']);
  });

  it('reveals the task under the cursor from the context menu of the editor', async () => {
    await workbench.openFile('docs/TECHNICAL_ROADMAP.md');
    await workbench.goTo(29, 6);
    await workbench.page.locator('.view-line', { hasText: 'Add smoke tests' }).first().click({ button: 'right' });
    await workbench.page.getByRole('menuitem', { name: 'Reveal in Roadmap Tree' }).hover();
    await workbench.page.keyboard.press('Enter');
    const rows = await tree.waitFor('the task', (all) => find(all, 'Add smoke tests').selected);
    assert.ok(find(rows, 'Add smoke tests'));
  });
});

function find(rows: readonly TreeRow[], label: string): TreeRow {
  const row = rows.find((each) => each.label === label);
  assert.ok(row, `No row "${label}" in:\n${formatRows(rows)}`);
  return row;
}
