import { groupNamed, taskNamed } from '../edits/names.js';
import type { Group, Status } from '../model/roadmap.js';
import { tasksOf } from '../model/roadmap.js';
import { Refused } from '../model/refused.js';
import { configOf, type RoadmapFile, type Snapshot } from '../model/snapshot.js';
import { findTask, listTasks, type TaskEntry } from '../views/taskList.js';
import type { Answer } from './answer.js';
import { page, type PageInput } from './pages.js';
import { short } from './short.js';
import { sayBrief, taskBrief, type TaskBriefJson } from './taskJson.js';

/** Which tasks are looked for; all that is given has to hold. */
export interface FindInput extends PageInput {
  /** Words that id, title or the titles above it hold, in any order and case. */
  readonly query?: string;
  readonly status?: Status;
  /** Id or title. */
  readonly group?: string;
  readonly owner?: string;
  /** Path of a roadmap. */
  readonly roadmap?: string;
}

/** Tasks that were found, as versioned JSON. */
export interface TasksJson {
  readonly schemaVersion: 1;
  readonly tasks: readonly TaskBriefJson[];
  /** How many there are in all. */
  readonly total: number;
  readonly nextCursor?: string;
}

/** Finds tasks, in the order of the plan. Throws `Refused` where a roadmap, a group or a cursor is none. */
export function findTasks(snapshot: Snapshot, input: FindInput): Answer<TasksJson> {
  const found = listTasks(snapshot).filter(filterOf(snapshot, input));
  const { items, total, nextCursor } = page(found, keyOf, input);
  const tasks = items.map(taskBrief);
  const structured = { schemaVersion: 1, tasks, total, ...(nextCursor === undefined ? {} : { nextCursor }) } as const;
  const head = total === 0 ? 'No task was found.' : `${tasks.length} of ${total} tasks${more(nextCursor)}`;
  return { structured, text: [head, ...tasks.map(sayBrief)].join('\n') };
}

/** What the head of a list says of the rest. */
export function more(cursor: string | undefined): string {
  return cursor === undefined ? '' : `; more with cursor ${cursor}`;
}

function keyOf({ file, task }: TaskEntry): string {
  return `${file.uri} ${task.id}`;
}

function filterOf(
  snapshot: Snapshot,
  { query = '', status, group, owner, roadmap }: FindInput,
): (entry: TaskEntry) => boolean {
  const files = roadmapsAt(snapshot, roadmap);
  const uris = new Set(files.map(({ uri }) => uri));
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const inGroup = group === undefined ? undefined : new Set(tasksOf(groupIn(files, group)));
  const own = owner === undefined ? undefined : personKey(owner);
  return (entry) => {
    const { file, task, path } = entry;
    if (!uris.has(file.uri) || (inGroup && !inGroup.has(task))) return false;
    if (status !== undefined && entry.status !== status) return false;
    const { owner: first, owners = first ? [first] : [] } = task;
    if (own !== undefined && !owners.some(({ value }) => personKey(value) === own)) return false;
    if (words.length === 0) return true;
    // Long titles are searched as they are told, not once more for each task below them.
    const text = [task.id, task.title, ...path]
      .map((part) => short(part))
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

/** A person's name as it is compared: `@Ada` is `ada`. */
export function personKey(name: string): string {
  return name.trim().replace(/^@/, '').toLowerCase();
}

/** The readable roadmaps, or the one at a path. Throws `Refused` where there is none. */
export function roadmapsAt({ roadmaps }: Snapshot, path: string | undefined): readonly ReadableFile[] {
  const readable = roadmaps.filter((file): file is ReadableFile => file.roadmap !== undefined);
  const named = path === undefined ? readable : readable.filter((file) => file.path === path);
  if (named.length > 0) return named;
  if (readable.length > 0)
    throw new Refused(`There is no roadmap "${path}": those are ${readable.map((file) => file.path).join(', ')}.`);
  const [problem] = roadmaps.flatMap((file) => file.problems.map(({ message }) => `${file.path}: ${message}`));
  throw new Refused(problem ?? 'No roadmap was found in this folder: create ROADMAP.md there or in docs/.');
}

/** A roadmap that could be read. */
export type ReadableFile = RoadmapFile & { readonly roadmap: NonNullable<RoadmapFile['roadmap']> };

function groupIn(files: readonly ReadableFile[], name: string): Group {
  return inOne(files, name, (file) => groupNamed(file, name)).found;
}

/**
 * The task that a name means: its id or a former one, else the beginning of id or title; in the roadmap at a path, where one is given. Throws `Refused`
 * where there is none, or it may be several.
 */
export function taskIn(snapshot: Snapshot, name: string, path?: string): TaskEntry & { readonly file: ReadableFile } {
  const files = roadmapsAt(snapshot, path);
  const exact = files.flatMap((file) => {
    const entry = findTask({ ...snapshot, roadmaps: [file] }, name);
    return entry ? { ...entry, file } : [];
  });
  const [only, ...others] = exact;
  if (only && others.length === 0) return only;
  if (only) throw inSeveral(name, exact);
  const { file, found } = inOne(files, name, (one) => taskNamed(one, configOf(snapshot, one.folder), name));
  return { ...listTasks({ ...snapshot, roadmaps: [file] }).find(({ task }) => task === found)!, file };
}

/** What is called so in one of the roadmaps, and in no other. */
function inOne<T>(
  files: readonly ReadableFile[],
  name: string,
  find: (file: ReadableFile) => T,
): { readonly file: ReadableFile; readonly found: T } {
  const all: { file: ReadableFile; found: T }[] = [];
  let problem: unknown;
  for (const file of files) {
    try {
      all.push({ file, found: find(file) });
    } catch (error) {
      problem ??= error;
    }
  }
  const [only, ...others] = all;
  if (!only) throw problem;
  if (others.length === 0) return only;
  throw inSeveral(name, all);
}

function inSeveral(name: string, found: readonly { readonly file: ReadableFile }[]): Refused {
  const paths = found.map(({ file }) => file.path).join(', ');
  return new Refused(`"${name}" is in several roadmaps, so say which one as roadmap: ${paths}`);
}
