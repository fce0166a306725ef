import * as vscode from 'vscode';
import type { Syntax } from '../core/lexical/syntax.js';
import type { Folder } from '../core/model/snapshot.js';
import type { LanguageMarks } from '../hosts/vscode/languageMarks.js';
import { StorageCache } from '../hosts/vscode/storageCache.js';
import type { HistoryIndexer } from '../workspace/historyIndexer.js';
import type { Commands, Streams } from '../workspace/metricPorts.js';
import type { Files, History, Ports, Repository, Scheduler, Search } from '../workspace/ports.js';
import type { Store } from '../workspace/store.js';
import type { TodoIndexer } from '../workspace/todoIndexer.js';
import { onDidChangeSetting } from './config.js';
import { onGitEvent } from './gitEvents.js';

/** What only some hosts can do: they start programs. */
export interface ProcessPorts {
  readonly search: Search;
  readonly history: History;
  readonly commands: Commands;
  readonly streams: Streams;
}

/** Loads and makes what starts programs; asked in trusted workspaces alone. */
export type LoadProcesses = (log: vscode.LogOutputChannel) => Promise<ProcessPorts>;

/** So many commits that name no task are kept, to be linked by hand. */
const unlinkedCommits = 500;

/** Settings whose change makes every folder be looked through again. */
const todoSettings = ['todos.tags', 'todos.exclude', 'todos.inText', 'todos.maxFiles'] as const;

/** Settings that name programs. */
const programSettings = ['ripgrepPath', 'gitPath'] as const;

/**
 * What is known of TODOs and history. What finds them out is loaded when the roadmaps are read: a window without it is as
 * quick to start, and shows its plan first.
 */
export class Activity implements vscode.Disposable {
  private todos: TodoIndexer | undefined;
  private history: HistoryIndexer | undefined;
  private marks: LanguageMarks | undefined;
  private readonly disposables: vscode.Disposable[] = [];
  private disposed = false;
  private begun: () => void = () => undefined;
  /** Resolves when everything has been looked through once, or cannot be. */
  private readonly first = new Promise<void>((resolve) => (this.begun = resolve));

  constructor(
    private readonly parts: {
      readonly files: Files;
      readonly scheduler: Scheduler;
      readonly log: vscode.LogOutputChannel;
    },
    private readonly store: Store,
    private readonly storage: vscode.Uri | undefined,
    private readonly processes: LoadProcesses | undefined,
  ) {}

  /** Looks for TODOs and reads the history of all folders. */
  async start(): Promise<void> {
    try {
      await this.load();
    } finally {
      this.begun();
    }
  }

  private async load(): Promise<void> {
    const { log } = this.parts;
    const { HistoryIndexer, LanguageMarks, TodoIndexer, todoSettingsOf } = await import('./activityParts.js');
    const cache = this.storage ? { cache: new StorageCache(this.storage) } : {};
    const trusted = vscode.workspace.isTrusted ? await this.processes?.(log) : undefined;
    if (this.disposed) return;
    const ports: Mutable<Ports> = { ...this.parts, ...cache, ...trusted };
    const marks = (this.marks = new LanguageMarks(log));
    const todos = (this.todos = new TodoIndexer(ports, this.store, todoSettingsOf(marks)));
    const history = (this.history = new HistoryIndexer(ports, this.store, { unlinked: unlinkedCommits }));
    const startAnew = async () => {
      Object.assign(ports, await this.processes?.(log));
      history.reopen();
      todos.refresh();
    };
    this.disposables.push(
      todos,
      history,
      ...todoSettings.map((name) => onDidChangeSetting(name, () => todos.refresh())),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.exclude') || event.affectsConfiguration('search.exclude'))
          todos.refresh();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void startAnew()),
      ...programSettings.map((name) =>
        onDidChangeSetting(name, () => {
          if (vscode.workspace.isTrusted) void startAnew();
        }),
      ),
      vscode.extensions.onDidChange(async () => {
        if (await marks.load()) todos.refresh();
      }),
      onGitEvent(() => history.look()),
    );
    await marks.load();
    await Promise.all([todos.start(), history.start()]);
  }

  /** Looks again at everything. */
  refresh(): void {
    this.todos?.refresh();
    this.history?.refresh();
  }

  /** Resolves when nothing that is known to have changed is left to be read. */
  async settled(): Promise<void> {
    await this.first;
    await Promise.all([this.todos?.settled(), this.history?.settled()]);
  }

  /** How a file is read whose language is known by the comment marks that an extension names alone. */
  approximateSyntax(path: string): Syntax | undefined {
    return this.marks?.syntaxOf(path);
  }

  /** The repository of a folder, where it has one that can be read. */
  repositoryOf(folder: Folder): Repository | undefined {
    return this.history?.repositoryOf(folder);
  }

  dispose(): void {
    this.disposed = true;
    this.begun();
    vscode.Disposable.from(...this.disposables).dispose();
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
