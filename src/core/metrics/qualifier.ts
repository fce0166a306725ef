import type { Aggregate, MetricSource } from '../model/metric.js';
import type { Target } from '../model/roadmap.js';

/** What narrows a target, taken apart. */
export interface Qualifier {
  /** Which number of several is asked for: `p95`, `median`. */
  readonly aggregate?: Aggregate;
  /** What is left as words, which nobody can check: `of critical paths`, `EU`. */
  readonly scope?: string;
}

const words: readonly (readonly [RegExp, Aggregate])[] = [
  [/^(?:median|p50|50th percentile)$/, 'median'],
  [/^(?:mean|avg\.?|average|on average)$/, 'mean'],
  [/^(?:max|maximum|peak|worst case|worst)$/, 'max'],
  [/^(?:min|minimum|best case|best)$/, 'min'],
  [/^(?:sum|total|in total)$/, 'sum'],
  [/^(?:last|latest|newest)$/, 'last'],
];
const percentile = /^(?:p(\d{1,2}(?:\.\d{1,3})?)|(\d{1,2}(?:\.\d{1,3})?)(?:st|nd|rd|th)?[ -](?:percentile|pctl))$/;

/** Reads one word or phrase as a way to make one number of several: `p95`, `95th percentile`, `avg`. */
function parseAggregate(text: string): Aggregate | undefined {
  const written = text.trim().toLowerCase();
  const known = words.find(([names]) => names.test(written))?.[1];
  if (known) return known;
  const match = percentile.exec(written);
  const share = Number(match?.[1] ?? match?.[2] ?? 0);
  return share > 0 ? `p${share}` : undefined;
}

/** Takes a qualifier apart, of which one part may name an aggregate: `p95, EU` is the 95th percentile of `EU`. */
export function parseQualifier(text: string | undefined): Qualifier {
  if (!text?.trim()) return {};
  const parts = text.slice(0, 500).split(/[,;]/);
  const at = parts.findIndex((part) => parseAggregate(part) !== undefined);
  if (at < 0) return { scope: text.trim() };
  const scope = parts
    .filter((_, index) => index !== at)
    .map((part) => part.trim())
    .filter(Boolean)
    .join(', ');
  return { aggregate: parseAggregate(parts[at]!)!, ...(scope ? { scope } : {}) };
}

/**
 * The aggregate a target asks for: that of its qualifier, else of its name where it begins with one, as in
 * `p95 latency < 200 ms` and `Mean time to detect issues`.
 */
export function targetAggregate(target: Pick<Target, 'name' | 'qualifier'> | undefined): Aggregate | undefined {
  if (!target) return undefined;
  const { aggregate } = parseQualifier(target.qualifier);
  if (aggregate) return aggregate;
  const first = /^(?:p\d{1,2}(?:\.\d{1,3})?|median|mean|average|avg)(?=\s|$)/i.exec(target.name)?.[0];
  return first === undefined ? undefined : parseAggregate(first);
}

/** The aggregate a source is to give for a target: what the source's entry says, else what the target asks for. */
export function aggregateFor(
  source: MetricSource | undefined,
  target: Pick<Target, 'name' | 'qualifier'> | undefined,
): Aggregate | undefined {
  const stated = source && source.kind !== 'git' ? source.aggregate : undefined;
  return stated ?? targetAggregate(target);
}
