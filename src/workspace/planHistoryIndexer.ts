import * as l10n from '@vscode/l10n';
import type { PlanHistory } from '../core/model/planHistory.js';
import type { Problem } from '../core/model/problem.js';
import { configOf, type Folder, type RoadmapFile } from '../core/model/snapshot.js';
import { Cancellation } from './cancellation.js';
import { PlanHistoryReader } from './planHistoryReader.js';
import type { Disposable, Ports, Repository } from './ports.js';
import type { SnapshotEvent, Store } from './store.js';
import { WorkLoop } from './workLoop.js';

/** What the history of plans is read with. */
export interface PlanHistorySettings {
  /** The repository of a folder, where one is open. */
  repositoryOf(folder: Folder): Repository | undefined;
  /** The version of the product: what another one has kept is read anew. */
  readonly readBy: string;
}

/** What is known of the history of one roadmap file. */
interface Known {
  readonly reader: PlanHistoryReader;
  readonly subscription: Disposable;
  readonly cancellation: Cancellation;
  stale: boolean;
  /** As it was when its history was last told. */
  file?: RoadmapFile;
  config?: object;
}

/**
 * Keeps the store true to the history of each roadmap file: its versions are read once, or taken from the cache, and later
 * only what is new. It asks no host for repositories: those that the history of the folders has open are read.
 */
export class PlanHistoryIndexer implements Disposable {
  private readonly known = new Map<string, Known>();
  private readonly loop: WorkLoop;
  private subscription: Disposable | undefined;
  private again = true;
  /** What is to be told by other ids, once nothing changes for a moment. */
  private late: Disposable | undefined;
  private readonly seen = new Set<string>();

  constructor(
    private readonly ports: Ports,
    private readonly store: Store,
    private readonly settings: PlanHistorySettings,
  ) {
    this.loop = new WorkLoop(
      ports.scheduler,
      () => this.work(),
      () => this.again,
    );
  }

  /** Reads the history of all roadmaps whose repositories are open; the others follow when they are. */
  async start(): Promise<void> {
    this.subscription ??= this.store.onDidChange((event) => this.changed(event));
    await this.loop.run();
  }

  /** Looks again at what is checked out. */
  refresh(): void {
    for (const known of this.known.values()) known.stale = true;
    this.schedule();
  }

  /** Resolves when nothing is left to do. */
  async settled(): Promise<void> {
    if (this.late) this.schedule();
    await this.loop.settled();
  }

  dispose(): void {
    this.loop.dispose();
    this.late?.dispose();
    this.subscription?.dispose();
    for (const uri of this.known.keys()) this.close(uri);
  }

  private changed({ parts, changed }: SnapshotEvent): void {
    if (parts.has('history')) {
      for (const { folder, uri } of this.store.snapshot.roadmaps) {
        const known = this.known.get(uri);
        if (known && changed.has(folder.uri)) known.stale = true;
      }
    }
    if (parts.has('history')) this.schedule();
    else if (parts.has('roadmaps')) this.scheduleLate();
  }

  /** Another roadmap is read soon. What one types in those that are known costs as much as all their tasks: it can wait. */
  private scheduleLate(): void {
    if (!this.store.snapshot.roadmaps.every(({ uri }) => this.seen.has(uri))) {
      this.schedule();
      return;
    }
    this.late?.dispose();
    this.late = this.ports.scheduler.scheduleLate(() => this.schedule());
  }

  private schedule(): void {
    this.late?.dispose();
    this.late = undefined;
    this.again = true;
    this.loop.schedule();
  }

  private close(uri: string): void {
    const known = this.known.get(uri);
    this.known.delete(uri);
    known?.cancellation.abort();
    known?.subscription.dispose();
  }

  private async work(): Promise<void> {
    this.again = false;
    const { roadmaps } = this.store.snapshot;
    this.seen.clear();
    for (const { uri } of roadmaps) this.seen.add(uri);
    for (const uri of this.known.keys()) if (!roadmaps.some((file) => file.uri === uri)) this.close(uri);
    for (const file of roadmaps) {
      try {
        await this.look(file);
      } catch (error) {
        // Hosts do not throw. One that does all the same costs the history of the file.
        this.unavailable(file, [failed(String(error))]);
      }
      if (this.loop.disposed) return;
    }
  }

  private async look(file: RoadmapFile): Promise<void> {
    const known = this.open(file);
    if (!known) return;
    const config = configOf(this.store.snapshot, file.folder);
    if (known.config !== config) known.stale = true;
    if (known.stale) {
      known.stale = false;
      known.config = config;
      if (!known.reader.isReady && !this.historyOf(file))
        this.store.applyPlanHistory(noHistory(file.uri, 'loading', []));
      const { history, problems } = await known.reader.update(file, config, known.cancellation);
      if (known.cancellation.aborted) return;
      known.file = file;
      if (history) this.store.applyPlanHistory(history);
      else if (problems.length > 0) this.unavailable(file, problems);
      // It was ended from outside: who did it says what is there now.
      else known.stale = true;
    } else if (known.file !== file) {
      known.file = file;
      const history = known.reader.named(file);
      if (history) this.store.applyPlanHistory(history);
    }
  }

  /** What reads a file's history, where that is possible now. */
  private open(file: RoadmapFile): Known | undefined {
    const repository = this.settings.repositoryOf(file.folder);
    const known = this.known.get(file.uri);
    if (known && known.reader.repository === repository) return known;
    if (known) this.close(file.uri);
    const path = repository && this.ports.files.relative({ uri: repository.root, name: '' }, file.uri);
    if (!repository || path === undefined) {
      const folder = this.store.snapshot.histories.find(({ uri }) => uri === file.folder.uri);
      if (repository) this.unavailable(file, [outsideRepository(file)]);
      else if (folder?.state === 'unavailable') this.unavailable(file, folder.problems);
      return undefined;
    }
    const opened: Known = {
      reader: new PlanHistoryReader(this.ports, repository, path, this.settings.readBy),
      cancellation: new Cancellation(),
      subscription: repository.onDidChange(() => {
        opened.stale = true;
        this.schedule();
      }),
      stale: true,
    };
    this.known.set(file.uri, opened);
    return opened;
  }

  private historyOf({ uri }: RoadmapFile): PlanHistory | undefined {
    return this.store.snapshot.planHistories.find((history) => history.uri === uri);
  }

  /** Says why there is no history. What was known is still worth being seen where git is only busy for a moment. */
  private unavailable(file: RoadmapFile, problems: readonly Problem[]): void {
    const before = this.historyOf(file);
    const known = this.known.has(file.uri) && before?.state === 'ready';
    if (before?.problems[0]?.message === problems[0]?.message && (known || before?.state === 'unavailable')) return;
    this.store.applyPlanHistory(known ? { ...before, problems } : noHistory(file.uri, 'unavailable', problems));
  }
}

/** The history of a roadmap of which nothing is known. */
export function noHistory(uri: string, state: 'loading' | 'unavailable', problems: readonly Problem[]): PlanHistory {
  return { uri, state, points: [], changes: [], stories: new Map(), versions: 0, unreadable: 0, problems };
}

/** A roadmap that a link leads to is kept by no repository here. */
export function outsideRepository({ path }: RoadmapFile): Problem {
  const message = l10n.t('{0} lies outside the repository of its folder, so its history is not read.', path);
  return { code: 'no-history', severity: 'info', message };
}

function failed(cause: string): Problem {
  const message = l10n.t('The history could not be read ({0}): refresh.', cause);
  return { code: 'no-history', severity: 'error', message };
}
