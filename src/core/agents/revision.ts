import { tasksOf, type Task } from '../model/roadmap.js';
import { statusOf } from '../progress/counts.js';
import { short } from './short.js';
import { fingerprint } from '../text/fingerprint.js';

/** A part of a task that is named where it changes. */
interface Fact {
  readonly name: string;
  readonly of: (task: Task, path: readonly string[]) => string;
}

const values = (sourced: readonly { readonly value: string }[] = []) => sourced.map(({ value }) => value).join(', ');

/** What a revision covers by name: a letter of it each, in this order. */
const facts: readonly Fact[] = [
  { name: 'status', of: (task) => statusOf(task) },
  { name: 'title', of: ({ title }) => title },
  { name: 'owner', of: ({ owner, owners }) => values(owners ?? (owner ? [owner] : [])) },
  { name: 'priority', of: ({ priority }) => priority?.value ?? '' },
  { name: 'effort', of: ({ effort }) => effort?.text ?? '' },
  { name: 'due', of: ({ due }) => due?.text ?? '' },
  { name: 'depends on', of: ({ dependsOn }) => values(dependsOn) },
  { name: 'labels', of: ({ labels }) => values(labels) },
  { name: 'place', of: (_task, path) => path.map((title) => short(title)).join(' › ') },
];

/** Parts that are told of in other words, as they are too long to be said: a letter each, too. */
const wide: readonly (Fact & { readonly changed: string })[] = [
  {
    name: 'subtasks',
    of: ({ children }) => children.map(contentOf).join(' '),
    changed: 'its subtasks are other ones or say something else',
  },
];

/** The content of each task that was asked for, as models are immutable. */
const contents = new WeakMap<Task, string>();

/**
 * All that is known of a task and of what stands below it, in a few letters. Of what no model has, prose and marks, it is the length that counts: nobody
 * who makes lists has the text at hand. Where the task stands in the file does not matter.
 */
function contentOf(task: Task): string {
  const known = contents.get(task);
  if (known !== undefined) return known;
  // The last first: so what stands below a task is there before it. Plans may be nested thousands deep.
  for (const each of [task, ...tasksOf(task)].reverse()) if (!contents.has(each)) contents.set(each, ownContent(each));
  return contents.get(task)!;
}

function ownContent(task: Task): string {
  const { id, status, statusSource, start, window, references = [], span, children } = task;
  const said = facts.map(({ of }) => of(task, []));
  const links = references.map(({ text, url = '' }) => `${text} ${url}`);
  const below = children.map((child) => contents.get(child));
  const all = [id, status, statusSource, said, start?.text, window?.text, links, span.end - span.start, below];
  return fingerprint(JSON.stringify(all), 10);
}

/**
 * What a task says, in a few letters: another revision means another task than the one that was read, or something else below it. Five letters stand for
 * all of it, one each for its parts, so that it can be said which of them changed.
 */
export function revisionOf(task: Task, path: readonly string[]): string {
  const said = [...facts, ...wide].map(({ of }) => of(task, path));
  return fingerprint(JSON.stringify([said, contentOf(task)]), 5) + said.map((value) => fingerprint(value, 1)).join('');
}

/** What of a task is other than it was at a revision, as it is now: `status is now doing, owner is now ada`. Undefined where nothing is. */
export function changedSince(revision: string, task: Task, path: readonly string[]): string | undefined {
  const now = revisionOf(task, path);
  if (revision === now) return undefined;
  const whole = now.length - facts.length - wide.length;
  const comparable = revision.length === now.length;
  const isOther = (_: Fact, at: number) => revision[whole + at] !== now[whole + at];
  const say = ({ name, of }: Fact) => `${name} is now ${short(of(task, path)) || 'empty'}`;
  if (!comparable) return facts.map(say).join(', ');
  const parts = wide.filter((fact, at) => isOther(fact, facts.length + at)).map(({ changed }) => changed);
  const changed = [...facts.filter(isOther).map(say), ...parts];
  return changed.length > 0 ? changed.join(', ') : 'the text of its entry is another';
}
