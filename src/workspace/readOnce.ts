import { emptyConfig } from '../core/model/config.js';
import type { Parsed } from '../core/model/problem.js';
import type { PlanHistory } from '../core/model/planHistory.js';
import { configOf, emptySnapshot, type Folder, type RoadmapFile, type Snapshot } from '../core/model/snapshot.js';
import { findConfig } from './discovery.js';
import { checkConfig, configFacts, roadmapFacts, type FileReading } from './facts.js';
import { HistoryIndexer, historyNotHere, type HistorySettings } from './historyIndexer.js';
import { Indexer, type IndexerSettings } from './indexer.js';
import { noHistory, outsideRepository } from './planHistoryIndexer.js';
import { PlanHistoryReader } from './planHistoryReader.js';
import type { AbortSignalLike, Disposable, Files, Ports, Repository } from './ports.js';
import type { MetricPorts } from './metricPorts.js';
import { MetricsIndexer } from './metricsIndexer.js';
import { Store } from './store.js';
import { TodoIndexer } from './todoIndexer.js';
import type { TodoSettings } from './todoRules.js';

/** Reads everything once, for programs that end: the folders as the indexer reads them. */
export async function readFolders(ports: Ports, settings: IndexerSettings): Promise<Snapshot> {
  const store = new Store();
  const indexer = new Indexer(ports, store, settings);
  await indexer.start();
  indexer.dispose();
  return store.snapshot;
}

/** The same with the TODOs or the history of the folders, as far as they are wanted. */
export async function readActivity(
  ports: Ports,
  settings: IndexerSettings,
  wanted: { readonly todos?: TodoSettings; readonly history?: HistorySettings },
): Promise<Snapshot> {
  const store = new Store();
  const parts = [
    new Indexer(ports, store, settings),
    ...(wanted.todos ? [new TodoIndexer(ports, store, wanted.todos)] : []),
    ...(wanted.history ? [new HistoryIndexer(ports, store, wanted.history)] : []),
  ];
  await Promise.all(parts.map((part) => part.start()));
  for (const part of parts) part.dispose();
  return store.snapshot;
}

/** The same snapshot with the TODOs and the history of its folders, as far as they are wanted. */
export async function readLinks(
  ports: Ports,
  snapshot: Snapshot,
  wanted: { readonly todos?: TodoSettings; readonly history?: HistorySettings },
): Promise<Snapshot> {
  const store = new Store(undefined, snapshot);
  const parts = [
    ...(wanted.todos ? [new TodoIndexer(ports, store, wanted.todos)] : []),
    ...(wanted.history ? [new HistoryIndexer(ports, store, wanted.history)] : []),
  ];
  await Promise.all(parts.map((part) => part.start()));
  for (const part of parts) part.dispose();
  return store.snapshot;
}

/**
 * Reads the history of roadmaps of a snapshot, of all or of those that are wanted: each has one, which may say why it is not
 * there. `readBy` is the version of the product; `progress` is told how far each is.
 */
export async function readPlanHistories(
  ports: Ports,
  snapshot: Snapshot,
  readBy: string,
  signal: AbortSignalLike,
  wanted: (file: RoadmapFile) => boolean = () => true,
  progress?: (file: RoadmapFile, done: number, total: number) => void,
): Promise<readonly PlanHistory[]> {
  const repositories = new Map<string, Parsed<(Repository & Disposable) | undefined>>();
  const histories: PlanHistory[] = [];
  try {
    for (const file of snapshot.roadmaps.filter(wanted)) {
      const { folder, uri } = file;
      const opened = repositories.get(folder.uri) ?? (await openRepository(ports, folder));
      repositories.set(folder.uri, opened);
      const { value: repository, problems } = opened;
      const path = repository && ports.files.relative({ uri: repository.root, name: '' }, uri);
      if (!repository || path === undefined) {
        histories.push(noHistory(uri, 'unavailable', repository ? [outsideRepository(file)] : problems));
        continue;
      }
      const reader = new PlanHistoryReader(ports, repository, path, readBy, (done, total) =>
        progress?.(file, done, total),
      );
      const read = await reader.update(file, configOf(snapshot, folder), signal);
      if (signal.aborted) break;
      histories.push(read.history ?? noHistory(uri, 'unavailable', read.problems));
    }
  } finally {
    for (const { value } of repositories.values()) value?.dispose();
  }
  return histories;
}

async function openRepository(ports: Ports, folder: Folder): Promise<Parsed<(Repository & Disposable) | undefined>> {
  return ports.history ? await ports.history.open(folder) : { value: undefined, problems: [historyNotHere()] };
}

/** Asks the sources of all metrics of a snapshot once. Commands are run where they are allowed. */
export async function readMetrics(
  ports: Omit<MetricPorts, 'repositoryOf'> & Pick<Ports, 'history'>,
  snapshot: Snapshot,
): Promise<Snapshot> {
  const opened: (Repository & Disposable)[] = [];
  const repositories = new Map<string, Repository>();
  for (const folder of ports.history ? snapshot.folders : []) {
    const { value } = await ports.history!.open(folder);
    if (!value) continue;
    opened.push(value);
    repositories.set(folder.uri, value);
  }
  const store = new Store(undefined, snapshot);
  const asked = { ...ports, repositoryOf: ({ uri }: Folder) => repositories.get(uri) };
  const indexer = new MetricsIndexer(asked, store, { runCommands: true });
  try {
    await indexer.start();
    await indexer.settled();
    return store.snapshot;
  } finally {
    indexer.dispose();
    for (const repository of opened) repository.dispose();
  }
}

/** Reads one file as a roadmap, whatever its name, with the configuration of its folder. */
export async function readFileAlone(files: Files, folder: Folder, uri: string): Promise<Snapshot> {
  const configUri = await findConfig(files, folder);
  const config = configUri === undefined ? undefined : await configFacts(await reading(files, folder, configUri));
  const read = await reading(files, folder, uri);
  const file = await roadmapFacts(read, true, config?.config ?? emptyConfig);
  return {
    ...emptySnapshot,
    revision: 1,
    loading: false,
    folders: [folder],
    roadmaps: file ? [file] : [],
    configs: config ? [checkConfig(config, file ? [file] : [])] : [],
  };
}

async function reading(files: Files, folder: Folder, uri: string): Promise<FileReading> {
  const { value, problems } = await files.read(uri);
  const path = files.relative(folder, uri) ?? uri;
  return { uri, path, folder, ...(value ? { text: value } : {}), problems };
}
