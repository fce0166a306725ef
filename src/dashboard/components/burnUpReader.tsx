import * as l10n from '@vscode/l10n';
import type { ComponentChildren, TargetedKeyboardEvent, TargetedPointerEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { BurnUpPoint } from '../../core/views/dashboard/dashboard.js';
import type { BurnUpGeometry } from '../charts/burnUpGeometry.js';
import { formatDay, formatNumber } from '../format.js';
import { useView } from './view.js';

interface Props {
  readonly geometry: BurnUpGeometry;
  readonly points: readonly BurnUpPoint[];
  /** Pixels of the plot, and of the room above it. */
  readonly height: number;
  readonly room: number;
  /** The axis beside the plot, and the plot. They stay as they are while it is read. */
  readonly axis: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * Reads the chart day by day: where the pointer is, or by the keys of a slider, which go from one change to the next. Nobody need
 * do so to know where things stand: without either it reads today.
 */
export function BurnUpReader({ geometry, points, height, room, axis, children }: Props): VNode {
  const { locale, standalone } = useView();
  /** The day that somebody reads. */
  const [wanted, setWanted] = useState<number>();
  const [first, today] = geometry.days;
  const { day, done, total, x, doneY, totalY } = geometry.at(wanted ?? today);
  const text = l10n.t({
    message: '{0}: {1} of {2} tasks done',
    args: [formatDay(locale, day), formatNumber(locale, done), formatNumber(locale, total)],
    comment: '{0} is a date',
  });
  const follow = (event: TargetedPointerEvent<HTMLElement>): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const under = geometry.dayAt(((event.clientX - left) / width) * 100);
    setWanted(under > today ? undefined : Math.max(under, first));
  };
  const step = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const next = nextChange(event.key, day, points);
    if (next === undefined) return;
    event.preventDefault();
    setWanted(next);
  };
  return (
    <>
      <p class="reading">{text}</p>
      <div class="plot-row">
        {axis}
        {standalone ? (
          <div class="plot-area">{children}</div>
        ) : (
          <div class="plot-area" onPointerMove={follow} onPointerLeave={() => setWanted(undefined)}>
            {children}
            {wanted !== undefined && (
              <svg class="read-at" width="100%" height={height + 2 * room} aria-hidden="true">
                <line x1={`${x}%`} x2={`${x}%`} y1={room} y2={room + height} />
                <circle class="done" cx={`${x}%`} cy={room + (doneY / 100) * height} r="4" />
                <circle class="total" cx={`${x}%`} cy={room + (totalY / 100) * height} r="4" />
              </svg>
            )}
            <input
              class="reader"
              type="range"
              min={first}
              max={today}
              value={day}
              aria-label={l10n.t({ message: 'Day', comment: 'What a slider sets: the day of a chart that is read' })}
              aria-valuetext={text}
              onFocus={() => setWanted(day)}
              onInput={(event) => setWanted(Number(event.currentTarget.value))}
              onKeyDown={step}
              onBlur={() => setWanted(undefined)}
            />
          </div>
        )}
      </div>
    </>
  );
}

/** The day that an arrow key leads to from another one; undefined for other keys, and where there is none. */
function nextChange(key: string, day: number, points: readonly BurnUpPoint[]): number | undefined {
  if (key === 'ArrowLeft' || key === 'ArrowDown') return points.findLast((point) => point.day < day)?.day;
  if (key === 'ArrowRight' || key === 'ArrowUp') return points.find((point) => point.day > day)?.day;
  return undefined;
}
