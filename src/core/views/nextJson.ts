import { configOf, type RoadmapFile, type Snapshot } from '../model/snapshot.js';
import { tasksOf, type Priority, type Roadmap, type Status, type Task } from '../model/roadmap.js';
import { criticalPath } from '../progress/criticalPath.js';
import { nextTasks, type NextReason, type NextTask, type WhatNext } from '../progress/next.js';
import { sayBlockers, sayReasons } from '../progress/nextWords.js';
import { leafWeights } from '../progress/weights.js';
import { isoDay } from '../values/day.js';
import { activityOf } from './activity.js';
import type { ProblemJson } from './statusSchema.js';
import { placedTasks } from './taskList.js';
import { timingOf } from './timing.js';

/** What to do next as versioned JSON. Lines are 1-based. Within a `schemaVersion` keys are added, never changed or taken away. */
export interface NextJson {
  readonly schemaVersion: 1;
  readonly roadmaps: readonly RoadmapNextJson[];
  readonly problems: readonly ProblemJson[];
}

interface RoadmapNextJson {
  readonly path: string;
  readonly title: string;
  /** The day it was made for. */
  readonly today: string;
  /** What can be worked on: the first is to be done first. */
  readonly ready: readonly NextTaskJson[];
  readonly waiting: readonly (NextTaskJson & { readonly waitsFor: string })[];
  /** Ids that wait for each other. */
  readonly cycles: readonly (readonly string[])[];
  /** What tasks depend on that is not in the roadmap, or is the name of several. */
  readonly unknown: readonly { readonly of: string; readonly text: string; readonly why: string }[];
  /** The longest chain of tasks that wait for each other; null where there are no dependencies or no efforts. */
  readonly criticalPath: { readonly days: number; readonly tasks: readonly string[] } | null;
}

interface NextTaskJson {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly line: number;
  /** As it is said. */
  readonly because: string;
  /** Who holds it; absent where nobody is named. */
  readonly owners?: readonly string[];
  /** What a change of it may name, as `set --if-revision` takes it; absent where nobody is to change anything by it, as in reports. */
  readonly revision?: string;
  readonly reasons: readonly { readonly kind: NextReason['kind']; readonly priority?: Priority }[];
}

/** Makes the revision of a task that stands below titles, outermost first. */
type RevisionOf = (task: Task, path: readonly string[]) => string;

/** Makes the JSON of what is next in all roadmaps, with revisions where it is said how. `problems` are further ones, put first. */
export function nextJson(
  snapshot: Snapshot,
  today: number,
  problems: readonly ProblemJson[] = [],
  revisionOf?: RevisionOf,
): NextJson {
  return {
    schemaVersion: 1,
    roadmaps: snapshot.roadmaps.flatMap((file) => {
      const next = whatNext(snapshot, file, today);
      return next && file.roadmap ? [roadmapNext(snapshot, file, file.roadmap, next, today, revisionOf)] : [];
    }),
    problems,
  };
}

/** What is next in a roadmap, with what is known of its dates and of who works on what; of each list the first `most`. */
export function whatNext(snapshot: Snapshot, file: RoadmapFile, today: number, most = Infinity): WhatNext | undefined {
  const { roadmap, uri } = file;
  if (!roadmap) return undefined;
  const { schedules } = timingOf(snapshot, file, today);
  return nextTasks(roadmap, {
    today,
    scheduleOf: (node) => schedules.get(node),
    activeTasks: workedOn(snapshot, uri, roadmap),
    aliases: configOf(snapshot, file.folder).aliases,
    most,
  });
}

/** Tasks with a branch that is called after them; commits alone may be of long ago. */
function workedOn(snapshot: Snapshot, uri: string, roadmap: Roadmap): ReadonlySet<Task> {
  if (snapshot.histories.length === 0) return new Set();
  return new Set([...tasksOf(roadmap)].filter(({ id }) => activityOf(snapshot, uri, id).branches.length > 0));
}

function roadmapNext(
  snapshot: Snapshot,
  file: RoadmapFile,
  roadmap: Roadmap,
  { ready, waiting, cycles, unknown }: WhatNext,
  today: number,
  revisionOf: RevisionOf | undefined,
): RoadmapNextJson {
  const path = criticalPath(roadmap, leafWeights(roadmap), configOf(snapshot, file.folder).aliases);
  const paths = new Map(revisionOf ? [...placedTasks(roadmap)].map((placed) => [placed.task, placed.path]) : []);
  const one = ({ task, reasons }: NextTask): NextTaskJson => ({
    id: task.id,
    title: task.title,
    status: task.status,
    line: file.lines.lineAt(task.titleSpan.start) + 1,
    because: sayReasons(reasons),
    ...ownersOf(task),
    ...(revisionOf ? { revision: revisionOf(task, paths.get(task) ?? []) } : {}),
    reasons: reasons.map((reason) => ({
      kind: reason.kind,
      ...(reason.kind === 'priority' ? { priority: reason.priority } : {}),
    })),
  });
  return {
    path: file.path,
    title: roadmap.title,
    today: isoDay(today),
    ready: ready.map(one),
    waiting: waiting.map((each) => ({ ...one(each), waitsFor: sayBlockers(each.task, each.blockedBy ?? []) })),
    cycles,
    unknown: unknown.map(({ node, text, why }) => ({ of: node.id, text, why })),
    criticalPath: path.state === 'ready' ? { days: path.days, tasks: path.tasks.map(({ id }) => id) } : null,
  };
}

function ownersOf({ owner, owners = owner ? [owner] : [] }: Task): Pick<NextTaskJson, 'owners'> {
  return owners.length > 0 ? { owners: owners.map(({ value }) => value) } : {};
}
