import * as l10n from '@vscode/l10n';
import { emptyConfig, type Config } from '../core/model/config.js';
import type { Problem } from '../core/model/problem.js';
import type { ConfigFile, DirectoryProblem, Folder, FolderProblems, RoadmapFile } from '../core/model/snapshot.js';
import { findCandidates, findConfig, type Candidate } from './discovery.js';
import { checkConfig, configFacts, roadmapFacts, type FileReading } from './facts.js';
import { isConfigPath, isForeignPath, isOwnRoadmap, isRoadmapDirectory, judgeName, leadsOut } from './roadmapNames.js';
import type { Disposable, FileEvent, Ports } from './ports.js';
import type { FolderFacts, Store } from './store.js';
import { WorkLoop } from './workLoop.js';

/** What the host's settings say. */
export interface IndexerSettings {
  /** Paths and globs, relative to a folder, of its roadmaps beside those found by name and shape. Asked at each look. */
  files(folder: Folder): readonly string[];
}

/** What was read last, with everything it was read from. */
interface Cached {
  readonly text: string | undefined;
  readonly named: boolean;
  readonly config: Config;
  readonly file: RoadmapFile | undefined;
}

/** How many files are read at a time. */
const concurrency = 8;

/**
 * Keeps the store true to the files. Events of one tick are handled together, and a file whose text did not change is
 * not parsed again. What an event makes stale while files are read is read once more right after.
 */
export class Indexer implements Disposable {
  private readonly subscriptions: Disposable[] = [];
  private readonly cache = new Map<string, Cached>();
  private readonly configCache = new Map<string, { readonly text: string | undefined; readonly file: ConfigFile }>();
  /** Folders to look through again, by URI, and files whose text may be new. */
  private readonly staleFolders = new Set<string>();
  private readonly staleFiles = new Set<string>();
  private readonly candidates = new Map<string, readonly Candidate[]>();
  /** Folders were opened or closed: the store is to be told, even where nothing is left to read. */
  private staleList = false;
  /** Another look at folders that were looked through because of an event, by URI; and those that are having it. */
  private readonly late = new Map<string, Disposable>();
  private readonly lookingAgain = new Set<string>();
  private readonly loop: WorkLoop;

  constructor(
    private readonly ports: Ports,
    private readonly store: Store,
    private readonly settings: IndexerSettings,
  ) {
    const isStale = () => this.staleList || this.staleFolders.size > 0 || this.staleFiles.size > 0;
    this.loop = new WorkLoop(ports.scheduler, () => this.work(), isStale);
  }

  /** Reads everything for the first time; resolves when the store holds it. */
  async start(): Promise<void> {
    const { files } = this.ports;
    this.subscriptions.push(
      files.onDidChangeFile((event) => this.fileChanged(event)),
      files.onDidChangeFolders(() => {
        this.staleList = true;
        this.refresh();
      }),
    );
    for (const { uri } of files.folders()) this.staleFolders.add(uri);
    await this.loop.run();
  }

  /** Looks through every folder again, by the settings as they are now; files whose text is the same keep their facts. */
  refresh(): void {
    for (const { uri } of this.ports.files.folders()) this.staleFolders.add(uri);
    this.loop.schedule();
  }

  /** Resolves when nothing is left to do. */
  async settled(): Promise<void> {
    await this.loop.settled();
  }

  dispose(): void {
    this.loop.dispose();
    for (const look of this.late.values()) look.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private fileChanged({ uri, kind }: FileEvent): void {
    const { files } = this.ports;
    const known = [...this.candidates.values()].flat();
    if (kind === 'changed' && known.some((candidate) => candidate.uri === uri)) {
      this.staleFiles.add(uri);
      this.loop.schedule();
      return;
    }
    for (const folder of files.folders()) {
      const path = files.relative(folder, uri);
      if (path === undefined || !this.mayMatter(folder, path, kind, uri, known)) continue;
      this.staleFolders.add(folder.uri);
      this.loop.schedule();
    }
  }

  /** Whether an event can change which files of a folder are roadmaps. Most events of a large tree cannot. */
  private mayMatter(
    folder: Folder,
    path: string,
    kind: FileEvent['kind'],
    uri: string,
    known: readonly Candidate[],
  ): boolean {
    if (isConfigPath(path)) return true;
    // A directory that went away takes its files with it, and only its own event comes.
    if (kind === 'deleted')
      return known.some((candidate) => candidate.uri === uri || candidate.uri.startsWith(`${uri}/`));
    if (isRoadmapDirectory(path) || isOwnRoadmap(path)) return true;
    // A file that is deleted and written again in one moment is told of as changed, so a changed one may be new too.
    if (judgeName(path.slice(path.lastIndexOf('/') + 1)) === undefined) return false;
    const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const patterns =
      this.settings.files(folder).length + (this.configCache.get(folder.uri)?.file.config.roadmaps.length ?? 0);
    return directory === '' || isRoadmapDirectory(directory) || (patterns > 0 && !isForeignPath(path));
  }

  /**
   * Looks at a folder once more when all events of this moment have come. What watches files gathers events, and loses
   * some: a file that is found before its own event, and is gone again before that is told, comes and goes in one moment
   * for it, and it tells nothing.
   */
  private lookAgain(folder: string): void {
    this.late.get(folder)?.dispose();
    const look = this.ports.scheduler.scheduleLate(() => {
      this.late.delete(folder);
      this.lookingAgain.add(folder);
      this.staleFolders.add(folder);
      this.loop.schedule();
    });
    this.late.set(folder, look);
  }

  private async work(): Promise<void> {
    const folders = [...this.ports.files.folders()];
    this.staleList = false;
    const again = new Set(this.staleFolders);
    this.staleFolders.clear();
    const changedFiles = new Set(this.staleFiles);
    this.staleFiles.clear();
    const facts = new Map<string, FolderFacts>();
    for (const folder of folders) {
      const list = this.candidates.get(folder.uri);
      const touched = again.has(folder.uri) || !list;
      if (!touched && !list.some(({ uri }) => changedFiles.has(uri))) continue;
      try {
        facts.set(folder.uri, await this.readFolder(folder, touched ? undefined : list, changedFiles));
      } catch (error) {
        // Hosts do not throw. One that does all the same costs the folder it was asked about.
        const message = l10n.t('This folder could not be looked through ({0}): refresh.', String(error));
        const problem: DirectoryProblem = { code: 'cannot-read', severity: 'error', message, path: '' };
        const problems = this.folderProblems(folder, [problem]);
        facts.set(folder.uri, { roadmaps: [], ...(problems ? { problems } : {}) });
      }
      if (this.loop.disposed) return;
    }
    this.forget(folders);
    this.store.apply(folders, facts, false);
  }

  private async readFolder(
    folder: Folder,
    known: readonly Candidate[] | undefined,
    changedFiles: ReadonlySet<string>,
  ): Promise<FolderFacts> {
    const { files, log } = this.ports;
    for (const pattern of known ? [] : this.settings.files(folder).filter(leadsOut)) {
      log.warn(
        `The setting roadmapLens.files names ${pattern}, which leads out of ${folder.name}: use a path inside it.`,
      );
    }
    const config = known ? this.configCache.get(folder.uri)?.file : await this.readConfigOf(folder);
    const settings = config?.config ?? emptyConfig;
    const patterns = () => [...this.settings.files(folder), ...settings.roadmaps];
    const found = known ? undefined : await findCandidates(files, folder, patterns());
    const list = known ?? found?.value ?? [];
    const before = this.candidates.get(folder.uri);
    this.candidates.set(folder.uri, list);
    const again = this.lookingAgain.delete(folder.uri);
    const isNew = list.some(({ uri }) => !before?.some((one) => one.uri === uri));
    if (before && !known && (isNew || !again)) this.lookAgain(folder.uri);
    const roadmaps: RoadmapFile[] = [];
    const read = async (candidate: Candidate): Promise<RoadmapFile | undefined> => {
      const cached = this.cache.get(cacheKey(folder, candidate.uri));
      if (known && cached && !changedFiles.has(candidate.uri)) return cached.file;
      return this.readRoadmap(folder, candidate, settings);
    };
    for (let at = 0; at < list.length; at += concurrency) {
      const batch = await Promise.all(list.slice(at, at + concurrency).map(read));
      for (const file of batch) if (file) roadmaps.push(file);
    }
    roadmaps.sort((a, b) => compare(depth(a.path), depth(b.path)) || compare(a.path, b.path));
    if (!known) log.info(`${folder.name}: ${roadmaps.map(({ path }) => path).join(', ') || 'no roadmap'}`);
    const problems = this.folderProblems(folder, found?.problems);
    return {
      ...(config ? { config: this.checked(config, roadmaps) } : {}),
      roadmaps,
      ...(problems ? { problems } : {}),
    };
  }

  /** What could not be looked through: as before where nobody looked, and the same object while it says the same. */
  private folderProblems(folder: Folder, found: readonly DirectoryProblem[] | undefined): FolderProblems | undefined {
    const before = this.store.snapshot.folderProblems.find(({ uri }) => uri === folder.uri);
    if (!found || (before && say(before.problems) === say(found))) return before;
    if (found.length === 0) return undefined;
    for (const { path, message } of found) this.ports.log.warn(`${folder.name}/${path}: ${message}`);
    return { uri: folder.uri, folder, problems: found };
  }

  /** The configuration with what shows beside the roadmaps; the same object while that says the same. */
  private checked(config: ConfigFile, roadmaps: readonly RoadmapFile[]): ConfigFile {
    const candidates = this.candidates.get(config.folder.uri) ?? [];
    const matched = new Set(candidates.flatMap(({ patterns = [] }) => patterns));
    const checked = checkConfig(config, roadmaps, matched);
    const before = this.store.snapshot.configs.find(({ uri }) => uri === config.uri);
    return before?.lines === config.lines && say(before.problems) === say(checked.problems) ? before : checked;
  }

  private async readRoadmap(
    folder: Folder,
    { uri, named }: Candidate,
    config: Config,
  ): Promise<RoadmapFile | undefined> {
    const reading = await this.readFile(folder, uri);
    const text = reading.text?.text;
    const cached = this.cache.get(cacheKey(folder, uri));
    const same = cached && cached.named === named && cached.config === config && cached.text === text;
    if (same && text !== undefined) return cached.file;
    const file = await roadmapFacts(reading, named, config);
    this.cache.set(cacheKey(folder, uri), { text, named, config, file });
    return file;
  }

  private async readConfigOf(folder: Folder): Promise<ConfigFile | undefined> {
    const uri = await findConfig(this.ports.files, folder);
    if (uri === undefined) {
      this.configCache.delete(folder.uri);
      return undefined;
    }
    const reading = await this.readFile(folder, uri);
    const cached = this.configCache.get(folder.uri);
    if (cached && cached.file.uri === uri && cached.text === reading.text?.text) return cached.file;
    const file = await configFacts(reading);
    this.configCache.set(folder.uri, { text: reading.text?.text, file });
    return file;
  }

  private async readFile(folder: Folder, uri: string): Promise<FileReading> {
    const { value, problems } = await this.ports.files.read(uri);
    const path = this.ports.files.relative(folder, uri) ?? uri;
    return { uri, path, folder, ...(value ? { text: value } : {}), problems };
  }

  /** Drops what is kept of folders that were closed and of files that are no candidates any more. */
  private forget(folders: readonly Folder[]): void {
    for (const uri of this.candidates.keys()) {
      if (folders.some((folder) => folder.uri === uri)) continue;
      this.candidates.delete(uri);
      this.configCache.delete(uri);
    }
    const kept = new Set<string>();
    for (const folder of folders) {
      for (const { uri } of this.candidates.get(folder.uri) ?? []) kept.add(cacheKey(folder, uri));
    }
    for (const key of this.cache.keys()) if (!kept.has(key)) this.cache.delete(key);
  }
}

function say(problems: readonly Problem[]): string {
  return problems.map(({ message }) => message).join('\n');
}

/** A file may lie in two folders, one inside the other. */
function cacheKey(folder: Folder, uri: string): string {
  return `${folder.uri} ${uri}`;
}

function depth(path: string): number {
  return path.split('/').length;
}

function compare<T>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
