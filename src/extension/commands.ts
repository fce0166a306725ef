/** Every command of the extension; package.json contributes exactly these. */
export const commands = {
  refresh: 'roadmapLens.refresh',
  openRoadmap: 'roadmapLens.openRoadmap',
  goToTask: 'roadmapLens.goToTask',
  revealInTree: 'roadmapLens.revealInTree',
  copyTaskId: 'roadmapLens.copyTaskId',
  toggleDone: 'roadmapLens.toggleDone',
  markDone: 'roadmapLens.markDone',
  markInProgress: 'roadmapLens.markInProgress',
  setStatus: 'roadmapLens.setStatus',
  setPriority: 'roadmapLens.setPriority',
  setEffort: 'roadmapLens.setEffort',
  setOwner: 'roadmapLens.setOwner',
  setDueDate: 'roadmapLens.setDueDate',
  renameTask: 'roadmapLens.renameTask',
  setTaskId: 'roadmapLens.setTaskId',
  renameTaskId: 'roadmapLens.renameTaskId',
  addTask: 'roadmapLens.addTask',
  addSubtask: 'roadmapLens.addSubtask',
  moveTaskUp: 'roadmapLens.moveTaskUp',
  moveTaskDown: 'roadmapLens.moveTaskDown',
  moveTask: 'roadmapLens.moveTask',
  removeTask: 'roadmapLens.removeTask',
  archiveDone: 'roadmapLens.archiveDone',
  assignIds: 'roadmapLens.assignIds',
  markReviewed: 'roadmapLens.markReviewed',
  repairEncoding: 'roadmapLens.repairEncoding',
  filter: 'roadmapLens.filter',
  clearFilter: 'roadmapLens.clearFilter',
  expandAll: 'roadmapLens.expandAll',
  openTodo: 'roadmapLens.openTodo',
  linkTodo: 'roadmapLens.linkTodo',
  createTaskFromTodo: 'roadmapLens.createTaskFromTodo',
  finishTodo: 'roadmapLens.finishTodo',
  nextTodo: 'roadmapLens.nextTodo',
  previousTodo: 'roadmapLens.previousTodo',
  showActivity: 'roadmapLens.showActivity',
  openCommit: 'roadmapLens.openCommit',
  filterTodos: 'roadmapLens.filterTodos',
  clearTodoFilter: 'roadmapLens.clearTodoFilter',
  measureMetric: 'roadmapLens.measureMetric',
  runMetricCommand: 'roadmapLens.runMetricCommand',
  forgetMetricCommands: 'roadmapLens.forgetMetricCommands',
  explainProgress: 'roadmapLens.explainProgress',
  showNext: 'roadmapLens.showNext',
  openDashboard: 'roadmapLens.openDashboard',
  fixAll: 'roadmapLens.fixAll',
  startWork: 'roadmapLens.startWork',
  finishWork: 'roadmapLens.finishWork',
  stopWork: 'roadmapLens.stopWork',
  showActiveTask: 'roadmapLens.showActiveTask',
  insertReference: 'roadmapLens.insertReference',
  createRoadmap: 'roadmapLens.createRoadmap',
  getStarted: 'roadmapLens.getStarted',
  showLog: 'roadmapLens.showLog',
} as const;

/** Commands that only our own light bulbs run: package.json contributes none of them. */
export const internalCommands = {
  applyFix: 'roadmapLens.applyFix',
  ignoreProblem: 'roadmapLens.ignoreProblem',
} as const;

/** How a problem is named to the command that silences it. */
export interface IgnoreArgument {
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
  readonly code: string;
}
/** The walkthrough, as VS Code opens it: the extension's id, and that of the contribution. */
export const walkthrough = 'roadmap-lens.roadmap-lens#getStarted';

/** The views. */
export const views = {
  roadmap: 'roadmapLens.roadmap',
  todos: 'roadmapLens.todos',
  dashboard: 'roadmapLens.dashboard',
} as const;

/** The type of the dashboard's panel, by which VS Code restores it in a reloaded window. */
export const dashboardPanel = 'roadmapLens.dashboard';

/** Context keys that package.json's `when` clauses ask for. */
export const contexts = {
  /** The first reading is done. */
  ready: 'roadmapLens.ready',
  hasRoadmap: 'roadmapLens.hasRoadmap',
  filtering: 'roadmapLens.filtering',
  filteringTodos: 'roadmapLens.filteringTodos',
  hasTodos: 'roadmapLens.hasTodos',
  /** A person is at work on a task. */
  hasActiveTask: 'roadmapLens.hasActiveTask',
  /** Some TODO belongs to a task. */
  hasLinkedTodos: 'roadmapLens.hasLinkedTodos',
  /** A task was made done in this window, from wherever: a step of the walkthrough. */
  hasTicked: 'roadmapLens.hasTicked',
  /**
   * The walkthrough was opened by its command. VS Code ticks a step when something it waits for comes to hold, and not where it
   * held before VS Code knew of the walkthrough: together with this it comes to hold once more.
   */
  gettingStarted: 'roadmapLens.gettingStarted',
  /** Agents have the tools of the extension itself. */
  languageModelTools: 'roadmapLens.languageModelTools',
  /** Paths of the roadmaps, for menus of their editors. */
  files: 'roadmapLens.files',
} as const;

/** How a task is named to a command by another surface. */
export interface TaskArgument {
  readonly uri: string;
  readonly id: string;
  /** For revealing: the row is selected, but the focus stays where it is. */
  readonly keepFocus?: boolean;
}

/** The task a command is asked for: a row of the tree, or a task by id. Menus of editors pass the editor's URI instead. */
export function taskOf(argument: unknown): TaskArgument | undefined {
  const { uri, id, taskId } = (argument ?? {}) as Partial<Record<'uri' | 'id' | 'taskId', unknown>>;
  const name = typeof taskId === 'string' ? taskId : id;
  return typeof uri === 'string' && typeof name === 'string' ? { uri, id: name } : undefined;
}

/** Whether a command is run by a key in the tree, on what is selected there: package.json gives it this argument. */
export function isForSelection(argument: unknown): boolean {
  return (argument as { selection?: unknown } | undefined)?.selection === true;
}

/** Whether the focus is to stay where it is when a row is revealed. */
export function staysInEditor(argument: unknown): boolean {
  return (argument as { keepFocus?: unknown } | undefined)?.keepFocus === true;
}

/** Whether a command comes from the tree: from a row, or a key that is pressed in it. */
export function isFromTree(argument: unknown): boolean {
  return isForSelection(argument) || typeof (argument as { key?: unknown } | undefined)?.key === 'string';
}

/** The group a command is asked for: a row of the tree. */
export function groupOf(argument: unknown): TaskArgument | undefined {
  const { uri, groupId } = (argument ?? {}) as Partial<Record<'uri' | 'groupId', unknown>>;
  return typeof uri === 'string' && typeof groupId === 'string' ? { uri, id: groupId } : undefined;
}

/** The metric a command is asked for: a row of the tree, by where it stands in its file. */
export function metricOf(argument: unknown): { readonly uri: string; readonly offset: number } | undefined {
  const { uri, metric, span } = (argument ?? {}) as Partial<Record<'uri' | 'metric' | 'span', unknown>>;
  const start = (span as { start?: unknown } | undefined)?.start;
  return typeof uri === 'string' && metric !== undefined && typeof start === 'number'
    ? { uri, offset: start }
    : undefined;
}

/** The roadmap a command is asked for, as a whole or by a part of it: a row of a tree, or the menu of its editor. */
export function roadmapOf(argument: unknown): string | undefined {
  const { uri, scheme } = (argument ?? {}) as Partial<Record<'uri' | 'scheme', unknown>>;
  if (typeof uri === 'string') return uri;
  return typeof scheme === 'string' ? String(argument) : undefined;
}

/** The roadmap a command is asked for as a whole, by a dashboard that shows it: no part of it is named. */
export function wholeRoadmapOf(argument: unknown): string | undefined {
  const { uri } = (argument ?? {}) as { uri?: unknown };
  return typeof uri === 'string' && !taskOf(argument) && !groupOf(argument) ? uri : undefined;
}

/** How a TODO is named to a command: by its file, and which one it is there. */
export interface TodoArgument {
  readonly uri: string;
  readonly index: number;
}

/** The TODO a command is asked for: a row of a tree, or one by its place. */
export function todoOf(argument: unknown): TodoArgument | undefined {
  const { uri, index, todo } = (argument ?? {}) as Partial<Record<'uri' | 'index' | 'todo', unknown>>;
  const at = (todo as { index?: unknown } | undefined)?.index ?? index;
  return typeof uri === 'string' && typeof at === 'number' ? { uri, index: at } : undefined;
}

/** How a commit is named to a command. */
export interface CommitArgument {
  /** The URI of the folder whose repository holds it. */
  readonly folder: string;
  readonly hash: string;
}

/** The commit a command is asked for: a row of a tree, or one by its hash. */
export function commitOf(argument: unknown): CommitArgument | undefined {
  const named = ((argument as { commit?: unknown } | undefined)?.commit ?? argument ?? {}) as Record<string, unknown>;
  const { folder, hash } = named;
  return typeof folder === 'string' && typeof hash === 'string' && /^[0-9a-f]{40,64}$/.test(hash)
    ? { folder, hash }
    : undefined;
}
