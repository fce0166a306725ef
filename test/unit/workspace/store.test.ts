import assert from 'node:assert/strict';
import { Store, type SnapshotEvent } from '../../../src/workspace/store.js';
import { fileOf } from '../../support/check.js';

describe('The store', () => {
  const file = fileOf('- [ ] Write\n');
  const { folder } = file;
  const facts = new Map([[folder.uri, { roadmaps: [file] }]]);

  it('tells of a change once, with the files that are new in it', () => {
    const store = new Store();
    const events: SnapshotEvent[] = [];
    store.onDidChange((event) => events.push(event));
    store.apply([folder], facts, false);
    store.apply([folder], facts, false);
    assert.deepEqual(
      events.map(({ snapshot, changed }) => [snapshot.revision, ...changed]),
      [[1, file.uri]],
    );
  });

  it('goes on where a listener fails, and says what it threw', () => {
    const thrown: unknown[] = [];
    const store = new Store((error) => thrown.push(error));
    let heard = 0;
    store.onDidChange(() => {
      throw new Error('no');
    });
    store.onDidChange(() => heard++);
    store.apply([folder], facts, false);
    assert.deepEqual([heard, String(thrown[0])], [1, 'Error: no']);
  });
});

describe('Folders inside each other', () => {
  it('have the roadmap of the inner one once', () => {
    const outer = fileOf('- [ ] Write\n', 'docs/ROADMAP.md', 'work');
    const folder = { uri: 'memory:///work/docs', name: 'docs' };
    const inner = { ...outer, folder, path: 'ROADMAP.md' };
    const store = new Store();
    const facts = new Map([
      [outer.folder.uri, { roadmaps: [outer] }],
      [folder.uri, { roadmaps: [inner] }],
    ]);
    store.apply([outer.folder, folder], facts, false);
    assert.deepEqual(store.snapshot.roadmaps, [inner]);
  });
});
