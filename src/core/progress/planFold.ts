import type { BurnUp, PlanVersion, VersionTask } from '../model/planHistory.js';
import { compareVersions, statusChange, type TaskChange } from './planChanges.js';
import { titleKey } from './taskMatching.js';

/** What became of one task, under whatever id; versions by their index. */
export interface Lineage {
  readonly added: number;
  started?: number;
  /** Absent while it is not done. */
  finished?: number;
  /** Whether it was there done at first, so that nobody knows how long it took. */
  doneAtFirst: boolean;
  reopened: number;
  status: VersionTask['status'];
}

/** How much was planned and done in a version, with its outermost groups by number: see `horizonNumbers`. */
interface FoldedPoint extends BurnUp {
  readonly horizons: ReadonlyMap<number, BurnUp>;
}

/** Versions of a plan taken in one after another: what each did to the tasks. */
export class PlanFold {
  readonly versions: Omit<PlanVersion, 'tasks'>[] = [];
  readonly points: FoldedPoint[] = [];
  readonly changes: (TaskChange & { readonly version: number })[] = [];
  /** Of the last version. */
  tasks: readonly VersionTask[] = [];
  /** Of each task of the last version. */
  lineages: Lineage[] = [];
  /** A group keeps its number when it is called something else. */
  readonly horizonNumbers = new Map<string, number>();
  private numbers = 0;
  /** Those that were removed, by title: they may come back. */
  private readonly gone = new Map<string, Lineage>();

  /** `cutOff`: what came before the first version is not known, so it adds nothing. */
  constructor(private readonly cutOff: boolean) {}

  /** A copy that goes its own way. */
  fork(): PlanFold {
    const copy = new PlanFold(this.cutOff);
    copy.versions.push(...this.versions);
    copy.points.push(...this.points);
    // By hand: there may be more than a call can have arguments.
    for (const change of this.changes) copy.changes.push(change);
    const lineages = new Map<Lineage, Lineage>();
    const copied = (lineage: Lineage) => {
      const known = lineages.get(lineage) ?? { ...lineage };
      lineages.set(lineage, known);
      return known;
    };
    copy.tasks = this.tasks;
    copy.lineages = this.lineages.map(copied);
    for (const [id, number] of this.horizonNumbers) copy.horizonNumbers.set(id, number);
    copy.numbers = this.numbers;
    for (const [title, lineage] of this.gone) copy.gone.set(title, copied(lineage));
    return copy;
  }

  apply({ tasks = [], ...version }: PlanVersion): void {
    const index = this.versions.push(version) - 1;
    if (tasks === this.tasks && index > 0) {
      this.points.push(this.points[index - 1]!);
      return;
    }
    const { changes, matches, horizons } = compareVersions(this.tasks, tasks);
    for (const change of changes) {
      // What stood in the first version was planned then at the latest: when it was begun or done, nobody knows.
      if (index > 0 || (change.kind === 'added' && !this.cutOff)) this.changes.push({ ...change, version: index });
    }
    const kept = new Set(matches);
    for (const [at, task] of this.tasks.entries()) {
      if (!kept.has(at)) this.gone.set(titleKey(task.title), this.lineages[at]!);
    }
    this.lineages = tasks.map((task, at) => this.lineageOf(task, this.lineages[matches[at]!], index));
    this.tasks = tasks;
    this.nameHorizons(horizons);
    this.points.push(this.count());
  }

  private lineageOf(task: VersionTask, known: Lineage | undefined, index: number): Lineage {
    const key = titleKey(task.title);
    const lineage = known ?? this.gone.get(key);
    if (!lineage) return newLineage(task.status, index);
    if (!known) this.gone.delete(key);
    const kind = statusChange(lineage.status, task.status);
    if (kind === 'started') lineage.started ??= index;
    else if (kind === 'finished') lineage.finished = index;
    if (lineage.status === 'done' && task.status !== 'done') {
      lineage.doneAtFirst = false;
      if (task.status !== 'cancelled') lineage.reopened++;
      if (task.status === 'doing') lineage.started ??= index;
      delete lineage.finished;
    }
    lineage.status = task.status;
    return lineage;
  }

  private nameHorizons(renamed: ReadonlyMap<string, string>): void {
    for (const [from, to] of renamed) {
      const number = this.horizonNumbers.get(from);
      if (number === undefined) continue;
      this.horizonNumbers.delete(from);
      this.horizonNumbers.set(to, number);
    }
    for (const { horizon } of this.tasks) {
      if (horizon !== undefined && !this.horizonNumbers.has(horizon)) this.horizonNumbers.set(horizon, this.numbers++);
    }
  }

  private count(): FoldedPoint {
    const all = noWork();
    const horizons = new Map<number, BurnUp>();
    const byId = new Map<string, Mutable<BurnUp>>();
    for (const { status, weight, horizon } of this.tasks) {
      let own = horizon === undefined ? undefined : byId.get(horizon);
      if (horizon !== undefined && !own) {
        byId.set(horizon, (own = noWork()));
        horizons.set(this.horizonNumbers.get(horizon)!, own);
      }
      if (status === 'cancelled') continue;
      for (const sum of own ? [all, own] : [all]) {
        sum.total++;
        sum.totalDays += weight;
        if (status !== 'done') continue;
        sum.done++;
        sum.doneDays += weight;
      }
    }
    return { ...all, horizons };
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function noWork(): Mutable<BurnUp> {
  return { done: 0, total: 0, doneDays: 0, totalDays: 0 };
}

function newLineage(status: VersionTask['status'], index: number): Lineage {
  const done = status === 'done';
  return {
    added: index,
    ...(status === 'doing' ? { started: index } : {}),
    ...(done ? { finished: index } : {}),
    doneAtFirst: done,
    reopened: 0,
    status,
  };
}
