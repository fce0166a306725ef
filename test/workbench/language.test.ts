import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workbench } from '../host/workbench.js';
import { openSession, type Session } from './sample.js';
import { screenshotFile } from './screenshots.js';

const plan = `# Shelf Roadmap

## Release

- [x] RM-1 Cover the 401 path
- [/] RM-2 Sign the images (depends on RM-1)
- [ ] ⛔ RM-3 Publish the images (depends on RM-2)

## Labels

- [-] RM-4 Print labels by fax
- [ ] RM-5 Print labels in the library
`;

const code = `package shelf

// TODO(RM-2): sign with the new key
func Sign() {} // @task RM-2
`;

const themes = [
  ['Default Dark Modern', ''],
  ['Default Light Modern', '-light'],
  ['Default High Contrast', '-contrast'],
] as const;

async function fill(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'ROADMAP.md'), plan);
  await writeFile(join(folder, 'shelf.go'), code);
}

async function open(colorTheme: string): Promise<Session> {
  const session = await openSession(fill, { colorTheme, size: { width: 1200, height: 720 } });
  const tree = session.workbench.tree('Roadmap');
  await tree.waitFor('the plan', (rows) => rows.some(({ label }) => label === 'Release'));
  await tree.expand('Release');
  await tree.waitFor('the TODOs', (rows) => rows.some(({ description }) => description.includes('2 TODOs')));
  return session;
}

describe('language features', function () {
  this.timeout(300_000);

  for (const [theme, suffix] of themes) {
    it(`say in the roadmap's editor how tasks stand: ${theme}`, async () => {
      const session = await open(theme);
      try {
        const { workbench } = session;
        await workbench.openFile('ROADMAP.md');
        const line = (text: string) => workbench.page.locator('.view-line', { hasText: text }).first();
        await line('RM-1').locator('xpath=.//span[not(*)]', { hasText: '401' }).waitFor();
        await until('a dimmed title', async () => (await look(line('RM-1'), '401')).opacity === '0.7');
        await until('a struck one', async () => (await look(line('RM-4'), 'fax')).decoration.includes('line-through'));
        await until('one as it is', async () => (await look(line('RM-5'), 'library')).opacity === '1');
        await until('a sign of work', async () => (await sign(line('RM-2'))) === '◐');
        await until('a sign of waiting', async () => (await sign(line('RM-3'))) === '⊘');
        assert.equal(await sign(line('RM-5')), '');
        await workbench.screenshot(await screenshotFile(`decorations${suffix}`, false));
        // Typing moves them along, and ticks show at once.
        await workbench.goTo(12, 4);
        await workbench.page.keyboard.press('Delete');
        await workbench.type('x');
        await until(
          'a title dimmed as it is ticked',
          async () => (await look(line('RM-5'), 'library')).opacity === '0.7',
        );
      } finally {
        await session.close();
      }
    });
  }

  describe('while one works', () => {
    let session: Session;
    let workbench: Workbench;
    const text = (name: string) => readFile(join(session.folder, name), 'utf8');

    before(async () => {
      session = await open('Default Dark Modern');
      workbench = session.workbench;
    });

    after(() => session?.close());

    it('offer ids behind TODO(, by the title of their task', async () => {
      const { page } = workbench;
      await workbench.openFile('shelf.go');
      await workbench.goTo(2);
      await workbench.type('// TODO(');
      const widget = page.locator('.suggest-widget.visible');
      const rows = widget.locator('.monaco-list-row');
      await rows.filter({ hasText: 'RM-5' }).waitFor();
      assert.match((await rows.first().innerText()).replace(/\s+/g, ' '), /RM-2 Sign the images .*◐ Release/);
      await page.keyboard.type('library');
      await until('one left', async () => (await rows.count()) === 1);
      await workbench.screenshot(await screenshotFile('completion', false));
      await page.keyboard.press('Enter');
      await page.locator('.view-line', { hasText: '// TODO(RM-5' }).waitFor();
      await workbench.runCommand('File: Revert File');
      await page.locator('.view-line', { hasText: 'RM-5' }).waitFor({ state: 'detached' });
    });

    it('rename an id with a preview, in which all is ticked', async () => {
      const { page } = workbench;
      await workbench.goTo(3, 10);
      await workbench.runCommand('Roadmap: Rename Task Id…');
      const input = page.locator('.quick-input-widget');
      await input.locator('.quick-input-title').getByText('Rename Task Id', { exact: true }).waitFor();
      assert.equal(await input.locator('input').first().inputValue(), 'RM-2');
      await input.locator('input').first().fill('RM-5');
      await input.getByText('is that of "Print labels in the library"').waitFor();
      await workbench.screenshot(await screenshotFile('rename-input', false));
      await input.locator('input').first().fill('RM-20');
      await page.keyboard.press('Enter');
      const preview = page.locator('.bulk-edit-panel');
      await preview.getByText('config.yaml').first().waitFor();
      await workbench.screenshot(await screenshotFile('rename-preview', false));
      const boxes = preview.locator('.monaco-list-row').locator('input[type=checkbox], [role=checkbox]');
      const ticked = await boxes.evaluateAll((all) =>
        all.map((box) => box.getAttribute('aria-checked') ?? String((box as unknown as { checked: boolean }).checked)),
      );
      assert.ok(ticked.length >= 3 && ticked.every((one) => one === 'true'), ticked.join());
      await preview.getByRole('button', { name: 'Apply' }).click();
      await until('renamed', async () => (await text('shelf.go')) === code.replaceAll('RM-2', 'RM-20'));
      assert.equal(await text('ROADMAP.md'), plan.replaceAll('RM-2', 'RM-20'));
      assert.equal(await text('.roadmap/config.yaml'), 'aliases:\n  RM-2: RM-20\n');
    });
  });
});

interface Look {
  readonly opacity: string;
  readonly decoration: string;
}

/** How a word of a line is drawn. */
async function look(line: ReturnType<Workbench['page']['locator']>, word: string): Promise<Look> {
  const span = line.locator('xpath=.//span[not(*)]', { hasText: word }).first();
  return span.evaluate((element) => {
    const style = getComputedStyle(element);
    return { opacity: style.opacity, decoration: style.textDecoration };
  });
}

/** What stands behind the text of a line, put there by decorations. */
async function sign(line: ReturnType<Workbench['page']['locator']>): Promise<string> {
  return line.evaluate((element) => {
    const contents = [...element.querySelectorAll('span')].map((span) => getComputedStyle(span, '::after').content);
    return contents
      .filter((content) => content !== 'none' && content !== 'normal')
      .join('')
      .replaceAll('"', '');
  });
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; !(await holds());) {
    if (Date.now() > end) throw new Error(`Not ${what}.`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
