import assert from 'node:assert/strict';
import type { Metric } from '../../../../src/core/model/roadmap.js';
import { MetricMatcher } from '../../../../src/core/metrics/matching.js';
import { parseTarget } from '../../../../src/core/values/target.js';

/** Metrics of the lines of a roadmap; those behind a group's name belong to it. */
function metricsOf(lines: Readonly<Record<string, readonly string[]>>): Metric[] {
  return Object.entries(lines).flatMap(([group, texts]) =>
    texts.map((text) => {
      const target = parseTarget(text);
      const above = group === '' ? {} : { group, horizon: group.replace(/ Goals$/, '') };
      return { text, span: { start: 0, end: text.length }, ...above, ...(target ? { target } : {}) };
    }),
  );
}

const metrics = metricsOf({
  '30-Day Goals': [
    'Test coverage: 70%+',
    'Smoke test coverage: 100% of critical paths',
    'Response time: < 400ms (p95)',
  ],
  '90-Day Goals': ['Test coverage: 80%+', 'CI/CD time: < 15 minutes', 'Zero critical incidents in production systems'],
  '1-Year Goals': ['Support 100K+ users', '99.9% uptime', '< 100ms response time (p95)', 'Enterprise-ready features'],
});
const matcher = new MetricMatcher(metrics);

/** What a name is for, in a line. */
function say(name: string): string {
  const match = matcher.find(name);
  if (match.kind === 'ambiguous') return `one of ${match.candidates.join(', ')}`;
  if (match.kind === 'none') return match.nearest === undefined ? 'none' : `none, perhaps ${match.nearest}`;
  return `${match.kind}: ${match.metrics.map(({ text, horizon }) => `${horizon} ${text}`).join(' | ')}`;
}

describe('A name in the configuration', () => {
  const both = '30-Day Test coverage: 70%+ | 90-Day Test coverage: 80%+';
  const cases: Record<string, string> = {
    'Test coverage': `name: ${both}`,
    ' test  COVERAGE ': `name: ${both}`,
    '**Test coverage**': `name: ${both}`,
    'Test coverage:': `name: ${both}`,
    'test-coverage': `slug: ${both}`,
    test_coverage: `name: ${both}`,
    'Coverage of tests': `words: ${both}`,
    '30-Day/Test coverage': 'horizon: 30-Day Test coverage: 70%+',
    '90-Day Goals / test coverage': 'horizon: 90-Day Test coverage: 80%+',
    '90-day/test-coverage': 'horizon: 90-Day Test coverage: 80%+',
    '90-Day/CI/CD time': 'horizon: 90-Day CI/CD time: < 15 minutes',
    'CI/CD time': 'name: 90-Day CI/CD time: < 15 minutes',
    'ci-cd-time': 'slug: 90-Day CI/CD time: < 15 minutes',
    'Response times': 'words: 30-Day Response time: < 400ms (p95) | 1-Year < 100ms response time (p95)',
    '< 100ms response time (p95)': 'text: 1-Year < 100ms response time (p95)',
    '99.9% uptime': 'text: 1-Year 99.9% uptime',
    Uptime: 'name: 1-Year 99.9% uptime',
    users: 'name: 1-Year Support 100K+ users',
    'Enterprise-ready features': 'name: 1-Year Enterprise-ready features',
    'Critical incidents of our EU production systems': 'similar: 90-Day Zero critical incidents in production systems',
    'Critical production incidents': 'none, perhaps critical incidents in production systems',
    'Test coverge': 'none, perhaps Test coverage',
    coverage: 'none, perhaps Test coverage',
    '60-Day/Test coverage': 'none, perhaps Test coverage',
    'Bundle size': 'none',
    '': 'none',
    constructor: 'none',
  };
  for (const [name, expected] of Object.entries(cases)) {
    it(`"${name}" is for ${expected}`, () => assert.equal(say(name), expected));
  }

  it('that fits several metrics alike is for none of them', () => {
    const alike = new MetricMatcher(metricsOf({ '': ['Time to build: < 5 min', 'Build time: < 5 min'] }));
    assert.deepEqual(alike.find('build times'), { kind: 'ambiguous', candidates: ['Time to build', 'Build time'] });
    assert.equal(alike.find('Build time').kind, 'name');
    const close = new MetricMatcher(
      metricsOf({ '': ['Public API error rate EU: 1%', 'Public API error rate US: 1%'] }),
    );
    assert.deepEqual(close.find('Public API error rate'), {
      kind: 'ambiguous',
      candidates: ['Public API error rate EU', 'Public API error rate US'],
    });
  });

  it('comes with the reason why it fits', () => {
    const because = ['Test coverage', 'Critical incidents of our EU production systems'].map((name) => {
      const match = matcher.find(name);
      return 'because' in match ? match.because : undefined;
    });
    assert.deepEqual(because, ['same name', 'most words in common: critical, incident, production, system']);
  });

  it('is compared with very many metrics in little time', () => {
    const many = new MetricMatcher(
      metricsOf({ '': Array.from({ length: 5_000 }, (_, index) => `Metric number ${index} of many: 5 ms`) }),
    );
    assert.equal(many.find('Metric number 4999 of many').kind, 'name');
    assert.equal(many.find('x'.repeat(100_000)).kind, 'none');
  });

  it('that is not found costs little among very many, however alike they are', () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => `Requests of service ${index} a day: 5 ms`);
    const timed = (work: () => void) => {
      const began = performance.now();
      work();
      return performance.now() - began;
    };
    // As a share of what it takes to know the names, which any machine takes: it was twelve times that.
    const limit = 6;
    let least = Infinity;
    for (let turn = 0; turn < 10 && least >= limit; turn++) {
      let many!: MetricMatcher<Metric>;
      const metricsOfAll = metricsOf({ '': lines });
      const made = timed(() => (many = new MetricMatcher(metricsOfAll)));
      const looked = timed(() => {
        for (let at = 0; at < 200; at++) assert.equal(many.find(`Request of servers ${at}x every day`).kind, 'none');
      });
      least = Math.min(least, looked / made);
    }
    assert.ok(least < limit, String(least));
  });

  it('that is similar is found among very many that are alike', () => {
    const many = new MetricMatcher(
      metricsOf({
        '': Array.from({ length: 1_900 }, (_, index) => `Requests served by service ${index} in Europe: 5`),
      }),
    );
    const match = many.find('Requests served yearly by service 1234 in Europe');
    assert.deepEqual(
      [match.kind, 'metrics' in match && match.metrics.map(({ text }) => text)],
      ['similar', ['Requests served by service 1234 in Europe: 5']],
    );
  });
});
