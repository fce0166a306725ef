import assert from 'node:assert/strict';
import { ripgrepPlaces } from '../../../../src/hosts/node/search/ripgrepPlaces.js';

describe('Places of ripgrep', () => {
  it('are those of every layout', () => {
    const places = ripgrepPlaces('/app', 'linux', 'x64');
    for (const modules of ['node_modules', 'node_modules.asar.unpacked']) {
      for (const place of [
        '@vscode/ripgrep/bin/rg',
        'vscode-ripgrep/bin/rg',
        '@vscode/ripgrep-linux-x64/bin/rg',
        '@vscode/ripgrep-universal/bin/linux-x64/rg',
      ]) {
        assert.ok(places.includes(`/app/${modules}/${place}`), place);
      }
    }
    assert.equal(new Set(places).size, 8);
  });

  it('are programs of Windows there', () => {
    const places = ripgrepPlaces('C:\\app', 'win32', 'arm64');
    assert.ok(places.includes('C:\\app\\node_modules\\@vscode\\ripgrep-universal\\bin\\win32-arm64\\rg.exe'));
    assert.ok(places.every((place) => place.endsWith('\\rg.exe') && !place.includes('/')));
  });
});
