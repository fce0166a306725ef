import { linksOf, resolveTodos, tasksOfTodo, type LinkedCommit } from '../links/links.js';
import { taskOfRef, type PlacedTask, type TaskRef } from '../links/taskLookup.js';
import type { Commit } from '../model/history.js';
import type { Problem } from '../model/problem.js';
import type { Status } from '../model/roadmap.js';
import type { Snapshot } from '../model/snapshot.js';
import { statusOf } from '../progress/counts.js';
import { idKey } from '../references/taskId.js';
import { placeTodo, type PlacedTodo } from './activity.js';
import { findTask, listTasks, type TaskEntry } from './taskList.js';

/**
 * What belongs to which task, as versioned JSON. Lines are 1-based, dates ISO 8601 in UTC. Within a `schemaVersion` keys
 * are added, never changed or taken away.
 */

export interface TodoJson {
  readonly path: string;
  readonly line: number;
  readonly tag: string;
  readonly text: string;
  readonly owner?: string;
  /** True where the language is known by its comment marks alone. */
  readonly approximate?: true;
}

export interface CommitJson {
  readonly hash: string;
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  /** A branch that holds it, where what is checked out does not. */
  readonly branch?: string;
}

interface LinkedCommitJson extends CommitJson {
  /** It says that it finishes the task, and no later commit takes that back. */
  readonly closes: boolean;
  readonly reverted?: true;
}

/** How a task is named. */
interface TaskRefJson {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  /** Path of its roadmap. */
  readonly roadmap: string;
}

interface TaskLinksJson extends TaskRefJson {
  readonly todos: readonly TodoJson[];
  readonly commits: readonly LinkedCommitJson[];
  readonly branches: readonly string[];
}

/** Something that names a task that is not there, or that several roadmaps have. */
interface UnknownJson {
  /** As it is written. */
  readonly id: string;
  readonly todo?: TodoJson;
  readonly commit?: CommitJson;
  /** Those it may mean, where there are several. */
  readonly candidates?: readonly TaskRefJson[];
}

export interface LinkProblemJson {
  readonly severity: Problem['severity'];
  readonly message: string;
}

export interface LinksJson {
  readonly schemaVersion: 1;
  /** Those that something belongs to, in the order of the plan. */
  readonly tasks: readonly TaskLinksJson[];
  readonly unlinked: { readonly todos: readonly TodoJson[]; readonly commits: readonly CommitJson[] };
  readonly unknown: readonly UnknownJson[];
  /** Why something may be missing. */
  readonly problems: readonly LinkProblemJson[];
}

export interface TodosJson {
  readonly schemaVersion: 1;
  readonly todos: readonly (TodoJson & { readonly tasks: readonly TaskRefJson[] })[];
  readonly problems: readonly LinkProblemJson[];
}

export interface CommitsJson {
  readonly schemaVersion: 1;
  readonly commits: readonly (CommitJson & {
    readonly tasks: readonly (TaskRefJson & { readonly closes: boolean })[];
  })[];
  readonly problems: readonly LinkProblemJson[];
}

/** What is asked for: one task, or what belongs to none. */
export interface LinksFilter {
  readonly task?: TaskEntry;
  readonly unlinked?: boolean;
}

/** The task that a word of a person means: by id or a former one, or by its title. */
export function taskByName(snapshot: Snapshot, name: string): TaskEntry | undefined {
  const found = findTask(snapshot, name);
  if (found) return found;
  const titled = listTasks(snapshot).filter(({ task }) => idKey(task.title) === idKey(name));
  return titled.length === 1 ? titled[0] : undefined;
}

/** Everything that is linked. */
export function linksJson(snapshot: Snapshot, { task: only, unlinked = false }: LinksFilter = {}): LinksJson {
  const links = linksOf(snapshot);
  const wanted = unlinked ? [] : only ? [only] : listTasks(snapshot);
  const tasks = wanted.flatMap(({ file, task }): TaskLinksJson[] => {
    const { todos, commits, branches } = links.activityOf(file.uri, task.id);
    if (!only && todos.length + commits.length + branches.length === 0) return [];
    return [
      {
        ...taskRef({ file, task }),
        todos: todos.flatMap((ref) => placeTodo(snapshot, ref) ?? []).map(todoJson),
        commits: commits.map(linkedCommitJson),
        branches: branches.map(({ branch }) => branch.name),
      },
    ];
  });
  return {
    schemaVersion: 1,
    tasks,
    unlinked: {
      todos: only ? [] : links.unlinkedTodos.flatMap((ref) => placeTodo(snapshot, ref) ?? []).map(todoJson),
      commits: only ? [] : links.unlinkedCommits.map(({ commit }) => commitJson(commit)),
    },
    unknown: (only ? [] : links.dangling).map((one): UnknownJson => {
      const placed = one.kind === 'todo' ? placeTodo(snapshot, one.todo) : undefined;
      return {
        id: one.raw,
        ...(placed ? { todo: todoJson(placed) } : {}),
        ...(one.kind === 'commit' ? { commit: commitJson(one.commit) } : {}),
        ...(one.targets.length > 0 ? { candidates: placedTasks(snapshot, one.targets).map(taskRef) } : {}),
      };
    }),
    problems: problemsJson(snapshot, 'all'),
  };
}

/** All TODOs with their tasks, in the order of folders and paths. */
export function todosJson(snapshot: Snapshot, { task: only, unlinked = false }: LinksFilter = {}): TodosJson {
  const files = [...snapshot.todos.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const todos = files.flatMap((file) =>
    resolveTodos(snapshot, file).flatMap((mentions, index) => {
      const tasks = placedTasks(snapshot, tasksOfTodo(mentions));
      if (only && !tasks.some(({ task }) => task === only.task)) return [];
      if (unlinked && tasks.length > 0) return [];
      const placed = placeTodo(snapshot, { uri: file.uri, index })!;
      return [{ ...todoJson(placed), tasks: tasks.map(taskRef) }];
    }),
  );
  return { schemaVersion: 1, todos, problems: problemsJson(snapshot, 'todos') };
}

/** Commits with their tasks, newest first: those that belong to one, or with `unlinked` those that belong to none. */
export function commitsJson(snapshot: Snapshot, { task: only, unlinked = false }: LinksFilter = {}): CommitsJson {
  const links = linksOf(snapshot);
  const problems = problemsJson(snapshot, 'history');
  if (unlinked) {
    const commits = links.unlinkedCommits.map(({ commit }) => ({ ...commitJson(commit), tasks: [] }));
    return { schemaVersion: 1, commits, problems };
  }
  const byHash = new Map<string, { linked: LinkedCommit; tasks: (TaskRefJson & { closes: boolean })[] }>();
  for (const { file, task } of only ? [only] : listTasks(snapshot)) {
    for (const linked of links.activityOf(file.uri, task.id).commits) {
      const { hash } = linked.commit;
      const entry = byHash.get(hash) ?? { linked, tasks: [] };
      byHash.set(hash, entry);
      entry.tasks.push({ ...taskRef({ file, task }), closes: linked.closes });
    }
  }
  const commits = [...byHash.values()]
    .sort((a, b) => b.linked.commit.time - a.linked.commit.time)
    .map(({ linked, tasks }) => ({
      ...commitJson(linked.commit),
      ...(linked.reverted ? { reverted: true as const } : {}),
      tasks,
    }));
  return { schemaVersion: 1, commits, problems };
}

function placedTasks(snapshot: Snapshot, refs: readonly TaskRef[]): PlacedTask[] {
  return refs.flatMap((ref) => taskOfRef(snapshot, ref) ?? []);
}

function taskRef({ file, task }: PlacedTask): TaskRefJson {
  return { id: task.id, title: task.title, status: statusOf(task), roadmap: file.path };
}

function todoJson({ file, todo, range, title }: PlacedTodo): TodoJson {
  const { tag, owner } = todo;
  const text = title === tag ? '' : title;
  return {
    path: file.path,
    line: range.start.line + 1,
    tag,
    text,
    ...(owner === undefined ? {} : { owner }),
    ...(file.approximate ? { approximate: true } : {}),
  };
}

function commitJson({ hash, author, time, subject, branch }: Commit): CommitJson {
  const date = isoDate(time);
  return { hash, date, author, subject, ...(branch === undefined ? {} : { branch }) };
}

function linkedCommitJson({ commit, closes, reverted }: LinkedCommit): LinkedCommitJson {
  return { ...commitJson(commit), closes, ...(reverted ? { reverted } : {}) };
}

/** A time in seconds since 1970 as ISO 8601; what no calendar has is the beginning of it. */
function isoDate(time: number): string {
  const date = new Date(time * 1000);
  return Number.isNaN(date.getTime()) ? '1970-01-01T00:00:00Z' : date.toISOString().replace('.000Z', 'Z');
}

function problemsJson({ todos, histories }: Snapshot, of: 'all' | 'todos' | 'history'): LinkProblemJson[] {
  const found = [
    ...(of === 'history' ? [] : todos.scans.flatMap(({ problems }) => problems)),
    ...(of === 'todos' ? [] : histories.flatMap(({ problems }) => problems)),
  ];
  return found.map(({ severity, message }) => ({ severity, message }));
}
