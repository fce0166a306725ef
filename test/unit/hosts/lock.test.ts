import assert from 'node:assert/strict';
import { join } from 'node:path';
import { withLock, type Holder } from '../../../src/hosts/node/lock.js';
import { TempFolder } from '../../support/tempFolder.js';

describe('A lock', () => {
  let folder: TempFolder;
  beforeEach(() => (folder = new TempFolder()));
  afterEach(() => folder.dispose());

  /** Programs that hold the lock once each, and end right after. */
  function programs(count: number): readonly { readonly holder: Holder; readonly end: () => void }[] {
    const running = new Set<number>();
    return Array.from({ length: count }, (_, id) => {
      running.add(id);
      return { holder: { id, isRunning: (other: number) => running.has(other) }, end: () => void running.delete(id) };
    });
  }

  it('lets one in at a time, however soon those before have ended', async () => {
    let inside = 0;
    let most = 0;
    await Promise.all(
      programs(100).map(async ({ holder, end }) => {
        const work = async () => {
          most = Math.max(most, ++inside);
          await new Promise((resolve) => setImmediate(resolve));
          inside--;
        };
        await withLock(join(folder.path, 'ROADMAP.md'), work, holder);
        end();
      }),
    );
    assert.equal(most, 1);
  });

  it('goes to the next where its holder has ended in the midst of its work', async () => {
    const file = join(folder.path, 'ROADMAP.md');
    const [first, second] = programs(2);
    await new Promise<void>((resolve) => {
      const work = () => {
        first!.end();
        resolve();
        return new Promise<never>(() => undefined);
      };
      void withLock(file, work, first!.holder);
    });
    assert.equal(await withLock(file, async () => 'done', second!.holder), 'done');
  });

  it('is given back where the work fails', async () => {
    const file = join(folder.path, 'ROADMAP.md');
    const [first, second] = programs(2);
    await assert.rejects(
      withLock(file, () => Promise.reject(new Error('no')), first!.holder),
      /^Error: no$/,
    );
    assert.equal(await withLock(file, async () => 'done', second!.holder), 'done');
  });
});
