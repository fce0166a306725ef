import assert from 'node:assert/strict';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { maxBatchBytes } from '../../../../src/hosts/node/git/blobs.js';
import { maxBlobBytes } from '../../../../src/hosts/node/git/files.js';
import { GitFolder, noSignal } from '../../../support/gitRepository.js';

describe('Blobs', () => {
  let folder: GitFolder;
  beforeEach(() => {
    folder = GitFolder.make();
  });
  afterEach(() => folder.dispose());

  const store = (content: string | Uint8Array) =>
    folder.gitBytes(['hash-object', '-w', '--stdin'], content).toString('utf8').trim();
  const objectOf = (id: string) => join(folder.path, '.git', 'objects', id.slice(0, 2), id.slice(2));
  const read = async (ids: readonly string[]) => {
    const found: [string, string | undefined][] = [];
    const repository = await folder.repository();
    const problems = await repository.blobs(
      ids,
      (id, bytes) => void found.push([id, bytes && Buffer.from(bytes).toString('utf8')]),
      noSignal,
    );
    return { found, problems };
  };

  it('are read in the order they are asked for, each once', async () => {
    const contents = ['one', '', 'three\n', 'größe\r\n\0\n'];
    const ids = contents.map(store);
    const asked = [...ids, ids[0]!, '--batch-all-objects', 'HEAD'];
    assert.deepEqual(await read(asked), { found: ids.map((id, at) => [id, contents[at]]), problems: [] });
    assert.deepEqual(await read([]), { found: [], problems: [] });
  });

  it('that are missing, damaged or no blobs are told without content, and said', async () => {
    folder.commit('First', { 'a.txt': 'a' });
    const [first, damaged, last] = ['first', 'damaged', 'last'].map(store) as [string, string, string];
    chmodSync(objectOf(damaged), 0o644);
    writeFileSync(objectOf(damaged), 'no object');
    const missing = '1'.repeat(40);
    const tree = folder.git('rev-parse', 'HEAD^{tree}');
    const { found, problems } = await read([first, missing, damaged, tree, last]);
    assert.deepEqual(found, [
      [first, 'first'],
      [missing, undefined],
      [damaged, undefined],
      [tree, undefined],
      [last, 'last'],
    ]);
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.message, /^3 objects of .*git fsck/);
  });

  it('that are cut off cost only themselves', async () => {
    // Compressed badly, so that the object's file can be cut in its middle.
    const noise = Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 104_729).join('');
    const ids = ['before', noise, 'behind'].map(store) as [string, string, string];
    const bytes = readFileSync(objectOf(ids[1]));
    rmSync(objectOf(ids[1]));
    writeFileSync(objectOf(ids[1]), bytes.subarray(0, bytes.length / 2));
    const { found, problems } = await read(ids);
    assert.deepEqual(found, [
      [ids[0], 'before'],
      [ids[1], undefined],
      [ids[2], 'behind'],
    ]);
    assert.equal(problems.length, 1);
  });

  it('that are too large are not read', async () => {
    const large = store(Buffer.alloc(maxBlobBytes + 1));
    const whole = store(Buffer.alloc(maxBlobBytes, 'x'));
    const { found, problems } = await read([large, whole]);
    assert.deepEqual(
      found.map(([id, content]) => [id, content?.length]),
      [
        [large, undefined],
        [whole, maxBlobBytes],
      ],
    );
    assert.match(problems[0]!.message, /^One object/);
  });

  it('are waited for, and as many held as are allowed', async () => {
    const ids = Array.from({ length: 5 }, (_, at) => store(Buffer.alloc(maxBatchBytes / 4, String(at))));
    const steps: string[] = [];
    let underWay = 0;
    const problems = await (
      await folder.repository()
    ).blobs(
      ids,
      async (id, bytes) => {
        assert.equal(++underWay, 1);
        await new Promise((resolve) => setImmediate(resolve));
        underWay--;
        steps.push(`${ids.indexOf(id)} ${String.fromCharCode(bytes![0]!)} ${bytes!.length}`);
      },
      noSignal,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      steps,
      ids.map((_, at) => `${at} ${at} ${maxBatchBytes / 4}`),
    );
  });

  it('are not told of any more when nobody wants them', async () => {
    const ids = ['one', 'two', 'three'].map(store);
    const controller = new AbortController();
    const found: string[] = [];
    const repository = await folder.repository();
    const problems = await repository.blobs(
      ids,
      (id) => {
        found.push(id);
        controller.abort();
      },
      controller.signal,
    );
    assert.deepEqual([found, problems], [ids.slice(0, 1), []]);
  });
});
