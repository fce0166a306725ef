import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tree, TreeRow } from '../host/trees.js';
import type { Workbench } from '../host/workbench.js';
import { openSession, type Session } from './sample.js';

const plan = `# Shelf Roadmap

## Phase 1: Catalogue

- [ ] Import the cards
- [ ] Scan the covers
  - [x] Front
  - [ ] Back
- [ ] Print labels

## Phase 2: Lending

- [ ] Lend by phone
- [ ] Remind by mail
`;

describe('changes from the tree', function () {
  this.timeout(300_000);

  let session: Session;
  let workbench: Workbench;
  let tree: Tree;
  let file: string;

  before(async () => {
    session = await openSession(async (folder) => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'ROADMAP.md'), plan);
      await writeFile(join(folder, 'MILESTONES.md'), '# Mixed\r\n\r\n- [ ] One\r\n- [ ] Two\n- [ ] Three\r\n');
    });
    workbench = session.workbench;
    tree = workbench.tree('Roadmap');
    file = join(session.folder, 'ROADMAP.md');
    await tree.waitFor('both roadmaps', (rows) => rows.filter(({ level }) => level === 1).length === 2);
    await tree.expand('Phase 1: Catalogue');
    await tree.expand('Phase 2: Lending');
  });

  after(() => session?.close());

  const find = (rows: readonly TreeRow[], label: string) => rows.find((row) => row.label === label);
  const labels = (rows: readonly TreeRow[]) => rows.map(({ label }) => label);
  /** The tree, once a row with this label is checked or not. */
  const checked = (label: string, value: boolean) =>
    tree.waitFor(`"${label}" ${value ? 'ticked' : 'open'}`, (rows) => find(rows, label)?.checked === value);

  /** Waits until a file holds this text. */
  async function holds(text: string, path = file): Promise<void> {
    for (const until = Date.now() + 10_000; ;) {
      const found = await readFile(path, 'utf8');
      if (found === text || Date.now() > until) return assert.equal(found, text);
      await workbench.page.evaluate(nextFrame);
    }
  }

  /** Waits for a row that says something in words. */
  const saying = (words: string) =>
    tree.waitFor(`a row that says ${words}`, (rows) => rows.some(({ ariaLabel }) => ariaLabel === words));

  /** Waits until one row stands somewhere above another: rows move a moment after the file has changed, and so do their places on the screen. */
  const inOrder = (above: string, below: string) =>
    tree.waitFor(`${above} above ${below}`, (rows) => labels(rows).indexOf(above) < labels(rows).indexOf(below));

  const now = { text: plan };
  /** Waits until the file has changed by this replacement alone. */
  async function changed(from: string | RegExp, to: string): Promise<void> {
    now.text = now.text.replace(from, to);
    await holds(now.text);
  }

  it('offer a check box on each task that has none below it', async () => {
    const rows = await tree.rows();
    assert.deepEqual(
      ['Import the cards', 'Scan the covers', 'Phase 1: Catalogue'].map((label) => find(rows, label)?.checked),
      [false, null, null],
    );
  });

  it('tick a task by a click on its box, and open it again', async () => {
    await tree.toggleCheckbox('Import the cards');
    await changed('[ ] Import', '[x] Import');
    await checked('Import the cards', true);
    // The box shows at once what was clicked; the words come with the rows that are drawn anew.
    await saying('Import the cards, done');
    await tree.toggleCheckbox('Import the cards');
    await changed('[x] Import', '[ ] Import');
    await checked('Import the cards', false);
    await saying('Import the cards, to do');
  });

  it('tick a task by Space on its box', async () => {
    await (await tree.row('Print labels')).getByRole('checkbox').press('Space');
    await changed('[ ] Print', '[x] Print');
    await checked('Print labels', true);
    await saying('Print labels, done');
  });

  it('tick the selected task by Ctrl+Enter', async () => {
    await tree.click('Remind by mail');
    await tree.waitFor('the selected row', (rows) => find(rows, 'Remind by mail')?.selected === true);
    await workbench.page.keyboard.press('Control+Enter');
    await changed('[ ] Remind', '[x] Remind');
    await checked('Remind by mail', true);
  });

  it('mark a task with subtasks done by those', async () => {
    await tree.runFromContextMenu('Scan the covers', 'Mark as Done');
    await changed(
      '- [ ] Scan the covers\n  - [x] Front\n  - [ ] Back',
      '- [x] Scan the covers\n  - [x] Front\n  - [x] Back',
    );
  });

  it('rename the selected task by F2, which stays selected', async () => {
    await tree.click('Lend by phone');
    await workbench.page.keyboard.press('F2');
    assert.equal(await inputBox('Rename Task'), 'Lend by phone');
    await workbench.answerQuickInput('Lend by phone and mail');
    await changed('Lend by phone', 'Lend by phone and mail');
    await tree.waitFor('the renamed row', (rows) => find(rows, 'Lend by phone and mail')?.selected === true);
  });

  it('set a status and a priority by picks that show the present one', async () => {
    await tree.runFromContextMenu('Import the cards', 'Set Status…');
    const { items } = await workbench.quickInput('Set Status: Import the cards');
    assert.equal(items.find(({ label }) => label.trim() === 'To do')?.description, 'present');
    await workbench.answerQuickInput('In progress');
    await changed('[ ] Import', '[/] Import');
    await tree.waitFor(
      'the row in progress',
      (rows) => find(rows, 'Import the cards')?.ariaLabel === 'Import the cards, in progress',
    );
  });

  it('move a task behind the one it is dropped on', async () => {
    await drag('Import the cards', 'Print labels');
    await changed(/- \[\/\] Import the cards\n([\s\S]*?- \[x\] Print labels\n)/, '$1- [/] Import the cards\n');
    await inOrder('Print labels', 'Import the cards');
  });

  it('move a task to the end of the group it is dropped on', async () => {
    await drag('Print labels', 'Phase 2: Lending');
    await changed(/- \[x\] Print labels\n([\s\S]*)$/, '$1- [x] Print labels\n');
    await inOrder('Remind by mail', 'Print labels');
  });

  it('move a task up and down by keys', async () => {
    await tree.click('Print labels');
    await tree.waitFor('the selected row', (rows) => find(rows, 'Print labels')?.selected === true);
    await workbench.page.keyboard.press('Alt+ArrowUp');
    await changed(/(- \[x\] Remind by mail\n)(- \[x\] Print labels\n)/, '$2$1');
    await inOrder('Print labels', 'Remind by mail');
  });

  it('add a task to a group by the button on its row', async () => {
    const row = await tree.row('Phase 2: Lending');
    await row.hover();
    await row.locator('.actions .action-label[aria-label^="Add Task"]').click();
    assert.equal(await inputBox('Add Task'), '');
    await workbench.answerQuickInput('Lend abroad');
    await changed(/$/, '- [ ] Lend abroad\n');
    await tree.waitFor('the new row', (rows) => find(rows, 'Lend abroad')?.selected === true);
  });

  it('remove a task, and take that back by the button of the message', async () => {
    const before = now.text;
    await tree.runFromContextMenu('Lend abroad', 'Remove Task');
    await changed('- [ ] Lend abroad\n', '');
    const list = await workbench.openNotifications();
    await list
      .locator('.notification-list-item', { hasText: 'Removed "Lend abroad".' })
      .getByRole('button', { name: 'Undo' })
      .click();
    now.text = before;
    await holds(before);
    await tree.waitFor('the row again', (rows) => find(rows, 'Lend abroad') !== undefined);
  });

  it('change all that are selected', async () => {
    await tree.click('Remind by mail');
    await (await tree.row('Lend abroad')).locator('.label-name').click({ modifiers: ['Control'] });
    await tree.runFromContextMenu('Lend abroad', 'Set Status…');
    await workbench.quickInput('Set Status: 2 tasks');
    await workbench.answerQuickInput('In progress');
    now.text = now.text.replace('[x] Remind', '[/] Remind').replace('[ ] Lend abroad', '[/] Lend abroad');
    await holds(now.text);
  });

  it('ask before the line ends of a file would be made alike', async () => {
    const mixed = join(session.folder, 'MILESTONES.md');
    const before = await readFile(mixed, 'utf8');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await tree.toggleCheckbox('One');
    await dialog.getByText('MILESTONES.md has mixed line ends.').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await checked('One', false);
    await holds(before, mixed);
    await tree.toggleCheckbox('One');
    await dialog.getByRole('button', { name: 'Change All the Same' }).click();
    await checked('One', true);
    await holds('# Mixed\r\n\r\n- [x] One\r\n- [ ] Two\r\n- [ ] Three\r\n', mixed);
  });

  /** What stands in the input box of this title, once it is open. */
  async function inputBox(title: string): Promise<string> {
    const widget = workbench.page.locator('.quick-input-widget');
    await widget.locator('.quick-input-title').getByText(title, { exact: true }).waitFor();
    return widget.locator('.quick-input-box input').inputValue();
  }

  /** Drags a row onto another one. */
  async function drag(label: string, onto: string): Promise<void> {
    const from = await (await tree.row(label)).locator('.label-name').boundingBox();
    const to = await (await tree.row(onto)).locator('.label-name').boundingBox();
    assert.ok(from && to);
    const { mouse } = workbench.page;
    await mouse.move(from.x + 10, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(to.x + 12, to.y + to.height / 2, { steps: 8 });
    await mouse.move(to.x + 14, to.y + to.height / 2);
    await mouse.up();
  }
});

/** Resolves when the page draws next. Runs in the workbench's page. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
