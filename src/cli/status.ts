import type { RoadmapFile } from '../core/model/snapshot.js';
import { statusJson } from '../core/views/statusJson.js';
import type { ProblemJson } from '../core/views/statusSchema.js';
import { cut, padEnd, printable, width } from '../core/views/columns.js';
import { problemsLine, statusText } from '../core/views/statusText.js';
import { explainProgress } from '../core/views/explainProgress.js';
import { timingOf } from '../core/views/timing.js';
import { statusSigns } from '../core/views/words.js';
import { exit, type Io } from './io.js';
import { readPlan } from './readPlan.js';
import { countsFromFirstCommit, today } from '../hosts/node/project/planHistories.js';

export interface StatusOptions {
  readonly json?: boolean;
  /** Prints the leaves that each figure counts. */
  readonly explain?: boolean;
}

/** `roadmap-lens status [path]`: prints where the roadmaps of a folder, or one roadmap, stand. */
export async function status(path: string, { json = false, explain = false }: StatusOptions, io: Io): Promise<number> {
  const day = today();
  // Where a relative window counts from the first commit, that must be known; git is not asked for anything else.
  const { snapshot, ofPath } = await readPlan(path, io, countsFromFirstCommit);
  const answer = statusJson(snapshot, ofPath, day);
  const all = [...answer.problems, ...answer.roadmaps.flatMap((roadmap) => roadmap.problems)];
  if (json) io.out(`${JSON.stringify(answer, null, 2)}\n`);
  else {
    const texts = snapshot.roadmaps.map(
      (file) =>
        `${[...statusText(file, io.style, timingOf(snapshot, file, day)), ...(explain ? explanation(file, io) : [])].join('\n')}\n`,
    );
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

/** Every task that counts, with its status and what it weighs. */
function explanation({ roadmap }: RoadmapFile, { style }: Io): string[] {
  if (!roadmap) return [];
  const { title, leaves } = explainProgress(roadmap, roadmap);
  const longest = (pick: (leaf: (typeof leaves)[number]) => string) =>
    leaves.reduce((most, leaf) => Math.max(most, width(pick(leaf))), 0);
  const names = Math.max(
    20,
    Math.min(
      longest(({ task }) => printable(task.title)),
      style.columns - 8 - longest(({ text }) => text),
    ),
  );
  return [
    `  ${title}`,
    ...leaves.map(
      ({ task, text }) =>
        `    ${statusSigns[task.status]} ${padEnd(cut(printable(task.title), names), names)}  ${style.dim(cut(text, style.columns - names - 8))}`,
    ),
  ];
}
