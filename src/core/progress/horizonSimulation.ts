/** What is left of a plan's horizons, in the order they are to be done in, and how they were worked on. */
export interface HorizonWork {
  readonly remaining: readonly number[];
  /** Net added tasks of each on each day, oldest first, seven a week. */
  readonly added: readonly Float64Array[];
  /** Net finished tasks on each day of the horizon that was the first open one then, of the second, … */
  readonly ranks: readonly Float64Array[];
}

/** Runs horizons into the future, week by week. */
export interface HorizonsAhead {
  /** Days after which each was done in this run; Infinity until it is. */
  readonly ends: Float64Array;
  /** Begins another run. */
  begin(): void;
  /** Lets a week of some kind pass, of which the first day comes after `days` days. */
  pass(kind: number, days: number): void;
}

/**
 * Each week gives the first open horizon as many finished tasks as the first open one had in the observed week, the second
 * what the second had, and so on; the last open one has what there is beyond it. What a horizon does not need any more goes to
 * the first that is open.
 *
 * A week touches those that something is finished in, so few positions. What came to the others is caught up on when their
 * turn comes, or when so much may have left them that they are done.
 */
export function horizonsAhead({ remaining, added, ranks }: HorizonWork, count: number): HorizonsAhead {
  const size = remaining.length;
  const left = new Float64Array(size);
  const ends = new Float64Array(size);
  /** The day up to which growth is in what is left. */
  const asOf = new Int32Array(size);
  /** The kind of each week until now. */
  const kinds = new Uint16Array(mostWeeks);
  /** Those that are open, in order. */
  const open: number[] = [];
  const own = ranks.map((rank) => sums(rank, count));
  const beyond = suffixes(ranks).map((rank) => sums(rank, count));
  // What one takes off the last horizon may end it before another puts something back on the same day.
  for (let rank = beyond.length - 2; rank >= 0; rank--) {
    for (let week = 0; week < count; week++)
      beyond[rank]!.up[week] = own[rank]!.up[week]! + beyond[rank + 1]!.up[week]!;
  }
  const growth = added.map((days) => (days.some((tasks) => tasks !== 0) ? sums(days, count) : undefined));
  /** The most that leaves each in a week. */
  const most = growth.map((table) => (table ? -table.down.reduce((least, down) => Math.min(least, down), 0) : 0));
  /** Weeks before these close none of those behind the ranks; the least of all of them. */
  const due = new Float64Array(size);
  let nextDue = Infinity;

  const close = (position: number, end: number) => {
    ends[open[position]!] = end;
    open.splice(position, 1);
  };
  /** Lets what came before a day come. */
  const catchUp = (horizon: number, day: number) => {
    const table = growth[horizon];
    if (!table) return;
    let at = asOf[horizon]!;
    if (at >= day) return;
    const [days, { net }] = [added[horizon]!, table];
    let tasks = left[horizon]!;
    let week = Math.floor(at / 7);
    // The rest of a week that it is in, whole weeks, and the days of the last.
    if (at > week * 7) {
      for (; at < day && at < week * 7 + 7; at++) tasks += days[kinds[week]! * 7 + at - week * 7]!;
      week++;
    }
    for (; at + 7 <= day; at += 7) tasks += net[kinds[week++]!]!;
    for (; at < day; at++) tasks += days[kinds[week]! * 7 + at - week * 7]!;
    asOf[horizon] = day;
    left[horizon] = tasks;
  };
  /** Takes finished tasks off a horizon by the end of a day, and what it does not need off the next. */
  const finish = (position: number, tasks: number, end: number) => {
    let [at, rest] = [position, tasks];
    while (open.length > 0) {
      const horizon = open[at]!;
      catchUp(horizon, end);
      left[horizon]! -= rest;
      if (left[horizon]! > 0) return;
      rest = -left[horizon]!;
      close(at, end);
      at = 0;
    }
  };
  const passByDay = (kind: number, days: number) => {
    for (let day = 0; day < 7; day++) {
      const [index, end] = [kind * 7 + day, days + day + 1];
      for (let position = open.length - 1; position >= 0; position--) {
        const horizon = open[position]!;
        if (added[horizon]![index]! >= 0) continue;
        catchUp(horizon, end);
        if (left[horizon]! <= 0) close(position, end);
      }
      for (let rank = 0; rank < ranks.length && open.length > 0; rank++) {
        const tasks = ranks[rank]![index]!;
        if (tasks !== 0) finish(Math.min(rank, open.length - 1), tasks, end);
      }
    }
  };
  /** The first week in which a horizon behind the ranks may be done by what leaves it, being caught up on to a week. */
  const dueAfter = (horizon: number, week: number) =>
    most[horizon]! > 0 ? week + Math.ceil(left[horizon]! / most[horizon]!) - 1 : Infinity;
  /** Whether one that is behind the ranks may be done this week. */
  const mayLeave = (week: number, kind: number): boolean => {
    nextDue = Infinity;
    for (let position = ranks.length; position < open.length - 1; position++) {
      const horizon = open[position]!;
      if (due[horizon]! <= week) {
        catchUp(horizon, week * 7);
        // Looked at again next week, should it stay.
        due[horizon] = Math.max(week + 1, dueAfter(horizon, week));
        if (left[horizon]! <= -growth[horizon]!.down[kind]!) {
          nextDue = week + 1;
          return true;
        }
      }
      nextDue = Math.min(nextDue, due[horizon]!);
    }
    return false;
  };
  const pass = (kind: number, days: number) => {
    const week = days / 7;
    kinds[week] = kind;
    if (open.length === 0) return;
    const last = open.length - 1;
    const first = Math.min(ranks.length, last);
    let byDay = nextDue <= week && mayLeave(week, kind);
    for (let at = 0; at <= first && !byDay; at++) {
      const position = at < first ? at : last;
      const horizon = open[position]!;
      const table = growth[horizon];
      if (table && asOf[horizon]! < days) catchUp(horizon, days);
      const up = position === last ? (beyond[position]?.up[kind] ?? 0) : own[position]!.up[kind]!;
      byDay = left[horizon]! <= up - (table ? table.down[kind]! : 0);
    }
    if (byDay) {
      passByDay(kind, days);
      return;
    }
    for (let at = 0; at <= first; at++) {
      const position = at < first ? at : last;
      const tasks = position === last ? (beyond[position]?.net[kind] ?? 0) : own[position]!.net[kind]!;
      left[open[position]!]! -= tasks;
    }
  };
  return {
    ends,
    begin: () => {
      open.length = 0;
      nextDue = Infinity;
      for (let horizon = 0; horizon < size; horizon++) {
        const tasks = remaining[horizon]!;
        left[horizon] = tasks;
        asOf[horizon] = 0;
        ends[horizon] = tasks > 0 ? Infinity : 0;
        if (tasks <= 0) continue;
        open.push(horizon);
        due[horizon] = dueAfter(horizon, 0);
        nextDue = Math.min(nextDue, due[horizon]!);
      }
    },
    pass,
  };
}

/** So many may pass: five years. */
export const mostWeeks = 261;

/** What each week adds up to: in all, and of its days above and below zero alone. */
function sums(days: Float64Array, count: number) {
  const table = { net: new Float64Array(count), up: new Float64Array(count), down: new Float64Array(count) };
  for (let index = 0; index < count * 7; index++) {
    const week = Math.floor(index / 7);
    table.net[week]! += days[index]!;
    table[days[index]! > 0 ? 'up' : 'down'][week]! += days[index]!;
  }
  return table;
}

/** Each with all behind it. */
function suffixes(ranks: readonly Float64Array[]): Float64Array[] {
  const all = ranks.map((rank) => Float64Array.from(rank));
  for (let rank = all.length - 2; rank >= 0; rank--) {
    for (let index = 0; index < all[rank]!.length; index++) all[rank]![index]! += all[rank + 1]![index]!;
  }
  return all;
}
