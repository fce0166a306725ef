import assert from 'node:assert/strict';
import type { FolderHistory } from '../../../../../src/core/model/history.js';
import type { PlanHistory } from '../../../../../src/core/model/planHistory.js';
import type { Snapshot, TodoScan } from '../../../../../src/core/model/snapshot.js';
import { isoDay } from '../../../../../src/core/values/day.js';
import { planForecast } from '../../../../../src/core/views/planForecast.js';
import { withoutPaths } from '../../../../../src/core/views/dashboard/folderPaths.js';
import { thinned } from '../../../../../src/core/views/dashboard/thinned.js';
import { noHistory } from '../../../../../src/workspace/planHistoryIndexer.js';
import { checkConsistent, dashboardIn } from '../../../../support/dashboards.js';
import { fileOf } from '../../../../support/check.js';
import { commit, folder, roadmap, todoFile, workspace } from '../../../../support/links.js';
import { historyOf, now, steadySnapshot, today } from '../../../../support/measured.js';
import { snapshotOf } from '../../../../support/views.js';

const problem = { code: 'no-history', severity: 'info', message: 'Git is not there.' } as const;
const day = 86_400;

/** What is known of the folder of a snapshot, all of it where nothing else is said. */
function looked(snapshot: Snapshot, history: Partial<FolderHistory> = {}, scan: Partial<TodoScan> = {}): Snapshot {
  const [one] = snapshot.folders;
  const of = { uri: one!.uri, folder: one! };
  return {
    ...snapshot,
    histories: [{ ...of, state: 'ready', commits: [], total: 0, branches: [], problems: [], ...history }],
    todos: { ...snapshot.todos, scans: [{ ...of, state: 'complete', engine: 'files', problems: [], ...scan }] },
  };
}

describe('The dashboard of a plan with a history', () => {
  const { snapshot, file } = steadySnapshot();
  const forecast = planForecast(snapshot, file, today);
  const dashboard = dashboardIn(looked(snapshot), file, { forecast });

  it('has nothing to notice where all is known', () => {
    checkConsistent(dashboard, file);
    assert.deepEqual(dashboard.notices, []);
  });

  it('says when all and each horizon will be done, and what that rests on', () => {
    const { text, explain } = dashboard.header.forecast;
    assert.match(text, /^50 %: [-\d]{10}, 85 %: [-\d]{10}, 95 %: [-\d]{10}$/);
    assert.match(
      explain,
      /^From 12 weeks in which 12 tasks were finished and 0 added; 10000 runs\. Horizons are taken/,
    );
    assert.deepEqual(
      dashboard.horizons.map(({ forecast: { state, verdict, verdictText } }) => [state, verdict, verdictText]),
      [
        ['done', undefined, undefined],
        ['ready', 'onTrack', 'on track'],
        ['ready', undefined, undefined],
      ],
    );
    assert.equal(dashboard.horizons[0]!.forecast.explain, 'No task is left.');
    assert.equal(dashboard.horizons[1]!.forecast.explain, explain);
    const { p50, p85, p95 } = dashboard.burnUp.forecast;
    assert.ok(p50! <= p85! && p85! <= p95!);
    assert.deepEqual([p50, p85, p95], Object.values(forecast!.whole.dates!));
  });

  it('has a burn-up of all and of each horizon, up to the plan as it stands', () => {
    const { state, reason, points, horizons, summary } = dashboard.burnUp;
    assert.deepEqual([state, reason, points.length], ['ready', undefined, 13]);
    assert.deepEqual(
      points.map(({ done, total }) => `${done}/${total}`),
      Array.from({ length: 13 }, (_, done) => `${done}/24`),
    );
    assert.deepEqual(
      horizons.map(({ title, points: own }) => [title, own.at(-1)!.done, own.at(-1)!.total]),
      [
        ['Q4 2026: Foundations', 8, 8],
        ['Q1 2027: Growth', 4, 8],
        ['Someday', 0, 8],
      ],
    );
    assert.equal(
      summary,
      'From 2026-09-03 to 2026-11-26 the number of tasks that are done went from 0 to 12, that of all tasks from 24 to 24.',
    );
  });

  it('counts what is not committed in the burn-up of today', () => {
    const typed = { ...fileOf('# Harbour\n- [x] RM-1: One\n- [x] RM-2: Two\n'), uri: file.uri };
    const [points, later] = [today, today + 3].map(
      (on) => dashboardIn({ ...snapshot, roadmaps: [typed] }, typed, { today: on }).burnUp.points,
    );
    assert.deepEqual([points!.length, points!.at(-1)], [13, { day: today, done: 2, total: 2 }]);
    assert.deepEqual([later!.length, later!.at(-1)], [14, { day: today + 3, done: 2, total: 2 }]);
  });

  it('has the last point of each day alone, and as many as can be seen', () => {
    const text = (done: number) =>
      `## Now\n${Array.from({ length: 3 }, (_, at) => `- [${at < done ? 'x' : ' '}] T${at}\n`).join('')}`;
    const one = fileOf(text(3));
    const first = historyOf(one, [
      [3, text(0)],
      [3, text(1)],
      [3, text(2)],
      [1, text(3)],
    ]);
    const { points } = dashboardIn({ ...snapshotOf([one]), planHistories: [first] }, one).burnUp;
    assert.deepEqual(points, [
      { day: today - 3, done: 2, total: 3 },
      { day: today - 1, done: 3, total: 3 },
      { day: today, done: 3, total: 3 },
    ]);
    const [template] = first.points;
    const many: PlanHistory = {
      ...first,
      points: Array.from({ length: 6_000 }, (_, at) => {
        const counts = { done: at % 7, total: 3 + at, doneDays: 0, totalDays: 0 };
        return {
          ...template!,
          ...counts,
          time: (today - 3_000) * day + at * (day / 2),
          horizons: new Map([['now', counts]]),
        };
      }),
    };
    const thin = dashboardIn({ ...snapshotOf([one]), planHistories: [many] }, one);
    checkConsistent(thin, one);
    assert.ok(thin.burnUp.points.length > 300, `${thin.burnUp.points.length} points`);
    assert.deepEqual(thin.burnUp.points[0], { day: today - 3_000, done: 1, total: 4 });
  });

  it('says why there is only one point', () => {
    const one = fileOf('- [ ] a\n');
    const { burnUp } = dashboardIn({ ...snapshotOf([one]), planHistories: [historyOf(one, [[0, '- [ ] a\n']])] }, one);
    assert.deepEqual(burnUp.points, [{ day: today, done: 0, total: 1 }]);
    assert.equal(burnUp.reason, 'There is only one day to draw so far.');
    assert.equal(burnUp.summary, 'On 2026-11-26 0 of 1 tasks are done.');
  });
});

describe('The points of a burn-up', () => {
  const point = (at: number, done: number) => ({ day: at, done, total: 9 });

  it('are all of them where they are few', () => {
    const points = [point(1, 1), point(2, 1), point(3, 1)];
    assert.equal(thinned(points, 3), points);
  });

  it('lose what lies within a level stretch first', () => {
    const level = [...Array.from({ length: 50 }, (_, at) => point(at, 1)), point(50, 2), point(51, 2), point(52, 2)];
    assert.deepEqual(thinned(level, 10), [point(0, 1), point(49, 1), point(50, 2), point(52, 2)]);
  });

  it('keep the first and last, and the last of each stretch of days', () => {
    for (const most of [2, 3, 10, 400]) {
      for (const gap of [1, 37]) {
        const points = Array.from({ length: 5_000 }, (_, at) => point(at * gap, at));
        const left = thinned(points, most);
        assert.ok(left.length <= most && left.length >= most / 2, `${left.length} of ${most}`);
        assert.deepEqual([left[0], left.at(-1)], [points[0], points.at(-1)]);
      }
    }
  });
});

describe('A dashboard of which not all is known', () => {
  const file = fileOf('# Plan\n## Now\n- [ ] RM-1: a\n## Done\n- [x] RM-2: b\n');
  const bare = snapshotOf([file]);
  const notices = (snapshot: Snapshot) =>
    dashboardIn(snapshot, file).notices.map(({ kind, text }) => `${kind}: ${text}`);

  it('says what is still being read', () => {
    const { burnUp, activity, header, horizons } = dashboardIn(bare, file);
    assert.deepEqual(notices(bare), [
      'loading: The history of the roadmap is being read.',
      'loading: The commits are being read.',
      'loading: TODOs are being looked for.',
    ]);
    assert.deepEqual([burnUp.state, activity.state], ['loading', 'loading']);
    assert.equal(burnUp.reason, 'The history of the roadmap is being read.');
    assert.equal(header.forecast.text, 'no forecast yet');
    assert.deepEqual(
      horizons.map(({ forecast }) => forecast.state),
      ['unknown', 'done'],
    );
    assert.ok(notices({ ...bare, loading: true }).includes('loading: The roadmaps are being read.'));
    const loading = {
      ...looked(bare, { state: 'loading' }, { state: 'loading' }),
      planHistories: [noHistory(file.uri, 'loading', [])],
    };
    assert.deepEqual(notices(loading), notices(bare));
  });

  it('says that a forecast is being made where the history is there', () => {
    const planHistories = [historyOf(file, [[9, '- [ ] RM-1: a\n']])];
    assert.deepEqual(notices({ ...looked(bare), planHistories }), ['loading: The forecast is being made.']);
  });

  it('says what cannot be had, once and with the reason', () => {
    const planHistories = [noHistory(file.uri, 'unavailable', [problem])];
    const snapshot = { ...looked(bare, { state: 'unavailable', problems: [problem] }), planHistories };
    const { burnUp, activity, header } = dashboardIn(snapshot, file);
    assert.deepEqual(notices(snapshot), ['unavailable: Git is not there.']);
    assert.deepEqual(
      [burnUp.state, burnUp.reason, burnUp.summary],
      ['unavailable', ...Array<string>(2).fill('There is no history of this roadmap.')],
    );
    assert.deepEqual([activity.state, activity.reason], ['unavailable', 'There is no history of this roadmap.']);
    assert.equal(header.forecast.text, 'no forecast without a history');
    assert.equal(JSON.stringify(dashboardIn(snapshot, file)).split('Git is not there.').length, 2);
    const mute = { ...looked(bare, { state: 'unavailable' }), planHistories: [noHistory(file.uri, 'unavailable', [])] };
    assert.deepEqual(notices(mute), ['unavailable: The history is not available here.']);
  });

  it('calls the folder by its name, not by its path on this machine', () => {
    const home = { uri: 'file:///home/me/my%20code/app', name: 'app' };
    const windows = { uri: 'file:///c%3A/Users/me/app', name: 'app' };
    const said = (message: string, folder = home) => withoutPaths(message, folder);
    assert.equal(
      said('/home/me/my code/app lies in no repository: run `git init`.'),
      'app lies in no repository: run `git init`.',
    );
    assert.equal(said('git failed in /home/me/my code.'), 'git failed in my code.');
    assert.equal(said('See /home/me/my code/app/.git and /home/me/my code/app2.'), 'See app/.git and my code/app2.');
    assert.equal(said('Run `git config x "/home/me/my code/app"`.'), 'Run `git config x "…/app"`.');
    assert.equal(said('C:\\Users\\me\\app lies, c:/Users/me/app too', windows), 'app lies, app too');
    assert.equal(said('Nothing of /usr/bin.'), 'Nothing of /usr/bin.');
    const moved = { ...file, folder: home };
    const told = { ...problem, message: '/home/me/my code/app lies in no git repository.' };
    const planHistories = [noHistory(moved.uri, 'unavailable', [told])];
    const dashboard = dashboardIn({ ...snapshotOf([moved]), planHistories }, moved);
    assert.deepEqual(dashboard.notices[0], { kind: 'unavailable', text: 'app lies in no git repository.' });
    assert.doesNotMatch(JSON.stringify({ ...dashboard, uri: '' }), /my code/);
  });

  it('says what is incomplete', () => {
    const history = historyOf(file, [
      [9, '- [ ] RM-1: a\n'],
      [8, null],
      [7, '- [x] RM-1: a\n'],
    ]);
    const partial = { code: 'not-searched', severity: 'info', message: 'Too many files.' } as const;
    const snapshot = {
      ...looked(bare, {}, { state: 'partial', problems: [partial] }),
      planHistories: [{ ...history, cutOff: true as const }],
    };
    assert.deepEqual(notices(snapshot), [
      'problem: Older versions of the roadmap are missing. 1 of 3 versions could not be read and does not count.',
      'problem: Too many files.',
      'loading: The forecast is being made.',
    ]);
    assert.match(dashboardIn(snapshot, file).burnUp.reason!, /^Older versions of the roadmap are missing/);
  });

  it('leads to where it could not be read', () => {
    const span = { start: 7, end: 8 };
    const broken = {
      ...file,
      problems: [{ code: 'roadmap-syntax', severity: 'error', message: 'It ends.', span } as const],
    };
    assert.deepEqual(dashboardIn(looked(snapshotOf([broken])), broken).notices[0], {
      kind: 'problem',
      text: 'It ends.',
      target: { kind: 'line', path: 'ROADMAP.md', line: 1 },
    });
  });
});

describe('The activity of a dashboard', () => {
  const text = '# Plan\n\n- [ ] RM-1: One\n- [ ] RM-2: Two\n';
  const file = roadmap('ROADMAP.md', text);

  it('has commits and what versions did, newest first, and TODOs in the order of tasks', () => {
    const history = historyOf(file, [
      [9, '- [ ] RM-1: One\n- [ ] RM-3: Three\n'],
      [5, '- [x] RM-1: One\n- [ ] RM-2: Two\n- [ ] RM-3: Three\n'],
      [3, '- [ ] RM-1: One\n- [ ] RM-2: Two\n'],
    ]);
    const snapshot: Snapshot = {
      ...workspace([file], {
        todos: [todoFile('src/a.ts', 'RM-2', 'RM-9'), todoFile('src/b.ts', 'RM-1', '')],
        commits: [commit('a1', 'RM-1: begin', '', now - 4 * day), commit('b2', 'RM-2: go on', '', now - day)],
      }),
      planHistories: [history],
    };
    const { state, items, todos } = dashboardIn(snapshot, file).activity;
    assert.equal(state, 'ready');
    assert.deepEqual(
      items.map(({ kind, text: said, author, time, task }) => [kind, said, author, isoDay(time / day), task?.id]),
      [
        ['commit', 'RM-2: go on', 'Ada', '2026-11-25', 'RM-2'],
        ['removed', 'Three', 'Ada', '2026-11-23', undefined],
        ['reopened', 'One', 'Ada', '2026-11-23', 'RM-1'],
        ['commit', 'RM-1: begin', 'Ada', '2026-11-22', 'RM-1'],
        ['added', 'Two', 'Ada', '2026-11-21', 'RM-2'],
        ['finished', 'One', 'Ada', '2026-11-21', 'RM-1'],
      ],
    );
    assert.deepEqual(
      todos.map(({ task, path, line }) => [task, path, line]),
      [
        ['RM-1', 'src/b.ts', 0],
        ['RM-2', 'src/a.ts', 0],
      ],
    );
    assert.deepEqual(
      dashboardIn(snapshot, file).tasks.map((task) => [task.todos, task.commits]),
      [
        [1, 1],
        [1, 1],
      ],
    );
  });

  it('tells many changes of one kind in one version as one more', () => {
    const added = Array.from({ length: 30 }, (_, at) => `- [ ] RM-${at + 3}: Task ${at}\n`).join('');
    const now = roadmap('ROADMAP.md', text + added);
    const planHistories = [
      historyOf(now, [
        [9, text],
        [5, text + added],
      ]),
    ];
    const { items } = dashboardIn({ ...workspace([now]), planHistories }, now).activity;
    assert.deepEqual([items.length, items.at(-1)!.text, items.at(-1)!.task], [6, '25 more tasks', undefined]);
  });

  it('has the newest fifty of thousands of commits, and the first two hundred TODOs', () => {
    const commits = Array.from({ length: 5_000 }, (_, at) => commit(`${at}x`, `RM-1: ${at}`, '', at));
    const todos = Array.from({ length: 40 }, (_, at) => todoFile(`src/${at}.ts`, ...Array<string>(10).fill('RM-1')));
    const { activity, tasks } = dashboardIn(workspace([file], { commits, todos }), file);
    assert.deepEqual([activity.items.length, activity.items[0]!.time, activity.items.at(-1)!.time], [50, 4_999, 4_950]);
    assert.deepEqual(
      [activity.todos.length, activity.todoTotal, activity.total, tasks[0]!.todos, tasks[0]!.commits],
      [200, 400, 5_000, 400, 5_000],
    );
  });

  it('of another folder is not read', () => {
    const other = { ...file, folder: { uri: 'file:///other', name: 'other' } };
    const snapshot = { ...workspace([other]), folders: [folder, other.folder] };
    assert.equal(dashboardIn(snapshot, other).activity.state, 'loading');
  });
});
