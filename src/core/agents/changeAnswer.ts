import { addedTask } from '../edits/planAddition.js';
import { reopened, type EditedDocument } from '../edits/planEdit.js';
import type { EditResult, TextEdit } from '../model/edit.js';
import { Refused } from '../model/refused.js';
import { tasksOf, type Task } from '../model/roadmap.js';
import type { Snapshot } from '../model/snapshot.js';
import { LineIndex } from '../model/span.js';
import { idKey } from '../references/taskId.js';
import { unifiedDiff } from '../text/unifiedDiff.js';
import { printable } from '../views/columns.js';
import { placedTasks } from '../views/taskList.js';
import type { Answer } from './answer.js';
import type { UpdateInput } from './changes.js';
import { cutDiff, mostLines } from './cutDiff.js';
import type { ReadableFile } from './findTasks.js';
import { branchTemplate, workOn } from './getTask.js';
import { sayBrief, taskBrief, type TaskBriefJson } from './taskJson.js';

/** What a change came to, as versioned JSON. Lines are 1-based. */
export interface ChangeAnswerJson {
  readonly schemaVersion: 1;
  readonly roadmap: string;
  /** Whether the file says something else now, or would. */
  readonly changed: boolean;
  readonly dryRun: boolean;
  /** Those of the file as it was, the first of them. */
  readonly lines: readonly number[];
  /** How many others there are. */
  readonly moreLines?: number;
  /** Another file that is changed with it: old ids are recorded in the configuration. */
  readonly also?: string;
  /** The task as it is now, or would be; absent where it is removed. */
  readonly task?: TaskBriefJson;
  /** What would change, cut where it is long; absent where it was changed. */
  readonly diff?: string;
  /** What to work on it in, where it was taken. */
  readonly branch?: string;
  readonly trailer?: string;
  /** Why nothing changed. */
  readonly message?: string;
}

/** Edits of another file. */
export interface FileChange {
  readonly path: string;
  /** As it is; empty where it is made. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** What was planned, and for what. */
export interface Planned {
  readonly snapshot: Snapshot;
  readonly file: ReadableFile;
  /** The roadmap before. */
  readonly document: EditedDocument;
  readonly planned: EditResult;
  /** What is changed with it. */
  readonly also?: FileChange;
  readonly dryRun: boolean;
  /** How branches are named. */
  readonly template?: string;
}

/** Says what a change of a task came to; `id` is that of the task before. Throws `Refused` where it could not be made. */
export function updateAnswer(planned: Planned, id: string, input: UpdateInput): Answer<ChangeAnswerJson> {
  const { document } = planned;
  const place = [...tasksOf(document.roadmap)].findIndex((task) => task.id === id);
  const taskAfter = ({ roadmap }: EditedDocument) => {
    if (input.remove) return undefined;
    const tasks = [...tasksOf(roadmap)];
    if (input.after === undefined && input.under === undefined && input.into === undefined) return tasks[place];
    const before = [...tasksOf(document.roadmap)][place]!;
    const [key, title] = [idKey(input.id ?? id), input.title ?? before.title];
    return tasks.find((task) => idKey(task.id) === key) ?? tasks.find((task) => task.title === title);
  };
  return answer(planned, taskAfter, input.status !== undefined);
}

/** Says what an addition came to. Throws `Refused` where it could not be made. */
export function additionAnswer(planned: Planned): Answer<ChangeAnswerJson> {
  const { planned: made } = planned;
  return answer(planned, (after) => (made.ok ? addedTask(after, made) : undefined), false);
}

function answer(
  { snapshot, file, document, planned, also, dryRun, template = branchTemplate }: Planned,
  taskAfter: (after: EditedDocument) => Task | undefined,
  claims: boolean,
): Answer<ChangeAnswerJson> {
  if (!planned.ok && planned.code !== 'unchanged') throw new Refused(planned.message);
  const { text } = planned.ok ? planned : document;
  const after = planned.ok ? reopened(document, text) : document;
  const wanted = taskAfter(after)?.id;
  const placed = [...placedTasks(after.roadmap)].find(({ task }) => task.id === wanted);
  const before = new LineIndex(document.text);
  const edits = planned.ok ? planned.edits : [];
  const lines = [...new Set(edits.map(({ span }) => before.lineAt(span.start) + 1))];
  const diff =
    dryRun && planned.ok
      ? unifiedDiff(file.path, document.text, edits) + (also ? unifiedDiff(also.path, also.text, also.edits) : '')
      : undefined;
  const structured: ChangeAnswerJson = {
    schemaVersion: 1,
    roadmap: file.path,
    changed: planned.ok,
    dryRun,
    lines: lines.slice(0, mostLines),
    ...(lines.length > mostLines ? { moreLines: lines.length - mostLines } : {}),
    ...(also ? { also: also.path } : {}),
    ...(placed ? { task: taskBrief({ ...placed, file: { path: file.path, lines: new LineIndex(text) } }) } : {}),
    ...(diff === undefined ? {} : { diff: cutDiff(diff) }),
    ...(claims && placed?.task.status === 'doing' ? workOn(snapshot, { file, task: placed.task }, template) : {}),
    ...(planned.ok ? {} : { message: planned.message }),
  };
  return { structured, text: say(structured), ...(diff === undefined ? {} : { diff }) };
}

function say({
  roadmap,
  changed,
  dryRun,
  lines,
  moreLines,
  task,
  diff,
  branch,
  trailer,
  message,
}: ChangeAnswerJson): string {
  const others = moreLines === undefined ? '' : ` and ${moreLines} more lines`;
  const head = message ?? `${dryRun ? 'Would change' : 'Changed'} ${roadmap}:${lines.join(',')}${others}`;
  const parts = [
    printable(changed || message === undefined ? head : `Nothing to change: ${head}`),
    ...(task ? [sayBrief(task)] : []),
    ...(branch === undefined ? [] : [printable(`work on branch ${branch}, end commit messages with "${trailer}"`)]),
    ...(diff === undefined ? [] : [diff.split('\n').map(printable).join('\n')]),
  ];
  return parts.join('\n');
}
