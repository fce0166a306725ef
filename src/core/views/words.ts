import * as l10n from '@vscode/l10n';
import type {
  Effort,
  Group,
  PartialDate,
  PlannedDate,
  Priority,
  Status,
  StatusSource,
  Task,
  Window,
} from '../model/roadmap.js';
import { percent, wholePercent, type Counts } from '../progress/counts.js';
import { effortRatio, type EffortProgress } from '../progress/effortProgress.js';
import { formatDate } from '../values/date.js';
import { statusWord } from '../values/statusWord.js';

/**
 * How values are said. One place, so that every surface says them alike. Words are made when they are asked for: the
 * language is set after this module is loaded.
 */

/** What each value is called; see above for why these are functions. */
type Words<T extends string> = Readonly<Record<T, () => string>>;

/** Status marks for plain text. */
export const statusSigns: Readonly<Record<Status, string>> = {
  todo: '○',
  doing: '◐',
  blocked: '⊘',
  done: '●',
  cancelled: '✕',
};

/** A status that stands by itself: `In progress`. */
export function statusTitle(status: Status): string {
  return statusTitles[status]();
}

const statusTitles: Words<Status> = {
  todo: () => l10n.t('To do'),
  doing: () => l10n.t('In progress'),
  blocked: () => l10n.t('Blocked'),
  done: () => l10n.t('Done'),
  cancelled: () => l10n.t('Cancelled'),
};

/** A priority within a line: `high`. */
export function priorityWord(priority: Priority): string {
  return priorityWords[priority]();
}

const priorityWords: Words<Priority> = {
  critical: () => l10n.t({ message: 'critical', comment: 'Priority of a task' }),
  high: () => l10n.t({ message: 'high', comment: 'Priority of a task' }),
  medium: () => l10n.t({ message: 'medium', comment: 'Priority of a task' }),
  low: () => l10n.t({ message: 'low', comment: 'Priority of a task' }),
};

/** A priority that stands by itself: `High`. */
export function priorityTitle(priority: Priority): string {
  return priorityTitles[priority]();
}

const priorityTitles: Words<Priority> = {
  critical: () => l10n.t({ message: 'Critical', comment: 'Priority of a task' }),
  high: () => l10n.t({ message: 'High', comment: 'Priority of a task' }),
  medium: () => l10n.t({ message: 'Medium', comment: 'Priority of a task' }),
  low: () => l10n.t({ message: 'Low', comment: 'Priority of a task' }),
};

/** A priority in a list of other things: `high priority`. */
export function sayPriority(priority: Priority): string {
  return saidPriorities[priority]();
}

const saidPriorities: Words<Priority> = {
  critical: () => l10n.t('critical priority'),
  high: () => l10n.t('high priority'),
  medium: () => l10n.t('medium priority'),
  low: () => l10n.t('low priority'),
};

/** Critical and high show themselves, medium and low stay silent. */
export function loudPriority(priority: Priority | undefined): string | undefined {
  if (priority === 'critical') return `⇈ ${priorityWord(priority)}`;
  return priority === 'high' ? `↑ ${priorityWord(priority)}` : undefined;
}

/** Where a status comes from: `done (inherited from above)`. */
export function sayStatus(status: Status, source: StatusSource): string {
  const word = statusWord(status);
  if (source === 'own') return word;
  return source === 'inherited'
    ? l10n.t({ message: '{0} (inherited from above)', args: [word], comment: '{0} is the status of a task' })
    : l10n.t({ message: '{0} (no mark)', args: [word], comment: '{0} is the status of a task' });
}

/** `5/20` */
export function fraction({ done, total }: Counts): string {
  return `${done}/${total}`;
}

/** `25 %` */
export function percentage(counts: Counts): string {
  return sayPercent(percent(counts));
}

/** `25 %`, of a whole number. */
export function sayPercent(share: number): string {
  return l10n.t({ message: '{0} %', args: [share], comment: 'A percentage' });
}

/** `5 of 20 done` */
export function sayDone({ done, total }: Counts): string {
  return l10n.t({ message: '{0} of {1} done', args: [done, total], comment: 'How many tasks are done' });
}

/** `1 of 2 subtasks done` */
export function saySubtasksDone({ done, total }: Counts): string {
  return total === 1 ? l10n.t('{0} of 1 subtask done', done) : l10n.t('{0} of {1} subtasks done', done, total);
}

/** Ranges with an en dash: `Week 1–2`, `2–3 days`; dates keep their hyphens. */
export function ranged(text: string): string {
  return text.replace(
    /(?:19|20)\d{2}-\d{2}(?:-\d{2})?(?!\d)|(\d)\s?-\s?(Q?\d)/g,
    (all, from: string | undefined, to: string) => (from === undefined ? all : `${from}–${to}`),
  );
}

/** A window as it is written: `Week 1–2`. */
export function sayWindow(window: Window): string {
  return ranged(window.text);
}

/** A window with what it counts from: `Week 1–2 (from the start of its horizon)`. */
export function sayWindowBasis(window: Window): string {
  return bases[window.basis](sayWindow(window));
}

const bases: Readonly<Record<Window['basis'], (window: string) => string>> = {
  horizon: (window) => l10n.t('{0} (from the start of its horizon)', window),
  start: (window) => l10n.t('{0} (from the start of the roadmap)', window),
  calendar: (window) =>
    l10n.t({ message: '{0} (calendar)', args: [window], comment: '{0} is a time of the calendar, such as "Q1 2026"' }),
};

/** `2–3 days (2–3 working days)`: as written, and as it is counted. */
export function sayEffort({ text, minDays, maxDays }: Effort): string {
  const days = minDays === maxDays ? `${minDays}` : `${minDays}–${maxDays}`;
  return maxDays === 1
    ? l10n.t('{0} ({1} working day)', ranged(text), days)
    : l10n.t('{0} ({1} working days)', ranged(text), days);
}

/** A date in ISO 8601, as far as it is known. */
export function sayDate(date: PartialDate): string {
  return formatDate(date);
}

/** A planned date in ISO 8601 as far as it is known; undefined where not even its year is. */
export function formatPlannedDate({ year, month, day }: Omit<PlannedDate, 'text' | 'span'>): string | undefined {
  if (year === undefined) return undefined;
  return formatDate({ year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) });
}

/** `due 2026-04-16` */
export function sayDue(date: PlannedDate): string {
  const said = sayPlannedDate(date);
  return l10n.t({ message: 'due {0}', args: [said], comment: '{0} is the date by which a task is to be done' });
}

/** In ISO 8601 where its year is known, else as written. */
function sayPlannedDate(date: PlannedDate): string {
  return formatPlannedDate(date) ?? date.text;
}

/** A planned date as it is known, and as it is written where that says more: `2026-03 (end of March 2026)`. */
export function sayWrittenDate(date: PlannedDate): string {
  const known = sayPlannedDate(date);
  return known === date.text ? known : `${known} (${date.text})`;
}

/** The title as it stands in a list: a group without the window that is shown beside it. */
export function nameOf(node: Group | Task): string {
  return node.kind === 'task' ? node.title : node.name;
}

/** `12 of 40 working days (30 %)` */
export function sayDaysDone(progress: EffortProgress): string {
  const [done, total] = [sayDays(progress.doneDays), sayDays(progress.totalDays)];
  const share = sayPercent(wholePercent(effortRatio(progress)));
  return total === '1'
    ? l10n.t('{0} of 1 working day ({1})', done, share)
    : l10n.t('{0} of {1} working days ({2})', done, total, share);
}

/** Working days as a number: one decimal where there is a part of a day. */
export function sayDays(days: number): string {
  return String(Math.round(days * 10) / 10);
}
