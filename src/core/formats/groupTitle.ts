import type { Group, GroupKind, Task, Window } from '../model/roadmap.js';
import type { Span } from '../model/span.js';
import { statusOfWord, type StatusMarks } from '../values/status.js';
import { parseDateWindow } from '../values/dateWindow.js';
import { parseWindow, type WindowValue } from '../values/window.js';
import { plainTitle } from './plainTitle.js';

/** What the title of a group says beside its name: its window of time, and what kind of group it is. */
export interface Timing {
  readonly window?: Window;
  /** The title without its window. */
  readonly name: string;
  /** Counts from the roadmap's start. */
  readonly relative: boolean;
}

/**
 * Reads the window a title names, and what the title is without it. `spanOf` tells where a part of the title stands in
 * the source; `below` whether the group stands in a horizon that counts from the roadmap's start.
 */
export function readTiming(title: string, spanOf: (start: number, end: number) => Span, below: boolean): Timing {
  const value = parseWindow(title);
  if (!value) return { name: title, relative: false };
  const basis = basisOf(value, below);
  return {
    window: {
      unit: value.unit,
      from: value.from,
      to: value.to,
      ...(value.year === undefined ? {} : { year: value.year }),
      ...(value.toYear === undefined ? {} : { toYear: value.toYear }),
      basis,
      text: title.slice(value.start, value.end),
      span: spanOf(value.start, value.end),
    },
    name: nameWithout(title, value),
    relative: value.length || basis === 'start',
  };
}

/** Where a title may hold dates: in a bracket at its end, as a whole, before a colon or behind a dash. */
const dated = [
  /\(([^()]{6,64})\)$/,
  /^(.{6,64})$/,
  /^([^:]{6,64}):\s/,
  /\s[–—-]\s([^–—]{6,40})$/,
  /^(\S{7,20})\s[–—-]\s/,
];

/** The window of a group: what its title names, or the dates in it, which the title keeps. */
export function windowOf(
  title: string,
  { window }: Timing,
  spanOf: (start: number, end: number) => Span,
): Window | undefined {
  const dates = readDates(title, spanOf);
  // In `16 April - 3 May 2026` the month is a part of a date.
  const inside = window && dates && dates.span.start <= window.span.start && window.span.end <= dates.span.end;
  return inside ? dates : (window ?? dates);
}

function readDates(title: string, spanOf: (start: number, end: number) => Span): Window | undefined {
  if (title.length > 200 || !/\d{4}/.test(title)) return undefined;
  for (const pattern of dated) {
    const found = pattern.exec(title);
    const value = found && parseDateWindow(found[1]!);
    if (!value) continue;
    const start = found.index + found[0].indexOf(found[1]!);
    const end = start + found[1]!.length;
    return {
      unit: value.unit,
      from: value.from,
      to: value.to,
      ...(value.year === undefined ? {} : { year: value.year }),
      ...(value.toYear === undefined ? {} : { toYear: value.toYear }),
      basis: 'calendar',
      text: title.slice(start, end),
      span: spanOf(start, end),
    };
  }
  return undefined;
}

/** What a window counts from; `below` as above. */
export function basisOf(
  { year, calendar, unit }: Pick<WindowValue, 'year' | 'calendar' | 'unit'>,
  below: boolean,
): Window['basis'] {
  if (year !== undefined || calendar) return 'calendar';
  if (below) return 'horizon';
  return unit === 'quarter' ? 'calendar' : 'start';
}

/**
 * `Deployment Hardening` of `Week 1-2: Deployment Hardening`, `30-Day Roadmap` of `30-Day Roadmap (Cleanup)`; a title
 * that needs its window keeps it.
 */
function nameWithout(title: string, { start, end }: WindowValue): string {
  if (title.slice(0, start).trim() === '') {
    const rest = /^\s{0,3}[:–—-]\s{1,3}(\S.*)$/.exec(title.slice(end));
    return rest ? rest[1]! : (/^(.{4,}\S)\s\([^()]*\)$/.exec(title)?.[1] ?? title);
  }
  const before = title.slice(0, start);
  const bracketed = before.endsWith('(') && title.slice(end).trim() === ')';
  return bracketed ? before.slice(0, -1).trimEnd() : title;
}

/** Long stretches that hold shorter ones are horizons; a week, month or quarter of work is a phase. */
export function groupKind(
  title: string,
  id: string | undefined,
  window: Window | undefined,
  children: readonly (Group | Task)[],
  marks?: StatusMarks,
): GroupKind {
  const plain = plainTitle(title);
  if (/^(?:now|next|later|someday|(?:short|mid|medium|long)[- ]term\b.*|near[- ]term\b.*)$/.test(plain))
    return 'horizon';
  if (/^(?:phase|stage|sprint|iteration|step|wave)\b/.test(plain)) return 'phase';
  // A file that numbers its milestones `M1`, `M2` has them as ids.
  if (/^milestones?\b|^m\d{1,3}\b/.test(plain) || /^m\d{1,3}$/i.test(id ?? '')) return 'milestone';
  if (/^(?:version |release )?v?\d{1,4}\.\d{1,4}(?:\.[\dx]{1,4})?\b/.test(plain)) return 'version';
  if (statusOfWord(plain, marks)) return 'status';
  if (!window) return 'section';
  return children.some((child) => child.kind !== 'task') ||
    (window.from === 1 && window.to > 1 && window.unit === 'day')
    ? 'horizon'
    : 'phase';
}
