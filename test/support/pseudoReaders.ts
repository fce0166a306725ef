import type { MetricFormat, Selection } from '../../src/core/model/metric.js';
import { metricFormats } from '../../src/core/model/metric.js';
import { findByJsonPath } from '../../src/core/metrics/readers/jsonPath.js';
import { Numbers } from '../../src/core/metrics/readers/numbers.js';
import { measurementsOf, readerOf } from '../../src/core/metrics/readers/index.js';
import { wholeText } from '../../src/core/metrics/readers/whole.js';
import type { Said } from './pseudoShown.js';

/** A report, what is asked of it, and words that are not ours. */
type Report = readonly [format: MetricFormat, text: string, selection?: Selection, words?: string];

const summary = (lines: string, rest = '') => `{"total":{"lines":${lines}${rest}}}`;
const counted = '{"total":2,"covered":1,"pct":50}';
const uncounted = '{"total":0,"covered":0,"pct":"Unknown"}';
const istanbul = (count: number) => {
  const keys = Array.from({ length: count }, (_, at) => at);
  const [map, hits] = [keys.map((at) => `"${at}":{"start":{"line":${at}}}`), keys.map((at) => `"${at}":1`)];
  return `{"а":{"statementMap":{${map.join()}},"s":{${hits.join()}},"f":{},"b":{}}}`;
};
const jacoco = (missed: number) =>
  `<report name="а">${['LINE', 'BRANCH', 'INSTRUCTION', 'METHOD', 'CLASS'].map((type) => `<counter type="${type}" missed="${missed}" covered="1"/>`).join('')}</report>`;
const cobertura = (line: string) => `<coverage><class><lines>${line}</lines></class></coverage>`;
const bench = (...names: readonly string[]) => `[${names.map((name) => `{"name":"${name}","value":1}`).join()}]`;
const series = (count: number) => Array.from({ length: count }, (_, at) => `x{y="${at}"} 1\n`).join('');

/** Reports of every format in which something is wrong or to be explained: each in a way of its own. */
const reports: readonly Report[] = [
  ['istanbul-summary', '{}'],
  ['istanbul-summary', summary('{"pct":"а"}')],
  ['istanbul-summary', summary(uncounted)],
  ['istanbul-summary', summary(counted, `,"branches":${uncounted}`)],
  ['istanbul-summary', summary(counted), { value: 'а' }],
  ['istanbul', '[]'],
  ['istanbul', '{"а":1}'],
  ['istanbul', '{}'],
  ['istanbul', istanbul(1)],
  ['istanbul', istanbul(2)],
  ['lcov', 'а\n'],
  ['lcov', 'SF:а\nLF:1\nLH:2\nend_of_record\n'],
  ['lcov', 'SF:а\n'],
  ['lcov', 'SF:а\nLF:1\nLH:1\nBRF:1\nBRH:1\nFNF:1\nFNH:1\nend_of_record\n'],
  ['lcov', 'SF:а\nLF:2\nLH:1\nBRF:2\nBRH:1\nFNF:2\nFNH:1\nend_of_record\n'],
  ['cobertura', cobertura('<line/>')],
  ['cobertura', cobertura('<line hits="а"/>')],
  ['jacoco', jacoco(0)],
  ['jacoco', jacoco(1)],
  ['junit', '<testsuite/>'],
  ['junit', '<testsuite tests="а"/>'],
  ['junit', '<testsuite><testcase time="а"/></testsuite>'],
  ['junit', '<testsuite><testcase/><testcase/></testsuite>'],
  ['junit', '<testsuite><testcase/><testcase><skipped/></testcase></testsuite>'],
  ['junit', '<testsuite><testcase/><testcase/><testcase><skipped/></testcase></testsuite>'],
  ['junit', ' '],
  ['junit', `<${'а'.repeat(70_000)}`],
  ['junit', '<testsuite>'.repeat(201)],
  ['junit', '<testsuite>&а;</testsuite>'],
  ['junit', '<testsuite а></testsuite>', {}, 'attribute without value'],
  ['junit', '<а/>', {}, 'testsuites testsuite'],
  ['junit', '<testsuite>'],
  ['junit', '<testsuite/>а'],
  ['json', '{"а":'],
  ['json', '{"а" 1}'],
  ['json', `${'['.repeat(201)}${']'.repeat(201)}`],
  ['json', '{"а":1}', { value: 'а' }],
  ['json', '{"а":1}'],
  ['json', '{}'],
  ['json', '[]'],
  ['json', '[1,2]'],
  ['json', '["1 ms","2 s"]'],
  ['json', 'true'],
  ['json', '{"а":true}', { value: '/а' }],
  ['json', '{"а":{}}', { value: '$.а' }],
  ['json', '{"а":[]}', { value: '/а' }],
  ['json', '{"а":[1]}', { value: '/а/б' }],
  ['json', '{"а":1}', { value: '/а/б' }],
  ['json', '{"а":{}}', { value: '/а/б' }],
  ['json', '{"а":{"в":1}}', { value: '/а/б' }],
  ['json', '[1,2]', { value: '$[' }],
  ['json', '[1,2]', { value: '$..а..б' }],
  ['json', '[1,2]', { value: `$.${'а'.repeat(1_001)}` }],
  ['json', '[1,2]', { aggregate: 'p101' }],
  ['json', '[1]', { aggregate: 'count' }],
  ['json', '[1,2]', { aggregate: 'mean' }],
  ['yaml', 'а: "б'],
  ['yaml', 'а: &а [*а]\n'],
  ['csv', ''],
  ['csv', 'а,"б\n'],
  ['csv', 'а,б\nв,г\n'],
  ['csv', 'а,б\n1,в\n', { value: 'б' }],
  ['csv', 'а,б\n1,2\nв,3\n', { value: 'а' }],
  ['csv', 'а,б\n1,2\n', { value: 'в' }],
  ['csv', '1,2\n', { value: 'в' }],
  ['prometheus', '', { value: '{' }, 'http_requests_total{method="GET"}'],
  ['prometheus', 'а\n'],
  ['prometheus', 'x 1\n# EOF\nx 1\n', {}, 'EOF'],
  ['prometheus', 'x NaN\n'],
  ['prometheus', 'x NaN\n', { value: 'x' }],
  ['prometheus', 'x 1\n', { value: 'y' }],
  ['prometheus', series(1_001)],
  ['prometheus', series(100_001), { value: 'x' }],
  ['prometheus', series(2), { value: 'x' }],
  ['prometheus', series(2).replaceAll(' 1', ' NaN'), { value: 'x', aggregate: 'mean' }],
  ['prometheus', 'x_sum 1\nx_count 1\n', { value: 'x' }],
  ['prometheus', 'x_sum 1\nx_count 2\n', { value: 'x' }],
  ['prometheus', 'x_sum 1\nx_count 2\n', { value: 'x', aggregate: 'max' }],
  ['prometheus', 'x_bucket{le="1"} 1\nx_bucket{le="+Inf"} 1\n', { value: 'x', aggregate: 'p95' }],
  ['prometheus', 'x_bucket{le="1"} 1\nx_bucket{le="+Inf"} 2\n', { value: 'x', aggregate: 'p95' }],
  ['prometheus', 'x{quantile="0.5"} 1\n', { value: 'x', aggregate: 'p95' }],
  [
    'benchmark',
    '{"а":1}',
    {},
    'vitest Google Benchmark hyperfine pytest-benchmark JMH tinybench github-action-benchmark',
  ],
  ['benchmark', '{"files":[{"groups":[{"benchmarks":[]}]}]}'],
  ['benchmark', bench('а', 'б'), { value: 'в' }],
  ['benchmark', bench('а', 'а'), { value: 'а' }],
  ['benchmark', bench('а'), { value: 'а/ops' }],
  [
    'benchmark',
    '{"results":[{"command":"а","mean":1,"times":[1,2]}]}',
    { value: 'а', aggregate: 'sum' },
    'last min max mean median',
  ],
];

/** Everything that reading reports says: what is wrong with them, how their figures came about, what may be asked of them. */
export async function saidByReaders(): Promise<readonly Said[]> {
  const said: Said[] = [];
  for (const [format, text, selection = {}, words = ''] of reports) {
    const session = (await readerOf(format)).start(selection);
    session.write(text);
    const { value, problems } = session.end();
    said.push({
      shown: [...value.flatMap(({ detail }) => detail ?? []), ...problems.map(({ message }) => message)],
      sources: [text, selection.value ?? '', selection.aggregate ?? 'last', keysOf(format), words],
      codes: problems.map(({ code }) => code),
    });
  }
  return [...said, unhandy(), help()];
}

/** What only reports say that are too long, or too wide, to be made here. */
function unhandy(): Said {
  const numbers = new Numbers('p95');
  for (let count = 0; count <= 1_000_000; count++) numbers.add(count);
  const many = numbers.end();
  const long = wholeText(() => ({ value: [], problems: [] }), 1);
  long.write('аб');
  const { problems } = long.end();
  const failing = {
    get а(): unknown {
      throw new Error('зламано');
    },
  };
  const found = findByJsonPath(failing, '$.а');
  return {
    shown: [
      ...[many, found].map((each) => ('message' in each ? each.message : 'taken')),
      ...problems.map(({ message }) => message),
    ],
    sources: [],
  };
}

/** What is offered of each format. */
function help(): Said {
  const offered = metricFormats.flatMap((format) =>
    measurementsOf(format).flatMap(({ name, description }) => [name, description]),
  );
  return { shown: offered, sources: metricFormats.map(keysOf) };
}

/** What a format calls its values. */
function keysOf(format: MetricFormat): string {
  const coverage = 'lines branches functions statements instructions methods classes hits pct';
  if (format === 'junit') return 'pass-rate tests passed failures errors skipped duration slowest';
  return format === 'json' || format === 'yaml' || format === 'csv' ? '' : coverage;
}
