import * as l10n from '@vscode/l10n';
import type { Branch, Commit, FolderHistory } from '../core/model/history.js';
import type { Problem } from '../core/model/problem.js';
import type { Folder } from '../core/model/snapshot.js';
import { Cancellation } from './cancellation.js';
import { branchFacts, branchOfCommits, commitFacts } from './historyFacts.js';
import { readCached, writeCached, type KeptAs } from './historyCache.js';
import type { CommitRecord, Disposable, Ports, Repository, RepositoryState } from './ports.js';
import type { Store } from './store.js';
import { WorkLoop } from './workLoop.js';

/** How much of history is kept. */
export interface HistorySettings {
  /** Of the newest commits that name nothing, so many are kept, to be linked by hand. */
  readonly unlinked: number;
}

/** Fewer commits than these are not worth being kept for the next window. */
const fewCommits = 50;
/** So often it is looked again after git has failed. */
const maxFailures = 3;

type Difference = NonNullable<Awaited<ReturnType<Repository['difference']>>>;

/** What is known of the repository of one folder. */
interface Known {
  readonly repository: Repository & Disposable;
  readonly subscription: Disposable;
  readonly cancellation: Cancellation;
  head?: string;
  /** Of HEAD, newest first. */
  commits: readonly Commit[];
  total: number;
  /** Of other branches alone, and the tips and HEAD they were read for. */
  others: readonly Commit[];
  othersKey: string | undefined;
  stale: boolean;
  /** So many commits came or went since it was kept for the next window. */
  notKept: number;
  /** So often git has failed, one time after another. */
  failures: number;
}

/**
 * Keeps the store true to the history of each folder: the whole of it is read once, or taken from the cache, and later only
 * what is new. History that was rewritten is noticed by what is not reachable any more.
 */
export class HistoryIndexer implements Disposable {
  private readonly known = new Map<string, Known>();
  private readonly subscriptions: Disposable[] = [];
  private again = true;
  private readonly loop: WorkLoop;

  constructor(
    private readonly ports: Ports,
    private readonly store: Store,
    private readonly settings: HistorySettings,
  ) {
    const isStale = () => this.again || [...this.known.values()].some(({ stale }) => stale);
    this.loop = new WorkLoop(ports.scheduler, () => this.work(), isStale);
  }

  /** Reads the history of all folders for the first time. */
  async start(): Promise<void> {
    const { files } = this.ports;
    this.subscriptions.push(
      files.onDidChangeFolders(() => this.refresh()),
      files.onDidChangeFile(({ uri }) => this.fileChanged(uri)),
    );
    await this.loop.run();
  }

  /** Opens the repositories that are there now, and looks again at what is checked out. */
  refresh(): void {
    this.again = true;
    // What was cut off may be whole by now.
    for (const [uri, { repository }] of this.known) if (repository.shallow) this.close(uri);
    this.look();
  }

  /** Opens all repositories anew: what reads them is another. */
  reopen(): void {
    for (const uri of this.known.keys()) this.close(uri);
    this.again = true;
    this.loop.schedule();
  }

  /** Looks again at what is checked out. */
  look(): void {
    for (const known of this.known.values()) known.stale = true;
    this.loop.schedule();
  }

  /** A repository comes with its directory, and is whole when git takes the mark away that says it is not. */
  private fileChanged(uri: string): void {
    const made = /^(.*)\/\.git(?:\/(?:HEAD|shallow))?$/.exec(uri);
    if (!made) return;
    const known = [...this.known.values()].find(({ repository }) => repository.root === made[1]);
    if (!known || uri.endsWith('/shallow')) this.refresh();
  }

  /** Resolves when nothing is left to do. */
  async settled(): Promise<void> {
    await this.loop.settled();
  }

  /** The repository of a folder, where it has one. */
  repositoryOf(folder: Folder): Repository | undefined {
    return this.known.get(folder.uri)?.repository;
  }

  dispose(): void {
    this.loop.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const uri of this.known.keys()) this.close(uri);
  }

  private close(uri: string): void {
    const known = this.known.get(uri);
    this.known.delete(uri);
    known?.cancellation.abort();
    known?.subscription.dispose();
    known?.repository.dispose();
  }

  private async work(): Promise<void> {
    const folders = [...this.ports.files.folders()];
    const look = this.again;
    this.again = false;
    for (const uri of this.known.keys()) if (!folders.some((folder) => folder.uri === uri)) this.close(uri);
    for (const folder of folders) {
      try {
        const known = this.known.get(folder.uri) ?? (look ? await this.open(folder) : undefined);
        if (known?.stale) await this.update(folder, known);
      } catch (error) {
        // Hosts do not throw. One that does all the same costs the history of the folder.
        this.unavailable(folder, [failed(String(error))]);
      }
      if (this.loop.disposed) return;
    }
  }

  private async open(folder: Folder): Promise<Known | undefined> {
    const { history, log } = this.ports;
    if (!history) {
      this.unavailable(folder, [historyNotHere()]);
      return undefined;
    }
    const { value: repository, problems } = await history.open(folder);
    for (const { message } of problems) log.info(`${folder.name}: ${message}`);
    if (!repository) {
      this.unavailable(folder, problems);
      return undefined;
    }
    const known: Known = {
      repository,
      cancellation: new Cancellation(),
      subscription: repository.onDidChange(() => {
        known.stale = true;
        this.loop.schedule();
      }),
      commits: [],
      total: 0,
      others: [],
      othersKey: undefined,
      stale: true,
      notKept: 0,
      failures: 0,
    };
    this.known.set(folder.uri, known);
    const cached = await readCached(this.ports.cache, keptAs(repository, this.settings), log);
    if (cached) Object.assign(known, cached);
    return known;
  }

  private unavailable(folder: Folder, problems: readonly Problem[]): void {
    const before = this.store.snapshot.histories.find(({ uri }) => uri === folder.uri);
    if (before?.state === 'unavailable' && before.problems[0]?.message === problems[0]?.message) return;
    const history = {
      uri: folder.uri,
      folder,
      state: 'unavailable',
      commits: [],
      total: 0,
      branches: [],
      problems,
    } as const;
    this.store.applyHistory(history);
  }

  private async update(folder: Folder, known: Known): Promise<void> {
    known.stale = false;
    const { repository, cancellation } = known;
    const before = this.historyOf(folder);
    // Most often a commit was made: it is shown before anything else is asked.
    const early = known.head === undefined ? undefined : await repository.difference(known.head, 'HEAD', cancellation);
    const [newest] = early?.added ?? [];
    if (early && newest) {
      this.take(known, early, newest.hash);
      if (before?.state === 'ready') this.publish(folder, known, before.branches, []);
    }
    const { value: state, problems } = await repository.state();
    if (!state) {
      // What was known is still worth being seen. git may be busy, or the disk away for a moment.
      if (before?.state === 'ready') this.publish(folder, known, before.branches, problems);
      else this.unavailable(folder, problems);
      this.tryLater(known);
      return;
    }
    known.failures = 0;
    const news = await this.readHead(folder, known, state);
    const found = [...problems, ...news, ...(await this.readOthers(known, state))];
    if (cancellation.aborted) return;
    this.publish(folder, known, branchFacts(state), found);
    await this.keepForLater(known);
  }

  /** Looks once more, a few times: what fails again and again is looked at with the next event. */
  private tryLater(known: Known): void {
    if (++known.failures > maxFailures) return;
    const later = this.ports.scheduler.scheduleLate(() => {
      known.stale = true;
      this.loop.schedule();
    });
    this.subscriptions.push(later);
  }

  private historyOf(folder: Folder): FolderHistory | undefined {
    return this.store.snapshot.histories.find(({ uri }) => uri === folder.uri);
  }

  /** Tells of what is known, where it is new. */
  private publish(folder: Folder, known: Known, branches: readonly Branch[], found: readonly Problem[]): void {
    const { commits, others, total, repository } = known;
    const history: FolderHistory = {
      uri: folder.uri,
      folder,
      state: 'ready',
      commits: others.length > 0 ? [...commits, ...others] : commits,
      total,
      branches,
      problems: [...repository.notes, ...found],
    };
    const before = this.historyOf(folder);
    if (before && JSON.stringify({ ...before, commits: 0 }) === JSON.stringify({ ...history, commits: 0 })) {
      if (sameCommits(before.commits, history.commits)) return;
    }
    for (const { message } of found) this.ports.log.warn(`${folder.name}: ${message}`);
    this.store.applyHistory(history);
  }

  /** Brings the commits of HEAD up to date: by what is new, else from the beginning. */
  private async readHead(folder: Folder, known: Known, { head }: RepositoryState): Promise<readonly Problem[]> {
    if (head === known.head) return [];
    const { repository, cancellation } = known;
    if (head === undefined) {
      Object.assign(known, { commits: [], total: 0, othersKey: undefined });
      delete known.head;
      return [];
    }
    const difference =
      known.head === undefined ? undefined : await repository.difference(known.head, head, cancellation);
    if (cancellation.aborted) return [];
    if (difference) {
      this.take(known, difference, head);
      return [];
    }
    if (known.head !== undefined) this.ports.log.info(`${folder.name}: history was rewritten, and is read anew`);
    const commits: Commit[] = [];
    let total = 0;
    let unlinked = 0;
    const take = (records: readonly CommitRecord[]) => {
      total += records.length;
      for (const record of records) {
        const commit = commitFacts(record);
        if (!isLinked(commit) && ++unlinked > this.settings.unlinked) continue;
        commits.push(commit);
      }
    };
    const problems = await repository.commits({ from: [head], without: [] }, take, cancellation);
    if (cancellation.aborted) return [];
    Object.assign(known, { commits, total, othersKey: undefined, notKept: Infinity });
    // What was read until then counts; the next look begins again.
    if (problems.length > 0) delete known.head;
    else known.head = head;
    return problems;
  }

  /** Takes in what is new, and lets go what is not reachable any more. */
  private take(known: Known, { added, removed }: Difference, head: string): void {
    const gone = new Set(removed);
    const kept = gone.size > 0 ? known.commits.filter(({ hash }) => !gone.has(hash)) : known.commits;
    known.commits = this.keep([...added.map(commitFacts), ...kept]);
    known.total += added.length - removed.length;
    if (removed.length > 0 || added.some(({ parents }) => parents.length > 1)) known.othersKey = undefined;
    known.head = head;
    known.notKept += added.length + removed.length;
  }

  /** Keeps what is known for the next window; a few commits are read again as quickly. */
  private async keepForLater(known: Known): Promise<void> {
    const { repository, head, commits, total, notKept } = known;
    if (head === undefined || notKept < fewCommits) return;
    known.notKept = 0;
    const { cache, log } = this.ports;
    await writeCached(cache, keptAs(repository, this.settings), { head, commits, total }, log);
  }

  /** The commits that only other branches hold. */
  private async readOthers(known: Known, { head, branches }: RepositoryState): Promise<readonly Problem[]> {
    const tips = branches.filter(({ hash }) => hash !== head);
    const key = tips.map(({ name, hash }) => `${name} ${hash}`).join('\n');
    if (key === known.othersKey) return [];
    const records: CommitRecord[] = [];
    let problems: readonly Problem[] = [];
    if (tips.length > 0) {
      const range = { from: [...new Set(tips.map(({ hash }) => hash))], without: head === undefined ? [] : [head] };
      problems = await known.repository.commits(range, (some) => void records.push(...some), known.cancellation);
    }
    const names = branchOfCommits(records, tips);
    known.others = records.map((record) => {
      const branch = names.get(record.hash);
      return { ...commitFacts(record), ...(branch === undefined ? {} : { branch }) };
    });
    known.othersKey = problems.length > 0 ? undefined : key;
    return problems;
  }

  private keep(commits: readonly Commit[]): readonly Commit[] {
    let unlinked = 0;
    return commits.filter((commit) => isLinked(commit) || ++unlinked <= this.settings.unlinked);
  }
}

/** What must be the same for what was kept to count. */
function keptAs({ root, shallow }: Repository, { unlinked }: HistorySettings): KeptAs {
  return { root, shallow, unlinked };
}

function isLinked({ mentions, reverts }: Commit): boolean {
  return mentions.length > 0 || reverts.length > 0;
}

function sameCommits(a: readonly Commit[], b: readonly Commit[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ hash, branch }, index) => hash === b[index]!.hash && branch === b[index]!.branch)
  );
}

/** That no process may be started here. */
export function historyNotHere(): Problem {
  const message = l10n.t(
    'History is unavailable here: it is read where the folder is trusted and programs can be started.',
  );
  return { code: 'no-history', severity: 'info', message };
}

function failed(cause: string): Problem {
  return {
    code: 'no-history',
    severity: 'error',
    message: l10n.t('The history could not be read ({0}): refresh.', cause),
  };
}
