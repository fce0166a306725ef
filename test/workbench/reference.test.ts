import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/project.js';
import type { TreeRow } from '../host/trees.js';
import { openSession, type Session } from './sample.js';

const reference = join(projectRoot, '..', 'shared', 'seed');

interface Expected {
  readonly horizons: readonly {
    readonly phases: readonly {
      readonly title: string;
      readonly tasks: readonly {
        readonly title: string;
        readonly status: string;
        readonly subtasks: readonly string[];
      }[];
    }[];
  }[];
}

describe('the reference roadmap', function () {
  this.timeout(300_000);

  if (!existsSync(reference)) {
    console.log('The reference roadmap is not on this machine, so the rendered tree is not compared with it.');
    return;
  }

  let session: Session;

  before(async () => {
    // A window that holds all rows at once.
    const size = { width: 1000, height: 1000 };
    session = await openSession(
      async (folder) => {
        await mkdir(folder, { recursive: true });
        await copyFile(join(reference, 'TECHNICAL_ROADMAP.md'), join(folder, 'TECHNICAL_ROADMAP.md'));
      },
      { size },
    );
  });

  after(() => session?.close());

  it('stands in the side bar with every task and subtask, and each status right', async () => {
    const expected = JSON.parse(await readFile(join(reference, 'expected.json'), 'utf8')) as Expected;
    const tree = session.workbench.tree('Roadmap');
    await tree.waitFor('the horizons', (rows) => rows.some(({ label }) => label === '1-Year Roadmap'));
    await session.workbench.runCommand('Roadmap: Expand All');
    const last = expected.horizons[2]!.phases[3]!.tasks[2]!.subtasks[2]!;
    const rows = await tree.waitFor('the last subtask', (all) => all.some(({ label }) => label === last));
    const shown = rows.filter(
      ({ level, checked, icon }) => level >= 3 && (checked !== null || icon.some((name) => statusIcon.test(name))),
    );
    const wanted = expected.horizons.flatMap(({ phases }) =>
      phases.flatMap(({ tasks }) =>
        tasks.flatMap(({ title, status, subtasks }) => [
          [title, 3, status],
          ...subtasks.map((text) => [text, 4, 'todo']),
        ]),
      ),
    );
    assert.deepEqual(
      shown.map((row) => [row.label, row.level, statusOf(row)]),
      wanted,
    );
    assert.equal(shown.length, 97);
  });

  it('counts 5 of 79 in the status bar, and says that the first horizon is late', async () => {
    const entry = (await session.workbench.statusBar()).find(({ id }) => id.endsWith('roadmapLens.progress'));
    // Its 30 days count from January 2024, so they are over on whatever day this runs.
    assert.equal(entry?.text, '5/79 · 30-Day 25 % late');
  });
});

const statusIcon = /^codicon-(?:pass-filled|circle-large-outline|color-mode|stop-circle|circle-slash)$/;

/** Said by the check box of a task without subtasks, else by the icon. */
function statusOf({ checked, icon }: TreeRow): string {
  if (checked !== null && icon.every((name) => !statusIcon.test(name))) return checked ? 'done' : 'todo';
  return icon.includes('codicon-pass-filled')
    ? 'done'
    : icon.includes('codicon-circle-large-outline')
      ? 'todo'
      : icon.join(' ');
}
