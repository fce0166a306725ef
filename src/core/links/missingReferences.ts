import type { Mention } from '../model/mention.js';
import { readCommitMessage } from '../references/commitMessage.js';
import { readCommitText } from '../references/commitText.js';
import { tasksOfCurrentBranch, type Sources } from './branchTasks.js';
import { taskLookup, type TaskRef } from './taskLookup.js';

/** Messages that git makes by itself. */
const automatic = /^(?:fixup!|squash!|amend!|Merge |Revert )/;

/**
 * The tasks of the branch that is checked out in a folder, where a message that is being written names no task: none where the
 * branch is for none, and none of a message that is still empty or that git makes by itself.
 */
export function missingReferences(snapshot: Sources, folder: string, text: string, isFile: boolean): TaskRef[] {
  const { subject, body } = readCommitText(text, isFile);
  if (subject === '' || automatic.test(subject)) return [];
  const tasks = tasksOfCurrentBranch(snapshot, folder);
  if (tasks.length === 0) return [];
  const lookup = taskLookup(snapshot);
  const isReference = (mention: Mention) => {
    const { kind } = lookup.resolve(mention, { folder, path: '' });
    return kind === 'task' || kind === 'ambiguous';
  };
  return readCommitMessage(subject, body).mentions.some(isReference) ? [] : tasks;
}
