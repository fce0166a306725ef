/** What changes TODOs, loaded together with the first that is changed. */
export { planTodoChange, readsAs } from '../core/edits/todoEdits.js';
export { todoTags } from '../core/references/todos.js';
export { todoSyntaxOf } from './todoSyntax.js';
