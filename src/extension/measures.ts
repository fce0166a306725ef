import * as vscode from 'vscode';
import type { RoadmapFile } from '../core/model/snapshot.js';
import type { PlanForecast } from '../core/progress/horizonForecast.js';
import type { ShownMetrics } from '../core/views/metricRows.js';
import type { Measuring } from './measuring.js';

/**
 * What is measured and forecast. What finds it out is loaded when the roadmaps are read; until then, and where it cannot be,
 * nothing is known.
 */
export class Measures implements vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  private loaded: Measuring | undefined;
  private disposed = false;

  constructor(private readonly load: () => Promise<Measuring>) {}

  /** Tells when something else is known of metrics or forecasts. */
  readonly onDidChange = this.changes.event;

  /** Loads what measures, and has it read everything for the first time. */
  async start(): Promise<void> {
    const measuring = await this.load();
    if (this.disposed) return measuring.dispose();
    this.loaded = measuring;
    await measuring.start(() => this.changes.fire());
  }

  /** What measures, once it is loaded. */
  get measuring(): Measuring | undefined {
    return this.loaded;
  }

  /** Where the metrics of a roadmap stand. */
  metrics(file: RoadmapFile): ShownMetrics | undefined {
    return this.loaded?.shownMetrics(file);
  }

  /** When a roadmap and its horizons will be done: the last that is known, while it is found out anew. */
  forecast(file: RoadmapFile): PlanForecast | undefined {
    return this.loaded?.forecast(file);
  }

  /** Looks again at everything; commands that are allowed run. */
  refresh(): void {
    this.loaded?.refresh();
  }

  /** Resolves when nothing that is known to have changed is left to be read. */
  async settled(): Promise<void> {
    await this.loaded?.settled();
  }

  dispose(): void {
    this.disposed = true;
    this.loaded?.dispose();
    this.changes.dispose();
  }
}
