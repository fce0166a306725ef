import * as l10n from '@vscode/l10n';
import {
  goneHorizonKey,
  type Moment,
  type PlanChange,
  type PlanHistory,
  type PlanPoint,
  type PlanVersion,
  type TaskStory,
  type VersionTask,
} from '../model/planHistory.js';
import type { Problem } from '../model/problem.js';
import type { Roadmap } from '../model/roadmap.js';
import { idKey } from '../references/taskId.js';
import { orderedTimes } from './commitTimes.js';
import { compareVersions } from './planChanges.js';
import { PlanFold, type Lineage } from './planFold.js';
import { planVersion } from './planVersion.js';
import { titleKey } from './taskMatching.js';

/** The history of a plan by all of its versions, oldest first. */
export function buildPlanHistory(uri: string, versions: Iterable<PlanVersion>, today?: Roadmap): PlanHistory {
  const replay = new PlanReplay();
  for (const version of versions) replay.add(version);
  return replay.history(uri, today);
}

/**
 * Replays the versions of a plan, oldest first; more may be added later, and what is known of the others stays.
 *
 * A version that says nothing does not count: one that could not be read, and one that is garbage for a moment, so that at
 * least half of the tasks (and three) are missing in it and four of five of these are back in the next. Versions without any
 * task in a row are taken as one. The newest version always counts, as nobody knows what comes after it.
 */
export class PlanReplay {
  /** All that surely count. */
  private readonly settled: PlanFold;
  /** The newest one that can be read, with the empty ones right before it. */
  private pending: PlanVersion[] = [];
  private count = 0;
  private unreadable = 0;
  /** With the pending ones taken in, and what was told of it. */
  private newest: PlanFold | undefined;
  private told:
    { readonly key: string; readonly problems: readonly Problem[]; readonly history: PlanHistory } | undefined;
  /** What of it is the same whatever tasks are called, and points by what horizons are called. */
  private timed: Timed | undefined;
  private pointed: { readonly key: string; readonly points: readonly PlanPoint[] } | undefined;

  /** `cutOff`: there were older versions, which are not known. */
  constructor(private readonly cutOff = false) {
    this.settled = new PlanFold(cutOff);
  }

  /** How many versions there are. */
  get size(): number {
    return this.count;
  }

  add(version: PlanVersion): void {
    this.count++;
    this.newest = undefined;
    this.told = undefined;
    this.timed = undefined;
    this.pointed = undefined;
    const { tasks } = version;
    if (!tasks) {
      this.unreadable++;
      return;
    }
    const last = this.pending[this.pending.length - 1]?.tasks;
    if (last) {
      if (last.length === 0 && tasks.length === 0 && this.settled.tasks.length > 0) {
        this.pending.push(version);
        return;
      }
      if (isForAMoment(this.settled.tasks, last, tasks)) this.unreadable += this.pending.length;
      else for (const one of this.pending) this.settled.apply(one);
    }
    this.pending = [version];
  }

  /**
   * What is known until now. `today` is the plan as it stands, perhaps not committed: its ids are those by which tasks and
   * groups are told. Without it, they are those of the last version. The same object as long as these are the same; where
   * only tasks are called something else, its points and changes are the same objects.
   */
  history(uri: string, today?: Roadmap, problems: readonly Problem[] = noProblems): PlanHistory {
    const fold = (this.newest ??= this.takeIn());
    const names = namesToday(fold, today);
    const key = JSON.stringify([uri, names.tasks, [...names.horizons]]);
    if (this.told?.key === key && this.told.problems === problems) return this.told.history;
    const history = this.tell(uri, fold, names, problems);
    this.told = { key, problems, history };
    return history;
  }

  private takeIn(): PlanFold {
    if (this.pending.length === 0) return this.settled;
    const fold = this.settled.fork();
    for (const version of this.pending) fold.apply(version);
    return fold;
  }

  private tell(uri: string, fold: PlanFold, names: Names, problems: readonly Problem[]): PlanHistory {
    const { moments, moved, changes } = (this.timed ??= timed(fold));
    const key = JSON.stringify([...names.horizons]);
    if (this.pointed?.key !== key) this.pointed = { key, points: pointsOf(fold, names.horizons, moments) };
    return {
      uri,
      state: 'ready',
      points: this.pointed.points,
      changes,
      stories: new Map(
        fold.lineages.flatMap((lineage, index) => {
          const id = names.tasks[index];
          return id === undefined ? [] : [[id, storyOf(id, lineage, moments)] as const];
        }),
      ),
      versions: this.count,
      unreadable: this.unreadable,
      ...(this.cutOff ? { cutOff: true } : {}),
      problems: moved > 0 ? [...problems, wrongTimes(moved)] : problems,
    };
  }
}

/** When versions were made, and what they changed. */
interface Timed {
  readonly moments: readonly Moment[];
  /** How many times could not be right. */
  readonly moved: number;
  readonly changes: readonly PlanChange[];
}

function timed({ versions, changes }: PlanFold): Timed {
  const { times, moved } = orderedTimes(versions.map(({ time }) => time));
  const moments = versions.map(({ hash }, index) => ({ hash, time: times[index]! }));
  return {
    moments,
    moved,
    changes: changes.map(({ version, ...change }) => {
      const { author } = versions[version]!;
      return { ...change, ...moments[version]!, author };
    }),
  };
}

/** The points of a plan with its outermost groups: those of today by their ids, those that are gone by keys of their own. */
function pointsOf(
  { points, horizonNumbers }: PlanFold,
  today: ReadonlyMap<number, string>,
  moments: readonly Moment[],
): readonly PlanPoint[] {
  const names = new Map(today);
  const taken = new Set(today.values());
  for (const [id, number] of horizonNumbers) {
    if (names.has(number)) continue;
    let key = goneHorizonKey(id);
    while (taken.has(key)) key = goneHorizonKey(key);
    names.set(number, key);
  }
  return points.map(({ horizons, ...burnUp }, index) => ({
    ...moments[index]!,
    ...burnUp,
    horizons: new Map([...horizons].map(([number, found]) => [names.get(number)!, found])),
  }));
}

/** Whether a version is garbage that the next one does away with. */
function isForAMoment(
  before: readonly VersionTask[],
  version: readonly VersionTask[],
  after: readonly VersionTask[],
): boolean {
  if (version === before || before.length < fewest) return false;
  // Most versions share most of their tasks with the one before.
  const same = new Set(version);
  const changed = before.filter((task) => !same.has(task));
  if (changed.length < Math.max(fewest, before.length / 2)) return false;
  const there = keysOf(version);
  const missing = changed.filter((task) => !isIn(there, task));
  if (missing.length < Math.max(fewest, before.length / 2)) return false;
  const later = keysOf(after);
  return missing.filter((task) => isIn(later, task)).length >= missing.length * 0.8;
}

/** Fewer tasks than these come and go without anything being wrong. */
const fewest = 3;

function keysOf(tasks: readonly VersionTask[]): ReadonlySet<string> {
  return new Set(tasks.flatMap(({ id, title }) => [`id ${idKey(id)}`, titleKey(title)]));
}

function isIn(keys: ReadonlySet<string>, { id, title }: VersionTask): boolean {
  return keys.has(`id ${idKey(id)}`) || keys.has(titleKey(title));
}

interface Names {
  readonly tasks: readonly (string | undefined)[];
  readonly horizons: ReadonlyMap<number, string>;
}

const noProblems: readonly Problem[] = [];

/** What tasks (by their index in the last version) and outermost groups (by their number) are called today, in its order. */
function namesToday({ tasks, horizonNumbers }: PlanFold, today: Roadmap | undefined): Names {
  const horizons = new Map<number, string>();
  if (!today) {
    for (const { horizon } of tasks) if (horizon !== undefined) horizons.set(horizonNumbers.get(horizon)!, horizon);
    return { tasks: tasks.map(({ id }) => id), horizons };
  }
  const now = planVersion(today);
  const { matches, horizons: renamed } = compareVersions(tasks, now);
  const names: (string | undefined)[] = [];
  for (const [index, { id }] of now.entries()) if (matches[index]! >= 0) names[matches[index]!] = id;
  const before = new Map([...renamed].map(([from, to]) => [to, from]));
  for (const { kind, id } of today.children) {
    const number = kind === 'task' ? undefined : (horizonNumbers.get(id) ?? horizonNumbers.get(before.get(id) ?? id));
    if (number !== undefined) horizons.set(number, id);
  }
  return { tasks: names, horizons };
}

function storyOf(id: string, lineage: Lineage, moments: readonly Moment[]): TaskStory {
  const { doneAtFirst, reopened } = lineage;
  const added = moments[lineage.added]!;
  const started = lineage.started === undefined ? undefined : moments[lineage.started]!;
  const finished = lineage.finished === undefined ? undefined : moments[lineage.finished]!;
  return {
    id,
    added,
    ...(started ? { started } : {}),
    ...(finished ? { finished } : {}),
    ...(finished && !doneAtFirst ? { cycleDays: (finished.time - (started ?? added).time) / secondsOfDay } : {}),
    reopened,
  };
}

const secondsOfDay = 86_400;

function wrongTimes(count: number): Problem {
  const message =
    count === 1
      ? l10n.t('The time of one commit that changed the plan cannot be right, so that of the commit before it counts.')
      : l10n.t(
          'The times of {0} commits that changed the plan cannot be right, so those of the commits before them count.',
          count,
        );
  return { code: 'no-history', severity: 'info', message };
}
