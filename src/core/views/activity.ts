import * as l10n from '@vscode/l10n';
import { linksOf, resolveTodos, type Activity, type LinkedCommit, type TodoRef } from '../links/links.js';
import type { Range } from '../model/span.js';
import type { Todo, TodoFile } from '../model/todo.js';
import type { Snapshot } from '../model/snapshot.js';
import { countBranches, countCommits, countTodos, sayAge } from './ages.js';

/** A TODO with where it stands now. */
export interface PlacedTodo {
  readonly file: TodoFile;
  readonly index: number;
  readonly todo: Todo;
  readonly range: Range;
  /** What it is called in a list: its text without the ids of the tasks it belongs to, or its tag where it has none. */
  readonly title: string;
}

/** A TODO as it stands in a snapshot; undefined where it is gone. */
export function placeTodo(snapshot: Snapshot, { uri, index }: TodoRef): PlacedTodo | undefined {
  const file = snapshot.todos.files.get(uri);
  const todo = file?.todos[index];
  if (!file || !todo) return undefined;
  const mentions = resolveTodos(snapshot, file)[index] ?? [];
  const ids = mentions.filter(({ resolution }) => resolution.kind === 'task').map(({ raw }) => raw);
  return { file, index, todo, range: file.places[index]!.range, title: titleOf(todo, ids) };
}

function titleOf({ tag, text }: Todo, ids: readonly string[]): string {
  let title = text;
  for (const id of ids) {
    for (const end of [`(${id})`, `[${id}]`, `(${id}).`])
      if (title.endsWith(end)) title = title.slice(0, -end.length).trimEnd();
    if (title.startsWith(`${id} `)) title = title.slice(id.length).trimStart();
  }
  return title === '' ? tag : title;
}

/** `src/api/server.ts:41` */
export function todoPlace({ file, range }: PlacedTodo): string {
  return `${file.path}:${range.start.line + 1}`;
}

/** What belongs to a task. */
export function activityOf(snapshot: Snapshot, uri: string, id: string): Activity {
  return linksOf(snapshot).activityOf(uri, id);
}

/** `3 TODOs · 5 commits`, without what there is none of; empty where there is nothing. */
export function countActivity({ todos, commits, branches }: Activity): string[] {
  return [
    ...(todos.length > 0 ? [countTodos(todos.length)] : []),
    ...(commits.length > 0 ? [countCommits(commits.length)] : []),
    ...(branches.length > 0 && commits.length === 0 ? [countBranches(branches.length)] : []),
  ];
}

/** `3 TODOs · 5 commits · 2 days ago`; undefined where there is nothing. `now`: seconds since 1970. */
export function sayActivity(activity: Activity, now: number): string | undefined {
  const parts = countActivity(activity);
  if (parts.length === 0) return undefined;
  const [newest] = activity.commits;
  return [...parts, ...(newest ? [sayAge(newest.commit.time, now)] : [])].join(' · ');
}

/** What a commit does to a task beside belonging to it: `closes`, `reverted`, or that it is on another branch. */
export function commitNotes({ commit, closes, reverted }: LinkedCommit): string[] {
  return [
    ...(reverted ? [l10n.t({ message: 'reverted', comment: 'Said of a commit that a later one takes back' })] : []),
    ...(closes ? [l10n.t({ message: 'closes', comment: 'Said of a commit that finishes a task' })] : []),
    ...(commit.branch === undefined ? [] : [commit.branch]),
  ];
}

/** Why TODOs or commits may be missing: what is unavailable is said, never shown as empty. */
export function missingActivity({ todos, histories }: Snapshot): string[] {
  return [
    ...todos.scans.filter(({ state }) => state === 'partial').flatMap(({ problems }) => problems.slice(0, 1)),
    ...histories.filter(({ state }) => state === 'unavailable').flatMap(({ problems }) => problems.slice(0, 1)),
  ].map(({ message }) => message);
}
