import * as l10n from '@vscode/l10n';
import type { Status } from '../model/roadmap.js';
import type { RoadmapFile } from '../model/snapshot.js';
import type { Range } from '../model/span.js';
import type { Span } from '../model/span.js';

/** What a row's icon says; each host has its own picture for it. */
export type TreeIcon =
  | Status
  | 'roadmap'
  | 'metrics'
  | 'metric'
  | 'metricMet'
  | 'metricNear'
  | 'metricMissed'
  | 'metricStale'
  | 'metricClaimed'
  | 'suggestion'
  | 'risks'
  | 'dependencies'
  | 'themes'
  | 'outcomes'
  | 'review'
  | 'nextSteps'
  | 'about'
  | 'item'
  | 'todoComment'
  | 'commit'
  | 'branch'
  | 'file'
  | 'unlinked'
  | 'unknown'
  | 'more'
  | 'problem';

/** A row of the tree, as plain data. Children are made when they are asked for. */
export interface TreeNode {
  /** Stays the same while the thing it stands for does: rows keep their selection and expansion by it. */
  readonly key: string;
  readonly kind:
    'roadmap' | 'group' | 'task' | 'register' | 'item' | 'problem' | 'todo' | 'commit' | 'branch' | 'file' | 'more';
  readonly label: string;
  readonly description: string;
  readonly icon: TreeIcon;
  readonly tooltip: readonly TooltipLine[];
  /** Everything the icon and the description say, in words. */
  readonly accessibleLabel: string;
  readonly uri: string;
  /** Where a click goes. */
  readonly span?: Span;
  /** For tasks. */
  readonly taskId?: string;
  /** For tasks: whether it has subtasks, of which its own status derives. */
  readonly nested?: boolean;
  /** For TODOs: which of its file, and where that stands. `uri` is that of the file. */
  readonly todo?: { readonly index: number; readonly range: Range };
  /** For commits; `folder` is the URI of the one whose repository holds it. */
  readonly commit?: { readonly folder: string; readonly hash: string };
  /** For groups of tasks. */
  readonly groupId?: string;
  /** For metrics: what can be done about it. */
  readonly metric?: 'unmeasured' | 'measured' | 'command';
  /** For sources that can be taken up: which one. A click takes it up. */
  readonly suggestion?: string;
  /** Its own priority or that of what it stands in, while there is something left to do. */
  readonly urgent?: boolean;
  readonly parent: TreeNode | undefined;
  readonly expanded: boolean;
  readonly hasChildren: boolean;
  children(): readonly TreeNode[];
}

/** A line of a tooltip. The text may come from files and the label from a translation: both are text, never markup. */
export interface TooltipLine {
  readonly label?: string;
  readonly text: string;
}

/** A row before its children are wired up. */
export interface NodeDraft extends Omit<TreeNode, 'children' | 'expanded' | 'hasChildren'> {
  readonly expanded?: boolean;
  readonly hasChildren?: boolean;
  /** Absent for leaves. */
  readonly children?: (self: TreeNode) => readonly TreeNode[];
}

/** Completes a row: children are made once, when they are first asked for. */
export function makeNode({ children, expanded = false, hasChildren, ...rest }: NodeDraft): TreeNode {
  let made: readonly TreeNode[] | undefined;
  const node: TreeNode = {
    ...rest,
    expanded,
    hasChildren: hasChildren ?? children !== undefined,
    children: () => (made ??= children?.(node) ?? []),
  };
  return node;
}

/** `docs/ROADMAP.md:12` */
export function place(file: RoadmapFile, span: Span): TooltipLine {
  return { label: l10n.t('File'), text: `${file.path}:${file.lines.lineAt(span.start) + 1}` };
}

/** What a row is and what it says, for those who hear it: `Risk: Too much at once`. */
export function sayItem(what: string, text: string): string {
  return l10n.t({ message: '{0}: {1}', args: [what, text], comment: 'What a row is, such as "Risk", and its text' });
}
