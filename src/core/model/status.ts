/** Where a task stands. `todo` is also what an item without any mark is. */
export type Status = 'todo' | 'doing' | 'blocked' | 'done' | 'cancelled';
export const statuses: readonly Status[] = ['todo', 'doing', 'blocked', 'done', 'cancelled'];
