import * as l10n from '@vscode/l10n';
import type { LinkedBranch, LinkedCommit } from '../links/links.js';
import type { PlacedTask } from '../links/taskLookup.js';
import type { Group, Task } from '../model/roadmap.js';
import type { Snapshot } from '../model/snapshot.js';
import { countLeaves, doneRatio, statusOf } from '../progress/counts.js';
import { statusWord } from '../values/statusWord.js';
import { activityOf, commitNotes, missingActivity, placeTodo, type PlacedTodo } from './activity.js';
import { sayAge, shortHash } from './ages.js';
import { parentOf } from './lenses.js';
import { fraction, nameOf, percentage, priorityWord, ranged, sayDue, statusSigns } from './words.js';

/** What a hover says of a task: plain data, of which all texts may come from files. */
export interface TaskCard {
  readonly sign: string;
  readonly title: string;
  /** Whether it is still to be done. */
  readonly isOpen: boolean;
  /** `in progress · RM-12` */
  readonly status: string;
  /** The titles above it, outermost first, and the file where there are several roadmaps. */
  readonly path: readonly string[];
  /** `▰▰▱▱▱ 2/5 · 40 %` of what it stands in, with its name; absent where it stands in nothing. */
  readonly progress?: { readonly name: string; readonly bar: string };
  /** `effort 2–3 days`, `due 2026-04-16`, `owner ada`. */
  readonly facts: readonly string[];
  readonly todos: readonly PlacedTodo[];
  readonly moreTodos: number;
  readonly commits: readonly CommitLine[];
  readonly moreCommits: number;
  readonly branches: readonly LinkedBranch[];
  /** Why something may be missing. */
  readonly missing: readonly string[];
}

/** A commit in a list. */
export interface CommitLine extends LinkedCommit {
  readonly short: string;
  /** `Ada, 2 days ago · closes` */
  readonly about: string;
}

const bar = 10;

/** The card of a task, with so many TODOs and commits. `now`: seconds since 1970. */
export function taskCard(snapshot: Snapshot, { file, task }: PlacedTask, now: number, most = 3): TaskCard {
  const activity = activityOf(snapshot, file.uri, task.id);
  const parent = parentOf(file, task);
  const path: string[] = [];
  for (let above: Group | Task | undefined = parent; above; above = parentOf(file, above)) path.unshift(nameOf(above));
  const todos = activity.todos.flatMap((ref) => placeTodo(snapshot, ref) ?? []);
  const status = statusOf(task);
  const done = parent && countLeaves(parent);
  return {
    sign: statusSigns[status],
    title: task.title,
    isOpen: status !== 'done' && status !== 'cancelled',
    status: [statusWord(status), ...(task.idSource === 'explicit' ? [task.id] : [])].join(' · '),
    path: snapshot.roadmaps.length > 1 ? [...path, file.path] : path,
    ...(parent && done
      ? {
          progress: {
            name: nameOf(parent),
            bar: `${progressBar(doneRatio(done))} ${fraction(done)} · ${percentage(done)}`,
          },
        }
      : {}),
    facts: [
      ...(task.priority ? [l10n.t('priority {0}', priorityWord(task.priority.value))] : []),
      ...(task.effort ? [l10n.t('effort {0}', ranged(task.effort.text))] : []),
      ...(task.due ? [sayDue(task.due)] : []),
      ...(task.owner ? [l10n.t('owner {0}', task.owner.value)] : []),
    ],
    todos: todos.slice(0, most),
    moreTodos: Math.max(0, todos.length - most),
    commits: activity.commits.slice(0, most).map((commit) => commitLine(commit, now)),
    moreCommits: Math.max(0, activity.commits.length - most),
    branches: activity.branches,
    missing: missingActivity(snapshot),
  };
}

/** A commit as a list says it. */
export function commitLine(linked: LinkedCommit, now: number): CommitLine {
  const { hash, author, time } = linked.commit;
  const about = [
    l10n.t({ message: '{0}, {1}', args: [author, sayAge(time, now)], comment: 'Who made a commit, and how long ago' }),
  ];
  return { ...linked, short: shortHash(hash), about: [...about, ...commitNotes(linked)].join(' · ') };
}

function progressBar(ratio: number): string {
  const full = Math.round(ratio * bar);
  return '▰'.repeat(full) + '▱'.repeat(bar - full);
}
