import { touches, type Span } from '../model/span.js';
import type { TreeNode } from './treeNode.js';

/** The innermost row that holds the offset of a file; rows without tasks, such as metrics, included. */
export function treeNodeAt(roots: readonly TreeNode[], uri: string, offset: number): TreeNode | undefined {
  let best: TreeNode | undefined;
  const visit = (nodes: readonly TreeNode[]) => {
    for (const node of nodes) {
      if (node.uri !== uri) continue;
      const inside = node.span === undefined || touches(node.span, offset);
      if (!inside) continue;
      if (node.span && (!best?.span || length(node.span) <= length(best.span))) best = node;
      visit(node.children());
    }
  };
  visit(roots);
  return best;
}

/** The row of a task. */
export function treeNodeOfTask(roots: readonly TreeNode[], uri: string, taskId: string): TreeNode | undefined {
  for (const node of roots) {
    if (node.uri !== uri) continue;
    if (node.taskId === taskId) return node;
    const found = treeNodeOfTask(node.children(), uri, taskId);
    if (found) return found;
  }
  return undefined;
}

function length({ start, end }: Span): number {
  return end - start;
}
