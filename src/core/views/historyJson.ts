import type { BurnUp, Moment, PlanChange, PlanHistory } from '../model/planHistory.js';
import { tasksOf } from '../model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../model/snapshot.js';
import { historyProblems } from './forecastJson.js';
import { isoTime } from '../values/day.js';
import type { ProblemJson } from './statusSchema.js';

/** The history of plans as versioned JSON. Times are ISO 8601. Within a `schemaVersion` keys are added, never changed or taken away. */
export interface HistoryJson {
  readonly schemaVersion: 1;
  readonly roadmaps: readonly RoadmapHistoryJson[];
  readonly problems: readonly ProblemJson[];
}

interface RoadmapHistoryJson {
  readonly path: string;
  readonly title: string | null;
  readonly state: PlanHistory['state'];
  readonly versions: number;
  /** How many of the versions could not be read. */
  readonly unreadable: number;
  /** How much was done and planned as of each version, oldest first; horizons by the ids of today, those that are gone as `gone:alpha`. */
  readonly points: readonly (BurnUp & {
    readonly hash: string;
    readonly time: string;
    readonly horizons: Readonly<Record<string, BurnUp>>;
  })[];
  /** What the versions did to tasks, oldest first. */
  readonly changes: readonly (Omit<PlanChange, 'time'> & { readonly time: string })[];
  /** What became of the tasks of today. */
  readonly tasks: readonly TaskHistoryJson[];
}

interface TaskHistoryJson {
  readonly id: string;
  readonly title: string;
  readonly added: MomentJson;
  readonly started: MomentJson | null;
  readonly finished: MomentJson | null;
  /** Days from its start, else from when it was added, until it was finished. */
  readonly cycleDays: number | null;
  readonly reopened: number;
}

interface MomentJson {
  readonly hash: string;
  readonly time: string;
}

/** Makes the JSON of the history of all roadmaps. `problems` are further ones, put first. */
export function historyJson(snapshot: Snapshot, problems: readonly ProblemJson[] = []): HistoryJson {
  return {
    schemaVersion: 1,
    roadmaps: snapshot.roadmaps.flatMap((file) => {
      const history = snapshot.planHistories.find(({ uri }) => uri === file.uri);
      return history ? [roadmapHistory(file, history)] : [];
    }),
    problems: [...problems, ...historyProblems(snapshot)],
  };
}

function roadmapHistory({ path, roadmap }: RoadmapFile, history: PlanHistory): RoadmapHistoryJson {
  const { state, versions, unreadable, points, changes, stories } = history;
  return {
    path,
    title: roadmap?.title ?? null,
    state,
    versions,
    unreadable,
    points: points.map(({ hash, time, horizons, ...burnUp }) => ({
      hash,
      time: isoTime(time),
      ...burnUp,
      horizons: Object.fromEntries(horizons),
    })),
    changes: changes.map((change) => ({ ...change, time: isoTime(change.time) })),
    tasks: [...(roadmap ? tasksOf(roadmap) : [])].flatMap(({ id, title }) => {
      const story = stories.get(id);
      if (!story) return [];
      return [
        {
          id,
          title,
          added: moment(story.added),
          started: story.started ? moment(story.started) : null,
          finished: story.finished ? moment(story.finished) : null,
          cycleDays: story.cycleDays ?? null,
          reopened: story.reopened,
        },
      ];
    }),
  };
}

function moment({ hash, time }: Moment): MomentJson {
  return { hash, time: isoTime(time) };
}
