import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Problem } from '../../../core/model/problem.js';
import type { Snapshot } from '../../../core/model/snapshot.js';
import { defaultTags } from '../../../core/model/todo.js';
import { explain, NodeFiles } from '../files.js';
import { GitHistory } from '../git/gitHistory.js';
import { paths } from '../paths.js';
import { nodeLog, nodeScheduler } from '../process.js';
import { NodeSearch } from '../search/nodeSearch.js';
import { readActivity } from '../../../workspace/readOnce.js';
import type { TodoSettings } from '../../../workspace/todoRules.js';
import { Refused } from '../../../core/model/refused.js';

// What commands and tools need that look at roadmaps, TODOs and commits of a folder.

/** That there is no plan, and what to do about it. */
export const noRoadmap = {
  code: 'no-roadmap',
  severity: 'error',
  message:
    'No roadmap was found in this folder: create ROADMAP.md there or in docs/, or name the file in .roadmap/config.yaml under roadmaps.',
} as const satisfies Problem;

/** The folder that a person names. Throws `Refused` where it is none, or cannot be looked at. */
export async function folderAt(path: string, cwd: string): Promise<string> {
  const place = resolve(cwd, path);
  let directory: boolean;
  try {
    directory = (await stat(place)).isDirectory();
  } catch (error) {
    throw new Refused(`${path}: ${explain(error).message}`);
  }
  if (!directory) throw new Refused(`${path}: name the folder of the repository, not a file.`);
  return place;
}

/** How TODOs are looked for where no person has settings. */
export const todoSettings: TodoSettings = {
  tags: () => defaultTags,
  exclude: () => ['**/node_modules'],
  inText: () => false,
  maxFiles: () => Infinity,
};

/** Files, search and history of folders; by programs at absolute paths, where a person has chosen some. */
export function portsOf(
  folders: readonly string[],
  { git, ripgrep }: { readonly git?: string; readonly ripgrep?: string } = {},
) {
  return {
    files: new NodeFiles(folders),
    scheduler: nodeScheduler,
    log: nodeLog,
    search: new NodeSearch({
      log: nodeLog,
      ...(git === undefined ? {} : { git }),
      ...(ripgrep === undefined ? {} : { ripgrep: [ripgrep] }),
    }),
    history: new GitHistory({ log: nodeLog, ...(git === undefined ? {} : { program: git }) }),
  };
}

/** The same for the folders of a snapshot. */
export function portsFor({ folders }: Pick<Snapshot, 'folders'>): ReturnType<typeof portsOf> {
  return portsOf(folders.map(({ uri }) => paths.pathOf(uri)));
}

/** TODOs, and the commits that belong to tasks. */
export const allWork = { todos: true, history: { unlinked: 0 } } as const;

/**
 * Reads the roadmaps of a folder, and its TODOs and commits as far as they are wanted. `unlinked`: how many commits that belong to no task
 * are kept.
 */
export function readWork(
  ports: ReturnType<typeof portsOf>,
  wanted: { readonly todos: boolean; readonly history?: { readonly unlinked: number } },
): Promise<Snapshot> {
  return readActivity(
    ports,
    { files: () => [] },
    { ...(wanted.todos ? { todos: todoSettings } : {}), ...(wanted.history ? { history: wanted.history } : {}) },
  );
}
