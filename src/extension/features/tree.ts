import * as vscode from 'vscode';
import { countLeaves } from '../../core/progress/counts.js';
import { linksOf } from '../../core/links/links.js';
import { buildTree } from '../../core/views/tree.js';
import { isFiltering, readFilter, sayFilter, type TreeFilter } from '../../core/views/treeFilter.js';
import type { TreeNode } from '../../core/views/treeNode.js';
import { treeNodeAt, treeNodeOfTask } from '../../core/views/treeSearch.js';
import { commands, contexts, staysInEditor, taskOf, views } from '../commands.js';
import { onDidChangeSetting, setting } from '../config.js';
import type { Feature, FeatureContext } from '../feature.js';
import { pickFilter } from '../pickFilter.js';
import type { ChangedPart } from '../../workspace/store.js';
import { asError, cursorIn, registerCommand } from '../register.js';
import { today } from '../today.js';
import { TreeDrag } from '../treeDrag.js';
import { RowProvider } from '../rowProvider.js';

/** The roadmap in the side bar. */
export const tree: Feature = {
  id: 'tree',
  start(context) {
    return new RoadmapTree(context);
  },
};

const filterKey = 'roadmapLens.filter';

class RoadmapTree implements vscode.Disposable {
  private readonly provider: RowProvider;
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly disposables: vscode.Disposable[];
  private filter: TreeFilter;
  private following: NodeJS.Timeout | undefined;
  /** Nothing belongs to any task that is shown. */
  private empty = true;
  /** When what belongs to tasks is drawn. */
  private later: NodeJS.Timeout | undefined;

  constructor(private readonly context: FeatureContext) {
    const { store, log, memory } = context;
    const kept = readFilter(memory.get(filterKey));
    if (!kept.whole)
      log.warn(`What was kept of the filter is damaged: ${sayFilter(kept.filter) || 'nothing'} is left.`);
    this.filter = kept.filter;
    this.provider = new RowProvider(store);
    this.view = vscode.window.createTreeView(views.roadmap, {
      treeDataProvider: this.provider,
      showCollapseAll: true,
      canSelectMany: true,
      // A box ticks its own task; what that means for those above derives from it.
      manageCheckboxStateManually: true,
      dragAndDropController: new TreeDrag(context),
    });
    context.rows.of(this.view);
    this.disposables = [
      this.provider,
      this.view,
      this.view.onDidChangeCheckboxState(({ items }) => this.tick(items)),
      { dispose: () => clearTimeout(this.following) },
      store.onDidChange(({ parts }) => this.changed(parts)),
      { dispose: () => clearTimeout(this.later) },
      context.measures.onDidChange(() => {
        this.later ??= setTimeout(() => this.update(), 200);
      }),
      onDidChangeSetting('badge', () => this.update()),
      this.view.onDidChangeVisibility(() => this.follow()),
      vscode.window.onDidChangeActiveTextEditor(() => this.follow()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.follow();
      }),
      registerCommand(log, commands.filter, () => this.chooseFilter()),
      registerCommand(log, commands.clearFilter, () => this.setFilter({})),
      registerCommand(log, commands.expandAll, () => this.expandAll()),
      registerCommand(log, commands.revealInTree, (argument?: unknown) => this.revealTask(argument)),
    ];
    this.update();
  }

  private get roots(): readonly TreeNode[] {
    return this.provider.roots;
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** Draws what is new: at once what the plan says, together what else is told within a moment. */
  private changed(parts: ReadonlySet<ChangedPart>): void {
    if (parts.has('roadmaps')) return this.update();
    // Of these `measures` tells.
    if (parts.has('readings') || parts.has('planHistory')) return;
    // Where nothing belonged to any task and nothing does, there is nothing to draw.
    if (this.empty && linksOf(this.context.store.snapshot).isEmpty) return;
    this.later ??= setTimeout(() => this.update(), parts.has('todoPlaces') ? 1_000 : 200);
  }

  private update(): void {
    clearTimeout(this.later);
    this.later = undefined;
    const { snapshot } = this.context.store;
    const links = linksOf(snapshot);
    this.empty = links.isEmpty;
    void vscode.commands.executeCommand('setContext', contexts.hasLinkedTodos, links.hasTodos);
    this.provider.show(
      buildTree(snapshot, this.filter, {
        now: Date.now() / 1000,
        today: today(),
        metrics: (file) => this.context.measures.metrics(file),
        forecast: (file) => this.context.measures.forecast(file),
      }),
    );
    const filtering = isFiltering(this.filter);
    const nothing = filtering && this.roots.length === 0 && snapshot.roadmaps.length > 0;
    this.view.message = nothing
      ? vscode.l10n.t('No task matches the filter: {0}', sayFilter(this.filter))
      : filtering
        ? vscode.l10n.t('Filter: {0}', sayFilter(this.filter))
        : '';
    this.view.badge = this.badge();
    const [only] = snapshot.roadmaps;
    this.view.description = snapshot.roadmaps.length === 1 ? (only?.roadmap?.title ?? '') : '';
    void vscode.commands.executeCommand('setContext', contexts.filtering, filtering);
  }

  /** Makes the tasks whose boxes were clicked done, or open again. */
  private async tick(items: readonly (readonly [TreeNode, vscode.TreeItemCheckboxState])[]): Promise<void> {
    const { store, editor, log } = this.context;
    try {
      for (const file of store.snapshot.roadmaps) {
        const here = items.filter(([node]) => node.uri === file.uri);
        const made = await editor.change(
          file,
          here.flatMap(([{ taskId }, state]) => {
            const value = state === vscode.TreeItemCheckboxState.Checked ? 'done' : 'todo';
            return taskId === undefined ? [] : [{ kind: 'set', task: taskId, field: 'status', value }];
          }),
        );
        // The box of a task that could not be changed shows again how it is.
        if (here.length > 0 && !made) this.provider.show(this.roots, true);
      }
    } catch (error) {
      log.error('A task could not be ticked', asError(error));
      this.provider.show(this.roots, true);
    }
  }

  private badge(): vscode.ViewBadge | undefined {
    const kind = setting('badge');
    let value = 0;
    for (const { roadmap } of this.context.store.snapshot.roadmaps) {
      if (!roadmap) continue;
      const { total, done, doing } = countLeaves(roadmap);
      value += kind === 'open' ? total - done : kind === 'doing' ? doing : 0;
    }
    return value === 0 ? undefined : { value, tooltip: kind === 'doing' ? sayDoing(value) : sayOpen(value) };
  }

  private async chooseFilter(): Promise<void> {
    const chosen = await pickFilter(this.filter);
    if (chosen) await this.setFilter(chosen);
  }

  private async setFilter(filter: TreeFilter): Promise<void> {
    this.filter = filter;
    this.update();
    await this.context.memory.update(filterKey, isFiltering(filter) ? filter : undefined);
  }

  private async expand(roots: readonly TreeNode[]): Promise<void> {
    const expand = async (node: TreeNode) => {
      try {
        await this.view.reveal(node, { select: false, focus: false, expand: 3 });
      } catch (error) {
        // Another row stands there by now.
        if (this.roots === roots) throw error;
      }
    };
    for (const node of roots) {
      if (!node.hasChildren) continue;
      // Three levels at a time are as far as the platform goes: below the root of a roadmap that is not enough.
      await expand(node);
      if (node.kind === 'roadmap') for (const child of node.children()) if (child.hasChildren) await expand(child);
    }
  }

  private async expandAll(): Promise<void> {
    // What is drawn meanwhile has rows of its own: they are expanded again, unless it goes on and on.
    for (let turn = 0; turn < 3; turn++) {
      const { roots } = this;
      await this.expand(roots);
      if (this.roots === roots) break;
    }
    // Each row that was expanded was scrolled to: back to where the person is, or to the top.
    const place = this.view.selection[0] ?? this.roots[0];
    if (place) await this.view.reveal(place, { select: false, focus: false });
  }

  /** Shows the row of a task; of the one under the cursor where a menu or the palette names none. */
  private async revealTask(argument?: unknown): Promise<void> {
    const named = taskOf(argument);
    const node = named ? treeNodeOfTask(this.roots, named.uri, named.id) : this.nodeAtCursor();
    if (node) {
      if (staysInEditor(argument)) {
        await this.view.reveal(node, { select: true, focus: false });
        return;
      }
      // In two steps: a row takes the focus only when it is drawn, which those below a closed row are not at once.
      await this.view.reveal(node, { select: true, focus: false, expand: true });
      await this.view.reveal(node, { select: true, focus: true });
      return;
    }
    await vscode.commands.executeCommand(`${views.roadmap}.focus`);
    if (!isFiltering(this.filter)) return;
    const clear = vscode.l10n.t('Clear Filter');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('The task is hidden by the filter: {0}', sayFilter(this.filter)),
      clear,
    );
    if (answer !== clear) return;
    await this.setFilter({});
    await this.revealTask(argument);
  }

  /** The row of what the cursor stands on, in an editor of a roadmap. */
  private nodeAtCursor(): TreeNode | undefined {
    const cursor = cursorIn(this.context.store.snapshot);
    return cursor && treeNodeAt(this.roots, cursor.file.uri, cursor.offset);
  }

  /** Selects the row of what the cursor stands on; a burst of movements counts as one. */
  private follow(): void {
    if (!this.view.visible || !setting('tree.followEditor')) return;
    clearTimeout(this.following);
    this.following = setTimeout(() => {
      const node = this.nodeAtCursor();
      if (!node || !this.view.visible || this.view.selection.some(({ key }) => key === node.key)) return;
      // A row that was clicked moved the cursor to its own beginning: it stays selected.
      const offset = cursorIn(this.context.store.snapshot)?.offset;
      if (this.view.selection.some(({ uri, span }) => uri === node.uri && span?.start === offset)) return;
      this.view.reveal(node, { select: true, focus: false }).then(undefined, (error: unknown) => {
        // The row went away meanwhile: the next movement finds another.
        this.context.log.debug(String(error));
      });
    }, 50);
  }
}

function sayOpen(count: number): string {
  return count === 1 ? vscode.l10n.t('1 open task') : vscode.l10n.t('{0} open tasks', count);
}

function sayDoing(count: number): string {
  return count === 1 ? vscode.l10n.t('1 task in progress') : vscode.l10n.t('{0} tasks in progress', count);
}
