import assert from 'node:assert/strict';
import { metricRows } from '../../../../src/core/views/metricRows.js';
import { metricsJson } from '../../../../src/core/views/metricsJson.js';
import { metricsText } from '../../../../src/core/views/metricsText.js';
import { shownMetrics } from '../../../../src/core/views/measuredMetrics.js';
import { width } from '../../../../src/core/views/columns.js';
import { suggestSources } from '../../../../src/core/metrics/suggestSources.js';
import { dedent } from '../../../support/check.js';
import { measuredSnapshot, type Given } from '../../../support/measured.js';
import { plainStyle } from '../../../support/views.js';

const plan = dedent(`
  # Plan
  - [ ] a
  ## Success Metrics
  ### 30-Day Goals
  - ✅ Test coverage: 70%+
  - ✅ Response time: < 200ms (p95)
  - Build time: < 10 minutes
  - Zero open incidents
  ### 90-Day Goals
  - ✅ Test coverage: 80%+
  - ✅ Uptime: 99.9%
  - Happy users
`);
const config = dedent(`
  metrics:
    Test coverage: { file: coverage/lcov.info, value: lines }
    Response time: { command: [node, latency.mjs], unit: ms }
    Build time: { file: ci.json, value: $.minutes, unit: min }
    Open incidents: { file: incidents.csv, value: count }
`);
const given: readonly Given[] = [
  { value: 77.5, unit: '%', detail: '31 of 40 lines' },
  { state: 'waiting' },
  { value: 540, unit: 's', age: 3 },
  { value: 0, age: 60 },
];
const measured = () => measuredSnapshot(plan, config, given);
const lines = (columns: number) => metricsText(measured().results.results, plainStyle(columns));

describe('Metrics as text', () => {
  it('stand under their groups in columns: state, name, reading, target, state in a word, source and age', () => {
    assert.deepEqual(lines(100), [
      '  30-Day Goals',
      '  ● Test coverage   77.5 %  ≥ 70 %              met           coverage/lcov.info (lines), now',
      '  ? Response time   –       < 200 ms (p95)      claimed only  node latency.mjs, waits to be allowed',
      '  ● Build time      9 min   < 10 min            met           ci.json ($.minutes), 3 days ago',
      '  ◌ Open incidents  0       ≤ 0                 stale         incidents.csv (count), 2 months ago',
      '  90-Day Goals',
      '  ◐ Test coverage   77.5 %  ≥ 80 %              near          coverage/lcov.info (lines), now',
      '  ? Uptime          –       ≥ 99.9 %            claimed only',
      '  ○ Happy users     –       a qualitative goal  unmeasured',
    ]);
  });

  it('leave out readings where nothing is measured, and a group that is the only one', () => {
    const { results } = measuredSnapshot(
      '- [ ] a\n## Success Metrics\n- ✅ Coverage: 80%+\n- Zero incidents\n',
      'metrics: {}\n',
      [],
    );
    assert.deepEqual(metricsText(results.results, plainStyle(80)), [
      '  ? Coverage   ≥ 80 %  claimed only',
      '  ○ Incidents  ≤ 0     unmeasured',
    ]);
  });

  it('fit terminals of any width: sources give way first, then targets and names', () => {
    for (const columns of [40, 60, 80, 100, 160])
      for (const line of lines(columns)) assert.ok(width(line) <= columns, `${columns}: ${line}`);
    assert.match(lines(60).join('\n'), /● Test coverage +77\.5 % +≥ 70 % +met$/m);
    assert.match(lines(160).join('\n'), /a qualitative goal/);
  });

  it('let no control characters of names, units and sources into the terminal', () => {
    const { results } = measuredSnapshot(
      '- [ ] a\n## Success Metrics\n- Cov\u001b[2Jer\u202eage: 80%+\n',
      'metrics:\n  "Cov\\u001b[2Jer\\u202eage": { file: "a\\u001b[2J.json" }\n',
      [{ value: 1, unit: 'm\u001b[2J' }],
    );
    assert.equal(results.results.length, 1);
    assert.doesNotMatch(metricsText(results.results, plainStyle(100)).join(''), /[\p{Cc}\u202e]/u);
  });
});

describe('Metrics as rows of the tree', () => {
  const rows = () => {
    const { file, results } = measured();
    return metricRows(file.roadmap!.metrics, shownMetrics(results.results, []));
  };
  const row = (label: string, group = 0) => rows().rows[group]!.rows!.find((each) => each.label === label)!;

  it('say reading, target, state, source and age, and how many are measured and missed', () => {
    const { description, rows: groups } = rows();
    assert.equal(description, '7 · 4 claimed met · 4 measured');
    assert.deepEqual(
      groups.map(({ label, rows: members }) => [
        label,
        members!.map(({ label, description, icon }) => [label, description, icon]),
      ]),
      [
        [
          '30-Day Goals',
          [
            ['Test coverage', '77.5 % · ≥ 70 % · met · coverage/lcov.info (lines) · now', 'metricMet'],
            ['Response time', '< 200 ms (p95) · waits to be allowed', 'metricClaimed'],
            ['Build time', '9 min · < 10 min · met · ci.json ($.minutes) · 3 days ago', 'metricMet'],
            ['Open incidents', '0 · ≤ 0 · stale · incidents.csv (count) · 2 months ago', 'metricStale'],
          ],
        ],
        [
          '90-Day Goals',
          [
            ['Test coverage', '77.5 % · ≥ 80 % · near · coverage/lcov.info (lines) · now', 'metricNear'],
            ['Uptime', '≥ 99.9 % · claimed only', 'metricClaimed'],
            ['Happy users', '', 'metric'],
          ],
        ],
      ],
    );
  });

  it('tell in the tooltip what was measured, by what, why by that, and what is thought of it', () => {
    const told = row('Build time').tooltip!.map(({ label, text }) => (label ? `${label}: ${text}` : text));
    for (const line of [
      'Target: < 10 min',
      'Claimed: nothing',
      'Measured: 9 min',
      'Source: ci.json ($.minutes) (same name)',
    ])
      assert.ok(told.includes(line), `${line} in ${told.join('\n')}`);
    assert.equal(told.at(-1), '9 min meets < 10 min. Its source says 540 s, which is 9 min.');
  });

  it('offer to name a source where there is none, and to run a command where one waits', () => {
    assert.deepEqual(
      [row('Test coverage').metric, row('Response time').metric, row('Uptime', 1).metric],
      ['measured', 'command', 'unmeasured'],
    );
  });
});

describe('Metrics as JSON', () => {
  const json = () => {
    const { snapshot, results } = measured();
    return metricsJson(snapshot, results, []);
  };

  it('name metric, group, target, reading, state and source, each with all its keys', () => {
    const { schemaVersion, metrics, suggestions, problems } = json();
    assert.deepEqual([schemaVersion, metrics.length, suggestions, problems], [1, 7, [], []]);
    assert.deepEqual(metrics[2], {
      name: 'Build time',
      group: '30-Day Goals',
      horizon: '30-Day',
      roadmap: 'ROADMAP.md',
      line: 7,
      target: { text: '< 10 min', op: '<', value: 10, unit: 'min' },
      claimed: null,
      state: 'met',
      verdict: 'met',
      reading: {
        value: 540,
        unit: 's',
        converted: 9,
        aggregate: null,
        detail: null,
        time: '2026-11-23T12:00:00.000Z',
        age: 259200,
      },
      source: {
        kind: 'file',
        label: 'ci.json ($.minutes)',
        file: 'ci.json',
        value: '$.minutes',
        state: 'ready',
      },
      because: 'same name',
      trend: [],
      explanation: '9 min meets < 10 min. Its source says 540 s, which is 9 min.',
    });
    const keys = new Set(metrics.map((metric) => Object.keys(metric).join(' ')));
    assert.equal(keys.size, 1, 'every metric has the same keys');
  });

  it('say of each what the text says', () => {
    const text = lines(160).filter((line) => !line.includes('Goals'));
    for (const [index, { state, reading, target }] of json().metrics.entries()) {
      const word = state === 'claimed' ? 'claimed only' : state;
      assert.ok(text[index]!.includes(`  ${word}`), `${word} in ${text[index]}`);
      if (target) assert.ok(text[index]!.includes(target.text));
      assert.equal(text[index]!.includes('–'), reading === null);
    }
  });

  it('keep stale readings, with what they say', () => {
    const { state, verdict, reading } = json().metrics[3]!;
    assert.deepEqual([state, verdict, reading?.value], ['stale', 'met', 0]);
  });

  it('list sources that metrics without one may have', () => {
    const { snapshot, results } = measuredSnapshot(plan, 'metrics: {}\n', []);
    const found = suggestSources(
      results.results.map(({ metric }) => metric),
      [{ path: 'coverage/lcov.info', format: 'lcov' }],
      { git: false },
    );
    const { suggestions } = metricsJson(snapshot, results, found);
    assert.ok(suggestions.length > 0);
    assert.deepEqual(suggestions[0], {
      metric: 'Test coverage',
      source: {
        kind: 'file',
        label: 'coverage/lcov.info (lines)',
        file: 'coverage/lcov.info',
        format: 'lcov',
        value: 'lines',
        state: null,
      },
      because: suggestions[0]!.because,
    });
  });
});
