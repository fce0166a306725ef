import * as vscode from 'vscode';
import type { FileProblems } from '../core/model/problem.js';
import type { CheckJson } from '../core/views/checkJson.js';
import type { Store } from '../workspace/store.js';
import type { Checking } from './checking.js';
import { onDidChangeSetting } from './config.js';
import { KnownProblems } from './knownProblems.js';
import type { Measures } from './measures.js';
import { asError } from './register.js';

/** Milliseconds in which changes are gathered before it is checked again. */
const pause = 100;

/**
 * What is wrong where plan, code and history meet. What finds it out is loaded when the roadmaps are read; until then nothing is
 * known.
 */
export class Findings implements vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<ReadonlySet<string>>();
  private checking: Checking | undefined;
  private readonly known = new KnownProblems();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly disposables: vscode.Disposable[] = [this.changes];
  private disposed = false;

  constructor(
    private readonly store: Store,
    private readonly measures: Measures,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Tells of the files whose problems are new or gone, by their URIs; of the first check also where there are none. */
  readonly onDidChange = this.changes.event;

  /** The problems of a file, if it has any. */
  of(uri: string): FileProblems | undefined {
    return this.known.of(uri);
  }

  /** All files that have problems, the same list while nothing is new; undefined until it is checked. */
  get all(): readonly FileProblems[] | undefined {
    return this.known.all;
  }

  /** Loads what checks, and checks for the first time. */
  async start(): Promise<void> {
    const { Checking } = await import('./judging.js');
    if (this.disposed) return;
    this.checking = new Checking(this.store, this.measures);
    const later = () => {
      this.timer ??= setTimeout(() => this.check(), pause);
    };
    this.disposables.push(
      this.store.onDidChange(later),
      this.measures.onDidChange(later),
      onDidChangeSetting('problems.severity', later),
      vscode.workspace.onDidChangeWorkspaceFolders(later),
    );
    this.check();
  }

  /** Checks at once what is known to have changed. */
  settle(): void {
    if (this.timer !== undefined) this.check();
  }

  /** What `roadmap-lens check --json` prints of files; undefined until it is checked. */
  json(): CheckJson | undefined {
    return this.checking?.json(this.known.all ?? []);
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private check(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    try {
      const changed = this.checking && this.known.take(this.checking.check());
      if (changed) this.changes.fire(changed);
    } catch (error) {
      this.log.error('The roadmaps could not be checked', asError(error));
    }
  }
}
