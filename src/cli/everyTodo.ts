import { defaultTags } from '../core/model/todo.js';
import type { TodoSettings } from '../workspace/todoRules.js';

/** How a command looks for TODOs: there are no settings, and nobody waits for an editor. */
export const everyTodo: TodoSettings = {
  tags: () => defaultTags,
  exclude: () => ['**/node_modules'],
  inText: () => false,
  maxFiles: () => Infinity,
};
