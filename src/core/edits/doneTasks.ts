import { tasksOf, type Group, type Roadmap, type Task } from '../model/roadmap.js';
import { statusOfWord } from '../values/status.js';

/** Done tasks, those in a section for these only where they are asked for; subtasks go with theirs alone. */
export function doneTasks(roadmap: Roadmap, shelved: boolean): readonly Task[] {
  const found: Task[] = [];
  const visit = (nodes: readonly (Group | Task)[]) => {
    for (const node of nodes) {
      if (node.kind !== 'task') {
        if (shelved || !isShelf(node)) visit(node.children);
      } else if (isDone(node)) found.push(node);
    }
  };
  visit(roadmap.children);
  return found;
}

/** Whether a task is done, and nothing below it is open, nor its own mark; what was cancelled does not count. */
function isDone(task: Task): boolean {
  const over = ({ status, statusSource, children }: Task): boolean =>
    children.length > 0
      ? children.every(over) && (statusSource !== 'own' || status === 'done' || status === 'cancelled')
      : status === 'done' || status === 'cancelled';
  return over(task) && (task.status === 'done' || [...tasksOf(task)].some(({ status }) => status === 'done'));
}

/** Whether a group is the section for what is done: `## Done`, `## ✅ Completed`, `## Archive`. */
export function isShelf({ name, children }: Group): boolean {
  const word = name.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const named = statusOfWord(word) === 'done' || /^(?:archived?|archiv|archivo|archivio)$/i.test(word);
  return named && children.every(({ kind }) => kind === 'task');
}
