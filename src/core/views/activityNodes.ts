import * as l10n from '@vscode/l10n';
import type { Activity, LinkedBranch, LinkedCommit } from '../links/links.js';
import type { Snapshot } from '../model/snapshot.js';
import { isoTime } from '../values/day.js';
import { placeTodo, todoPlace, type PlacedTodo } from './activity.js';
import { commitLine } from './taskCard.js';
import { makeNode, sayItem, type TreeNode } from './treeNode.js';

/** What rows of TODOs and commits are made of. `now`: seconds since 1970. */
export interface ActivityOptions {
  readonly snapshot: Snapshot;
  readonly now: number;
}

/** So many commits are rows of their own; a last one stands for the rest. */
const maxCommits = 20;

/** The rows below a task for what belongs to it: TODOs, branches, commits. */
export function activityNodes(options: ActivityOptions, activity: Activity, parent: TreeNode): TreeNode[] {
  const { snapshot, now } = options;
  const { todos, branches, commits } = activity;
  // A single one more is a row itself.
  const shown = commits.length <= maxCommits + 1 ? commits : commits.slice(0, maxCommits);
  const more = commits.length - shown.length;
  return [
    ...todos.flatMap((ref) => placeTodo(snapshot, ref) ?? []).map((todo) => todoNode(todo, parent)),
    ...branches.map((branch) => branchNode(branch, parent)),
    ...shown.map((commit) => commitNode(commit, now, parent)),
    ...(more > 0 ? [moreNode(more, parent)] : []),
  ];
}

/** The row of a TODO. Its key says what it says, not where: lines shift. */
export function todoNode(placed: PlacedTodo, parent: TreeNode | undefined): TreeNode {
  const { file, index, todo, range, title } = placed;
  const place = todoPlace(placed);
  return makeNode({
    key: `${parent?.key ?? ''}/todo:${file.uri}#${index}:${todo.text}`,
    kind: 'todo',
    label: title,
    description: title === todo.tag ? place : `${todo.tag} · ${place}`,
    icon: 'todoComment',
    tooltip: [
      { text: title },
      ...(todo.owner === undefined ? [] : [{ label: l10n.t('Owner'), text: todo.owner }]),
      { label: l10n.t('File'), text: place },
      ...(file.approximate
        ? [{ text: l10n.t('Found by the comment marks of its language alone: it may stand in a string.') }]
        : []),
    ],
    accessibleLabel: [sayItem(todo.tag, title), place].join(', '),
    uri: file.uri,
    todo: { index, range },
    parent,
  });
}

function branchNode({ folder, branch }: LinkedBranch, parent: TreeNode): TreeNode {
  const { name, current, worktree } = branch;
  const where = current
    ? l10n.t({ message: 'checked out', comment: 'Said of the branch one works on' })
    : worktree === undefined
      ? ''
      : l10n.t({ message: 'checked out in {0}', args: [worktree], comment: '{0} is the path of a git worktree' });
  return makeNode({
    key: `${parent.key}/branch:${folder.uri}#${name}`,
    kind: 'branch',
    label: name,
    description: where,
    icon: 'branch',
    tooltip: [{ text: name }, ...(where ? [{ text: where }] : [])],
    accessibleLabel: [sayItem(l10n.t('Branch'), name), ...(where ? [where] : [])].join(', '),
    uri: folder.uri,
    parent,
  });
}

function commitNode(linked: LinkedCommit, now: number, parent: TreeNode): TreeNode {
  const { hash, subject, author, time } = linked.commit;
  const { short, about } = commitLine(linked, now);
  return makeNode({
    key: `${parent.key}/commit:${hash}`,
    kind: 'commit',
    label: subject === '' ? short : subject,
    description: about,
    icon: 'commit',
    tooltip: [
      { text: subject === '' ? short : subject },
      { label: l10n.t('Commit'), text: hash },
      { label: l10n.t('Author'), text: author },
      { label: l10n.t('Date'), text: isoTime(time).slice(0, 10) },
    ],
    accessibleLabel: [sayItem(l10n.t('Commit'), subject), about].join(', '),
    uri: linked.folder.uri,
    commit: { folder: linked.folder.uri, hash },
    parent,
  });
}

function moreNode(count: number, parent: TreeNode): TreeNode {
  const label = l10n.t('{0} more commits', count);
  return makeNode({
    key: `${parent.key}/more`,
    kind: 'more',
    label,
    description: '',
    icon: 'more',
    tooltip: [{ text: l10n.t('Show all that belongs to the task') }],
    accessibleLabel: label,
    uri: parent.uri,
    ...(parent.taskId === undefined ? {} : { taskId: parent.taskId }),
    parent,
  });
}
