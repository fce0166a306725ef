import * as l10n from '@vscode/l10n';
import type { Group, Task } from '../../model/roadmap.js';
import { countLeaves, percent, statusOf } from '../../progress/counts.js';
import type { DayFormat } from '../../values/day.js';
import { saySchedule, type Timing } from '../timing.js';
import type { Timeline, TimelineRow } from './dashboard.js';
import { daysOf, lateOf } from './horizons.js';
import { placedNodes } from './placedNodes.js';
import { lineOfNode, remembered, type Subject } from './subject.js';

const made = remembered<Timeline>();

/** What is planned when: groups and tasks with a window or date of their own, in the order of the plan. */
export function timeline(subject: Subject): Timeline {
  const { roadmap, file, timing, today, sayDay } = subject;
  const inputs = [roadmap, file.lines, timing.schedules, today, subject.history?.state, sayDay] as const;
  return made(inputs, () => draw(subject));
}

function draw(subject: Subject): Timeline {
  const { roadmap, timing, today, sayDay } = subject;
  const rows: TimelineRow[] = [];
  let [first, last, undated] = [today, today, 0];
  for (const { node, depth, horizon } of placedNodes(roadmap)) {
    const schedule = timing.schedules.get(node);
    if (!schedule) {
      if (isOpen(node)) undated++;
      continue;
    }
    // What stands in something dated has its row there.
    if (schedule.from === 'above') continue;
    const { start, end } = schedule;
    first = Math.min(first, start ?? end!, end ?? start!);
    last = Math.max(last, start ?? end!, end ?? start!);
    const late = lateOf(timing, node, sayDay);
    rows.push({
      kind: node.kind,
      id: node.id,
      title: node.title,
      depth,
      ...(horizon ? { horizon: horizon.id } : {}),
      ...(node.kind === 'task' ? {} : { groups: groupsIn(node) }),
      status: statusOf(node),
      percent: percent(countLeaves(node)),
      ...daysOf(schedule),
      ...(late ? { late } : {}),
      window: saySchedule(schedule, sayDay),
      line: lineOfNode(subject, node),
    });
  }
  const basis = sayBasis(subject);
  return {
    ...(rows.length > 0 ? { days: { start: first, end: last } } : {}),
    ...(basis === undefined ? {} : { basis }),
    rows,
    undated,
  };
}

/** The ids of a group and of all groups in it. */
function groupsIn(group: Group): string[] {
  return [group.id, ...group.children.flatMap((child) => (child.kind === 'task' ? [] : groupsIn(child)))];
}

function isOpen(node: Group | Task): boolean {
  const status = statusOf(node);
  return status !== 'done' && status !== 'cancelled' && countLeaves(node).total > 0;
}

/** What relative windows count from, where there are any; or why they have no days. */
function sayBasis({ roadmap, timing, history, sayDay }: Subject): string | undefined {
  if (!placedNodes(roadmap).some(({ node }) => node.window && node.window.basis !== 'calendar')) return undefined;
  const { start } = timing;
  if (start) return saidStarts[start.source](start, sayDay);
  return history && history.state !== 'loading'
    ? l10n.t('Weeks and months have no days: the document has no Generated date, and its first commit is not known.')
    : l10n.t('Weeks and months have no days yet: the first commit of the document is being looked for.');
}

type Start = NonNullable<Timing['start']>;

const saidStarts: Readonly<Record<Start['source'], (start: Start, sayDay: DayFormat) => string>> = {
  generated: ({ earliest, latest }, sayDay) =>
    earliest === latest
      ? l10n.t('Weeks and months count from the Generated date, {0}.', sayDay(earliest))
      : l10n.t(
          'Weeks and months count from the Generated date, some day from {0} to {1}.',
          sayDay(earliest),
          sayDay(latest),
        ),
  firstCommit: ({ earliest }, sayDay) =>
    l10n.t('Weeks and months count from the first commit of the file, {0}.', sayDay(earliest)),
};
