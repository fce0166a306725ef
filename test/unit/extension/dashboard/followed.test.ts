import assert from 'node:assert/strict';
import { FollowedRoadmap } from '../../../../src/extension/dashboard/followed.js';

/** A side bar that nobody draws. */
class SideBar {
  readonly known = new Set(['a', 'b']);
  readonly shown: string[] = [];
  readonly kept = new Map<string, unknown>();
  updates = 0;
  readonly followed = new FollowedRoadmap(
    {
      get: <T>(key: string) => this.kept.get(key) as T | undefined,
      update: (key, value) => {
        this.updates++;
        this.kept.set(key, value);
      },
    },
    (uri) => this.known.has(uri),
    (uri) => this.shown.push(uri),
  );
}

describe('The roadmap of the side bar', () => {
  it('is that of the last editor or panel, and is remembered', () => {
    const { followed, shown, kept } = new SideBar();
    assert.equal(followed.first, undefined);
    for (const uri of ['a', 'src/a.ts', undefined, 'b']) followed.follow(uri);
    assert.deepEqual(shown, ['a', 'b']);
    assert.deepEqual([...kept.values()], ['b']);
    assert.equal(followed.first, 'b');
  });

  it('is written down only where it is another one', () => {
    const sideBar = new SideBar();
    for (const uri of ['a', 'a', 'b', 'b']) sideBar.followed.follow(uri);
    assert.equal(sideBar.updates, 2);
  });

  it('is that of an editor that was open before roadmaps were found, unless another one was active since', () => {
    const { followed, known, shown } = new SideBar();
    followed.follow('c');
    followed.looked();
    assert.deepEqual(shown, []);
    known.add('c');
    followed.looked();
    followed.looked();
    assert.deepEqual(shown, ['c']);
    followed.follow('d');
    followed.follow('a');
    known.add('d');
    followed.looked();
    assert.deepEqual(shown, ['c', 'a']);
  });

  it('is none where something else was kept', () => {
    const { followed, kept } = new SideBar();
    kept.set('dashboard.sideBar', { uri: 'a' });
    assert.equal(followed.first, undefined);
  });
});
