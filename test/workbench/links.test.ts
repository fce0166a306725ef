import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSampleWorkspace } from '../demo/sampleWorkspace.js';
import { openSession, type Session } from './sample.js';
import { itInEachTheme } from './themes.js';

/** Opens a file of the sample, with the cursor on a line. */
async function openFile({ workbench }: Session, path: string, line: number): Promise<void> {
  await workbench.openFile(path);
  await workbench.goTo(line);
}

describe('TODOs and commits', function () {
  this.timeout(300_000);

  itInEachTheme('are shown above the code, in a card and in the tree', 'todos', async (session, picture) => {
    const { page } = session.workbench;
    const tree = session.workbench.tree('Roadmap');
    await tree.waitFor('the horizons', (rows) => rows.some(({ label }) => label === '1-Year Roadmap'));
    await tree.expand('Release Pipeline');
    await tree.waitFor('what belongs to tasks', (rows) =>
      rows.some(({ description }) => /TODO|commit/.test(description)),
    );
    await openFile(session, 'lending/loans.py', 10);
    const lens = page.locator('.codelens-decoration', { hasText: 'Send overdue notices' });
    await lens.waitFor();
    assert.match(await lens.innerText(), /^○\s+Send overdue notices · .+ · \d+\/\d+/);
    await session.workbench.goTo(10, 20);
    for (const key of ['Control+k', 'Control+i']) await page.keyboard.press(key);
    const card = page.locator('.monaco-hover .hover-contents', { hasText: 'Reserve a copy in one transaction' });
    await card.waitFor();
    assert.match(await card.innerText(), /loans\.py:10[\s\S]*Hand\scopies\sto\sthe\snext\smember/);
    await picture();
  });

  describe('while one works', () => {
    let session: Session;

    before(async () => {
      session = await openSession(createSampleWorkspace, { size: { width: 1200, height: 900 } });
      const tree = session.workbench.tree('Roadmap');
      await tree.waitFor('the phases', (rows) => rows.some(({ label }) => label === 'Release Pipeline'));
      await tree.expand('Release Pipeline');
      await session.workbench
        .tree('Roadmap')
        .waitFor('a task with a commit', (rows) => rows.some(({ description }) => description.includes('commit')));
    });

    after(() => session?.close());

    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
        cwd: session.folder,
        stdio: 'pipe',
      });

    /** Milliseconds from now until a row says something. */
    async function until(label: string, description: RegExp): Promise<number> {
      const start = Date.now();
      await session.workbench
        .tree('Roadmap')
        .waitFor(`${label}: ${String(description)}`, (rows) =>
          rows.some((row) => row.label === label && description.test(row.description)),
        );
      return Date.now() - start;
    }

    it('show a commit, a branch, and history that is rewritten', async () => {
      const row = 'Announce releases in the staff channel';
      const times: number[] = [];
      git('commit', '--quiet', '--allow-empty', '--message', 'x\n\nTask: announce-releases-in-the-staff-channel');
      times.push(await until(row, /1 commit/));
      git('checkout', '--quiet', '-b', 'feat/announce-releases-in-the-staff-channel');
      git('commit', '--quiet', '--allow-empty', '--message', 'y\n\nTask: announce-releases-in-the-staff-channel');
      times.push(await until(row, /2 commits/));
      git('reset', '--quiet', '--hard', 'HEAD~1');
      times.push(await until(row, /1 commit(?!s)/));
      console.log(`      A commit is shown after ${times.join(', ')} ms`);
    });

    it('show what another program writes into a file', async () => {
      const path = join(session.folder, 'lending', 'queue.py');
      const text = await readFile(path, 'utf8');
      await writeFile(path, `${text}\n# TODO(announce-releases-in-the-staff-channel): ring the bell\n`);
      const ms = await until('Announce releases in the staff channel', /1 TODO/);
      console.log(`      A saved file is shown after ${ms} ms`);
    });

    it('stay above their lines while one types', async () => {
      const { page } = session.workbench;
      await openFile(session, 'db/snapshots.sql', 2);
      const lens = page.locator('.codelens-decoration', { hasText: 'Alert on missing snapshots' });
      await lens.waitFor();
      const line = page.locator('.view-line', { hasText: 'CREATE TABLE' });
      const before = await line.boundingBox();
      await page.keyboard.press('Home');
      for (let at = 0; at < 6; at++) await page.keyboard.press('ArrowRight');
      // The tag is broken, letter by letter, and made whole again.
      for (const key of ['x', 'y', 'Backspace', 'Backspace']) {
        await page.keyboard.press(key);
        assert.deepEqual(await line.boundingBox(), before);
      }
      await lens.waitFor();
    });

    it('have a view of their own, by task', async () => {
      const { page } = session.workbench;
      const todos = session.workbench.tree('TODOs');
      await todos.pane.locator('.pane-header').click();
      const rows = await todos.waitFor('tasks with TODOs', (all) =>
        all.some(({ label }) => label === 'Without a task'),
      );
      assert.ok(rows.some(({ label, level }) => level === 1 && label === 'Send overdue notices'));
      assert.ok(rows.some(({ label, level }) => level === 2 && label.startsWith('one message per member')));
      await todos.click('one message per member, not one per copy');
      await page.locator('.tab.active[data-resource-name="loans.py"]').waitFor();
    });
  });
});
