import type * as vscode from 'vscode';
import type { Indexer } from '../workspace/indexer.js';
import type { Store } from '../workspace/store.js';
import type { ActiveTask } from './activeTask.js';
import type { Activity } from './activity.js';
import type { AllowedCommands } from './allowedCommands.js';
import type { Findings } from './findings.js';
import type { Measures } from './measures.js';
import type { RoadmapEditor } from './roadmapEditor.js';
import type { SelectedRows } from './selectedRows.js';

/** What every feature is given. */
export interface FeatureContext {
  readonly store: Store;
  readonly indexer: Indexer;
  readonly activity: Activity;
  readonly measures: Measures;
  readonly findings: Findings;
  readonly allowed: AllowedCommands;
  readonly editor: RoadmapEditor;
  readonly rows: SelectedRows;
  readonly active: ActiveTask;
  readonly log: vscode.LogOutputChannel;
  /** The folder of the extension. */
  readonly extensionUri: vscode.Uri;
  /** Kept per workspace, between windows. */
  readonly memory: vscode.Memento;
  /** Absent where no program can be started. */
  readonly server?: ServerProgram | undefined;
}

/** What starts the server for agents. */
export interface ServerProgram {
  readonly command: string;
  /** The path of its program. */
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly version: string;
}

/** A part of the extension that starts and stops by itself. Features never import each other. */
export interface Feature {
  readonly id: string;
  start(context: FeatureContext): vscode.Disposable;
}
