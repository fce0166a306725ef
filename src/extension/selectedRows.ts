import type { TreeNode } from '../core/views/treeNode.js';

/** Milliseconds between looks at what is selected, and how many there are. */
const interval = 50;
const looks = 12;

/** What is selected in the tree, for commands that keys run on it. The tree says so. */
export class SelectedRows {
  private ask: () => readonly TreeNode[] = () => [];

  /** Makes a tree the one that is asked. */
  of(tree: { readonly selection: readonly TreeNode[] }): void {
    this.ask = () => tree.selection;
  }

  /**
   * The rows that are selected. VS Code knows none while it takes in a tree that has changed, as after the last command:
   * where there are none, it is asked again for half a second.
   */
  async selected(): Promise<readonly TreeNode[]> {
    for (let look = 1; look < looks && this.ask().length === 0; look++) {
      await new Promise((resolve) => {
        setTimeout(resolve, interval);
      });
    }
    return this.ask();
  }
}
