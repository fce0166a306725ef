import { cut, padEnd, printable } from '../core/views/columns.js';
import { shortHash, sayAge } from '../core/views/ages.js';
import {
  commitsJson,
  linksJson,
  taskByName,
  todosJson,
  type CommitJson,
  type CommitsJson,
  type LinkProblemJson,
  type LinksFilter,
  type LinksJson,
  type TodoJson,
  type TodosJson,
} from '../core/views/linksJson.js';
import type { Snapshot } from '../core/model/snapshot.js';
import { suggestTasks } from '../core/links/suggest.js';
import { statusSigns } from '../core/views/words.js';
import { folderAt, noRoadmap, portsOf, readWork } from '../hosts/node/project/readWork.js';
import { exit, type Io } from './io.js';
import { withPathsFrom } from '../hosts/node/project/readPlace.js';
import { Refused } from '../core/model/refused.js';

export interface LinksOptions {
  readonly path?: string;
  readonly task?: string;
  readonly unlinked?: boolean;
  readonly json?: boolean;
}

/** `roadmap-lens todos [path]`: prints the TODOs of a folder with the tasks they belong to. */
export function todos(path: string, options: LinksOptions, io: Io): Promise<number> {
  return answer(path, options, io, ['todos'], todosJson, todosText);
}

/** `roadmap-lens commits [path]`: prints the commits that belong to tasks. */
export function commits(path: string, options: LinksOptions, io: Io): Promise<number> {
  return answer(path, options, io, ['history'], commitsJson, commitsText);
}

/** `roadmap-lens links [path]`: prints tasks with their TODOs and commits, and what refers to nothing. */
export function links(path: string, options: LinksOptions, io: Io): Promise<number> {
  return answer(path, options, io, ['todos', 'history'], linksJson, linksText);
}

async function answer<T extends { readonly problems: readonly LinkProblemJson[] }>(
  path: string,
  options: LinksOptions,
  io: Io,
  wanted: readonly ('todos' | 'history')[],
  json: (snapshot: Snapshot, filter: LinksFilter) => T,
  text: (answer: T, options: LinksOptions, io: Io) => string[],
): Promise<number> {
  const snapshot = await read(path, io, wanted);
  const filter = { ...taskFilter(snapshot, options.task), unlinked: options.unlinked === true };
  const found = withSuggestions(json(snapshot, filter), snapshot, filter.unlinked);
  const problems = [...planProblems(snapshot, wanted), ...found.problems];
  if (options.json) io.out(`${JSON.stringify({ ...found, problems }, null, 2)}\n`);
  else {
    const lines = text(found, options, io);
    io.out(lines.length > 0 ? `${lines.join('\n')}\n` : '');
    if (lines.length === 0) io.err('Nothing was found.\n');
  }
  for (const { severity, message } of options.json ? [] : problems) io.err(`${severity}: ${printable(message)}\n`);
  return problems.some(({ severity }) => severity === 'error') ? exit.input : exit.ok;
}

/** Why nothing may belong to anything: there is no plan, or it could not be read. */
function planProblems({ roadmaps }: Snapshot, wanted: readonly ('todos' | 'history')[]): LinkProblemJson[] {
  const { severity: error, message: nothing } = noRoadmap;
  // TODOs are worth being listed without a plan, too.
  if (roadmaps.length === 0) return [{ severity: wanted.includes('history') ? error : 'info', message: nothing }];
  return roadmaps.flatMap(({ path, problems }) =>
    problems.flatMap(({ severity, message }) =>
      severity === 'error' ? [{ severity, message: `${path}: ${message}` }] : [],
    ),
  );
}

/** A task that a TODO or commit may belong to, with the words that they share. */
interface SuggestionJson {
  readonly id: string;
  readonly title: string;
  readonly roadmap: string;
  readonly because: readonly string[];
}

/** So many are asked about, and so many tasks are named for each. */
const maxAsked = 1_000;
const maxSuggested = 3;

/** Adds to what belongs to no task the tasks that it may belong to: `suggestions`, the likeliest first. */
function withSuggestions<T extends object>(answer: T, { roadmaps }: Snapshot, unlinked: boolean): T {
  if (!unlinked) return answer;
  let left = maxAsked;
  const asked = <E extends { readonly text?: string; readonly subject?: string }>(entry: E): E => {
    if (--left < 0) return entry;
    const suggestions = suggestTasks(entry.text ?? entry.subject ?? '', roadmaps)
      .slice(0, maxSuggested)
      .map(({ file, task, because }): SuggestionJson => ({
        id: task.id,
        title: task.title,
        roadmap: file.path,
        because,
      }));
    return { ...entry, suggestions };
  };
  const { todos: some, commits: made, unlinked: both } = answer as Partial<TodosJson & CommitsJson & LinksJson>;
  return {
    ...answer,
    ...(some ? { todos: some.map(asked) } : {}),
    ...(made ? { commits: made.map(asked) } : {}),
    ...(both ? { unlinked: { todos: both.todos.map(asked), commits: both.commits.map(asked) } } : {}),
  };
}

async function read(path: string, io: Io, wanted: readonly ('todos' | 'history')[]): Promise<Snapshot> {
  const ports = portsOf([await folderAt(path, io.cwd)]);
  const snapshot = await readWork(ports, {
    todos: wanted.includes('todos'),
    ...(wanted.includes('history') ? { history: { unlinked: Infinity } } : {}),
  });
  return withPathsFrom(io.cwd, snapshot);
}

function taskFilter(snapshot: Snapshot, name: string | undefined): LinksFilter {
  if (name === undefined) return {};
  const task = taskByName(snapshot, name);
  if (!task) throw new Refused(`No task "${name}" was found: name it by its id or its whole title.`);
  return { task };
}

function todosText({ todos: found }: TodosJson, _options: LinksOptions, io: Io): string[] {
  return found.map(({ tasks, ...todo }) => {
    const named = tasks.map(({ id, status }) => `${statusSigns[status]} ${id}`).join(', ');
    return todoLine(todo, io, named || likely(todo));
  });
}

function commitsText({ commits: found }: CommitsJson, _options: LinksOptions, io: Io): string[] {
  return found.map(({ tasks, ...commit }) =>
    commitLine(commit, io, tasks.map(({ id, closes }) => (closes ? `✓ ${id}` : id)).join(', ') || likely(commit)),
  );
}

function linksText({ tasks, unlinked, unknown }: LinksJson, options: LinksOptions, io: Io): string[] {
  const lines: string[] = [];
  for (const { id, title, status, todos: some, commits: made, branches } of tasks) {
    lines.push(`${statusSigns[status]} ${io.style.bold(printable(title))}  ${io.style.dim(printable(id))}`);
    for (const todo of some) lines.push(`    ${todoLine(todo, io)}`);
    for (const branch of branches) lines.push(`    ⎇ ${printable(branch)}`);
    for (const { closes, reverted, ...commit } of made) {
      lines.push(`    ${commitLine(commit, io, reverted ? 'reverted' : closes ? 'closes' : '')}`);
    }
  }
  for (const { id, todo, commit, candidates } of unknown) {
    const what = candidates ? `several tasks are called ${id}` : `there is no task ${id}`;
    lines.push(
      `${io.style.warn('?')} ${todo ? todoLine(todo, io) : commit ? commitLine(commit, io, '') : ''}  ${io.style.warn(what)}`,
    );
  }
  if (options.unlinked) {
    for (const todo of unlinked.todos) lines.push(todoLine(todo, io, likely(todo)));
    for (const commit of unlinked.commits) lines.push(commitLine(commit, io, likely(commit)));
  } else if (options.task === undefined && unlinked.todos.length + unlinked.commits.length > 0) {
    lines.push(
      io.style.dim(
        `${unlinked.todos.length} TODOs and ${unlinked.commits.length} commits belong to no task (--unlinked lists them)`,
      ),
    );
  }
  return lines;
}

/** The likeliest task of what belongs to none: `RL-12?` */
function likely(entry: object): string {
  const [first] = (entry as { suggestions?: readonly SuggestionJson[] }).suggestions ?? [];
  return first ? `${first.id}?` : '';
}

function todoLine({ path, line, tag, text }: TodoJson, { style }: Io, named = ''): string {
  const place = `${printable(path)}:${line}`;
  const rest = cut(`${tag} ${printable(text)}`, Math.max(20, style.columns - place.length - named.length - 6));
  return `${place}  ${rest}${named ? `  ${style.good(printable(named))}` : ''}`;
}

function commitLine({ hash, date, author, subject, branch }: CommitJson, { style }: Io, named: string): string {
  const age = sayAge(Date.parse(date) / 1000, Date.now() / 1000);
  const about = printable(`${age}, ${author}${branch === undefined ? '' : `, on ${branch}`}`);
  const rest = cut(printable(subject), Math.max(20, style.columns - about.length - named.length - 14));
  return `${shortHash(hash)} ${padEnd(rest, 20)}  ${style.dim(about)}${named ? `  ${style.good(printable(named))}` : ''}`;
}
