import * as l10n from '@vscode/l10n';
import { linksOf, type Links, type TodoRef } from '../links/links.js';
import { tasksOf } from '../model/roadmap.js';
import type { Snapshot } from '../model/snapshot.js';
import { statusOf } from '../progress/counts.js';
import { statusWord } from '../values/statusWord.js';
import { placeTodo, type PlacedTodo } from './activity.js';
import { todoNode } from './activityNodes.js';
import { countTodos } from './ages.js';
import { makeNode, place, type TreeNode } from './treeNode.js';

/** Whether a TODO is shown. */
export type TodoFilter = (todo: PlacedTodo) => boolean;

/**
 * The rows of the view "TODOs": each task with its TODOs, in the order of the plan; then those that name a task that is not
 * there; then those that name none, by file.
 */
export function buildTodoTree(snapshot: Snapshot, passes: TodoFilter = () => true): readonly TreeNode[] {
  const links = linksOf(snapshot);
  const placed = (refs: readonly TodoRef[]) => refs.flatMap((ref) => placeTodo(snapshot, ref) ?? []).filter(passes);
  const unlinked = placed(links.unlinkedTodos);
  return [
    ...problemNodes(snapshot),
    ...taskNodes(snapshot, links, placed),
    ...groupNode('unknown', l10n.t('No such task'), danglingTodos(links, placed)),
    ...groupNode('unlinked', l10n.t('Without a task'), unlinked, (self) => fileNodes(unlinked, self)),
  ];
}

function taskNodes(
  { roadmaps }: Snapshot,
  links: Links,
  placed: (refs: readonly TodoRef[]) => readonly PlacedTodo[],
): TreeNode[] {
  return roadmaps.flatMap((file) => {
    if (!file.roadmap) return [];
    return [...tasksOf(file.roadmap)].flatMap((task) => {
      const todos = placed(links.activityOf(file.uri, task.id).todos);
      if (todos.length === 0) return [];
      const status = statusOf(task);
      const count = countTodos(todos.length);
      const id = task.idSource === 'explicit' ? [task.id] : [];
      return [
        makeNode({
          key: `${file.uri}#todos:${task.id}`,
          kind: 'task',
          label: task.title,
          description: [count, ...id].join(' · '),
          icon: status,
          tooltip: [
            { text: task.title },
            { label: l10n.t('Status'), text: statusWord(status) },
            place(file, task.titleSpan),
          ],
          accessibleLabel: [task.title, statusWord(status), count, ...id].join(', '),
          uri: file.uri,
          span: task.span,
          taskId: task.id,
          // In this view a task is never ticked: it is there for what is below it.
          nested: true,
          parent: undefined,
          expanded: true,
          children: (self) => todos.map((todo) => todoNode(todo, self)),
        }),
      ];
    });
  });
}

function danglingTodos(
  { dangling }: Links,
  placed: (refs: readonly TodoRef[]) => readonly PlacedTodo[],
): readonly PlacedTodo[] {
  const refs = dangling.flatMap((one) => (one.kind === 'todo' ? [one.todo] : []));
  const seen = new Set<string>();
  return placed(refs.filter(({ uri, index }) => !seen.has(`${uri}#${index}`) && seen.add(`${uri}#${index}`)));
}

function groupNode(
  icon: 'unknown' | 'unlinked',
  label: string,
  todos: readonly PlacedTodo[],
  children: (self: TreeNode) => readonly TreeNode[] = (self) => todos.map((todo) => todoNode(todo, self)),
): TreeNode[] {
  if (todos.length === 0) return [];
  const count = countTodos(todos.length);
  return [
    makeNode({
      key: `todos:${icon}`,
      kind: 'register',
      label,
      description: count,
      icon,
      tooltip: [{ text: label }],
      accessibleLabel: `${label}, ${count}`,
      uri: '',
      parent: undefined,
      expanded: icon === 'unknown',
      children,
    }),
  ];
}

/** TODOs below their files. */
function fileNodes(todos: readonly PlacedTodo[], parent: TreeNode): TreeNode[] {
  const byFile = new Map<string, PlacedTodo[]>();
  for (const todo of todos) {
    const here = byFile.get(todo.file.uri);
    if (here) here.push(todo);
    else byFile.set(todo.file.uri, [todo]);
  }
  return [...byFile.values()].map((here) => {
    const { file } = here[0]!;
    const slash = file.path.lastIndexOf('/');
    const name = file.path.slice(slash + 1);
    const about = [countTodos(here.length), ...(slash > 0 ? [file.path.slice(0, slash)] : [])];
    return makeNode({
      key: `${parent.key}/${file.uri}`,
      kind: 'file',
      label: name,
      description: about.join(' · '),
      icon: 'file',
      tooltip: [{ text: file.path }],
      accessibleLabel: [name, ...about].join(', '),
      uri: file.uri,
      parent,
      children: (self) => here.map((todo) => todoNode(todo, self)),
    });
  });
}

/** What kept TODOs or history from being found: said whatever is shown. What is only worth knowing is said elsewhere. */
function problemNodes({ todos, histories }: Snapshot): TreeNode[] {
  const wrong = histories.map((history) => ({
    ...history,
    problems: history.problems.filter(({ severity }) => severity !== 'info'),
  }));
  return [...todos.scans, ...wrong].flatMap(({ uri, folder, problems }) =>
    problems.map(({ code, message }, index) =>
      makeNode({
        key: `${uri}#todos:${code}:${index}`,
        kind: 'problem',
        label: message,
        description: folder.name,
        icon: 'problem',
        tooltip: [{ text: message }],
        accessibleLabel: l10n.t('Problem in {0}: {1}', folder.name, message),
        uri,
        parent: undefined,
      }),
    ),
  );
}
