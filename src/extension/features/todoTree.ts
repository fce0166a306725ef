import * as vscode from 'vscode';
import { buildTodoTree } from '../../core/views/todoTree.js';
import type { TreeNode } from '../../core/views/treeNode.js';
import { commands, contexts, views } from '../commands.js';
import type { Feature, FeatureContext } from '../feature.js';
import { asError, registerCommand } from '../register.js';
import { pickTodoFilter, sayTodoFilter, TodoAuthors, type TodoFilterChoice } from '../todoFilter.js';
import { RowProvider } from '../rowProvider.js';

/** Milliseconds in which changes of TODOs are drawn together: lines shift with every key. */
const delay = 300;

/** The view of all TODOs, by the tasks they belong to. */
export const todoTree: Feature = {
  id: 'todoTree',
  start(context) {
    return new TodoTree(context);
  },
};

class TodoTree implements vscode.Disposable {
  private readonly provider: RowProvider;
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly disposables: vscode.Disposable[];
  private readonly authors: TodoAuthors;
  private filter: TodoFilterChoice = {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;
  private stale = false;

  constructor(private readonly context: FeatureContext) {
    const { store, activity, log } = context;
    this.authors = new TodoAuthors(store, activity);
    this.provider = new RowProvider(store);
    this.view = vscode.window.createTreeView(views.todos, { treeDataProvider: this.provider, showCollapseAll: true });
    this.disposables = [
      this.provider,
      this.view,
      { dispose: () => clearTimeout(this.timer) },
      store.onDidChange(() => this.schedule()),
      this.view.onDidChangeVisibility(() => {
        if (this.view.visible && this.stale) void this.update();
      }),
      registerCommand(log, commands.filterTodos, async () => {
        const choice = await pickTodoFilter(this.filter);
        if (choice) await this.setFilter(choice);
      }),
      registerCommand(log, commands.clearTodoFilter, () => this.setFilter({})),
    ];
    void this.update();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private schedule(): void {
    this.stale = true;
    const { size } = this.context.store.snapshot.todos.files;
    void vscode.commands.executeCommand('setContext', contexts.hasTodos, size > 0);
    // Nobody sees it: it is drawn when it is shown.
    if (!this.view.visible) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.update();
    }, delay);
  }

  private async setFilter(filter: TodoFilterChoice): Promise<void> {
    this.filter = filter;
    await this.update();
  }

  private async update(): Promise<void> {
    const turn = ++this.turn;
    this.stale = false;
    const { store, log } = this.context;
    try {
      const { passes, missing } = await this.authors.filter(this.filter);
      // What was asked for meanwhile is drawn instead.
      if (turn !== this.turn) return;
      const { snapshot } = store;
      this.provider.show(buildTodoTree(snapshot, passes));
      const said = sayTodoFilter(this.filter);
      const { size } = snapshot.todos.files;
      this.view.message = missing ?? this.message(said, size);
      void vscode.commands.executeCommand('setContext', contexts.filteringTodos, said !== '');
      void vscode.commands.executeCommand('setContext', contexts.hasTodos, size > 0);
    } catch (error) {
      log.error('The TODOs could not be shown', asError(error));
    }
  }

  private message(filter: string, size: number): string {
    const { todos, histories } = this.context.store.snapshot;
    if (todos.scans.some(({ state }) => state === 'loading')) return vscode.l10n.t('Looking for TODOs…');
    // Where there are no commits to be shown, it is said why.
    const [why] = histories.flatMap(({ state, problems }) => (state === 'unavailable' ? problems : []));
    if (filter === '') return why?.message ?? '';
    return size > 0 && this.provider.roots.length === 0
      ? vscode.l10n.t('No TODO matches the filter: {0}', filter)
      : vscode.l10n.t('Filter: {0}', filter);
  }
}
