import * as l10n from '@vscode/l10n';
import type { Group, Roadmap } from '../model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../model/snapshot.js';
import { sayForecast } from '../progress/forecastWords.js';
import type { PlanForecast } from '../progress/horizonForecast.js';
import type { PlacedTask } from '../links/taskLookup.js';
import { sayTask, workSections, type WorkSection } from './activeTask.js';
import type { ShownMetrics } from './metricRows.js';
import { countLeaves, statusOf, type Counts } from '../progress/counts.js';
import { lateness, sayHowLate, sayLateness, timingOf, type Timing } from './timing.js';
import { fraction, percentage, sayDate, sayDone, sayWindow } from './words.js';

/** The status bar entry. */
export interface StatusBarView {
  /** `5/79 · 30-Day 25 %`, or `RL-12 Add E2E API tests` while a person is at work on a task. */
  readonly text: string;
  readonly accessibleLabel: string;
  /** Lines below the titles of the roadmaps; what comes from files is shown as it is. */
  readonly tooltip: readonly WorkSection[];
}

/** What is known beside the roadmaps. */
export interface StatusBarOptions {
  /** Days since 1970, of the person's own calendar. */
  readonly today?: number;
  readonly metrics?: (file: RoadmapFile) => ShownMetrics | undefined;
  readonly forecast?: (file: RoadmapFile) => PlanForecast | undefined;
  /** What a person is at work on. */
  readonly active?: PlacedTask | undefined;
}

/** UTF-16 code units of the task that is shown: the status bar has room for others, too. */
const longestTask = 40;

/** Overall progress, and that of the horizon that is under way; undefined where there is no roadmap to speak of. */
export function statusBarView(
  snapshot: Snapshot,
  { today, metrics, forecast, active }: StatusBarOptions = {},
): StatusBarView | undefined {
  const { roadmaps } = snapshot;
  const readable = roadmaps.flatMap((file) =>
    file.roadmap ? [{ file, roadmap: file.roadmap, timing: timingOf(snapshot, file, today) }] : [],
  );
  const total = sum(readable.map(({ roadmap }) => countLeaves(roadmap)));
  if (total.total + total.cancelled === 0) return undefined;
  const [only] = readable.length === 1 ? readable : [];
  const current = only && currentGroup(only.roadmap.children);
  const late = current && lateness(only.timing, current);
  const share =
    current && [shortName(current), percentage(countLeaves(current)), ...(late ? [sayLateness(late)] : [])].join(' ');
  const said = [sayTotal(total), ...(share ? [share] : [])].join(', ');
  return {
    text: active ? sayTask(active.task, longestTask) : [fraction(total), ...(share ? [share] : [])].join(' · '),
    accessibleLabel: active ? l10n.t('At work on {0}. {1}', sayTask(active.task), said) : said,
    tooltip: [
      ...workSections(snapshot, active),
      ...readable.map(({ file, roadmap, timing }) => ({
        title: roadmap.title,
        lines: [
          ...roadmap.children.flatMap((child) => (child.kind === 'task' ? [] : [groupLine(child, timing)])),
          sayDone(countLeaves(roadmap)),
          ...forecastLine(forecast?.(file)),
          ...metricsLine(roadmap, metrics?.(file)),
          ...(roadmap.review?.next ? [l10n.t('Next review: {0}', roadmap.review.next.value)] : []),
          ...(roadmap.review?.lastUpdatedDate
            ? [l10n.t('Last updated: {0}', sayDate(roadmap.review.lastUpdatedDate))]
            : []),
        ],
      })),
    ],
  };
}

/** `■■□□□□□□□□ 5/20 30-Day Roadmap (late by 12 days)` */
function groupLine(group: Group, timing: Timing): string {
  const counts = countLeaves(group);
  const late = lateness(timing, group);
  return [bar(counts), fraction(counts), group.name, ...(late ? [`(${sayHowLate(late)})`] : [])].join(' ');
}

function sayTotal({ done, total }: Counts): string {
  return total === 1
    ? l10n.t('Roadmap: {0} of 1 task done', done)
    : l10n.t('Roadmap: {0} of {1} tasks done', done, total);
}

/** When all of it will be done, where there is anything to say but that nothing is known. */
function forecastLine(forecast: PlanForecast | undefined): string[] {
  return forecast && forecast.whole.state !== 'empty' && forecast.whole.weeks > 0
    ? [l10n.t('Forecast: {0}', sayForecast(forecast.whole))]
    : [];
}

/** `12 success metrics: 3 measured, 1 missed` */
function metricsLine({ metrics }: Roadmap, shown: ShownMetrics | undefined): string[] {
  if (metrics.length === 0) return [];
  const said = shown?.summary.join(', ') ?? '';
  return [said === '' ? sayMetrics(metrics.length) : `${sayMetrics(metrics.length)}: ${said}`];
}

function sayMetrics(count: number): string {
  return count === 1 ? l10n.t('1 success metric') : l10n.t('{0} success metrics', count);
}

/** The first horizon, else the first group, that is neither done nor without tasks. */
function currentGroup(children: readonly ({ readonly kind: string } | Group)[]): Group | undefined {
  const groups = children.filter((child): child is Group => child.kind !== 'task');
  const open = groups.filter((group) => countLeaves(group).total > 0 && statusOf(group) !== 'done');
  return open.find(({ kind }) => kind === 'horizon') ?? open[0];
}

/** `30-Day` of `30-Day Roadmap (High-Leverage Cleanup)`: the window, else the first words. */
function shortName(group: Group): string {
  if (group.window) return sayWindow(group.window);
  const [head] = group.name.split(/\s?[(:–—]/);
  const name = head?.trim() || group.name;
  return name.length > 24 ? `${name.slice(0, 23).trimEnd()}…` : name;
}

function bar(counts: Counts): string {
  const filled = counts.total === 0 ? 0 : Math.floor((counts.done / counts.total) * 10 + 1e-9);
  return '■'.repeat(filled) + '□'.repeat(10 - filled);
}

function sum(all: readonly Counts[]): Counts {
  const zero = { todo: 0, doing: 0, blocked: 0, done: 0, cancelled: 0, total: 0 };
  return all.reduce(
    (left, right) => ({
      todo: left.todo + right.todo,
      doing: left.doing + right.doing,
      blocked: left.blocked + right.blocked,
      done: left.done + right.done,
      cancelled: left.cancelled + right.cancelled,
      total: left.total + right.total,
    }),
    zero,
  );
}
