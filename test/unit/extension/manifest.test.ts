import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import { commands, contexts, views } from '../../../src/extension/commands.js';
import { defaults } from '../../../src/extension/settings.js';

/** The category of every command, in package.nls.json. */
const categoryKey = '%command.category%';

/**
 * The fields of package.json whose texts a person reads
 * (https://code.visualstudio.com/api/references/extension-manifest, and contribution-points).
 */
const visibleFields = new Set([
  'displayName',
  'description',
  'title',
  'shortTitle',
  'category',
  'name',
  'contextualTitle',
  'contents',
  'label',
  'markdownDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'enumItemLabels',
  'deprecationMessage',
  'markdownDeprecationMessage',
  'errorMessage',
  'patternErrorMessage',
  'editPresentationLabel',
  'placeholder',
]);

/** Every text of a manifest that a person reads, with its place. */
function* visibleTexts(node: unknown, path: readonly string[] = [], visible = false): Generator<Text> {
  if (typeof node === 'string') {
    if (visible) yield { path: path.join('.'), text: node };
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  for (const [key, child] of Object.entries(node)) {
    // The package's own name is an identifier, like all that npm alone reads.
    if (path.length === 0 && !['displayName', 'description', 'capabilities', 'contributes'].includes(key)) continue;
    // In a list the field that holds it says what it is: `markdownEnumDescriptions`.
    const isVisible = Array.isArray(node) ? visible : visibleFields.has(key);
    yield* visibleTexts(child, [...path, key], isVisible);
  }
}

interface Text {
  readonly path: string;
  readonly text: string;
}

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface SettingEntry {
  readonly default: unknown;
  readonly scope: string;
  readonly order: number;
  readonly markdownDescription: string;
}

/** Which files an editor checks by a schema of ours. */
interface SchemaContribution {
  readonly fileMatch: readonly string[];
  readonly url: string;
}

/** What package.json promises and what the code keeps must be the same. */
describe('package.json', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly engines: { readonly vscode: string };
    readonly devDependencies: Readonly<Record<string, string>>;
    readonly activationEvents: readonly string[];
    readonly capabilities: {
      readonly untrustedWorkspaces: {
        readonly supported: unknown;
        readonly restrictedConfigurations: readonly string[];
      };
      readonly virtualWorkspaces: unknown;
    };
    readonly contributes: {
      readonly commands: readonly {
        readonly command: string;
        readonly category: string;
        readonly icon: string;
        readonly enablement?: string;
      }[];
      readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
      readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
      readonly yamlValidation: readonly SchemaContribution[];
      readonly jsonValidation: readonly SchemaContribution[];
      readonly configuration: {
        readonly properties: Readonly<Record<string, SettingEntry>>;
      };
    };
  };
  const { contributes } = manifest;
  const nls = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;

  it('contributes exactly the commands of the code, each with category and icon', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), Object.values(commands).sort());
    for (const { command, category, icon } of contributes.commands) {
      assert.equal(category, categoryKey, command);
      assert.match(icon, /^\$\([a-z-]+\)$/, command);
    }
  });

  it('has every text a person reads in package.nls.json, and nothing else there', () => {
    const texts = [...visibleTexts(manifest)];
    const literal = texts.filter(({ text }) => !/^%[\w.]+%$/.test(text));
    assert.deepEqual(literal, []);
    assert.deepEqual([...new Set(texts.map(({ text }) => text.slice(1, -1)))].sort(), Object.keys(nls).sort());
    for (const [key, text] of Object.entries(nls)) assert.notEqual(text.trim(), '', key);
  });

  it('finds a text that is left in it', () => {
    const changed = structuredClone(manifest) as unknown as {
      contributes: { viewsWelcome: { contents: string }[]; configuration: Record<string, unknown> };
    };
    changed.contributes.viewsWelcome[0]!.contents = 'Open a folder.';
    changed.contributes.configuration['properties'] = { 'roadmapLens.badge': { enumDescriptions: ['None.'] } };
    const literal = [...visibleTexts(changed)].filter(({ text }) => !text.startsWith('%'));
    assert.deepEqual(literal, [
      { path: 'contributes.viewsWelcome.0.contents', text: 'Open a folder.' },
      { path: 'contributes.configuration.properties.roadmapLens.badge.enumDescriptions.0', text: 'None.' },
    ]);
  });

  it('contributes exactly the settings of the code, with their defaults', () => {
    const contributed = Object.entries(contributes.configuration.properties);
    const inCode = Object.entries(defaults).map(([key, value]) => [`roadmapLens.${key}`, value]);
    assert.deepEqual(
      contributed.map(([key, property]) => [key, property.default]),
      inCode,
    );
  });

  it('says of every setting where it may be set, its place in the list, and what it means', () => {
    const settings = Object.entries(contributes.configuration.properties);
    for (const [key, { scope, markdownDescription }] of settings) {
      assert.ok(['application', 'machine', 'window', 'resource'].includes(scope), key);
      assert.ok(markdownDescription, key);
    }
    assert.deepEqual(
      settings.map(([, { order }]) => order),
      settings.map((_, index) => index + 1),
    );
  });

  it('is limited in Restricted Mode, where settings that name a program count only as the person sets them', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.deepEqual([untrustedWorkspaces.supported, virtualWorkspaces], ['limited', true]);
    for (const [key, { scope }] of Object.entries(contributes.configuration.properties)) {
      const namesProgram = /(?:path|executable|command|program)$/i.test(key);
      assert.equal(untrustedWorkspaces.restrictedConfigurations.includes(key), namesProgram, key);
      assert.equal(scope === 'machine', namesProgram, key);
    }
  });

  it('offers a command in the palette exactly where it can run', () => {
    const inPalette = new Map(contributes.menus['commandPalette']!.map(({ command, when }) => [command, when]));
    for (const { command, enablement } of contributes.commands)
      assert.equal(inPalette.get(command), enablement, command);
  });

  it('sorts menus into groups', () => {
    for (const [menu, entries] of Object.entries(contributes.menus)) {
      if (menu === 'commandPalette') continue;
      for (const { command, group } of entries) assert.match(group ?? '', /^\w+@\d+$/, `${menu}: ${command}`);
    }
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

  describe('contributes schemas', () => {
    const all = [...contributes.yamlValidation, ...contributes.jsonValidation];
    /** Editors match each pattern below any folder; the last that matches decides, and `!` takes a file out. */
    const schemaOf = (path: string) =>
      all
        .filter(({ fileMatch }) => {
          const last = [...fileMatch]
            .reverse()
            .find((pattern) => picomatch(`**/${pattern.replace(/^!/, '')}`, { dot: true })(path));
          return last !== undefined && !last.startsWith('!');
        })
        .map(({ url }) => url.replace('./dist/schemas/', ''));

    const files: Record<string, readonly string[]> = {
      '.roadmap/config.yaml': ['config.schema.json'],
      '.roadmap/config.yml': ['config.schema.json'],
      'a/b/.roadmap/config.yaml': ['config.schema.json'],
      '.roadmap/plan.yaml': ['roadmap.schema.json'],
      '.roadmap/roadmap.yml': ['roadmap.schema.json'],
      '.roadmap/2026.json': ['roadmap.schema.json'],
      'roadmap.yaml': [],
      'docs/roadmap.json': [],
      'config.yaml': [],
      'config.yml': [],
      '.roadmap/deep/plan.yaml': [],
      'my.roadmap/plan.yaml': [],
      'roadmap/plan.yaml': [],
      '.github/config.yml': [],
      '.roadmap/plan.md': [],
    };
    for (const [path, schemas] of Object.entries(files)) {
      it(`for ${path}: ${schemas.join(', ') || 'none'}`, () => assert.deepEqual(schemaOf(`work/${path}`), schemas));
    }

    it('that the package holds', () => {
      assert.match(readFileSync('.vscodeignore', 'utf8'), /^!dist\/schemas\/\*\.json$/m);
      for (const { url } of all) {
        assert.match(url, /^\.\/dist\/schemas\/\w+\.schema\.json$/);
        assert.ok(existsSync(url), url);
        assert.ok(existsSync(url.replace('./dist', 'dist/staged/dist')), url);
      }
    });
  });
});
