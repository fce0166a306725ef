import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { adjustableCodes } from '../../src/core/model/problem.js';
import type { CheckJson } from '../../src/core/views/checkJson.js';
import { checkFiles, foundInFiles } from '../support/checkContract.js';
import { runCommand } from '../support/commandLine.js';
import { TempFolder } from '../support/tempFolder.js';

const golden = 'test/fixtures/check.json';

/** What the command line says of one workspace is written down; the hosts of VS Code are asked by the suite `check` in test/editor. */
describe('The same workspace has the same problems', () => {
  it('on the command line', async () => {
    const folder = new TempFolder();
    try {
      for (const [path, content] of Object.entries(checkFiles)) folder.write(path, content);
      const { out } = await runCommand(folder.path, ['check', '--json']);
      const found = foundInFiles(JSON.parse(out) as CheckJson) as CheckJson['problems'];
      const answer = `${JSON.stringify(found, null, 2)}\n`;
      if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, answer);
      assert.equal(answer, readFileSync(golden, 'utf8'));
      const codes = new Set(found.map(({ code }) => code));
      // Most of all there is to say is said of it.
      assert.ok(adjustableCodes.filter((code) => codes.has(code)).length >= 15, [...codes].join());
    } finally {
      folder.dispose();
    }
  });
});
