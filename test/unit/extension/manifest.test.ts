import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import { languageModelTool, toolNames } from '../../../src/core/agents/toolNames.js';
import { tools } from '../../../src/core/agents/tools.js';
import { adjustableCodes } from '../../../src/core/model/problem.js';
import { commands, contexts, dashboardPanel, views, walkthrough } from '../../../src/extension/commands.js';
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
  'userDescription',
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
  'altText',
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
    // What a model reads is the same in every language.
    if (path[1] === 'languageModelTools' && (key === 'name' || key === 'inputSchema')) continue;
    // In a list the field that holds it says what it is: `markdownEnumDescriptions`.
    const isVisible = Array.isArray(node) ? visible : visibleFields.has(key);
    yield* visibleTexts(child, [...path, key], isVisible);
  }
}

interface Text {
  readonly path: string;
  readonly text: string;
}

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when?: string;
}

/** A step of a walkthrough. */
interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly when?: string;
  readonly completionEvents: readonly string[];
  readonly media: { readonly svg: string; readonly altText: string };
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

/** Settings that stand together under a title. */
interface SettingGroup {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly properties: Readonly<Record<string, SettingEntry>>;
}

/** Which files an editor checks by a schema of ours. */
interface SchemaContribution {
  readonly fileMatch: readonly string[];
  readonly url: string;
}

/** What package.json promises and what the code keeps must be the same. */
describe('package.json', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly name: string;
    readonly publisher: string;
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
        readonly title: string;
        readonly category: string;
        readonly icon: string;
        readonly enablement?: string;
      }[];
      readonly views: Readonly<Record<string, readonly { readonly id: string; readonly type?: string }[]>>;
      readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
      readonly keybindings: readonly Keybinding[];
      readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
      readonly languageModelTools: readonly {
        readonly name: string;
        readonly toolReferenceName: string;
        readonly canBeReferencedInPrompt: boolean;
        readonly modelDescription: string;
        readonly when: string;
        readonly inputSchema: object;
      }[];
      readonly mcpServerDefinitionProviders: readonly object[];
      readonly yamlValidation: readonly SchemaContribution[];
      readonly jsonValidation: readonly SchemaContribution[];
      readonly configuration: readonly SettingGroup[];
    };
  };
  const { contributes } = manifest;
  const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
  const nls = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;

  it('contributes exactly the commands of the code, each with title, category and icon', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), Object.values(commands).sort());
    for (const { command, title, category, icon } of contributes.commands) {
      assert.equal(title, `%command.${command.replace('roadmapLens.', '')}%`);
      assert.equal(category, categoryKey, command);
      assert.match(icon, /^\$\([a-z-]+\)$/, command);
    }
  });

  it('contributes the tools of agents as they are, and the server', () => {
    const described = contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => ({
      name,
      modelDescription,
      inputSchema,
    }));
    assert.deepEqual(
      described,
      tools.map(({ name, description, input }) => ({
        name: languageModelTool(name),
        modelDescription: description,
        inputSchema: input,
      })),
    );
    assert.deepEqual(
      tools.map(({ name }) => name),
      toolNames,
    );
    for (const { when, toolReferenceName, canBeReferencedInPrompt } of contributes.languageModelTools) {
      assert.equal(when, contexts.languageModelTools);
      assert.ok(canBeReferencedInPrompt && toolReferenceName.startsWith('roadmap'));
    }
    assert.deepEqual(contributes.mcpServerDefinitionProviders, [{ id: 'roadmapLens', label: '%mcp.label%' }]);
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
      contributes: { viewsWelcome: { contents: string }[]; configuration: Record<string, unknown>[] };
    };
    changed.contributes.viewsWelcome[0]!.contents = 'Open a folder.';
    changed.contributes.configuration[0]!['properties'] = { 'roadmapLens.badge': { enumDescriptions: ['None.'] } };
    const literal = [...visibleTexts(changed)].filter(({ text }) => !text.startsWith('%'));
    assert.deepEqual(literal, [
      { path: 'contributes.viewsWelcome.0.contents', text: 'Open a folder.' },
      { path: 'contributes.configuration.0.properties.roadmapLens.badge.enumDescriptions.0', text: 'None.' },
    ]);
  });

  it('contributes exactly the settings of the code, with their defaults', () => {
    const inCode = Object.entries(defaults).map(([key, value]) => [`roadmapLens.${key}`, value]);
    assert.deepEqual(
      settings.map(([key, property]) => [key, property.default]),
      inCode,
    );
  });

  it('says of every setting where it may be set, and what it means', () => {
    for (const [key, { scope, markdownDescription }] of settings) {
      assert.ok(['application', 'machine', 'window', 'resource'].includes(scope), key);
      assert.ok(markdownDescription, key);
    }
  });

  it('has settings in groups with a title, in the order in which they stand, none of them empty', () => {
    const { configuration } = contributes;
    assert.deepEqual(
      configuration.map(({ order }) => order),
      configuration.map((_, index) => index + 1),
    );
    for (const { id, title, properties } of configuration) {
      assert.equal(title, `%settings.group.${id.replace('roadmapLens.', '')}%`);
      const orders = Object.values(properties).map(({ order }) => order);
      assert.ok(orders.length > 0, id);
      assert.deepEqual(
        orders,
        orders.map((_, index) => index + 1),
        id,
      );
    }
  });

  it('offers every code of a problem whose severity can be set, and no other', () => {
    const all = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    const setting = all.find(([key]) => key === 'roadmapLens.problems.severity')![1] as {
      readonly properties?: object;
    };
    assert.deepEqual(Object.keys(setting.properties ?? {}), [...adjustableCodes]);
  });

  it('says of every setting when to change it, and links only to settings there are', () => {
    const known = new Set(settings.map(([key]) => key));
    for (const [key, { markdownDescription }] of settings) {
      const text = nls[markdownDescription.slice(1, -1)]!;
      // The first sentence says what it does; a second one when a person would change it.
      assert.match(text, /[^.]\. \S/, key);
      for (const [, link] of text.matchAll(/`#(roadmapLens\.[\w.]+)#`/g)) {
        assert.ok(known.has(link!), `${key} links to ${link}`);
        assert.notEqual(link, key);
      }
      assert.doesNotMatch(text.replaceAll(/`#[\w.]+#`/g, ''), /#|roadmapLens\.(?!roadmap)/, key);
    }
  });

  it('is limited in Restricted Mode, where settings that name a program count only as the person sets them', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.deepEqual([untrustedWorkspaces.supported, virtualWorkspaces], ['limited', true]);
    for (const [key, { scope }] of settings) {
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

  it('shows at most four buttons in the title of a view, and two in a row', () => {
    for (const view of Object.values(views)) {
      // What stands in one place takes turns, and VS Code's own button folds all rows.
      const places = contributes.menus['view/title']!.filter(
        ({ when, group }) => when?.includes(`view == ${view}`) && group?.startsWith('navigation'),
      );
      assert.ok(new Set(places.map(({ group }) => group)).size <= 3, view);
    }
    const inline = contributes.menus['view/item/context']!.filter(({ group }) => group?.startsWith('inline'));
    assert.ok(inline.length > 0);
    for (const { command, group } of inline) assert.match(group!, /^inline@[12]$/, command);
  });

  it('binds keys to its own commands, in its own views alone', () => {
    assert.ok(contributes.keybindings.length > 0);
    for (const { command, key, when = '' } of contributes.keybindings) {
      assert.ok(Object.values<string>(commands).includes(command), command);
      const focused = /^focusedView == ([\w.]+) && !inputFocus$/.exec(when)?.[1] ?? '';
      assert.ok(Object.values<string>(views).includes(focused), `${key}: ${when}`);
    }
  });

  describe('has a walkthrough', () => {
    const [first, ...others] = contributes.walkthroughs;
    const steps = first!.steps;
    /** What a button or link of VS Code's own is for; each is there in the lowest version, too. */
    const own = new Set([
      'vscode.openFolder',
      'explorer.newFile',
      'workbench.panel.markers.view.focus',
      `${views.roadmap}.focus`,
    ]);
    const conditionsOfVSCode = new Set(['workspaceFolderCount != 0', `focusedView == '${views.roadmap}'`]);
    const known = (command: string) => Object.values<string>(commands).includes(command) || own.has(command);

    it('that the code opens by its name', () => {
      assert.deepEqual(others, []);
      assert.equal(walkthrough, `${manifest.publisher}.${manifest.name}#${first!.id}`);
    });

    it('of a few steps, each with a button of a known command', () => {
      assert.ok(steps.filter(({ when }) => when === undefined).length <= 5);
      for (const { id, title, description } of steps) {
        assert.equal(title, `%walkthrough.${id}.title%`);
        const text = nls[description.slice(1, -1)]!;
        const buttons = [...text.matchAll(/^\[[^\]]+\]\(command:(?:toSide:)?([\w.]+)\)$/gm)].map(([, name]) => name!);
        assert.ok(buttons.length > 0 && buttons.length < 3, id);
        for (const [, command] of text.matchAll(/\(command:(?:toSide:)?([^)]*)\)/g))
          assert.ok(known(command!), command);
        assert.doesNotMatch(text, /https?:/, id);
      }
    });

    it('whose steps are ticked by what can come about', () => {
      for (const { id, completionEvents } of steps) {
        assert.ok(completionEvents.length > 0, id);
        for (const event of completionEvents) {
          const [, kind, what] = /^on(Command|Context|View):(.+)$/.exec(event) ?? [];
          if (kind === 'Command') assert.ok(known(what!), event);
          else if (kind === 'View') assert.equal(what, 'workbench.panel.markers.view');
          else if (kind === 'Context') {
            for (const condition of what!.split(' && ')) {
              const own = Object.values<string>(contexts).includes(condition);
              assert.ok(own || conditionsOfVSCode.has(condition), event);
            }
          } else assert.fail(event);
        }
      }
    });

    it('with pictures in the colours of the theme, without words, which the package holds', () => {
      assert.match(readFileSync('.vscodeignore', 'utf8'), /^!media\/walkthrough\/\*\.svg$/m);
      for (const { media } of steps) {
        assert.match(media.svg, /^media\/walkthrough\/\w+\.svg$/);
        const picture = readFileSync(media.svg, 'utf8');
        // VS Code's page forbids styles of the picture's own, and a colour that is written out fits one theme.
        assert.doesNotMatch(picture, /<style|style=|<script|href|\bon\w+=/);
        for (const [, colour] of picture.matchAll(/ (?:fill|stroke)="([^"]*)"/g))
          assert.match(colour!, /^(?:none|var\(--vscode-.*)$/, media.svg);
        const words = [...picture.matchAll(/>([^<]*)<\/(?:text|tspan)>/g)].map(([, text]) => text!.trim());
        for (const word of words)
          assert.match(word, /^(?:[-#/[\]():?\s\d]|x|Roadmap|Now|Next|TODO|RM-\d+)*$/, media.svg);
      }
    });
  });

  it('contributes exactly the views of the code', () => {
    const ids = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));
    assert.deepEqual(ids, Object.values(views));
  });

  it('has its pages in views of their own type, and the pictures of their tabs in the package', () => {
    for (const { id, type } of Object.values(contributes.views).flat())
      assert.equal(type, id === views.dashboard ? 'webview' : undefined, id);
    const packed = readFileSync('.vscodeignore', 'utf8');
    assert.match(packed, /^!media\/dashboard-\*\.svg$/m);
    for (const theme of ['light', 'dark']) assert.ok(existsSync(`media/dashboard-${theme}.svg`), theme);
    assert.match(packed, /^!dist\/webview\/\*\.js$/m);
    assert.match(packed, /^!dist\/webview\/\*\.css$/m);
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
    // A panel was open when the window was closed.
    const restores = `onWebviewPanel:${dashboardPanel}`;
    assert.ok(manifest.activationEvents.includes(restores));
    for (const event of manifest.activationEvents) if (event !== restores) assert.match(event, /^workspaceContains:/);
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
