import { emptySnapshot, type Snapshot } from '../core/model/snapshot.js';
import { problemJson, statusJson } from '../core/views/statusJson.js';
import type { ProblemJson } from '../core/views/statusSchema.js';
import { printable } from '../core/views/columns.js';
import { problemsLine, statusText } from '../core/views/statusText.js';
import { paths } from '../hosts/node/paths.js';
import { exit, type Io } from './io.js';
import { readPlace } from './place.js';

export interface StatusOptions {
  readonly json?: boolean;
}

/** `roadmap-lens status [path]`: prints where the roadmaps of a folder, or one roadmap, stand. */
export async function status(path: string, { json = false }: StatusOptions, io: Io): Promise<number> {
  const read = await readPlace(path, io.cwd);
  const problems = read.problems.map((problem) => problemJson(path, problem, undefined));
  const snapshot = named(read.snapshot ?? emptySnapshot, io.cwd);
  const answer = statusJson(snapshot, problems);
  const all = [...answer.problems, ...answer.roadmaps.flatMap((roadmap) => roadmap.problems)];
  if (json) io.out(`${JSON.stringify(answer, null, 2)}\n`);
  else {
    const texts = snapshot.roadmaps.map((file) => `${statusText(file, io.style).join('\n')}\n`);
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

/** A snapshot with paths as they can be opened from here. */
function named(snapshot: Snapshot, cwd: string): Snapshot {
  const pathFrom = (uri: string) => paths.from(cwd, paths.pathOf(uri));
  const file = <T extends { uri: string }>(one: T) => ({ ...one, path: pathFrom(one.uri) });
  return {
    ...snapshot,
    roadmaps: snapshot.roadmaps.map(file),
    configs: snapshot.configs.map(file),
    folderProblems: snapshot.folderProblems.map((folder) => ({
      ...folder,
      problems: folder.problems.map((problem) => {
        const place = problem.path === '' ? folder.uri : `${folder.uri}/${problem.path}`;
        return { ...problem, path: pathFrom(place) };
      }),
    })),
  };
}
