/** Every command of the extension; package.json contributes exactly these. */
export const commands = {
  refresh: 'roadmapLens.refresh',
  openRoadmap: 'roadmapLens.openRoadmap',
  goToTask: 'roadmapLens.goToTask',
  revealInTree: 'roadmapLens.revealInTree',
  copyTaskId: 'roadmapLens.copyTaskId',
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
}

/** The task a command is asked for: a row of the tree, or a task by id. Menus of editors pass the editor's URI instead. */
export function taskOf(argument: unknown): TaskArgument | undefined {
  const { uri, id, taskId } = (argument ?? {}) as Partial<Record<'uri' | 'id' | 'taskId', unknown>>;
  const name = typeof taskId === 'string' ? taskId : id;
  return typeof uri === 'string' && typeof name === 'string' ? { uri, id: name } : undefined;
}
