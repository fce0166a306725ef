import assert from 'node:assert/strict';
import type { Snapshot } from '../../../../src/core/model/snapshot.js';
import { countLeaves } from '../../../../src/core/progress/counts.js';
import { forecastJson } from '../../../../src/core/views/forecastJson.js';
import { metricsJson } from '../../../../src/core/views/metricsJson.js';
import { metricsText } from '../../../../src/core/views/metricsText.js';
import { shownMetrics } from '../../../../src/core/views/measuredMetrics.js';
import { planForecast } from '../../../../src/core/views/planForecast.js';
import { forecastText } from '../../../../src/core/views/planText.js';
import { reportMarkdown } from '../../../../src/core/views/reportMarkdown.js';
import { statusBarView } from '../../../../src/core/views/statusBar.js';
import { statusJson } from '../../../../src/core/views/statusJson.js';
import { statusText } from '../../../../src/core/views/statusText.js';
import { timingOf } from '../../../../src/core/views/timing.js';
import { buildTree } from '../../../../src/core/views/tree.js';
import { dedent } from '../../../support/check.js';
import { historyOf, measuredSnapshot, today, type Given } from '../../../support/measured.js';
import { allNodes, plainStyle } from '../../../support/views.js';

/** A plan with all there is to say of it: late, soon, at risk, done, metrics of every state. */
const text = (done: number) =>
  dedent(`
    # Harbour
    ## Q3 2026: Quays
    - [x] Q-1: Survey
    ### Piles
    - [ ] Q-2: Dredge
    ## Q4 2026: Cranes
    ${Array.from({ length: 10 }, (_, index) => `- [${index < done ? 'x' : ' '}] C-${index + 1}: Crane ${index + 1}`).join('\n    ')}
    ### Lights (due 2026-11-29)
    - [ ] L-1: Poles
    ## Someday
    - [ ] S-1: Museum
    ## Success Metrics
    - ✅ Load time: < 2 s
    - ✅ Coverage: 80%+
    - Moves: > 100
    - Outages: 0
    - ✅ Uptime: 99%+
    - Happy crews
  `);
const config = dedent(`
  metrics:
    Load time: { file: load.json, value: $.ms, unit: ms }
    Coverage: { file: lcov.info, value: lines }
    Moves: { file: moves.csv, value: moves }
    Outages: { file: outages.csv, value: count }
`);
const given: readonly Given[] = [
  { value: 2600, unit: 'ms' },
  { value: 78, unit: '%' },
  { value: 140 },
  { value: 0, age: 90 },
];

const { file, snapshot: measured, results } = measuredSnapshot(text(7), config, given);
const weeks = Array.from({ length: 8 }, (_, index) => [(7 - index) * 7, text(index)] as const);
const snapshot: Snapshot = { ...measured, planHistories: [historyOf(file, weeks)] };
const roadmap = file.roadmap!;
const forecast = planForecast(snapshot, file, today)!;
const shown = shownMetrics(results.results, []);
const tree = allNodes(buildTree(snapshot, {}, { today, metrics: () => shown, forecast: () => forecast }));
const bar = statusBarView(snapshot, { today, metrics: () => shown, forecast: () => forecast })!;
const plain = plainStyle(120);
const status = statusText(file, plain, timingOf(snapshot, file, today));
const json = statusJson(snapshot, [], today).roadmaps[0]!;
const markdown = reportMarkdown(snapshot, results, today);
const node = (label: string) => tree.find((each) => each.label === label)!;
const group = (title: string) => json.groups.find(({ name }) => name === title)!;

describe('The same of the same plan say', () => {
  it('tree, status bar, status, JSON and report: how much is done', () => {
    const { done, total } = countLeaves(roadmap);
    assert.deepEqual([json.progress?.done, json.progress?.total], [done, total]);
    assert.ok(bar.text.startsWith(`${done}/${total} · `));
    assert.match(
      status.find((line) => /^ {2}All /.test(line))!,
      new RegExp(` ${done}/${total} +\\d+ %$`),
    );
    assert.ok(markdown.includes(` · ${done} of ${total} done (`));
    for (const title of ['Quays', 'Cranes', 'Someday']) {
      const { done: part, total: whole } = group(title).progress;
      assert.match(node(title).description, new RegExp(`^${part}/${whole}( |$)`));
      assert.match(
        status.find((line) => line.includes(title))!,
        new RegExp(` ${part}/${whole} `),
      );
      assert.match(markdown, new RegExp(`^\\| ${title} \\| ${part}/${whole} \\|`, 'm'));
      assert.ok(bar.tooltip[0]!.lines.some((line) => line.includes(` ${part}/${whole} ${title}`)));
    }
  });

  it('all of them: what is late and what is due soon, and by how much', () => {
    assert.deepEqual(
      ['Quays', 'Lights', 'Someday'].map((title) => group(title).lateness),
      [{ state: 'late', days: 57 }, { state: 'soon', days: 3 }, null],
    );
    assert.match(node('Quays').description, / · late( |$)/);
    assert.ok(node('Quays').accessibleLabel.includes('late by 57 days'));
    assert.match(node('Lights').description, / · due in 3 days/);
    assert.match(
      status.find((line) => line.includes('Quays'))!,
      / {2}late/,
    );
    assert.match(
      status.find((line) => line.includes('Lights'))!,
      / {2}due in 3 days/,
    );
    assert.equal(bar.text, '8/14 · Q3 2026 50 % late');
    assert.ok(bar.tooltip[0]!.lines.some((line) => line.endsWith('Quays (late by 57 days)')));
    assert.match(markdown, /^\| Quays \|.*\| late by 57 days \|$/m);
    for (const said of [node('Someday').description, status.find((line) => line.includes('Someday'))!])
      assert.doesNotMatch(said, /late|due/);
  });

  it('tree, status bar, forecast, JSON and report: when it will be done', () => {
    const { horizons, whole } = forecastJson(snapshot, today).roadmaps[0]!;
    const lines = forecastText(file, forecast, plain, today);
    for (const { name, dates, verdict } of horizons) {
      const said = lines.find((line) => line.startsWith(`  ${name} `))!;
      for (const date of [dates!.p50!, dates!.p85!, dates!.p95!]) {
        assert.ok(said.includes(date));
        assert.ok(markdown.includes(date));
        assert.ok(node(name).tooltip.some(({ label, text }) => label === 'Forecast' && text.includes(date)));
      }
      if (verdict)
        assert.match(
          said,
          new RegExp(`${{ onTrack: 'on track', atRisk: 'at risk', late: '(?:will be )?late' }[verdict]}$`),
        );
    }
    const all = `50 %: ${whole.dates!.p50}, 85 %: ${whole.dates!.p85}, 95 %: ${whole.dates!.p95}`;
    assert.ok(bar.tooltip[0]!.lines.includes(`Forecast: ${all}`));
    assert.ok(markdown.includes(`All: ${all}`));
  });

  it('tree, metrics, JSON and report: where each metric stands', () => {
    const { metrics } = metricsJson(snapshot, results, []);
    assert.deepEqual(
      metrics.map(({ state }) => state),
      ['missed', 'near', 'met', 'stale', 'claimed', 'unmeasured'],
    );
    const lines = metricsText(results.results, plain);
    const icons = ['metricMissed', 'metricNear', 'metricMet', 'metricStale', 'metricClaimed', 'metric'];
    for (const [index, { name, state, target, source }] of metrics.entries()) {
      const word = state === 'claimed' ? 'claimed only' : state;
      const row = node(name);
      const reading = ['2.6 s', '78 %', '140', '0', undefined, undefined][index];
      assert.equal(row.icon, icons[index]);
      if (state !== 'unmeasured') assert.ok(row.description.split(' · ').includes(word), row.description);
      assert.ok(
        lines[index]!.split(/ {2,}/).some((cell) => cell.trim() === word),
        lines[index],
      );
      const cells = markdown
        .split('\n')
        .find((line) => line.startsWith(`| ${name} |`))!
        .split(' | ');
      assert.ok(cells.includes(word) || cells.includes(`${word} |`), cells.join());
      if (reading !== undefined)
        for (const said of [row.description, lines[index]!, cells.join(' ')]) assert.ok(said.includes(reading), said);
      if (target) for (const said of [row.description, lines[index]!]) assert.ok(said.includes(target.text));
      if (source) for (const said of [row.description, lines[index]!]) assert.ok(said.includes(source.label));
    }
    assert.ok(bar.tooltip[0]!.lines.includes('6 success metrics: 4 measured, 1 missed'));
    assert.equal(node('Success metrics').description, '6 · 3 claimed met · 4 measured · 1 missed');
    assert.ok(status.at(-1)!.includes('metrics: 6, 3 claimed met'));
  });
});
