import * as l10n from '@vscode/l10n';
import type { Config } from '../core/model/config.js';
import type { PlanHistory, VersionTask } from '../core/model/planHistory.js';
import type { Problem } from '../core/model/problem.js';
import type { RoadmapFile } from '../core/model/snapshot.js';
import { PlanReplay } from '../core/progress/planHistory.js';
import { planVersion, sharedWith } from '../core/progress/planVersion.js';
import { decodeText } from '../core/text/decode.js';
import { roadmapFacts } from './facts.js';
import {
  blobKey,
  readPlanCache,
  writePlanCache,
  type ParsedBlobs,
  type Pause,
  type PlanKeptAs,
} from './planHistoryCache.js';
import type { AbortSignalLike, FileVersion, KnownVersions, Ports, Repository } from './ports.js';

/** Milliseconds of work after which others have their turn. */
const piece = 8;
/** Fewer versions than these are not worth being kept for the next window. */
const fewVersions = 20;

/** Told how far reading is: so many steps of all, of which there are two for a version that is not known yet. */
type ReadingProgress = (done: number, total: number) => void;

/** Reads the history of one roadmap file: all of it once, later only what is new. Each content is parsed once. */
export class PlanHistoryReader {
  private replay: PlanReplay | undefined;
  private known: KnownVersions | undefined;
  private readWith = '';
  private problems: readonly Problem[] = [];
  /** What was read since it was kept for the next window. */
  private unkept = new Map<string, readonly VersionTask[] | null>();
  private last: readonly VersionTask[] = [];
  private began = 0;
  private steps = { done: 0, total: 0 };

  /** `path` is that of the file in the repository, `readBy` the version of the product, and `progress` is told how far it is. */
  constructor(
    private readonly ports: Pick<Ports, 'scheduler' | 'cache' | 'log'>,
    readonly repository: Repository,
    private readonly path: string,
    private readonly readBy: string,
    private readonly progress?: ReadingProgress,
  ) {}

  /** Whether anything was read yet. */
  get isReady(): boolean {
    return this.known !== undefined;
  }

  /** Looks what is new. No history where it could not be read (the problems say why), or is not wanted any more. */
  async update(
    file: RoadmapFile,
    config: Config,
    signal: AbortSignalLike,
  ): Promise<{ readonly history?: PlanHistory; readonly problems: readonly Problem[] }> {
    const readWith = JSON.stringify([this.readBy, config.dialect, config.idPrefix, [...config.statusMarks]]);
    if (readWith !== this.readWith) this.forget();
    this.readWith = readWith;
    const { value: found, problems } = await this.repository.fileVersions(this.path, signal, this.known);
    if (!found || signal.aborted) return { problems };
    const { head, versions } = found;
    if (!found.after || !this.replay) {
      if (this.known) this.ports.log.info(`${this.path}: history was rewritten, and is read anew`);
      this.forget();
      this.replay = new PlanReplay(found.cutOff);
    }
    this.began = Date.now();
    this.steps = { done: 0, total: versions.length };
    const { blobs, problems: lost, whole } = await this.parse(file, config, versions, found.after, signal);
    for (const { blob, path, hash, time, author, subject } of whole ? versions : []) {
      if (signal.aborted) break;
      // A file that was deleted holds no task.
      const tasks = blob === undefined ? [] : blobs.get(blobKey(blob, path));
      this.replay.add({ hash, time, author, subject, path, ...(tasks ? { tasks } : {}) });
      this.step();
      await this.pause();
    }
    if (!whole || signal.aborted) {
      this.forget();
      return { problems: signal.aborted ? [] : lost };
    }
    if (this.replay.size === 0) this.problems = [notCommitted(this.path)];
    else if (this.replay.size === versions.length) this.problems = [...problems, ...lost];
    else if (lost.length > 0) this.problems = lost;
    this.known = head === undefined ? undefined : { head, path: this.path };
    return { history: this.named(file)!, problems: [] };
  }

  /** What is known, by the ids of today: the same object where neither has changed. */
  named({ uri, roadmap }: RoadmapFile): PlanHistory | undefined {
    return this.replay?.history(uri, roadmap, this.problems);
  }

  private forget(): void {
    this.replay = undefined;
    this.known = undefined;
    this.problems = [];
    this.unkept.clear();
    this.last = [];
  }

  /** What the versions hold, from the cache or by reading them; `added`: only these are new since it was kept. */
  private async parse(
    file: RoadmapFile,
    config: Config,
    versions: readonly FileVersion[],
    added: boolean,
    signal: AbortSignalLike,
  ): Promise<{ readonly blobs: ParsedBlobs; readonly problems: readonly Problem[]; readonly whole: boolean }> {
    const { cache, log } = this.ports;
    const as: PlanKeptAs = { root: this.repository.root, path: this.path, readWith: this.readWith };
    const kept = added && versions.length < fewVersions ? this.unkept : await readPlanCache(cache, as, log, this.pause);
    const blobs = new Map<string, readonly VersionTask[] | null>();
    /** The names of what is to be read, by its id. */
    const wanted = new Map<string, Set<string>>();
    for (const { blob, path } of versions) {
      if (blob === undefined) continue;
      const known = kept.get(blobKey(blob, path));
      if (known !== undefined) {
        blobs.set(blobKey(blob, path), known);
        if (known) this.last = known;
      } else wanted.set(blob, (wanted.get(blob) ?? new Set()).add(path));
    }
    for (const { size } of wanted.values()) this.steps.total += size;
    const take = async (blob: string, bytes: Uint8Array | undefined) => {
      for (const path of wanted.get(blob) ?? []) {
        const tasks = bytes ? await this.tasksIn(bytes, { ...file, path: this.inFolder(file, path) }, config) : null;
        blobs.set(blobKey(blob, path), tasks);
        this.unkept.set(blobKey(blob, path), tasks);
        this.step();
        await this.pause();
      }
    };
    const problems = wanted.size > 0 ? await this.repository.blobs([...wanted.keys()], take, signal) : [];
    // What git was ended over is not known; what is missing or damaged was told.
    const whole = [...wanted].every(([blob, paths]) => [...paths].every((path) => blobs.has(blobKey(blob, path))));
    if (whole && this.unkept.size >= fewVersions) {
      const all = added ? new Map([...(await readPlanCache(cache, as, log, this.pause)), ...this.unkept]) : blobs;
      // One that is missing may be there the next time.
      const lost = problems.length > 0 ? [...all].filter(([, tasks]) => tasks) : all;
      await writePlanCache(cache, as, new Map(lost), log, this.pause);
      this.unkept = new Map();
    }
    return { blobs, problems, whole };
  }

  /** What one version holds; null where it says nothing. */
  private async tasksIn(bytes: Uint8Array, file: RoadmapFile, config: Config): Promise<readonly VersionTask[] | null> {
    const { value: text } = decodeText(bytes);
    if (text === undefined || isNoPlan(text)) return null;
    const { uri, path, folder } = file;
    const read = await roadmapFacts({ uri, path, folder, text: { text }, problems: [] }, true, config);
    if (!read?.roadmap) return null;
    // What cannot be taken apart holds tasks that are not found.
    if (read.problems.some(({ code, severity }) => code === 'roadmap-syntax' && severity === 'error')) return null;
    return (this.last = sharedWith(this.last, planVersion(read.roadmap)));
  }

  /** The path of a version relative to the folder, as far as it lay there. */
  private inFolder({ path }: RoadmapFile, versionPath: string): string {
    const prefix = this.path.endsWith(path) ? this.path.slice(0, this.path.length - path.length) : '';
    return versionPath.startsWith(prefix) ? versionPath.slice(prefix.length) : versionPath;
  }

  private step(): void {
    this.steps.done++;
    this.progress?.(this.steps.done, this.steps.total);
  }

  private readonly pause: Pause = async () => {
    if (Date.now() - this.began < piece) return;
    await new Promise<void>((resolve) => this.ports.scheduler.schedule(resolve));
    this.began = Date.now();
  };
}

/** A merge that was committed with its conflicts, or what Git LFS puts in place of a file. */
function isNoPlan(text: string): boolean {
  if (text.startsWith('version https://git-lfs.github.com/spec/')) return true;
  return /^<{7}(?: |$)/m.test(text) && /^={7}$/m.test(text) && /^>{7}(?: |$)/m.test(text);
}

function notCommitted(path: string): Problem {
  const message = l10n.t('{0} was never committed, so it has no history: commit it.', path);
  return { code: 'no-history', severity: 'info', message };
}
