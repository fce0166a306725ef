import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { adjustableCodes } from '../../src/core/model/problem.js';
import { commands } from '../../src/extension/commands.js';
import { defaults } from '../../src/extension/settings.js';
import { extensionInPseudoLocale, pseudoLanguage } from '../host/project.js';
import type { Tree } from '../host/trees.js';
import type { Workbench } from '../host/workbench.js';
import { findUntranslated, pseudoTexts } from '../support/pseudoLocale.js';
import { plan } from '../support/ukrainian.js';
import { openSession, type Session } from './sample.js';

describe('the extension in another language', function () {
  this.timeout(300_000);

  const names = pseudoTexts('package.nls');
  const messages = pseudoTexts('l10n/bundle.l10n');
  const category = names['command.category']!;
  const commandOf = (name: string) => `${category}: ${names[`command.${name}`]}`;
  let session: Session;
  let workbench: Workbench;
  let tree: Tree;

  /** Checks that plain letters stand in these texts only where they stand in the roadmap, too, or are placeholders of settings. */
  const assertTranslated = (...shown: string[]) => {
    assert.ok(
      shown.some((text) => text.trim() !== ''),
      'there is a text',
    );
    assert.deepEqual(findUntranslated(shown, [plan, 'ROADMAP.md', '{id} {slug} {title}']), []);
  };

  before(async () => {
    session = await openSession((folder) => mkdir(folder, { recursive: true }), {
      extension: extensionInPseudoLocale,
      locale: pseudoLanguage,
      viewContainer: names['container.title']!,
    });
    workbench = session.workbench;
    tree = workbench.tree(names['view.roadmap.name']!);
  });

  after(() => session?.close());

  it('welcomes in it where there is no roadmap', async () => {
    const [firstLine] = names['welcome.noRoadmap']!.split('\n');
    await workbench.page.getByText(firstLine!).waitFor();
    assertTranslated(await tree.message());
  });

  it('tells in it that there is none', async () => {
    await workbench.runCommand(commandOf('openRoadmap'));
    // In this host VS Code shows no toast, but keeps what it would have shown.
    await workbench.runCommand('Notifications: Show Notifications');
    const notification = workbench.page
      .locator('.notifications-center .notification-list-item')
      // VS Code's own, while it starts extensions.
      .filter({ hasNotText: 'Activating Extensions' });
    await notification.waitFor();
    const buttons = await notification.locator('.monaco-button').allInnerTexts();
    assert.equal(buttons.length, 1);
    assertTranslated(await notification.locator('.notification-list-item-message').innerText(), ...buttons);
    await workbench.runCommand('Notifications: Clear All Notifications');
    await notification.waitFor({ state: 'hidden' });
  });

  it('shows every row in it, also to those who hear it', async () => {
    await writeFile(join(session.folder, 'ROADMAP.md'), plan);
    await tree.waitFor('the rows', (rows) => rows.length > 5);
    await workbench.runCommand(commandOf('expandAll'));
    const rows = await tree.waitFor('all rows', (all) => all.some(({ label }) => label === 'Імена') && all.length > 50);
    assertTranslated(...rows.flatMap(({ label, description, ariaLabel }) => [label, description, ariaLabel]));
  });

  it('has its name, its actions and its number in it', async () => {
    assertTranslated(await tree.pane.locator('.pane-header .title').innerText());
    const icon = workbench.page.locator('.part.activitybar').getByRole('tab', { name: names['container.title']! });
    assertTranslated((await icon.getAttribute('aria-label')) ?? '');
    await tree.pane.hover();
    const actions = tree.pane.locator('.pane-header .actions .action-label');
    const labels = await Promise.all((await actions.all()).map((each) => each.getAttribute('aria-label')));
    for (const name of ['goToTask', 'filter', 'openDashboard']) {
      assert.ok(labels.includes(names[`command.${name}`]!), `${name} in ${labels.join(', ')}`);
    }
  });

  it('explains a group, a task, a metric and a register in it', async () => {
    const rows = await tree.rows();
    const metric = rows.find(({ description }) => description.includes('200 ms'))!;
    for (const label of ['Пошук', 'Порядок', metric.label, messages['Risks']!]) {
      const text = await hoverOf(await tree.row(label));
      assert.ok(text.includes(messages['File']!), text);
      assertTranslated(text);
    }
  });

  it('has an entry of the status bar in it, with its tooltip', async () => {
    const entry = (await workbench.statusBar()).find(({ id }) => id.endsWith('roadmapLens.progress'));
    assertTranslated(entry?.text ?? '', entry?.ariaLabel ?? '');
    assertTranslated(await hoverOf(workbench.page.locator(`[id="${entry?.id}"]`)));
  });

  it('offers every command in it', async () => {
    for (const name of Object.values(commands).map((id) => id.replace('roadmapLens.', ''))) {
      // The palette leaves out what clears a filter, and what ends work, as long as there is none.
      if (unavailable.has(name)) continue;
      assert.ok((await paletteEntries(commandOf(name))).includes(commandOf(name)), commandOf(name));
      assertTranslated(commandOf(name));
    }
  });

  it('asks in it what to filter by, and says what it has filtered by', async () => {
    await workbench.runCommand(commandOf('filter'));
    const { title, placeholder, items } = await workbench.quickInput(messages['Filter Roadmap']!);
    const list = workbench.page.locator('.quick-input-list');
    const separators = await list.locator('.quick-input-list-separator:visible').allInnerTexts();
    assert.equal(items.length, 9);
    assertTranslated(title, placeholder, ...separators, ...items.map(({ label }) => label));
    await workbench.pickQuickInputItem(messages['Done']!);
    await workbench.pickQuickInputItem(messages['To do']!);
    await workbench.page.keyboard.press('Enter');
    await tree.pane.locator('.message', { hasText: messages['Filter: {0}']!.replace('{0}', '').trim() }).waitFor();
    assertTranslated(await tree.message());
    assert.ok((await paletteEntries(commandOf('clearFilter'))).includes(commandOf('clearFilter')));
    await workbench.runCommand(commandOf('clearFilter'));
  });

  it('offers every task in it', async () => {
    await workbench.runCommand(commandOf('goToTask'));
    const { title, placeholder, items } = await workbench.quickInput(messages['Go to Task']!);
    assertTranslated(title, placeholder, ...items.flatMap(({ label, description }) => [label, description]));
    await workbench.page.keyboard.press('Escape');
  });

  it('tells problems in it', async () => {
    await writeFile(join(session.folder, 'ROADMAP.md'), `${plan}\n## Хиби\n\n- [§] Незнане\n- [x] Спірне ⛔\n`);
    await workbench.runCommand('View: Toggle Problems');
    const problems = workbench.page.locator('.markers-panel .monaco-list-row .marker-message-line');
    await problems.nth(1).waitFor();
    const texts = await problems.allInnerTexts();
    assert.deepEqual(findUntranslated(texts, [plan, fixed]), []);
  });

  it('describes its settings in it', async () => {
    await workbench.runCommand('Preferences: Open Settings (UI)');
    const search = workbench.page.locator('.settings-editor .suggest-input-container');
    await search.click();
    await workbench.page.keyboard.type('@ext:roadmap-lens.roadmap-lens');
    const descriptions = workbench.page.locator('.settings-editor .setting-item-description');
    await descriptions.filter({ hasText: names['settings.files']!.slice(0, 40) }).waitFor();
    // Only what is in sight is drawn.
    const seen = new Set<string>();
    const list = workbench.page.locator('.settings-editor .settings-tree-container .monaco-list').last();
    for (let turn = 0; turn < 60 && seen.size < Object.keys(defaults).length; turn++) {
      for (const text of await descriptions.allInnerTexts()) seen.add(text);
      await list.hover();
      await workbench.page.mouse.wheel(0, 200);
      await descriptions.first().waitFor();
    }
    // Paths of programs are set for the machine, which in a remote window is another page.
    assert.ok(seen.size >= Object.keys(defaults).length - 2, `${seen.size} settings`);
    assertTranslated(...seen);
  });

  /** What the hover of a row or entry says. */
  async function hoverOf(place: Locator): Promise<string> {
    // From elsewhere, so that the pointer enters it.
    await workbench.page.locator('.part.editor').first().hover();
    await place.hover();
    const hover = workbench.page.locator('.workbench-hover .hover-contents strong').first();
    await hover.waitFor();
    const text = await workbench.page.locator('.workbench-hover .hover-contents').first().innerText();
    await workbench.page.locator('.part.editor').first().hover();
    await hover.waitFor({ state: 'detached' });
    return text;
  }

  /** The labels of what the palette offers for a text. */
  async function paletteEntries(text: string): Promise<string[]> {
    const { page } = workbench;
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget .quick-input-box input').fill(`>${text}`);
    const entries = page.locator('.quick-input-list .monaco-list-row .label-name', { hasText: text });
    await entries.first().waitFor();
    const labels = await entries.allInnerTexts();
    await page.keyboard.press('Escape');
    return labels;
  }
});

/** Commands that are offered only where there is a filter, or work on a task. */
const unavailable: ReadonlySet<string> = new Set([
  'clearFilter',
  'clearTodoFilter',
  'finishWork',
  'stopWork',
  'showActiveTask',
]);

/** The product's name and the codes of problems, which are the same in every language, and where VS Code says they are. */
const fixed = `Roadmap Lens ${adjustableCodes.join(' ')} .roadmap/config.yaml metrics [Ln, Col]`;
