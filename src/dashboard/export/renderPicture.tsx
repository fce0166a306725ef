import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { cut, printable } from '../../core/views/columns.js';
import type { Status } from '../../core/model/roadmap.js';
import type { Dashboard, Horizon } from '../../core/views/dashboard/dashboard.js';
import { sayPercent } from '../../core/views/words.js';
import { burnUpGeometry, plot } from '../charts/burnUpGeometry.js';
import { segmentsOf } from '../charts/segments.js';
import { formatDay, formatNumber } from '../format.js';
import styles from './picture.css';
import { escapeMarkup, wellFormed } from './wellFormed.js';

/** In pixels. */
const width = 840;
const margin = 24;
const inner = width - 2 * margin;
const rowHeight = 40;
const plotHeight = 160;

/** So many horizons are drawn, and so many letters of a text: how wide these are nobody can measure here. */
const mostHorizons = 12;
const longestTitle = 80;
const longestName = 56;
const longestNote = 120;
const longestState = 32;

/**
 * Dashboards as one picture, below each other: progress, horizons and burn-up. It is an SVG document by itself, without script, link
 * or anything from elsewhere, and follows the light or dark of whoever looks at it.
 */
export function renderPicture(dashboards: readonly Dashboard[], locale: string): string {
  const parts: VNode[] = [];
  let height = margin;
  for (const dashboard of dashboards) {
    parts.push(<Part key={dashboard.uri} dashboard={dashboard} locale={locale} top={height} />);
    height += heightOf(dashboard) + margin;
  }
  const label = dashboards
    .map(({ header }) => short(`${short(header.title, longestTitle)}: ${header.done.text}`, longestNote))
    .join('; ');
  const drawn = renderToString(<>{parts}</>);
  return wellFormed(`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(label)}">
<title>${escapeMarkup(label)}</title>
<style>${styles}</style>
<rect class="paper" width="${width}" height="${height}" rx="6"/>
${drawn}
</svg>
`);
}

interface Props {
  readonly dashboard: Dashboard;
  readonly locale: string;
}

const headHeight = 72;
const legendHeight = 84;

function heightOf({ horizons, burnUp }: Dashboard): number {
  const rows = Math.min(horizons.length, mostHorizons + 1);
  return headHeight + rows * rowHeight + (burnUp.points.length > 1 ? plotHeight + legendHeight : 0);
}

function Part({ dashboard, locale, top }: Props & { readonly top: number }): VNode {
  const { header, horizons } = dashboard;
  const shown = horizons.length <= mostHorizons + 1 ? horizons : horizons.slice(0, mostHorizons);
  const more = horizons.length - shown.length;
  return (
    <g transform={`translate(${margin} ${top})`}>
      <text class="title" y="18">
        {short(header.title, longestTitle)}
      </text>
      <text class="dim" y="40">
        {short(`${header.done.text} · ${sayPercent(header.percent)} · ${header.forecast.text}`, longestNote)}
      </text>
      <Bar counts={header.counts} y={50} height={8} />
      {shown.map((horizon, index) => (
        <Row key={horizon.id} horizon={horizon} y={headHeight + index * rowHeight} />
      ))}
      {more > 0 && (
        <text class="dim" y={headHeight + shown.length * rowHeight + 18}>
          {l10n.t({ message: 'and {0} more', args: [more], comment: 'Parts of a plan below others' })}
        </text>
      )}
      <BurnUp
        dashboard={dashboard}
        locale={locale}
        top={headHeight + (shown.length + (more > 0 ? 1 : 0)) * rowHeight}
      />
    </g>
  );
}

function Row({ horizon, y }: { readonly horizon: Horizon; readonly y: number }): VNode {
  const { title, counts, percent, late, forecast } = horizon;
  const note = late?.text ?? forecast.verdictText;
  const warns = late?.state === 'late' || (!late && (forecast.verdict === 'late' || forecast.verdict === 'atRisk'));
  return (
    <g transform={`translate(0 ${y})`}>
      <text class="name" y="14">
        {short(title, longestName)}
      </text>
      <text x={inner} y="14" text-anchor="end">
        {note !== undefined && (
          <tspan class={warns ? 'warns' : 'dim'}>{`${warns ? '! ' : ''}${short(note, longestState)} · `}</tspan>
        )}
        {`${counts.done}/${counts.total} · ${sayPercent(percent)}`}
      </text>
      <Bar counts={counts} y={20} height={8} />
    </g>
  );
}

function Bar({ counts, y, height }: Pick<Horizon, 'counts'> & { readonly y: number; readonly height: number }): VNode {
  return (
    <g>
      <rect class="track" y={y} width={inner} height={height} rx="2" />
      {segmentsOf(counts)
        .filter(({ status }) => status !== 'todo')
        .map(({ status, start, share }) => (
          <rect
            key={status}
            class={status}
            x={pixels((start / 100) * inner)}
            y={y + height * (1 - tallness[status])}
            width={pixels((share / 100) * inner)}
            height={height * tallness[status]}
          />
        ))}
    </g>
  );
}

/** How tall each is, since colours alone would not tell them apart. */
const tallness: Readonly<Record<Status, number>> = { done: 1, doing: 0.625, blocked: 0.25, todo: 1, cancelled: 1 };

function BurnUp({ dashboard, locale, top }: Props & { readonly top: number }): VNode | null {
  const { burnUp, today } = dashboard;
  const geometry = burnUp.points.length > 1 && burnUpGeometry(burnUp.points, burnUp.forecast, today);
  if (!geometry) return null;
  const { scope, done, doneArea, cone, xTicks, yTicks } = geometry;
  const axis = 32;
  const room = inner - axis;
  const x = (percent: number): number => pixels(axis + (percent / 100) * room);
  const y = (percent: number): number => pixels((percent / 100) * plotHeight);
  const stretched = `translate(${axis} 0) scale(${room / plot} ${plotHeight / plot})`;
  return (
    <g transform={`translate(0 ${top + 12})`}>
      {yTicks.map((tick) => (
        <g key={tick.value}>
          <line class="grid" x1={axis} x2={inner} y1={y(tick.y)} y2={y(tick.y)} />
          <text class="tick" x={axis - 6} y={y(tick.y) + 4} text-anchor="end">
            {formatNumber(locale, tick.value)}
          </text>
        </g>
      ))}
      <g transform={stretched}>
        {cone.map(({ chance, path }) => (
          <path key={chance} class="cone" d={path} vector-effect="non-scaling-stroke" />
        ))}
        <path class="area" d={doneArea} />
        <path class="line" d={done} vector-effect="non-scaling-stroke" />
        <path class="scope" d={scope} vector-effect="non-scaling-stroke" />
      </g>
      <line class="today" x1={x(geometry.today)} x2={x(geometry.today)} y1="0" y2={plotHeight} />
      {xTicks.map(({ day, x: at, form }) => (
        <text key={day} class="tick" x={x(at)} y={plotHeight + 16} text-anchor={at > 94 ? 'end' : 'middle'}>
          {formatDay(locale, day, form)}
        </text>
      ))}
      <g transform={`translate(${axis} ${plotHeight + 34})`}>
        <Entry name="line" x={0}>
          {l10n.t({ message: 'done', comment: 'A line of a chart: tasks' })}
        </Entry>
        <Entry name="scope" x={160}>
          {l10n.t({ message: 'planned', comment: 'A line of a chart: tasks' })}
        </Entry>
        {cone.length > 0 && (
          <Entry name="cone" x={320}>
            {l10n.t({ message: 'forecast', comment: 'A part of a chart: when all tasks may be done' })}
          </Entry>
        )}
      </g>
      <text class="dim" y={plotHeight + 60}>
        {short(burnUp.summary, longestNote)}
      </text>
    </g>
  );
}

function Entry({ name, x, children }: { readonly name: string; readonly x: number; readonly children: string }): VNode {
  return (
    <g transform={`translate(${x} 0)`}>
      <path class={name} d={name === 'cone' ? 'M0 4 24 -4V4z' : 'M0 0H24'} />
      <text class="tick" x="32" y="4">
        {children}
      </text>
    </g>
  );
}

/** A text of a file in one line, without marks that turn the direction of others. */
function short(text: string, columns: number): string {
  return cut(printable(text.slice(0, 4 * columns)), columns);
}

/** As many digits as a screen shows. */
function pixels(value: number): number {
  return Math.round(value * 100) / 100;
}
