import { emptySnapshot, type Snapshot } from '../core/model/snapshot.js';
import { problemJson, statusJson } from '../core/views/statusJson.js';
import type { ProblemJson } from '../core/views/statusSchema.js';
import type { Io } from './io.js';
import { withHistories } from '../hosts/node/project/planHistories.js';
import { readPlace, withPathsFrom } from '../hosts/node/project/readPlace.js';

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
  const inFolders = wanted(read.snapshot) ? await withHistories(read.snapshot, io.progress) : read.snapshot;
  const snapshot = withPathsFrom(io.cwd, inFolders);
  const { problems } = statusJson({ ...snapshot, roadmaps: [] }, ofPath);
  const unread = snapshot.roadmaps.flatMap((file) =>
    file.problems.flatMap((problem) =>
      problem.severity === 'error' ? problemJson(file.path, problem, file.lines) : [],
    ),
  );
  return { snapshot, inFolders, ofPath, problems: [...problems, ...unread] };
}
