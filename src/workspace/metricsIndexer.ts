import type { Aggregate, CommandSource, MetricSource } from '../core/model/metric.js';
import { isFileGlob } from '../core/config/fileGlob.js';
import { configOf, type Folder } from '../core/model/snapshot.js';
import { MetricMatcher } from '../core/metrics/matching.js';
import { aggregateFor } from '../core/metrics/qualifier.js';
import { sourceKey } from '../core/metrics/sources.js';
import { Cancellation } from './cancellation.js';
import { CommandQueue } from './commandQueue.js';
import { committedTrend } from './committedTrend.js';
import { asAsked, concerns, markStale, readingsOf, takeGlobs, type KnownMetrics } from './knownMetrics.js';
import { mayBeReport, ReportFinder } from './metricFiles.js';
import type { MetricPorts } from './metricPorts.js';
import { earlierPoints, MetricTrends, trendPoint } from './metricTrends.js';
import type { AbortSignalLike, Disposable } from './ports.js';
import { readSource } from './readSource.js';
import type { Store } from './store.js';
import { WorkLoop } from './workLoop.js';

/**
 * Keeps the store true to the readings of all metrics: a source is asked when it is new, and again when its file is written,
 * when commits or tags come (git's own measures), or when a person says so (commands, which never run by themselves).
 */
export class MetricsIndexer implements Disposable {
  private readonly known = new Map<string, KnownMetrics>();
  private readonly subscriptions: Disposable[] = [];
  /** Commands that are to run now, by folder and source. */
  private readonly wanted = new Set<string>();
  private readonly commands = new CommandQueue();
  private readonly cancellation = new Cancellation();
  private stale = true;
  private readonly loop: WorkLoop;

  constructor(
    private readonly ports: MetricPorts,
    private readonly store: Store,
    /** `runCommands`: those that are allowed run without being asked for, as in a program that ends. */
    private readonly settings: { readonly runCommands: boolean } = { runCommands: false },
  ) {
    this.loop = new WorkLoop(
      ports.scheduler,
      () => this.work(),
      () => this.stale,
    );
  }

  /** Asks all sources for the first time. */
  async start(): Promise<void> {
    const { files } = this.ports;
    this.subscriptions.push(
      files.onDidChangeFile(({ uri }) => this.fileChanged(uri)),
      this.store.onDidChange(({ parts }) => {
        if (parts.has('history')) for (const known of this.known.values()) markStale(known, 'git');
        if (parts.has('roadmaps') || parts.has('history')) this.schedule();
      }),
    );
    await this.loop.run();
  }

  /** Asks all sources again, with `commands` also those that are allowed: a person asks for it then. */
  refresh({ commands = true } = {}): void {
    for (const [uri, known] of this.known) {
      known.findAgain = true;
      for (const source of known.sources) {
        known.stale.add(sourceKey(source));
        if (commands && source.kind === 'command') this.wanted.add(`${uri} ${sourceKey(source)}`);
      }
    }
    this.schedule();
  }

  /** Runs the command of a source, which the person has allowed by now. */
  run(folder: Folder, source: CommandSource): void {
    this.known.get(folder.uri)?.stale.add(sourceKey(source));
    this.wanted.add(`${folder.uri} ${sourceKey(source)}`);
    this.schedule();
  }

  /** Ends all commands that run or have their turn yet: the person does not allow them any more. */
  stopCommands(): void {
    this.wanted.clear();
    this.commands.stop(() => true);
    for (const known of this.known.values()) markStale(known, 'command');
    this.schedule();
  }

  /** Resolves when nothing is left to do. */
  async settled(): Promise<void> {
    await this.loop.settled();
    while (await this.commands.settled()) await this.loop.settled();
  }

  dispose(): void {
    this.cancellation.abort();
    this.loop.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const uri of this.known.keys()) this.forget(uri);
  }

  private forget(uri: string): void {
    this.commands.stop((id) => id.startsWith(`${uri} `));
    this.known.get(uri)?.history?.subscription.dispose();
    this.known.delete(uri);
  }

  private schedule(): void {
    this.stale = true;
    this.loop.schedule();
  }

  private fileChanged(uri: string): void {
    const { files } = this.ports;
    for (const folder of files.folders()) {
      const known = this.known.get(folder.uri);
      const path = files.relative(folder, uri);
      if (!known || path === undefined) continue;
      let matters = false;
      for (const source of known.sources) {
        if (source.kind !== 'file' || !concerns(path, source.file, known)) continue;
        known.stale.add(sourceKey(source));
        matters = true;
      }
      if (mayBeReport(path)) matters = known.findAgain = true;
      if (matters) this.schedule();
    }
  }

  private async work(): Promise<void> {
    this.stale = false;
    const { snapshot } = this.store;
    const folders = this.ports.files.folders();
    for (const uri of this.known.keys()) if (!folders.some((folder) => folder.uri === uri)) this.forget(uri);
    for (const folder of folders) {
      if (this.loop.disposed) return;
      const metrics = snapshot.roadmaps.filter((file) => file.folder.uri === folder.uri);
      const hasMetrics = metrics.some(({ roadmap }) => (roadmap?.metrics.length ?? 0) > 0);
      const { metrics: sources } = configOf(snapshot, folder);
      if (!hasMetrics && sources.length === 0 && !this.known.has(folder.uri)) continue;
      try {
        await this.look(folder, sources, hasMetrics);
      } catch (error) {
        this.ports.log.error(`${folder.name}: metrics could not be measured: ${String(error)}`);
      }
    }
  }

  private async look(folder: Folder, sources: readonly MetricSource[], hasMetrics: boolean): Promise<void> {
    const known = this.knownOf(folder);
    this.follow(folder, known);
    await known.trends.load();
    const before = new Set(known.sources.map(sourceKey));
    const wanted = this.aggregatesOf(folder, sources);
    for (const [key, aggregate] of wanted) {
      // Another percentile in the roadmap is another number in the file.
      if (!before.has(key) || known.aggregates.get(key) !== aggregate) known.stale.add(key);
      known.aggregates.set(key, aggregate);
    }
    known.sources = sources;
    await takeGlobs(known);
    // What nobody wants to know any more goes on for nothing.
    const isGone = (id: string) => id.startsWith(`${folder.uri} `) && !wanted.has(id.slice(folder.uri.length + 1));
    this.commands.stop(isGone);
    for (const id of this.wanted) if (isGone(id)) this.wanted.delete(id);
    for (const key of known.answers.keys()) if (!wanted.has(key)) known.answers.delete(key);
    // Of what nobody could measure by it nothing is looked for.
    if (known.findAgain && hasMetrics) {
      known.findAgain = false;
      known.found = await known.finder.find(this.cancellation);
    }
    for (const source of sources) {
      if (this.loop.disposed) return;
      if (known.stale.delete(sourceKey(source))) await this.ask(folder, known, source);
    }
    // What they say now is shown before what they said earlier.
    if (this.loop.disposed) return;
    this.store.applyReadings(readingsOf(folder, known));
    await this.lookBack(folder, known);
    if (this.loop.disposed) return;
    this.store.applyReadings(readingsOf(folder, known));
    await known.trends.save(sources.map((source) => asAsked(source, known)));
  }

  private async ask(folder: Folder, known: KnownMetrics, source: MetricSource): Promise<void> {
    if (source.kind === 'command' && this.ports.commands) {
      const id = `${folder.uri} ${sourceKey(source)}`;
      if (this.wanted.delete(id) || this.settings.runCommands) this.runLater(id, folder, known, source);
      else known.answers.set(sourceKey(source), { source, state: 'waiting', problems: [] });
    } else await this.read(folder, known, source);
  }

  private runLater(id: string, folder: Folder, known: KnownMetrics, source: CommandSource): void {
    const work = async (signal: AbortSignalLike) => {
      try {
        await this.read(folder, known, source, signal);
      } catch (error) {
        this.ports.log.error(`${folder.name}: ${source.metric} could not be measured: ${String(error)}`);
      }
    };
    // What is read of files meanwhile is shown at once.
    this.commands.add(id, work, () => this.schedule());
  }

  private async read(
    folder: Folder,
    known: KnownMetrics,
    source: MetricSource,
    signal: AbortSignalLike = this.cancellation,
  ): Promise<void> {
    const key = sourceKey(source);
    const asked = asAsked(source, known);
    const aggregate = known.aggregates.get(key);
    const answer = await readSource(this.ports, folder, source, aggregate, signal, known.history?.releases);
    // By now it may be asked for another percentile; what is gone from the configuration is forgotten by the next look.
    if (signal.aborted || sourceKey(asAsked(source, known)) !== sourceKey(asked)) return;
    known.answers.set(key, answer);
    if (!answer.reading) return;
    const point = trendPoint(answer.reading);
    // Git is asked with every commit and in every window, which moves nothing by itself.
    if (source.kind === 'git' && known.trends.of(asked).at(-1)?.value === point.value) return;
    known.trends.add(asked, [...earlierPoints(answer.reading), point]);
  }

  /** Hears of commits and tags of the folder's repository, which may be another one than before. */
  private follow(folder: Folder, known: KnownMetrics): void {
    const repository = this.ports.repositoryOf(folder);
    if (known.history?.repository === repository) return;
    known.history?.subscription.dispose();
    delete known.history;
    markStale(known, 'git');
    if (!repository) return;
    const subscription = repository.onDidChange(() => {
      markStale(known, 'git');
      this.schedule();
    });
    known.history = { repository, subscription, releases: new Map() };
  }

  /** Asks git for the earlier readings of reports that are committed, once each, as soon as there is a repository. */
  private async lookBack(folder: Folder, known: KnownMetrics): Promise<void> {
    const repository = this.ports.repositoryOf(folder);
    if (!repository) return;
    for (const source of known.sources) {
      const asked = asAsked(source, known);
      const key = sourceKey(asked);
      if (source.kind !== 'file' || known.lookedBack.has(key) || this.loop.disposed) continue;
      // Of several files no version of one is an earlier reading.
      if (isFileGlob(source.file)) continue;
      known.lookedBack.add(key);
      const aggregate = known.aggregates.get(sourceKey(source));
      const earlier = await committedTrend(repository, this.ports.files, folder, source, aggregate, this.cancellation);
      // The newest version is most often the file as it is, which was read already: the same twice would be no movement.
      const now = known.answers.get(sourceKey(source))?.reading?.measurement.value;
      known.trends.add(asked, earlier.at(-1)?.value === now ? earlier.slice(0, -1) : earlier);
    }
  }

  /** What the metrics that sources are for want of several numbers, by what makes each source the same. */
  private aggregatesOf(folder: Folder, sources: readonly MetricSource[]): ReadonlyMap<string, Aggregate | undefined> {
    const { roadmaps } = this.store.snapshot;
    const metrics = roadmaps.flatMap((file) => (file.folder.uri === folder.uri ? (file.roadmap?.metrics ?? []) : []));
    const matcher = new MetricMatcher(metrics);
    return new Map(
      sources.map((source) => {
        const match = matcher.find(source.metric);
        const targets = 'metrics' in match ? match.metrics.map(({ target }) => target) : [];
        const target = targets.find((each) => aggregateFor(undefined, each) !== undefined);
        return [sourceKey(source), aggregateFor(source, target)];
      }),
    );
  }

  private knownOf(folder: Folder): KnownMetrics {
    const before = this.known.get(folder.uri);
    if (before) return before;
    const known: KnownMetrics = {
      trends: new MetricTrends(folder, this.ports.cache, this.ports.log),
      sources: [],
      answers: new Map(),
      aggregates: new Map(),
      lookedBack: new Set(),
      finder: new ReportFinder(this.ports.files, this.ports.streams, folder),
      found: [],
      globs: new Map(),
      stale: new Set(),
      findAgain: true,
    };
    this.known.set(folder.uri, known);
    return known;
  }
}
