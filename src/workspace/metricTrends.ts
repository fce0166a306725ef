import type { MetricSource, Reading, TrendPoint } from '../core/model/metric.js';
import type { Folder } from '../core/model/snapshot.js';
import { sourceKey } from '../core/metrics/sources.js';
import { cacheName } from './cacheName.js';
import type { Cache, Log } from './ports.js';

/** So many readings of a source are remembered: the newest. */
const maxPoints = 200;
/** Changes whenever something else is kept. */
const version = 1;

/**
 * Remembers the readings of a folder's sources from window to window, since most reports are written over by the next run.
 * What is kept may be deleted at any time: then the trend begins anew.
 */
export class MetricTrends {
  private readonly points = new Map<string, TrendPoint[]>();
  private loaded = false;
  private isNew = false;

  constructor(
    private readonly folder: Folder,
    private readonly cache: Cache | undefined,
    private readonly log: Log,
  ) {}

  /** Takes up what was kept by an earlier window. */
  async load(): Promise<void> {
    if (this.loaded) return;
    this.loaded = true;
    const text = await this.cache?.read(cacheName('metrics', this.folder.uri));
    if (text === undefined) return;
    try {
      const kept = JSON.parse(text) as { version?: unknown; folder?: unknown; points?: unknown };
      if (kept.version !== version || kept.folder !== this.folder.uri || typeof kept.points !== 'object') return;
      for (const [key, values] of Object.entries(kept.points ?? {}))
        if (Array.isArray(values)) this.points.set(key, values.filter(isPoint).slice(-maxPoints));
    } catch {
      this.log.info('What was kept of the readings is damaged, so that trends begin anew.');
    }
  }

  /** The remembered readings of a source, oldest first. */
  of(source: MetricSource): readonly TrendPoint[] {
    return this.points.get(sourceKey(source)) ?? [];
  }

  /** Adds readings, in whatever order; one of a time that is known already replaces it. */
  add(source: MetricSource, readings: readonly TrendPoint[]): void {
    const known = this.points.get(sourceKey(source)) ?? [];
    const byTime = new Map(known.map((point) => [point.time, point]));
    const news = readings.filter(({ time, value }) => byTime.get(time)?.value !== value);
    if (news.length === 0) return;
    for (const point of news) byTime.set(point.time, point);
    const all = [...byTime.values()].sort((a, b) => a.time - b.time);
    this.points.set(sourceKey(source), all.slice(-maxPoints));
    this.isNew = true;
  }

  /** Keeps what is new for the next window; sources that are configured no more are forgotten. */
  async save(sources: readonly MetricSource[]): Promise<void> {
    if (!this.isNew) return;
    this.isNew = false;
    const keys = new Set(sources.map(sourceKey));
    for (const key of this.points.keys()) if (!keys.has(key)) this.points.delete(key);
    const points = Object.fromEntries(this.points);
    const problem = await this.cache?.write(
      cacheName('metrics', this.folder.uri),
      JSON.stringify({ version, folder: this.folder.uri, points }),
    );
    if (problem !== undefined) this.log.warn(`The readings could not be kept for the next window: ${problem}`);
  }
}

/** The point of a reading. */
export function trendPoint({ time, measurement: { value, unit } }: Reading): TrendPoint {
  return { time, value, ...(unit === undefined ? {} : { unit }) };
}

/** The points of what a source itself keeps of earlier readings. What is dated later than the reading is none. */
export function earlierPoints({ time: newest, measurement: { history = [], unit } }: Reading): readonly TrendPoint[] {
  return history
    .filter(({ time }) => time <= newest)
    .map(({ time, value }) => ({ time, value, ...(unit === undefined ? {} : { unit }) }));
}

function isPoint(point: unknown): point is TrendPoint {
  const { time, value, unit } = (point ?? {}) as Record<string, unknown>;
  if (unit !== undefined && typeof unit !== 'string') return false;
  return typeof time === 'number' && typeof value === 'number' && Number.isFinite(time) && Number.isFinite(value);
}
