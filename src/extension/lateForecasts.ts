import type { RoadmapFile, Snapshot } from '../core/model/snapshot.js';
import type { PlanForecast } from '../core/progress/horizonForecast.js';
import { planForecast } from '../core/views/planForecast.js';
import type { Disposable, Scheduler } from '../workspace/ports.js';

/**
 * Forecasts that nobody has to wait for: they are made when nothing has changed for a moment, a roadmap at a time. Until then
 * the last known ones hold.
 */
export class LateForecasts implements Disposable {
  private readonly known = new Map<string, PlanForecast>();
  private pending: Disposable | undefined;
  /** The roadmaps that are still to be forecast, by their URIs. */
  private waiting: string[] = [];
  private ended = false;

  /** `changed` hears when another forecast is known; `today` is a day since 1970. */
  constructor(
    private readonly scheduler: Scheduler,
    private readonly snapshot: () => Snapshot,
    private readonly today: () => number,
    private readonly changed: () => void,
  ) {}

  /** The last known forecast of a roadmap. */
  of({ uri }: RoadmapFile): PlanForecast | undefined {
    return this.known.get(uri);
  }

  /** Has all made anew, later: something changed. */
  touch(): void {
    if (this.ended) return;
    this.waiting = this.snapshot().roadmaps.map(({ uri }) => uri);
    for (const uri of this.known.keys()) if (!this.waiting.includes(uri)) this.known.delete(uri);
    this.pending?.dispose();
    this.pending = this.scheduler.scheduleLate(() => this.next());
  }

  /** Makes now what is still to be made. */
  settle(): void {
    while (this.pending) {
      this.pending.dispose();
      this.next();
    }
  }

  dispose(): void {
    this.ended = true;
    this.pending?.dispose();
    this.pending = undefined;
  }

  private next(): void {
    this.pending = undefined;
    const uri = this.waiting.shift();
    if (this.waiting.length > 0) this.pending = this.scheduler.schedule(() => this.next());
    const snapshot = this.snapshot();
    const file = snapshot.roadmaps.find((one) => one.uri === uri);
    if (file) this.make(snapshot, file);
  }

  private make(snapshot: Snapshot, file: RoadmapFile): void {
    const before = this.known.get(file.uri);
    const forecast = planForecast(snapshot, file, this.today());
    if (forecast === before) return;
    if (forecast) this.known.set(file.uri, forecast);
    else this.known.delete(file.uri);
    // Another version of the plan may have come that says nothing new.
    if (JSON.stringify(forecast) !== JSON.stringify(before)) this.changed();
  }
}
