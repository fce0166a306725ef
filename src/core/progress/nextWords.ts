import * as l10n from '@vscode/l10n';
import type { Group, Priority, Task } from '../model/roadmap.js';
import { isoDay, type DayFormat } from '../values/day.js';
import type { Blocker, NextReason } from './next.js';

/** Why a task comes when it does, in a line: `in progress, high priority, 3 tasks wait for it`. */
export function sayReasons(reasons: readonly NextReason[], sayDay: DayFormat = isoDay): string {
  const ofPriority = reasons.find((reason) => reason.kind === 'priority');
  return reasons
    .map((reason) => {
      // What is of the same group is said once, behind the last of it.
      if (reason.kind !== 'late' || reason.from === undefined || reason.from !== ofPriority?.from) return reason;
      return { kind: reason.kind, since: reason.since };
    })
    .map((reason) => sayReason(reason, sayDay))
    .join(', ');
}

function sayReason(reason: NextReason, sayDay: DayFormat): string {
  switch (reason.kind) {
    case 'doing':
      return l10n.t({ message: 'in progress', comment: 'Status of a task' });
    case 'active':
      return l10n.t({ message: 'being worked on', comment: 'Said of a task that has a branch or commits' });
    case 'late':
      return reason.from
        ? l10n.t({
            message: 'late since {0} (of {1})',
            args: [sayDay(reason.since), callNode(reason.from)],
            comment: '{0} is a date, {1} the group that should be done by then',
          })
        : l10n.t('late since {0}', sayDay(reason.since));
    case 'due-soon':
      return sayDueSoon(reason.end, reason.days, sayDay);
    case 'priority': {
      const said = priorityWords[reason.priority]();
      return reason.from
        ? l10n.t({
            message: '{0} (of {1})',
            args: [said, callNode(reason.from)],
            comment: '{0} is "high priority" or the like, {1} the group that has it',
          })
        : said;
    }
    case 'window-open':
      return l10n.t('its window is open until {0}', sayDay(reason.end));
    case 'window-ahead':
      return l10n.t('its window opens on {0}', sayDay(reason.start));
    case 'wanted':
      return reason.tasks === 1 ? l10n.t('1 task waits for it') : l10n.t('{0} tasks wait for it', reason.tasks);
    case 'unknown-dependency':
      return reason.why === 'ambiguous'
        ? l10n.t('depends on "{0}", which several tasks are called', reason.text)
        : l10n.t('depends on "{0}", which is not in the roadmap', reason.text);
    default:
      return l10n.t({ message: 'next in order', comment: 'Why a task is to be done next: its place in the document' });
  }
}

function sayDueSoon(end: number, days: number, sayDay: DayFormat): string {
  if (days === 0) return l10n.t('due today');
  return days === 1 ? l10n.t('due tomorrow') : l10n.t('due on {0}, in {1} days', sayDay(end), days);
}

/** As in lists of other things; see `sayPriority` of the views. */
const priorityWords: Readonly<Record<Priority, () => string>> = {
  critical: () => l10n.t('critical priority'),
  high: () => l10n.t('high priority'),
  medium: () => l10n.t('medium priority'),
  low: () => l10n.t('low priority'),
};

/** What a task waits for, in a line: `waits for RL-3, Search (4 tasks open)`. */
export function sayBlockers(task: Task, blockers: readonly Blocker[]): string {
  const said: string[] = [];
  for (const { kind, node } of blockers) {
    if (kind !== 'mark') continue;
    said.push(node === task ? l10n.t('marked as blocked') : l10n.t('{0} is marked as blocked', callNode(node)));
  }
  const names = blockers.flatMap((blocker) => (blocker.kind === 'dependency' ? [sayDependency(blocker)] : []));
  if (names.length > 0) {
    said.push(l10n.t({ message: 'waits for {0}', args: [names.join(', ')], comment: '{0} are names of tasks' }));
  }
  return said.join(', ');
}

function sayDependency({ node, open }: Extract<Blocker, { kind: 'dependency' }>): string {
  const name = callNode(node);
  if (node.children.length === 0) return name;
  return open === 1 ? l10n.t('{0} (1 task open)', name) : l10n.t('{0} ({1} tasks open)', name, open);
}

/** The id where it is written, else the title. */
function callNode(node: Group | Task): string {
  if (node.kind !== 'task') return node.name;
  return node.idSource === 'explicit' ? node.id : node.title;
}
