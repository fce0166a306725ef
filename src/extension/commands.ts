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
  createRoadmap: 'roadmapLens.createRoadmap',
  showLog: 'roadmapLens.showLog',
} as const;

/** The tree's view, and the container it starts in. */
export const views = { roadmap: 'roadmapLens.roadmap' } as const;

/** Context keys that package.json's `when` clauses ask for. */
export const contexts = {
  /** The first reading is done. */
  ready: 'roadmapLens.ready',
  hasRoadmap: 'roadmapLens.hasRoadmap',
  filtering: 'roadmapLens.filtering',
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
