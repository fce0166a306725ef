import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commands, contexts, views } from '../../../src/extension/commands.js';
import { defaults } from '../../../src/extension/settings.js';

/** What package.json promises and what the code keeps must be the same. */
describe('package.json', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly engines: { readonly vscode: string };
    readonly devDependencies: Readonly<Record<string, string>>;
    readonly activationEvents: readonly string[];
    readonly contributes: {
      readonly commands: readonly { readonly command: string; readonly category: string; readonly icon: string }[];
      readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
      readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
      readonly configuration: {
        readonly properties: Readonly<Record<string, { readonly default: unknown; readonly scope: string }>>;
      };
    };
  };
  const { contributes } = manifest;

  it('contributes exactly the commands of the code, each with category and icon', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), Object.values(commands).sort());
    for (const { command, category, icon } of contributes.commands) {
      assert.equal(category, 'Roadmap', command);
      assert.match(icon, /^\$\([a-z-]+\)$/, command);
    }
  });

  it('contributes exactly the settings of the code, with their defaults', () => {
    const contributed = Object.entries(contributes.configuration.properties);
    const inCode = Object.entries(defaults).map(([key, value]) => [`roadmapLens.${key}`, value]);
    assert.deepEqual(
      contributed.map(([key, property]) => [key, property.default]),
      inCode,
    );
  });

  it('contributes exactly the views of the code', () => {
    const ids = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));
    assert.deepEqual(ids, Object.values(views));
  });

  it('puts only its own commands into menus, on conditions the code sets', () => {
    const known = new Set<string>([...Object.values(contexts), ...Object.values(views)]);
    for (const [menu, entries] of Object.entries(contributes.menus)) {
      for (const { command, when = '' } of entries) {
        assert.ok(Object.values<string>(commands).includes(command), `${menu}: ${command}`);
        for (const [key] of when.matchAll(/roadmapLens\.\w+/g)) assert.ok(known.has(key), `${menu}: ${key}`);
      }
    }
  });

  it('compiles against the API of the lowest VS Code it runs in', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });

  it('is not started where there is nothing to do', () => {
    for (const event of manifest.activationEvents) assert.match(event, /^workspaceContains:/);
  });
});
