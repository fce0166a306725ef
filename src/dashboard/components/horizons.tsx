import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { sayPercent } from '../../core/views/words.js';
import type { Horizon } from '../../core/views/dashboard/dashboard.js';
import { clip, Clipped } from './clipped.js';
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
      {horizons.length === 0 && <NothingMatches />}
      <Paged items={horizons} size={30}>
        {(shown) => (
          <ul class="horizons">
            {shown.map((horizon) => (
              <HorizonRow key={horizon.id} horizon={horizon} today={today} />
            ))}
          </ul>
        )}
      </Paged>
    </Section>
  );
});

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
  const { dispatch } = useView();
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
            {counts.done}/{counts.total} · {sayPercent(percent)}
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
            {forecast.text !== '' && <li>{sayForecast(forecast.text)}</li>}
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
function Verdict({ forecast: { verdict, verdictText } }: Pick<Horizon, 'forecast'>): VNode | null {
  if (!verdict || !verdictText) return null;
  return (
    <span class={`verdict ${verdict}`}>
      <Sign {...verdictSigns[verdict]} />
      {clip(verdictText)}
    </span>
  );
}
