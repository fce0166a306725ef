import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { isLateLeaf, type Dashboard } from '../../core/views/dashboard/dashboard.js';
import { mostInSideBar } from '../../core/views/dashboard/limits.js';
import type { RoadmapChoice } from '../messages.js';
import { BarLegend } from './barLegend.js';
import { Clipped } from './clipped.js';
import { Overall } from './header.js';
import { HorizonRow } from './horizons.js';
import { LateMark } from './lateMark.js';
import { NextItems } from './next.js';
import { Notices } from './notices.js';
import { Open, OpenLine } from './open.js';
import { ProblemCounts } from './problems.js';
import { Patterns } from './progressBar.js';
import { RoadmapSelect } from './roadmapSelect.js';
import { Section } from './section.js';
import { PathProvider, useView } from './view.js';

interface Props {
  readonly dashboard: Dashboard;
  readonly roadmaps?: readonly RoadmapChoice[];
}

/** The dashboard at a glance, for the side bar: progress, horizons, what is next, what is late, and the way to the panel. */
export function SideBarView({ dashboard, roadmaps = [] }: Props): VNode {
  const { dispatch } = useView();
  const { header, notices, horizons, next, tasks, problems, today } = dashboard;
  const late = useMemo(() => tasks.filter(isLateLeaf), [tasks]);
  const lineOf = (): undefined => undefined;
  return (
    <PathProvider value={dashboard.path}>
      <Patterns />
      <header class="head" data-section="header">
        <RoadmapSelect uri={dashboard.uri} roadmaps={roadmaps} />
        <h1 class="small">
          <OpenLine line={0}>
            <Clipped text={header.title} />
          </OpenLine>
        </h1>
        <Overall header={header} />
      </header>
      <Notices notices={notices} />
      <p class="way">
        <button type="button" class="primary" onClick={() => dispatch({ type: 'openPanel' })}>
          {l10n.t('Open dashboard')}
        </button>
      </p>
      <div class="sections" key={dashboard.uri}>
        {horizons.length > 0 && (
          <Section name="horizons" title={l10n.t('Horizons')}>
            <BarLegend />
            <ul class="horizons">
              {horizons.map((horizon) => (
                <HorizonRow key={horizon.id} horizon={horizon} today={today} compact />
              ))}
            </ul>
          </Section>
        )}
        {next.items.length > 0 && (
          <Section name="next" title={l10n.t('Next')}>
            <NextItems items={next.items.slice(0, mostInSideBar)} lineOf={lineOf} />
          </Section>
        )}
        {late.length > 0 && (
          <Section name="late" title={l10n.t('Late')} count={late.length}>
            <ul class="rows">
              {late.slice(0, mostInSideBar).map((task) => (
                <li key={task.id}>
                  <span class="row-title">
                    <Open target={{ kind: 'task', id: task.id }}>
                      <Clipped text={task.title} />
                    </Open>
                  </span>
                  <LateMark late={task.late} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        {problems.errors + problems.warnings + problems.infos > 0 && (
          <Section name="problems" title={l10n.t('Problems')}>
            <ProblemCounts problems={problems} />
          </Section>
        )}
      </div>
    </PathProvider>
  );
}
