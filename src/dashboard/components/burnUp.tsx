import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import type { BurnUpChart, ForecastRange, Horizon } from '../../core/views/dashboard/dashboard.js';
import { burnUpGeometry } from '../charts/burnUpGeometry.js';
import { formatDay, formatNumber } from '../format.js';
import { BurnUpPlot } from './burnUpPlot.js';
import { clip } from './clipped.js';
import { DataTable } from './dataTable.js';
import { memo } from './memo.js';
import { Section } from './section.js';
import { useView } from './view.js';

interface Props {
  readonly burnUp: BurnUpChart;
  /** Whose forecasts belong to the lines of the horizons. */
  readonly horizons: readonly Horizon[];
  readonly today: number;
}

/** What was done and planned as of each day, and when all of it may be done. */
export const BurnUp = memo(function BurnUp({ burnUp, horizons, today }: Props): VNode {
  const { locale, standalone, kept, keep } = useView();
  const [chosen, setChosen] = useState(() => kept().chart);
  const id = useId();
  const choose = (next: string): void => {
    setChosen(next);
    keep({ chart: next });
  };
  const horizon = burnUp.horizons.find((each) => each.id === chosen);
  const points = horizon?.points ?? burnUp.points;
  const forecast = horizon
    ? (horizons.find((each) => each.id === horizon.id)?.forecast ?? noForecast)
    : burnUp.forecast;
  const geometry = useMemo(() => burnUpGeometry(points, forecast, today), [points, forecast, today]);
  const last = points.at(-1);
  const summary =
    horizon && last
      ? l10n.t({
          message: '{0}: {1} of {2} done. {3}',
          args: [
            clip(horizon.title),
            formatNumber(locale, last.done),
            formatNumber(locale, last.total),
            clip(forecast.text),
          ],
          comment: '{0} is the title of a part of the plan, {3} a sentence that says when it will be done',
        })
      : clip(burnUp.summary);
  return (
    <Section name="burnUp" title={l10n.t('Burn-up')}>
      {burnUp.state === 'loading' && <p class="empty">{clip(burnUp.reason ?? l10n.t('The history is being read…'))}</p>}
      {burnUp.state === 'unavailable' && (
        <p class="empty">{clip(burnUp.reason ?? l10n.t('There is no history of this roadmap.'))}</p>
      )}
      {burnUp.state === 'ready' && (
        <>
          {!standalone && burnUp.horizons.length > 1 && (
            <div class="chooser">
              <label for={id}>
                {l10n.t({ message: 'Show', comment: 'Before a list of the parts of a plan, of which one is shown' })}
              </label>
              <select id={id} value={horizon ? chosen : ''} onChange={(event) => choose(event.currentTarget.value)}>
                <option value="">{l10n.t('Whole plan')}</option>
                {burnUp.horizons.map((each) => (
                  <option key={each.id} value={each.id}>
                    {clip(each.title)}
                  </option>
                ))}
              </select>
            </div>
          )}
          {geometry ? (
            <BurnUpPlot geometry={geometry} summary={summary} points={points} />
          ) : (
            <p class="empty">{l10n.t('There is nothing to draw yet.')}</p>
          )}
          <p class="detail">{burnUp.reason === undefined ? summary : `${summary} ${clip(burnUp.reason)}`}</p>
          <DataTable
            caption={summary}
            columns={[
              { title: l10n.t({ message: 'Day', comment: 'Column of a table' }) },
              { title: l10n.t({ message: 'Done', comment: 'Column of a table: how many tasks' }), number: true },
              { title: l10n.t({ message: 'Planned', comment: 'Column of a table: how many tasks' }), number: true },
            ]}
            rows={() =>
              [...points]
                .reverse()
                .map(({ day, done, total }) => [
                  formatDay(locale, day),
                  formatNumber(locale, done),
                  formatNumber(locale, total),
                ])
            }
          />
        </>
      )}
    </Section>
  );
});

const noForecast: ForecastRange = { state: 'unknown', text: '', explain: '' };
