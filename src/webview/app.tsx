import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Dashboard } from '../core/views/dashboard/dashboard.js';
import { filterChoices, filterDashboard, isFilteringDashboard } from '../core/views/dashboard/filterDashboard.js';
import { DashboardView } from '../dashboard/components/dashboardView.js';
import { FilterBar } from '../dashboard/components/filterBar.js';
import { SideBarView } from '../dashboard/components/sideBarView.js';
import { Toolbar } from '../dashboard/components/toolbar.js';
import { sayUnfiltered } from '../dashboard/components/unfiltered.js';
import { useView } from '../dashboard/components/view.js';
import { formatNumber } from '../dashboard/format.js';
import type { PanelStart } from '../dashboard/messages.js';
import { Boundary } from './boundary.js';
import { ErrorState, NoRoadmap, Waiting } from './emptyStates.js';
import { steady } from './steady.js';
import type { PanelModel, PanelState } from './panelModel.js';

interface Props {
  readonly model: PanelModel;
  readonly state: PanelState;
  readonly layout: PanelStart['layout'];
}

/** The page: a dashboard, or why there is none. */
export function App(props: Props): VNode {
  const { model, state, layout } = props;
  return (
    <main aria-label={l10n.t('Roadmap dashboard')} aria-busy={state.phase === 'waiting' ? true : undefined}>
      <Boundary
        of={state.dashboard}
        fallback={<ErrorState problem={l10n.t('The dashboard could not be drawn.')} onReload={() => model.ask()} />}
      >
        <Content {...props} />
      </Boundary>
      {layout === 'panel' && (
        <p class="hidden" role="status">
          {state.announcement}
        </p>
      )}
      {state.phase === 'shown' && state.problem !== undefined && state.dashboard && (
        <ErrorState problem={state.problem} onReload={() => model.ask()} />
      )}
    </main>
  );
}

function Content({ model, state, layout }: Props): VNode {
  const reload = (): void => model.ask();
  if (state.phase === 'unreadable') {
    const problem = l10n.t(
      'The dashboard got a message that it cannot read. Another version of the extension may be running.',
    );
    return <ErrorState problem={problem} onReload={reload} />;
  }
  if (state.phase === 'waiting') return <Waiting />;
  if (state.dashboard) {
    return layout === 'sideBar' ? (
      <SideBarView dashboard={state.dashboard} roadmaps={state.roadmaps} />
    ) : (
      <Panel model={model} state={state} dashboard={state.dashboard} />
    );
  }
  if (state.problem !== undefined) {
    // The one that was shown is gone, or cannot be read.
    const others = state.roadmaps.filter(({ uri }) => uri !== model.memory.uri);
    return <ErrorState problem={state.problem} onReload={reload} others={others} />;
  }
  return state.loading ? <Waiting /> : <NoRoadmap />;
}

function Panel({ model, state, dashboard }: Pick<Props, 'model' | 'state'> & { readonly dashboard: Dashboard }): VNode {
  const { locale } = useView();
  const { filter, roadmaps } = state;
  const before = useRef(dashboard);
  const shown = useMemo(() => {
    const filtered = filterDashboard(dashboard, filter);
    return filtered === dashboard ? dashboard : steady(before.current, filtered, 3);
  }, [dashboard, filter]);
  before.current = shown;
  const toolbar = useMemo(() => <Toolbar uri={dashboard.uri} roadmaps={roadmaps} />, [dashboard.uri, roadmaps]);
  const choices = useMemo(() => filterChoices(dashboard), [dashboard]);
  const actions = useMemo(
    () => ({
      onFilter: (next: typeof filter) => model.filter(next),
      onMove: (...move: Parameters<PanelModel['move']>) => model.move(...move),
    }),
    [model],
  );
  const matches = isFilteringDashboard(filter) ? sayMatches(shown.tasks.length, dashboard.tasks.length, locale) : '';
  return (
    <DashboardView
      dashboard={dashboard}
      shown={shown}
      pending={state.pending}
      onMove={actions.onMove}
      toolbar={toolbar}
      filterBar={
        <FilterBar
          filter={filter}
          choices={choices}
          matches={matches}
          unfiltered={sayUnfiltered(dashboard, filter)}
          onFilter={actions.onFilter}
        />
      }
    />
  );
}

function sayMatches(matching: number, all: number, locale: string): string {
  const [some, of] = [formatNumber(locale, matching), formatNumber(locale, all)];
  return matching === 1 ? l10n.t('1 of {0} tasks matches', of) : l10n.t('{0} of {1} tasks match', some, of);
}
