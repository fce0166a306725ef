import {
  emptySnapshot,
  type ConfigFile,
  type Folder,
  type FolderProblems,
  type RoadmapFile,
  type Snapshot,
} from '../core/model/snapshot.js';
import type { Disposable } from './ports.js';

/** Something new is known. */
export interface SnapshotEvent {
  readonly snapshot: Snapshot;
  /** Files whose reading changed, appeared or went away, and folders of which something else could be looked through. */
  readonly changed: ReadonlySet<string>;
}

/** What the indexer found out about a folder. */
export interface FolderFacts {
  readonly config?: ConfigFile;
  readonly roadmaps: readonly RoadmapFile[];
  /** What could not be looked through; absent where all could. */
  readonly problems?: FolderProblems;
}

/** The only mutable state: the current snapshot. Those who listen are told once per change, with what is new in it. */
export class Store {
  private current: Snapshot = emptySnapshot;
  private readonly byFolder = new Map<string, FolderFacts>();
  private readonly listeners = new Set<(event: SnapshotEvent) => void>();

  /** `report` hears what a listener throws: it costs that listener alone. */
  constructor(private readonly report: (error: unknown) => void = () => undefined) {}

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
    this.current = { revision: before.revision + 1, loading, folders, roadmaps, configs, folderProblems };
    const event = { snapshot: this.current, changed };
    for (const listener of this.listeners) {
      try {
        listener(event);
      } catch (error) {
        this.report(error);
      }
    }
  }
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
