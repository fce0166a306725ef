import * as l10n from '@vscode/l10n';
import type { Group } from '../model/roadmap.js';
import type { Snapshot } from '../model/snapshot.js';
import { countLeaves, statusOf, type Counts } from '../progress/counts.js';
import { fraction, percentage, sayDate, sayDone, sayWindow } from './words.js';

/** The status bar entry. */
export interface StatusBarView {
  /** `5/79 · 30-Day 25 %` */
  readonly text: string;
  readonly accessibleLabel: string;
  /** Lines below the titles of the roadmaps; what comes from files is shown as it is. */
  readonly tooltip: readonly StatusBarSection[];
}

interface StatusBarSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Overall progress, and that of the horizon that is under way; undefined where there is no roadmap to speak of. */
export function statusBarView({ roadmaps }: Snapshot): StatusBarView | undefined {
  const readable = roadmaps.flatMap(({ roadmap }) => (roadmap ? [roadmap] : []));
  const total = sum(readable.map(countLeaves));
  if (total.total + total.cancelled === 0) return undefined;
  const current = readable.length === 1 ? currentGroup(readable[0]!.children) : undefined;
  const name = current && shortName(current);
  const share = current && `${name} ${percentage(countLeaves(current))}`;
  return {
    text: [fraction(total), ...(share ? [share] : [])].join(' · '),
    accessibleLabel: [sayTotal(total), ...(share ? [share] : [])].join(', '),
    tooltip: readable.map((roadmap) => ({
      title: roadmap.title,
      lines: [
        ...roadmap.children.flatMap((child) =>
          child.kind === 'task' ? [] : [`${bar(countLeaves(child))} ${fraction(countLeaves(child))} ${child.name}`],
        ),
        sayDone(countLeaves(roadmap)),
        ...(roadmap.metrics.length > 0 ? [sayMetrics(roadmap.metrics.length)] : []),
        ...(roadmap.review?.next ? [l10n.t('Next review: {0}', roadmap.review.next.value)] : []),
        ...(roadmap.review?.lastUpdatedDate
          ? [l10n.t('Last updated: {0}', sayDate(roadmap.review.lastUpdatedDate))]
          : []),
      ],
    })),
  };
}

function sayTotal({ done, total }: Counts): string {
  return total === 1
    ? l10n.t('Roadmap: {0} of 1 task done', done)
    : l10n.t('Roadmap: {0} of {1} tasks done', done, total);
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
