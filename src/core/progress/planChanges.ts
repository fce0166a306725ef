import type { PlanChange, VersionTask } from '../model/planHistory.js';
import { matchTasks } from './taskMatching.js';
import { isSamePlace } from './planVersion.js';

/** A change without the version that made it. */
export type TaskChange = Pick<PlanChange, 'kind' | 'id' | 'title' | 'from' | 'to'>;

/** Two versions of a plan, side by side. */
interface Comparison {
  /** In document order; what was removed comes last. */
  readonly changes: readonly TaskChange[];
  /** Of each task after it, its index before it; -1 where it is new. */
  readonly matches: Int32Array;
  /** Outermost groups that are called something else now: id before → id after. */
  readonly horizons: ReadonlyMap<string, string>;
}

/** What happened to the tasks between two versions of a plan; see `matchTasks` for which is which. */
export function compareVersions(before: readonly VersionTask[], after: readonly VersionTask[]): Comparison {
  const matches = matchTasks(before, after);
  const places = new Places(before, after, matches);
  const changes: TaskChange[] = [];
  const kept = new Set(matches);
  for (const [index, task] of after.entries()) {
    const { id, title, status, place } = task;
    const old = before[matches[index]!];
    if (old === task) continue;
    if (!old) {
      // A task whose subtasks went away was there before.
      if (!places.wasParent(task)) changes.push({ kind: 'added', id, title });
      const kind = statusChange('todo', status);
      if (kind) changes.push({ kind, id, title });
      continue;
    }
    if (old.title !== title) changes.push({ kind: 'retitled', id, title, from: old.title, to: title });
    if (!places.isSame(old.place, place)) {
      changes.push({ kind: 'moved', id, title, from: placeText(old.place), to: placeText(place) });
    }
    const kind = statusChange(old.status, status);
    if (kind) changes.push({ kind, id, title });
  }
  for (const [index, task] of before.entries()) {
    // A task that was divided into subtasks is still there.
    if (!kept.has(index) && !places.isParent(task)) changes.push({ kind: 'removed', id: task.id, title: task.title });
  }
  return { changes, matches, horizons: horizonsRenamed(before, after, matches) };
}

/** What a new status says; undefined where that is nothing to tell. */
export function statusChange(
  before: VersionTask['status'],
  after: VersionTask['status'],
): 'started' | 'finished' | 'reopened' | 'cancelled' | undefined {
  if (before === after) return undefined;
  if (after === 'done') return 'finished';
  if (after === 'cancelled') return 'cancelled';
  if (before === 'done' || before === 'cancelled') return 'reopened';
  return after === 'doing' ? 'started' : undefined;
}

/** A place in words. */
function placeText(place: readonly string[]): string {
  return place.join(' › ');
}

/** What stands where in two versions. */
class Places {
  private readonly before: ReadonlySet<string>;
  private readonly after: ReadonlySet<string>;
  /** Places that are called something else now, by what they were called. */
  private readonly renamed = new Map<string, string>();

  constructor(before: readonly VersionTask[], after: readonly VersionTask[], matches: Int32Array) {
    // Neighbouring versions differ seldom in that: it is looked at where they do.
    const differ = after.some((task, index) => {
      const old = before[matches[index]!];
      return !old || !isSamePlace(old.place, task.place);
    });
    this.before = differ || before.length !== after.length ? allPlaces(before) : new Set();
    this.after = differ || before.length !== after.length ? allPlaces(after) : new Set();
    if (!differ) return;
    const taken = new Set<string>();
    for (const [index, task] of after.entries()) {
      const old = before[matches[index]!];
      if (!old || old.place.length !== task.place.length || isSamePlace(old.place, task.place)) continue;
      for (let length = 1; length <= task.place.length; length++) {
        const was = keyOf(old.place, length);
        const is = keyOf(task.place, length);
        if (this.after.has(was) || this.before.has(is) || this.renamed.has(was) || taken.has(is)) continue;
        this.renamed.set(was, is);
        taken.add(is);
      }
    }
  }

  /** Whether a place is the same, though perhaps under another title: the old one is gone, and the new one was not there. */
  isSame(old: readonly string[], place: readonly string[]): boolean {
    if (isSamePlace(old, place)) return true;
    if (old.length !== place.length) return false;
    for (let length = old.length; length > 0; length--) {
      const was = keyOf(old, length);
      const is = keyOf(place, length);
      if (was !== is && this.renamed.get(was) !== is) return false;
    }
    return true;
  }

  isParent({ place, title }: VersionTask): boolean {
    return this.after.has(keyOf([...place, title], place.length + 1));
  }

  wasParent({ place, title }: VersionTask): boolean {
    return this.before.has(keyOf([...place, title], place.length + 1));
  }
}

function keyOf(place: readonly string[], length: number): string {
  return place.slice(0, length).join('\n');
}

function allPlaces(tasks: readonly VersionTask[]): ReadonlySet<string> {
  const keys = new Set<string>();
  let last: readonly string[] | undefined;
  for (const { place } of tasks) {
    if (place === last) continue;
    last = place;
    for (let length = 1; length <= place.length; length++) keys.add(keyOf(place, length));
  }
  return keys;
}

/** Outermost groups that are gone, by the new ones that have most of their tasks. */
function horizonsRenamed(
  before: readonly VersionTask[],
  after: readonly VersionTask[],
  matches: Int32Array,
): ReadonlyMap<string, string> {
  const was = new Set(before.map(({ horizon }) => horizon));
  const is = new Set(after.map(({ horizon }) => horizon));
  const renamed = new Map<string, string>();
  if ([...is].every((id) => was.has(id))) return renamed;
  const common = new Map<string, { readonly from: string; readonly to: string; count: number }>();
  for (const [index, { horizon: to }] of after.entries()) {
    const from = before[matches[index]!]?.horizon;
    if (from === undefined || to === undefined || is.has(from) || was.has(to)) continue;
    const key = `${from}\n${to}`;
    const seen = common.get(key);
    if (seen) seen.count++;
    else common.set(key, { from, to, count: 1 });
  }
  const taken = new Set<string>();
  for (const { from, to } of [...common.values()].sort((a, b) => b.count - a.count)) {
    if (renamed.has(from) || taken.has(to)) continue;
    renamed.set(from, to);
    taken.add(to);
  }
  return renamed;
}
