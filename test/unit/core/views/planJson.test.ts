import assert from 'node:assert/strict';
import { forecastJson } from '../../../../src/core/views/forecastJson.js';
import { historyJson } from '../../../../src/core/views/historyJson.js';
import { nextJson } from '../../../../src/core/views/nextJson.js';
import { noHistory } from '../../../../src/workspace/planHistoryIndexer.js';
import { dedent, fileOf } from '../../../support/check.js';
import { historyOf, steadySnapshot, today } from '../../../support/measured.js';
import { snapshotOf } from '../../../support/views.js';

describe('The forecast as JSON', () => {
  it('has all keys of the whole and of each horizon', () => {
    const { schemaVersion, roadmaps, problems } = forecastJson(steadySnapshot().snapshot, today);
    assert.deepEqual([schemaVersion, roadmaps.length, problems], [1, 1, []]);
    const { path, title, today: day, assumption, inOrder, whole, horizons } = roadmaps[0]!;
    assert.deepEqual([path, title, day, assumption, inOrder], ['ROADMAP.md', 'Harbour', '2026-11-26', 'in-order', 1]);
    assert.deepEqual(
      { ...whole, dates: Object.keys(whole.dates!) },
      {
        state: 'ready',
        dates: ['p50', 'p85', 'p95'],
        remaining: 12,
        weeks: 12,
        finished: 12,
        added: 0,
        runs: 10_000,
        reasons: [],
      },
    );
    assert.deepEqual(
      horizons.map(({ id, name, line, end, verdict, state, remaining }) => [
        id,
        name,
        line,
        end,
        verdict,
        state,
        remaining,
      ]),
      [
        ['foundations', 'Foundations', 3, '2026-12-31', null, 'done', 0],
        ['growth', 'Growth', 14, '2027-03-31', 'onTrack', 'ready', 4],
        ['someday', 'Someday', 25, null, null, 'ready', 8],
      ],
    );
    assert.equal(horizons[0]!.dates, null);
  });

  it('is the same whenever it is made of the same plan', () => {
    const made = () => JSON.stringify(forecastJson(steadySnapshot().snapshot, today));
    assert.equal(made(), made());
  });

  it('of a plan without a task is empty, and not done', () => {
    const { roadmaps } = forecastJson(snapshotOf([fileOf('# Plan\n')]), today);
    assert.equal(roadmaps[0]!.whole.state, 'empty');
  });

  it('says why there are no dates, for programs and for people', () => {
    const { roadmaps } = forecastJson(snapshotOf([fileOf('## Now\n- [ ] a\n')]), today);
    const { state, dates, reasons } = roadmaps[0]!.whole;
    assert.deepEqual(
      [state, dates, reasons],
      ['thin', null, [{ kind: 'no-history', text: 'there are no earlier versions of the roadmap' }]],
    );
  });

  it('says once why the history could not be read', () => {
    const files = [fileOf('- [ ] a\n'), fileOf('- [ ] b\n', 'docs/ROADMAP.md')];
    const problem = { code: 'no-history', severity: 'info', message: 'No repository here.' } as const;
    const planHistories = files.map(({ uri }) => noHistory(uri, 'unavailable', [problem]));
    const { problems } = forecastJson({ ...snapshotOf(files), planHistories }, today);
    assert.deepEqual(
      problems.map(({ message, severity }) => [message, severity]),
      [['No repository here.', 'info']],
    );
  });
});

describe('The history as JSON', () => {
  it('has the points, the changes and the tasks of today with what became of them', () => {
    const file = fileOf('# Plan\n## Now\n- [x] RM-1: a\n- [ ] RM-2: b\n- [ ] RM-9: z\n');
    const history = historyOf(file, [
      [20, '# Plan\n## Now\n- [ ] RM-1: a\n- [ ] RM-9: z\n'],
      [10, '# Plan\n## Now\n- [/] RM-1: a\n- [ ] RM-2: b\n- [ ] RM-9: z\n'],
      [8, null],
      [6, '# Plan\n## Now\n- [x] RM-1: a\n- [ ] RM-2: b\n- [ ] RM-9: z\n'],
    ]);
    const { schemaVersion, roadmaps } = historyJson({ ...snapshotOf([file]), planHistories: [history] });
    const { points, changes, tasks, ...rest } = roadmaps[0]!;
    assert.deepEqual(
      [schemaVersion, rest],
      [1, { path: 'ROADMAP.md', title: 'Plan', state: 'ready', versions: 4, unreadable: 1 }],
    );
    assert.deepEqual(points[2], {
      hash: 'ccc4'.padEnd(40, '0'),
      time: '2026-11-20T10:00:00.000Z',
      done: 1,
      total: 3,
      doneDays: 1,
      totalDays: 3,
      horizons: { now: { done: 1, total: 3, doneDays: 1, totalDays: 3 } },
    });
    assert.deepEqual(
      changes.map(({ kind, id, time }) => [kind, id, time.slice(0, 10)]),
      [
        ['added', 'RM-1', '2026-11-06'],
        ['added', 'RM-9', '2026-11-06'],
        ['started', 'RM-1', '2026-11-16'],
        ['added', 'RM-2', '2026-11-16'],
        ['finished', 'RM-1', '2026-11-20'],
      ],
    );
    assert.deepEqual(tasks[0], {
      id: 'RM-1',
      title: 'a',
      added: { hash: 'ccc1'.padEnd(40, '0'), time: '2026-11-06T10:00:00.000Z' },
      started: { hash: 'ccc2'.padEnd(40, '0'), time: '2026-11-16T10:00:00.000Z' },
      finished: { hash: 'ccc4'.padEnd(40, '0'), time: '2026-11-20T10:00:00.000Z' },
      cycleDays: 4,
      reopened: 0,
    });
    assert.deepEqual([tasks[1]!.started, tasks[1]!.finished, tasks[1]!.cycleDays], [null, null, null]);
  });
});

describe('What is next as JSON', () => {
  it('has all that is ready and waits, with reasons for programs and for people, and the longest chain', () => {
    const file = fileOf(
      dedent(`
        # Plan
        - [ ] RM-1: Import (effort: 2 days)
          - Priority: High
        - [ ] RM-2: Search (depends on RM-1) (effort: 3 days)
        - [ ] Print (depends on the index)
      `),
    );
    const { schemaVersion, roadmaps } = nextJson(snapshotOf([file]), today);
    assert.deepEqual(
      [schemaVersion, roadmaps],
      [
        1,
        [
          {
            path: 'ROADMAP.md',
            title: 'Plan',
            today: '2026-11-26',
            ready: [
              {
                id: 'RM-1',
                title: 'Import',
                status: 'todo',
                line: 2,
                because: 'high priority, 1 task waits for it',
                reasons: [{ kind: 'priority', priority: 'high' }, { kind: 'wanted' }],
              },
              {
                id: 'print',
                title: 'Print',
                status: 'todo',
                line: 5,
                because: 'depends on "the index", which is not in the roadmap',
                reasons: [{ kind: 'unknown-dependency' }],
              },
            ],
            waiting: [
              {
                id: 'RM-2',
                title: 'Search',
                status: 'todo',
                line: 4,
                because: 'next in order',
                reasons: [{ kind: 'in-order' }],
                waitsFor: 'waits for RM-1',
              },
            ],
            cycles: [],
            unknown: [{ of: 'print', text: 'the index', why: 'unknown' }],
            criticalPath: { days: 5, tasks: ['RM-1', 'RM-2'] },
          },
        ],
      ],
    );
  });

  it('has no longest chain where nobody says what tasks take', () => {
    const { roadmaps } = nextJson(snapshotOf([fileOf('- [ ] RM-1: a\n- [ ] RM-2: b (depends on RM-1)\n')]), today);
    assert.equal(roadmaps[0]!.criticalPath, null);
  });
});
