import * as l10n from '@vscode/l10n';
import type { Aggregate, Measurement, Selection } from '../../model/metric.js';
import type { MetricReader } from '../reader.js';
import { percentileOfSamples, type Benchmark } from './benchmarks/harness.js';
import { tinybench, vitest } from './benchmarks/javaScript.js';
import { googleBenchmark, hyperfine, pytestBenchmark } from './benchmarks/native.js';
import { custom, jmh } from './benchmarks/others.js';
import { parseJson } from './jsonText.js';
import { percentileOf } from './numbers.js';
import { excerpt, listed, refused, type Measured } from './problems.js';
import { looksLike } from './recognise.js';
import { wholeText } from './whole.js';

/**
 * What benchmark harnesses write as JSON. A value is the name of a benchmark, with what it stands in before it where several
 * have that name (`group > name`), and gives its mean time or what an aggregate asks for; with `/ops` behind it, how often it ran in a second.
 */
export const benchmark: MetricReader = {
  format: 'benchmark',
  recognises: (path, head) => looksLike('benchmark', path, head),
  start: (selection) => wholeText((text) => read(text, selection)),
};

/** The custom form is the least particular, so it comes last. */
const harnesses = [vitest, googleBenchmark, hyperfine, pytestBenchmark, jmh, tinybench, custom];

function read(text: string, { value: wanted, aggregate, unit }: Selection): Measured {
  const json = parseJson(text);
  if ('message' in json) return refused(json.message);
  let found: readonly Benchmark[] | undefined;
  for (const harness of harnesses) found ??= harness.read(json.value);
  if (!found) {
    return refused(
      l10n.t(
        'This JSON is of no benchmark harness that is known ({0}): read it as json, with a path.',
        harnesses.map(({ name }) => name).join(', '),
      ),
    );
  }
  if (found.length === 0)
    return refused(l10n.t('This file holds no benchmark with a result: run the benchmarks once more.'));
  if (wanted === undefined) {
    const name = namesOf(found);
    return { value: found.flatMap((each) => measure(each, name(each), aggregate, unit).value), problems: [] };
  }
  return one(found, wanted.trim(), aggregate, unit);
}

function one(
  found: readonly Benchmark[],
  wanted: string,
  aggregate: Aggregate | undefined,
  unit: string | undefined,
): Measured {
  const named = pick(found, wanted);
  const ofOps = named.length === 0 && wanted.endsWith('/ops') ? pick(found, wanted.slice(0, -'/ops'.length)) : [];
  const candidates = named.length > 0 ? named : ofOps;
  const [first] = candidates;
  if (!first) {
    return refused(
      l10n.t('There is no benchmark "{0}": choose one of {1}.', excerpt(wanted), listed(found.map(namesOf(found)))),
    );
  }
  if (candidates.length > 1) {
    return refused(
      l10n.t(
        '"{0}" names {1} benchmarks: choose one of {2}.',
        excerpt(wanted),
        candidates.length,
        listed(candidates.map(fullName)),
      ),
    );
  }
  if (named.length > 0) return measure(first, wanted, aggregate, unit);
  const ops = opsOf(first);
  return ops === undefined
    ? refused(l10n.t('The benchmark "{0}" does not say how often it ran in a second.', excerpt(first.name)))
    : { value: [{ name: wanted, value: ops, unit: 'ops/s', ...timeOf(first) }], problems: [] };
}

function measure(each: Benchmark, name: string, aggregate: Aggregate | undefined, unit: string | undefined): Measured {
  const { values, samples } = each;
  const [made, value] = valueFor(each, aggregate);
  if (value === undefined || made === undefined) {
    const has = listed([...Object.keys(values), ...(samples ? [l10n.t('any percentile')] : [])], 12);
    return refused(
      l10n.t('The benchmark "{0}" has no {1}: choose one of {2}.', excerpt(name), aggregate ?? 'mean', has),
    );
  }
  const measuredIn = each.unit ?? unit;
  const measurement: Measurement = {
    name,
    value,
    ...(measuredIn === undefined ? {} : { unit: measuredIn }),
    // A lone figure is no aggregate that anybody knows of.
    ...(made === 'last' ? {} : { aggregate: made }),
    ...timeOf(each),
  };
  return { value: [measurement], problems: [] };
}

function valueFor(
  { values, samples }: Benchmark,
  aggregate: Aggregate | undefined,
): readonly [Aggregate?, (number | undefined)?] {
  const alike: Aggregate | undefined = aggregate === 'p50' ? 'median' : aggregate === 'median' ? 'p50' : undefined;
  if (aggregate === undefined) {
    const made = (Object.keys(values) as Aggregate[])[0];
    return made === undefined ? [] : [made, values[made]];
  }
  const stated = values[aggregate] ?? (alike === undefined ? undefined : values[alike]);
  if (stated !== undefined) return [aggregate, stated];
  const percent = percentileOf(aggregate);
  if (percent !== undefined && !Number.isNaN(percent) && samples)
    return [aggregate, percentileOfSamples(samples, percent)];
  if (samples && (aggregate === 'min' || aggregate === 'max')) {
    return [aggregate, percentileOfSamples(samples, aggregate === 'min' ? 0 : 100)];
  }
  // A lone figure is all there is, whatever is asked for of several.
  return aggregate === 'last' ? ['mean', values.mean] : ['last', values.last];
}

/** In a second; from the mean time where the harness does not say. */
function opsOf({ ops, unit, values }: Benchmark): number | undefined {
  if (ops !== undefined) return ops;
  const perSecond = { ns: 1e9, µs: 1e6, ms: 1e3, s: 1 }[unit as 's'] as number | undefined;
  return values.mean !== undefined && values.mean > 0 && perSecond !== undefined ? perSecond / values.mean : undefined;
}

function timeOf({ time }: Benchmark) {
  return time === undefined ? {} : { time };
}

function fullName({ name, group }: Benchmark): string {
  return group ? `${group} > ${name}` : name;
}

/** A name alone where it is the only one, else with what it stands in. */
function namesOf(found: readonly Benchmark[]): (each: Benchmark) => string {
  const counts = new Map<string, number>();
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (each) => (counts.get(each.name) === 1 ? each.name : fullName(each));
}

/** By the name as it is, else in any case and with the end of what it stands in. */
function pick(found: readonly Benchmark[], wanted: string): readonly Benchmark[] {
  const exact = found.filter((each) => each.name === wanted || fullName(each) === wanted);
  if (exact.length > 0) return exact;
  const plain = wanted.toLowerCase();
  return found.filter(
    (each) => each.name.toLowerCase() === plain || fullName(each).toLowerCase().endsWith(` > ${plain}`),
  );
}
