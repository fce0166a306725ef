import { utcTicks } from 'd3-time';
import type { Days } from '../../core/views/dashboard/dashboard.js';
import type { DateForm } from '../format.js';
import { linear, rounded } from './linear.js';

const millisecondsADay = 86_400_000;

export interface TimeTick {
  readonly day: number;
  /** Per cent of the width. */
  readonly x: number;
  readonly form: Exclude<DateForm, 'time'>;
}

export interface TimelineScale {
  /** Per cent of the width at which a day begins. */
  readonly x: (day: number) => number;
  /** The day at so many per cent of the width. */
  readonly dayAt: (x: number) => number;
  readonly ticks: readonly TimeTick[];
}

/** Where the days of a chart are, with about as many ticks as are asked for, at beginnings of days, weeks, months or years. */
export function timelineScale({ start, end }: Required<Days>, ticks: number): TimelineScale {
  // The last day is part of the chart, up to its end; a little room stays on both sides for marks that stand at an end.
  const room = Math.max(1, (end + 1 - start) * 0.02);
  const [first, last] = [start - room, end + 1 + room];
  const x = linear([first, last], [0, 100]);
  const time = linear([0, 100], [first, last]);
  const days = utcTicks(dateOf(first), dateOf(last), ticks).map((date) => date.getTime() / millisecondsADay);
  const whole = [...new Set(days.filter((day) => Number.isInteger(day)))];
  const form = formOf(whole);
  const all = whole.map((day): TimeTick => ({ day, x: x(day), form: form(day) }));
  return { x, dayAt: (at) => Math.floor(time(at)), ticks: apart(all, 100 / Math.max(1, ticks)) };
}

/** What a label takes of the room that a tick has where there are as many as were asked for. */
const labelRoom: Readonly<Record<TimeTick['form'], number>> = {
  day: 1.2,
  month: 0.9,
  dayOfMonth: 0.75,
  year: 0.5,
  monthOfYear: 0.45,
};

/** Without ticks whose labels would run into that of the one before, or that of a year behind them. */
function apart(ticks: readonly TimeTick[], room: number): readonly TimeTick[] {
  const kept: TimeTick[] = [];
  for (const tick of ticks) {
    let last = kept.at(-1);
    if (last && tick.x - last.x < labelRoom[last.form] * room) {
      // What says more stays, but for the first, which says in which year all begins.
      if (kept.length === 1 || labelRoom[tick.form] <= labelRoom[last.form]) continue;
      kept.pop();
      last = kept.at(-1)!;
      if (tick.x - last.x < labelRoom[last.form] * room) continue;
    }
    kept.push(tick);
  }
  return kept;
}

/** The class of a tick by its place: where there is little room, only every second or fourth is labelled. */
export function axisClass(index: number): string {
  if (index % 4 === 0) return 'axis';
  return index % 2 === 0 ? 'axis half' : 'axis minor';
}

function dateOf(day: number): Date {
  return new Date(day * millisecondsADay);
}

/** How ticks are said: as exactly as their distance asks for, the first and the first of each year with more. */
function formOf(days: readonly number[]): (day: number) => TimeTick['form'] {
  const distance = days.length > 1 ? days[1]! - days[0]! : 1;
  if (distance >= 360) return () => 'year';
  if (distance < 28) return () => 'dayOfMonth';
  const monthOf = (day: number): number => dateOf(day).getUTCMonth();
  return (day) => (day === days[0] || monthOf(day) === 0 ? 'month' : 'monthOfYear');
}

/** What a row of the timeline is drawn as, over the scale: a bar, or a mark where only one of its days is known. */
export type TimelineMark =
  | { readonly kind: 'bar'; readonly x: number; readonly width: number }
  | { readonly kind: 'start' | 'end'; readonly x: number };

export function timelineMark({ x }: TimelineScale, { start, end }: Days): TimelineMark | undefined {
  if (start !== undefined && end !== undefined && end >= start) {
    return { kind: 'bar', x: x(start), width: rounded(x(end + 1) - x(start)) };
  }
  if (end !== undefined) return { kind: 'end', x: x(end + 0.5) };
  return start === undefined ? undefined : { kind: 'start', x: x(start) };
}
