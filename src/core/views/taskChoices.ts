import { taskLookup, type TaskRef } from '../links/taskLookup.js';
import type { Snapshot } from '../model/snapshot.js';
import { listTasks, type TaskEntry } from './taskList.js';
import { statusSigns } from './words.js';

/** So many tasks are offered or found at once. */
export const mostTasks = 500;

/** Tasks that were looked for. */
export interface FoundTasks {
  readonly entries: readonly TaskEntry[];
  /** There are more, which further letters would find. */
  readonly isIncomplete: boolean;
}

/** The tasks whose id and title hold the letters of a query in order, in the order of the plan. */
export function searchTasks(snapshot: Snapshot, query: string, most = mostTasks): FoundTasks {
  return firstOf(listTasks(snapshot), query, most);
}

/** Where an id is to be written. */
export interface ChoiceScope {
  /** The folder's URI. */
  readonly folder: string;
  /** Of the file, relative to the folder; empty for a commit's message. */
  readonly path: string;
  /** A roadmap whose own tasks are meant, without those that hold this offset: a task does not depend on itself. */
  readonly dependent?: { readonly uri: string; readonly offset: number };
}

/**
 * The tasks that a reference at a place may name, by their ids and as far as they hold the letters of `typed`: the preferred one
 * first, then what is open, what is done, and what was cancelled, each in the order of the plan.
 */
export function taskChoices(
  snapshot: Snapshot,
  { folder, path, dependent }: ChoiceScope,
  typed: string,
  preferred?: TaskRef,
  most = mostTasks,
): FoundTasks {
  const lookup = taskLookup(snapshot);
  const fits = ({ file, task }: TaskEntry) => {
    if (file.folder.uri !== folder) return false;
    if (dependent)
      return file.uri === dependent.uri && !(task.span.start <= dependent.offset && dependent.offset <= task.span.end);
    // The id of a task that is further away than another of that id would mean the other.
    const found = lookup.resolve({ raw: task.id, form: 'argument' }, { folder, path });
    return found.kind !== 'task' || (found.target.uri === file.uri && found.target.id === task.id);
  };
  const rank = ({ file, task, status }: TaskEntry) => {
    if (preferred && preferred.uri === file.uri && preferred.id === task.id) return 0;
    return status === 'cancelled' ? 3 : status === 'done' ? 2 : 1;
  };
  const entries = listTasks(snapshot).filter(fits);
  return firstOf(
    entries.sort((a, b) => rank(a) - rank(b)),
    typed,
    most,
  );
}

/** `○ Release › Labels`: how a task stands, and where in the plan. */
export function sayPlace({ status, path }: TaskEntry): string {
  return [statusSigns[status], path.join(' › ')].filter((part) => part !== '').join(' ');
}

/** What a task is found by: its id, and its title. */
export function searchText({ task }: TaskEntry): string {
  return `${task.id} ${task.title}`;
}

function firstOf(all: readonly TaskEntry[], query: string, most: number): FoundTasks {
  const letters = query.toLowerCase().match(/\S/gu) ?? [];
  const found = all.filter((entry) => inOrder(letters, searchText(entry).toLowerCase()));
  return { entries: found.slice(0, most), isIncomplete: found.length > most };
}

function inOrder(letters: readonly string[], text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return true;
}
