import type { ServerSettings } from '../core/agents/serverSettings.js';
import { Refused } from '../core/model/refused.js';
import type { Snapshot } from '../core/model/snapshot.js';
import { paths } from '../hosts/node/paths.js';
import { findProblems } from '../hosts/node/project/findProblems.js';
import { countsFromFirstCommit } from '../hosts/node/project/planHistories.js';
import { portsOf, todoSettings } from '../hosts/node/project/readWork.js';
import { checkJson, type CheckJson } from '../core/views/checkJson.js';
import { HistoryIndexer } from '../workspace/historyIndexer.js';
import { Indexer } from '../workspace/indexer.js';
import type { AbortSignalLike, Cache, Disposable, Ports } from '../workspace/ports.js';
import { readPlanHistories } from '../workspace/readOnce.js';
import { Store } from '../workspace/store.js';
import { TodoIndexer } from '../workspace/todoIndexer.js';
import type { Part } from '../core/agents/runTool.js';

/** What keeps the store true, started when it is first needed. */
interface Kept extends Disposable {
  start(): Promise<void>;
  refresh(): void;
  settled(): Promise<void>;
}

/**
 * The folder that a server speaks for. Nothing watches it: with every question all that it needs is looked at again, and what has not changed on disk is
 * neither parsed nor asked of git a second time. So an answer is never older than its question.
 */
export class Project implements Disposable {
  private readonly store = new Store();
  readonly ports: Ports;
  private readonly roadmaps: Kept;
  private readonly activity: readonly Kept[];
  private readonly started = new Set<Kept>();

  /** `version` is that of the product; `settings` are those of the editor that starts the server. */
  constructor(
    readonly folder: string,
    private readonly version: string,
    readonly settings: ServerSettings = {},
  ) {
    const own = portsOf([folder], settings);
    const { files = [], tags, exclude, inText } = settings;
    // Whoever asks next looks again, so nothing has to be looked at late.
    const scheduler = { ...own.scheduler, scheduleLate: () => ({ dispose() {} }) };
    this.ports = { ...own, scheduler, cache: memory() };
    this.roadmaps = new Indexer(this.ports, this.store, { files: () => files });
    this.activity = [
      new TodoIndexer(this.ports, this.store, {
        ...todoSettings,
        ...(tags ? { tags: () => tags } : {}),
        ...(exclude ? { exclude: () => exclude } : {}),
        ...(inText === undefined ? {} : { inText: () => inText }),
      }),
      new HistoryIndexer(this.ports, this.store, { unlinked: 0 }),
    ];
  }

  /** What stands on disk now. Throws `Refused` where the question is not wanted any more. */
  async snapshot(parts: readonly Part[], signal: AbortSignalLike): Promise<Snapshot> {
    const wanted = [this.roadmaps, ...(parts.includes('activity') ? this.activity : [])];
    await Promise.all(wanted.map((part) => this.look(part)));
    checkWanted(signal);
    const { snapshot } = this.store;
    // What was looked at for another question may be old by now.
    const { todos, histories, ...rest } = snapshot;
    const known: Snapshot = parts.includes('activity')
      ? { ...rest, todos, histories }
      : { ...rest, todos: { files: new Map(), meaning: {}, scans: [] }, histories: [] };
    if (!parts.includes('firstCommit') || !countsFromFirstCommit(known)) return known;
    const planHistories = await readPlanHistories(this.ports, known, this.version, signal);
    checkWanted(signal);
    return { ...known, planHistories };
  }

  /** What is wrong in what stands on disk now. */
  async problems(signal: AbortSignalLike): Promise<CheckJson> {
    const snapshot = await this.snapshot(['activity'], signal);
    const pathOf = (uri: string) => paths.from(this.folder, paths.pathOf(uri));
    const { files, others } = await findProblems(this.ports, snapshot, pathOf, signal);
    checkWanted(signal);
    return checkJson(files, pathOf, others);
  }

  dispose(): void {
    for (const part of this.started) part.dispose();
    this.started.clear();
  }

  private async look(part: Kept): Promise<void> {
    if (!this.started.has(part)) {
      this.started.add(part);
      await part.start();
      return;
    }
    part.refresh();
    await part.settled();
  }
}

/** Throws `Refused` where nobody waits for the answer any more. */
export function checkWanted({ aborted }: AbortSignalLike): void {
  if (aborted) throw new Refused('This was cancelled, and nothing was done.');
}

/** What is remembered as long as the program runs. */
function memory(): Cache {
  const texts = new Map<string, string>();
  return {
    read: (name) => Promise.resolve(texts.get(name)),
    write(name, text) {
      texts.set(name, text);
      return Promise.resolve(undefined);
    },
  };
}
