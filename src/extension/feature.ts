import type * as vscode from 'vscode';
import type { Indexer } from '../workspace/indexer.js';
import type { Store } from '../workspace/store.js';

/** What every feature is given. */
export interface FeatureContext {
  readonly store: Store;
  readonly indexer: Indexer;
  readonly log: vscode.LogOutputChannel;
  /** Kept per workspace, between windows. */
  readonly memory: vscode.Memento;
}

/** A part of the extension that starts and stops by itself. Features never import each other. */
export interface Feature {
  readonly id: string;
  start(context: FeatureContext): vscode.Disposable;
}
