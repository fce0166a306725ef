import * as l10n from '@vscode/l10n';
import type { Problem } from '../core/model/problem.js';
import type { Folder } from '../core/model/snapshot.js';
import type { TodoFile } from '../core/model/todo.js';
import { Cancellation } from './cancellation.js';
import type { Disposable, FileEvent, Ports } from './ports.js';
import { ReadQueue } from './readQueue.js';
import type { Store } from './store.js';
import { WorkLoop } from './workLoop.js';
import { TodoRules, type TodoSettings } from './todoRules.js';
import { walk } from './walk.js';

/** So many files are read at a time. */
const concurrency = 16;
/** When so many files change at once, the folder is looked through again instead. */
const maxSingly = 1_000;

/** Where a file lies. */
interface Place {
  readonly folder: Folder;
  readonly path: string;
}

/**
 * Keeps the store true to the TODOs of the files: each folder is looked through once, and later only what changed is read.
 * Unsaved files count as they stand in their editors.
 */
export class TodoIndexer implements Disposable {
  private readonly subscriptions: Disposable[] = [];
  private readonly rules = new Map<string, TodoRules>();
  private readonly staleFolders = new Set<string>();
  private readonly staleFiles = new Map<string, FileEvent['kind']>();
  private readonly late = new Set<Disposable>();
  private cancellation = new Cancellation();
  private readonly loop: WorkLoop;

  constructor(
    private readonly ports: Ports,
    private readonly store: Store,
    private readonly settings: TodoSettings,
  ) {
    const isStale = () => this.staleFolders.size + this.staleFiles.size > 0;
    this.loop = new WorkLoop(ports.scheduler, () => this.work(), isStale);
  }

  /** Looks through all folders for the first time. */
  async start(): Promise<void> {
    const { files } = this.ports;
    this.subscriptions.push(
      files.onDidChangeFile(({ uri, kind }) => {
        // git writes its own files with everything it does.
        if (/\/\.git\//.test(uri) && !uri.endsWith('/.git/info/exclude')) return;
        // What came and went away again is gone; what was there before its event is new all the same.
        this.staleFiles.set(uri, kind);
        this.loop.schedule();
      }),
      files.onDidChangeFolders(() => this.refreshNew()),
    );
    for (const { uri } of files.folders()) this.staleFolders.add(uri);
    await this.loop.run();
  }

  /** Looks through every folder again, by the settings as they are now. A scan that is under way is given up. */
  refresh(): void {
    this.cancellation.abort();
    this.rules.clear();
    for (const { uri } of this.ports.files.folders()) this.staleFolders.add(uri);
    this.loop.schedule();
  }

  /** Resolves when nothing is left to do. */
  async settled(): Promise<void> {
    await this.loop.settled();
  }

  dispose(): void {
    this.cancellation.abort();
    this.loop.dispose();
    for (const disposable of [...this.subscriptions, ...this.late]) disposable.dispose();
  }

  private refreshNew(): void {
    for (const { uri } of this.ports.files.folders()) if (!this.rules.has(uri)) this.staleFolders.add(uri);
    this.loop.schedule();
  }

  private async work(): Promise<void> {
    const folders = [...this.ports.files.folders()];
    const changed = new Map(this.staleFiles);
    this.staleFiles.clear();
    await this.dropIgnored(folders, changed);
    this.rulesChanged(folders, changed);
    const again = new Set(this.staleFolders);
    this.staleFolders.clear();
    for (const uri of this.rules.keys()) if (!folders.some((folder) => folder.uri === uri)) this.rules.delete(uri);
    if (this.cancellation.aborted) this.cancellation = new Cancellation();
    for (const folder of folders) {
      if (!again.has(folder.uri)) continue;
      try {
        await this.scan(folder);
      } catch (error) {
        this.ports.log.error(`${folder.name}: TODOs could not be looked for: ${String(error)}`);
        this.publishScan(folder, 'partial', 'files', new Map(), [failed(String(error))]);
      }
      if (this.loop.disposed) return;
    }
    await this.update(folders, again, changed);
  }

  /** Takes out what is ignored: a build writes thousands of files that nobody looks for TODOs in. */
  private async dropIgnored(folders: readonly Folder[], changed: Map<string, FileEvent['kind']>): Promise<void> {
    const known = this.store.snapshot.todos.files;
    for (const [uri, kind] of changed) {
      // What was known may go away, and what is ignored may have become another.
      if (kind === 'deleted' || known.has(uri) || uri.endsWith('/.gitignore') || uri.endsWith('/info/exclude'))
        continue;
      const place = this.placeOf(uri, folders);
      if (!place || (await (await this.rulesOf(place.folder)).leftOut(place.path))) changed.delete(uri);
    }
  }

  /** Marks folders to be looked through again: what is ignored is another, or too much has changed at once. */
  private rulesChanged(folders: readonly Folder[], changed: ReadonlyMap<string, FileEvent['kind']>): void {
    const { files, log } = this.ports;
    for (const folder of folders) {
      let count = 0;
      for (const uri of changed.keys()) {
        const path = files.relative(folder, uri);
        if (path === undefined) continue;
        if (/(?:^|\/)\.gitignore$|^\.git\/info\/exclude$/.test(path)) count += maxSingly;
        else count++;
      }
      if (count < maxSingly) continue;
      log.info(`${folder.name}: ${changed.size} files have changed, so TODOs are looked for again`);
      this.rules.delete(folder.uri);
      this.staleFolders.add(folder.uri);
    }
  }

  /** The folder a file lies in, the inner one of two, and its path there. */
  private placeOf(uri: string, folders: readonly Folder[]): Place | undefined {
    let best: Place | undefined;
    for (const folder of folders) {
      const path = this.ports.files.relative(folder, uri);
      if (path !== undefined && (!best || folder.uri.length > best.folder.uri.length)) best = { folder, path };
    }
    return best;
  }

  private async rulesOf(folder: Folder): Promise<TodoRules> {
    const before = this.rules.get(folder.uri);
    if (before) return before;
    const rules = await TodoRules.of(this.ports.files, folder, this.settings);
    this.rules.set(folder.uri, rules);
    return rules;
  }

  /** Looks through a folder: by what searches fast, where there is such, else file by file. */
  private async scan(folder: Folder): Promise<void> {
    const { files, search, log } = this.ports;
    const rules = await this.rulesOf(folder);
    const signal = this.cancellation;
    const before = this.store.snapshot.todos.scans.find(({ uri }) => uri === folder.uri);
    if (!before) this.publishScan(folder, 'loading', '', new Map(), []);
    const found = new Map<string, TodoFile | undefined>();
    const folders = files.folders();
    const isInner = (uri: string) => folders.length > 1 && this.placeOf(uri, folders)?.folder.uri !== folder.uri;
    const reading = new ReadQueue(concurrency, async (uri) => {
      // A file that lies in two folders, one inside the other, belongs to the inner one.
      if (!found.has(uri) && !isInner(uri)) found.set(uri, await rules.read(uri));
    });
    const searched = await search?.find(folder, rules.query, (uri) => reading.add(uri), signal);
    let problems = [...(searched?.problems ?? [])];
    let partial = problems.length > 0;
    if (!searched && !signal.aborted) {
      const walked = await walk(files, folder, {
        accepts: (path) => rules.accepts(path),
        acceptsDirectory: (path) => !rules.excluded(path),
        maxFiles: this.settings.maxFiles(),
        signal,
        found: (uri) => reading.add(uri),
      });
      problems = [...walked.problems];
      partial = !walked.complete;
      if (partial && !signal.aborted) problems.push(stopped(walked.visited));
    }
    for (const uri of files.unsaved()) {
      const path = files.relative(folder, uri);
      if (path !== undefined && rules.accepts(path) && !(await rules.leftOut(path))) reading.add(uri);
    }
    await reading.done();
    if (signal.aborted) return;
    for (const { message } of problems) log.warn(`${folder.name}: ${message}`);
    const engine = searched?.engine ?? 'files';
    this.publishScan(folder, partial ? 'partial' : 'complete', engine, found, problems);
  }

  private publishScan(
    folder: Folder,
    state: 'loading' | 'complete' | 'partial',
    engine: string,
    found: ReadonlyMap<string, TodoFile | undefined>,
    problems: readonly Problem[],
  ): void {
    // It may have been closed meanwhile.
    if (!this.ports.files.folders().some(({ uri }) => uri === folder.uri)) return;
    this.store.applyTodos(found, { uri: folder.uri, folder, state, engine, problems }, state !== 'loading');
  }

  /** Reads what has changed, and nothing else. */
  private async update(
    folders: readonly Folder[],
    scanned: ReadonlySet<string>,
    changed: ReadonlyMap<string, FileEvent['kind']>,
  ): Promise<void> {
    const found = new Map<string, TodoFile | undefined>();
    const reading = new ReadQueue(concurrency, async (uri) => {
      const place = this.placeOf(uri, folders);
      if (!place || scanned.has(place.folder.uri)) return;
      const rules = await this.rulesOf(place.folder);
      const file = await rules.read(uri);
      if (!file && !this.store.snapshot.todos.files.has(uri)) return;
      const counts = file && !(await rules.leftOut(place.path));
      found.set(uri, counts ? file : undefined);
    });
    const { files: known } = this.store.snapshot.todos;
    for (const [uri, kind] of changed) {
      reading.add(uri);
      if (kind !== 'deleted') continue;
      // A directory that went away takes its files with it, and only its own event comes.
      for (const other of known.keys()) if (other.startsWith(`${uri}/`)) reading.add(other);
    }
    for (const [uri, kind] of changed) if (kind === 'created') await this.addDirectory(folders, uri, reading);
    await reading.done();
    if (found.size > 0 && !this.loop.disposed) this.store.applyTodos(found);
  }

  /** Of a directory that was moved here, its own event may be the only one. */
  private async addDirectory(folders: readonly Folder[], uri: string, reading: ReadQueue): Promise<void> {
    const { files } = this.ports;
    const found: string[] = [];
    const place = this.placeOf(uri, folders);
    if (!place) return;
    const { folder, path } = place;
    const rules = await this.rulesOf(folder);
    if (rules.mayRead(path) === 'name' || (await rules.leftOut(path, true)) || !(await files.isDirectory(uri))) return;
    const below = { uri, name: folder.name };
    const { complete } = await walk(files, below, {
      accepts: (name) => rules.accepts(`${path}/${name}`),
      acceptsDirectory: (name) => !rules.excluded(`${path}/${name}`),
      maxFiles: maxSingly,
      signal: this.cancellation,
      found: (each) => {
        found.push(each);
        reading.add(each);
      },
    });
    if (!complete) this.staleFolders.add(folder.uri);
    else this.lookAgain(found);
  }

  /**
   * Reads files once more when all events of this moment have come, those that have TODOs. What watches files gathers
   * events, and loses some: a file that is found before its own event, and is gone again before that is told, comes and goes
   * in one moment for it, and it tells nothing.
   */
  private lookAgain(files: readonly string[]): void {
    const look = this.ports.scheduler.scheduleLate(() => {
      this.late.delete(look);
      for (const uri of files)
        if (this.store.snapshot.todos.files.has(uri) && !this.staleFiles.has(uri)) this.staleFiles.set(uri, 'changed');
      if (this.staleFiles.size > 0) this.loop.schedule();
    });
    this.late.add(look);
  }
}

function failed(cause: string): Problem {
  const message = l10n.t('TODOs could not be looked for ({0}): refresh.', cause);
  return { code: 'not-searched', severity: 'error', message };
}

function stopped(visited: number): Problem {
  const message = l10n.t(
    'TODOs were looked for in the first {0} files: open a smaller folder, or exclude what is not yours.',
    visited,
  );
  return { code: 'not-searched', severity: 'warning', message };
}
