import assert from 'node:assert/strict';
import { pathBelow } from '../../../src/workspace/uriPath.js';

/** The parts of a URI without a query, as VS Code takes it apart. */
function parts(uri: string) {
  const [, scheme, authority, path] = /^([\w-]+):\/\/([^/]*)(.*)$/.exec(uri)!;
  return { scheme: scheme!, authority: authority!, path: decodeURIComponent(path!) };
}

describe('The path of a URI below a folder', () => {
  const table: [folder: string, place: string, expected: string | undefined][] = [
    ['file:///c%3A/shop', 'file:///C:/shop/docs/plan.md', 'docs/plan.md'],
    ['file:///C:/shop', 'file:///c%3A/shop/plan.md', 'plan.md'],
    ['file:///c%3A/', 'file:///C:/plan.md', 'plan.md'],
    ['file:///shop/', 'file:///shop/a%20%231.md', 'a #1.md'],
    ['vscode-vfs://github/o/r', 'vscode-vfs://github/o/r/ROADMAP.md', 'ROADMAP.md'],
    ['file://nas/plans', 'file://nas/plans/a.md', 'a.md'],
    ['file:///c%3A/shop', 'file:///D:/shop/plan.md', undefined],
    ['file:///c%3A/shop', 'file:///c%3A/Shop/plan.md', undefined],
    ['file:///shop', 'file:///shopping/plan.md', undefined],
    ['file:///shop', 'file:///shop', undefined],
    ['file:///shop', 'file:///shop/', undefined],
    ['file:///shop', 'untitled:///shop/plan.md', undefined],
    ['file://nas/plans', 'file://other/plans/a.md', undefined],
  ];
  for (const [folder, place, expected] of table) {
    it(`${place} is ${expected ?? 'not'} in ${folder}`, () =>
      assert.equal(pathBelow(parts(folder), parts(place)), expected));
  }
});
