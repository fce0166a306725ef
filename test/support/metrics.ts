import assert from 'node:assert/strict';
import type { FolderReadings, SourceReading } from '../../src/core/model/metric.js';
import type { Parsed } from '../../src/core/model/problem.js';
import type { Folder, Snapshot } from '../../src/core/model/snapshot.js';
import { metricResults, type MetricResult } from '../../src/core/metrics/metricResults.js';
import type { MemoryHost } from '../../src/hosts/memory.js';
import { Indexer } from '../../src/workspace/indexer.js';
import type { Commands, FileStamp, MetricPorts, Streams } from '../../src/workspace/metricPorts.js';
import { MetricsIndexer } from '../../src/workspace/metricsIndexer.js';
import type { AbortSignalLike, Cache, CommitRecord, Repository, Tag } from '../../src/workspace/ports.js';
import { Store } from '../../src/workspace/store.js';
import { MemoryCache } from './memoryCache.js';

/** 2024-12-06 12:00 UTC: what the clock says in tests. */
export const now = 1_733_486_400;

/** Streams the files of a `MemoryHost` in small pieces, and records which. Each event makes a file a second younger. */
export class MemoryStreams implements Streams {
  /** Paths that were read, in order; a look at the first characters alone counts, too. */
  readonly reads: string[] = [];
  private readonly times = new Map<string, number>();
  private clock = now - 1_000;

  constructor(private readonly host: MemoryHost) {
    host.onDidChangeFile(({ uri }) => this.times.set(uri, ++this.clock));
  }

  async read(
    folder: Folder,
    path: string,
    take: (piece: string) => boolean,
    signal: AbortSignalLike,
  ): Promise<Parsed<FileStamp | undefined>> {
    this.reads.push(path);
    const stamp = await this.stamp(folder, path);
    if (!stamp) return { value: undefined, problems: [] };
    const text = (await this.host.read(this.host.resolve(folder, asDisksDo(path)))).value!.text;
    for (let at = 0; at < text.length && !signal.aborted; at += 7) if (!take(text.slice(at, at + 7))) break;
    return { value: stamp, problems: [] };
  }

  async stamp(folder: Folder, path: string): Promise<FileStamp | undefined> {
    const uri = this.host.resolve(folder, asDisksDo(path));
    const { value } = await this.host.read(uri);
    return value && { time: this.times.get(uri) ?? now - 1_000, size: value.text.length };
  }
}

/** `./a//b` is the same file as `a/b`. */
function asDisksDo(path: string): string {
  return path.replace(/\/{2,}/g, '/').replace(/^\.\//, '');
}

/** Answers for commands, and records which were run. One that `hold` names is not done before `release`. */
export class FakeCommands implements Commands {
  readonly ran: string[] = [];
  /** Those that were ended before they were done. */
  readonly ended: string[] = [];
  private readonly held = new Map<string, { readonly done: Promise<void>; readonly end: () => void }>();

  constructor(private readonly outputs: Readonly<Record<string, string | undefined>>) {}

  hold(command: string): void {
    let end!: () => void;
    const done = new Promise<void>((resolve) => (end = resolve));
    this.held.set(command, { done, end });
  }

  release(command: string): void {
    this.held.get(command)?.end();
  }

  async run(
    _folder: Folder,
    command: readonly string[],
    _timeout: number,
    signal: AbortSignalLike,
  ): Promise<Parsed<string | undefined>> {
    const name = command.join(' ');
    this.ran.push(name);
    const ended = new Promise<void>((resolve) => signal.addEventListener('abort', resolve));
    await Promise.race([this.held.get(name)?.done, ...(this.held.has(name) ? [ended] : [])]);
    if (signal.aborted) {
      this.ended.push(name);
      return { value: undefined, problems: [] };
    }
    const value = this.outputs[name];
    if (value !== undefined) return { value, problems: [] };
    return { value, problems: [{ code: 'metric-source', severity: 'error', message: `${name} ended with 1` }] };
  }
}

/** What is kept between windows of readings. */
export class TrendCache extends MemoryCache {
  /** What was kept, as JSON; its names are hashes. */
  get kept(): { readonly points: Readonly<Record<string, readonly object[]>> } | undefined {
    const [text] = this.texts.values();
    return text === undefined ? undefined : (JSON.parse(text) as { points: Record<string, object[]> });
  }
}

/** As much of a repository as releases need, with what was asked of it. */
export class FakeRepository {
  readonly asked: string[] = [];
  tagged: Tag[] = [];
  /** By `<from> ^<without> …`; what is not in here holds no commits. */
  readonly ranges = new Map<string, readonly Partial<CommitRecord>[]>();
  private readonly listeners = new Set<() => void>();
  private own: Repository | undefined;

  get listening(): number {
    return this.listeners.size;
  }

  /** What the watcher of a repository does. */
  change(): void {
    for (const listener of this.listeners) listener();
  }

  get port(): Repository {
    const port: Partial<Repository> = {
      root: 'memory:///work',
      tags: async () => {
        this.asked.push('tags');
        return { value: this.tagged, problems: [] };
      },
      commits: async ({ from, without }, take) => {
        const range = [...from, ...without.map((hash) => `^${hash}`)].join(' ');
        this.asked.push(range);
        const records = this.ranges.get(range) ?? [];
        take(
          records.map((record) => ({
            hash: '0'.repeat(40),
            parents: ['1'],
            author: '',
            email: '',
            time: now,
            subject: '',
            body: '',
            ...record,
          })),
        );
        return [];
      },
      fileVersions: async () => ({ value: undefined, problems: [] }),
      onDidChange: (listener) => {
        this.listeners.add(listener);
        return { dispose: () => this.listeners.delete(listener) };
      },
    };
    this.own ??= port as Repository;
    return this.own;
  }
}

/** What a window has open beside its files. */
export interface WindowOptions {
  readonly commands?: Commands;
  readonly allowed?: ReadonlySet<string>;
  readonly cache?: Cache;
  /** Those of the window before: they know when files were written. */
  readonly streams?: MemoryStreams;
  readonly repository?: () => Repository | undefined;
  readonly clock?: () => number;
}

/** Opens the folders of a host as a window does: roadmaps are read, then what measures their metrics. */
export async function openMetrics(host: MemoryHost, options: WindowOptions = {}) {
  const { commands, allowed, cache, repository, streams = new MemoryStreams(host), clock = () => now } = options;
  const store = new Store((error) => assert.fail(String(error)));
  const ports: MetricPorts = {
    ...host.ports,
    streams,
    now: clock,
    repositoryOf: () => repository?.(),
    isAllowed: (_folder, command) => allowed?.has(command.join(' ')) ?? false,
    ...(commands ? { commands } : {}),
    ...(cache ? { cache } : {}),
  };
  const indexer = new Indexer(ports, store, { files: () => [] });
  const metrics = new MetricsIndexer(ports, store);
  const settled = async () => {
    await indexer.settled();
    await metrics.settled();
  };
  await indexer.start();
  await metrics.start();
  await settled();
  const dispose = () => {
    metrics.dispose();
    indexer.dispose();
  };
  return {
    store,
    streams,
    metrics,
    settled,
    dispose,
    /** What was found out of a folder. */
    folder: (path = '/work') => folderReadings(store.snapshot, path),
    /** What a metric's source gave. */
    source: (name: string, path = '/work') => sourceOf(folderReadings(store.snapshot, path), name),
    /** `met 84.2` and the like, by the names of metrics. */
    states: () => statesOf(resultsOf(store.snapshot)),
  };
}

function folderReadings({ readings }: Snapshot, path: string): FolderReadings {
  const found = readings.find(({ uri }) => uri.endsWith(path));
  assert.ok(found, `nothing is known of ${path}`);
  return found;
}

function sourceOf({ sources }: FolderReadings, name: string): SourceReading {
  const found = sources.find(({ source }) => source.metric === name);
  assert.ok(found, `${name} has no source`);
  return found;
}

export function resultsOf({ roadmaps, configs, readings }: Snapshot, at = now): readonly MetricResult[] {
  return metricResults(roadmaps, configs, readings, { now: at }).results;
}

export function statesOf(results: readonly MetricResult[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    results.map(({ name, state, value }) => [name, value === undefined ? state : `${state} ${value}`]),
  );
}

/** An Istanbul summary of so many per cent. */
export function coverage(lines: number): string {
  const part = JSON.stringify({ total: 1000, covered: lines * 10, skipped: 0, pct: lines });
  return `{"total": {"lines":${part},"statements":${part},"functions":${part},"branches":${part}}}`;
}

/** A roadmap with these metrics. */
export function roadmap(...metrics: readonly string[]): string {
  return `# Plan\n\n## Now\n\n- [ ] Something\n\n## Success Metrics\n\n${metrics.map((line) => `- ${line}\n`).join('')}`;
}

/** A configuration with these entries, each on a line. */
export function config(...entries: readonly string[]): string {
  return `metrics:\n${entries.map((entry) => `  ${entry}\n`).join('')}`;
}
