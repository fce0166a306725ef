import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { main } from '../../src/cli/main.js';
import { styleFor } from '../../src/cli/io.js';
import { statusJson } from '../../src/core/views/statusJson.js';
import { MemoryHost } from '../../src/hosts/memory.js';
import { NodeFiles } from '../../src/hosts/node/files.js';
import { nodeLog, nodeScheduler } from '../../src/hosts/node/process.js';
import { readFolders } from '../../src/workspace/readOnce.js';
import { contractFiles, ofAnyDay } from '../support/contract.js';
import { TempFolder } from '../support/tempFolder.js';

const golden = 'test/fixtures/contract.json';

/**
 * One workspace, read by every host: what memory says is written down, and the others must say the same. The hosts of VS
 * Code are asked by the suite `contract` in test/editor.
 */
describe('The same workspace has the same answer', () => {
  const settings = { files: () => [] };
  let folder: TempFolder;

  before(() => {
    folder = new TempFolder();
    for (const [path, content] of Object.entries(contractFiles)) folder.write(path, content);
  });
  after(() => folder.dispose());

  const expected = () => JSON.parse(readFileSync(golden, 'utf8')) as unknown;

  it('in memory', async () => {
    const host = new MemoryHost({}, ['/harbour']);
    for (const [path, content] of Object.entries(contractFiles)) host.write(`/harbour/${path}`, content);
    const answer = `${JSON.stringify(statusJson(await readFolders(host.ports, settings)), null, 2)}\n`;
    if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, answer);
    assert.equal(answer, readFileSync(golden, 'utf8'));
  });

  it('on disk', async () => {
    const files = new NodeFiles([folder.path]);
    const snapshot = await readFolders({ files, scheduler: nodeScheduler, log: nodeLog }, settings);
    assert.deepEqual(statusJson(snapshot), expected());
  });

  it('on the command line', async () => {
    let out = '';
    const io = {
      cwd: folder.path,
      style: styleFor({}, {}),
      out: (text: string) => void (out += text),
      err: (text: string) => assert.fail(text),
    };
    assert.equal(await main(['status', '--json'], io), 2);
    assert.deepEqual(ofAnyDay(JSON.parse(out)), expected());
  });
});
