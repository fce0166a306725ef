import * as vscode from 'vscode';
import { taskOfRef } from '../core/links/taskLookup.js';
import { findTask } from '../core/views/taskList.js';
import type { PlacedTask } from '../core/links/taskLookup.js';
import type { Store } from '../workspace/store.js';
import { contexts, taskOf, type TaskArgument } from './commands.js';

/** What is kept between windows: `{ uri, id }`. */
const memoryKey = 'roadmapLens.activeTask';

/** Milliseconds after which a task that is not there any more counts as gone: files are away for a moment now and then. */
const untilGone = 3_000;

/** The task a person is at work on, kept per workspace. Renamed, it is followed by its alias; gone, it ends by itself. */
export class ActiveTask implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: Store,
    private readonly memory: vscode.Memento,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscription = store.onDidChange(() => this.follow());
    this.tell();
  }

  /** The task as it is now; undefined where there is none, or where it is not there at the moment. */
  get task(): PlacedTask | undefined {
    const kept = this.kept;
    const { snapshot } = this.store;
    return kept && (taskOfRef(snapshot, kept) ?? findTask(snapshot, kept.id, kept.uri));
  }

  /** Makes a task the active one. */
  async begin({ uri, id }: TaskArgument): Promise<void> {
    await this.keep({ uri, id });
  }

  /** There is no active task any more. */
  async end(): Promise<void> {
    await this.keep(undefined);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.changed.dispose();
  }

  private get kept(): TaskArgument | undefined {
    return taskOf(this.memory.get(memoryKey));
  }

  private async keep(task: TaskArgument | undefined): Promise<void> {
    await this.memory.update(memoryKey, task);
    this.tell();
    this.changed.fire();
  }

  private tell(): void {
    void vscode.commands.executeCommand('setContext', contexts.hasActiveTask, this.kept !== undefined);
  }

  /** Sees after every change of the roadmaps what has become of the task. */
  private follow(): void {
    const kept = this.kept;
    if (!kept || this.store.snapshot.loading) return;
    const { task } = this;
    if (task) {
      clearTimeout(this.timer);
      this.timer = undefined;
      if (task.task.id !== kept.id) void this.begin({ uri: kept.uri, id: task.task.id });
      return;
    }
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      // Somebody may be in the middle of typing its id.
      const isTyped = vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.toString() === kept.uri);
      if (this.task || isTyped || this.kept?.id !== kept.id) return;
      this.log.info(`Work on ${kept.id} has ended: ${kept.uri} has no such task any more.`);
      void this.end();
    }, untilGone);
  }
}
