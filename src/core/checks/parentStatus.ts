import * as l10n from '@vscode/l10n';
import type { Fix } from '../model/problem.js';
import type { Group, Task } from '../model/roadmap.js';
import type { Span } from '../model/span.js';
import { countLeaves, statusOf } from '../progress/counts.js';
import { statusWord } from '../values/statusWord.js';
import type { PlanSubject, Rule, RuleProblem } from './rule.js';

/** A task or group is marked as done while something below it is open, or as open while all below it is done. */
export const parentStatus: Rule<PlanSubject> = {
  code: 'parent-status',
  severity: 'warning',
  run({ file, roadmap }) {
    const found: RuleProblem[] = [];
    const visit = (nodes: readonly (Group | Task)[]) => {
      for (const node of nodes) {
        const problem = disagreement(node);
        if (problem)
          found.push({ ...problem.told, range: file.lines.rangeOf(problem.span), fixes: fixes(file.uri, node) });
        // What stands below a wrong mark is told once.
        if (!problem) visit(node.children);
      }
    };
    visit(roadmap.children);
    return found;
  },
};

function disagreement(
  node: Group | Task,
): { readonly told: { readonly message: string }; readonly span: Span } | undefined {
  const own = ownStatus(node);
  const { total, done } = countLeaves(node);
  if (!own || node.children.length === 0 || total === 0) return undefined;
  const open = total - done;
  if (own.status === 'done' && open > 0) {
    const message =
      open === 1
        ? l10n.t(
            '"{0}" is marked as done, but one task below it is open: finish that, or take the mark away.',
            node.title,
          )
        : l10n.t(
            '"{0}" is marked as done, but {1} of {2} tasks below it are open: finish these, or take the mark away.',
            node.title,
            open,
            total,
          );
    return { told: { message }, span: own.span };
  }
  // Words such as "in progress" and "80 %" often speak of more than what is listed; an empty check box does not.
  if (open > 0 || own.status === 'done' || own.status === 'cancelled' || !isBox(own.span)) return undefined;
  const message = l10n.t(
    '"{0}" is marked as {1}, but all tasks below it are done: mark it as done, or add what is left.',
    node.title,
    statusWord(own.status),
  );
  return { told: { message }, span: own.span };
}

function ownStatus(node: Group | Task) {
  if (node.kind === 'task')
    return node.statusSource === 'own' && node.statusSpan ? { status: node.status, span: node.statusSpan } : undefined;
  // A section that is named after a status says nothing of itself: see section-status.
  const isName = node.ownStatus && node.ownStatus.span.end - node.ownStatus.span.start >= node.title.length;
  return node.ownStatus && node.kind !== 'status' && !isName
    ? { status: node.ownStatus.value, span: node.ownStatus.span }
    : undefined;
}

/** `[ ]` and the like. */
function isBox({ start, end }: Span): boolean {
  return end - start === 3;
}

function fixes(uri: string, node: Group | Task): readonly Fix[] {
  if (node.kind !== 'task') return [];
  const status = statusOf(node);
  const title = l10n.t('Mark "{0}" as {1}', node.title, statusWord(status));
  const change = { kind: 'set', task: node.id, field: 'status', value: status } as const;
  return [{ title, safe: status === 'done', edit: { kind: 'roadmap', uri, changes: [change] } }];
}
