import type { PlanHistory, PlanPoint } from '../model/planHistory.js';
import { dayOfTime } from '../values/day.js';

/** What happened on each day, the first being `Throughput.from`. */
export interface DailyCounts {
  /** Tasks finished, those taken back counting against. */
  readonly finished: Float64Array;
  /** Tasks that came, those that left unfinished counting against. */
  readonly added: Float64Array;
}

/** How fast a plan was worked on, day by day in UTC; days without a version are days on which nothing happened. */
export interface Throughput {
  /** The day after the first version: whatever was written on the first day is how the plan began, and no work. */
  readonly from: number;
  /** Today, which is counted too. */
  readonly to: number;
  readonly all: DailyCounts;
  /** By the outermost group's id; the rest of the plan is in `all` alone. */
  readonly horizons: ReadonlyMap<string, DailyCounts>;
  /**
   * Tasks finished on each day in the horizon that was the first open one then, in the second, …, the eighth and all behind
   * it; those finished outside of horizons are in none.
   */
  readonly ranks: readonly Float64Array[];
  /**
   * Of the tasks that were finished while two horizons or more were open, the share finished in the first of these, 0 to
   * 1; undefined where there were none.
   */
  readonly inOrder?: number;
}

/**
 * Daily counts from the versions of a plan; undefined where there is no version before today. `order` are the ids of
 * the horizons in the order they are to be done in.
 *
 * Finished is what the changes say. Added is what the open tasks do not explain otherwise: after − before + finished. So a
 * finished task that is archived, or written down as done at once, is neither work nor growth. Of one version the finished
 * tasks of a horizon are its new done or fewer open ones, whichever is more, where it had open ones: also a task that
 * moves to a section of done ones was finished where it stood; those that a version removes are asked last. Horizons that are
 * gone came before those of today; with what a horizon began it did not grow.
 */
export function throughputOf(
  { points, changes }: Pick<PlanHistory, 'points' | 'changes'>,
  order: readonly string[],
  today: number,
): Throughput | undefined {
  const first = points[0];
  if (!first) return undefined;
  const from = dayOfTime(points.reduce((least, { time }) => Math.min(least, time), first.time)) + 1;
  if (from > today) return undefined;
  const days = Math.min(today - from + 1, longest);
  const begin = today - days + 1;
  const all = emptyCounts(days);
  const horizons = new Map(order.map((id) => [id, emptyCounts(days)]));
  const ranks: Float64Array[] = [];
  const gone = new Set(points.flatMap((point) => [...point.horizons.keys()]).filter((id) => !horizons.has(id)));
  /** The place of each in the order. */
  const places = new Map([...gone, ...order].map((id, place) => [id, place]));
  /** Versions of the first day, or of before what is looked at, have no index; clocks that ran ahead mean today. */
  const indexOf = (time: number) => Math.min(dayOfTime(time), today) - begin;

  const netOf = new Map<string, number>();
  for (const { kind, hash, time } of changes) {
    const net = kind === 'finished' ? 1 : kind === 'reopened' ? -1 : 0;
    if (net === 0) continue;
    netOf.set(hash, (netOf.get(hash) ?? 0) + net);
    const at = indexOf(time);
    if (at < 0) continue;
    all.finished[at]! += net;
    all.added[at]! += net;
  }

  let [inFirst, inAny] = [0, 0];
  for (let index = 1; index < points.length; index++) {
    const [before, after] = [points[index - 1]!, points[index]!];
    const at = indexOf(after.time);
    if (at < 0) continue;
    all.added[at]! += open(after) - open(before);
    const net = netOf.get(after.hash) ?? 0;
    const known = net === 0 ? [] : [...before.horizons.keys()].sort((a, b) => places.get(a)! - places.get(b)!);
    const finished = shareOut(net, known, before, after);
    for (const [id, was] of before.horizons) {
      const counts = horizons.get(id);
      if (!counts) continue;
      const done = finished.get(id) ?? 0;
      counts.finished[at]! += done;
      counts.added[at]! += open(after.horizons.get(id)) - open(was) + done;
    }
    if (finished.size === 0) continue;
    const opened = known.filter((id) => open(before.horizons.get(id)) > 0);
    for (const [id, count] of finished) {
      // One that was done, and has a task taken back, is open again.
      const rank = Math.min(Math.max(0, opened.indexOf(id)), mostRanks - 1);
      while (ranks.length <= rank) ranks.push(new Float64Array(days));
      ranks[rank]![at]! += count;
      if (count <= 0 || opened.length < 2) continue;
      inAny += count;
      if (rank === 0) inFirst += count;
    }
  }
  return { from: begin, to: today, all, horizons, ranks, ...(inAny === 0 ? {} : { inOrder: inFirst / inAny }) };
}

/** Ten years: what is older tells nothing of today. */
const longest = 3_660;
const mostRanks = 8;

function emptyCounts(days: number): DailyCounts {
  return { finished: new Float64Array(days), added: new Float64Array(days) };
}

function open(counts: { readonly done: number; readonly total: number } | undefined): number {
  return counts ? counts.total - counts.done : 0;
}

/** In which horizons the tasks were finished, or taken back, that a version finished. */
function shareOut(net: number, order: readonly string[], before: PlanPoint, after: PlanPoint): Map<string, number> {
  const shares = new Map<string, number>();
  let left = net;
  const [there, removed] = [true, false].map((is) => order.filter((id) => after.horizons.has(id) === is));
  for (const id of [...there!, ...removed!]) {
    if (left === 0) break;
    const [was, is] = [before.horizons.get(id)!, after.horizons.get(id)];
    const done = (is?.done ?? 0) - was.done;
    const fewer = open(was) - open(is);
    let share = 0;
    if (left > 0 && open(was) > 0) share = Math.min(left, Math.max(done, fewer, 0));
    else if (left < 0 && fewer < 0) share = Math.max(left, Math.min(done, 0));
    if (share === 0) continue;
    shares.set(id, share);
    left -= share;
  }
  return shares;
}

/** The sum of counts from an index on. */
export function sumFrom(counts: Float64Array, start: number): number {
  let sum = 0;
  for (let index = Math.max(0, start); index < counts.length; index++) sum += counts[index]!;
  return sum;
}
