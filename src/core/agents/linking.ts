import { resolveTodos } from '../links/links.js';
import type { EditResult, TodoChange } from '../model/edit.js';
import { Refused } from '../model/refused.js';
import type { Snapshot } from '../model/snapshot.js';
import { unifiedDiff } from '../text/unifiedDiff.js';
import { activityOf, placeTodo, type PlacedTodo } from '../views/activity.js';
import { printable } from '../views/columns.js';
import type { TaskEntry } from '../views/taskList.js';
import type { Answer } from './answer.js';
import { tidyPath } from './filePath.js';
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

/** The TODO at a place that says what was read. Throws `Refused` where there is none. */
export function todoAt(snapshot: Snapshot, { path, line, text }: LinkInput): PlacedTodo {
  if (path === undefined || line === undefined || text === undefined)
    throw new Refused('Name a TODO by path, line and text; for a commit give none of them.');
  const tidy = tidyPath(path);
  const file = [...snapshot.todos.files.values()].find((one) => one.path === tidy);
  if (!file)
    throw new Refused(`${path} is no file of this folder with TODOs: name it relative to the folder, with "/".`);
  const standing = file.places.flatMap(({ range }, index) => {
    const covers = range.start.line <= line - 1 && line - 1 <= range.end.line;
    const placed = covers ? placeTodo(snapshot, { uri: file.uri, index }) : undefined;
    return placed ? [placed] : [];
  });
  if (standing.length === 0) {
    const lines = file.places.map(({ range }) => range.start.line + 1);
    throw new Refused(`No TODO stands in ${tidy}:${line}; there are some in lines ${lines.slice(0, 20).join(', ')}.`);
  }
  const found = standing.find((placed) => says(placed, text));
  if (found) return found;
  const there = standing.map(({ title }) => `"${short(title, 200)}"`).join(' and ');
  throw new Refused(
    `The TODO in ${tidy}:${line} says ${there}: read the file again, and give the whole text of the one that is meant.`,
  );
}

/** Whether a TODO is the one that was read: its text, whole or cut as answers cut it, alone or as the comment that it stands in. */
function says({ todo: { tag, text }, title }: PlacedTodo, given: string): boolean {
  const comment = new RegExp(`^.*?${tag.replace(/[^\w@]/g, '\\$&')}(?:\\s*[([][^)\\]]*[)\\]])?\\s*:?`, 'i');
  const texts = [given, given.replace(comment, '')];
  const ended = texts.map((one) => one.replace(/(?:\*\/|-->|\*\)|#>|-\})\s*$/, ''));
  const read = new Set([...texts, ...ended].map(squeezed));
  // The tag alone is all that is read of a TODO without text.
  const wanted = text === '' ? ['', tag] : [text, short(text), ...(title === tag ? [] : [title, short(title)])];
  return squeezed(given) !== '' && wanted.map(squeezed).some((one) => read.has(one));
}

/** Blanks may be as they like: a text that goes on in the next line is told in one. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
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

/** The beginning of a hash as it is compared. Throws `Refused` where it is none. */
export function hashPrefix(commit: string): string {
  if (!/^[0-9a-f]{4,64}$/i.test(commit))
    throw new Refused(`"${commit}" is no hash of a commit: give at least its first 4 digits.`);
  return commit.toLowerCase();
}

/** Commits of a repository whose hash begins alike. */
export interface FoundCommits {
  readonly hashes: readonly string[];
  /** Older commits are not in this clone. */
  readonly shallow: boolean;
}

/**
 * Says how a commit comes to belong to a task. History is never rewritten: a commit that does not name the task stays as it is, and one to be made names
 * it by a trailer. `git`: what git knows of the hash, where it was asked; undefined where there is no history.
 */
export function commitLinkAnswer(
  snapshot: Snapshot,
  entry: TaskEntry,
  { commit, dryRun = false }: LinkInput,
  { template = branchTemplate, ...asked }: { readonly template?: string; readonly git?: FoundCommits | undefined },
): Answer<LinkAnswerJson> {
  const { id } = entry.task;
  const work = workOn(snapshot, entry, template);
  const next = `end the message of the next commit with the line "${work.trailer}" (git commit --trailer "${work.trailer}")`;
  const say = (linked: boolean, message: string) =>
    answer({ schemaVersion: 1, task: id, linked, changed: false, dryRun, ...work, message });
  if (commit === undefined) return say(false, `To tie a commit to ${id}, ${next}.`);
  const prefix = hashPrefix(commit);
  const fits = ({ hash }: { readonly hash: string }) => hash.startsWith(prefix);
  const known = snapshot.histories.flatMap(({ commits }) => commits.filter(fits).map(({ hash }) => hash));
  const hashes = [...new Set([...known, ...(asked.git?.hashes ?? [])])];
  if (hashes.length > 1) {
    const some = hashes.slice(0, 5).map((hash) => hash.slice(0, 16));
    throw new Refused(`Several commits begin with ${commit}, so give more digits: ${some.join(', ')}.`);
  }
  if (activityOf(snapshot, entry.file.uri, id).commits.some((one) => fits(one.commit)))
    return say(true, `Commit ${commit} belongs to ${id} already.`);
  if (hashes.length === 1)
    return say(false, `Commit ${commit} is none of those that name ${id}, and stays as it is: ${next}.`);
  const hasHistory =
    'git' in asked ? asked.git !== undefined : snapshot.histories.some(({ state }) => state === 'ready');
  if (!hasHistory) {
    const [problem] = snapshot.histories.flatMap(({ problems }) => problems);
    const why = problem ? ` (${problem.message.replace(/\.$/, '')})` : '';
    return say(false, `There is no history here to find commit ${commit} in${why}. To tie a commit to ${id}, ${next}.`);
  }
  const where =
    'git' in asked
      ? asked.git?.shallow
        ? 'is not in this clone, which is shallow: run git fetch --unshallow to have older ones'
        : 'is not in this repository: look at git log'
      : `is not known here, where those that name tasks are: look at git log`;
  return say(false, `Commit ${commit} ${where}. To tie a commit to ${id}, ${next}.`);
}

function answer(structured: LinkAnswerJson): Answer<LinkAnswerJson> {
  const { message, diff } = structured;
  return {
    structured,
    text: [printable(message), ...(diff === undefined ? [] : [diff.split('\n').map(printable).join('\n')])].join('\n'),
  };
}
