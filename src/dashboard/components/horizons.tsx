import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { sayPercent } from '../../core/views/words.js';
import type { Horizon } from '../../core/views/dashboard/dashboard.js';
import { formatDay, formatNumber } from '../format.js';
import { BarLegend } from './barLegend.js';
import { clip, Clipped } from './clipped.js';
import { DataTable } from './dataTable.js';
import { Explained } from './explained.js';
import { sayEffortDone, sayForecast } from './header.js';
import { LateMark } from './lateMark.js';
import { memo } from './memo.js';
import { NothingMatches } from './nothingMatches.js';
import { Open } from './open.js';
import { Paged } from './paged.js';
import { ProgressBar } from './progressBar.js';
import { Section } from './section.js';
import { Sign } from './sign.js';
import { WindowBar } from './windowBar.js';
import { useView } from './view.js';

interface Props {
  readonly horizons: readonly Horizon[];
  readonly today: number;
}

/** The outermost groups of the plan, with how far each is and when it will be done. */
export const Horizons = memo(function Horizons({ horizons, today }: Props): VNode {
  return (
    <Section name="horizons" title={l10n.t('Horizons')}>
      {horizons.length === 0 ? <NothingMatches /> : <BarLegend />}
      <Paged items={horizons} size={30}>
        {(shown) => (
          <ul class="horizons">
            {shown.map((horizon) => (
              <HorizonRow key={horizon.id} horizon={horizon} today={today} />
            ))}
          </ul>
        )}
      </Paged>
      {horizons.length > 0 && <Dates horizons={horizons} />}
    </Section>
  );
});

/** Window and forecast of each, as a table. */
function Dates({ horizons }: Pick<Props, 'horizons'>): VNode {
  const { locale } = useView();
  const say = (day: number | undefined): string => (day === undefined ? '–' : formatDay(locale, day));
  return (
    <DataTable
      caption={l10n.t(
        'Windows of the horizons, and the days by which they will be done with a probability of 50, 85 and 95 %',
      )}
      columns={[
        { title: l10n.t({ message: 'Horizon', comment: 'An outermost part of a plan; column of a table' }) },
        { title: l10n.t({ message: 'Window', comment: 'Column of a table: from which day to which' }) },
        ...[50, 85, 95].map((percent) => ({ title: sayPercent(percent) })),
      ]}
      rows={() =>
        horizons.map(({ title, window, forecast: { p50, p85, p95 } }) => [
          <Clipped text={title} />,
          window === undefined ? '–' : <Clipped text={window} />,
          ...[p50, p85, p95].map(say),
        ])
      }
    />
  );
}

/** One horizon: title, bar, figures, window and forecast. */
export const HorizonRow = memo(function HorizonRow({
  horizon,
  today,
  compact,
}: {
  readonly horizon: Horizon;
  readonly today: number;
  /** Without window and forecast as a bar. */
  readonly compact?: boolean;
}): VNode {
  const { locale, dispatch } = useView();
  const { id, title, line, counts, percent, done, effort, window, late, forecast } = horizon;
  return (
    <li class="horizon" data-horizon={id}>
      <div class="row-line">
        <span class="row-title">
          <Open target={{ kind: 'group', id }} line={line}>
            <Clipped text={title} />
          </Open>
        </span>
        <LateMark late={late} />
        {!late && <Verdict forecast={forecast} />}
        <span class="number">
          <Explained
            explain={done.explain}
            onClick={() => dispatch({ type: 'explain', target: { kind: 'group', id } })}
          >
            {formatNumber(locale, counts.done)}/{formatNumber(locale, counts.total)} · {sayPercent(percent)}
          </Explained>
        </span>
      </div>
      <ProgressBar counts={counts} />
      {!compact && (
        <>
          <WindowBar horizon={horizon} today={today} />
          <ul class="detail">
            {window !== undefined && (
              <li>
                <Clipped text={window} />
              </li>
            )}
            {forecast.state !== 'unknown' && (
              <li>
                <Explained explain={forecast.explain}>{sayForecast(forecast.text)}</Explained>
              </li>
            )}
            {effort && (
              <li>
                <Explained explain={effort.explain}>{sayEffortDone(effort.text)}</Explained>
              </li>
            )}
          </ul>
        </>
      )}
    </li>
  );
});

const verdictSigns = {
  onTrack: { name: 'check' },
  atRisk: { name: 'warning' },
  late: { name: 'clock', tone: 'error' },
} as const;

/** How the forecast stands against the window, in words with a sign. */
function Verdict({ forecast: { verdict, verdictText, explain } }: Pick<Horizon, 'forecast'>): VNode | null {
  if (!verdict || !verdictText) return null;
  return (
    <span class={`verdict ${verdict}`}>
      <Sign {...verdictSigns[verdict]} />
      <Explained explain={explain}>{clip(verdictText)}</Explained>
    </span>
  );
}
