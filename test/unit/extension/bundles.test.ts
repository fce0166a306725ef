import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

/** What the `import`s and `require`s of a bundle load, by literal name. */
function loadedBy(code: string): string[] {
  const patterns = [/\bfrom\s*"([^"]+)"/g, /\bimport\s*\(?\s*"([^"]+)"/g, /\brequire\s*\(\s*"([^"]+)"/g];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name]) => name!));
}

describe('The bundles of the extension', () => {
  it('load VS Code and each other, at their start nothing else', () => {
    const others = loadedBy(readFileSync('dist/extension.js', 'utf8')).filter((name) => !/^\.\.?\//.test(name));
    assert.deepEqual([...new Set(others)], ['vscode']);
  });

  it('load later what reads files and starts programs, and nothing that opens a connection', () => {
    const allowed = new Set([
      'vscode',
      ...['buffer', 'child_process', 'fs', 'fs/promises', 'path', 'url'].map((name) => `node:${name}`),
    ]);
    const starting = new Set<string>();
    for (const name of readdirSync('dist/chunks').filter((each) => each.endsWith('.js'))) {
      const loaded = loadedBy(readFileSync(`dist/chunks/${name}`, 'utf8')).filter((each) => !/^\.\.?\//.test(each));
      assert.deepEqual(
        loaded.filter((each) => !allowed.has(each)),
        [],
        name,
      );
      if (loaded.includes('node:child_process')) starting.add(name.replace(/-[^-]*$/, ''));
    }
    // One place alone starts programs: the one that is loaded in trusted workspaces.
    assert.deepEqual([...starting], ['processPorts.node']);
  });

  it('for agents is one file that opens no connection', () => {
    const allowed = new Set([
      'buffer',
      'child_process',
      'crypto',
      'fs',
      'fs/promises',
      'module',
      'os',
      'path',
      'process',
      'url',
      'util',
    ]);
    const loaded = loadedBy(readFileSync('dist/mcp.js', 'utf8')).map((name) => name.replace(/^node:/, ''));
    assert.deepEqual(
      [...new Set(loaded)].filter((name) => !allowed.has(name)),
      [],
    );
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
