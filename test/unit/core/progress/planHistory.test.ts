import assert from 'node:assert/strict';
import type { PlanHistory, PlanVersion } from '../../../../src/core/model/planHistory.js';
import { buildPlanHistory, PlanReplay } from '../../../../src/core/progress/planHistory.js';
import { planVersion, sharedWith } from '../../../../src/core/progress/planVersion.js';
import { dedent, read } from '../../../support/check.js';

const day = 86_400;

/** Versions of a roadmap, a day each: v1, v2, …; `broken` is one that cannot be read. */
function versions(texts: readonly string[], times?: readonly number[]): PlanVersion[] {
  return texts.map((text, index) => ({
    hash: `v${index + 1}`,
    time: times?.[index] ?? (index + 1) * day,
    author: 'Ada',
    subject: `Version ${index + 1}`,
    path: 'ROADMAP.md',
    ...(text === 'broken' ? {} : { tasks: planVersion(read(dedent(text))) }),
  }));
}

function history(...texts: readonly string[]): PlanHistory {
  const last = texts[texts.length - 1]!;
  return buildPlanHistory('file:///ROADMAP.md', versions(texts), last === 'broken' ? undefined : read(dedent(last)));
}

/** `v2 finished a`, … */
function changes({ changes }: PlanHistory, without: readonly string[] = ['v1']): string[] {
  return changes
    .filter(({ hash }) => !without.includes(hash))
    .map(({ hash, kind, id, from, to }) =>
      [hash, kind, id, ...(from === undefined ? [] : [`(${from} → ${to})`])].join(' '),
    );
}

const counts = ({ points }: PlanHistory) => points.map(({ hash, done, total }) => `${hash} ${done}/${total}`);

describe('The history of a plan', () => {
  it('says how much was done and planned in each version', () => {
    const found = history(
      `
      - [ ] A
      - [ ] B (effort: 2 days)
      `,
      `
      - [x] A
      - [ ] B (effort: 2 days)
      - [-] C
      `,
      `
      - [x] A
      - [x] B (effort: 2 days)
      - [ ] D (effort: 4 days)
      `,
    );
    assert.deepEqual(counts(found), ['v1 0/2', 'v2 1/2', 'v3 2/3']);
    assert.deepEqual(
      found.points.map(({ doneDays, totalDays }) => [doneDays, totalDays]),
      [
        [0, 4],
        [2, 4],
        [5, 9],
      ],
    );
    assert.deepEqual([found.versions, found.unreadable, found.state], [3, 0, 'ready']);
  });

  it('tells what each version did to the tasks', () => {
    const found = history('- [ ] A\n- [ ] B\n- [ ] C\n', '- [x] A\n- [ ] B\n- [ ] D\n', '- [ ] A\n- [x] D\n- [x] E\n');
    assert.deepEqual(changes(found, []), [
      'v1 added a',
      'v1 added b',
      'v1 added c',
      'v2 finished a',
      'v2 added d',
      'v2 removed c',
      'v3 reopened a',
      'v3 finished d',
      'v3 added e',
      'v3 finished e',
      'v3 removed b',
    ]);
    const change = found.changes.find(({ kind }) => kind === 'finished')!;
    assert.deepEqual([change.hash, change.time, change.author, change.title], ['v2', 2 * day, 'Ada', 'A']);
  });

  describe('of a task', () => {
    it('says when it was added, begun and finished, and how long that took', () => {
      const found = history('- [ ] A\n- [x] B\n', '- [ ] A\n- [ ] C\n', '- [/] A 🚧\n- [x] C\n', '- [x] A\n- [x] C\n');
      const at = (index: number) => ({ hash: `v${index}`, time: index * day });
      const storyC = { id: 'c', added: at(2), finished: at(3), cycleDays: 1, reopened: 0 };
      assert.deepEqual(found.stories.get('c'), storyC);
      assert.deepEqual([found.stories.get('a')?.added, found.stories.get('a')?.finished], [at(1), at(4)]);
      assert.deepEqual([...found.stories.keys()], ['a', 'c']);
    });

    it('counts from its start where that is known', () => {
      const text = (state: string) => `| Task | Status |\n|---|---|\n| A | ${state} |\n| B | todo |\n`;
      const states = ['todo', 'todo', 'in progress', 'in progress', 'done'];
      const found = history(...states.map(text));
      const { started, cycleDays } = found.stories.get('a')!;
      assert.deepEqual([started?.hash, cycleDays], ['v3', 2]);
      assert.deepEqual(changes(found), ['v3 started a', 'v5 finished a']);
    });

    it('knows no time for what was done when it was added', () => {
      const { finished, cycleDays } = history('- [x] A\n- [ ] B\n').stories.get('a')!;
      assert.deepEqual([finished?.hash, cycleDays], ['v1', undefined]);
    });

    it('knows that it was taken back, and when it was done at last', () => {
      const found = history('- [ ] A\n', '- [x] A\n', '- [ ] A\n', '- [x] A\n', '- [ ] A\n', '- [x] A\n');
      const { finished, cycleDays, reopened } = found.stories.get('a')!;
      assert.deepEqual([finished?.hash, cycleDays, reopened], ['v6', 5, 2]);
      const open = history('- [ ] A\n', '- [x] A\n', '- [ ] A\n').stories.get('a')!;
      assert.deepEqual([open.finished, open.cycleDays, open.reopened], [undefined, undefined, 1]);
    });
  });

  describe('knows a task again', () => {
    it('that was given an id', () => {
      const found = history('- [x] Write the guide\n- [ ] Ship\n', '- [x] RM-1 Write the guide\n- [ ] RM-2 Ship\n');
      assert.deepEqual(changes(found), []);
      assert.deepEqual([...found.stories.keys()], ['RM-1', 'RM-2']);
      assert.equal(found.stories.get('RM-1')!.added.hash, 'v1');
    });

    it('that was reworded, with an id or by its words', () => {
      const found = history(
        '- [ ] RM-1 Write\n- [ ] RM-2 Ship it\n',
        '- [ ] RM-1 Something else entirely\n- [ ] RM-2 Ship it\n',
      );
      assert.deepEqual(changes(found), ['v2 retitled RM-1 (Write → Something else entirely)']);
      const without = history(
        '- [ ] Add tests for the parser\n- [ ] Ship it\n',
        '- [ ] Add unit tests for the parser\n- [ ] Ship it\n',
      );
      assert.deepEqual(changes(without), [
        'v2 retitled add-unit-tests-for-the-parser (Add tests for the parser → Add unit tests for the parser)',
      ]);
      assert.deepEqual(
        changes(history('- [ ] Add tests\n- [ ] Ship it\n', '- [ ] Buy a new printer\n- [ ] Ship it\n')),
        ['v2 added buy-a-new-printer', 'v2 removed add-tests'],
      );
    });

    it('that was moved, also to where done ones are kept', () => {
      const found = history(
        '## Now\n- [ ] A\n- [x] B\n## Later\n- [ ] C\n## Done\n- [x] D\n',
        '## Now\n- [ ] C\n## Later\n- [ ] A\n## Done\n- [x] D\n- [x] B\n',
      );
      assert.deepEqual(changes(found), [
        'v2 moved c (Later → Now)',
        'v2 moved a (Now → Later)',
        'v2 moved b (Now → Done)',
      ]);
      assert.deepEqual(counts(found), ['v1 2/4', 'v2 2/4']);
    });

    it('whose namesake came or went, so that its derived id is another one', () => {
      const one = '## A\n- [ ] Add tests\n- [ ] X\n## B\n- [ ] Y\n';
      const two = '## A\n- [ ] Add tests\n- [ ] X\n## B\n- [ ] Y\n- [ ] Add tests\n';
      assert.deepEqual(changes(history(one, two)), ['v2 added b/add-tests']);
      assert.deepEqual(changes(history(two, one)), ['v2 removed b/add-tests']);
    });

    it('whose number changed because another one was put before it', () => {
      const found = history(
        '- [x] T001 A\n- [x] T002 B\n- [ ] T003 C\n',
        '- [x] T001 A\n- [ ] T002 X\n- [x] T003 B\n- [ ] T004 C\n',
      );
      assert.deepEqual(changes(found), ['v2 added T002']);
    });

    it('that was taken out and came back', () => {
      const found = history('- [x] A\n- [ ] B\n', '- [ ] B\n', '- [ ] B\n- [x] A\n');
      assert.equal(found.stories.get('a')!.added.hash, 'v1');
    });

    it('that was divided: what it was is not removed', () => {
      const one = '- [ ] A\n- [ ] B\n';
      const two = '- [ ] A\n  - [ ] First half\n  - [ ] Second half\n- [ ] B\n';
      assert.deepEqual(changes(history(one, two)), ['v2 added first-half', 'v2 added second-half']);
      assert.deepEqual(changes(history(two, one)), ['v2 removed first-half', 'v2 removed second-half']);
    });
  });

  describe('of outermost groups', () => {
    it('goes on where they are called something else, and by the ids of today', () => {
      const found = history(
        '## Now\n- [x] A\n- [ ] B\n## Later\n- [ ] C\n',
        '## Version 0.1\n- [x] A\n- [x] B\n## Later\n- [ ] C\n',
      );
      assert.deepEqual(changes(found), ['v2 finished b']);
      const horizons = found.points.map(({ horizons }) =>
        [...horizons].map(([id, { done, total }]) => `${id} ${done}/${total}`),
      );
      assert.deepEqual(horizons, [
        ['version-0-1 1/2', 'later 0/1'],
        ['version-0-1 2/2', 'later 0/1'],
      ]);
    });

    it('follows tasks that were moved', () => {
      const found = history(
        '## Now\n- [ ] A\n- [ ] B\n## Later\n- [ ] C\n',
        '## Now\n- [ ] A\n## Later\n- [ ] C\n- [ ] B\n',
      );
      assert.deepEqual(
        found.points.map(({ horizons }) => [horizons.get('now')?.total, horizons.get('later')?.total]),
        [
          [2, 1],
          [1, 2],
        ],
      );
    });

    it('keeps those that are gone today under keys of their own', () => {
      const found = history('## Now\n- [ ] A\n## Old\n- [ ] B\n', '## Now\n- [ ] A\n');
      assert.deepEqual(
        found.points.map(({ horizons, total }) => [[...horizons.keys()], total]),
        [
          [['now', 'gone:old'], 2],
          [['now'], 1],
        ],
      );
    });

    it('does not take one that came back for gone, nor a key of today for one that is', () => {
      const back = history('## Now\n- [ ] A\n## Old\n- [ ] B\n', '## Now\n- [ ] A\n', '## Old\n- [ ] C\n');
      assert.deepEqual(
        back.points.map(({ horizons }) => [...horizons.keys()]),
        [['gone:now', 'old'], ['gone:now'], ['old']],
      );
      const roadmap = read('## Now\n- [ ] A\n');
      const [group] = roadmap.children;
      const found = buildPlanHistory('file:///ROADMAP.md', versions(['## Now\n- [ ] A\n## Old\n- [ ] B\n']), {
        ...roadmap,
        children: [{ ...group!, id: 'gone:old' }],
      });
      assert.deepEqual([...found.points[0]!.horizons.keys()], ['gone:old', 'gone:gone:old']);
    });
  });

  describe('does not count a version', () => {
    const plan = '- [x] A\n- [ ] B\n- [ ] C\n- [ ] D\n';
    const next = '- [x] A\n- [x] B\n- [ ] C\n- [ ] D\n';

    it('that cannot be read', () => {
      const found = history(plan, 'broken', next);
      assert.deepEqual([counts(found), changes(found)], [['v1 1/4', 'v3 2/4'], ['v3 finished b']]);
      assert.deepEqual([found.versions, found.unreadable], [3, 1]);
    });

    it('that is empty for a moment, however often', () => {
      const found = history(plan, '', '', '# Nothing\n', next);
      assert.deepEqual([counts(found), changes(found)], [['v1 1/4', 'v5 2/4'], ['v5 finished b']]);
      assert.deepEqual([found.versions, found.unreadable], [5, 3]);
    });

    it('that is garbage for a moment', () => {
      const found = history(plan, '- [ ] A\n- [ ] qwertz\n', next);
      assert.deepEqual([counts(found), changes(found)], [['v1 1/4', 'v3 2/4'], ['v3 finished b']]);
    });

    it('unless it stays, or what follows is another plan', () => {
      assert.deepEqual(counts(history(plan, '')), ['v1 1/4', 'v2 0/0']);
      assert.deepEqual(counts(history(plan, '', '- [ ] X\n- [ ] Y\n- [ ] Z\n')), ['v1 1/4', 'v2 0/0', 'v3 0/3']);
      assert.deepEqual(counts(history(plan, '- [x] A\n', '- [x] A\n- [ ] E\n')), ['v1 1/4', 'v2 1/1', 'v3 1/2']);
    });
  });

  it('does not see a change of line ends, byte order mark or garbled characters', () => {
    const plan = '## Now\n- ✅ Ship “it”\n- 🚧 Test\n- Größe → 2\n';
    const garbled = '## Now\n- âœ… Ship â€œitâ€\u009d\n- ðŸš§ Test\n- GrÃ¶ÃŸe â†’ 2\n';
    const found = history(plan, plan.replaceAll('\n', '\r\n'), garbled, plan);
    assert.deepEqual(changes(found), []);
    assert.equal(found.unreadable, 0);
  });

  it('is in the order of the commits, and its times never go back', () => {
    const texts = ['- [ ] A\n', '- [x] A\n', '- [ ] A\n', '- [x] A\n', '- [x] A\n- [ ] B\n'];
    const times = [10, 20, 15, 9_999, 40].map((days) => days * day);
    const found = buildPlanHistory('file:///ROADMAP.md', versions(texts, times));
    assert.deepEqual(
      found.points.map(({ hash, time }) => [hash, time / day]),
      [
        ['v1', 10],
        ['v2', 10],
        ['v3', 15],
        ['v4', 15],
        ['v5', 40],
      ],
    );
    assert.match(found.problems[0]!.message, /times of 2 commits/);
    assert.equal(found.stories.get('a')!.cycleDays, 5);
  });

  it('that is cut off adds nothing with its first version', () => {
    const replay = new PlanReplay(true);
    for (const version of versions(['- [ ] A\n', '- [x] A\n- [ ] B\n'])) replay.add(version);
    const found = replay.history('file:///ROADMAP.md');
    assert.deepEqual([found.cutOff, changes(found, [])], [true, ['v2 finished a', 'v2 added b']]);
  });

  it('told in pieces is the same as told at once', () => {
    const texts = [
      '- [ ] Alpha\n- [ ] Beta\n- [ ] Gamma\n- [x] Delta\n',
      '',
      '- [ ] Alpha\n- [ ] Beta\n- [ ] Gamma\n- [x] Delta\n',
      '- [x] Alpha\n',
      '## Now\n- [x] Alpha\n- [ ] Beta\n- [ ] Gamma\n- [x] Delta\n',
      'broken',
      '## Next\n- [x] RM-1 Alpha\n- [x] RM-2 Beta the second\n- [ ] RM-3 Gamma\n',
      '## Next\n- [x] RM-1 Alpha\n- [ ] RM-2 Beta the second\n- [ ] RM-3 Gamma\n',
    ];
    const all = versions(texts);
    const replay = new PlanReplay();
    for (const [index, version] of all.entries()) {
      replay.add(version);
      const told = replay.history('file:///ROADMAP.md');
      assert.deepEqual(told, buildPlanHistory('file:///ROADMAP.md', all.slice(0, index + 1)), texts[index]);
      assert.equal(replay.history('file:///ROADMAP.md'), told);
    }
  });

  it('keeps its points and changes while titles are typed', () => {
    const replay = new PlanReplay();
    for (const version of versions(['## Now\n- [ ] A\n- [ ] B\n', '## Now\n- [x] A\n- [ ] B\n'])) replay.add(version);
    const told = (text: string) => replay.history('file:///ROADMAP.md', read(text));
    const before = told('## Now\n- [x] A\n- [ ] B\n');
    const typed = told('## Now\n- [x] A\n- [ ] Build it\n');
    assert.notDeepEqual([...typed.stories.keys()], [...before.stories.keys()]);
    assert.equal(typed.points, before.points);
    assert.equal(typed.changes, before.changes);
    const renamed = told('## Soon\n- [x] A\n- [ ] B\n');
    assert.deepEqual([...renamed.points[0]!.horizons.keys()], ['soon']);
  });

  it('is told by the ids of today, though these are not committed', () => {
    const today = read('## Soon\n- [x] RM-1 Ship\n- [ ] New\n- [ ] RM-2 Test\n');
    const found = buildPlanHistory('file:///ROADMAP.md', versions(['## Now\n- [ ] Ship\n- [ ] Test\n']), today);
    assert.deepEqual([...found.stories.keys()], ['RM-1', 'RM-2']);
    assert.deepEqual([...found.points[0]!.horizons.keys()], ['soon']);
    assert.equal(found.stories.get('RM-1')!.finished, undefined);
  });
});

describe('The tasks of a version', () => {
  it('are those without subtasks, with place, outermost group and weight', () => {
    const roadmap = read(
      dedent(`
        ## Now
        ### Week 1: Search
        **Effort:** 4 days

        - [x] A
        - [ ] RM-2 B
          - [ ] C
        ## Later
        - [ ] D
      `),
      { idPrefix: 'RM' },
    );
    assert.deepEqual(
      planVersion(roadmap).map(({ id, explicit, status, place, horizon, weight }) => ({
        id,
        explicit,
        status,
        place: place.join('/'),
        horizon,
        weight,
      })),
      [
        { id: 'a', explicit: false, status: 'done', place: 'Now/Week 1: Search', horizon: 'now', weight: 2 },
        { id: 'c', explicit: false, status: 'todo', place: 'Now/Week 1: Search/B', horizon: 'now', weight: 2 },
        { id: 'd', explicit: false, status: 'todo', place: 'Later', horizon: 'later', weight: 2 },
      ],
    );
  });

  it('are shared with the version before where nothing changed', () => {
    const version = (text: string) => planVersion(read(text));
    const before = version('- [ ] A\n- [ ] B\n');
    const after = sharedWith(before, version('- [ ] A\n- [x] B\n'));
    assert.deepEqual([after[0] === before[0], after[1] === before[1]], [true, false]);
    assert.equal(sharedWith(before, version('- [ ] A\n\n- [ ] B\n')), before);
  });
});
