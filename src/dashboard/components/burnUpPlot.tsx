import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import type { BurnUpPoint } from '../../core/views/dashboard/dashboard.js';
import { plot, type BurnUpGeometry } from '../charts/burnUpGeometry.js';
import { axisClass } from '../charts/timelineScale.js';
import { formatDay, formatNumber } from '../format.js';
import { BurnUpReader } from './burnUpReader.js';
import { memo } from './memo.js';
import { useView } from './view.js';

const height = 200;
/** Above it, for half a line of text. */
const room = 8;

/**
 * The drawing: its paths stand in a box of their own that is stretched to the room there is, texts beside it are not. Lines differ
 * by their dashes, too.
 */
export const BurnUpPlot = memo(function BurnUpPlot({
  geometry,
  summary,
  points,
}: {
  readonly geometry: BurnUpGeometry;
  readonly summary: string;
  /** What the geometry was made of. */
  readonly points: readonly BurnUpPoint[];
}): VNode {
  const { locale } = useView();
  const { scope, done, doneArea, cone, today, xTicks, yTicks } = geometry;
  const axis = (
    <svg class="y-axis" width="40" height={height + 2 * room} aria-hidden="true">
      {yTicks.map(({ value, y }) => (
        <text key={value} x="36" y={room + (y / 100) * height} dy="4" text-anchor="end">
          {formatNumber(locale, value)}
        </text>
      ))}
    </svg>
  );
  return (
    <figure class="burn-up">
      <BurnUpReader geometry={geometry} points={points} height={height} room={room} axis={axis}>
        <svg class="plot" width="100%" height={height + 32} role="img" aria-label={summary}>
          <svg y={room} height={height} overflow="visible">
            {yTicks.map(({ value, y }) => (
              <line key={value} class="grid" x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />
            ))}
            <svg viewBox={`0 0 ${plot} ${plot}`} preserveAspectRatio="none" width="100%" height={height}>
              {cone.map(({ chance, path, day }) => (
                <path key={chance} class={`cone chance-${chance}`} d={path} vector-effect="non-scaling-stroke">
                  <title>{sayChance(chance, formatDay(locale, day))}</title>
                </path>
              ))}
              <path class="done-area" d={doneArea} />
              <path class="done-line" d={done} vector-effect="non-scaling-stroke" />
              <path class="scope-line" d={scope} vector-effect="non-scaling-stroke" />
            </svg>
            <line class="today" x1={`${today}%`} x2={`${today}%`} y1="0" y2="100%" />
          </svg>
          {xTicks.map(({ day, x, form }, index) => (
            <g key={day} class={axisClass(index)}>
              <line class="grid" x1={`${x}%`} x2={`${x}%`} y1={height + room} y2={height + room + 4} />
              <text x={`${x}%`} y={height + room + 18} text-anchor={x > 90 ? 'end' : x < 12 ? 'start' : 'middle'}>
                {formatDay(locale, day, form)}
              </text>
            </g>
          ))}
        </svg>
      </BurnUpReader>
      <figcaption>
        <ul class="legend">
          <Entry name="scope-line">{l10n.t({ message: 'planned', comment: 'A line of a chart: tasks' })}</Entry>
          <Entry name="done-line">{l10n.t({ message: 'done', comment: 'A line of a chart: tasks' })}</Entry>
          {[...cone].reverse().map(({ chance, day }) => (
            <Entry key={chance} name={`cone chance-${chance}`}>
              {sayChance(chance, formatDay(locale, day))}
            </Entry>
          ))}
          <Entry name="today">{l10n.t({ message: 'today', comment: 'A line of a chart' })}</Entry>
        </ul>
      </figcaption>
    </figure>
  );
});

function sayChance(chance: number, day: string): string {
  return l10n.t({
    message: '{0} % by {1}',
    args: [chance, day],
    comment: '{0} is how probable it is that all is done by the date {1}',
  });
}

function Entry({ name, children }: { readonly name: string; readonly children: string }): VNode {
  return (
    <li>
      <svg width="24" height="12" aria-hidden="true">
        <path
          class={name}
          d={/chance-(?:85|95)/.test(name) ? 'M1 1H23V11H1z' : name === 'today' ? 'M12 0V12' : 'M0 6H24'}
        />
      </svg>
      {children}
    </li>
  );
}
