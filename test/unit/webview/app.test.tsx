import assert from 'node:assert/strict';
import { noFilter } from '../../../src/core/views/dashboard/filterDashboard.js';
import { App } from '../../../src/webview/app.js';
import { PanelModel, type PanelState } from '../../../src/webview/panelModel.js';
import { steady } from '../../../src/webview/steady.js';
import { drawn, textOf } from '../../support/drawnDashboard.js';
import { fullDashboard } from '../../support/fullDashboard.js';

const model = new PanelModel(
  { postMessage: () => {}, getState: () => ({ uri: 'file:///gone' }), setState: () => {} },
  () => {},
);
const state: PanelState = {
  phase: 'shown',
  dashboard: null,
  roadmaps: [],
  loading: false,
  filter: noFilter,
  pending: new Map(),
  announcement: '',
};

describe('the page', () => {
  it('offers the other roadmaps where the one that was shown is gone', () => {
    const roadmaps = ['gone', 'a', 'b'].map((name) => ({ uri: `file:///${name}`, title: `Plan ${name}` }));
    const problem = 'ROADMAP.md is not there any more.';
    const html = drawn(<App model={model} state={{ ...state, problem, roadmaps }} layout="panel" />);
    assert.match(textOf(html), /not there any more.*Reload.*Plan a.*Plan b/);
    assert.doesNotMatch(html, /Plan gone/);
  });
});

describe('what is the same before and after', () => {
  it('stays the same object', () => {
    const { horizons, timeline, tasks } = fullDashboard;
    const after = {
      ...fullDashboard,
      horizons: [...horizons],
      timeline: { ...timeline, rows: [...timeline.rows] },
      tasks: [],
    };
    const kept = steady(fullDashboard, after, 3);
    assert.equal(kept.horizons, horizons);
    assert.equal(kept.timeline, timeline);
    assert.deepEqual(kept.tasks, []);
    assert.equal(steady(fullDashboard, { ...fullDashboard, tasks: [...tasks] }, 3), fullDashboard);
  });

  it('is another where something is added, removed or of another kind', () => {
    for (const [before, after] of [
      [{ a: 1 }, { a: 1, b: 2 }],
      [{ a: 1, b: undefined }, { a: 1 }],
      [[1, 2], [1]],
      [{ a: [] }, { a: {} }],
    ] as const) {
      assert.deepEqual(steady<unknown>(before, after, 3), after);
    }
  });
});
