import { statuses } from '../../src/core/model/roadmap.js';
import type { Dashboard } from '../../src/core/views/dashboard/dashboard.js';
import { filterDashboard, noFilter } from '../../src/core/views/dashboard/filterDashboard.js';
import { exportFormats, type HostMessage } from '../../src/dashboard/messages.js';
import { ShowMore } from '../../src/dashboard/components/paged.js';
import { SideBarView } from '../../src/dashboard/components/sideBarView.js';
import { formatTitle } from '../../src/dashboard/components/toolbar.js';
import { nothingKept } from '../../src/dashboard/components/view.js';
import { App } from '../../src/webview/app.js';
import { PanelModel, type PanelState } from '../../src/webview/panelModel.js';
import { drawn, drawnPage, drawnPanel, panelView } from './drawnDashboard.js';
import { bigDashboard, fullDashboard } from './fullDashboard.js';
import type { Said } from './pseudoShown.js';

/** What components choose by, and places: the same in every language. */
const same = new Set(
  'uri path kind state status severity verdict direction claimed comparison hash priority id task horizon parent code'.split(
    ' ',
  ),
);

/** Whatever a file could have written, in letters of another script. */
const plan = inOtherLetters(fullDashboard) as Dashboard;
const many = { ...plan, tasks: (inOtherLetters(bigDashboard(200)) as Dashboard).tasks };
/** More that is next than is listed. */
const cut: Dashboard = { ...plan, next: { ...plan.next, ready: 300, waiting: 300 } };
const noneFound: Dashboard = { ...cut, next: { ...cut.next, items: [] } };
const none: Dashboard = {
  ...plan,
  timeline: { rows: [], undated: 1 },
  burnUp: { ...plan.burnUp, state: 'unavailable', points: [] },
  next: { items: [], ready: 0, waiting: 0 },
  activity: { state: 'unavailable', items: [], total: 0, todos: [], todoTotal: 0 },
  problems: { state: 'ready', errors: 0, warnings: 0, infos: 0, items: [] },
};
/** As above, but the history is known. */
const idle: Dashboard = {
  ...none,
  burnUp: { ...none.burnUp, state: 'ready' },
  activity: { state: 'ready', items: [], total: 0, todos: [], todoTotal: 0 },
};
const loading: Dashboard = {
  ...none,
  tasks: [],
  problems: { ...none.problems, state: 'loading' },
  burnUp: { ...none.burnUp, state: 'loading' },
  activity: { state: 'loading', items: [], total: 0, todos: [], todoTotal: 0 },
};

/** Everything that the dashboard's own parts say, in whatever state it is. */
export function saidOfDashboard(): Said {
  const view = { ...panelView, locale: 'uk' };
  const pages = [plan, many, none, idle, loading, variants(plan)];
  const shown = [
    ...pages.map((page) => drawnPage(page, 'uk')),
    ...pages.map((page) => drawn(<SideBarView dashboard={page} />, view)),
    drawnPanel(plan, plan, { ...view, kept: () => ({ ...nothingKept, chart: 'harbour' }) }),
    drawn(<ShowMore left={1} size={2} onClick={() => {}} />, view),
    drawnPage({ ...plan, next: { ...plan.next, ready: 2 } }, 'uk'),
    ...[cut, { ...cut }, noneFound].map((shown) => drawnPanel(cut, shown, view)),
    ...exportFormats.map(formatTitle),
    ...statesOfPage(pages).flatMap(({ model, state }) => [
      drawn(<App model={model} state={state} layout="panel" />, view),
      state.announcement,
    ]),
  ].flatMap((html) => [
    ...html.replaceAll('&quot;', '').split(/<[^>]*>/),
    ...[...html.matchAll(/(?:aria-label|placeholder|title)="([^"]*)"/g)].map(([, said]) => said!),
  ]);
  // Paths, the beginning of a hash, the code of a problem, and names of formats.
  return { shown, sources: ['ROADMAP.md .roadmap/config.yaml src/pier.ts c f e H overdue'] };
}

/** The states that a page goes through. */
function statesOfPage(
  pages: readonly Dashboard[],
): readonly { readonly model: PanelModel; readonly state: PanelState }[] {
  const reached: { model: PanelModel; state: PanelState }[] = [];
  const api = { postMessage: () => {}, getState: () => undefined, setState: () => {} };
  const model: PanelModel = new PanelModel(api, (state) => reached.push({ model, state }));
  const full: HostMessage & { type: 'state' } = {
    type: 'state',
    revision: 1,
    dashboard: plan,
    roadmaps: [
      { uri: plan.uri, title: 'Ж' },
      { uri: 'file:///other', title: 'Ж' },
    ],
    loading: false,
  };
  reached.push({ model, state: model.state });
  for (const dashboard of [...pages, null]) model.receive({ ...full, dashboard });
  model.receive({ ...full, dashboard: null, problem: 'Ж' });
  model.receive(full);
  const [task] = plan.tasks;
  for (const status of statuses) model.move(task!, status);
  model.receive({ type: 'changed', id: task!.id, made: true });
  model.receive({ type: 'changed', id: task!.id, made: false });
  model.filter({ ...noFilter, text: 'Ж' });
  model.filter({ ...noFilter, statuses: ['done'] });
  model.filter({ ...noFilter, text: 'nobody' });
  model.receive({ type: 'state' });
  return reached;
}

/** Each kind of what there are several of, and one where there were several. */
function variants(dashboard: Dashboard): Dashboard {
  const [commit, change] = dashboard.activity.items;
  const kinds = ['added', 'removed', 'started', 'finished', 'reopened', 'cancelled', 'moved', 'retitled'] as const;
  const [metric] = dashboard.metrics;
  return filterDashboard(
    {
      ...dashboard,
      tasks: dashboard.tasks.slice(0, 1),
      timeline: { ...dashboard.timeline, undated: 1 },
      metrics: (['better', 'worse', 'level'] as const).map((direction, at) => ({
        ...metric!,
        direction,
        claimed: (['met', 'missed', 'open'] as const)[at]!,
      })),
      activity: {
        ...dashboard.activity,
        items: [commit!, ...kinds.map((kind) => ({ ...change!, kind })), ...Array.from({ length: 30 }, () => commit!)],
      },
      problems: {
        state: 'ready',
        errors: 2,
        warnings: 2,
        infos: 2,
        items: (['error', 'warning', 'info'] as const).map((severity) => ({
          ...dashboard.problems.items[0]!,
          severity,
        })),
      },
    },
    noFilter,
  );
}

function inOtherLetters(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return same.has(key) ? value : 'Ж';
  if (Array.isArray(value)) return value.map((entry) => inOtherLetters(entry, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, inOtherLetters(entry, name)]));
}
