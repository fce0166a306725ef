import { fieldChange, taskFields } from '../edits/fieldChange.js';
import { groupNamed, taskNamed } from '../edits/names.js';
import { planAddition } from '../edits/planAddition.js';
import type { EditedDocument } from '../edits/planEdit.js';
import type { Config } from '../model/config.js';
import type { Change, EditResult, TaskPlace } from '../model/edit.js';
import { Refused } from '../model/refused.js';
import { taskById, tasksOf, type Task } from '../model/roadmap.js';
import { statusOf } from '../progress/counts.js';
import { placedTasks } from '../views/taskList.js';
import { personKey } from './findTasks.js';
import { short } from './short.js';
import { changedSince } from './revision.js';

/** Where a task is to stand: one of these. */
interface PlaceInput {
  /** Right behind a task. */
  readonly after?: string;
  /** As the last subtask of a task. */
  readonly under?: string;
  /** At the end of a group. */
  readonly into?: string;
}

/** What is to be changed of one task. Empty texts take a value away. */
export interface UpdateInput extends PlaceInput, Partial<Record<(typeof taskFields)[number], string>> {
  readonly task: string;
  readonly roadmap?: string;
  /** Of the task as it was read last. */
  readonly revision: string;
  readonly remove?: boolean;
  /** Takes a task that somebody else holds. */
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** A new task. */
export interface AddInput extends PlaceInput {
  readonly title: string;
  readonly roadmap?: string;
  readonly dryRun?: boolean;
}

/**
 * The changes of a task in the text as it is now. `id`: of the task, as it was found. Throws `Refused` where the task is another than it was read as, is
 * held by somebody else, or the change makes no sense.
 */
export function wantedUpdate(
  document: EditedDocument,
  config: Config,
  id: string,
  input: UpdateInput,
): readonly Change[] | EditResult {
  const placed = [...placedTasks(document.roadmap)].find(({ task }) => task.id === id);
  if (!placed) throw new Refused(`There is no task ${id} any more: find it anew by find_tasks.`);
  const { task, path } = placed;
  const changed = changedSince(input.revision, task, path);
  if (changed !== undefined)
    throw new Refused(
      `"${short(task.title)}" has changed since you read it: ${changed}. Read it by get_task and decide anew.`,
    );
  const given = taskFields.filter((field) => input[field] !== undefined);
  const place = placeOf(document, config, input);
  if (!input.force) checkHolders(task, input);
  if (input.remove) {
    // Whoever holds it says so by its name.
    const others = given.filter((field) => field !== 'owner' || !isOwner(task, input.owner!));
    if (others.length > 0 || place) throw new Refused('A task is removed or changed: do one of both.');
    return [{ kind: 'remove', tasks: [id] }];
  }
  const fields = given
    .map((field) => fieldChange(field, input[field]!.trim(), config))
    // Who holds it already is not written anew in another way.
    .filter((change) => change.field !== 'owner' || !isOwner(task, change.value));
  if (given.length === 0 && !place)
    throw new Refused(`Say what to change: ${taskFields.join(', ')}, after, under, into, or remove.`);
  if (fields.length === 0 && !place)
    return { ok: false, code: 'unchanged', message: `"${short(task.title)}" says so already.` };
  return [
    ...fields.map((change): Change => ({ kind: 'set', task: id, ...change })),
    ...(place ? [{ kind: 'move', tasks: [id], place } as const] : []),
  ];
}

/**
 * Throws `Refused` where somebody works on the task, it is not who asks, and it would be taken from them: by another status, another owner, or by removing
 * it or a task above it. Whoever holds a task says so by its name as `owner`. What is in progress by nobody who is named may be ticked, not taken.
 */
function checkHolders(task: Task, { status, owner, remove }: UpdateInput): void {
  const touched = remove ? [task, ...tasksOf(task)] : status !== undefined || owner !== undefined ? [task] : [];
  for (const each of touched) {
    if (!isHeld(each) || isOwner(each, owner ?? '')) continue;
    const holders = ownersOf(each).map((value) => `@${value.replace(/^@/, '')}`);
    if (holders.length === 0 && status?.trim() !== 'doing') continue;
    const holder = holders.join(', ') || 'somebody who is not named';
    throw new Refused(
      `"${short(each.title)}" is in progress by ${holder}: take another one by next_tasks, give owner where that is you, or force where they have agreed.`,
    );
  }
}

/** Whether somebody works on a task: by its own mark, or by what is done below it where it is somebody's. */
function isHeld(task: Task): boolean {
  const { status, statusSource, children } = task;
  if (status === 'doing' && (statusSource === 'own' || children.length === 0)) return true;
  return statusOf(task) === 'doing' && ownersOf(task).length > 0;
}

function ownersOf({ owner, owners = owner ? [owner] : [] }: Task): readonly string[] {
  return owners.map(({ value }) => value);
}

function isOwner(task: Task, name: string): boolean {
  return ownersOf(task).some((value) => personKey(value) === personKey(name));
}

/** A new task in the text as it is now, with the next id where the roadmap numbers its tasks. Throws `Refused` where its place is none. */
export function wantedAddition(document: EditedDocument, config: Config, input: AddInput): EditResult {
  const place = placeOf(document, config, input);
  if (!place) throw new Refused('Say where: after TASK, under TASK or into GROUP.');
  return planAddition(document, { title: input.title, place, numbered: true });
}

function placeOf(document: EditedDocument, config: Config, { after, under, into }: PlaceInput): TaskPlace | undefined {
  const given = [after, under, into].filter((place) => place !== undefined);
  if (given.length === 0) return undefined;
  if (given.length > 1) throw new Refused('Give one of after, under and into.');
  const idOf = (name: string) => (taskById(document.roadmap, name) ?? taskNamed(document, config, name)).id;
  if (after !== undefined) return { after: idOf(after) };
  return under !== undefined ? { under: idOf(under) } : { into: groupNamed(document, into!).id };
}
