import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSampleWorkspace, sampleRoadmap } from '../demo/sampleWorkspace.js';
import type { TreeRow } from '../host/trees.js';
import type { Workbench } from '../host/workbench.js';
import { openSession, type Session } from './sample.js';

const hasRisks = (rows: readonly TreeRow[]) => rows.some(({ label }) => label === 'Risks');
const isDoneOnly = (rows: readonly TreeRow[]) => rows.length > 0 && !hasRisks(rows);
const pipeline = (start: string) => (rows: readonly TreeRow[]) =>
  rows.some(({ label, description }) => label === 'Release Pipeline' && description.startsWith(start));

describe('two windows on one folder', function () {
  this.timeout(300_000);

  let session: Session;
  let other: Workbench;

  before(async () => {
    session = await openSession(createSampleWorkspace);
    other = await session.workbench.openAnother(session.options);
    await other.openViewContainer('Roadmap');
  });

  after(() => session?.close());

  it('show the same roadmap, and a change of the file in both', async () => {
    const windows = [session.workbench, other];
    for (const { tree } of windows.map((window) => ({ tree: window.tree('Roadmap') }))) {
      await tree.waitFor('the plan', pipeline('4/5'));
    }
    const file = join(session.folder, sampleRoadmap);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('5. Release on every merge', '5. ✅ Release on every merge'));
    for (const window of windows) await window.tree('Roadmap').waitFor('the ticked task', pipeline('5/5'));
    await writeFile(file, text);
    for (const window of windows) await window.tree('Roadmap').waitFor('the open task', pipeline('4/5'));
  });

  it('keep unsaved text and the filter to themselves', async () => {
    await other.runCommand('Roadmap: Filter by Status and Priority…');
    await other.quickInput('Filter Roadmap');
    await other.pickQuickInputItem('Done');
    await other.page.keyboard.press('Enter');
    await other.tree('Roadmap').waitFor('only done tasks', isDoneOnly);
    assert.ok(hasRisks(await session.workbench.tree('Roadmap').rows()));
  });

  it('find the filter again when they are opened anew', async () => {
    const again = await session.workbench.openAnother(session.options);
    await again.openViewContainer('Roadmap');
    await again.tree('Roadmap').waitFor('only done tasks', isDoneOnly);
    await again.page.close();
  });

  for (const memory of [
    '{"roadmapLens.filter":{"statuses":42,"priorities":["gone"]}}',
    '{"roadmapLens.filter":',
    '7',
  ]) {
    it(`show everything where what was kept is damaged: ${memory}`, async () => {
      other = await other.reopenWithMemory('roadmap-lens.roadmap-lens', memory, session.options);
      await other.openViewContainer('Roadmap');
      await other.tree('Roadmap').waitFor('the registers', hasRisks);
      assert.deepEqual(await other.notifications(), []);
    });
  }
});
