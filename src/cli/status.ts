import { constants, existsSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Problem } from '../core/model/problem.js';
import type { RoadmapFile, Snapshot } from '../core/model/snapshot.js';
import { problemJson, statusJson } from '../core/views/statusJson.js';
import type { ProblemJson } from '../core/views/statusSchema.js';
import { printable } from '../core/views/columns.js';
import { problemsLine, statusText } from '../core/views/statusText.js';
import { emptyConfig } from '../core/model/config.js';
import { explain, NodeFiles } from '../hosts/node/files.js';
import { paths } from '../hosts/node/paths.js';
import { nodeLog, nodeScheduler } from '../hosts/node/process.js';
import { readFileAlone, readFolders } from '../workspace/readOnce.js';
import { exit, type Io } from './io.js';

export interface StatusOptions {
  readonly json?: boolean;
}

/** `roadmap-lens status [path]`: prints where the roadmaps of a folder, or one roadmap, stand. */
export async function status(path: string, { json = false }: StatusOptions, io: Io): Promise<number> {
  const place = resolve(io.cwd, path);
  const read = await readPlace(place);
  const problems = read.problems.map((problem) => problemJson(path, problem, undefined));
  // Paths as they can be opened from here.
  const named = <T extends { uri: string }>(file: T) => ({ ...file, path: paths.from(io.cwd, paths.pathOf(file.uri)) });
  const roadmaps = (read.snapshot?.roadmaps ?? []).map(named);
  const configs = (read.snapshot?.configs ?? []).map(named);
  for (const { path: name, problems: found, lines } of configs) {
    for (const problem of found) problems.push(problemJson(name, problem, lines));
  }
  const inFiles = roadmaps.flatMap((file) =>
    file.problems.map((problem) => problemJson(file.path, problem, file.lines)),
  );
  const all = [...problems, ...inFiles];
  if (json) {
    const aliases = (file: RoadmapFile) =>
      (configs.find(({ folder }) => folder.uri === file.folder.uri)?.config ?? emptyConfig).aliases;
    io.out(`${JSON.stringify(statusJson(roadmaps, aliases, problems), null, 2)}\n`);
  } else {
    const texts = roadmaps.map((file) => `${statusText(file, io.style).join('\n')}\n`);
    io.out(texts.join('\n'));
    report(all, io);
  }
  return all.some(({ severity }) => severity === 'error') ? exit.input : exit.ok;
}

/** Errors with place and remedy, one a line; warnings as a count, named where there are few. */
function report(problems: readonly ProblemJson[], io: Io): void {
  if (problems.length === 0) return;
  const few = problems.length <= 5;
  for (const { path, line, severity, message } of problems) {
    if (severity !== 'error' && !few) continue;
    io.err(`${printable(`${path ?? ''}${line === null ? '' : `:${line}`}: ${severity}: ${message}`)}\n`);
  }
  if (!few) io.err(`problems: ${problemsLine(problems)} (all of them: --json)\n`);
}

interface Place {
  readonly snapshot?: Snapshot;
  readonly problems: readonly Problem[];
}

async function readPlace(place: string): Promise<Place> {
  let directory: boolean;
  try {
    directory = (await stat(place)).isDirectory();
    if (directory) await access(place, constants.R_OK | constants.X_OK);
  } catch (error) {
    const message =
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'There is no such file or directory: check the path.'
        : explain(error);
    return { problems: [{ code: 'cannot-read', severity: 'error', message }] };
  }
  if (!directory) {
    const uri = paths.uriOf(place);
    const files = new NodeFiles([folderAbove(place)], new Set([uri]));
    return { snapshot: await readFileAlone(files, files.folders()[0]!, uri), problems: [] };
  }
  const ports = { files: new NodeFiles([place]), scheduler: nodeScheduler, log: nodeLog };
  const snapshot = await readFolders(ports, { files: [] });
  const nothing: Problem = {
    code: 'no-roadmap',
    severity: 'error',
    message: `No roadmap was found in this folder: create ROADMAP.md there or in docs/, or name the file in .roadmap/config.yaml under roadmaps.`,
  };
  return { snapshot, problems: snapshot.roadmaps.length === 0 ? [nothing] : [] };
}

/** The folder whose configuration counts for a file: the nearest above it with one, or with a repository, else its own. */
function folderAbove(file: string): string {
  const own = dirname(file);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.roadmap')) || existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return own;
  }
}
