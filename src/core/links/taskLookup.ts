import { tasksOf, type Roadmap, type Task } from '../model/roadmap.js';
import { configOf, type RoadmapFile, type Snapshot } from '../model/snapshot.js';
import type { Mention } from '../model/mention.js';
import { prefixOf } from '../references/mentions.js';
import { idKey, laterIds } from '../references/taskId.js';

/** A task by its place, which stays the same while its roadmap is edited. */
export interface TaskRef {
  /** Of its roadmap. */
  readonly uri: string;
  readonly id: string;
}

/** A task with the roadmap it stands in. */
export interface PlacedTask {
  readonly file: RoadmapFile;
  readonly task: Task;
}

/**
 * What a mention means. `unknown`: nothing, though a roadmap in scope has ids of this kind. `none`: nothing, and nobody
 * would expect it to: `UTF-8`, a name.
 */
export type Resolution =
  | { readonly kind: 'task'; readonly target: TaskRef }
  | { readonly kind: 'ambiguous'; readonly targets: readonly TaskRef[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' };

/** Where a mention stands. */
export interface Scope {
  /** The folder's URI. */
  readonly folder: string;
  /** Of the file, relative to the folder; empty for commits and branches, which belong to the repository. */
  readonly path: string;
}

/** Says which task a mention means: that of the nearest roadmap above the file, else of the folder's others. */
export class TaskLookup {
  private readonly byFolder = new Map<string, Scoped>();

  constructor(snapshot: Pick<Snapshot, 'roadmaps' | 'configs'>) {
    for (const file of snapshot.roadmaps) {
      if (!file.roadmap) continue;
      const { aliases, idPrefix } = configOf(snapshot, file.folder);
      const scoped = this.byFolder.get(file.folder.uri);
      const roadmap = { uri: file.uri, directory: directoryOf(file.path), ids: idsOf(file.roadmap) };
      const prefix = idPrefix?.replace(/-$/, '').toUpperCase();
      if (scoped) scoped.roadmaps.push(roadmap);
      else this.byFolder.set(file.folder.uri, { roadmaps: [roadmap], aliases, prefix, known: new Map() });
    }
  }

  resolve({ raw, form }: Mention, { folder, path }: Scope): Resolution {
    const scoped = this.byFolder.get(folder);
    if (!scoped) return none;
    // Commits name the same few tasks again and again.
    if (path !== '') return find(raw, form, path, scoped);
    const key = `${form === 'branch' || form === 'text' ? form : ''} ${raw}`;
    let known = scoped.known.get(key);
    if (!known) {
      if (scoped.known.size >= maxKnown) scoped.known.clear();
      scoped.known.set(key, (known = find(raw, form, path, scoped)));
    }
    return known;
  }

  /** Whether everything resolves as by another: a roadmap may be edited without that an id comes, goes or moves. */
  equals(other: TaskLookup): boolean {
    if (this.byFolder.size !== other.byFolder.size) return false;
    for (const [uri, scoped] of this.byFolder) {
      const theirs = other.byFolder.get(uri);
      if (!theirs || !sameScope(scoped, theirs)) return false;
    }
    return true;
  }
}

/** So many resolutions are remembered. */
const maxKnown = 50_000;

interface Scoped {
  readonly roadmaps: ScopedRoadmap[];
  readonly aliases: ReadonlyMap<string, string>;
  /** Of the configuration, in upper case. */
  readonly prefix: string | undefined;
  readonly known: Map<string, Resolution>;
}

function find(
  raw: string,
  form: Mention['form'],
  path: string,
  { roadmaps, aliases, prefix: configured }: Scoped,
): Resolution {
  for (const key of [idKey(raw), ...laterIds(raw, aliases)]) {
    const having = roadmaps.filter(({ ids }) => ids.tasks.has(key));
    if (having.length === 0) continue;
    const best = Math.min(...having.map(({ directory }) => distance(directory, path)));
    const targets = having
      .filter(({ directory }) => distance(directory, path) === best)
      .map(({ uri, ids }) => ({ uri, id: ids.tasks.get(key)!.id }));
    return targets.length === 1 ? { kind: 'task', target: targets[0]! } : { kind: 'ambiguous', targets };
  }
  const prefix = form === 'branch' || (form === 'text' && !raw.includes('-')) ? undefined : prefixOf(raw);
  if (prefix === undefined) return none;
  return configured === prefix || roadmaps.some(({ ids }) => ids.prefixes.has(prefix)) ? { kind: 'unknown' } : none;
}

function sameScope(a: Scoped, b: Scoped): boolean {
  return (
    a.prefix === b.prefix &&
    (a.aliases === b.aliases || JSON.stringify([...a.aliases]) === JSON.stringify([...b.aliases])) &&
    a.roadmaps.length === b.roadmaps.length &&
    a.roadmaps.every(({ uri, directory, ids }, index) => {
      const other = b.roadmaps[index]!;
      return uri === other.uri && directory === other.directory && sameIds(ids, other.ids);
    })
  );
}

function sameIds(a: RoadmapIds, b: RoadmapIds): boolean {
  if (a === b) return true;
  if (a.tasks.size !== b.tasks.size || a.prefixes.size !== b.prefixes.size) return false;
  for (const [key, { id }] of a.tasks) if (b.tasks.get(key)?.id !== id) return false;
  for (const prefix of a.prefixes) if (!b.prefixes.has(prefix)) return false;
  return true;
}

/** The task that a reference means now; undefined where it is gone. */
export function taskOfRef({ roadmaps }: Pick<Snapshot, 'roadmaps'>, { uri, id }: TaskRef): PlacedTask | undefined {
  const file = roadmaps.find((each) => each.uri === uri);
  const task = file?.roadmap && idsOf(file.roadmap).tasks.get(idKey(id));
  return file && task && { file, task };
}

const none: Resolution = { kind: 'none' };

interface ScopedRoadmap {
  readonly uri: string;
  /** What it speaks for: empty for the whole folder. */
  readonly directory: string;
  readonly ids: RoadmapIds;
}

interface RoadmapIds {
  readonly tasks: ReadonlyMap<string, Task>;
  /** Of explicit ids, in upper case. */
  readonly prefixes: ReadonlySet<string>;
}

const known = new WeakMap<Roadmap, RoadmapIds>();

/** What the explicit ids of a roadmap begin with, in upper case. */
export function prefixesOf(roadmap: Roadmap): ReadonlySet<string> {
  return idsOf(roadmap).prefixes;
}

function idsOf(roadmap: Roadmap): RoadmapIds {
  const before = known.get(roadmap);
  if (before) return before;
  const tasks = new Map<string, Task>();
  const prefixes = new Set<string>();
  for (const task of tasksOf(roadmap)) {
    const key = idKey(task.id);
    if (!tasks.has(key)) tasks.set(key, task);
    const prefix = task.idSource === 'explicit' ? prefixOf(task.id) : undefined;
    if (prefix !== undefined) prefixes.add(prefix);
  }
  const ids = { tasks, prefixes };
  known.set(roadmap, ids);
  return ids;
}

/** What a roadmap speaks for: the directory above `docs/` and the like, else its own. */
function directoryOf(path: string): string {
  const parts = path.split('/').slice(0, -1);
  if (/^(?:docs?|\.github|\.roadmap)$/i.test(parts.at(-1) ?? '')) parts.pop();
  return parts.join('/');
}

/** How far a roadmap's directory is from a file: levels above it; those that are not above it come last. */
function distance(directory: string, path: string): number {
  const below = path.split('/').length;
  if (directory === '') return below;
  const levels = directory.split('/').length;
  return path.startsWith(`${directory}/`) ? below - levels : 1_000 + levels;
}

interface Cached {
  readonly configs: Snapshot['configs'];
  readonly lookup: TaskLookup;
}
const lookups = new WeakMap<Snapshot['roadmaps'], Cached>();
let last: TaskLookup | undefined;

/** The lookup of a snapshot; the same object while everything resolves as before. */
export function taskLookup(snapshot: Pick<Snapshot, 'roadmaps' | 'configs'>): TaskLookup {
  const before = lookups.get(snapshot.roadmaps);
  if (before && sameList(before.configs, snapshot.configs)) return before.lookup;
  const made = new TaskLookup(snapshot);
  const lookup = last?.equals(made) ? last : made;
  last = lookup;
  lookups.set(snapshot.roadmaps, { configs: snapshot.configs, lookup });
  return lookup;
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
