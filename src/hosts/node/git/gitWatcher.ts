import { readdirSync, watch, type Dirent, type FSWatcher } from 'node:fs';
import { basename, join } from 'node:path';
import type { Disposable, Log } from '../../../workspace/ports.js';

/** Milliseconds in which events count as one. */
const gathering = 50;

/** Directories that are watched at most: each takes a watch of the system, which has not many. */
const maxDirectories = 1_000;

/** What is watched: a directory, and what in it matters. */
interface Watched {
  readonly path: string;
  /** Whether a file of this name tells of commits, branches or HEAD. */
  readonly tells: (name: string) => boolean;
  /** Whether a directory of this name is to be watched too, or is: it may come, go, or be another one now. */
  readonly holds: (name: string) => boolean;
  /** What else to look through: every directory in it. */
  readonly below?: (path: string) => Watched;
}

const never = () => false;
const always = () => true;

/**
 * Watches the files of a repository that say where its branches and HEAD are, without running git. Directories are watched
 * one by one: most of what lies in a git directory is objects, which come by thousands.
 */
export class GitWatcher implements Disposable {
  private readonly listeners = new Set<() => void>();
  private readonly watchers = new Map<string, FSWatcher>();
  private timer: NodeJS.Timeout | undefined;
  private disposed = false;
  private full = false;
  /** Whether directories have come or gone. */
  private stale = false;

  constructor(
    private readonly places: { readonly gitDirectory: string; readonly commonDirectory: string },
    private readonly log: Log,
  ) {}

  onDidChange(listener: () => void): Disposable {
    // The same function may be given twice.
    const own = () => listener();
    this.listeners.add(own);
    if (this.listeners.size === 1 && !this.disposed) this.watchAll();
    return {
      dispose: () => {
        this.listeners.delete(own);
        if (this.listeners.size === 0) this.close();
      },
    };
  }

  dispose(): void {
    this.disposed = true;
    this.listeners.clear();
    this.close();
  }

  private close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const path of this.watchers.keys()) this.unwatch(path);
  }

  private get idle(): boolean {
    return this.listeners.size === 0;
  }

  /** Watches every directory that is there and not watched yet. At once, so that who listens and then looks misses nothing. */
  private watchAll(): void {
    const { gitDirectory, commonDirectory } = this.places;
    for (const directory of new Set([gitDirectory, commonDirectory])) {
      for (const watched of directoriesOf(directory)) this.watchTree(watched);
    }
  }

  private watchTree(watched: Watched): void {
    // Watched first and read then, so that nothing comes in between.
    if (!this.watch(watched) || !watched.below) return;
    for (const entry of entriesOf(watched.path)) {
      if (entry.isDirectory()) this.watchTree(watched.below(join(watched.path, entry.name)));
    }
  }

  /** Whether the directory is watched now. */
  private watch({ path, tells, holds }: Watched): boolean {
    if (this.idle) return false;
    if (this.watchers.has(path)) return true;
    if (this.watchers.size >= maxDirectories) {
      if (!this.full) this.log.warn(`More than ${maxDirectories} directories of branches: not all are watched`);
      this.full = true;
      return false;
    }
    try {
      // Must not keep a program from ending.
      const watcher = watch(path, { persistent: false });
      watcher.on('change', (kind, name) =>
        this.changed(path, kind, name === null ? undefined : String(name), { tells, holds }),
      );
      watcher.on('error', (error) => {
        this.log.warn(`${path} is not watched any more: ${error.message}`);
        this.unwatch(path);
      });
      this.watchers.set(path, watcher);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        this.log.warn(`${path} cannot be watched: ${String(error)}`);
      return false;
    }
  }

  private changed(
    path: string,
    kind: string,
    name: string | undefined,
    { tells, holds }: Pick<Watched, 'tells' | 'holds'>,
  ) {
    if (name?.endsWith('.lock')) return;
    if (name !== undefined && kind === 'rename' && holds(name)) {
      // It was made, taken away, or both: then the watch is on one that is no more.
      this.unwatch(join(path, name));
      this.stale = true;
    } else if (name !== undefined && !tells(name) && name !== basename(path)) return;
    this.timer ??= setTimeout(() => this.tell(), gathering);
  }

  /** What was made before its directory was watched is seen by those who look when they are told. */
  private tell(): void {
    this.timer = undefined;
    if (this.stale) this.watchAll();
    this.stale = false;
    for (const listener of this.listeners) listener();
  }

  /** Ends the watch of a directory and of those below it. */
  private unwatch(path: string): void {
    for (const [key, watcher] of this.watchers) {
      if (key !== path && !(key.startsWith(path) && /^[\\/]/.test(key.slice(path.length)))) continue;
      watcher.close();
      this.watchers.delete(key);
    }
  }
}

function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    // Gone since.
    return [];
  }
}

/** What says where branches, tags and HEAD are, in the directory of a repository or of one of its working trees. */
function directoriesOf(directory: string): readonly Watched[] {
  const heads = (path: string): Watched => ({ path, tells: always, holds: always, below: heads });
  const worktree = (path: string): Watched => ({ path, tells: (name) => name === 'HEAD', holds: never });
  return [
    {
      path: directory,
      tells: (name) => name === 'HEAD' || name === 'packed-refs',
      holds: (name) => name === 'logs' || name === 'reftable' || name === 'worktrees',
    },
    { path: join(directory, 'logs'), tells: (name) => name === 'HEAD', holds: never },
    { path: join(directory, 'reftable'), tells: always, holds: never },
    heads(join(directory, 'refs', 'heads')),
    heads(join(directory, 'refs', 'tags')),
    { path: join(directory, 'worktrees'), tells: never, holds: always, below: worktree },
  ];
}
