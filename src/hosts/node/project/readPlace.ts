import { constants, existsSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Problem } from '../../../core/model/problem.js';
import type { Snapshot } from '../../../core/model/snapshot.js';
import { explain, NodeFiles } from '../files.js';
import { paths } from '../paths.js';
import { nodeLog, nodeScheduler } from '../process.js';
import { readFileAlone, readFolders } from '../../../workspace/readOnce.js';
import { noRoadmap } from './readWork.js';

/** What a path leads to. */
interface Place {
  readonly snapshot?: Snapshot;
  readonly problems: readonly Problem[];
}

/** Reads the roadmaps of a folder, or one roadmap, by a path as a person gives it. */
export async function readPlace(path: string, cwd: string): Promise<Place> {
  const place = resolve(cwd, path);
  let directory: boolean;
  try {
    directory = (await stat(place)).isDirectory();
    if (directory) await access(place, constants.R_OK | constants.X_OK);
  } catch (error) {
    return { problems: [explain(error)] };
  }
  if (!directory) {
    const uri = paths.uriOf(place);
    const files = new NodeFiles([folderAbove(place)], new Set([uri]));
    return { snapshot: await readFileAlone(files, files.folders()[0]!, uri), problems: [] };
  }
  const ports = { files: new NodeFiles([place]), scheduler: nodeScheduler, log: nodeLog };
  const snapshot = await readFolders(ports, { files: () => [] });
  return { snapshot, problems: snapshot.roadmaps.length + snapshot.folderProblems.length === 0 ? [noRoadmap] : [] };
}

/** The folder whose configuration counts for a file: the nearest above it with one, or with a repository, else its own. */
function folderAbove(file: string): string {
  const own = dirname(file);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.roadmap')) || existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return own;
  }
}

/** A snapshot with paths as they can be opened from a directory. */
export function withPathsFrom(cwd: string, snapshot: Snapshot): Snapshot {
  const pathFrom = (uri: string) => paths.from(cwd, paths.pathOf(uri));
  const file = <T extends { readonly uri: string }>(one: T) => ({ ...one, path: pathFrom(one.uri) });
  return {
    ...snapshot,
    roadmaps: snapshot.roadmaps.map(file),
    configs: snapshot.configs.map(file),
    todos: { ...snapshot.todos, files: new Map([...snapshot.todos.files].map(([uri, one]) => [uri, file(one)])) },
    folderProblems: snapshot.folderProblems.map((folder) => ({
      ...folder,
      problems: folder.problems.map((problem) => {
        const place = problem.path === '' ? folder.uri : `${folder.uri}/${problem.path}`;
        return { ...problem, path: pathFrom(place) };
      }),
    })),
  };
}
