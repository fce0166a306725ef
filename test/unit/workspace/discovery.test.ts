import assert from 'node:assert/strict';
import { openProject } from '../../support/project.js';

const plan = '# Project plan\n## Now\n- [ ] a\n- [x] b\n## Next\n- [ ] c\n';
const boxes = '- [ ] a\n';

async function found(files: Record<string, string>, settings: readonly string[] = []): Promise<string[]> {
  return (await openProject(files, { files: settings })).paths();
}

describe('A roadmap is found', () => {
  const names = [
    'ROADMAP.md',
    'roadmap.md',
    'Roadmap.MD',
    'TECHNICAL_ROADMAP.md',
    'product-roadmap.markdown',
    'Roadmap 2026.mdown',
    'roadmap.2026.mkd',
    'MILESTONES.md',
    'docs/ROADMAP.md',
    'DOCS/roadmap.md',
    'doc/Roadmap.md',
    '.github/ROADMAP.md',
  ];
  for (const name of names) {
    it(`by its name: ${name}`, async () => assert.deepEqual(await found({ [name]: boxes }), [name]));
  }

  it('by its shape: a plan.md that is a plan', async () => {
    assert.deepEqual(await found({ 'plan.md': plan, 'docs/next.md': plan }), ['plan.md', 'docs/next.md']);
  });

  it('by a path or a glob of the settings', async () => {
    const files = { 'plans/a.md': boxes, 'plans/deep/b.md': boxes, 'plans/c.txt': boxes, 'other/d.md': boxes };
    assert.deepEqual(await found(files, ['other/d.md']), ['other/d.md']);
    assert.deepEqual(await found(files, ['./other/d.md']), ['other/d.md']);
    assert.deepEqual(await found(files, ['plans/*.md']), ['plans/a.md']);
    assert.deepEqual(await found(files, ['PLANS/*']), ['plans/a.md']);
    assert.deepEqual(await found(files, ['plans/**']), ['plans/a.md', 'plans/deep/b.md']);
    assert.deepEqual(await found(files, ['**/[ab].md']), ['plans/a.md', 'plans/deep/b.md']);
  });

  it('by a path with parentheses or backslashes in it', async () => {
    assert.deepEqual(await found({ 'plans/a (v2).md': boxes }, ['plans/a (v2).md']), ['plans/a (v2).md']);
    for (const written of ['plans\\a.md', '.\\plans\\a.md', 'plans\\*.md', '.\\**\\a.md']) {
      assert.deepEqual(await found({ 'plans/a.md': boxes }, [written]), ['plans/a.md'], written);
    }
  });

  it('by a path that no format reads, which is a problem', async () => {
    assert.deepEqual(await found({ 'plans/a.txt': boxes }, ['plans/a.txt']), ['plans/a.txt']);
  });

  it('by a path of .roadmap/config.yaml', async () => {
    assert.deepEqual(await found({ '.roadmap/config.yaml': 'roadmaps: [plans/a.md]\n', 'plans/a.md': boxes }), [
      'plans/a.md',
    ]);
    assert.deepEqual(await found({ '.roadmap/config.yml': 'roadmaps: ["plans/*"]\n', 'plans/a.md': boxes }), [
      'plans/a.md',
    ]);
  });

  it('by a path of .roadmap/config.yaml with backslashes; one with a drive costs itself', async () => {
    const config = "roadmaps: ['docs\\deep\\plan.md', 'C:\\x.md', 'teams\\*\\plan.md']\n";
    const files = {
      '.roadmap/config.yaml': config,
      'docs/deep/plan.md': boxes,
      'teams/a/plan.md': boxes,
      'x.md': boxes,
    };
    const project = await openProject(files);
    assert.deepEqual(project.paths(), ['docs/deep/plan.md', 'teams/a/plan.md']);
    assert.deepEqual(
      project.store.snapshot.configs[0]!.problems.map(({ message }) => message),
      ['"roadmaps", entry 2, must be a path inside the folder, such as docs/plan.md.'],
    );
  });

  it('once, however often it is named', async () => {
    assert.deepEqual(await found({ 'ROADMAP.md': boxes }, ['ROADMAP.md', './ROADMAP.md', '*.md']), ['ROADMAP.md']);
    assert.deepEqual(await found({ 'docs/ROADMAP.md': boxes }, ['Docs\\roadmap.md', 'DOCS/*.md']), ['docs/ROADMAP.md']);
  });

  it('with the others, those nearest to the top first', async () => {
    assert.deepEqual(await found({ 'docs/ROADMAP.md': boxes, 'z-roadmap.md': boxes, 'ROADMAP.md': boxes }), [
      'ROADMAP.md',
      'z-roadmap.md',
      'docs/ROADMAP.md',
    ]);
  });
});

describe('A roadmap in YAML or JSON is found', () => {
  const tasks = 'tasks: [a]\n';
  const ours = `$schema: roadmap.schema.json\n${tasks}`;

  for (const name of ['.roadmap/plan.yaml', '.roadmap/ROADMAP.yml', '.roadmap/2026.json']) {
    it(`in our directory: ${name}`, async () => {
      const text = name.endsWith('.json') ? '{ "tasks": ["a"] }' : tasks;
      const project = await openProject({ [name]: text });
      assert.deepEqual([project.paths(), project.plan()], [[name], '( ) a']);
    });
  }

  it('where it names our schema', async () => {
    const files = {
      'roadmap.yaml': ours,
      'docs/next.yml': `# yaml-language-server: $schema=x/roadmap.schema.json\n${tasks}`,
    };
    assert.deepEqual(await found(files), ['roadmap.yaml', 'docs/next.yml']);
  });

  it('where it is called a roadmap and looks like one', async () => {
    const files = {
      'product-roadmap.json': '{ "tasks": ["a"] }',
      'roadmap.yaml': tasks,
      'docs/MILESTONES.yml': 'milestones:\n- title: Open the doors\n',
      'docs/other.yaml': tasks,
    };
    assert.deepEqual(await found(files), ['product-roadmap.json', 'roadmap.yaml', 'docs/MILESTONES.yml']);
  });

  it('where a setting names it, and says there how to make a plan of what is none', async () => {
    const { store } = await openProject(
      { 'plans/a.yaml': ours, 'plans/b.yaml': 'colours: [a]\n', 'plans/c.yaml': tasks },
      { files: ['plans/a.yaml', 'plans/*.yaml'] },
    );
    assert.deepEqual(
      store.snapshot.roadmaps.map(({ path, roadmap, problems }) => [
        path,
        roadmap?.format,
        problems.map(({ code, message }) => `${code}: ${message}`),
      ]),
      [
        ['plans/a.yaml', 'yaml', []],
        [
          'plans/b.yaml',
          undefined,
          [
            'unknown-shape: Nothing in this file looks like a plan: list its tasks below a key such as tasks, features or milestones, each with a title, or give it the key $schema with the value roadmap.schema.json.',
          ],
        ],
        ['plans/c.yaml', 'yaml', []],
      ],
    );
  });

  it('by no glob that does not speak of its kind', async () => {
    const files = { 'plans/a.yaml': ours, 'plans/b.json': '{}', 'plans/c.md': boxes };
    assert.deepEqual(await found(files, ['plans/*']), ['plans/c.md']);
    assert.deepEqual(await found(files, ['**']), ['plans/c.md']);
    assert.deepEqual(await found(files, ['plans/*.{md,yaml}']), ['plans/a.yaml', 'plans/c.md']);
  });

  it('beside the configuration, which is none', async () => {
    const files = {
      '.roadmap/config.yaml': 'roadmaps: [".roadmap/*.yaml"]\n',
      '.roadmap/config.yml': '',
      '.roadmap/a.yaml': tasks,
    };
    assert.deepEqual(await found(files), ['.roadmap/a.yaml']);
  });

  it('nowhere else, and nothing is said of other files', async () => {
    const files = {
      'plan.yaml': tasks,
      'roadmap.schema.json': '{ "tasks": ["a"] }',
      'roadmap.yaml': 'colours: [a]\n',
      'docs/milestones.yml': '- broken: [',
      'docs/roadmap.json': '',
      'package.json': '{ "$schema": "roadmap.schema.json", "tasks": ["a"] }',
      '.roadmap/deep/a.yaml': tasks,
      'sub/.roadmap/a.yaml': tasks,
    };
    const { store } = await openProject(files);
    assert.deepEqual([store.snapshot.roadmaps, store.snapshot.configs], [[], []]);
  });

  it('however many files of other kinds stand beside it', async () => {
    const many = Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`a${i}.json`, '{}']));
    assert.deepEqual(await found({ ...many, 'plan.md': plan }), ['plan.md']);
  });
});

describe('A file is no roadmap', () => {
  const others: Record<string, string> = {
    'README.md': plan,
    'docs/CHANGELOG.md': plan,
    'notes.md': '# Notes\n- [ ] call\n- [ ] write\n',
    'roadmap.txt': boxes,
    'src/ROADMAP.md': boxes,
    'docs/deep/ROADMAP.md': boxes,
    'roadmapping.md': '# How we map\n',
    'node_modules/pkg/ROADMAP.md': boxes,
  };
  for (const [path, text] of Object.entries(others)) {
    it(`if it is ${path}`, async () => assert.deepEqual(await found({ [path]: text }), []));
  }

  it('of another case than is named, where there is one of that case', async () => {
    const files = { 'plans/a.md': boxes, 'plans/A.md': boxes };
    assert.deepEqual(await found(files, ['plans/A.md']), ['plans/A.md']);
  });

  it('outside the folder, by a drive or a server, which the log says of settings', async () => {
    for (const written of [
      'C:\\x.md',
      'c:/x.md',
      '\\\\nas\\plans\\x.md',
      '//nas/plans/*.md',
      'C:\\plans\\**',
      '..\\x.md',
    ]) {
      const project = await openProject({ 'x.md': boxes }, { files: [written] });
      assert.deepEqual(project.paths(), [], written);
      assert.match(
        project.host.messages.join('\n'),
        /warning: The setting roadmapLens\.files names .*, which leads out of p: /,
      );
    }
  });

  it('outside the folder, whatever the settings say', async () => {
    const files = { '/elsewhere/ROADMAP.md': boxes, 'node_modules/a/x.md': boxes };
    assert.deepEqual(
      await found(files, ['../elsewhere/ROADMAP.md', 'a/../../elsewhere/ROADMAP.md', '../*/*.md', '**/x.md']),
      [],
    );
  });
});

describe('A path that is set but does not exist', () => {
  it('is shown with what is wrong', async () => {
    const { store } = await openProject({}, { files: ['plans/next.md'] });
    const [file] = store.snapshot.roadmaps;
    assert.deepEqual(
      [file?.path, file?.roadmap, file?.problems.map(({ code }) => code)],
      ['plans/next.md', undefined, ['cannot-read']],
    );
  });
});

describe('Several folders', () => {
  it('have their own roadmaps and configurations', async () => {
    const { store } = await openProject(
      `
//- /one/ROADMAP.md
- W-1 Write
//- /one/.roadmap/config.yaml
idPrefix: W
//- /two/ROADMAP.md
- W-1 Write
`,
      { folders: ['/one', '/two'] },
    );
    assert.deepEqual(
      store.snapshot.roadmaps.map(({ folder, roadmap }) => [folder.name, roadmap?.children[0]?.id]),
      [
        ['one', 'W-1'],
        ['two', 'w-1-write'],
      ],
    );
    assert.deepEqual(
      store.snapshot.configs.map(({ folder }) => folder.name),
      ['one'],
    );
  });
});
