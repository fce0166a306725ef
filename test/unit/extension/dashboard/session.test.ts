import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { RoadmapFile, Snapshot } from '../../../../src/core/model/snapshot.js';
import type { Dashboard } from '../../../../src/core/views/dashboard/dashboard.js';
import type { HostMessage } from '../../../../src/dashboard/messages.js';
import { DashboardSession, type PanelAction } from '../../../../src/extension/dashboard/session.js';
import { roadmap, workspace } from '../../../support/links.js';

const first = roadmap('ROADMAP.md', '# First\n\n## Now\n\n- [ ] RM-1 Begin\n');
const second = roadmap('docs/ROADMAP.md', '# Second\n\n- [ ] Go on\n');

/** A page that nobody draws, and what is done for it. */
class Page {
  readonly posted: HostMessage[] = [];
  readonly acted: (readonly [PanelAction, string | undefined])[] = [];
  readonly set: string[] = [];
  readonly failures: unknown[] = [];
  readonly unmade: unknown[] = [];
  readonly chosen: string[] = [];
  /** How long what is gathered waits. */
  readonly pauses: number[] = [];
  readonly titles: (string | undefined)[] = [];
  dropped = 0;
  builds = 0;
  visible = true;
  /** Where the header stands, and what it says instead of the title. */
  line = 0;
  title: string | undefined;
  act: () => Promise<void> = () => Promise.resolve();
  answer: () => Promise<boolean> = () => Promise.resolve(true);
  private timers: (() => void)[] = [];
  readonly session: DashboardSession;

  constructor(
    public snapshot: Snapshot = workspace([first, second]),
    uri?: string,
  ) {
    this.session = new DashboardSession(
      {
        post: (message) => void this.posted.push(message),
        isVisible: () => this.visible,
        snapshot: () => this.snapshot,
        build: (file) => this.build(file),
        updateOf: ({ header: before }, { header: after, today }) => {
          if (before.title !== after.title) return { today, sections: { header: after } };
          const by = after.facts[0]!.line - before.facts[0]!.line;
          return by === 0 ? undefined : { today, sections: {}, shifted: { header: [[0, by]] } };
        },
        act: (action, of) => {
          this.acted.push([action, of]);
          return this.act();
        },
        setStatus: (of, { id, status }) => {
          this.set.push(`${of} ${id} ${status}`);
          return this.answer();
        },
        shows: (file) => void this.titles.push(file?.roadmap?.title ?? file?.path),
        after: (milliseconds, work) => {
          this.pauses.push(milliseconds);
          this.timers.push(work);
          return { dispose: () => void (this.timers = this.timers.filter((each) => each !== work)) };
        },
        dropped: () => void this.dropped++,
        chosen: (of) => void this.chosen.push(of),
        failed: (error) => void this.failures.push(error),
        unmade: (error) => void this.unmade.push(error),
      },
      uri,
    );
  }

  /** What was posted since this was last asked for, in short. */
  said(): string[] {
    return this.posted.splice(0).map((message) => {
      if (message.type === 'changed') return `changed: ${message.id} ${message.made}`;
      if (message.type === 'update')
        return `update ${message.revision}: ${message.update.sections.header?.title ?? 'other lines'}`;
      const { revision, dashboard, roadmaps, loading, problem } = message;
      const what = dashboard?.header.title ?? problem ?? (loading ? 'loading' : 'nothing');
      return `state ${revision}: ${what} of ${roadmaps.map(({ title }) => title).join(', ')}`;
    });
  }

  /** Lets the time pass. */
  later(): void {
    for (const work of this.timers.splice(0)) work();
  }

  get waiting(): number {
    return this.timers.length;
  }

  private build({ uri, path, roadmap: plan }: RoadmapFile): Dashboard | undefined {
    this.builds++;
    if (!plan) return undefined;
    if (plan.title === 'Broken') throw new Error('out of ink');
    const tasks = this.snapshot.todos.files.size;
    const facts = [{ name: 'Purpose', text: 'Ship it', line: this.line }];
    return {
      uri,
      path,
      today: 0,
      header: { title: this.title ?? `${plan.title} ${tasks}`, facts },
    } as unknown as Dashboard;
  }
}

/** Everything that was asked for has been done. */
const done = () => new Promise((resolve) => setImmediate(resolve));

const changedTitle = (title: string) => roadmap('ROADMAP.md', `# ${title}\n\n- [ ] RM-1 Begin\n`);

describe('The conversation with a dashboard', () => {
  it('begins when the page is there, with the first roadmap', () => {
    const page = new Page();
    page.session.changed(true);
    assert.deepEqual(page.said(), []);
    page.session.receive({ type: 'ready' });
    assert.deepEqual(page.said(), ['state 1: First 0 of First, Second']);
  });

  it('shows the roadmap that was asked for, or that the page remembers, as long as it is there', () => {
    const asked = new Page(undefined, second.uri);
    asked.session.receive({ type: 'ready', uri: first.uri });
    assert.deepEqual(asked.said(), ['state 1: Second 0 of First, Second']);
    const remembered = new Page();
    remembered.session.receive({ type: 'ready', uri: second.uri });
    assert.deepEqual(remembered.said(), ['state 1: Second 0 of First, Second']);
    const lost = new Page();
    lost.session.receive({ type: 'ready', uri: 'file:///work/GONE.md' });
    assert.deepEqual(lost.said(), ['state 1: First 0 of First, Second']);
  });

  it('waits for the roadmap that the page remembers while roadmaps are looked for', () => {
    const page = new Page({ ...workspace([first]), loading: true });
    page.session.receive({ type: 'ready', uri: second.uri });
    assert.deepEqual(page.said(), ['state 1: loading of First']);
    page.snapshot = workspace([first, second]);
    page.session.changed(true);
    assert.deepEqual(page.said(), ['state 2: Second 0 of First, Second']);
  });

  it('tells of what is new, at once of roadmaps, gathered of everything else', () => {
    const page = new Page();
    page.session.receive({ type: 'ready' });
    page.said();
    page.snapshot = { ...page.snapshot, todos: { ...page.snapshot.todos, files: new Map([['a', {} as never]]) } };
    page.session.changed(false);
    page.session.changed(false);
    assert.deepEqual([page.said(), page.waiting], [[], 1]);
    page.later();
    assert.deepEqual(page.said(), ['update 2: First 1']);
    // What says the same is not sent.
    page.session.changed(true);
    assert.deepEqual(page.said(), []);
    page.session.changed(false);
    page.snapshot = { ...page.snapshot, todos: { ...page.snapshot.todos, files: new Map() } };
    page.session.changed(true);
    assert.deepEqual([page.said(), page.waiting], [['update 3: First 0'], 0]);
  });

  it('is silent while nobody sees the page, and makes up for it', () => {
    const page = new Page();
    page.session.receive({ type: 'ready' });
    page.said();
    page.visible = false;
    page.session.visibilityChanged();
    const { builds } = page;
    page.snapshot = workspace([changedTitle('Renamed'), second]);
    page.session.changed(true);
    assert.deepEqual([page.said(), page.builds], [[], builds]);
    // Its name is seen all the same.
    assert.deepEqual(page.titles, ['First', 'Renamed']);
    page.visible = true;
    page.session.visibilityChanged();
    page.later();
    assert.deepEqual(page.said(), ['state 2: Renamed 0 of Renamed, Second']);
    // Its script has begun anew.
    page.session.receive({ type: 'ready', uri: first.uri });
    assert.deepEqual(page.said(), ['state 3: Renamed 0 of Renamed, Second']);
  });

  it('tells everything to a page that began anew before it was seen', () => {
    const page = new Page();
    page.session.receive({ type: 'ready' });
    page.said();
    page.visible = false;
    page.session.visibilityChanged();
    page.session.receive({ type: 'ready', uri: first.uri });
    assert.deepEqual(page.said(), []);
    page.visible = true;
    page.session.visibilityChanged();
    assert.deepEqual([page.said(), page.waiting], [['state 2: First 0 of First, Second'], 0]);
  });

  it('shows the roadmap that a page remembers, where nobody has said another', () => {
    const page = new Page();
    // Its tab has a name before its script runs.
    page.session.changed(true);
    page.session.receive({ type: 'ready', uri: second.uri });
    assert.deepEqual(page.said(), ['state 1: Second 0 of First, Second']);
  });

  it('follows its roadmap where that is moved, alone or with its folder', () => {
    const page = new Page(workspace([first, second]), second.uri);
    page.session.receive({ type: 'ready' });
    page.session.moved('file:///work/doc', 'file:///work/other');
    page.session.moved('file:///work/docs', 'file:///work/plans');
    page.session.moved('file:///work/plans/ROADMAP.md', 'file:///work/plans/ROADMAP-2.md');
    page.snapshot = workspace([first, { ...second, uri: 'file:///work/plans/ROADMAP-2.md' }]);
    page.session.changed(true);
    assert.deepEqual(page.said(), ['state 1: Second 0 of First, Second', 'state 2: Second 0 of First, Second']);
    assert.equal(page.session.roadmap, 'file:///work/plans/ROADMAP-2.md');
  });

  it('tells later what has only shifted in its file, and at once what is said otherwise', () => {
    const page = new Page();
    page.session.receive({ type: 'ready' });
    page.said();
    page.line = 1;
    page.session.changed(true);
    page.line = 2;
    page.session.changed(true);
    assert.deepEqual([page.said(), page.pauses], [[], [1_000]]);
    page.later();
    assert.deepEqual(page.said(), ['update 2: other lines']);
    page.line = 3;
    page.session.changed(true);
    page.title = 'Said otherwise';
    page.session.changed(true);
    assert.deepEqual([page.said(), page.waiting], [['update 3: Said otherwise'], 0]);
  });

  it('shows another roadmap of the workspace, and nothing else', () => {
    const page = new Page();
    page.session.receive({ type: 'ready' });
    page.session.receive({ type: 'show', uri: 'file:///etc/passwd' });
    page.session.receive({ type: 'show', uri: second.uri });
    assert.deepEqual(page.said(), ['state 1: First 0 of First, Second', 'state 2: Second 0 of First, Second']);
    assert.deepEqual(page.titles, ['First', 'Second']);
    assert.deepEqual(page.chosen, [second.uri]);
  });

  it('tells what the person asked for and cannot be done', async () => {
    const page = new Page();
    page.session.receive({ type: 'ready' });
    page.act = () => Promise.reject(new Error('The disk is full.'));
    page.session.receive({ type: 'export', format: 'html' });
    await done();
    assert.deepEqual([page.failures, page.unmade], [[new Error('The disk is full.')], []]);
  });

  it('says what became of a roadmap that is gone, unreadable, or cannot be drawn, and shows it when it is back', () => {
    const page = new Page();
    page.session.receive({ type: 'ready' });
    page.said();
    const states: readonly (readonly RoadmapFile[])[] = [
      [second],
      [],
      [{ ...first, roadmap: undefined as never, problems: [{ message: 'It is a picture.' } as never] }, second],
      [changedTitle('Broken'), second],
      [first, second],
    ];
    for (const files of states) {
      page.snapshot = workspace(files);
      page.session.changed(true);
    }
    assert.deepEqual(page.said(), [
      'state 2: ROADMAP.md is not there any more. Put it back, or reload to see another roadmap. of Second',
      'state 3: ROADMAP.md is not there any more. Put it back, or reload to create another roadmap. of ',
      'state 4: ROADMAP.md cannot be shown: It is a picture. of ROADMAP.md, Second',
      'state 5: ROADMAP.md cannot be shown: out of ink of Broken, Second',
      'state 6: First 0 of First, Second',
    ]);
    // The page says it: nobody else need.
    assert.deepEqual([page.failures.length, page.unmade.length], [0, 1]);
  });

  it('shows another roadmap to who looks again after one is gone', () => {
    const page = new Page();
    page.session.receive({ type: 'ready' });
    page.snapshot = workspace([second]);
    page.session.changed(true);
    page.said();
    page.session.receive({ type: 'ready', uri: first.uri });
    assert.deepEqual(page.said(), ['state 3: Second 0 of Second']);
    // It is said first where it goes while nobody looks.
    page.visible = false;
    page.snapshot = workspace([]);
    page.session.changed(true);
    page.visible = true;
    page.session.receive({ type: 'ready', uri: second.uri });
    assert.deepEqual(page.said(), [
      'state 4: docs/ROADMAP.md is not there any more. Put it back, or reload to create another roadmap. of ',
    ]);
    page.session.receive({ type: 'ready', uri: second.uri });
    assert.deepEqual(page.said(), ['state 5: nothing of ']);
  });

  it('stays with the roadmap that its tab has named, also where that is gone before the page is there', () => {
    const page = new Page(workspace([first, second]), second.uri);
    page.session.changed(true);
    page.snapshot = workspace([first]);
    page.session.changed(true);
    assert.deepEqual(page.titles, ['Second', undefined]);
    page.session.receive({ type: 'ready' });
    assert.deepEqual(page.said(), [
      'state 1: docs/ROADMAP.md is not there any more. Put it back, or reload to see another roadmap. of First',
    ]);
    page.session.receive({ type: 'ready' });
    assert.deepEqual(page.said(), ['state 2: First 0 of First']);
  });

  it('sends what came of a change of a status before it says that it was made', async () => {
    const page = new Page();
    page.session.receive({ type: 'ready' });
    page.said();
    page.answer = () => {
      page.visible = false;
      page.snapshot = workspace([changedTitle('Ticked'), second]);
      page.session.changed(true);
      page.visible = true;
      return Promise.resolve(true);
    };
    page.session.receive({ type: 'setStatus', id: 'RM-1', status: 'done' });
    await done();
    assert.deepEqual(page.set, [`${first.uri} RM-1 done`]);
    assert.deepEqual(page.said(), ['state 2: Ticked 0 of Ticked, Second', 'changed: RM-1 true']);
    page.answer = () => Promise.reject(new Error('read-only'));
    page.session.receive({ type: 'setStatus', id: 'RM-1', status: 'todo' });
    await done();
    assert.deepEqual([page.said(), page.failures.length], [['changed: RM-1 false'], 1]);
  });

  it('ends with its page, whatever is under way', async () => {
    const page = new Page();
    page.session.receive({ type: 'ready' });
    page.said();
    let answer: (made: boolean) => void = () => undefined;
    page.answer = () => new Promise((resolve) => (answer = resolve));
    page.session.receive({ type: 'setStatus', id: 'RM-1', status: 'done' });
    page.session.changed(false);
    page.session.dispose();
    answer(true);
    await done();
    page.session.changed(true);
    page.session.receive({ type: 'ready' });
    assert.deepEqual([page.said(), page.waiting], [[], 0]);
  });

  it('takes what no page says for nothing', async () => {
    const page = new Page();
    const uris = [first.uri, 'file:///etc/passwd', 'command:workbench.action.terminal.new', ''];
    const targets = [
      { kind: 'task', id: 'RM-1' },
      { kind: 'line', path: '../../etc/passwd', line: 0 },
      { kind: 'line', path: 'ROADMAP.md', line: -1 },
      { kind: 'commit', hash: '--upload-pack=touch /tmp/x' },
      { kind: 'task', id: 'RM-1', uri: 'file:///etc/passwd' },
    ];
    const types = ['ready', 'open', 'setStatus', 'explain', 'export', 'command', 'show', 'openPanel', '__proto__', 'x'];
    const hostile = fc.record(
      {
        type: fc.oneof(fc.constantFrom(...types), fc.anything()),
        uri: fc.oneof(fc.constantFrom(...uris), fc.anything()),
        target: fc.oneof(fc.constantFrom(...targets), fc.anything()),
        id: fc.oneof(fc.constantFrom('RM-1', 'constructor'), fc.anything()),
        status: fc.oneof(fc.constantFrom('done', 'Done'), fc.anything()),
        format: fc.oneof(fc.constantFrom('md', 'exe', '../md'), fc.anything()),
        command: fc.oneof(fc.constantFrom('refresh', 'toString', 'workbench.action.quit'), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(hostile, fc.anything()), (message) => page.session.receive(message)),
      { numRuns: 3_000 },
    );
    await done();
    assert.ok(page.dropped > 1_000);
    assert.deepEqual(page.failures, []);
    for (const [action, uri] of page.acted) {
      assert.ok(uri === first.uri || uri === second.uri);
      assert.ok(['open', 'explain', 'export', 'command', 'openPanel'].includes(action.type));
      if (action.type === 'export') assert.equal(action.format, 'md');
      if (action.type === 'command') assert.equal(action.command, 'refresh');
      if ('target' in action && action.target.kind === 'commit') assert.match(action.target.hash, /^[0-9a-f]+$/);
    }
    for (const each of page.set) assert.match(each, / done$/);
    // A page that asks for another roadmap gets one of those there are.
    for (const message of page.posted) {
      if (message.type === 'state') assert.ok([first.uri, second.uri].includes(message.dashboard!.uri));
    }
  });
});
