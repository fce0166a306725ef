import type * as vscode from 'vscode';
import type { Indexer } from '../workspace/indexer.js';
import type { Store } from '../workspace/store.js';
import type { RoadmapEditor } from './roadmapEditor.js';
import type { SelectedRows } from './selectedRows.js';

/** What every feature is given. */
export interface FeatureContext {
  readonly store: Store;
  readonly indexer: Indexer;
  readonly editor: RoadmapEditor;
  readonly rows: SelectedRows;
  readonly log: vscode.LogOutputChannel;
  /** Kept per workspace, between windows. */
  readonly memory: vscode.Memento;
}

/** A part of the extension that starts and stops by itself. Features never import each other. */
export interface Feature {
  readonly id: string;
  start(context: FeatureContext): vscode.Disposable;
}
