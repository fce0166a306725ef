import { nodesOf } from '../../../core/model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../../../core/model/snapshot.js';
import { localDay } from '../../../core/values/day.js';
import { printable } from '../../../core/views/columns.js';
import { Cancellation } from '../../../workspace/cancellation.js';
import { readPlanHistories } from '../../../workspace/readOnce.js';
import { portsFor } from './readWork.js';

/** Who is told how far long work is. */
export interface Watcher {
  /** `what` is being done, so much of a whole. */
  report(what: string, done: number, total: number): void;
  end(): void;
}

/** The same snapshot with the history of its roadmaps. */
export async function withHistories(snapshot: Snapshot, progress: Watcher | undefined): Promise<Snapshot> {
  const ports = portsFor(snapshot);
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
  return localDay(new Date());
}
