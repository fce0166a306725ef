import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { priorities, statuses } from '../../../../../src/core/model/roadmap.js';
import {
  filterChoices,
  filterDashboard,
  isFilteringDashboard,
  noFilter,
  unfilteredSections,
  type DashboardFilter,
} from '../../../../../src/core/views/dashboard/filterDashboard.js';
import { dashboardIn, dashboardOf } from '../../../../support/dashboards.js';
import { dedent, fileOf } from '../../../../support/check.js';
import { historyOf } from '../../../../support/measured.js';
import { snapshotOf } from '../../../../support/views.js';

const plan = dedent(`
  # Harbour

  ## Q4 2026: Foundations

  ### October 2026: Pier

  - [x] RM-1: Drive the Piles @ada #wood
  - [ ] RM-2: Lay planks @ben #wood ⏫ 📅 2026-11-20

  ### Lights

  **Priority:** Low

  - [/] RM-3: Wire lamps @ada
    - [ ] RM-4: Buy bulbs

  **Outcomes:**
  - Ships see the pier

  ## Someday

  - [ ] RM-5: Paint

  ## Success Metrics

  - Moorings: 12+
  - Lamp outages: 0

  ## Risks

  - **Storm**: planks fly away

  ## Dependencies

  - The saw mill

  ## Conclusion

  All will be well.

  **Next Steps:**
  1. Order lamps
`);

const before = plan.replace('[x] RM-1', '[ ] RM-1');
const file = fileOf(plan);
const history = historyOf(file, [
  [40, before],
  [20, plan],
]);
const all = dashboardIn({ ...snapshotOf([file]), planHistories: [history] }, file);
const filtered = (filter: Partial<DashboardFilter>) => filterDashboard(all, { ...noFilter, ...filter });
const idsOf = (filter: Partial<DashboardFilter>) => filtered(filter).tasks.map(({ id }) => id);

describe('The filter of the dashboard', () => {
  it('shows the same object where nothing is filtered', () => {
    assert.equal(filterDashboard(all, noFilter), all);
    assert.equal(filtered({ text: ' \t ' }), all);
    assert.equal(isFilteringDashboard(noFilter), false);
    assert.equal(isFilteringDashboard({ ...noFilter, horizons: ['x'] }), true);
    assert.equal(isFilteringDashboard({ ...noFilter, priorities: ['none'] }), true);
  });

  it('offers owners, labels and horizons in the order of the plan', () => {
    assert.deepEqual(filterChoices(all), {
      owners: ['ada', 'ben'],
      labels: ['wood'],
      horizons: [
        { id: 'foundations', title: 'Q4 2026: Foundations' },
        { id: 'someday', title: 'Someday' },
      ],
    });
  });

  it('finds tasks by words of title, id, place, owner and label, in any case', () => {
    assert.deepEqual(idsOf({ text: 'PILES the' }), ['RM-1']);
    assert.deepEqual(idsOf({ text: 'rm-5' }), ['RM-5']);
    assert.deepEqual(idsOf({ text: 'lights' }), ['RM-3', 'RM-4']);
    assert.deepEqual(idsOf({ text: 'q4 wood' }), ['RM-1', 'RM-2']);
    assert.deepEqual(idsOf({ text: 'ben' }), ['RM-2']);
    assert.deepEqual(idsOf({ text: 'piles paint' }), []);
  });

  it('finds them by status, priority, owner, horizon and label, all together', () => {
    assert.deepEqual(idsOf({ statuses: ['done', 'doing'] }), ['RM-1']);
    assert.deepEqual(idsOf({ priorities: ['low'] }), ['RM-3', 'RM-4']);
    assert.deepEqual(idsOf({ priorities: ['none', 'high'] }), ['RM-1', 'RM-2', 'RM-5']);
    assert.deepEqual(idsOf({ owners: ['ada'] }), ['RM-1', 'RM-3', 'RM-4']);
    assert.deepEqual(idsOf({ horizons: ['someday'] }), ['RM-5']);
    assert.deepEqual(idsOf({ labels: ['wood'], owners: ['ben'] }), ['RM-2']);
    assert.deepEqual(idsOf({ labels: ['wood'], statuses: ['done'], text: 'drive' }), ['RM-1']);
    assert.deepEqual(idsOf({ owners: ['nobody'] }), []);
  });

  it('leaves of every section what belongs to these tasks, and the figures as they are', () => {
    const { horizons, timeline, next, activity, outcomes, metrics, header } = filtered({ owners: ['ben'] });
    assert.deepEqual(
      [horizons, next.items].map((list) => list.map(({ id }) => id)),
      [['foundations'], ['RM-2']],
    );
    assert.deepEqual(
      timeline.rows.map(({ id }) => id),
      ['foundations', 'pier', 'RM-2'],
    );
    assert.deepEqual(activity.items, []);
    assert.equal(outcomes, all.outcomes);
    assert.equal(metrics, all.metrics);
    assert.equal(header, all.header);
    assert.equal(timeline.undated, all.timeline.undated);
    assert.equal(filtered({ owners: ['ada'] }).activity.items.length, 1);
  });

  it('of a horizon leaves its own outcomes', () => {
    assert.deepEqual(filtered({ horizons: ['someday'] }).outcomes, []);
    assert.equal(filtered({ horizons: ['foundations'] }).outcomes, all.outcomes);
    assert.deepEqual(
      filtered({ horizons: ['foundations'], statuses: ['cancelled'] }).outcomes.map(({ text }) => text),
      [],
    );
  });

  it('of a horizon leaves metrics and problems of no other one', () => {
    const dashboard = dashboardOf(
      '## 30-Day Roadmap\n- [ ] RM-1: a 📅 2026-01-01\n## 90-Day Roadmap\n- [ ] RM-2: b 📅 2026-01-01\n\n## Success Metrics\n\n### 30-Day Goals\n- Coverage: 70%+\n\n### 90-Day Goals\n- Speed: 5\n\n### Always\n- Cost: 3\n',
    );
    const items = [1, 3, 9].map((line) => ({
      code: 'overdue',
      severity: 'warning' as const,
      message: 'x',
      path: 'ROADMAP.md',
      line,
    }));
    const [one, two, three] = items;
    const horizons = dashboard.horizons.map(({ id }) => id);
    const problems = {
      ...dashboard.problems,
      items: [{ ...one!, horizon: horizons[0]! }, { ...two!, horizon: horizons[1]! }, three!],
    };
    const left = filterDashboard({ ...dashboard, problems }, { ...noFilter, horizons: horizons.slice(0, 1) });
    assert.deepEqual(
      left.metrics.map(({ name }) => name),
      ['Coverage', 'Cost'],
    );
    assert.deepEqual(
      left.problems.items.map(({ line }) => line),
      [1, 9],
    );
    assert.equal(left.burnUp, dashboard.burnUp);
  });

  it('tells which sections it cannot apply to', () => {
    const names = (filter: Partial<DashboardFilter>) => unfilteredSections({ ...noFilter, ...filter }).join(' ');
    assert.equal(names({}), '');
    assert.equal(names({ text: 'pier' }), 'burnUp review');
    assert.equal(names({ horizons: ['someday'] }), 'burnUp risks dependencies themes nextSteps review');
    assert.equal(names({ owners: ['ada'] }), 'metrics burnUp risks dependencies themes nextSteps review problems');
  });

  it('finds groups by their ids, however long their titles are', () => {
    const long = 'A group with a long title '.repeat(9).trim();
    const dashboard = dashboardOf(`## ${long} 📅 2026-12-24\n### ${long} 📅 2026-12-20\n- [ ] Pier\n- [ ] Lamp\n`);
    const { rows } = filterDashboard(dashboard, { ...noFilter, text: 'pier' }).timeline;
    assert.deepEqual(
      rows.map(({ depth }) => depth),
      [0, 1],
    );
  });

  it('finds registers by their texts', () => {
    const found = filtered({ text: 'lamp' });
    assert.deepEqual(
      [found.metrics.map(({ name }) => name), found.nextSteps.map(({ text }) => text), found.risks.length],
      [['Lamp outages'], ['Order lamps'], 0],
    );
    assert.equal(filtered({ text: 'planks fly' }).risks, all.risks);
    assert.equal(filtered({ text: 'mill' }).dependencies, all.dependencies);
    assert.equal(filtered({ text: 'ships lamp' }).outcomes.length, 0);
    assert.equal(filtered({ text: 'ships see' }).outcomes, all.outcomes);
  });

  it('finds what was done to tasks that are gone by its own words', () => {
    const gone = dedent(plan.replace('- [ ] RM-5: Paint\n', ''));
    const now = fileOf(gone);
    const told = historyOf(now, [
      [40, plan],
      [20, gone],
    ]);
    const dashboard = dashboardIn({ ...snapshotOf([now]), planHistories: [told] }, now);
    const items = (filter: Partial<DashboardFilter>) =>
      filterDashboard(dashboard, { ...noFilter, ...filter }).activity.items.map(({ kind }) => kind);
    assert.deepEqual(items({ text: 'paint' }), ['removed']);
    assert.deepEqual(items({ text: 'lamps' }), []);
    assert.deepEqual(items({ statuses: ['todo'] }), []);
  });

  it('takes any text for words', () => {
    for (const text of ['.*', '\\', '(', '[a-z]+', '<b>', '%00']) assert.deepEqual(idsOf({ text }), []);
  });

  it('leaves a part of what there is, the same whatever the order of conditions', () => {
    const some = <T>(...values: readonly T[]) => fc.subarray([...values]);
    const filter = fc.record({
      text: fc.constantFrom('', 'rm', 'wood pier', 'lamp', 'zzz'),
      statuses: some(...statuses),
      priorities: some(...priorities, 'none' as const),
      owners: some('ada', 'ben'),
      horizons: some('foundations', 'someday'),
      labels: some('wood'),
    });
    const lists = ({ tasks, horizons, timeline, next, metrics, risks, outcomes, activity }: typeof all) =>
      [
        tasks,
        horizons,
        timeline.rows,
        next.items,
        metrics,
        risks,
        outcomes,
        activity.items,
      ] as readonly (readonly object[])[];
    fc.assert(
      fc.property(filter, (one) => {
        const left = lists(filterDashboard(all, one));
        for (const [index, list] of lists(all).entries())
          assert.ok(left[index]!.every((entry) => list.includes(entry)));
        const twice = filterDashboard(filterDashboard(all, one), one);
        assert.deepEqual(lists(twice), left);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe('The filter of an empty dashboard', () => {
  it('leaves it empty', () => {
    const empty = dashboardOf('# Plan\n');
    assert.deepEqual(filterDashboard(empty, { ...noFilter, text: 'a' }).tasks, []);
    assert.deepEqual(filterChoices(empty), { owners: [], labels: [], horizons: [] });
  });
});
