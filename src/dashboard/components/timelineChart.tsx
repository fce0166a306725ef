import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import type { TimelineRow } from '../../core/views/dashboard/dashboard.js';
import { sayPercent } from '../../core/views/words.js';
import { axisClass, timelineMark, type TimelineScale } from '../charts/timelineScale.js';
import { formatDay } from '../format.js';
import { clip } from './clipped.js';
import { memo } from './memo.js';
import { useView } from './view.js';

/** Pixels; the titles beside the chart have rows of the same height by their styles. */
const rowHeight = 24;
/** One line for the ticks, one for today. */
const axisHeight = 40;

interface Props {
  readonly rows: readonly TimelineRow[];
  readonly scale: TimelineScale;
  readonly today: number;
  readonly zoom: number;
  readonly summary: string;
}

/** The bars of the timeline. Everything is placed in per cent of the width, so that no script has to measure it. */
export const TimelineChart = memo(function TimelineChart({ rows, scale, today, zoom, summary }: Props): VNode {
  const { locale } = useView();
  const height = axisHeight + rows.length * rowHeight;
  const now = scale.x(today + 0.5);
  return (
    <svg class="chart" width={`${zoom * 100}%`} height={height} role="img" aria-label={summary}>
      {scale.ticks.map(({ day, x, form }, index) => (
        <g key={day} class={`${axisClass(index)} ${labelRoom(index, (100 - x) * zoom)}`}>
          <line class="grid" x1={`${x}%`} x2={`${x}%`} y1={axisHeight - 4} y2={height} />
          <text x={`${x}%`} dx="4" y="14">
            {formatDay(locale, day, form)}
          </text>
        </g>
      ))}
      {rows.map((row, index) => (
        <RowMark key={`${row.kind} ${row.id}`} row={row} scale={scale} y={axisHeight + index * rowHeight} />
      ))}
      <line class="today" x1={`${now}%`} x2={`${now}%`} y1={axisHeight - 18} y2={height} />
      <g class="today-label">
        <text x={`${now}%`} dx={now > 85 ? -4 : 4} y={axisHeight - 8} text-anchor={now > 85 ? 'end' : 'start'}>
          {l10n.t({ message: 'today', comment: 'At the line of the timeline that stands for it' })}
        </text>
      </g>
    </svg>
  );
});

interface MarkProps {
  readonly row: TimelineRow;
  readonly scale: TimelineScale;
  readonly y: number;
}

const RowMark = memo(function RowMark({ row, scale, y }: MarkProps): VNode | null {
  const mark = timelineMark(scale, row);
  if (!mark) return null;
  const middle = y + rowHeight / 2;
  const late = row.late?.state === 'late';
  const kind = `${row.status} ${row.kind === 'task' ? 'of-task' : 'of-group'} ${late ? 'is-late' : ''}`;
  if (mark.kind !== 'bar') {
    return (
      <svg class={`mark ${kind}`} x={`${mark.x}%`} y={middle} width="1" height="1" overflow="visible">
        <title>{sayRow(row)}</title>
        <path d={mark.kind === 'end' ? 'M-6 0 0-6 6 0 0 6z' : 'M0-6 8 0 0 6z'} />
        {late && <LateSign x="10" />}
      </svg>
    );
  }
  const tall = row.kind === 'task' ? 8 : 12;
  return (
    <g class={`span ${kind}`}>
      <title>{sayRow(row)}</title>
      <rect class="whole" x={`${mark.x}%`} width={`${mark.width}%`} y={middle - tall / 2} height={tall} />
      <rect
        class="part"
        x={`${mark.x}%`}
        width={`${(mark.width * row.percent) / 100}%`}
        y={middle - tall / 2}
        height={tall}
      />
      {late && (
        <svg x={`${mark.x + mark.width}%`} y={middle} width="1" height="1" overflow="visible">
          <LateSign x="4" />
        </svg>
      )}
    </g>
  );
});

/**
 * Where a tick's label has no room: only every eighth where there is next to none, and not at the end, where it would be cut. That is
 * so far away, in per cent of what is seen at once.
 */
function labelRoom(index: number, left: number): string {
  const end = left < 7 ? 'cut' : left < 12 ? 'cut-in-half' : left < 30 ? 'cut-in-few' : '';
  return index % 8 === 0 ? end : `rare ${end}`;
}

/** What a row's mark stands for, as the title beside it and the table below the chart say it. */
function sayRow({ title, window, percent, late }: TimelineRow): string {
  return [title, window, sayPercent(percent), late?.text]
    .filter((part) => part !== undefined)
    .map(clip)
    .join(' · ');
}

function LateSign({ x }: { readonly x: string }): VNode {
  return (
    <text class="late-sign" x={x} y="4">
      !
    </text>
  );
}
