import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import type { Horizon } from '../../core/views/dashboard/dashboard.js';
import { windowScale } from '../charts/windowScale.js';
import { clip } from './clipped.js';
import { formatDay } from '../format.js';
import { useView } from './view.js';

/**
 * The window of a horizon with its forecast below it, over the same days: the window as a frame, the forecast as a line from the
 * 50th to the 95th per cent with a mark at the 85th, today as a line.
 */
export function WindowBar({ horizon, today }: { readonly horizon: Horizon; readonly today: number }): VNode | null {
  const { locale } = useView();
  const { forecast, start, end } = horizon;
  const scale = windowScale(horizon, today);
  if (!scale) return null;
  const x = (day: number): string => `${scale(day)}%`;
  const { p50, p85, p95 } = forecast;
  const parts = [
    start !== undefined &&
      l10n.t({ message: 'begins {0}', args: [formatDay(locale, start)], comment: '{0} is a date' }),
    end !== undefined && l10n.t({ message: 'ends {0}', args: [formatDay(locale, end)], comment: '{0} is a date' }),
    forecast.state !== 'unknown' && clip(forecast.text),
  ];
  const label = parts.filter((part) => part !== false && part !== '').join(', ');
  return (
    <svg class="window-bar" width="100%" height="16" role="img" aria-label={label}>
      <title>{label}</title>
      {/* What the pointer finds: lines alone are thin. */}
      <rect class="reach" width="100%" height="16" />
      {start !== undefined && end !== undefined && (
        <rect class="window" x={x(start)} width={`${scale(end) - scale(start)}%`} y="1.5" height="5" />
      )}
      {p50 !== undefined && p95 !== undefined && (
        <line class={`range ${forecast.verdict ?? ''}`} x1={x(p50)} x2={x(p95)} y1="11" y2="11" />
      )}
      {[p50, p95].map((day) => day !== undefined && <Tick key={day} x={x(day)} y1="8.5" y2="13.5" />)}
      {p85 !== undefined && <circle class="middle" cx={x(p85)} cy="11" r="3" />}
      <line class="today" x1={x(today)} x2={x(today)} y1="0" y2="16" />
    </svg>
  );
}

function Tick({ x, y1, y2 }: { readonly x: string; readonly y1: string; readonly y2: string }): VNode {
  return <line class="tick" x1={x} x2={x} y1={y1} y2={y2} />;
}
