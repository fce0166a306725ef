import type { Group, Task } from '../model/roadmap.js';
import { countLeaves, statusOf } from '../progress/counts.js';
import { printable } from '../views/columns.js';
import { statusSigns } from '../views/words.js';
import type { ReadableFile } from './findTasks.js';
import { short } from './short.js';

/** So many lines at most. */
const most = 500;

/** A roadmap as text: a line for each group and task, indented; what is left out is said. */
export function outline({ path, roadmap }: ReadableFile): string {
  const lines = [printable(`${short(roadmap.title)} · ${path}`)];
  let left = 0;
  const stack: { readonly node: Group | Task; readonly depth: number }[] = [];
  const push = (nodes: readonly (Group | Task)[], depth: number) => {
    for (let at = nodes.length - 1; at >= 0; at--) stack.push({ node: nodes[at]!, depth });
  };
  push(roadmap.children, 0);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    if (lines.length <= most) lines.push(`${'  '.repeat(Math.min(depth, 20))}${lineOf(node)}`);
    else left++;
    push(node.children, depth + 1);
  }
  if (left > 0) lines.push(`and ${left} more: find_tasks has all`);
  return lines.join('\n');
}

function lineOf(node: Group | Task): string {
  const sign = statusSigns[statusOf(node)];
  if (node.kind === 'task') return printable(`${sign} ${node.id} ${short(node.title)}`);
  const { done, total } = countLeaves(node);
  return printable(`${sign} ${short(node.title)} ${done}/${total}`);
}
