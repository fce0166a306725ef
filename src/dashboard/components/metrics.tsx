import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { dayOfTime } from '../../core/values/day.js';
import type { MetricCard } from '../../core/views/dashboard/dashboard.js';
import type { MetricState } from '../../core/model/metric.js';
import { formatDay, formatNumber } from '../format.js';
import { Age } from './age.js';
import { clip, Clipped } from './clipped.js';
import { DataTable } from './dataTable.js';
import { Explained } from './explained.js';
import { memo } from './memo.js';
import { NothingMatches } from './nothingMatches.js';
import { OpenLine } from './open.js';
import { Paged } from './paged.js';
import { Section } from './section.js';
import { Sign, type SignName } from './sign.js';
import { Sparkline } from './sparkline.js';
import { useView } from './view.js';
import { withKeys } from './withKeys.js';

/** What the roadmap wants to reach: what it claims, and what is measured. */
export const Metrics = memo(function Metrics({ metrics }: { readonly metrics: readonly MetricCard[] }): VNode {
  return (
    <Section name="metrics" title={l10n.t('Metrics')} count={metrics.length}>
      {metrics.length === 0 && <NothingMatches />}
      <Paged items={metrics} size={30}>
        {(shown) => (
          <ul class="metrics">
            {withKeys(shown, ({ group = '', name }) => `${group}\n${name}`).map(([key, metric]) => (
              <Card key={key} metric={metric} />
            ))}
          </ul>
        )}
      </Paged>
      <Readings metrics={metrics} />
    </Section>
  );
});

/** The readings behind the trend lines, newest first. */
function Readings({ metrics }: { readonly metrics: readonly MetricCard[] }): VNode | null {
  const { locale } = useView();
  const measured = metrics.filter(({ trend }) => trend.length > 0);
  if (measured.length === 0) return null;
  return (
    <DataTable
      caption={l10n.t('Readings of the metrics')}
      columns={[
        { title: l10n.t({ message: 'Metric', comment: 'Column of a table' }) },
        { title: l10n.t({ message: 'Day', comment: 'Column of a table' }) },
        { title: l10n.t({ message: 'Reading', comment: 'Column of a table: what was measured' }), number: true },
      ]}
      rows={() =>
        measured.flatMap(({ name, trend }) =>
          [...trend]
            .reverse()
            .map(({ time, value }) => [
              <Clipped text={name} />,
              formatDay(locale, dayOfTime(time)),
              formatNumber(locale, value),
            ]),
        )
      }
    />
  );
}

const signs: Readonly<Record<MetricState, SignName>> = {
  met: 'check',
  near: 'near',
  missed: 'error',
  stale: 'clock',
  claimed: 'quote',
  unmeasured: 'dash',
};

const Card = memo(function Card({ metric }: { readonly metric: MetricCard }): VNode {
  const { name, group, target, claimed, reading, state, stateText, source, time, direction, explain, line } = metric;
  return (
    <li class="metric" data-state={state}>
      <div class="row-line">
        <span class="row-title">
          <OpenLine line={line}>
            <Clipped text={name} />
          </OpenLine>
        </span>
        {!metric.qualitative && <span class="goal">{clip(target)}</span>}
      </div>
      <div class="row-line">
        <span class={`state ${state}`}>
          <Sign name={signs[state]} />
          <Explained explain={explain}>
            {reading === undefined ? clip(stateText) : `${clip(reading)} · ${clip(stateText)}`}
          </Explained>
        </span>
        <Sparkline metric={metric} />
      </div>
      <p class="detail">
        {[
          group,
          claimed && claims[claimed](),
          direction && directions[direction](),
          source === undefined ? undefined : l10n.t({ message: 'from {0}', args: [source], comment: '{0} is a file' }),
        ]
          .filter((part) => part !== undefined)
          .map((part, index) => (
            <span key={index}>
              {index > 0 && ' · '}
              <Clipped text={part} />
            </span>
          ))}
        {time !== undefined && (
          <>
            {' · '}
            <Age time={time} />
          </>
        )}
      </p>
    </li>
  );
});

const claims: Readonly<Record<NonNullable<MetricCard['claimed']>, () => string>> = {
  met: () => l10n.t('claimed as met'),
  missed: () => l10n.t('claimed as missed'),
  open: () => l10n.t('claimed as open'),
};

const directions: Readonly<Record<NonNullable<MetricCard['direction']>, () => string>> = {
  better: () => l10n.t({ message: 'getting better', comment: 'Of a metric' }),
  worse: () => l10n.t({ message: 'getting worse', comment: 'Of a metric' }),
  level: () => l10n.t({ message: 'level', comment: 'Of a metric: neither better nor worse' }),
};
