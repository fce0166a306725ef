import { format } from 'node:util';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { provisionBrowser } from './browser.js';
import { isWorkbenchNoise } from './noise.js';
import type { VSCodeVersion } from './provision.js';
import { changeMemory } from './memoryPage.js';
import { type ServerOptions, type Settings, startServer, type VSCodeServer, type WorkbenchContent } from './server.js';
import { Tree } from './trees.js';

/** What to open, in which VS Code, and how it looks. */
export interface WorkbenchOptions extends WorkbenchContent, ServerOptions {
  version: VSCodeVersion;
  /** Name of the colour theme, such as `Default Dark Modern`. */
  colorTheme?: string;
  /** The language that extensions are told; the workbench's own texts stay English. */
  locale?: string | undefined;
  /** Size of the window in pixels. */
  size?: { width: number; height: number };
  /** Hears what the workbench and the extension host log, noise left out. */
  log?: (message: string) => void;
}

/** An entry of the quick input: of the palette, of a pick, or of the file search. */
interface QuickInputItem {
  label: string;
  description: string;
}

/** What the quick input shows. */
export interface QuickInput {
  title: string;
  placeholder: string;
  value: string;
  /** What it says under the box: a prompt, or why it takes no such value. */
  message: string;
  items: QuickInputItem[];
}

/** What VS Code says for up to five seconds while an extension starts that somebody has asked for, such as for a server it offers. */
const activating = 'Activating Extensions...';

/** An entry of the status bar. */
export interface StatusBarEntry {
  /** The extension's id and the entry's own, joined by a dot. */
  id: string;
  text: string;
  ariaLabel: string;
}

/** Opens a workbench in a browser without a window, on a server of its own. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const theme: Settings = options.colorTheme ? { 'workbench.colorTheme': options.colorTheme } : {};
  // Playwright's own signal handlers would end the process before ours have ended the server.
  const signals = { handleSIGHUP: false, handleSIGINT: false, handleSIGTERM: false };
  const launch = { ...(await provisionBrowser()), ...signals };
  const server = await startServer(options.version, { ...options, settings: { ...theme, ...options.settings } });
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch(launch);
    const context = await browser.newContext({ viewport: options.size ?? { width: 1280, height: 800 } });
    const workbench = new Workbench(await context.newPage(), browser, server);
    await workbench.load(options);
    return workbench;
  } catch (error) {
    await browser?.close();
    await server.stop();
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(`The workbench did not open. ${cause}\nThe server said:\n${server.recentOutput()}`, {
      cause: error,
    });
  }
}

/** A VS Code workbench that is driven and read as a person does it. */
export class Workbench {
  readonly page: Page;
  /** The exit code of the extension tests; rejected when the browser ends before them. */
  readonly testsExit: Promise<number>;
  readonly #browser: Browser;
  readonly #server: VSCodeServer;
  #exitTests: (code: number) => void = () => undefined;

  constructor(page: Page, browser: Browser, server: VSCodeServer) {
    this.page = page;
    this.#browser = browser;
    this.#server = server;
    this.testsExit = new Promise((resolve, reject) => {
      this.#exitTests = resolve;
      const lost = (what: string) => () =>
        reject(new Error(`${what} before the tests were over. The server said:\n${server.recentOutput()}`));
      page.once('crash', lost("The workbench's page crashed"));
      browser.once('disconnected', lost('The browser ended'));
    });
    // Nobody has to wait for it.
    this.testsExit.catch(() => undefined);
  }

  /** Loads the page and waits until the workbench can be used. `openWorkbench` calls it. */
  async load({ log, locale, ...content }: WorkbenchOptions): Promise<void> {
    const { page } = this;
    await page.exposeFunction('codeAutomationExit', (code: number) => this.#exitTests(code));
    await page.exposeFunction('codeAutomationLog', (_severity: string, parts: unknown[]) => {
      const message = format(...parts);
      if (!isWorkbenchNoise(message)) log?.(message);
    });
    // Galleries and update services: what a test sees must not depend on them.
    await page.route(
      ({ hostname }) => hostname !== '127.0.0.1' && !hostname.endsWith('localhost'),
      (route) => route.abort(),
    );
    if (locale !== undefined) {
      // Where a translated workbench has its language from: a script of the page that is not there for English.
      await page.addInitScript({ content: `globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)};` });
    }
    await page.goto(this.#server.url(content));
    await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor({ timeout: 60_000 });
    if (content.workspace?.endsWith('.code-workspace') && !content.extensionTests) await this.#showFolders();
  }

  /** Opens a second window of the same person beside this one. It ends with this one. */
  async openAnother(options: WorkbenchOptions): Promise<Workbench> {
    const another = new Workbench(await this.page.context().newPage(), this.#browser, this.#server);
    await another.load(options);
    return another;
  }

  /** Closes the window, changes what it has kept of an extension's memory, and opens it again. */
  async reopenWithMemory(extensionId: string, memory: string, options: WorkbenchOptions): Promise<Workbench> {
    await this.page.close({ runBeforeUnload: false });
    const outside = await this.page.context().newPage();
    await outside.goto(new URL('/version', this.#server.url(options)).href);
    const changed = await outside.evaluate(changeMemory, { key: extensionId, value: memory });
    await outside.close();
    if (!changed) throw new Error(`No window has kept anything of ${extensionId}.`);
    return this.openAnother(options);
  }

  /** Opens a view container by the name of its icon in the activity bar, if it is not open. */
  async openViewContainer(name: string): Promise<void> {
    // A badge on the icon adds to its name.
    const icons = this.page.locator('.part.activitybar').getByRole('tab');
    const icon = icons.and(this.page.getByRole('tab', { name: new RegExp(`^${name}( |$)`) }));
    await icon.waitFor().catch(async (error: unknown) => {
      const names = await Promise.all((await icons.all()).map((each) => each.getAttribute('aria-label')));
      throw new Error(`The activity bar has no "${name}". It has: ${names.join(', ')}.`, { cause: error });
    });
    const open = icon.and(this.page.locator('[aria-expanded="true"]'));
    // A window may be about to open by itself what it showed last time, which a click then closes again.
    for (let attempts = 3; attempts > 0; attempts--) {
      if ((await icon.getAttribute('aria-expanded')) !== 'true') await icon.click();
      const shown = await open.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
      if (shown) return;
    }
    throw new Error(`The view container "${name}" does not open.`);
  }

  /** A tree view of the open view container, by the name in its header. */
  tree(name: string): Tree {
    return new Tree(this.page, name);
  }

  /** Runs a command by its full title, category included, as the palette shows it. */
  async runCommand(title: string): Promise<void> {
    await this.#openQuickInput(`>${title}`);
    await this.pickQuickInputItem(title);
  }

  /** Picks an entry of the quick input by its label. */
  async pickQuickInputItem(label: string): Promise<void> {
    const name = this.page.locator('.label-name').getByText(label, { exact: true });
    await this.page.locator('.quick-input-list .monaco-list-row', { has: name }).first().click();
  }

  /**
   * Waits for the quick input with this title, and reads it. Of a long list the visible items only. The palette that a
   * command was picked in has none, and is the same widget.
   */
  async quickInput(title: string): Promise<QuickInput> {
    const widget = this.page.locator('.quick-input-widget');
    await widget.locator('.quick-input-title:visible', { hasText: title }).waitFor();
    await widget.locator('.quick-input-list .monaco-list-row').first().waitFor();
    const box = widget.locator('.quick-input-box input');
    const rows = await widget.locator('.quick-input-list .monaco-list-row').all();
    return {
      title: await shownText(widget, '.quick-input-title'),
      placeholder: (await box.getAttribute('placeholder')) ?? '',
      value: await box.inputValue(),
      message: await shownText(widget, '.quick-input-message'),
      items: await Promise.all(
        rows.map(async (row) => ({
          label: (await row.locator('.label-name').first().textContent()) ?? '',
          description: (await row.locator('.label-description').allTextContents()).join(' '),
        })),
      ),
    };
  }

  /** Replaces what stands in the quick input's box by `text`, and confirms it. */
  async answerQuickInput(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget .quick-input-box input').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** The entries of the status bar, from left to right. */
  async statusBar(): Promise<StatusBarEntry[]> {
    const entries = await this.page.locator('.part.statusbar .statusbar-item:visible').all();
    return Promise.all(
      entries.map(async (entry) => ({
        id: (await entry.getAttribute('id')) ?? '',
        text: (await entry.innerText()).trim(),
        ariaLabel: (await entry.getAttribute('aria-label')) ?? '',
      })),
    );
  }

  /** Shows the list of notifications. A window that is driven by tests shows none by itself. */
  async openNotifications(): Promise<Locator> {
    const list = this.page.locator('.notifications-center.visible');
    if (await list.isHidden()) await this.page.locator('[id="status.notifications"] a').click();
    await list.waitFor();
    return list;
  }

  /** The texts of the notifications, newest first, without the progress that VS Code itself tells of. */
  async notifications(): Promise<string[]> {
    const list = await this.openNotifications();
    const all = await list.locator('.notification-list-item-message').allInnerTexts();
    const texts = all.filter((text) => text !== activating);
    await this.page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    return texts;
  }

  /** Opens a file of the workspace by its name, or by as much of its path as makes it unique. */
  async openFile(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    await this.#openQuickInput(path);
    await this.pickQuickInputItem(name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Puts the cursor of the open editor to a line and column, both counted from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.#openQuickInput(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Types into the open editor at its cursor. */
  async type(text: string): Promise<void> {
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await this.page.keyboard.type(text);
  }

  /** Drags the border of the side bar by so many pixels, and leaves the pointer aside. */
  async widenSideBar(by: number): Promise<void> {
    const { page } = this;
    const box = await page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('There is no side bar.');
    const [x, y] = [box.x + box.width, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by, y, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(x + by + 200, y);
  }

  /** Saves a picture of the whole window. */
  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  }

  /** Ends the browser and the server, and removes what they wrote. */
  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
  }

  /**
   * Waits for the folders of a workspace file, and reloads the window where they do not come, as a person would: VS Code
   * 1.105 now and then opens such a file in a remote without them, and stays so.
   */
  async #showFolders(): Promise<void> {
    const folder = this.page.locator('.explorer-folders-view .monaco-list-row').first();
    for (let attempts = 5; attempts > 0; attempts--) {
      const shown = await folder.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
      if (shown) return;
      await this.page.reload();
    }
    throw new Error('The window does not show the folders of its workspace.');
  }

  async #openQuickInput(text: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const box = this.page.locator('.quick-input-widget .quick-input-box input');
    await box.waitFor();
    await box.fill(text);
  }
}

/** The text of an element that may be hidden, in which case its text is a default that nobody sees. */
async function shownText(parent: Locator, selector: string): Promise<string> {
  return (await parent.locator(`${selector}:visible`).allInnerTexts()).join('').trim();
}
