/**
 * Units as targets and readings have them, and how one is turned into another. What is of another kind, or unknown, is never
 * converted: a wrong figure is worse than none.
 *
 * - time: `ns`, `µs`, `ms`, `s`, `min`, `h`, `d` (24 hours), `w` (7 days)
 * - data: `B`, `KB`, `MB`, `GB`, `TB` by 1,000 (SI), `KiB`, `MiB`, `GiB`, `TiB` by 1,024 (IEC 80000-13)
 * - share: `%`, and `ratio`, of which 1 is 100 %
 * - factor: `x`
 * - counts: no unit; `K`, `M`, `G`, and `thousand`, `million`, `billion` are so many. A lone `B` is a byte, never a billion, and
 *   `m` nothing. In targets these stand right behind the number and are part of it, so that they are no `shortUnit`.
 * - rates: one of these by a period, `req/s`, `MB/s`, `/month`. A month is a twelfth and a quarter a fourth of a year of
 *   365.25 days. What is counted is no part of the unit: `req/s`, `ops/s` and `/s` are alike, as users and orders are without one.
 */

/** What a unit stands for. */
interface Meaning {
  /** What can be converted into each other. */
  readonly kind: string;
  /** How many of the kind's smallest unit one is: `factor / divisor`, both whole, so that conversion rounds once or twice. */
  readonly factor: number;
  readonly divisor: number;
}

const nanosecond = 1;
const second = 1e9;
const day = 86_400 * second;

/** By short unit: kind and size in the smallest one. */
const sizes: Readonly<Record<string, readonly [kind: string, factor: number]>> = {
  ns: ['time', nanosecond],
  µs: ['time', 1e3],
  ms: ['time', 1e6],
  s: ['time', second],
  min: ['time', 60 * second],
  h: ['time', 3600 * second],
  d: ['time', day],
  w: ['time', 7 * day],
  B: ['data', 1],
  KB: ['data', 1e3],
  MB: ['data', 1e6],
  GB: ['data', 1e9],
  TB: ['data', 1e12],
  KiB: ['data', 2 ** 10],
  MiB: ['data', 2 ** 20],
  GiB: ['data', 2 ** 30],
  TiB: ['data', 2 ** 40],
  '%': ['share', 1],
  ratio: ['share', 100],
  x: ['factor', 1],
};

/** How many a unit of counts is, as written; words in lower case. */
const magnitudes: Readonly<Record<string, number>> = {
  K: 1e3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};

/** Seconds of the periods of rates. */
const periods: Readonly<Record<string, number>> = {
  s: 1,
  min: 60,
  h: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_629_800,
  quarter: 7_889_400,
  year: 31_557_600,
};

/** Words for units, in lower case, and the short form they are read as. */
const words: readonly (readonly [RegExp, string])[] = [
  [/^(?:%|percent|per cent)$/, '%'],
  [/^(?:ratio|fraction)$/, 'ratio'],
  [/^(?:ns|nanos(?:econds?)?)$/, 'ns'],
  [/^(?:[uµμ]s|micros(?:econds?)?)$/, 'µs'],
  [/^(?:ms|millis(?:econds)?|milliseconds?)$/, 'ms'],
  [/^(?:s|secs?|seconds?)$/, 's'],
  [/^(?:min|mins|minutes?)$/, 'min'],
  [/^(?:h|hrs?|hours?)$/, 'h'],
  [/^(?:d|days?)$/, 'd'],
  [/^(?:w|weeks?)$/, 'w'],
  [/^(?:x|×)$/, 'x'],
  [/^(?:b|bytes?)$/, 'B'],
  [/^(?:kb|kilobytes?)$/, 'KB'],
  [/^(?:mb|megabytes?)$/, 'MB'],
  [/^(?:gb|gigabytes?)$/, 'GB'],
  [/^(?:tb|terabytes?)$/, 'TB'],
  [/^kib$/, 'KiB'],
  [/^mib$/, 'MiB'],
  [/^gib$/, 'GiB'],
  [/^tib$/, 'TiB'],
  [/^(?:rps|req\/s|requests\/s)$/, 'req/s'],
  [/^fps$/, 'fps'],
];

const periodWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:s|secs?|seconds?)$/, 's'],
  [/^(?:mins?|minutes?)$/, 'min'],
  [/^(?:h|hrs?|hours?)$/, 'h'],
  [/^(?:d|days?)$/, 'day'],
  [/^(?:w|wks?|weeks?)$/, 'week'],
  [/^(?:mo|months?)$/, 'month'],
  [/^(?:q|quarters?)$/, 'quarter'],
  [/^(?:y|yrs?|years?)$/, 'year'],
];

/** Units that are rates by a name of their own. */
const namedRates = new Map([
  ['fps', '/s'],
  ['hz', '/s'],
  ['rps', '/s'],
]);

/** The short form of a unit in words: `milliseconds` is `ms`, `requests/s` is `req/s`; undefined for what is no unit. */
export function shortUnit(word: string): string | undefined {
  const written = word.toLowerCase();
  return words.find(([names]) => names.test(written))?.[1];
}

/** The short form of a period: `months` is `month`, `sec` is `s`. */
export function shortPeriod(word: string): string | undefined {
  const written = word.toLowerCase();
  return periodWords.find(([names]) => names.test(written))?.[1];
}

/**
 * A value in another unit; undefined where the units are of different kinds. No unit is a plain count. A unit that nobody
 * knows is converted into itself alone.
 */
export function convert(value: number, from: string | undefined, to: string | undefined): number | undefined {
  if (from === to) return value;
  const source = meaningOf(from);
  const goal = meaningOf(to);
  if (!source || !goal) return from?.trim() === to?.trim() ? value : undefined;
  if (source.kind !== goal.kind) return undefined;
  const up = source.factor * goal.divisor;
  const down = source.divisor * goal.factor;
  // Dividing by a whole number rounds once where multiplying by its inverse rounds twice: 7 min are 420 s and back.
  if (up % down === 0) return value * (up / down);
  if (down % up === 0) return value / (down / up);
  return (value * up) / down;
}

function meaningOf(unit: string | undefined): Meaning | undefined {
  const written = (unit ?? '').trim();
  if (written === '' || written === '1') return { kind: 'count', factor: 1, divisor: 1 };
  const count = magnitudeOf(written);
  if (count !== undefined) return { kind: 'count', factor: count, divisor: 1 };
  const size = sizeOf(written);
  if (size) return { kind: size[0], factor: size[1], divisor: 1 };
  const rate = namedRates.get(written.toLowerCase()) ?? written;
  const slash = rate.indexOf('/');
  const period = slash < 0 ? undefined : shortPeriod(rate.slice(slash + 1).trim());
  if (period === undefined) return undefined;
  const counted = rate.slice(0, slash).trim();
  const numerator = sizeOf(counted);
  // `ms/widget/s` and `a+b/s` say more than is understood here.
  if (!numerator && !/^[\p{L} _-]{0,40}$/u.test(counted)) return undefined;
  return {
    kind: `${numerator?.[0] ?? 'count'} by time`,
    factor: numerator?.[1] ?? magnitudeOf(counted) ?? 1,
    divisor: periods[period]!,
  };
}

function magnitudeOf(unit: string): number | undefined {
  const name = unit.length > 1 ? unit.toLowerCase() : unit;
  return Object.hasOwn(magnitudes, name) ? magnitudes[name] : undefined;
}

function sizeOf(unit: string): readonly [string, number] | undefined {
  const short = Object.hasOwn(sizes, unit) ? unit : shortUnit(unit);
  return short !== undefined && Object.hasOwn(sizes, short) ? sizes[short] : undefined;
}
