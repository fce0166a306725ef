import type { Branch, Commit, FolderHistory } from '../model/history.js';
import type { Mention } from '../model/mention.js';
import type { Folder, Snapshot } from '../model/snapshot.js';
import type { Todo, TodoFile } from '../model/todo.js';
import { taskLookup, type Resolution, type TaskLookup, type TaskRef } from './taskLookup.js';
import { revertedCommits } from './reverts.js';

/** A TODO by its place: the file's current reading says where it stands. */
export interface TodoRef {
  readonly uri: string;
  /** In the file's list. */
  readonly index: number;
}

/** A commit that belongs to a task. */
export interface LinkedCommit {
  readonly folder: Folder;
  readonly commit: Commit;
  /** It says that it finishes the task, and was not reverted. */
  readonly closes: boolean;
  /** A later commit takes it back. */
  readonly reverted: boolean;
}

/** A branch that is for a task. */
export interface LinkedBranch {
  readonly folder: Folder;
  readonly branch: Branch;
}

/** What belongs to a task. */
export interface Activity {
  /** In the order of folders and paths. */
  readonly todos: readonly TodoRef[];
  /** Newest first. */
  readonly commits: readonly LinkedCommit[];
  readonly branches: readonly LinkedBranch[];
}

/** Something that names a task that is not there, or one of several. */
type Dangling = { readonly raw: string; readonly targets: readonly TaskRef[] } & (
  | { readonly kind: 'todo'; readonly todo: TodoRef }
  | { readonly kind: 'commit'; readonly folder: Folder; readonly commit: Commit }
);

/** Which TODOs, commits and branches belong to which tasks. */
export interface Links {
  /** What belongs to the task of an id in the roadmap at `uri`. */
  activityOf(uri: string, id: string): Activity;
  /** Whether nothing belongs to any task. */
  readonly isEmpty: boolean;
  /** Whether some TODO belongs to a task. */
  readonly hasTodos: boolean;
  /** TODOs that name no task, in the order of folders and paths. */
  readonly unlinkedTodos: readonly TodoRef[];
  /** Commits that name no task, newest first, as far as they are kept. */
  readonly unlinkedCommits: readonly { readonly folder: Folder; readonly commit: Commit }[];
  /** Names a task that no roadmap in scope has (`targets` empty), or that several have. */
  readonly dangling: readonly Dangling[];
}

/** A mention with what it means. */
export interface ResolvedMention extends Mention {
  readonly resolution: Resolution;
}

const resolvedTodos = new WeakMap<
  readonly Todo[],
  { lookup: TaskLookup; value: readonly (readonly ResolvedMention[])[] }
>();

/** What the mentions of each TODO of a file mean; computed anew only where the TODOs or the roadmaps say something else. */
export function resolveTodos(snapshot: Snapshot, file: TodoFile): readonly (readonly ResolvedMention[])[] {
  const lookup = taskLookup(snapshot);
  const before = resolvedTodos.get(file.todos);
  if (before?.lookup === lookup) return before.value;
  const scope = { folder: file.folder.uri, path: file.path };
  const value = file.todos.map(({ mentions }) => resolve(mentions, lookup, scope));
  resolvedTodos.set(file.todos, { lookup, value });
  return value;
}

/** The tasks that a TODO belongs to, each once. */
export function tasksOfTodo(mentions: readonly ResolvedMention[]): TaskRef[] {
  const found: TaskRef[] = [];
  for (const { resolution } of mentions) {
    if (resolution.kind !== 'task') continue;
    const { uri, id } = resolution.target;
    if (!found.some((one) => one.uri === uri && one.id === id)) found.push(resolution.target);
  }
  return found;
}

interface Cached {
  readonly lookup: TaskLookup;
  readonly histories: readonly FolderHistory[];
  readonly links: Links;
}
const cache = new WeakMap<object, Cached>();

/** The links of a snapshot; the same object while roadmaps, TODOs and histories say the same. */
export function linksOf(snapshot: Snapshot): Links {
  const lookup = taskLookup(snapshot);
  const { todos, histories } = snapshot;
  const before = cache.get(todos.meaning);
  if (before?.lookup === lookup && before.histories === histories) return before.links;
  const links = link(snapshot, lookup);
  cache.set(todos.meaning, { lookup, histories, links });
  return links;
}

const nothing: Activity = { todos: [], commits: [], branches: [] };

function link(snapshot: Snapshot, lookup: TaskLookup): Links {
  const history = linkHistories(snapshot.histories, lookup);
  const todosByTask = new Map<string, TodoRef[]>();
  const unlinkedTodos: TodoRef[] = [];
  const dangling: Dangling[] = [];
  for (const file of orderedFiles(snapshot)) {
    const { uri, todos } = file;
    resolveTodos(snapshot, file).forEach((mentions, index) => {
      const todo = { uri, index };
      let named = false;
      for (const { resolution, raw } of mentions) {
        if (resolution.kind === 'none') continue;
        named = true;
        if (resolution.kind !== 'task') dangling.push({ kind: 'todo', raw, targets: targetsOf(resolution), todo });
      }
      if (!named) {
        if (todos[index]!.tag !== '@task') unlinkedTodos.push(todo);
        return;
      }
      for (const target of tasksOfTodo(mentions)) add(todosByTask, target, todo);
    });
  }
  return {
    activityOf(uri, id) {
      const key = taskKey({ uri, id });
      const todos = todosByTask.get(key);
      const made = history.byTask.get(key);
      return todos || made ? { ...nothing, ...made, ...(todos ? { todos } : {}) } : nothing;
    },
    isEmpty: todosByTask.size + history.byTask.size === 0,
    hasTodos: todosByTask.size > 0,
    unlinkedTodos,
    unlinkedCommits: history.unlinked,
    dangling: [...dangling, ...history.dangling],
  };
}

/** What the histories say, which changes more seldom than TODOs. */
interface LinkedHistories {
  readonly lookup: TaskLookup;
  readonly byTask: ReadonlyMap<string, Omit<Activity, 'todos'>>;
  readonly unlinked: Links['unlinkedCommits'];
  readonly dangling: readonly Dangling[];
}

const linkedHistories = new WeakMap<readonly FolderHistory[], LinkedHistories>();

function linkHistories(histories: readonly FolderHistory[], lookup: TaskLookup): LinkedHistories {
  const before = linkedHistories.get(histories);
  if (before?.lookup === lookup) return before;
  const commitsByTask = new Map<string, LinkedCommit[]>();
  const branchesByTask = new Map<string, LinkedBranch[]>();
  const unlinked: Links['unlinkedCommits'][number][] = [];
  const dangling: Dangling[] = [];
  for (const { folder, commits, branches } of histories) {
    const scope = { folder: folder.uri, path: '' };
    const reverted = revertedCommits(commits);
    for (const commit of commits) {
      const undone = reverted.has(commit.hash);
      let named = false;
      const closing = new Map<string, { readonly target: TaskRef; closes: boolean }>();
      for (const mention of commit.mentions) {
        const resolution = lookup.resolve(mention, scope);
        if (resolution.kind === 'none') continue;
        named = true;
        if (resolution.kind === 'task') {
          const { target } = resolution;
          const known = closing.get(taskKey(target));
          if (known) known.closes ||= mention.closes;
          else closing.set(taskKey(target), { target, closes: mention.closes });
        } else dangling.push({ kind: 'commit', raw: mention.raw, targets: targetsOf(resolution), folder, commit });
      }
      for (const { target, closes } of closing.values())
        add(commitsByTask, target, { folder, commit, closes: closes && !undone, reverted: undone });
      if (!named) unlinked.push({ folder, commit });
    }
    for (const branch of branches) {
      for (const target of tasksOfTodo(resolve(branch.mentions, lookup, scope)))
        add(branchesByTask, target, { folder, branch });
    }
  }
  const byTask = new Map<string, Omit<Activity, 'todos'>>();
  for (const key of [...commitsByTask.keys(), ...branchesByTask.keys()]) {
    if (byTask.has(key)) continue;
    const commits = (commitsByTask.get(key) ?? []).sort((a, b) => b.commit.time - a.commit.time);
    byTask.set(key, { commits, branches: branchesByTask.get(key) ?? [] });
  }
  const made = { lookup, byTask, unlinked, dangling };
  linkedHistories.set(histories, made);
  return made;
}

function add<T>(map: Map<string, T[]>, target: TaskRef, value: T): void {
  const key = taskKey(target);
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function taskKey({ uri, id }: TaskRef): string {
  return `${uri}#${id}`;
}

function resolve(mentions: readonly Mention[], lookup: TaskLookup, scope: { folder: string; path: string }) {
  return mentions.map((mention) => ({ ...mention, resolution: lookup.resolve(mention, scope) }));
}

function targetsOf(resolution: Resolution): readonly TaskRef[] {
  return resolution.kind === 'ambiguous' ? resolution.targets : [];
}

/** All files with TODOs, by folder and path. */
function orderedFiles({ todos, folders }: Snapshot): TodoFile[] {
  const rank = new Map(folders.map(({ uri }, index) => [uri, index]));
  return [...todos.files.values()].sort(
    (a, b) =>
      (rank.get(a.folder.uri) ?? 0) - (rank.get(b.folder.uri) ?? 0) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
  );
}
