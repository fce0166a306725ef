import type { Effort, Group, PartialDate, Priority, Status, StatusSource, Task, Window } from '../model/roadmap.js';
import { percent, type Counts } from '../progress/counts.js';
import { formatDate } from '../values/date.js';

/** How values are said. One place, so that every surface says them alike. */

export const statusWords: Readonly<Record<Status, string>> = {
  todo: 'to do',
  doing: 'in progress',
  blocked: 'blocked',
  done: 'done',
  cancelled: 'cancelled',
};

/** Status marks for plain text. */
export const statusSigns: Readonly<Record<Status, string>> = {
  todo: '○',
  doing: '◐',
  blocked: '⊘',
  done: '●',
  cancelled: '✕',
};

const prioritySigns: Readonly<Record<Priority, string>> = {
  critical: '⇈ critical',
  high: '↑ high',
  medium: 'medium',
  low: '↓ low',
};

/** Critical and high show themselves, medium and low stay silent. */
export function loudPriority(priority: Priority | undefined): string | undefined {
  return priority === 'critical' || priority === 'high' ? prioritySigns[priority] : undefined;
}

/** Where a status comes from: `done (inherited from above)`. */
export function sayStatus(status: Status, source: StatusSource): string {
  return source === 'own'
    ? statusWords[status]
    : `${statusWords[status]} (${source === 'inherited' ? 'inherited from above' : 'no mark'})`;
}

/** `5/20` */
export function fraction({ done, total }: Counts): string {
  return `${done}/${total}`;
}

/** `25 %` */
export function percentage(counts: Counts): string {
  return `${percent(counts)} %`;
}

/** Ranges with an en dash: `Week 1–2`, `2–3 days`. */
export function ranged(text: string): string {
  return text.replace(/(\d)\s?-\s?(Q?\d)/g, '$1–$2');
}

export function sayWindow(window: Window): string {
  return ranged(window.text);
}

/** What a window counts from. */
export function sayBasis({ basis }: Window): string {
  return { horizon: 'from the start of its horizon', start: 'from the start of the roadmap', calendar: 'calendar' }[
    basis
  ];
}

/** `2–3 days (2–3 working days)`: as written, and as it is counted. */
export function sayEffort({ text, minDays, maxDays }: Effort): string {
  const days = minDays === maxDays ? `${minDays}` : `${minDays}–${maxDays}`;
  return `${ranged(text)} (${days} working ${maxDays === 1 ? 'day' : 'days'})`;
}

export function sayDate(date: PartialDate): string {
  return formatDate(date);
}

/** `1 task`, `3 tasks` */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** The title as it stands in a list: a group without the window that is shown beside it. */
export function nameOf(node: Group | Task): string {
  return node.kind === 'task' ? node.title : node.name;
}
