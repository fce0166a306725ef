import { resolveTodos } from '../links/links.js';
import type { EditResult, TodoChange } from '../model/edit.js';
import { Refused } from '../model/refused.js';
import type { Snapshot } from '../model/snapshot.js';
import { unifiedDiff } from '../text/unifiedDiff.js';
import { activityOf, placeTodo, type PlacedTodo } from '../views/activity.js';
import { printable } from '../views/columns.js';
import type { TaskEntry } from '../views/taskList.js';
import type { Answer } from './answer.js';
import { short } from './short.js';
import { branchTemplate, workOn } from './getTask.js';

/** What is to be tied to a task: a TODO by its place, or a commit. */
export interface LinkInput {
  readonly task: string;
  readonly roadmap?: string;
  /** Of the file with the TODO. */
  readonly path?: string;
  /** Of the TODO, from 1. */
  readonly line?: number;
  /** What the TODO says, as it was read. */
  readonly text?: string;
  /** A hash, or its beginning. */
  readonly commit?: string;
  readonly dryRun?: boolean;
}

/** What a link came to, as versioned JSON. */
export interface LinkAnswerJson {
  readonly schemaVersion: 1;
  readonly task: string;
  /** Whether it belongs to the task now. */
  readonly linked: boolean;
  /** Whether a file was changed, or would be. */
  readonly changed: boolean;
  readonly dryRun: boolean;
  /** What would change. */
  readonly diff?: string;
  readonly branch: string;
  readonly trailer: string;
  readonly message: string;
}

/** The TODO at a place. Throws `Refused` where there is none, or it says something else than was read. */
export function todoAt(snapshot: Snapshot, { path, line, text }: LinkInput): PlacedTodo {
  if (path === undefined || line === undefined || text === undefined)
    throw new Refused('Name a TODO by path, line and text; for a commit give none of them.');
  const file = [...snapshot.todos.files.values()].find((one) => one.path === path);
  if (!file)
    throw new Refused(`${path} is no file of this folder with TODOs: name it relative to the folder, with "/".`);
  const index = file.places.findIndex(({ range }) => range.start.line <= line - 1 && line - 1 <= range.end.line);
  const placed = placeTodo(snapshot, { uri: file.uri, index });
  if (!placed) {
    const lines = file.places.map(({ range }) => range.start.line + 1);
    throw new Refused(`No TODO stands in ${path}:${line}; there are some in lines ${lines.slice(0, 20).join(', ')}.`);
  }
  const said = squeezed(`${placed.todo.tag} ${placed.todo.text}`);
  const read = squeezed(text.replace(/…$/, ''));
  if (read === '' || !(said.includes(read) || read.includes(squeezed(placed.title))))
    throw new Refused(`The TODO in ${path}:${line} says "${short(placed.title)}": read the file again.`);
  return placed;
}

function squeezed(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s:]+/g, ' ')
    .trim();
}

/** The change that writes a task's id into a TODO; undefined where it belongs to the task already. */
export function linkChange(snapshot: Snapshot, { file, index }: PlacedTodo, entry: TaskEntry): TodoChange | undefined {
  const mentions = resolveTodos(snapshot, file)[index] ?? [];
  const { uri } = entry.file;
  const isThis = ({ resolution }: (typeof mentions)[number]) =>
    resolution.kind === 'task' && resolution.target.uri === uri && resolution.target.id === entry.task.id;
  if (mentions.some(isThis)) return undefined;
  const wrong = mentions.find(({ resolution }) => resolution.kind === 'unknown');
  return { kind: 'link', id: entry.task.id, ...(wrong ? { replaces: wrong.raw } : {}) };
}

/** Says what the link of a TODO came to; `planned` is absent where it was there before. Throws `Refused` where it could not be made. */
export function todoLinkAnswer(
  snapshot: Snapshot,
  entry: TaskEntry,
  { file, range }: PlacedTodo,
  planned: { readonly text: string; readonly result: EditResult } | undefined,
  { dryRun = false, template = branchTemplate }: { readonly dryRun?: boolean; readonly template?: string },
): Answer<LinkAnswerJson> {
  const result = planned?.result;
  if (result && !result.ok) throw new Refused(result.message);
  const place = `${file.path}:${range.start.line + 1}`;
  const { id } = entry.task;
  const message = !planned
    ? `The TODO in ${place} belongs to ${id} already.`
    : dryRun
      ? `Would write ${id} into the TODO in ${place}.`
      : `Wrote ${id} into the TODO in ${place}.`;
  return answer({
    schemaVersion: 1,
    task: id,
    linked: !planned || !dryRun,
    changed: planned !== undefined,
    dryRun,
    ...(planned && result && dryRun ? { diff: unifiedDiff(file.path, planned.text, result.edits) } : {}),
    ...workOn(snapshot, entry, template),
    message,
  });
}

/**
 * Says how a commit comes to belong to a task. History is never rewritten: a commit that does not name the task stays as it is, and one to be made names
 * it by a trailer.
 */
export function commitLinkAnswer(
  snapshot: Snapshot,
  entry: TaskEntry,
  { commit, dryRun = false }: LinkInput,
  template = branchTemplate,
): Answer<LinkAnswerJson> {
  const { id } = entry.task;
  const work = workOn(snapshot, entry, template);
  if (commit !== undefined && !/^[0-9a-f]{4,64}$/i.test(commit))
    throw new Refused(`"${commit}" is no hash of a commit: give at least its first 4 digits.`);
  const { commits } = activityOf(snapshot, entry.file.uri, entry.task.id);
  const linked = commit !== undefined && commits.some((one) => one.commit.hash.startsWith(commit.toLowerCase()));
  const next = `end the message of the next commit with the line "${work.trailer}" (git commit --trailer "${work.trailer}")`;
  const message = linked
    ? `Commit ${commit} belongs to ${id} already.`
    : commit === undefined
      ? `To tie a commit to ${id}, ${next}.`
      : `Commit ${commit} does not name ${id}, and no history is rewritten: ${next}. If it is your last one and not pushed, you may amend it yourself: git commit --amend --no-edit --trailer "${work.trailer}"`;
  return answer({ schemaVersion: 1, task: id, linked, changed: false, dryRun, ...work, message });
}

function answer(structured: LinkAnswerJson): Answer<LinkAnswerJson> {
  const { message, diff } = structured;
  return {
    structured,
    text: [printable(message), ...(diff === undefined ? [] : [diff.split('\n').map(printable).join('\n')])].join('\n'),
  };
}
