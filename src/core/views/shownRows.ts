import type { TreeNode } from './treeNode.js';

/**
 * The rows that a view shows, and which of them are to be drawn again when new ones take their place: those that look
 * different, and no others, so that nothing moves under the pointer and no click on a row is lost. Rows are the same where their
 * keys are; who draws them knows them by the objects it was handed.
 */
export class ShownRows {
  private shown: readonly TreeNode[] = [];
  /** The rows as they are now, by key, as far as they were asked for. */
  private rows = new Map<string, TreeNode>();
  /** Keys of the rows whose children were asked for. */
  private readonly asked = new Set<string>();
  /** The objects that were handed out for the rows, by key. */
  private readonly handed = new Map<string, TreeNode>();

  /** The topmost rows. */
  get roots(): readonly TreeNode[] {
    return this.shown;
  }

  /** Puts new rows in the place of all others; returns those to be drawn again, with what is below them, or `all`. */
  replace(roots: readonly TreeNode[]): readonly TreeNode[] | 'all' {
    const [before, rowsBefore] = [this.shown, this.rows];
    this.shown = roots;
    this.rows = new Map();
    this.fill(roots);
    for (const key of this.asked) if (!this.rows.has(key)) this.asked.delete(key);
    for (const key of this.handed.keys()) if (!this.rows.has(key)) this.handed.delete(key);
    if (!sameKeys(before, roots)) return 'all';
    const changed: TreeNode[] = [];
    for (const { key } of roots) this.collect(rowsBefore, key, changed);
    return changed;
  }

  /** Hands out the children of a row, or the topmost rows. */
  childrenOf(node: TreeNode | undefined): readonly TreeNode[] {
    if (node) this.asked.add(node.key);
    const children = node ? this.current(node).children() : this.shown;
    for (const child of children) {
      this.rows.set(child.key, child);
      this.handed.set(child.key, child);
    }
    return children;
  }

  /** The row as it is now that was handed out as an older object. */
  current(node: TreeNode): TreeNode {
    return this.rows.get(node.key) ?? node;
  }

  private fill(nodes: readonly TreeNode[]): void {
    for (const node of nodes) {
      this.rows.set(node.key, node);
      if (this.asked.has(node.key)) this.fill(node.children());
    }
  }

  /** Adds the topmost rows that look different, at or below a row. */
  private collect(rowsBefore: ReadonlyMap<string, TreeNode>, key: string, changed: TreeNode[]): void {
    const [before, now, known] = [rowsBefore.get(key), this.rows.get(key), this.handed.get(key)];
    // What was never asked for will be asked for as it is now.
    if (!before || !now || !known) return;
    if (lookOf(before) !== lookOf(now)) changed.push(known);
    else if (this.asked.has(key)) {
      const children = now.children();
      if (!sameKeys(before.children(), children)) changed.push(known);
      else for (const child of children) this.collect(rowsBefore, child.key, changed);
    }
  }
}

/** What no drawing shows: tooltips are made when they are looked at, and rows stay as open as they are. */
const unseen = new Set(['parent', 'tooltip', 'expanded'] satisfies (keyof TreeNode)[] as string[]);

/** All that is drawn of a row or that a command is given; functions are left out by themselves. */
function lookOf(node: TreeNode): string {
  return JSON.stringify(node, (key, value: unknown) => (unseen.has(key) ? undefined : value));
}

function sameKeys(before: readonly TreeNode[], after: readonly TreeNode[]): boolean {
  return before.length === after.length && before.every(({ key }, index) => key === after[index]!.key);
}
