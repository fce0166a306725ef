import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { nodesOf } from '../../../core/model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../../../core/model/snapshot.js';
import { dayOf } from '../../../core/values/day.js';
import { printable } from '../../../core/views/columns.js';
import { Cancellation } from '../../../workspace/cancellation.js';
import { readPlanHistories } from '../../../workspace/readOnce.js';
import { NodeFiles } from '../files.js';
import { GitHistory } from '../git/gitHistory.js';
import { paths } from '../paths.js';
import { nodeLog, nodeScheduler } from '../process.js';

/** Who is told how far long work is. */
export interface Watcher {
  /** `what` is being done, so much of a whole. */
  report(what: string, done: number, total: number): void;
  end(): void;
}

/** The same snapshot with the history of its roadmaps. */
export async function withHistories(
  path: string,
  { cwd, progress }: { readonly cwd: string; readonly progress?: Watcher | undefined },
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
