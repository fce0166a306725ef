import * as l10n from '@vscode/l10n';
import type { Group, Roadmap, Task } from '../model/roadmap.js';
import type { RoadmapFile } from '../model/snapshot.js';
import { countLeaves } from '../progress/counts.js';
import { latenessOf, type Lateness } from '../progress/lateness.js';
import { isoDay } from '../values/day.js';
import type { Span } from '../model/span.js';
import { isSilenced, type Rule, type RuleProblem, type TimingSubject } from './rule.js';

/** So many tasks of a group are named. */
const most = 20;

/**
 * A group whose window is over, or tasks whose due dates are, with something left to do. One for each group: what stands in a late
 * group is late with it, and late tasks of a group are told together.
 */
export const overdue: Rule<TimingSubject> = {
  code: 'overdue',
  severity: 'warning',
  run({ file, roadmap, schedules, today }) {
    const found: RuleProblem[] = [];
    const visit = (node: Roadmap | Group) => {
      const late: { readonly task: Task; readonly lateness: Lateness }[] = [];
      for (const child of node.children) {
        const lateness = latenessOf(child, schedules, today);
        const isLate = lateness?.state === 'late';
        if (child.kind !== 'task') {
          if (isLate && !isEntry(child) && !isOver(child)) found.push(lateGroup(file, child, lateness));
          else visit(child);
        } else if (isLate && !isSilenced(file, spanOf(child), overdue.code)) late.push({ task: child, lateness });
        else for (const task of lateSubtasks(child)) late.push(task);
      }
      if (late.length > 0) found.push(lateTasks(file, node, late));
    };
    const lateSubtasks = (task: Task): { readonly task: Task; readonly lateness: Lateness }[] =>
      task.children.flatMap((child) => {
        const lateness = latenessOf(child, schedules, today);
        const told = lateness?.state === 'late' && !isSilenced(file, spanOf(child), overdue.code);
        return told ? [{ task: child, lateness }] : lateSubtasks(child);
      });
    visit(roadmap);
    return found;
  },
};

/** A group whose work is said to be over, whatever marks its tasks have: `Scope shipped (2026-01-25)`. */
function isOver({ ownStatus, title, window }: Group): boolean {
  const isDay = window?.unit === 'day' && window.from === window.to;
  return ownStatus?.value === 'done' || (isDay && /\b(?:shipped|released|delivered|completed)\b/i.test(title));
}

/** A title that is a day and nothing else heads what was written on that day as often as what was to be done by then. */
function isEntry({ title, window }: Group): boolean {
  const isDate = window?.unit === 'day' && window.basis === 'calendar' && window.from === window.to;
  return isDate && !/[\p{L}\p{N}]/u.test(title.replace(window.text, ''));
}

function lateGroup(file: RoadmapFile, group: Group, { schedule, days }: Lateness): RuleProblem {
  const { total, done } = countLeaves(group);
  const date = isoDay(schedule.end!);
  return {
    message:
      days === 1
        ? l10n.t(
            '"{0}" ended yesterday ({1}), and {2} of {3} tasks are open: move it on, or move them.',
            group.title,
            date,
            total - done,
            total,
          )
        : l10n.t(
            '"{0}" ended {1} days ago ({2}), and {3} of {4} tasks are open: move it on, or move them.',
            group.title,
            days,
            date,
            total - done,
            total,
          ),
    range: file.lines.rangeOf(
      schedule.from === 'date' ? (group.due?.span ?? group.titleSpan) : (group.window?.span ?? group.titleSpan),
    ),
  };
}

/** What says when a task is due. */
function spanOf({ due, window, titleSpan }: Task): Span {
  return due?.span ?? window?.span ?? titleSpan;
}

function lateTasks(
  file: RoadmapFile,
  node: Roadmap | Group,
  late: readonly { readonly task: Task; readonly lateness: Lateness }[],
): RuleProblem {
  const [{ task, lateness }, ...others] = late as [(typeof late)[number], ...typeof late];
  const date = isoDay(lateness.schedule.end!);
  return {
    message:
      others.length === 0
        ? l10n.t('"{0}" was due on {1}: finish it, or give it another date.', task.title, date)
        : l10n.t(
            '{0} tasks of "{1}" are overdue, such as "{2}" since {3}: finish them, or give them other dates.',
            late.length,
            node.title,
            task.title,
            date,
          ),
    range: file.lines.rangeOf(spanOf(task)),
    ...(others.length > 0
      ? {
          related: others
            .slice(0, most)
            .map((one) => ({ uri: file.uri, range: file.lines.rangeOf(spanOf(one.task)), message: one.task.title })),
        }
      : {}),
  };
}
