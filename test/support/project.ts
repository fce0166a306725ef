import { Indexer } from '../../src/workspace/indexer.js';
import { Store, type SnapshotEvent } from '../../src/workspace/store.js';
import { MemoryHost } from '../../src/hosts/memory.js';
import { outline, splitFiles } from './annotated.js';

/** A workspace in memory with everything that watches it. */
export interface Project {
  readonly host: MemoryHost;
  readonly store: Store;
  readonly indexer: Indexer;
  /** What the store has said since the last `paths()` or `start`. */
  readonly events: SnapshotEvent[];
  /** The roadmaps that are known, by path. */
  paths(): string[];
  /** The plan of the roadmap at a path. */
  plan(path?: string): string | undefined;
  /** Writes a file as somebody else would, and waits until it is read. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  delete(path: string): Promise<void>;
}

/**
 * Opens the files of an annotated text (`//- docs/PLAN.md`) as a workspace and reads them. Paths are relative to the
 * only folder, `/p`; those that begin with `/` name their folder themselves.
 */
export async function openProject(
  annotated: string | Readonly<Record<string, string | Uint8Array>>,
  { folders = ['/p'], files = [], host }: { folders?: string[]; files?: readonly string[]; host?: MemoryHost } = {},
): Promise<Project> {
  const contents = typeof annotated === 'string' ? splitFiles(annotated) : annotated;
  const place = (path: string) => (path.startsWith('/') ? path : `${folders[0]}/${path}`);
  const memory = host ?? new MemoryHost({}, folders);
  for (const [path, content] of Object.entries(contents)) memory.write(place(path), content);
  const store = new Store();
  const events: SnapshotEvent[] = [];
  store.onDidChange((event) => events.push(event));
  const indexer = new Indexer(memory.ports, store, { files: () => files });
  await indexer.start();
  events.length = 0;
  return {
    host: memory,
    store,
    indexer,
    events,
    paths: () => store.snapshot.roadmaps.map(({ path }) => path),
    plan: (path) => {
      const file = store.snapshot.roadmaps.find((one) => path === undefined || one.path === path);
      return file?.roadmap && outline(file.roadmap);
    },
    write: (path, content) => {
      memory.write(place(path), content);
      return indexer.settled();
    },
    delete: (path) => {
      memory.delete(place(path));
      return indexer.settled();
    },
  };
}
