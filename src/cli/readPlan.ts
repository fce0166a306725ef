import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { nodesOf } from '../core/model/roadmap.js';
import { emptySnapshot, type RoadmapFile, type Snapshot } from '../core/model/snapshot.js';
import { dayOf } from '../core/values/day.js';
import { printable } from '../core/views/columns.js';
import { problemJson, statusJson } from '../core/views/statusJson.js';
import type { ProblemJson } from '../core/views/statusSchema.js';
import { NodeFiles } from '../hosts/node/files.js';
import { GitHistory } from '../hosts/node/git/gitHistory.js';
import { paths } from '../hosts/node/paths.js';
import { nodeLog, nodeScheduler } from '../hosts/node/process.js';
import { Cancellation } from '../workspace/cancellation.js';
import { readPlanHistories } from '../workspace/readOnce.js';
import type { Io } from './io.js';
import { readPlace, withPathsFrom } from './place.js';

/** What was read of a folder or a roadmap, with what was wrong on the way. */
export interface ReadPlan {
  /** With paths as they can be opened from the current directory; empty where there is nothing of the kind. */
  readonly snapshot: Snapshot;
  /** The same with paths as they are in their folders. */
  readonly inFolders: Snapshot;
  /** Of the path itself, such as that there is no such file. */
  readonly ofPath: readonly ProblemJson[];
  /** Those, those of the configuration and of folders, and why roadmaps could not be read as a whole. */
  readonly problems: readonly ProblemJson[];
}

/** Reads the roadmaps of a path, with all their versions where `wanted` says so. */
export async function readPlan(
  path: string,
  io: Pick<Io, 'cwd' | 'progress'>,
  wanted: (snapshot: Snapshot) => boolean = () => true,
): Promise<ReadPlan> {
  const read = await readPlace(path, io.cwd);
  const ofPath = read.problems.map((problem) => problemJson(path, problem, undefined));
  if (!read.snapshot) return { snapshot: emptySnapshot, inFolders: emptySnapshot, ofPath, problems: ofPath };
  const inFolders = wanted(read.snapshot) ? await withHistories(path, io, read.snapshot) : read.snapshot;
  const snapshot = withPathsFrom(io.cwd, inFolders);
  const { problems } = statusJson({ ...snapshot, roadmaps: [] }, ofPath);
  const unread = snapshot.roadmaps.flatMap((file) =>
    file.problems.flatMap((problem) =>
      problem.severity === 'error' ? problemJson(file.path, problem, file.lines) : [],
    ),
  );
  return { snapshot, inFolders, ofPath, problems: [...problems, ...unread] };
}

/** The same snapshot with the history of its roadmaps. */
export async function withHistories(
  path: string,
  { cwd, progress }: Pick<Io, 'cwd' | 'progress'>,
  snapshot: Snapshot,
): Promise<Snapshot> {
  const place = resolve(cwd, path);
  const folder = (await stat(place)).isDirectory() ? place : dirname(place);
  const folders = snapshot.folders.length > 0 ? snapshot.folders.map(({ uri }) => paths.pathOf(uri)) : [folder];
  const ports = {
    files: new NodeFiles(folders),
    scheduler: nodeScheduler,
    log: nodeLog,
    history: new GitHistory({ log: nodeLog }),
  };
  const tell = (file: RoadmapFile, done: number, total: number) =>
    progress?.report(`reading the history of ${printable(file.path)}`, done, total);
  try {
    const planHistories = await readPlanHistories(ports, snapshot, '', new Cancellation(), undefined, tell);
    return { ...snapshot, planHistories };
  } finally {
    progress?.end();
  }
}

/** Whether something of a roadmap is planned by weeks or months whose beginning its text does not say. */
export function countsFromFirstCommit({ roadmaps }: Snapshot): boolean {
  return roadmaps.some(({ roadmap }) => {
    if (!roadmap || roadmap.facts.generatedDate) return false;
    return nodesOf(roadmap).some(({ window }) => window !== undefined && window.basis !== 'calendar');
  });
}

/** The day it is here, as days since 1970. */
export function today(): number {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
