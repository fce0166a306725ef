import assert from 'node:assert/strict';
import { pathsFor } from '../../../src/hosts/node/paths.js';

const windows = pathsFor('win32');
const posix = pathsFor('posix');

describe('Paths on Windows', () => {
  const uris: Record<string, [uri: string, back: string]> = {
    'C:\\shop\\plan.md': ['file:///C:/shop/plan.md', 'C:\\shop\\plan.md'],
    'c:\\shop\\plan.md': ['file:///C:/shop/plan.md', 'C:\\shop\\plan.md'],
    'C:/shop/plan.md': ['file:///C:/shop/plan.md', 'C:\\shop\\plan.md'],
    'C:\\shop\\': ['file:///C:/shop', 'C:\\shop'],
    'C:\\': ['file:///C:/', 'C:\\'],
    'C:\\a b\\#1 100%.md': ['file:///C:/a%20b/%231%20100%25.md', 'C:\\a b\\#1 100%.md'],
    'C:\\Büro\\Größe.md': ['file:///C:/B%C3%BCro/Gr%C3%B6%C3%9Fe.md', 'C:\\Büro\\Größe.md'],
    '\\\\nas\\plans\\a b.md': ['file://nas/plans/a%20b.md', '\\\\nas\\plans\\a b.md'],
    '\\\\nas\\plans\\': ['file://nas/plans/', '\\\\nas\\plans\\'],
    'C:\\shop\\..\\bank\\.\\plan.md': ['file:///C:/bank/plan.md', 'C:\\bank\\plan.md'],
  };
  for (const [path, [uri, back]] of Object.entries(uris)) {
    it(`${path} is ${uri}`, () => assert.deepEqual([windows.uriOf(path), windows.pathOf(uri)], [uri, back]));
  }

  const below: [directory: string, path: string, expected: string | undefined][] = [
    ['C:\\shop', 'C:\\shop\\docs\\plan.md', 'docs/plan.md'],
    ['c:\\shop', 'C:\\Shop\\docs\\plan.md', 'docs/plan.md'],
    ['C:\\Büro', 'C:\\BÜRO\\plan.md', 'plan.md'],
    ['C:\\shop\\', 'C:\\shop\\plan.md', 'plan.md'],
    ['C:\\', 'C:\\plan.md', 'plan.md'],
    ['C:\\shop', 'C:\\shop\\..plan.md', '..plan.md'],
    ['\\\\nas\\plans', '\\\\NAS\\plans\\2026\\a.md', '2026/a.md'],
    ['C:\\shop', 'C:\\shop', undefined],
    ['C:\\shop', 'C:\\shop\\', undefined],
    ['C:\\shop', 'C:\\shopping\\plan.md', undefined],
    ['C:\\shop', 'C:\\plan.md', undefined],
    ['C:\\shop', 'C:\\', undefined],
    ['C:\\shop', 'D:\\shop\\plan.md', undefined],
    ['\\\\nas\\plans', '\\\\nas\\other\\a.md', undefined],
    ['C:\\plans', '\\\\nas\\plans\\a.md', undefined],
  ];
  for (const [directory, path, expected] of below) {
    it(`${path} is ${expected ?? 'not'} in ${directory}`, () =>
      assert.equal(windows.inside(directory, path), expected));
  }

  it('are printed with slashes, relative where they lie below', () => {
    assert.equal(windows.from('c:\\shop', 'C:\\shop\\docs\\plan.md'), 'docs/plan.md');
    assert.equal(windows.from('C:\\shop\\docs', 'C:\\shop\\plan.md'), 'C:/shop/plan.md');
    assert.equal(windows.from('C:\\shop', 'D:\\plan.md'), 'D:/plan.md');
    assert.equal(windows.from('C:\\shop', '\\\\nas\\plans\\a.md'), '//nas/plans/a.md');
  });

  it('are joined and named', () => {
    assert.equal(windows.join('C:\\shop', 'docs/plan.md'), 'C:\\shop\\docs\\plan.md');
    assert.equal(windows.join('C:\\', 'plan.md'), 'C:\\plan.md');
    assert.deepEqual(['C:\\shop\\', 'C:\\', '\\\\nas\\plans'].map(windows.nameOf), ['shop', 'C:\\', 'plans']);
  });
});

describe('Paths elsewhere', () => {
  it('count case, and backslashes as letters', () => {
    assert.equal(posix.inside('/shop', '/Shop/plan.md'), undefined);
    assert.equal(posix.inside('/shop', '/shop/a\\b.md'), 'a\\b.md');
    assert.equal(posix.pathOf(posix.uriOf('/shop/a\\b.md')), '/shop/a\\b.md');
    assert.equal(posix.uriOf('/C:/plan.md'), 'file:///C:/plan.md');
    assert.deepEqual([posix.uriOf('/'), posix.pathOf('file:///')], ['file:///', '/']);
  });

  it('lie below or not', () => {
    assert.equal(posix.inside('/shop/', '/shop/docs/plan.md'), 'docs/plan.md');
    assert.equal(posix.inside('/', '/plan.md'), 'plan.md');
    assert.equal(posix.inside('/shop', '/shop/..plan.md'), '..plan.md');
    for (const path of ['/shop', '/shop/', '/', '/shopping/plan.md', '/shop/../plan.md']) {
      assert.equal(posix.inside('/shop', path), undefined, path);
    }
  });

  it('are printed relative where they lie below', () => {
    assert.equal(posix.from('/shop', '/shop/..plan.md'), '..plan.md');
    assert.equal(posix.from('/shop/docs', '/shop/plan.md'), '/shop/plan.md');
  });

  it('are named by their last name', () => {
    assert.deepEqual(['/shop/', '/'].map(posix.nameOf), ['shop', '/']);
  });
});
