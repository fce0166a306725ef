import { horizonsAhead, mostWeeks, type HorizonWork } from './horizonSimulation.js';
import { randomFrom } from './random.js';

/** What is observed of a plan's weeks, and what is left of it. */
export interface Weeks {
  /** How many there are. */
  readonly count: number;
  /** Net finished and added tasks on each day, oldest first, seven a week. */
  readonly finished: Float64Array;
  readonly added: Float64Array;
  readonly remaining: number;
  /** Its horizons, where they are wanted, too. */
  readonly horizons?: HorizonWork;
}

/** Days after which runs ended, as counts: `[days]` from 0 to `lastDay`; those that did not end are in none. */
export type EndDays = Uint32Array;

/** Five years: beyond them nothing is said. */
const lastDay = mostWeeks * 7 - 1;

/**
 * Runs a plan into the future, many times: each run draws weeks of those observed, whole ones, so that weekends, bursts and
 * the growth that came with them stay together, until as much is finished as is left and came.
 *
 * Weeks are drawn from a Pólya urn (Blackwell & MacQueen 1973, Annals of Statistics 1, 353–355): the observed weeks have
 * a mass in all, and every week drawn adds one of its kind. That is the Bayesian bootstrap (Rubin 1981, Annals of Statistics
 * 9, 130–134), its weights drawn anew for every run, without having to draw the weights (Lo 1988, Annals of Statistics 16,
 * 1684–1695): what is not known of the true pace after a short history makes the runs differ. Rubin's mass is the number
 * of weeks n. It is less here, n − 3: the mean pace then varies by its standard error and a little more, as the few
 * weeks of a t distribution want it. With n, after four weeks one in five was later than its 85 % date. How often dates are
 * met is measured in test/forecast.
 */
export function simulate(weeks: Weeks, runs: number, seed: number): { whole: EndDays; horizons: readonly EndDays[] } {
  const { count, remaining } = weeks;
  const random = randomFrom(seed);
  const newEnds = () => new Uint32Array(lastDay + 1);
  const whole = newEnds();
  const horizons = weeks.horizons?.remaining.map(newEnds) ?? [];
  const ahead = weeks.horizons && horizonsAhead(weeks.horizons, count);
  const { net, most, sums } = weekTable(weeks);
  const mass = Math.max(1, count - 3);
  const urn = new Uint16Array(mostWeeks);
  for (let run = 0; run < runs; run++) {
    let left = remaining;
    let end = Infinity;
    ahead?.begin();
    for (let week = 0; week < mostWeeks && end === Infinity; week++) {
      const drawn = random() * (mass + week);
      const kind = drawn < mass ? Math.floor((drawn / mass) * count) : urn[Math.floor(drawn - mass)]!;
      urn[week] = kind;
      if (left <= most[kind]!) end = week * 7 + firstDay(sums, kind, left) + 1;
      else left -= net[kind]!;
      ahead?.pass(kind, week * 7);
    }
    if (end <= lastDay) whole[end]!++;
    for (let index = 0; index < horizons.length; index++) {
      // When all is done, each horizon is.
      const own = Math.min(ahead!.ends[index]!, end);
      if (own <= lastDay) horizons[index]![own]!++;
    }
  }
  return { whole, horizons };
}

/** By how much each kind of week brings the end nearer, the most it does at some day of it, and that up to each day. */
function weekTable({ count, finished, added }: Weeks) {
  const table = { net: new Float64Array(count), most: new Float64Array(count), sums: new Float64Array(count * 7) };
  for (let week = 0; week < count; week++) {
    let sum = 0;
    for (let index = week * 7; index < week * 7 + 7; index++) {
      sum += finished[index]! - added[index]!;
      table.sums[index] = sum;
      table.most[week] = Math.max(table.most[week]!, sum);
    }
    table.net[week] = sum;
  }
  return table;
}

/** The day of the week, 0 to 6, on which so many are done. */
function firstDay(sums: Float64Array, week: number, wanted: number): number {
  let day = 0;
  while (day < 6 && sums[week * 7 + day]! < wanted) day++;
  return day;
}

/** The day by which a share of the runs ended; undefined where fewer did. */
export function endDay(ends: EndDays, runs: number, share: number): number | undefined {
  let ended = 0;
  for (let day = 0; day < ends.length; day++) if ((ended += ends[day]!) >= share * runs) return day;
  return undefined;
}
