import type { Task } from '../model/roadmap.js';
import { statusOf } from '../progress/counts.js';
import { short } from './short.js';
import { fingerprint } from '../text/fingerprint.js';

/** What a revision covers: a letter of it each, in this order. */
const facts: readonly {
  readonly name: string;
  readonly of: (task: Task, path: readonly string[]) => string;
  /** How it is said where there is nothing. */
  readonly none?: string;
}[] = [
  { name: 'status', of: (task) => statusOf(task) },
  { name: 'title', of: ({ title }) => title },
  { name: 'owner', of: ({ owner, owners }) => (owners ?? (owner ? [owner] : [])).map(({ value }) => value).join(', ') },
  { name: 'priority', of: ({ priority }) => priority?.value ?? '' },
  { name: 'effort', of: ({ effort }) => effort?.text ?? '' },
  { name: 'due', of: ({ due }) => due?.text ?? '' },
  { name: 'place', of: (_task, path) => path.map((title) => short(title)).join(' › ') },
];

/**
 * What a task says, in a few letters: another revision means another task than the one that was read. Five letters stand for all of it, one each for its
 * parts, so that it can be said which of them changed.
 */
export function revisionOf(task: Task, path: readonly string[]): string {
  const values = facts.map(({ of }) => of(task, path));
  return fingerprint(JSON.stringify(values), 5) + values.map((value) => fingerprint(value, 1)).join('');
}

/** What of a task is other than it was at a revision, as it is now: `status is now doing, owner is now ada`. Undefined where nothing is. */
export function changedSince(revision: string, task: Task, path: readonly string[]): string | undefined {
  const now = revisionOf(task, path);
  if (revision === now) return undefined;
  const whole = now.length - facts.length;
  const changed =
    revision.length === now.length ? facts.filter((_, at) => revision[whole + at] !== now[whole + at]) : [];
  const said = changed.length > 0 ? changed : facts;
  return said.map(({ name, of }) => `${name} is now ${short(of(task, path)) || 'empty'}`).join(', ');
}
