import * as vscode from 'vscode';
import type { CommandSource, FileSource, MetricSource } from '../core/model/metric.js';
import type { Folder, RoadmapFile } from '../core/model/snapshot.js';
import { folderSuggestions } from '../core/metrics/folderSuggestions.js';
import { metricResults, type MetricResult, type MetricResults } from '../core/metrics/metricResults.js';
import { measurementsOf } from '../core/metrics/readers/index.js';
import { sourceKey, sourceLabel } from '../core/metrics/sources.js';
import type { SourceSuggestion } from '../core/metrics/suggestSources.js';
import type { PlanForecast } from '../core/progress/horizonForecast.js';
import { metricsJson, type MetricsJson } from '../core/views/metricsJson.js';
import { shownMetrics } from '../core/views/measuredMetrics.js';
import type { ShownMetrics } from '../core/views/metricRows.js';
import { VSCodeStreams } from '../hosts/vscode/streams.js';
import type { Commands, MetricPorts, Streams } from '../workspace/metricPorts.js';
import { MetricsIndexer } from '../workspace/metricsIndexer.js';
import { PlanHistoryIndexer } from '../workspace/planHistoryIndexer.js';
import type { Ports, Repository } from '../workspace/ports.js';
import type { Store } from '../workspace/store.js';
import type { AllowedCommands } from './allowedCommands.js';
import { onDidChangeSetting, setting } from './config.js';
import { LateForecasts } from './lateForecasts.js';
import { today } from './today.js';

/** What measuring needs of the rest of the extension. */
export interface MeasuringParts {
  readonly ports: Pick<Ports, 'files' | 'scheduler' | 'log' | 'cache'>;
  readonly store: Store;
  readonly repositoryOf: (folder: Folder) => Repository | undefined;
  readonly allowed: AllowedCommands;
  /** The version of the extension. */
  readonly version: string;
  /** What only some hosts can do, in trusted workspaces. */
  readonly processes: () => Promise<{ readonly commands: Commands; readonly streams: Streams } | undefined>;
}

/** Milliseconds after which it is looked again at what has become old or late: dates go on without any event. */
const untilLater = 60 * 60 * 1_000;

/** Reads the history of the plans and the readings of all metrics, and judges them. A chunk of its own: see `Measures`. */
export class Measuring implements vscode.Disposable {
  private readonly plans: PlanHistoryIndexer;
  private readonly streams: { current: Streams } = { current: new VSCodeStreams() };
  private readonly metricPorts: Mutable<MetricPorts>;
  private readonly indexer: MetricsIndexer;
  private readonly forecasts: LateForecasts;
  private changed: (() => void) | undefined;
  private readonly disposables: vscode.Disposable[] = [];
  private judged: { readonly by: readonly unknown[]; readonly results: MetricResults } | undefined;

  constructor(private readonly parts: MeasuringParts) {
    const { ports, store, repositoryOf, allowed, version } = parts;
    this.plans = new PlanHistoryIndexer(ports, store, { repositoryOf, readBy: version });
    const { streams } = this;
    this.metricPorts = {
      ...ports,
      streams: {
        read: (...args) => streams.current.read(...args),
        stamp: (...args) => streams.current.stamp(...args),
      },
      now: () => Date.now() / 1000,
      repositoryOf,
      isAllowed: (folder, command) => allowed.has(folder, command),
    };
    this.indexer = new MetricsIndexer(this.metricPorts, store);
    this.forecasts = new LateForecasts(
      ports.scheduler,
      () => store.snapshot,
      today,
      () => this.changed?.(),
    );
    this.disposables.push(this.plans, this.indexer, this.forecasts);
  }

  /** Reads everything for the first time; `changed` hears of what is new in what this class says. */
  async start(changed: () => void): Promise<void> {
    const { store } = this.parts;
    const again = () => {
      this.judged = undefined;
      changed();
    };
    this.changed = changed;
    const timer = setInterval(() => {
      again();
      this.forecasts.touch();
    }, untilLater);
    this.disposables.push(
      { dispose: () => clearInterval(timer) },
      store.onDidChange(({ parts }) => {
        if (parts.has('roadmaps') || parts.has('planHistory')) this.forecasts.touch();
        if (parts.has('readings') || parts.has('planHistory')) changed();
      }),
      onDidChangeSetting('metrics.tolerance', again),
      onDidChangeSetting('metrics.maxAge', again),
      vscode.workspace.onDidGrantWorkspaceTrust(
        () => void this.takeProcesses().then(() => this.indexer.refresh({ commands: false })),
      ),
    );
    this.forecasts.touch();
    await this.takeProcesses();
    await Promise.all([this.plans.start(), this.indexer.start()]);
  }

  /** Where the metrics of a roadmap stand, and what could measure those without a source. */
  shownMetrics(file: RoadmapFile): ShownMetrics {
    const own = this.results().results.filter((result) => result.file.uri === file.uri);
    return shownMetrics(own, this.suggestions(file.folder, own));
  }

  /** All metrics, judged by what is known now. */
  results(): MetricResults {
    const { roadmaps, configs, readings } = this.parts.store.snapshot;
    const now = Date.now() / 1000;
    // TODOs and commits are new far more often than what metrics are judged by; ages are told by the minute.
    const by = [roadmaps, configs, readings, Math.floor(now / 60)];
    if (!this.judged || by.some((each, at) => each !== this.judged!.by[at])) {
      const options = {
        now,
        tolerance: setting('metrics.tolerance') / 100,
        maxAge: setting('metrics.maxAge'),
      };
      this.judged = { by, results: metricResults(roadmaps, configs, readings, options) };
    }
    return this.judged.results;
  }

  /** What `roadmap-lens metrics --json` prints. */
  json(): MetricsJson {
    const { snapshot } = this.parts.store;
    const results = this.results();
    const suggestions = snapshot.folders.flatMap((folder) => this.suggestions(folder, results.results));
    return metricsJson(snapshot, results, suggestions);
  }

  /** What could measure the metrics of a folder that have no source. */
  suggestions(folder: Folder, results: readonly MetricResult[] = this.results().results): readonly SourceSuggestion[] {
    return folderSuggestions(folder.uri, results, this.parts.store.snapshot.readings);
  }

  /** The suggestion that a row stands for. */
  suggestion(folder: Folder, key: string): SourceSuggestion | undefined {
    return this.suggestions(folder).find(({ source }) => sourceKey(source) === key);
  }

  /** What can be taken from the unmistakable files of a folder, for a metric of this name. */
  found(folder: Folder, metric: string): readonly { readonly source: FileSource; readonly description: string }[] {
    const { readings } = this.parts.store.snapshot;
    return (readings.find(({ uri }) => uri === folder.uri)?.found ?? []).flatMap(({ path, format, measurements }) => {
      // What a file holds by names of its own, else what every file of its format has.
      const names =
        measurements?.map(({ name, unit }) => ({ name, description: unit ?? '' })) ?? measurementsOf(format);
      return names.map(({ name, description }) => ({
        source: { kind: 'file' as const, metric, file: path, format, value: name },
        description,
      }));
    });
  }

  /** A source in a few words. */
  label(source: MetricSource): string {
    return sourceLabel(source);
  }

  /** When a roadmap and its horizons will be done, as far as that was found out: see `LateForecasts`. */
  forecast(file: RoadmapFile): PlanForecast | undefined {
    return this.forecasts.of(file);
  }

  /** Runs the command of a metric, which the person has allowed. */
  run(folder: Folder, source: CommandSource): void {
    this.indexer.run(folder, source);
  }

  /** Ends the commands that run: they are not allowed any more. */
  stopCommands(): void {
    this.indexer.stopCommands();
  }

  refresh(): void {
    this.plans.refresh();
    this.indexer.refresh();
  }

  async settled(): Promise<void> {
    await Promise.all([this.plans.settled(), this.indexer.settled()]);
    this.forecasts.settle();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** Takes what starts programs and streams large files, where that is allowed. */
  private async takeProcesses(): Promise<void> {
    const processes = vscode.workspace.isTrusted ? await this.parts.processes() : undefined;
    if (!processes) return;
    this.streams.current = processes.streams;
    this.metricPorts.commands = processes.commands;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
