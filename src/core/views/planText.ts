import * as l10n from '@vscode/l10n';
import type { PlanChange, PlanHistory, PlanPoint } from '../model/planHistory.js';
import type { Task } from '../model/roadmap.js';
import type { RoadmapFile } from '../model/snapshot.js';
import type { Forecast } from '../progress/forecast.js';
import { sayForecastDay } from '../progress/forecastWords.js';
import type { HorizonForecast, PlanForecast } from '../progress/horizonForecast.js';
import type { CriticalPath } from '../progress/criticalPath.js';
import type { WhatNext } from '../progress/next.js';
import { sayBlockers, sayReasons } from '../progress/nextWords.js';
import { dayOfTime, isoDay } from '../values/day.js';
import { cut, padEnd, padStart, printable, width } from './columns.js';
import { shortHash } from './ages.js';
import { forecastNotes } from './forecastNotes.js';
import { sayChange } from './planChangeWords.js';
import { outermostGroups } from './planForecast.js';
import type { TextStyle } from './statusText.js';
import { sayVerdict } from './verdicts.js';
import { sayDays, sayPercent, statusSigns } from './words.js';

/** `Title  path`, above what is said of a roadmap. */
export function titleLine({ path, roadmap }: RoadmapFile, style: TextStyle): string {
  const place = printable(path);
  const title = cut(printable(roadmap?.title ?? path), Math.max(12, style.columns - width(place) - 2));
  return `${style.bold(title)}  ${style.dim(place)}`;
}

/** When a plan and its horizons will be done: a line each, with three dates in columns. `today` tells what will be late from what is. */
export function forecastText(file: RoadmapFile, forecast: PlanForecast, style: TextStyle, today?: number): string[] {
  const { whole, horizons } = forecast;
  const notes = () => forecastNotes(forecast).flatMap((note) => wrapped(note, '  ', style).map(style.dim));
  if (whole.state === 'empty') return notes();
  const names = new Map(file.roadmap ? outermostGroups(file.roadmap).map(({ id, name }) => [id, name]) : []);
  const shares = [50, 85, 95].map(sayPercent);
  const left = l10n.t({ message: 'left', comment: 'How many tasks are left: the head of a column' });
  const ends = l10n.t({ message: 'ends', comment: 'The last day of a horizon: the head of a column' });
  const head: Row = { cells: ['', left, ...shares, ends, ''], warns: false };
  const all = l10n.t({ message: 'All', comment: 'All tasks' });
  const rows = fitted(
    [
      head,
      ...horizons.map((horizon) => forecastRow(printable(names.get(horizon.id) ?? horizon.id), horizon, today)),
      forecastRow(all, whole, today),
    ],
    style.columns,
  );
  const lines = rows.map(({ cells, warns }, index) => {
    const [said = '', ...others] = [...cells].reverse();
    const row = others.reverse().join('  ');
    if (index === 0) return style.dim(`  ${row}`.trimEnd());
    return said.trim() === '' ? `  ${row}`.trimEnd() : `  ${row}  ${warns ? style.warn(said) : style.dim(said)}`;
  });
  return [...lines, ...notes()];
}

/** A line of the forecast: name, tasks left, three dates, the end of its window, and how it stands against that. */
interface Row {
  readonly cells: readonly string[];
  readonly warns: boolean;
}

function forecastRow(name: string, forecast: Forecast & Partial<HorizonForecast>, today?: number): Row {
  const { state, dates, remaining, end, verdict } = forecast;
  const known = state === 'ready' || state === 'never';
  const done = state === 'done' ? l10n.t({ message: 'done', comment: 'Status of a task' }) : '';
  return {
    cells: [
      name,
      String(remaining),
      ...[dates?.p50, dates?.p85, dates?.p95].map((day) => (known ? sayForecastDay(day) : '')),
      end === undefined ? '' : isoDay(end),
      verdict ? sayVerdict(verdict, today !== undefined && end! >= today) : done,
    ],
    warns: verdict === 'late' || verdict === 'atRisk',
  };
}

/**
 * Pads cells to columns. Those with a head and nothing else are left out, and where the terminal is narrow names are cut, and
 * then the ends of the windows and the number of tasks left out.
 */
function fitted(rows: readonly Row[], columns: number): readonly Row[] {
  const [left, ends] = [1, 5];
  const widths = rows[0]!.cells.map((_, column) =>
    rows.reduce((most, { cells }) => Math.max(most, width(cells[column]!)), 0),
  );
  const shown = new Set(widths.keys());
  for (const column of shown)
    if (rows.every(({ cells }, index) => index === 0 || cells[column] === '')) shown.delete(column);
  const others = () => [...shown].reduce((sum, column) => (column === 0 ? sum : sum + 2 + widths[column]!), 2);
  const fewest = Math.min(widths[0]!, 10);
  for (const column of [ends, left]) if (others() + fewest > columns) shown.delete(column);
  widths[0] = Math.max(fewest, Math.min(widths[0]!, 40, columns - others()));
  return rows.map(({ cells, warns }) => ({
    warns,
    cells: cells.flatMap((cell, column) => {
      if (column === cells.length - 1) return [cell];
      if (!shown.has(column)) return [];
      return [column === left ? padStart(cell, widths[column]!) : padEnd(cut(cell, widths[column]!), widths[column]!)];
    }),
  }));
}

/** A text in lines that fit, broken between words, each indented; those behind the first by two more. */
function wrapped(text: string, indent: string, { columns }: TextStyle): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = columns - indent.length - (lines.length > 0 ? 2 : 0);
    if (line !== '' && width(line) + 1 + width(word) > room) {
      lines.push(line);
      line = cut(word, room - 2);
    } else line = line === '' ? cut(word, room) : `${line} ${word}`;
  }
  return [...lines, line].map((each, index) => `${indent}${index > 0 ? '  ' : ''}${each}`);
}

/** What to do next, the first first: so many ready tasks, and what waits. */
export function nextText(
  { ready, waiting, cycles, unknown }: WhatNext,
  path: CriticalPath | undefined,
  limit: number,
  style: TextStyle,
): string[] {
  const lines: string[] = [];
  for (const [index, { task, reasons }] of ready.slice(0, limit).entries()) {
    const name = `${statusSigns[task.status]} ${printable(task.title)}`;
    lines.push(
      `${padStart(String(index + 1), 4)} ${withId(name, task, style.columns - 5, style)}`,
      ...wrapped(printable(sayReasons(reasons)), '       ', style).map(style.dim),
    );
  }
  const more = ready.length - limit;
  if (more > 0)
    lines.push(
      style.dim(
        `       ${more === 1 ? l10n.t('and 1 more that is ready') : l10n.t('and {0} more that are ready', more)}`,
      ),
    );
  for (const { task, blockedBy = [] } of waiting.slice(0, limit)) {
    lines.push(
      `     ${style.warn('⊘')} ${withId(printable(task.title), task, style.columns - 7, style)}`,
      ...wrapped(printable(sayBlockers(task, blockedBy)), '       ', style).map(style.dim),
    );
  }
  const behind = waiting.length - limit;
  if (behind > 0)
    lines.push(
      style.dim(`       ${behind === 1 ? l10n.t('and 1 more that waits') : l10n.t('and {0} more that wait', behind)}`),
    );
  const warn = (text: string) => lines.push(...wrapped(printable(text), '  ', style).map(style.warn));
  for (const cycle of cycles) warn(l10n.t('These wait for each other: {0}', cycle.join(', ')));
  for (const { node, text, why } of unknown.slice(0, limit))
    warn(
      why === 'ambiguous'
        ? l10n.t('{0} depends on "{1}", which several tasks are called', node.title, text)
        : l10n.t('{0} depends on "{1}", which is no task here', node.title, text),
    );
  const unseen = unknown.length - limit;
  if (unseen > 0)
    warn(
      unseen === 1
        ? l10n.t('and 1 more dependency that cannot be found')
        : l10n.t('and {0} more dependencies that cannot be found', unseen),
    );
  if (path) {
    const titles = path.tasks.map((task) => printable(task.idSource === 'explicit' ? task.id : task.title)).join(' → ');
    const said =
      path.days === 1
        ? l10n.t({ message: 'Longest chain, 1 working day: {0}', args: [titles], comment: '{0} are names of tasks' })
        : l10n.t({
            message: 'Longest chain, {0} working days: {1}',
            args: [sayDays(path.days), titles],
            comment: '{1} are names of tasks',
          });
    lines.push(...wrapped(said, '  ', style));
  }
  if (lines.length === 0) lines.push(`  ${l10n.t('Nothing is left to do.')}`);
  return lines;
}

/** A name with the task's id behind it, where that is written, in so many columns: the name is what is cut. */
function withId(name: string, task: Task, columns: number, style: TextStyle): string {
  const id = task.idSource === 'explicit' ? printable(task.id) : '';
  if (id === '') return cut(name, columns);
  return `${cut(name, Math.max(12, columns - width(id) - 2))}  ${style.dim(id)}`;
}

const changeSigns: Readonly<Record<PlanChange['kind'], string>> = {
  added: '+',
  removed: '−',
  started: '◐',
  finished: '●',
  reopened: '○',
  cancelled: '✕',
  moved: '→',
  retitled: '✎',
};

/** What happened to a plan: its course week by week, then the last changes, newest first. */
export function historyText(
  { points, changes, versions, unreadable }: PlanHistory,
  limit: number,
  style: TextStyle,
): string[] {
  const lines = [style.dim(`  ${sayVersions(versions, unreadable)}`), ...course(weekly(points, 12), style)];
  // What the plan began with is no change of it.
  const later = changes.filter(({ hash }) => hash !== points[0]?.hash);
  if (later.length > 0) lines.push('');
  for (const change of later.slice(-limit).reverse()) {
    const about = `${isoDay(dayOfTime(change.time))}  ${shortHash(change.hash)}`;
    const what = `${changeSigns[change.kind]} ${printable(sayChange(change))}`;
    lines.push(`  ${style.dim(about)}  ${cut(what, Math.max(12, style.columns - width(about) - 4))}`);
  }
  const earlier = later.length - limit;
  if (earlier > 0)
    lines.push(
      style.dim(
        `  ${
          earlier === 1
            ? l10n.t('and 1 earlier change (--limit shows more)')
            : l10n.t('and {0} earlier changes (--limit shows more)', earlier)
        }`,
      ),
    );
  return lines;
}

function sayVersions(versions: number, unreadable: number): string {
  if (versions === 1) return unreadable > 0 ? l10n.t('1 version, which could not be read') : l10n.t('1 version');
  return unreadable > 0
    ? l10n.t('{0} versions, {1} of them could not be read', versions, unreadable)
    : l10n.t('{0} versions', versions);
}

/** A bar for each point, as in the status: it is full when all is done, and not before. */
function course(points: readonly PlanPoint[], style: TextStyle): string[] {
  const bars = Math.min(30, Math.max(10, style.columns - 40));
  const fractions = points.map(({ done, total }) => `${done}/${total}`);
  const longest = fractions.reduce((most, { length }) => Math.max(most, length), 0);
  return points.map(({ time, done, total }, index) => {
    const filled = total === 0 ? 0 : Math.floor((done / total) * bars + 1e-9);
    const bar = `${style.good('■'.repeat(filled))}${style.dim('□'.repeat(bars - filled))}`;
    return `  ${isoDay(dayOfTime(time))}  ${bar}  ${padStart(fractions[index]!, longest)}`;
  });
}

/** The last state of each week, the newest so many. */
function weekly(points: readonly PlanPoint[], most: number): readonly PlanPoint[] {
  const byWeek = new Map<number, PlanPoint>();
  for (const point of points) byWeek.set(Math.floor((dayOfTime(point.time) + 3) / 7), point);
  return [...byWeek.values()].slice(-most);
}
