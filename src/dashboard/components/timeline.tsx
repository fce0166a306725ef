import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Timeline as TimelineData, TimelineRow } from '../../core/views/dashboard/dashboard.js';
import { statusTitle } from '../../core/views/words.js';
import { sayPercent } from '../../core/views/words.js';
import { timelineScale } from '../charts/timelineScale.js';
import { formatDay, formatNumber } from '../format.js';
import { clip, Clipped } from './clipped.js';
import { DataTable } from './dataTable.js';
import { LateMark } from './lateMark.js';
import { memo } from './memo.js';
import { NothingMatches } from './nothingMatches.js';
import { Open } from './open.js';
import { Paged } from './paged.js';
import { Section } from './section.js';
import { StatusIcon } from './statusIcon.js';
import { TimelineChart } from './timelineChart.js';
import { useView } from './view.js';
import { clampZoom, ZoomButtons } from './zoom.js';

interface Props {
  readonly timeline: TimelineData;
  readonly today: number;
}

/** Ticks over the width of the window; each step of zoom shows as many again. */
const ticksAtOnce = 8;
/** Rows that are drawn at first, and how many more each time. */
const page = 60;

/** Horizons, phases and dated tasks over time: titles at the left, their days beside them, each in a row of its own. */
export const Timeline = memo(function Timeline({ timeline, today }: Props): VNode {
  return (
    <Section name="timeline" title={l10n.t('Timeline')} wide>
      {!timeline.days && timeline.undated > 0 ? (
        <p class="empty">{l10n.t('No group and no task has a date, a window such as "Week 1-2", or a due date.')}</p>
      ) : timeline.rows.length === 0 || !timeline.days ? (
        <NothingMatches />
      ) : (
        <Days timeline={timeline} days={timeline.days} today={today} />
      )}
    </Section>
  );
});

function Days({
  timeline,
  days: { start, end },
  today,
}: Props & { readonly days: NonNullable<TimelineData['days']> }): VNode {
  const { locale, standalone, kept, keep } = useView();
  const [zoom, setZoom] = useState(() => clampZoom(kept().zoom));
  const scroller = useRef<HTMLDivElement>(null);
  const scale = useMemo(() => timelineScale({ start, end }, ticksAtOnce * zoom), [start, end, zoom]);
  const summary = summaryOf(timeline.rows, formatDay(locale, start), formatDay(locale, end));

  /** The middle of what is seen stays in the middle. */
  const middle = useRef<number | undefined>(undefined);
  const change = (wanted: number): void => {
    const next = clampZoom(wanted);
    const element = scroller.current;
    // From all of it into what matters most.
    if (element) middle.current = zoom === 1 ? scale.x(today) / 100 : middleOf(element);
    setZoom(next);
    keep({ zoom: next });
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || middle.current === undefined) return;
    element.scrollLeft = middle.current * element.scrollWidth - element.clientWidth / 2;
    middle.current = undefined;
  }, [zoom]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') change(zoom * 2);
    else if (event.key === '-') change(zoom / 2);
    else if (event.key === '0') change(1);
    else return;
    event.preventDefault();
  };

  return (
    <>
      {!standalone && <ZoomButtons zoom={zoom} onZoom={change} />}
      <Paged items={timeline.rows} size={page}>
        {(rows) => (
          <div class="timeline">
            <ol class="timeline-titles">
              {rows.map((row) => (
                <RowTitle key={`${row.kind} ${row.id}`} row={row} />
              ))}
            </ol>
            <div
              class="timeline-scroller"
              ref={scroller}
              tabIndex={standalone ? undefined : 0}
              role="group"
              aria-label={l10n.t('Timeline: plus and minus zoom, 0 fits, arrow keys scroll')}
              onKeyDown={onKeyDown}
            >
              <TimelineChart rows={rows} scale={scale} today={today} zoom={zoom} summary={summary} />
            </div>
          </div>
        )}
      </Paged>
      <p class="detail">{footOf(timeline, (count) => formatNumber(locale, count))}</p>
      <DataTable
        caption={summary}
        columns={[
          { title: l10n.t('Title') },
          { title: l10n.t('When') },
          { title: l10n.t('Status') },
          {
            title: l10n.t({ message: 'Done', comment: 'Column of a table: how many per cent are done' }),
            number: true,
          },
        ]}
        rows={() =>
          timeline.rows.map((row) => [
            <Clipped text={row.title} />,
            <>
              <Clipped text={row.window} /> <LateMark late={row.late} />
            </>,
            statusTitle(row.status),
            sayPercent(row.percent),
          ])
        }
      />
    </>
  );
}

/** What is in the middle of what is seen, as a share of the whole width. */
function middleOf({ scrollLeft, clientWidth, scrollWidth }: Element): number {
  return (scrollLeft + clientWidth / 2) / scrollWidth;
}

const RowTitle = memo(function RowTitle({ row }: { readonly row: TimelineRow }): VNode {
  const target = { kind: row.kind === 'task' ? 'task' : 'group', id: row.id } as const;
  return (
    <li class={`timeline-title depth-${Math.min(row.depth, 4)}`}>
      <StatusIcon status={row.status} />
      <span class="row-title">
        <Open target={target} line={row.line}>
          <Clipped text={row.title} />
        </Open>
      </span>
      {row.late?.state === 'late' && <LateMark late={{ ...row.late, text: l10n.t('late') }} />}
    </li>
  );
});

function summaryOf(rows: readonly TimelineRow[], from: string, to: string): string {
  const late = rows.filter((row) => row.late?.state === 'late').length;
  return l10n.t({
    message: 'Timeline from {0} to {1}: {2} entries, {3} of them late',
    args: [from, to, rows.length, late],
    comment: '{0} and {1} are dates',
  });
}

function footOf({ basis, undated }: TimelineData, say: (count: number) => string): string {
  const parts = [
    basis === undefined ? undefined : clip(basis),
    undated === 1
      ? l10n.t('1 group or open task has no date')
      : undated > 0
        ? l10n.t('{0} groups and open tasks have no date', say(undated))
        : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
