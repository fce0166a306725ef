import type { Group, PartialDate, PlannedDate, Roadmap, Task, Window, WindowUnit } from '../model/roadmap.js';
import type { PlanHistory } from '../model/planHistory.js';
import { dayOf, dayOfTime, partsOfDay } from '../values/day.js';

type Node = Group | Task;

/** From which day a roadmap's relative windows count. */
export interface PlanStart {
  /** The first and the last day that it may be: `2024-01-XX` is some day of January. Days since 1970, UTC. */
  readonly earliest: number;
  readonly latest: number;
  /** `generated`: the document says it; `firstCommit`: the day of the file's first commit, as the document says nothing. */
  readonly source: 'generated' | 'firstCommit';
}

/**
 * When a task or group is planned. Where a date is known in part only, it is the widest stretch that it may mean, so that
 * nothing is called late before it surely is. Days since 1970, UTC; both included.
 */
export interface Schedule {
  readonly start?: number;
  readonly end?: number;
  /** What says when it ends, or else when it begins: its own date, its own window, or what it stands in. */
  readonly from: 'date' | 'window' | 'above';
  /** What its days were counted from. */
  readonly basis: 'calendar' | PlanStart['source'];
}

/** When each task and group of a roadmap is planned; those of which nothing is known are not in there. */
export type Schedules = ReadonlyMap<Node, Schedule>;

/** Where a roadmap begins: its Generated date, else the day of its first commit, if that is known. */
export function planStart({ facts }: Roadmap, firstCommit: number | undefined): PlanStart | undefined {
  const { generatedDate } = facts;
  if (generatedDate) return { ...daysOf(generatedDate), source: 'generated' };
  if (firstCommit === undefined) return undefined;
  return { earliest: firstCommit, latest: firstCommit, source: 'firstCommit' };
}

/** The day of the first commit of a roadmap, where its history is known: days since 1970, UTC. */
export function firstDayOf(history: PlanHistory | undefined): number | undefined {
  const first = history?.points[0];
  return first && dayOfTime(first.time);
}

const known = new WeakMap<Roadmap, { readonly firstCommit: number | undefined; readonly schedules: Schedules }>();

/** Resolves all windows and dates of a roadmap. `firstCommit` is the day of its file's first commit, where that is known. */
export function schedulesOf(roadmap: Roadmap, firstCommit?: number): Schedules {
  const seen = known.get(roadmap);
  if (seen && seen.firstCommit === firstCommit) return seen.schedules;
  const schedules = new Map<Node, Schedule>();
  const start = planStart(roadmap, firstCommit);
  for (const child of roadmap.children) place(child, { start }, schedules);
  known.set(roadmap, { firstCommit, schedules });
  return schedules;
}

/** What a node's dates may count from. */
interface Above {
  readonly start: PlanStart | undefined;
  readonly schedule?: Schedule;
  /** The stretch of the nearest window above. */
  readonly window?: Stretch;
}

/** A first and a last day, each the widest. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The last day on which it may begin. */
  readonly latestStart: number;
  readonly basis: Schedule['basis'];
  /** Where it is numbered, what by, and from where its own number counts: of `Weeks 5-8` weeks from 5 on. */
  readonly numbered?: { readonly unit: WindowUnit; readonly from: number; readonly base: Stretch };
}

function place(node: Node, above: Above, schedules: Map<Node, Schedule>): void {
  const window = node.window && !isVague(node, node.window) ? stretchOf(node.window, above) : undefined;
  const start = node.start && plannedDay(node.start, above, 'first');
  const due = node.due && plannedDay(node.due, above, 'last');
  const schedule = scheduleFrom(window, start, due, above.schedule);
  if (schedule) schedules.set(node, schedule);
  const below: Above = {
    start: above.start,
    ...(schedule ? { schedule } : {}),
    ...(window ? { window } : above.window ? { window: above.window } : {}),
  };
  for (const child of node.children) place(child, below, schedules);
}

function scheduleFrom(
  window: Stretch | undefined,
  start: number | undefined,
  due: number | undefined,
  above: Schedule | undefined,
): Schedule | undefined {
  const first = start ?? window?.start ?? above?.start;
  const inherited = above?.end !== undefined && (start === undefined || start <= above.end) ? above.end : undefined;
  const last = due ?? window?.end ?? inherited;
  if (first === undefined && last === undefined) return undefined;
  const days = { ...(first === undefined ? {} : { start: first }), ...(last === undefined ? {} : { end: last }) };
  if (due !== undefined) return { ...days, from: 'date', basis: 'calendar' };
  if (window) return { ...days, from: 'window', basis: window.basis };
  if (start !== undefined && last === undefined) return { ...days, from: 'date', basis: 'calendar' };
  return { ...days, from: 'above', basis: above!.basis };
}

/** Fiscal years begin in whatever month: nobody says in which. */
const fiscal = /\bFY\s?[’']?\d{2,4}\b/i;
/** Before a window: what comes after it has no end. */
const after =
  /(?:^|[^\p{L}])(?:beyond|after|later than|past|post|nach|ab|après|au[- ]del[àa](?: du| de)?|dopo|oltre|depois(?: de| do)?|después(?: de| del)?|после|позже|після)(?: the)?[\s-]{1,3}(?:first\s)?$/iu;
/** Behind one: `Q1 2026+`, `2026 and beyond`. */
const onwards = /^\s{0,2}(?:\+|(?:and|or|&)\s(?:beyond|later|after)|onwards?\b|ff\b|и далее|et au-delà)/iu;
/** What takes a time, rather than being one. */
const work = /^\P{L}{0,8}(?:phase|stage|sprint|iteration|step|wave|milestone)\b/iu;

/**
 * Whether a window does not say when something is to be done: one of a fiscal year, one that is only begun by what is written, or a
 * length behind what takes it: `Phase 2: Import (3 weeks)`.
 */
function isVague({ title, kind }: Node, { text, basis }: Window): boolean {
  if (fiscal.test(title)) return true;
  const at = title.indexOf(text);
  if (at >= 0 && (after.test(title.slice(Math.max(0, at - 40), at)) || onwards.test(title.slice(at + text.length))))
    return true;
  const isLength = basis !== 'calendar' && /^\d/.test(text);
  return isLength && (kind === 'milestone' || kind === 'version' || (kind === 'phase' && work.test(title)));
}

/**
 * The days of a window; undefined where it counts from a day that nobody knows. One that is not of the calendar counts from the
 * window around it, whatever that is, else from the roadmap's start. `Week 6` in `Weeks 5-8` is the second of these.
 */
function stretchOf(window: Window, above: Above): Stretch | undefined {
  if (window.basis === 'calendar') return calendarStretch(window, above);
  const outer = above.window ?? startStretch(above.start);
  if (!outer) return undefined;
  const goesOn =
    outer.numbered && outer.numbered.from > 1 && outer.numbered.unit === window.unit
      ? window.from >= outer.numbered.from
      : false;
  const base = goesOn ? outer.numbered!.base : outer;
  return {
    start: add(base.start, window.unit, window.from - 1),
    latestStart: add(base.latestStart, window.unit, window.from - 1),
    end: add(base.latestStart, window.unit, window.to) - 1,
    basis: base.basis,
    numbered: { unit: window.unit, from: window.from, base },
  };
}

function startStretch(start: PlanStart | undefined): Stretch | undefined {
  return start && { start: start.earliest, latestStart: start.latest, end: start.latest, basis: start.source };
}

/** A day so many units later; a month from 31 January is the last of February. */
function add(day: number, unit: WindowUnit, count: number): number {
  if (unit === 'day') return day + count;
  if (unit === 'week') return day + count * 7;
  const months = { month: 1, quarter: 3, half: 6, year: 12 }[unit] * count;
  const { year, month, day: ofMonth } = partsOfDay(day);
  const lastOfMonth = dayOf(year, month + months + 1, 0);
  return Math.min(dayOf(year, month + months, 1) + ofMonth - 1, lastOfMonth);
}

/**
 * Of the calendar: of the year it names, else of the one above it names, else the first such stretch that does not end
 * before the roadmap begins.
 */
function calendarStretch(window: Window, { window: outer, start }: Above): Stretch | undefined {
  const inYear = (year: number): Stretch => {
    const first = unitStart(window.unit, year, window.from);
    const end = unitStart(window.unit, window.toYear ?? year, window.to + 1) - 1;
    return { start: first, latestStart: first, end, basis: 'calendar' };
  };
  if (window.year !== undefined) return inYear(window.year);
  const earliest = outer?.start ?? start?.earliest;
  if (earliest === undefined) return undefined;
  const { year } = partsOfDay(earliest);
  const stretch = inYear(year);
  return stretch.end < earliest ? inYear(year + 1) : stretch;
}

/** The first day of a unit of a year, 1-based; one beyond the last is the first of the next year. */
function unitStart(unit: WindowUnit, year: number, number: number): number {
  switch (unit) {
    case 'day':
      return dayOf(year, 1, number);
    case 'week': {
      // ISO 8601: week 1 is the one with the fourth of January, and begins on its Monday.
      const fourth = dayOf(year, 1, 4);
      return fourth - (partsOfDay(fourth).weekday - 1) + (number - 1) * 7;
    }
    case 'month':
      return dayOf(year, number, 1);
    case 'quarter':
      return dayOf(year, (number - 1) * 3 + 1, 1);
    case 'half':
      return dayOf(year, (number - 1) * 6 + 1, 1);
    default:
      return dayOf(year + number - 1, 1, 1);
  }
}

/**
 * The first or last day of a date that may be known in part. Without a year it is the first such date that is not before
 * the roadmap, or the window around it, begins.
 */
function plannedDay(date: PlannedDate, { window, start }: Above, which: 'first' | 'last'): number | undefined {
  if (date.year !== undefined) {
    const days = daysOf({ ...date, year: date.year });
    return which === 'first' ? days.earliest : days.latest;
  }
  const earliest = window?.start ?? start?.earliest;
  if (earliest === undefined || date.month === undefined) return undefined;
  const { year } = partsOfDay(earliest);
  const days = daysOf({ ...date, year });
  const found = days.latest < earliest ? daysOf({ ...date, year: year + 1 }) : days;
  return which === 'first' ? found.earliest : found.latest;
}

/** The first and the last day that a date may mean, where a part of it is not known. Days since 1970, UTC. */
export function daysOf({ year, month, day }: Omit<PartialDate, 'span'>): {
  readonly earliest: number;
  readonly latest: number;
} {
  if (month === undefined) return { earliest: dayOf(year, 1, 1), latest: dayOf(year, 12, 31) };
  if (day === undefined) return { earliest: dayOf(year, month, 1), latest: dayOf(year, month + 1, 0) };
  return { earliest: dayOf(year, month, day), latest: dayOf(year, month, day) };
}
