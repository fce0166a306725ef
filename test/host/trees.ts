import type { Locator, Page } from 'playwright-core';
import { readTree, scrollToRow, type TreeRow } from './treePage.js';

export type { TreeRow };

/** `rows` as text: indented by level, with the description behind the label. */
export function formatRows(rows: readonly TreeRow[]): string {
  return rows
    .map(({ level, label, description, expanded }) => {
      const twistie = expanded === null ? ' ' : expanded ? '▾' : '▸';
      return `${'  '.repeat(level - 1)}${twistie} ${label}${description && `  ${description}`}`;
    })
    .join('\n');
}

/** One tree view of the side bar. Its rows are named by their label, which has to be unique where one is meant. */
export class Tree {
  readonly #page: Page;
  readonly #name: string;
  /** The pane that holds the tree, with its header. */
  readonly pane: Locator;

  constructor(page: Page, name: string) {
    this.#page = page;
    this.#name = name;
    this.pane = page.locator('.part.sidebar .pane', { has: page.locator(`.pane-header[aria-label^="${name} "]`) });
  }

  /** All rows, those included that are scrolled out of sight. None while the view shows its welcome text. */
  async rows(): Promise<TreeRow[]> {
    const rows = await this.pane.evaluate(readTree, { unlike: '', timeout: 10_000 });
    if (!rows) throw new Error(`The rows of the view ${this.#name} could not be read: it did not come to rest.`);
    return rows;
  }

  /** The text that the view shows instead of rows, and its message above them. */
  async message(): Promise<string> {
    const texts = await this.pane
      .locator('.welcome-view-content, .tree-explorer-viewlet-tree-view > .message')
      .allInnerTexts();
    return texts.join('\n').trim();
  }

  /** All rows, as soon as `accept` takes them. `what` says what is waited for, in the error when it does not come. */
  async waitFor(what: string, accept: (rows: TreeRow[]) => boolean, timeout = 30_000): Promise<TreeRow[]> {
    const deadline = Date.now() + timeout;
    let rows: TreeRow[] = [];
    let unlike = '';
    for (;;) {
      const left = Math.max(1, deadline - Date.now());
      const changed = await this.pane.evaluate(readTree, { unlike, timeout: left }, { timeout: left });
      if (!changed) break;
      rows = changed;
      if (accept(rows)) return rows;
      unlike = JSON.stringify(rows);
    }
    const seen = rows.length > 0 ? formatRows(rows) : (await this.message()) || 'nothing';
    throw new Error(`The view ${this.#name} did not show ${what} within ${timeout / 1000} s. It shows:\n${seen}`);
  }

  /** The row with this label, scrolled into sight. */
  async row(label: string): Promise<Locator> {
    const rows = await this.rows();
    const index = rows.findIndex((each) => each.label === label);
    if (index < 0) throw new Error(`The view ${this.#name} has no row "${label}". It shows:\n${formatRows(rows)}`);
    await this.pane.evaluate(scrollToRow, index);
    return this.pane.locator(`.monaco-list-rows > .monaco-list-row[data-index="${index}"]`);
  }

  /** Selects a row, and with that runs its command. */
  async click(label: string): Promise<void> {
    await (await this.row(label)).locator('.label-name').click();
  }

  /** Ticks a row's check box, or takes its tick away. */
  async toggleCheckbox(label: string): Promise<void> {
    await (await this.row(label)).getByRole('checkbox').click();
  }

  /** Shows a row's children, and waits until they are there. */
  async expand(label: string): Promise<void> {
    const row = await this.row(label);
    if ((await row.getAttribute('aria-expanded')) === 'true') return;
    await row.locator('.monaco-tl-twistie').click();
    await this.waitFor(`the children of "${label}"`, (rows) => {
      const at = rows.findIndex((each) => each.label === label);
      return (rows[at + 1]?.level ?? 0) > (rows[at]?.level ?? 0);
    });
  }

  /** The names of the actions that appear on a row under the pointer, from left to right. */
  async inlineActions(label: string): Promise<string[]> {
    const row = await this.row(label);
    await row.hover();
    const actions = await row.locator('.actions .action-label').all();
    return Promise.all(actions.map(async (each) => (await each.getAttribute('aria-label')) ?? ''));
  }

  /** The entries of a row's context menu, which is closed again. */
  async contextMenu(label: string): Promise<string[]> {
    const menu = await this.#openContextMenu(label);
    const entries = await menu.locator('.action-item:not(:has(.separator)) .action-label').allInnerTexts();
    await this.#page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    return entries;
  }

  /** Runs one entry of a row's context menu. */
  async runFromContextMenu(label: string, entry: string): Promise<void> {
    const menu = await this.#openContextMenu(label);
    // A click within the first tenth of a second is taken for the end of the one that opened the menu.
    await menu.getByRole('menuitem', { name: entry, exact: true }).hover();
    await menu.locator('.action-item.focused', { hasText: entry }).waitFor();
    await this.#page.keyboard.press('Enter');
  }

  async #openContextMenu(label: string): Promise<Locator> {
    await (await this.row(label)).locator('.label-name').click({ button: 'right' });
    const menu = this.#page.locator('.context-view .monaco-menu');
    await menu.locator('.action-item').first().waitFor();
    return menu;
  }
}
