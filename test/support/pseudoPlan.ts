import type { PlanHistory } from '../../src/core/model/planHistory.js';
import { groupsOf } from '../../src/core/model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../../src/core/model/snapshot.js';
import { criticalPath } from '../../src/core/progress/criticalPath.js';
import type { DailyCounts } from '../../src/core/progress/throughput.js';
import { sayForecast } from '../../src/core/progress/forecastWords.js';
import { forecastPlan, type OpenHorizon, type PlanForecast } from '../../src/core/progress/horizonForecast.js';
import { nextTasks } from '../../src/core/progress/next.js';
import { sayBlockers, sayReasons } from '../../src/core/progress/nextWords.js';
import { buildPlanHistory } from '../../src/core/progress/planHistory.js';
import { planVersion } from '../../src/core/progress/planVersion.js';
import { schedulesOf } from '../../src/core/progress/schedule.js';
import { leafWeights } from '../../src/core/progress/weights.js';
import { dayOf } from '../../src/core/values/day.js';
import { explainProgress } from '../../src/core/views/explainProgress.js';
import { outermostGroups } from '../../src/core/views/planForecast.js';
import { forecastText, historyText, nextText, titleLine } from '../../src/core/views/planText.js';
import { reportMarkdown } from '../../src/core/views/reportMarkdown.js';
import { dedent, fileOf, read } from './check.js';
import { shownOf, type Said } from './pseudoShown.js';
import { plainStyle, snapshotOf } from './views.js';

const today = dayOf(2026, 11, 26);
const day = 86_400;
const style = plainStyle(140);

/** Tasks of every lateness, in windows that count from the first commit, with all that is said of what comes next. */
const plan = dedent(`
  # План

  ## 30-dAY кроки

  **pRIORITY:** hIGH

  - [ ] А 📅 2026-11-25
  - [ ] Б 📅 2026-11-20 ⏫
  - [ ] В 📅 2026-11-26
  - [ ] Г 📅 2026-11-27
  - [ ] Ґ 📅 2026-11-29
  - [/] Д 🛫 2026-12-05
  - [ ] Е 🛫 2026-11-01 📅 2026-12-20
  - [x] Є
  - [x] Ж

  ## Потім

  - [ ] З
    - dEPENDS oN: А
    - eFFORT: 3 dAYS
  - [ ] И
    - dEPENDS oN: тричі
    - pRIORITY: lOW
  - [ ] І
    - dEPENDS oN: невідоме
  - [ ] Ї
    - dEPENDS oN: 30-dAY кроки, двічі
  - [ ] Й
    - dEPENDS oN: К
  - [ ] К
    - dEPENDS oN: Й
  - [ ] Л
    - dEPENDS oN: одне, А
    - eFFORT: 1 dAY
  - ⛔ М
  - [ ] Назва, яка тепер така

  ### Двічі

  - [ ] Тричі
  - [ ] Двоє

  ### Одне

  - [ ] Тричі 🛫 2026-12-05

  ### Перепона ⛔

  - [ ] Н

  ## Скоро

  **eFFORT:** 2 dAYS

  - [x] О
  - [ ] П
  - ❌ Р

  ## Один день

  - [ ] С
    - eFFORT: 1 dAY

  ## Зроблене

  - [x] Т
`);

const before = plan
  .replaceAll('- [x]', '- [ ]')
  .replace('- [ ] Є\n', '')
  .replace('яка тепер така', 'яка була така')
  .replace('- ⛔ М', '- ⛔ М\n- [ ] Т')
  .replace('## Зроблене\n\n- [ ] Т', '');

/** What came before it: what was finished once and again, added, moved and renamed. */
const versions: readonly (readonly [daysAgo: number, text: string | undefined])[] = [
  [60, before],
  [59, before.replace('- [ ] О', '- [x] О')],
  [58, plan.replaceAll('- [x]', '- [ ]')],
  [57.5, undefined],
  [57, plan],
];

function historyOf({ uri, roadmap }: RoadmapFile): PlanHistory {
  const told = versions.map(([daysAgo, text], at) => ({
    hash: `${at}`.repeat(40),
    time: (today - daysAgo) * day,
    author: 'Іда',
    subject: 'а',
    path: 'ROADMAP.md',
    ...(text === undefined ? {} : { tasks: planVersion(read(text)) }),
  }));
  return buildPlanHistory(uri, told, roadmap);
}

/** Forecasts of every kind, of the horizons of a plan. */
function forecastsOf({ roadmap }: RoadmapFile): readonly PlanForecast[] {
  const [first, second, third, ...rest] = outermostGroups(roadmap!).map(({ id }) => id);
  const weekly = (...weeks: readonly (readonly [finished: number, added: number])[]): DailyCounts => {
    const counts = { finished: new Float64Array(weeks.length * 7), added: new Float64Array(weeks.length * 7) };
    for (const [week, [finished, added]] of weeks.entries()) {
      counts.finished[week * 7] = finished;
      counts.added[week * 7] = added;
    }
    return counts;
  };
  const same = (count: number, finished: number, added: number) =>
    weekly(...Array.from({ length: count }, () => [finished, added] as const));
  const uneven = weekly(...Array.from({ length: 20 }, (_, at) => [(at * 3) % 8, 0] as const));
  const forecast = (all: DailyCounts | undefined, remaining: number, horizons: readonly OpenHorizon[], inOrder = 1) =>
    forecastPlan(
      all && { from: 0, to: today, all, horizons: new Map(), ranks: [all.finished], inOrder },
      { remaining, horizons, today },
      { runs: 200 },
    );
  const horizon = (id: string, remaining: number, end?: number): OpenHorizon => ({
    id,
    remaining,
    ...(end === undefined ? {} : { end }),
  });
  const done = rest.map((id) => horizon(id, 0));
  const long = forecast(uneven, 60, [horizon(first!, 60)]).horizons[0]!.dates!;
  return [
    forecast(undefined, 5, [horizon(first!, 5)]),
    forecast(weekly([1, 0], [1, 0]), 5, [horizon(first!, 5), ...done]),
    forecast(weekly(...Array.from({ length: 20 }, (_, at) => [at < 8 ? 3 : 0, 0] as const)), 5, [horizon(first!, 5)]),
    forecast(uneven, 60, [horizon(first!, 60, long.p85! - 1), ...done]),
    forecast(uneven, 60, [horizon(first!, 5, today + 400), horizon(second!, 55, today + 1), horizon(third!, 0)], 0.5),
    ...[
      [3, 3],
      [1, 1],
    ].map(([finished, added]) => forecast(same(12, finished!, added!), 5, [horizon(first!, 5)])),
    ...[1, 2].map((finished) => forecast(same(12, finished, 0), 5_000, [horizon(first!, 5_000)])),
    // Not wholly in sight.
    forecast(weekly(...Array.from({ length: 30 }, (_, at) => [at % 10, at % 9] as const)), 90, [horizon(first!, 90)]),
    forecast(same(12, 3, -1), 5, [horizon(first!, 5)]),
    // More open horizons than are forecast, and a plan without a task.
    forecast(same(12, 3, 0), 40, [...Array.from({ length: 31 }, (_, at) => horizon(`Є${at}`, 1)), horizon(first!, 9)]),
    forecastPlan(undefined, { remaining: 0, total: 0, horizons: [], today }),
  ];
}

/** Everything that is shown of when things are planned, when they will be done, and what comes next. */
export function saidOfPlan(): Said {
  const file = fileOf(plan);
  const roadmap = file.roadmap!;
  const history = historyOf(file);
  const snapshot: Snapshot = { ...snapshotOf([file]), planHistories: [history] };
  const none = { results: [], configProblems: new Map() };
  const forecasts = forecastsOf(file);
  const schedules = schedulesOf(roadmap, today - 20);
  const next = nextTasks(roadmap, {
    today,
    scheduleOf: (node) => schedules.get(node),
    activeTasks: new Set(leafWeights(roadmap).keys()),
  });
  const path = criticalPath(roadmap, leafWeights(roadmap));
  const short = read('# А\n\n- [ ] Б\n  - dEPENDS oN: В\n- [ ] В\n  - eFFORT: 0.5 dAYS\n');
  const shortPath = criticalPath(short, leafWeights(short));
  const bare = read('- [ ] А\n');
  const nodes = [roadmap, ...[...groupsOf(roadmap)].map(({ group }) => group)];
  const explained = [...nodes.map((node) => explainProgress(roadmap, node)), explainProgress(bare, bare)];
  const later = history.changes.filter(({ hash }) => hash !== history.points[0]!.hash);
  const { ready, waiting, totals } = next;
  return {
    shown: [
      ...forecasts.flatMap((forecast) => [
        ...shownOf(snapshot, { today, forecast: () => forecast }),
        ...forecastText(file, forecast, style),
        ...[forecast.whole, ...forecast.horizons].map((each) => sayForecast(each)),
      ]),
      titleLine(file, style),
      ...[0, 20, 100].flatMap((after) =>
        [snapshot, snapshotOf([file])].map((each) => reportMarkdown(each, none, today + after)),
      ),
      ...[ready.length - 1, waiting.length - 1, 1, 100].flatMap((limit) =>
        nextText(next, path.state === 'ready' ? path : undefined, limit, style),
      ),
      ...nextText({ ready: [], waiting: [], totals, cycles: [], unknown: [] }, undefined, 1, style),
      ...[2, 3].flatMap((count) => {
        const unknown = Array.from(
          { length: count },
          () => ({ node: roadmap.children[0]!, text: 'а', why: 'unknown' }) as const,
        );
        return nextText({ ready: [], waiting: [], totals, cycles: [], unknown }, undefined, 1, style);
      }),
      ...nextText(next, shortPath.state === 'ready' ? shortPath : undefined, 1, style),
      ...[...ready, ...waiting].map(({ reasons }) => sayReasons(reasons)),
      sayReasons([{ kind: 'late', since: today, from: roadmap.children[0]! }]),
      ...waiting.map(({ task, blockedBy = [] }) => sayBlockers(task, blockedBy)),
      ...[later.length - 1, 1, 100].flatMap((limit) => historyText(history, limit, style)),
      ...[1, 2].flatMap((count) =>
        [0, 1].flatMap((unreadable) => historyText({ ...history, versions: count, unreadable }, 1, style)),
      ),
      ...explained.flatMap(({ title, leaves }) => [title, ...leaves.map(({ text }) => text)]),
    ],
    sources: [plan, 'ROADMAP.md', 'dAY', '--limit'],
  };
}
