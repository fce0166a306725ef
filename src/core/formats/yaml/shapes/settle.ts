import { tasksOf, type Task } from '../../../model/roadmap.js';
import type { PlanNode } from './nodes.js';

/** What only shows when the whole plan has been read. */

/**
 * Leaves out the parts of the plan that are listed apart from their tasks, which name them: `bare` are the tasks that
 * may be such parts, `named` what tasks say they belong to, by id or title in lower case.
 */
export function withoutNamedParts(
  nodes: readonly PlanNode[],
  bare: ReadonlySet<PlanNode>,
  named: ReadonlySet<string>,
): readonly PlanNode[] {
  if (bare.size === 0 || named.size === 0) return nodes;
  const keep = (node: PlanNode): PlanNode[] => {
    if (node.kind === 'task') {
      const part = bare.has(node) && (named.has(node.id.toLowerCase()) || named.has(node.title.toLowerCase()));
      return part && node.children.length === 0 ? [] : [node];
    }
    const children = node.children.flatMap(keep);
    return children.length > 0 ? [{ ...node, children }] : [];
  };
  return nodes.flatMap(keep);
}

const counted = /^\d{1,4}$/;

/** Numbers that begin again in every part of the plan are no ids. */
export function withoutRepeatedNumbers(children: readonly PlanNode[]): PlanNode[] {
  const seen = new Set<string>();
  let repeated = false;
  for (const { id } of tasksOf({ children })) {
    if (!counted.test(id)) continue;
    if (seen.has(id)) repeated = true;
    seen.add(id);
  }
  if (!repeated) return [...children];
  const task = (node: Task): Task => {
    const below = { ...node, children: node.children.map(task) };
    if (!counted.test(node.id)) return below;
    const { idSpan: _idSpan, ...rest } = below;
    return { ...rest, id: '', idSource: 'derived' };
  };
  const any = (node: PlanNode): PlanNode =>
    node.kind === 'task' ? task(node) : { ...node, children: node.children.map(any) };
  return children.map(any);
}
