import * as l10n from '@vscode/l10n';
import { Fragment, type ComponentChildren, type VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Status } from '../../core/model/roadmap.js';
import type { Dashboard, TaskItem } from '../../core/views/dashboard/dashboard.js';
import { Activity } from './activity.js';
import { Board } from './board.js';
import { BurnUp } from './burnUp.js';
import { Header } from './header.js';
import { Horizons } from './horizons.js';
import { Metrics } from './metrics.js';
import { Next } from './next.js';
import { Notices } from './notices.js';
import { Problems } from './problems.js';
import { Patterns } from './progressBar.js';
import { Dependencies, NextSteps, Outcomes, Risks, Themes } from './registers.js';
import { Review } from './review.js';
import { Timeline } from './timeline.js';
import { PathProvider } from './view.js';

interface Props {
  readonly dashboard: Dashboard;
  /** What of it a filter lets through; the same object where nothing is filtered. */
  readonly shown: Dashboard;
  readonly pending?: ReadonlyMap<string, Status>;
  readonly onMove?: (task: TaskItem, status: Status) => void;
  /** Beside the title. */
  readonly toolbar?: ComponentChildren;
  /** Above the sections. */
  readonly filterBar?: ComponentChildren;
  /** Without the patterns of the bars: the page has them, and may have several dashboards. */
  readonly bare?: boolean;
}

const nothingPending: ReadonlyMap<string, Status> = new Map();
const movesNothing = (): void => {};

/** All of a dashboard. Sections of which the roadmap has nothing are left out; those that a filter has emptied say so. */
export function DashboardView(props: Props): VNode {
  const { dashboard, shown, toolbar, filterBar } = props;
  const { tasks, today } = dashboard;
  const byId = useMemo(() => new Map(tasks.map((task) => [task.id, task])), [tasks]);
  const lineOf = useMemo(() => (id: string) => byId.get(id)?.line, [byId]);
  const titleOf = useMemo(() => (id: string) => byId.get(id)?.title, [byId]);
  const filtered = shown !== dashboard;
  return (
    <PathProvider value={dashboard.path}>
      {!props.bare && <Patterns />}
      <Header header={dashboard.header}>{toolbar}</Header>
      <Notices notices={dashboard.notices} />
      {filterBar}
      {tasks.length === 0 && <p class="empty">{l10n.t('This roadmap has no tasks yet.')}</p>}
      {/* What they hold is of this roadmap: another one begins anew. */}
      <Fragment key={dashboard.uri}>
        <div class="sections">
          {dashboard.horizons.length > 0 && <Horizons horizons={shown.horizons} today={today} />}
          {dashboard.metrics.length > 0 && <Metrics metrics={shown.metrics} />}
          {tasks.length > 0 && (
            <>
              <Timeline timeline={shown.timeline} today={today} />
              <BurnUp burnUp={dashboard.burnUp} horizons={dashboard.horizons} today={today} />
              <Next next={shown.next} lineOf={lineOf} filtered={filtered} />
              <Board
                tasks={shown.tasks}
                pending={props.pending ?? nothingPending}
                onMove={props.onMove ?? movesNothing}
              />
            </>
          )}
        </div>
        <div class="sections columns">
          <Activity activity={shown.activity} filtered={filtered} titleOf={titleOf} lineOf={lineOf} />
          {dashboard.risks.length > 0 && <Risks risks={shown.risks} />}
          {dashboard.dependencies.length > 0 && <Dependencies dependencies={shown.dependencies} />}
          {dashboard.themes.length > 0 && <Themes themes={shown.themes} />}
          {dashboard.outcomes.length > 0 && <Outcomes outcomes={shown.outcomes} />}
          {dashboard.nextSteps.length > 0 && <NextSteps nextSteps={shown.nextSteps} />}
          {dashboard.review && <Review review={dashboard.review} />}
          <Problems problems={shown.problems} />
        </div>
      </Fragment>
    </PathProvider>
  );
}
