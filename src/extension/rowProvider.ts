import * as vscode from 'vscode';
import { ShownRows } from '../core/views/shownRows.js';
import type { TreeNode } from '../core/views/treeNode.js';
import type { Store } from '../workspace/store.js';
import { makeTreeItem, resolveTreeItem } from './treeItem.js';

/** Hands the rows of a view to VS Code, and has those drawn again that look different. */
export class RowProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  private readonly rows = new ShownRows();

  constructor(private readonly store: Store) {}

  /** The topmost rows that are shown. */
  get roots(): readonly TreeNode[] {
    return this.rows.roots;
  }

  /** Shows these rows; `all`: those that look as before, too, since VS Code shows something else than it was told. */
  show(roots: readonly TreeNode[], all = false): void {
    const changed = this.rows.replace(roots);
    if (all || changed === 'all') this.changes.fire(undefined);
    else if (changed.length > 0) this.changes.fire([...changed]);
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return [...this.rows.childrenOf(node)];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.rows.current(node).parent;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return makeTreeItem(this.rows.current(node), this.store.snapshot);
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    return resolveTreeItem(item, this.rows.current(node));
  }

  dispose(): void {
    this.changes.dispose();
  }
}
