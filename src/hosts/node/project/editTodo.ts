import { planTodoChange, readsAs } from '../../../core/edits/todoEdits.js';
import type { EditResult, TodoChange } from '../../../core/model/edit.js';
import { Refused } from '../../../core/model/refused.js';
import { defaultTags } from '../../../core/model/todo.js';
import { todoTags } from '../../../core/references/todos.js';
import type { PlacedTodo } from '../../../core/views/activity.js';
import { exactSyntax } from '../../../workspace/todoRules.js';
import type { TodoFile } from '../../../core/model/todo.js';
import { encodeLike } from '../encode.js';
import { paths } from '../paths.js';
import { replaceFile } from '../replaceFile.js';
import { leadsOut } from './leadsOut.js';
import { readText } from './readText.js';
import { rewrite } from './rewrite.js';

/**
 * Plans a change of a TODO on the text of its file as it is by now: refused where that TODO says something else there. `tags` are those it was found
 * by.
 */
export function planTodo(
  text: string,
  file: TodoFile,
  index: number,
  change: TodoChange,
  tags: readonly string[] = defaultTags,
): EditResult {
  const syntax = exactSyntax(file.path, text);
  const code = { text, syntax: syntax!, tags: todoTags(tags) };
  return syntax && readsAs(code, index, file.todos[index]!)
    ? planTodoChange(code, index, change)
    : { ok: false, code: 'no-such-task', message: 'A TODO has been changed meanwhile.' };
}

/**
 * Changes a TODO in its file, or with `dryRun` only says how: planned under the lock of the file on its text as it is. Throws `Refused` where the file
 * leads out of its folder. `mayWrite` is asked right before it is written, and throws where it may not be any more.
 */
export async function editTodo(
  { file, index }: PlacedTodo,
  change: TodoChange,
  dryRun: boolean,
  mayWrite: () => void,
  tags?: readonly string[],
): Promise<{ readonly text: string; readonly result: EditResult }> {
  const path = paths.pathOf(file.uri);
  if (await leadsOut(paths.pathOf(file.folder.uri), path))
    throw new Refused(`${file.path} leads out of its folder: put the file itself there.`);
  const plan = async () => {
    const { bytes, text } = await readText(path, file.path);
    return { bytes, text, result: planTodo(text, file, index, change, tags) };
  };
  if (dryRun) return plan();
  return rewrite(path, file.path, async () => {
    const { bytes, text, result } = await plan();
    mayWrite();
    if (result.ok) await replaceFile(path, bytes, encodeLike(bytes, result.text));
    return { text, result };
  });
}
