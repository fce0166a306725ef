import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Folder } from '../core/model/snapshot.js';
import type { CheckJson } from '../core/views/checkJson.js';
import { linksJson, type LinksJson } from '../core/views/linksJson.js';
import { statusJson } from '../core/views/statusJson.js';
import type { StatusJson } from '../core/views/statusSchema.js';
import { VSCodeFiles } from '../hosts/vscode/files.js';
import { Indexer } from '../workspace/indexer.js';
import type { Scheduler } from '../workspace/ports.js';
import { Store } from '../workspace/store.js';
import { ActiveTask } from './activeTask.js';
import { Activity, type LoadProcesses } from './activity.js';
import { contexts } from './commands.js';
import { onDidChangeSetting, setting } from './config.js';
import type { MetricsJson } from '../core/views/metricsJson.js';
import { StorageCache } from '../hosts/vscode/storageCache.js';
import { AllowedCommands } from './allowedCommands.js';
import type { ServerProgram } from './feature.js';
import { features } from './features/index.js';
import { Findings } from './findings.js';
import { Measures } from './measures.js';
import { today } from './today.js';
import { asError } from './register.js';
import { RoadmapEditor } from './roadmapEditor.js';
import { SelectedRows } from './selectedRows.js';

/** What other extensions, and tests, may ask. */
export interface Api {
  /** Resolves when everything that is known to have changed has been read. */
  settled(): Promise<void>;
  /** What is known of the roadmaps at the moment: what `roadmap-lens status --json` prints. */
  status(): StatusJson;
  /** What belongs to which task at the moment: what `roadmap-lens links --json` prints. */
  links(): LinksJson;
  /** Where the metrics stand at the moment: what `roadmap-lens metrics --json` prints; undefined until they are looked at. */
  metrics(): MetricsJson | undefined;
  /** What is wrong in files at the moment: what `roadmap-lens check --json` prints of them; undefined until it is checked. */
  problems(): CheckJson | undefined;
  /** Tells of every change of what is known. */
  onDidChange(listener: () => void): vscode.Disposable;
}

/** What runs a program of Node. */
export type NodeProgram = Pick<ServerProgram, 'command' | 'env'>;

/** Events of one moment, a keystroke and its consequences, are handled together. */
const scheduler: Scheduler = {
  schedule: (work) => after(0, work),
  // VS Code gathers what happens to files for some tenths of a second before it tells.
  scheduleLate: (work) => after(1_000, work),
};

function after(milliseconds: number, work: () => void): vscode.Disposable {
  const timer = setTimeout(work, milliseconds);
  return { dispose: () => clearTimeout(timer) };
}

/**
 * Puts the parts together; a feature that fails to start is logged and costs itself alone. `processes` loads what starts
 * programs; it is asked in trusted workspaces alone. `node` runs programs of ours, where there is one.
 */
export function activateWith(context: vscode.ExtensionContext, processes?: LoadProcesses, node?: NodeProgram): Api {
  // What the core says is in the language of VS Code, too. Here `vscode.l10n` serves, which needs nothing to be set.
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  const { version } = context.extension.packageJSON as { readonly version: string };
  const log = vscode.window.createOutputChannel('Roadmap Lens', { log: true });
  const files = new VSCodeFiles();
  const store = new Store((error) => log.error('A view could not be updated', asError(error)));
  const settings = { files: (folder: Folder) => setting('files', vscode.Uri.parse(folder.uri)) };
  const indexer = new Indexer({ files, scheduler, log }, store, settings);
  const activity = new Activity({ files, scheduler, log }, store, context.storageUri, processes);
  const allowed = new AllowedCommands(context.workspaceState);
  const measures = new Measures(async () => {
    const { Measuring } = await import('./judging.js');
    return new Measuring({
      ports: { files, scheduler, log, ...(context.storageUri ? { cache: new StorageCache(context.storageUri) } : {}) },
      store,
      repositoryOf: (folder) => activity.repositoryOf(folder),
      allowed,
      version,
      processes: async () => processes?.(log),
    });
  });
  const findings = new Findings(store, measures, log);
  context.subscriptions.push(
    log,
    files,
    indexer,
    activity,
    measures,
    findings,
    store.onDidChange(({ snapshot, parts }) => {
      if (!parts.has('roadmaps')) return;
      setContext(contexts.ready, !snapshot.loading);
      setContext(contexts.hasRoadmap, snapshot.roadmaps.length > 0);
      setContext(
        contexts.files,
        // Paths, not URIs: in a remote window the workbench knows files by other URIs than the extension.
        snapshot.roadmaps.map(({ uri }) => vscode.Uri.parse(uri).fsPath),
      );
    }),
    onDidChangeSetting('files', () => indexer.refresh()),
  );
  const editor = new RoadmapEditor(store);
  const active = new ActiveTask(store, context.workspaceState, log);
  context.subscriptions.push(active);
  const shared = {
    store,
    indexer,
    activity,
    measures,
    findings,
    allowed,
    editor,
    rows: new SelectedRows(),
    active,
    log,
    extensionUri: context.extensionUri,
    memory: context.workspaceState,
    server: node && { ...node, version, script: vscode.Uri.joinPath(context.extensionUri, 'dist', 'mcp.js').fsPath },
  };
  for (const feature of features) {
    try {
      context.subscriptions.push(feature.start(shared));
    } catch (error) {
      log.error(`${feature.id} could not start`, asError(error));
    }
  }
  const started = indexer.start().catch((error: unknown) => {
    log.error('The roadmaps could not be read', asError(error));
  });
  const linked = started
    .then(() => activity.start())
    .catch((error: unknown) => {
      log.error('TODOs and history could not be read', asError(error));
    });
  const measured = started
    .then(() => measures.start())
    .catch((error: unknown) => {
      log.error('Metrics and forecasts could not be made', asError(error));
    });
  const checked = started
    .then(() => findings.start())
    .catch((error: unknown) => {
      log.error('The roadmaps could not be checked', asError(error));
    });
  return {
    async settled() {
      await Promise.all([linked, measured, checked]);
      await Promise.all([indexer.settled(), activity.settled()]);
      await measures.settled();
      findings.settle();
    },
    status: () => statusJson(store.snapshot, [], today()),
    links: () => linksJson(store.snapshot),
    metrics: () => measures.measuring?.json(),
    problems: () => findings.json(),
    onDidChange: (listener) =>
      vscode.Disposable.from(
        store.onDidChange(() => listener()),
        measures.onDidChange(() => listener()),
        findings.onDidChange(() => listener()),
      ),
  };
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
