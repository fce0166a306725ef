import type { Commit, FolderHistory } from '../../src/core/model/history.js';
import type { Config } from '../../src/core/model/config.js';
import { emptySnapshot, type RoadmapFile, type Snapshot } from '../../src/core/model/snapshot.js';
import { LineIndex } from '../../src/core/model/span.js';
import type { Todo, TodoFile } from '../../src/core/model/todo.js';
import { branchMentions } from '../../src/core/references/branchName.js';
import { readCommitMessage } from '../../src/core/references/commitMessage.js';
import { read } from './check.js';
import { snapshotOf } from './views.js';

/** The folder that all of these are in. */
export const folder = { uri: 'file:///work', name: 'work' };

/** A Markdown roadmap. */
export function roadmap(path: string, text: string): RoadmapFile {
  return { uri: `${folder.uri}/${path}`, folder, path, lines: new LineIndex(text), roadmap: read(text), problems: [] };
}

/** A file with TODOs, each naming what is given; an empty one names nothing. */
export function todoFile(path: string, ...raws: string[]): TodoFile {
  const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const todos = raws.map((raw): Todo => ({ tag: 'TODO', text: 'x', mentions: raw ? [{ raw, form: 'argument' }] : [] }));
  const places = todos.map(({ mentions }) => ({ range: place, tag: place, mentions: mentions.map(() => place) }));
  return { uri: `${folder.uri}/${path}`, folder, path, todos, places, approximate: false };
}

/** A commit as it would be read. */
export function commit(hash: string, subject: string, body = '', time = 0): Commit {
  return {
    hash: hash.padEnd(40, '0'),
    author: 'Ada',
    email: 'ada@example.com',
    time,
    subject,
    ...readCommitMessage(subject, body),
  };
}

function history(commits: readonly Commit[], branches: readonly string[] = []): FolderHistory {
  return {
    uri: folder.uri,
    folder,
    state: 'ready',
    commits,
    total: commits.length,
    branches: branches.map((name) => ({ name, hash: '', current: false, mentions: branchMentions(name) })),
    problems: [],
  };
}

/** A snapshot of all that. */
export function workspace(
  roadmaps: readonly RoadmapFile[],
  parts: {
    todos?: readonly TodoFile[];
    commits?: readonly Commit[];
    branches?: readonly string[];
    config?: Partial<Config>;
  } = {},
): Snapshot {
  const { todos = [], commits = [], branches = [], config } = parts;
  return {
    ...emptySnapshot,
    ...snapshotOf(roadmaps, config),
    folders: [folder],
    todos: { files: new Map(todos.map((file) => [file.uri, file])), meaning: {}, scans: [] },
    histories: [history(commits, branches)],
  };
}
