import { emptyConfig } from '../core/model/config.js';
import type { Folder, Snapshot } from '../core/model/snapshot.js';
import { findConfig } from './discovery.js';
import { checkConfig, configFacts, roadmapFacts, type FileReading } from './facts.js';
import { Indexer, type IndexerSettings } from './indexer.js';
import type { Files, Ports } from './ports.js';
import { Store } from './store.js';

/** Reads everything once, for programs that end: the folders as the indexer reads them. */
export async function readFolders(ports: Ports, settings: IndexerSettings): Promise<Snapshot> {
  const store = new Store();
  const indexer = new Indexer(ports, store, settings);
  await indexer.start();
  indexer.dispose();
  return store.snapshot;
}

/** Reads one file as a roadmap, whatever its name, with the configuration of its folder. */
export async function readFileAlone(files: Files, folder: Folder, uri: string): Promise<Snapshot> {
  const configUri = await findConfig(files, folder);
  const config = configUri === undefined ? undefined : await configFacts(await reading(files, folder, configUri));
  const read = await reading(files, folder, uri);
  const file = await roadmapFacts(read, true, config?.config ?? emptyConfig);
  return {
    revision: 1,
    loading: false,
    folders: [folder],
    roadmaps: file ? [file] : [],
    configs: config ? [checkConfig(config, file ? [file] : [])] : [],
    folderProblems: [],
  };
}

async function reading(files: Files, folder: Folder, uri: string): Promise<FileReading> {
  const { value, problems } = await files.read(uri);
  const path = files.relative(folder, uri) ?? uri;
  return { uri, path, folder, ...(value ? { text: value } : {}), problems };
}
