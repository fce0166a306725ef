import {
  emptySnapshot,
  type ConfigFile,
  type Folder,
  type FolderProblems,
  type RoadmapFile,
  type Snapshot,
  type TodoScan,
} from '../core/model/snapshot.js';
import type { FolderReadings } from '../core/model/metric.js';
import type { FolderHistory } from '../core/model/history.js';
import type { PlanHistory } from '../core/model/planHistory.js';
import type { TodoFile } from '../core/model/todo.js';
import type { Disposable } from './ports.js';

/** Something new is known. */
export interface SnapshotEvent {
  readonly snapshot: Snapshot;
  /** Files whose reading changed, appeared or went away, and folders of which something else could be looked through. */
  readonly changed: ReadonlySet<string>;
  /** What is new in it, so that each listener draws only what it must. */
  readonly parts: ReadonlySet<ChangedPart>;
}

/** `todoPlaces`: TODOs have only shifted in their files. */
export type ChangedPart = 'roadmaps' | 'todos' | 'todoPlaces' | 'history' | 'planHistory' | 'readings';

/** What the indexer found out about a folder. */
export interface FolderFacts {
  readonly config?: ConfigFile;
  readonly roadmaps: readonly RoadmapFile[];
  /** What could not be looked through; absent where all could. */
  readonly problems?: FolderProblems;
}

/** The only mutable state: the current snapshot. Those who listen are told once per change, with what is new in it. */
export class Store {
  private readonly byFolder = new Map<string, FolderFacts>();
  private readonly listeners = new Set<(event: SnapshotEvent) => void>();

  /** `report` hears what a listener throws: it costs that listener alone. `current` is what is known already. */
  constructor(
    private readonly report: (error: unknown) => void = () => undefined,
    private current: Snapshot = emptySnapshot,
  ) {}

  get snapshot(): Snapshot {
    return this.current;
  }

  onDidChange(listener: (event: SnapshotEvent) => void): Disposable {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  /** Puts in what is now known of some folders, and forgets those that are not among `folders`. */
  apply(folders: readonly Folder[], facts: ReadonlyMap<string, FolderFacts>, loading: boolean): void {
    for (const uri of this.byFolder.keys())
      if (!folders.some((folder) => folder.uri === uri)) this.byFolder.delete(uri);
    for (const [uri, found] of facts) this.byFolder.set(uri, found);
    const all = folders.map(({ uri }) => this.byFolder.get(uri)).filter((found) => found !== undefined);
    const roadmaps = innermost(all.flatMap((found) => found.roadmaps));
    const configs = all.flatMap(({ config }) => (config ? [config] : []));
    const folderProblems = all.flatMap(({ problems }) => (problems ? [problems] : []));
    const before = this.current;
    const changed = new Set([
      ...difference(before.roadmaps, roadmaps),
      ...difference(before.configs, configs),
      ...difference(before.folderProblems, folderProblems),
    ]);
    const same =
      changed.size === 0 &&
      before.loading === loading &&
      before.folders.length === folders.length &&
      before.folders.every(
        (folder, index) => folder.uri === folders[index]!.uri && folder.name === folders[index]!.name,
      );
    if (same) return;
    const open = (folder: { readonly uri: string }) => folders.some(({ uri }) => uri === folder.uri);
    const { todos, histories } = before;
    const closed = todos.scans.length + histories.length > 0 && before.folders.some((folder) => !open(folder));
    const rest = closed
      ? { todos: withoutClosed(todos, open), histories: histories.filter(open) }
      : { todos, histories };
    const kept = before.planHistories.filter(({ uri }) => roadmaps.some((file) => file.uri === uri));
    const gone = kept.length < before.planHistories.length;
    const planHistories = gone ? kept : before.planHistories;
    const readings = before.readings.every(open) ? before.readings : before.readings.filter(open);
    this.publish({ loading, folders, roadmaps, configs, folderProblems, planHistories, readings, ...rest }, changed, [
      'roadmaps',
      ...(gone ? (['planHistory'] as const) : []),
      ...(closed ? (['todos', 'history'] as const) : []),
    ]);
  }

  /**
   * Puts in what is now known of TODOs: `files` are those that were looked at, with undefined for those that hold none.
   * `scan` says how a folder was looked through; with `whole`, its other files hold none.
   */
  applyTodos(files: ReadonlyMap<string, TodoFile | undefined>, scan?: TodoScan, whole = false): void {
    const { todos } = this.current;
    const next = new Map(todos.files);
    const changed = new Set<string>();
    let meaning = false;
    const put = (uri: string, file: TodoFile | undefined) => {
      const old = next.get(uri);
      const kept = old && file ? sameMeaning(old, file) : file;
      if (kept === old) return;
      changed.add(uri);
      meaning ||= kept?.todos !== old?.todos;
      if (kept) next.set(uri, kept);
      else next.delete(uri);
    };
    if (whole && scan) {
      for (const [uri, { folder }] of todos.files) {
        if (folder.uri === scan.uri && !files.has(uri)) put(uri, undefined);
      }
    }
    for (const [uri, file] of files) put(uri, file);
    const scans = scan ? [...todos.scans.filter(({ uri }) => uri !== scan.uri), scan] : todos.scans;
    if (changed.size === 0 && !scan) return;
    const slice = { files: changed.size > 0 ? next : todos.files, meaning: meaning ? {} : todos.meaning, scans };
    this.publish({ todos: slice }, changed, [meaning || scan ? 'todos' : 'todoPlaces']);
  }

  /** Puts in what is now known of a folder's history. */
  applyHistory(history: FolderHistory): void {
    const histories = [...this.current.histories.filter(({ uri }) => uri !== history.uri), history];
    this.publish({ histories }, new Set([history.uri]), ['history']);
  }

  /** Puts in what is now known of the history of a roadmap. */
  applyPlanHistory(history: PlanHistory): void {
    const before = this.current.planHistories;
    if (before.includes(history) || !this.current.roadmaps.some(({ uri }) => uri === history.uri)) return;
    const planHistories = [...before.filter(({ uri }) => uri !== history.uri), history];
    this.publish({ planHistories }, new Set([history.uri]), ['planHistory']);
  }

  /** Puts in what is now known of the readings of a folder's metrics. */
  applyReadings(readings: FolderReadings): void {
    const before = this.current.readings.find(({ uri }) => uri === readings.uri);
    if (before && JSON.stringify(before) === JSON.stringify(readings)) return;
    const others = this.current.readings.filter(({ uri }) => uri !== readings.uri);
    this.publish({ readings: [...others, readings] }, new Set([readings.uri]), ['readings']);
  }

  private publish(news: Partial<Snapshot>, changed: ReadonlySet<string>, parts: readonly ChangedPart[]): void {
    this.current = { ...this.current, ...news, revision: this.current.revision + 1 };
    const event = { snapshot: this.current, changed, parts: new Set(parts) };
    for (const listener of this.listeners) {
      try {
        listener(event);
      } catch (error) {
        this.report(error);
      }
    }
  }
}

/** A file's new reading with the old list of TODOs where it says the same; the old reading where nothing is new at all. */
function sameMeaning(old: TodoFile, file: TodoFile): TodoFile {
  // Another folder has other roadmaps.
  if (old.folder.uri !== file.folder.uri || old.path !== file.path) return file;
  if (JSON.stringify(old.todos) !== JSON.stringify(file.todos)) return file;
  const where = ({ places, ignores, approximate }: TodoFile) => JSON.stringify([places, ignores, approximate]);
  if (where(old) === where(file)) return old;
  return { ...file, todos: old.todos };
}

function withoutClosed(todos: Snapshot['todos'], open: (folder: { readonly uri: string }) => boolean) {
  const files = new Map([...todos.files].filter(([, { folder }]) => open(folder)));
  return { files, meaning: {}, scans: todos.scans.filter(({ folder }) => open(folder)) };
}

/** A file that lies in two folders, one inside the other, belongs to the inner one. */
function innermost(files: readonly RoadmapFile[]): readonly RoadmapFile[] {
  const byUri = new Map<string, RoadmapFile>();
  for (const file of files) {
    const other = byUri.get(file.uri);
    if (!other || other.folder.uri.length < file.folder.uri.length) byUri.set(file.uri, file);
  }
  return byUri.size === files.length ? files : files.filter((file) => byUri.get(file.uri) === file);
}

/** The URIs of which the one list holds another object than the other. */
function difference<T extends { readonly uri: string }>(before: readonly T[], after: readonly T[]): string[] {
  const old = new Map(before.map((file) => [file.uri, file]));
  const changed = after.filter((file) => old.get(file.uri) !== file).map(({ uri }) => uri);
  const kept = new Set(after.map(({ uri }) => uri));
  return [...changed, ...before.filter(({ uri }) => !kept.has(uri)).map(({ uri }) => uri)];
}
