import assert from 'node:assert/strict';
import { MemoryHost } from '../../../src/hosts/memory.js';
import { Indexer } from '../../../src/workspace/indexer.js';
import { Store } from '../../../src/workspace/store.js';
import { openProject, type Project } from '../../support/project.js';

/** A host whose reads of one file wait until they are let go. */
class GatedHost extends MemoryHost {
  letGo!: () => void;
  private readonly gate = new Promise<void>((resolve) => (this.letGo = resolve));
  private arrived!: () => void;
  readonly waiting = new Promise<void>((resolve) => (this.arrived = resolve));

  constructor(
    private readonly path: string,
    folders: readonly string[],
  ) {
    super({}, folders);
  }

  override async read(uri: string) {
    if (uri.endsWith(this.path)) {
      this.arrived();
      await this.gate;
    }
    return super.read(uri);
  }
}

/** What the snapshot says of folders. */
function folderProblems({ store }: Project): string[] {
  return store.snapshot.folderProblems.flatMap(({ folder, problems }) =>
    problems.map(({ path, message }) => `${folder.name}/${path}: ${message}`),
  );
}

describe('While a workspace is open', () => {
  it('a change of a roadmap shows, and is told with the file that changed', async () => {
    const project = await openProject('- [ ] a\n');
    await project.write('ROADMAP.md', '- [x] a\n');
    assert.equal(project.plan(), '[x] a');
    assert.deepEqual(
      project.events.map(({ changed }) => [...changed]),
      [['memory:///p/ROADMAP.md']],
    );
  });

  it('a roadmap that is created, renamed and deleted comes, moves and goes', async () => {
    const project = await openProject('');
    await project.write('docs/ROADMAP.md', '- [ ] a\n');
    assert.deepEqual(project.paths(), ['docs/ROADMAP.md']);
    project.host.delete('/p/docs/ROADMAP.md');
    await project.write('MILESTONES.md', '- [ ] a\n');
    assert.deepEqual(project.paths(), ['MILESTONES.md']);
    await project.delete('MILESTONES.md');
    assert.deepEqual(project.paths(), []);
  });

  it('a roadmap that was found before its own event, and was gone before that came, goes', async () => {
    const project = await openProject('//- docs/ROADMAP.md\n- [ ] a\n');
    project.host.change('/p/MILESTONES.md', '- [ ] b\n');
    await project.delete('docs/ROADMAP.md');
    assert.deepEqual(project.paths(), ['MILESTONES.md']);
    project.host.change('/p/MILESTONES.md', undefined);
    project.host.letTimePass();
    await project.indexer.settled();
    assert.deepEqual(project.paths(), []);
  });

  it('a roadmap that nobody told of is found soon after any other event, and then there is rest', async () => {
    const project = await openProject('//- docs/ROADMAP.md\n- [ ] a\n');
    await project.delete('docs/ROADMAP.md');
    project.host.change('/p/ROADMAP.md', '- [ ] b\n');
    for (let turn = 0; turn < 3; turn++) {
      project.host.letTimePass();
      await project.indexer.settled();
    }
    assert.deepEqual(project.paths(), ['ROADMAP.md']);
    const reads = project.host.reads.length;
    project.host.letTimePass();
    await project.indexer.settled();
    assert.equal(project.host.reads.length, reads);
  });

  it('a file becomes a roadmap when its text does, and is none any more when it is not', async () => {
    const project = await openProject('//- plan.md\nwords\n');
    assert.deepEqual(project.paths(), []);
    await project.write('plan.md', '# Project plan\n## Now\n- [ ] a\n- [ ] b\n## Next\n- [ ] c\n');
    assert.deepEqual(project.paths(), ['plan.md']);
    await project.write('plan.md', 'words again\n');
    assert.deepEqual(project.paths(), []);
  });

  it('a roadmap in our own directory comes, changes and goes', async () => {
    const project = await openProject('');
    await project.write('.roadmap/plan.yaml', 'tasks: [a]\n');
    assert.equal(project.plan('.roadmap/plan.yaml'), '( ) a');
    await project.write('.roadmap/plan.yaml', 'tasks: [{ title: a, status: done }]\n');
    assert.equal(project.plan('.roadmap/plan.yaml'), '[x] a');
    await project.delete('.roadmap/plan.yaml');
    assert.deepEqual(project.paths(), []);
  });

  it('a YAML file becomes a roadmap when it names our schema', async () => {
    const project = await openProject('//- plan.yaml\ntasks: [a]\n');
    assert.deepEqual(project.paths(), []);
    await project.write('plan.yaml', '$schema: roadmap.schema.json\ntasks: [a]\n');
    assert.deepEqual(project.paths(), ['plan.yaml']);
  });

  it('a file that is called a roadmap becomes one when it holds a plan', async () => {
    const project = await openProject('//- roadmap.yaml\ncolours: [a]\n');
    assert.deepEqual([project.paths(), project.store.snapshot.roadmaps], [[], []]);
    await project.write('roadmap.yaml', 'next: [Paint it, Sell it]\n');
    assert.equal(project.plan('roadmap.yaml'), 'horizon: Next\n  ( ) Paint it\n  ( ) Sell it');
  });

  it('a text that did not change keeps its objects, and nobody is told', async () => {
    const project = await openProject('- [ ] a\n');
    const [before] = project.store.snapshot.roadmaps;
    await project.write('ROADMAP.md', '- [ ] a\n');
    project.indexer.refresh();
    await project.indexer.settled();
    assert.equal(project.store.snapshot.roadmaps[0], before);
    assert.deepEqual(project.events, []);
  });

  it('a change of one roadmap leaves the objects of the others, and does not read them', async () => {
    const project = await openProject('- [ ] a\n//- docs/ROADMAP.md\n- [ ] b\n');
    const [first] = project.store.snapshot.roadmaps;
    project.host.reads.length = 0;
    await project.write('docs/ROADMAP.md', '- [x] b\n');
    assert.equal(project.store.snapshot.roadmaps[0], first);
    assert.deepEqual(project.host.reads, ['memory:///p/docs/ROADMAP.md']);
  });

  it('typing is read once for all keys of a moment', async () => {
    const project = await openProject('- [ ] a\n');
    project.host.reads.length = 0;
    for (const title of ['ab', 'abc', 'abcd']) project.host.write('/p/ROADMAP.md', `- [ ] ${title}\n`);
    await project.indexer.settled();
    assert.equal(project.plan(), '[ ] abcd');
    assert.deepEqual([project.host.reads.length, project.events.length], [1, 1]);
  });

  it('files that are no roadmaps are not read when they change', async () => {
    const project = await openProject('- [ ] a\n//- README.md\nx\n//- src/a.ts\nx\n');
    project.host.reads.length = 0;
    await project.write('README.md', 'y\n');
    await project.write('src/a.ts', 'y\n');
    await project.write('src/deep/b.ts', 'y\n');
    assert.deepEqual([project.host.reads, project.events], [[], []]);
  });

  it('new settings are followed', async () => {
    const files: string[] = [];
    const project = await openProject('- [ ] a\n//- plans/x.md\n- [ ] b\n', { files });
    const refreshed = async () => {
      project.indexer.refresh();
      await project.indexer.settled();
      return project.paths();
    };
    files.push('plans/x.md');
    assert.deepEqual(await refreshed(), ['ROADMAP.md', 'plans/x.md']);
    files.length = 0;
    assert.deepEqual(await refreshed(), ['ROADMAP.md']);
  });

  it('a folder that is opened or closed brings and takes its roadmaps', async () => {
    const project = await openProject('//- /one/ROADMAP.md\n- [ ] a\n//- /two/ROADMAP.md\n- [ ] b\n', {
      folders: ['/one'],
    });
    for (const [folders, expected] of [
      [
        ['/one', '/two'],
        ['one', 'two'],
      ],
      [['/two'], ['two']],
      [[], []],
    ] as const) {
      project.host.setFolders(folders);
      await project.indexer.settled();
      assert.deepEqual(
        project.store.snapshot.roadmaps.map(({ folder }) => folder.name),
        expected,
      );
    }
  });

  it('nothing is read any more after it was closed', async () => {
    const project = await openProject('- [ ] a\n');
    project.indexer.dispose();
    await project.write('ROADMAP.md', '- [x] a\n');
    assert.deepEqual([project.plan(), project.events], ['[ ] a', []]);
  });
});

describe('The configuration of a folder', () => {
  const config = '//- .roadmap/config.yaml\n';

  it('decides how its roadmaps are read', async () => {
    const project = await openProject(`- RM-7 Write\n- [D] Read 🌱\n${config}idPrefix: RM\nstatus:\n  done: ["[D]"]\n`);
    assert.equal(project.plan(), '( ) Write #RM-7\n[x] Read 🌱');
    await project.write('.roadmap/config.yaml', 'status:\n  doing: [🌱]\n');
    assert.equal(project.plan(), '[/] Read');
    await project.delete('.roadmap/config.yaml');
    assert.equal(project.plan(), '[ ] Read 🌱');
  });

  it('decides how roadmaps in YAML are read', async () => {
    const project = await openProject(
      `//- .roadmap/plan.yaml\ntasks: [{ title: a, status: live }]\n${config}status:\n  done: [live]\n`,
    );
    assert.equal(project.plan(), '[x] a');
    await project.delete('.roadmap/config.yaml');
    assert.equal(project.plan(), '[ ] a');
  });

  it('says which of its files and globs match nothing, and no longer when they do', async () => {
    const project = await openProject(`- [ ] Write\n${config}roadmaps: ["plans/*.md", ROADMAP.md]\n`);
    const problems = () => project.store.snapshot.configs[0]!.problems.map(({ message }) => message.split(' that')[0]);
    assert.deepEqual(problems(), ['"plans/*.md" matches no file']);
    await project.write('plans/a.md', '- [ ] Read\n');
    assert.deepEqual(problems(), []);
  });

  it('says which aliases stand for no task, and no longer when one has the id', async () => {
    const project = await openProject(`- [ ] Write\n${config}aliases:\n  old: write\n  older: gone\n`);
    const problems = () => project.store.snapshot.configs[0]!.problems.map(({ message }) => message.split(',')[0]);
    assert.deepEqual(problems(), ['The alias older stands for gone']);
    await project.write('ROADMAP.md', '- [ ] Write\n- [ ] Gone\n');
    assert.deepEqual(problems(), []);
  });

  it('keeps its object while nothing in it changes', async () => {
    const project = await openProject(`- [ ] Write\n${config}aliases: {old: gone}\n`);
    const [before] = project.store.snapshot.configs;
    await project.write('ROADMAP.md', '- [x] Write\n');
    assert.equal(project.store.snapshot.configs[0], before);
    assert.deepEqual(
      project.events.map(({ changed }) => [...changed]),
      [['memory:///p/ROADMAP.md']],
    );
  });

  it('that is broken costs itself', async () => {
    const project = await openProject(`- [ ] Write\n${config}roadmaps: [\n`);
    assert.equal(project.plan(), '[ ] Write');
    assert.deepEqual(
      project.store.snapshot.configs[0]!.problems.map(({ code }) => code),
      ['config-syntax'],
    );
  });
});

describe('What cannot be read', () => {
  it('costs itself, with a problem that says why', async () => {
    const project = await openProject({ 'ROADMAP.md': '- [ ] a\n', 'docs/ROADMAP.md': Uint8Array.of(80, 75, 0, 1) });
    assert.deepEqual(
      project.store.snapshot.roadmaps.map(({ path, roadmap, problems }) => [
        path,
        roadmap !== undefined,
        problems.map(({ code }) => code),
      ]),
      [
        ['ROADMAP.md', true, []],
        ['docs/ROADMAP.md', false, ['not-text']],
      ],
    );
  });

  it('is no roadmap where its name does not say so', async () => {
    assert.deepEqual((await openProject({ 'plan.md': Uint8Array.of(80, 75, 0, 1) })).paths(), []);
  });

  it('shows once it can be read again', async () => {
    const project = await openProject({}, { files: ['plans/x.md'] });
    await project.write('plans/x.md', '- [ ] a\n');
    assert.equal(project.plan('plans/x.md'), '[ ] a');
  });
});

describe('While files are read', () => {
  const text = '//- /one/ROADMAP.md\n- [ ] a\n//- /two/ROADMAP.md\n- [ ] b\n';
  async function opening(folders: string[]) {
    const host = new GatedHost('/one/ROADMAP.md', folders);
    const opened = openProject(text, { folders, host });
    await host.waiting;
    return { host, opened };
  }

  it('a folder may be closed, the last one too', async () => {
    for (const left of [['/two'], []]) {
      const { host, opened } = await opening(left.length > 0 ? ['/one', '/two'] : ['/one']);
      host.setFolders(left);
      host.letGo();
      const project = await opened;
      await project.indexer.settled();
      assert.deepEqual(
        project.store.snapshot.folders.map(({ name }) => `/${name}`),
        left,
      );
      assert.deepEqual(
        project.store.snapshot.roadmaps.map(({ folder }) => `/${folder.name}`),
        left,
      );
    }
  });

  it('a file may vanish', async () => {
    const { host, opened } = await opening(['/one']);
    host.delete('/one/ROADMAP.md');
    host.letGo();
    const project = await opened;
    await project.indexer.settled();
    assert.deepEqual(project.paths(), []);
  });

  it('a file may change: what stands in the end is what was written last', async () => {
    const { host, opened } = await opening(['/one']);
    host.write('/one/ROADMAP.md', '- [x] last\n');
    host.letGo();
    const project = await opened;
    await project.indexer.settled();
    assert.equal(project.plan(), '[x] last');
  });

  it('a host that throws costs the folder it was asked about, and the folder says so', async () => {
    const host = new (class extends MemoryHost {
      override async list(directory: string) {
        if (directory.startsWith('memory:///one')) throw new Error('gone');
        return super.list(directory);
      }
    })({}, ['/one', '/two']);
    const project = await openProject(text, { folders: ['/one', '/two'], host });
    assert.deepEqual(
      project.store.snapshot.roadmaps.map(({ folder }) => folder.name),
      ['two'],
    );
    assert.deepEqual(folderProblems(project), [
      'one/: This folder could not be looked through (Error: gone): refresh.',
    ]);
  });

  it('the snapshot says so', async () => {
    const store = new Store();
    const indexer = new Indexer(new MemoryHost({ '/p/ROADMAP.md': '- a\n' }, ['/p']).ports, store, { files: () => [] });
    const started = indexer.start();
    assert.equal(store.snapshot.loading, true);
    await started;
    assert.equal(store.snapshot.loading, false);
  });
});

describe('A folder that cannot be looked through', () => {
  /** A host in which some directories are closed. */
  class ClosedHost extends MemoryHost {
    readonly closed = new Set<string>();

    override async list(directory: string) {
      const problem = { code: 'cannot-read', severity: 'error', message: 'It is closed: open it.' } as const;
      return this.closed.has(directory) ? { value: [], problems: [problem] } : super.list(directory);
    }
  }

  async function opened(...closed: string[]) {
    const host = new ClosedHost({}, ['/one', '/two']);
    for (const directory of closed) host.closed.add(directory);
    const text = '//- /one/ROADMAP.md\n- [ ] a\n//- /one/docs/ROADMAP.md\n- [ ] b\n//- /two/ROADMAP.md\n- [ ] c\n';
    return { host, project: await openProject(text, { folders: ['/one', '/two'], host }) };
  }

  it('is a problem, not an empty folder, and costs no other', async () => {
    const { project } = await opened('memory:///one');
    assert.deepEqual(project.paths(), ['ROADMAP.md']);
    assert.deepEqual(folderProblems(project), ['one/: It is closed: open it.']);
  });

  it('costs what lies in it: the rest of its folder is read', async () => {
    const { project } = await opened('memory:///one/docs');
    assert.deepEqual(project.paths(), ['ROADMAP.md', 'ROADMAP.md']);
    assert.deepEqual(folderProblems(project), ['one/docs: It is closed: open it.']);
  });

  it('says so once, and no longer when it can be', async () => {
    const { host, project } = await opened('memory:///one');
    project.indexer.refresh();
    await project.indexer.settled();
    assert.deepEqual([project.events.length, host.messages.filter((line) => line.includes('closed')).length], [0, 1]);
    host.closed.clear();
    project.indexer.refresh();
    await project.indexer.settled();
    assert.deepEqual([project.paths().length, folderProblems(project)], [3, []]);
    assert.deepEqual(
      project.events.map(({ changed }) => changed.has('memory:///one')),
      [true],
    );
  });

  it('keeps saying so while files of the others change', async () => {
    const { project } = await opened('memory:///one/docs');
    await project.write('/one/ROADMAP.md', '- [x] a\n');
    assert.deepEqual(folderProblems(project), ['one/docs: It is closed: open it.']);
  });
});
