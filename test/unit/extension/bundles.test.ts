import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

/** What the `import`s and `require`s of a bundle load, by literal name. */
function loadedBy(code: string): string[] {
  const patterns = [/\bfrom\s*"([^"]+)"/g, /\bimport\s*\(?\s*"([^"]+)"/g, /\brequire\s*\(\s*"([^"]+)"/g];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name]) => name!));
}

describe('The bundles of the extension', () => {
  it('load VS Code and each other, and nothing else: no process is started, no connection opened', () => {
    const chunks = readdirSync('dist/chunks').filter((name) => name.endsWith('.js'));
    for (const file of ['dist/extension.js', 'dist/web.cjs', ...chunks.map((name) => `dist/chunks/${name}`)]) {
      const others = loadedBy(readFileSync(file, 'utf8')).filter((name) => name !== 'vscode' && !/^\.\.?\//.test(name));
      assert.deepEqual(others, [], file);
    }
    assert.ok(loadedBy(readFileSync('dist/extension.js', 'utf8')).includes('vscode'));
  });

  it('for the browser is one file that runs where there is nothing of Node', () => {
    const code = readFileSync('dist/web.cjs', 'utf8');
    assert.deepEqual([...new Set(loadedBy(code))], ['vscode']);
    const module: { exports: { activate?: unknown } } = { exports: {} };
    // Stands for every class, enumeration and function of VS Code, by the names of its API.
    const anything: unknown = new Proxy(function () {}, {
      get: (target, key) => (key === 'prototype' ? target.prototype : anything),
    });
    const types = readFileSync('node_modules/@types/vscode/index.d.ts', 'utf8');
    const names = [...types.matchAll(/^\s+export (?:namespace|(?:abstract )?class|enum|const|function) (\w+)/gm)];
    const vscode = Object.fromEntries(names.map(([, name]) => [name, anything]));
    const require = (name: string) => {
      assert.equal(name, 'vscode');
      return vscode;
    };
    // As much of a worker (https://developer.mozilla.org/docs/Web/API/WorkerGlobalScope) as is used while it is loaded.
    const worker = { module, exports: module.exports, require, TextDecoder, TextEncoder, URL, console };
    runInContext(code, createContext(worker), { filename: 'web.cjs' });
    assert.equal(typeof module.exports.activate, 'function');
  });
});
