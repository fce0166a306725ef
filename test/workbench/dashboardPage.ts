import assert from 'node:assert/strict';
import type { Frame, Locator, Page } from 'playwright-core';
import type { Workbench } from '../host/workbench.js';
import { runAxe } from './axe.js';

/** Milliseconds after which a page is not waited for any more: it is loaded by a service worker, which takes its time. */
const patience = 60_000;

/** A dashboard as it is drawn in a panel or in the side bar: a page in two frames, which VS Code makes anew when it is shown. */
export class DashboardPage {
  constructor(
    readonly frame: Frame,
    private readonly workbench: Workbench,
  ) {}

  /** Waits until the page of the panel, or of the view in the side bar, has drawn something. */
  static async of(workbench: Workbench, layout: 'panel' | 'sideBar' = 'panel'): Promise<DashboardPage> {
    const { page } = workbench;
    for (const end = Date.now() + patience; Date.now() < end; await page.evaluate(nextFrame)) {
      for (const frame of page.frames()) {
        // A frame may go while it is asked.
        const drawn = await frame
          .locator(`body.layout-${layout} main > *`)
          .count()
          .catch(() => 0);
        if (drawn > 0) return new DashboardPage(frame, workbench);
      }
    }
    throw new Error(`There is no ${layout} with a dashboard.\n${await describeFrames(page)}`);
  }

  /** A section by its name. */
  section(name: string): Locator {
    return this.frame.locator(`[data-section="${name}"]`);
  }

  /** The title of the roadmap. */
  get title(): Locator {
    return this.frame.locator('h1');
  }

  /** A card of the board, by the title of its task. */
  card(title: string): Locator {
    return this.section('board').locator('[data-id]', { hasText: title });
  }

  /** A card in the column of a status. */
  cardIn(status: string, title: string): Locator {
    return this.section('board').locator(`[data-status="${status}"] [data-id]`, { hasText: title });
  }

  /** Drags a card into the column of a status as a person does: press, move in steps, let go. */
  async drag(title: string, status: string): Promise<void> {
    const { mouse } = this.workbench.page;
    const [card, column] = [this.card(title), this.section('board').locator(`[data-status="${status}"]`)];
    await card.scrollIntoViewIfNeeded();
    const [from, to] = await Promise.all([card.boundingBox(), column.boundingBox()]);
    if (!from || !to) throw new Error(`"${title}" cannot be dragged to ${status}: it is out of sight.`);
    // Below the title, which is a button, and left of the list of statuses.
    const [x, y] = [from.x + from.width / 2, from.y + from.height - 8];
    await mouse.move(x, y);
    await mouse.down();
    // Less than a few pixels is a click.
    await mouse.move(x + 12, y + 6, { steps: 4 });
    await mouse.move(to.x + to.width / 2, Math.max(to.y + 40, from.y), { steps: 8 });
    await column.and(this.frame.locator('.target')).waitFor();
    await mouse.up();
  }

  /** Fails where axe objects, and where it looked at the names of fewer elements than there are to be. */
  async check(include: readonly string[], least: number): Promise<void> {
    const { violations, named } = await runAxe(this.frame, include);
    assert.deepEqual(violations, []);
    const looked = Object.values(named).reduce((sum, count) => sum + count, 0);
    assert.ok(looked >= least, `The names of ${looked} elements were checked.`);
  }

  /** How far it is scrolled, in pixels. */
  scrolled(): Promise<number> {
    return this.frame.evaluate(() => (globalThis as unknown as { scrollY: number }).scrollY);
  }

  /** What has the focus: the id of its card, else its text. */
  focused(): Promise<string> {
    return this.frame.evaluate(() => {
      const { activeElement } = (globalThis as unknown as BrowserPage).document;
      return activeElement?.closest('[data-id]')?.getAttribute('data-id') ?? activeElement?.textContent ?? '';
    });
  }
}

/** The frames there are, with the beginning of what stands in them, for a message. */
async function describeFrames(page: Page): Promise<string> {
  const texts = page.frames().map(async (frame) => {
    const text = await frame
      .locator('body')
      .innerText({ timeout: 1_000 })
      .catch(() => '');
    return `${frame.url().slice(0, 100)}: ${text.slice(0, 200)}`;
  });
  return (await Promise.all(texts)).join('\n');
}

/** Resolves when the page has drawn what has changed. Runs in the workbench's page. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

declare function requestAnimationFrame(callback: () => void): number;

// Tests compile without the browser's types. This much of them is used here.
interface PageElement {
  readonly textContent: string | null;
  closest(selector: string): PageElement | null;
  getAttribute(name: string): string | null;
}
interface BrowserPage {
  readonly document: { readonly activeElement: PageElement | null };
}
