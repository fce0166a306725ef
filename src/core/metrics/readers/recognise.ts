import type { MetricFormat } from '../../model/metric.js';

/** A format that a text shows by itself. JSON, YAML and CSV are never that: anything may be in them. */
export type Unmistakable = Exclude<MetricFormat, 'json' | 'yaml' | 'csv'>;

/** So much of a text is looked at. */
const headLength = 4_096;

/**
 * The format of a text by its path (with `/`) and its first 4,096 or so characters; undefined where it is not unmistakable.
 * Loads no parser.
 */
export function recognise(path: string, head: string): MetricFormat | undefined {
  const seen = head.slice(0, headLength).replace(/^\uFEFF/, '');
  return order.find((format) => rules[format](baseOf(path), seen));
}

/** Whether a text is of a format, likewise. */
export function looksLike(format: Unmistakable, path: string, head: string): boolean {
  return recognise(path, head) === format;
}

const rules: Readonly<Record<Unmistakable, (name: string, head: string) => boolean>> = {
  'istanbul-summary': (_, head) =>
    /^\s{0,99}\{\s{0,99}"total"\s{0,9}:\s{0,9}\{\s{0,99}"(?:lines|statements)"/.test(head),
  istanbul: (_, head) => /^\s{0,99}\{/.test(head) && /"statementMap"\s{0,9}:\s{0,9}\{/.test(head),
  lcov: (name, head) =>
    /^(?:(?:TN|SF):|#.{0,200}\n(?:TN|SF):)/.test(head) && /(?:lcov|\.info$|^$)/i.test(name + lines(head)),
  cobertura: (_, head) => /^coverage\s[^>]{0,1000}?\bline-rate=/.test(root(head)) || doctype(head) === 'coverage',
  jacoco: (_, head) =>
    (doctype(head) === 'report' && head.includes('JACOCO')) ||
    (/^report\s/.test(root(head)) && /<(?:sessioninfo|package|group|counter)\s/.test(head)),
  junit: (_, head) => /^testsuites?[\s>/]/.test(root(head)),
  prometheus: (name, head) =>
    /\.prom$/i.test(name)
      ? !/^\s{0,99}[<[]/.test(head)
      : /^# (?:TYPE [\w:]{1,200} (?:counter|gauge|histogram|summary|untyped|unknown|info|stateset|gaugehistogram)\s|HELP [\w:]{1,200} )/m.test(
          head,
        ),
  benchmark: (_, head) =>
    /^\s{0,99}[[{]/.test(head) && harnesses.some((marks) => marks.every((mark) => mark.test(head))),
};
const order = Object.keys(rules) as Unmistakable[];

/** What only the output of a harness has, each with all its marks. */
const harnesses: readonly (readonly RegExp[])[] = [
  // Google Benchmark
  [/^\s{0,99}\{\s{0,99}"context"\s{0,9}:/, /"(?:library_build_type|num_cpus|mhz_per_cpu|caches)"\s{0,9}:/],
  // hyperfine
  [/^\s{0,99}\{\s{0,99}"results"\s{0,9}:\s{0,9}\[\s{0,99}\{\s{0,99}"command"\s{0,9}:/],
  // pytest-benchmark
  [/^\s{0,99}\{\s{0,99}"machine_info"\s{0,9}:/],
  // JMH
  [/^\s{0,99}\[\s{0,99}\{\s{0,99}"jmhVersion"\s{0,9}:/],
  [/^\s{0,99}\[\s{0,99}\{/, /"benchmark"\s{0,9}:/, /"primaryMetric"\s{0,9}:/],
  // vitest
  [/^\s{0,99}\{\s{0,99}"files"\s{0,9}:/, /"groups"\s{0,9}:/, /"benchmarks"\s{0,9}:/],
  // tinybench: bench.table(), and its tasks with their results
  [/^\s{0,99}\[\s{0,99}\{\s{0,99}"Task name"\s{0,9}:/i],
  [/^\s{0,99}\[\s{0,99}\{/, /"name"\s{0,9}:/, /"(?:latency|hz)"\s{0,9}:/, /"(?:throughput|rme)"\s{0,9}:/],
  // github-action-benchmark: customSmallerIsBetter, customBiggerIsBetter
  [
    /^\s{0,99}\[\s{0,99}\{[^{}[\]]{0,2000}"unit"\s{0,9}:\s{0,9}"/,
    /^\s{0,99}\[\s{0,99}\{[^{}[\]]{0,2000}"value"\s{0,9}:\s{0,9}-?[\d"]/,
    /^\s{0,99}\[\s{0,99}\{[^{}[\]]{0,2000}"name"\s{0,9}:\s{0,9}"/,
  ],
];

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `.info` is the ending of other files, too: entries of lcov make one sure. */
function lines(head: string): string {
  return /^(?:DA|FN|FNF|LF|BRDA|end_of_record)\b/m.test(head) ? 'lcov' : '';
}

/** What stands behind the `<` of the root element. */
function root(head: string): string {
  let at = 0;
  for (;;) {
    at = head.indexOf('<', at);
    if (at < 0) return '';
    const next = head[at + 1];
    if (next !== '!' && next !== '?') return head.slice(at + 1, at + 2_000);
    const end = head.startsWith('<!--', at) ? '-->' : next === '?' ? '?>' : '>';
    const closed = head.indexOf(end, at);
    if (closed < 0) return '';
    at = closed + end.length;
  }
}

function doctype(head: string): string | undefined {
  return /<!DOCTYPE\s{1,9}(\w{1,40})\s/.exec(head)?.[1];
}
