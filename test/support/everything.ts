import type { Dashboard } from '../../src/core/views/dashboard/dashboard.js';
import type { FileProblems } from '../../src/core/model/problem.js';
import type { RoadmapFile, Snapshot } from '../../src/core/model/snapshot.js';
import { planForecast } from '../../src/core/views/planForecast.js';
import { dedent, fileOf } from './check.js';
import { dashboardIn } from './dashboards.js';
import { commit, todoFile } from './links.js';
import { historyOf, measuredSnapshot, now, today } from './measured.js';

/** A roadmap in which everything stands that a dashboard can show. */
const plan = (done: number) =>
  dedent(`
    # Harbour

    **Generated:** 2026-09-01
    **Purpose:** To moor ships
    **Budget:** Small

    ## Executive Summary

    A harbour for all.

    - Safe
    - Dry

    ## 90-Day Roadmap

    ### Week 1-6: Pier

    **Priority:** High
    **Effort:** 3 weeks

    ${Array.from({ length: 8 }, (_, at) => `- [${at < done ? 'x' : ' '}] RM-${at + 1}: Drive pile ${at + 1} @ada #wood`).join('\n    ')}
    - [/] RM-9: Lay planks @ben @ada
      - [x] RM-10: Saw
      - [ ] RM-11: Nail (depends on RM-8)

    **Outcomes:**
    - Ships see the pier

    ### Lights

    - [ ] RM-12: Wire lamps ⏬ 📅 2026-11-28
    - [-] RM-13: Buy candles
    - ⛔ RM-14: Dredge

    ## Q1 2027: Growth

    - [ ] RM-15: A second pier 🛫 2027-01-10
    - [ ] RM-16: A third pier

    ## Cross-Cutting Themes

    **1. Quality**
    - Review everything

    ## Success Metrics

    ### 90-Day Goals
    - ✅ Moorings: 12+
    - ✅ Response time: < 200ms (p95)
    - Happy crews

    ## Risk Mitigation

    ### Technical Risks

    **1. Storm**
    - **Mitigation:** A wall

    **2. Fog**

    ## Dependencies

    ### External
    - The saw mill

    ## Review & Adjustment

    **Review Frequency:** Monthly
    **Next Review:** 2026-10-05

    **Adjustment Criteria:**
    - Weather

    **Review Process:**
    - Look at it

    ## Conclusion

    All will be well.

    **Next Steps:**
    1. Order piles
  `);

/** Its file, a snapshot with history, commits, TODOs and readings, and its dashboard with a problem and a notice. */
export function everything(): {
  readonly snapshot: Snapshot;
  readonly file: RoadmapFile;
  readonly dashboard: Dashboard;
} {
  const measured = measuredSnapshot(plan(6), 'metrics:\n  Moorings: { file: moorings.json, value: $.count }\n', [
    {
      value: 9,
      age: 2,
      detail: '9 of 12',
      trend: [5, 7, 9].map((value, at) => ({ time: now - (3 - at) * 86_400, value })),
    },
  ]);
  const { file } = measured;
  const { folder } = file;
  const versions = Array.from({ length: 7 }, (_, done) => [(7 - done) * 8, plan(done)] as const);
  const todos = [{ ...todoFile('src/pier.ts', 'RM-7', 'RM-12'), uri: `${folder.uri}/src/pier.ts`, folder }];
  const commits = [commit('a1', 'RM-7: begin', '', now - 86_400), commit('b2', 'RM-1: drive', '', now - 9 * 86_400)];
  const snapshot: Snapshot = {
    ...measured.snapshot,
    planHistories: [historyOf(file, versions)],
    histories: [{ uri: folder.uri, folder, state: 'ready', commits, total: 2, branches: [], problems: [] }],
    todos: {
      files: new Map(todos.map((one) => [one.uri, one])),
      meaning: {},
      scans: [
        {
          uri: folder.uri,
          folder,
          state: 'partial',
          engine: 'files',
          problems: [{ code: 'not-searched', severity: 'info', message: 'Not all files were searched.' }],
        },
      ],
    },
  };
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } };
  const problems: FileProblems[] = (['error', 'warning', 'info'] as const).map((severity, at) => ({
    uri: at === 0 ? file.uri : `${folder.uri}/src/${at}.ts`,
    folder,
    path: at === 0 ? file.path : `src/${at}.ts`,
    problems: [{ code: 'overdue', severity, message: `Something is wrong (${at}).`, range }],
  }));
  const forecast = planForecast(snapshot, file, today);
  const dashboard = dashboardIn(snapshot, file, { forecast, metrics: measured.results.results, problems });
  return { snapshot, file, dashboard };
}

/** A roadmap of two tasks, to stand beside it. */
export function anotherFile(): RoadmapFile {
  return fileOf('# Other\n\n- [x] a\n- [ ] b\n', 'docs/ROADMAP.md');
}
