import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Folder } from '../core/model/snapshot.js';
import { statusJson } from '../core/views/statusJson.js';
import type { StatusJson } from '../core/views/statusSchema.js';
import { VSCodeFiles } from '../hosts/vscode/files.js';
import { Indexer } from '../workspace/indexer.js';
import type { Scheduler } from '../workspace/ports.js';
import { Store } from '../workspace/store.js';
import { contexts } from './commands.js';
import { onDidChangeSetting, setting } from './config.js';
import { features } from './features/index.js';
import { asError } from './register.js';
import { RoadmapEditor } from './roadmapEditor.js';
import { SelectedRows } from './selectedRows.js';

/** What other extensions, and tests, may ask. */
export interface Api {
  /** Resolves when everything that is known to have changed has been read. */
  settled(): Promise<void>;
  /** What is known of the roadmaps at the moment: what `roadmap-lens status --json` prints. */
  status(): StatusJson;
  /** Tells of every change of what is known. */
  onDidChange(listener: () => void): vscode.Disposable;
}

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

/** Puts the parts together; a feature that fails to start is logged and costs itself alone. */
export function activate(context: vscode.ExtensionContext): Api {
  // What the core says is in the language of VS Code, too. Here `vscode.l10n` serves, which needs nothing to be set.
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  const log = vscode.window.createOutputChannel('Roadmap Lens', { log: true });
  const files = new VSCodeFiles();
  const store = new Store((error) => log.error('A view could not be updated', asError(error)));
  const settings = { files: (folder: Folder) => setting('files', vscode.Uri.parse(folder.uri)) };
  const indexer = new Indexer({ files, scheduler, log }, store, settings);
  context.subscriptions.push(
    log,
    files,
    indexer,
    store.onDidChange(({ snapshot }) => {
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
  const shared = { store, indexer, editor, rows: new SelectedRows(), log, memory: context.workspaceState };
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
  return {
    async settled() {
      await started;
      await indexer.settled();
    },
    status: () => statusJson(store.snapshot),
    onDidChange: (listener) => vscode.Disposable.from(store.onDidChange(() => listener())),
  };
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
