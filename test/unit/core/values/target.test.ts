import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseTarget } from '../../../../src/core/values/target.js';
import { formatTarget } from '../../../../src/core/values/quantity.js';
import { checkTable } from '../../../support/values.js';

function say(text: string): string | undefined {
  const target = parseTarget(text);
  return target && `${target.name} ${formatTarget(target)}`;
}

describe('A number to reach', () => {
  checkTable(
    {
      'Success rate: 95%+': 'Success rate ≥ 95 %',
      'Replay coverage: 100% of batch kinds': 'Replay coverage ≥ 100 % of batch kinds',
      'Time to detect: < 5 minutes': 'Time to detect < 5 min',
      'Latency: <200ms (p95)': 'Latency < 200 ms (p95)',
      'Latency: ≤ 1.5 s': 'Latency ≤ 1.5 s',
      'Latency: 200 ms': 'Latency ≤ 200 ms',
      'Uptime: > 99.9 percent': 'Uptime > 99.9 %',
      'Retries: at most 3': 'Retries ≤ 3',
      'Stars: at least 1,500': 'Stars ≥ 1500',
      'Errors: zero': 'Errors ≤ 0',
      'Errors: 0': 'Errors ≤ 0',
      'Errors: = 0': 'Errors = 0',
      'Bundle: under 500 KB': 'Bundle < 500 KB',
      'Downtime: no more than 2 hours': 'Downtime ≤ 2 h',
      'Throughput: 10,000 req/s': 'Throughput ≥ 10K req/s',
      'p95 latency < 200ms': 'p95 latency < 200 ms',
      'Test coverage ≥ 80%': 'Test coverage ≥ 80 %',
      'Keep builds under 10 minutes': 'builds < 10 min',
      'No more than 2 hours of downtime': 'downtime ≤ 2 h',
      'Zero lost entries': 'lost entries ≤ 0',
      'No open blockers': 'open blockers ≤ 0',
      'Support 100K+ users': 'users ≥ 100K',
      '$1.5M revenue': 'revenue ≥ 1.5M',
      '99.9% uptime': 'uptime ≥ 99.9 %',
      '< 100ms response time (p95)': 'response time < 100 ms (p95)',
      '50%+ reduction in response times': 'reduction in response times ≥ 50 %',
      'Support 10x+ current load': 'current load ≥ 10x',
      'Increase coverage to 80%+': 'Increase coverage ≥ 80 %',
      'Payload: at most 64 KiB': 'Payload ≤ 64 KiB',
      'Lookup: < 50 µs': 'Lookup < 50 µs',
      'Uptime: 99.99999%': 'Uptime ≥ 99.99999 %',
    },
    say,
  );
});

describe('A rate to reach', () => {
  checkTable(
    {
      '2 releases per month': 'releases ≥ 2/month',
      '< 1 incident/quarter': 'incident < 1/quarter',
      'Deploy at least weekly': 'Deploy ≥ 1/week',
      'Deployments: at least daily': 'Deployments ≥ 1/day',
      'Hotfixes at most monthly': 'Hotfixes ≤ 1/month',
      'Releases: 2 per month': 'Releases ≥ 2/month',
      'Releases: at least 3/week': 'Releases ≥ 3/week',
      'Releases: 2 / quarter': 'Releases ≥ 2/quarter',
      'Deployment frequency: 5+ deploys a week': 'Deployment frequency ≥ 5/week (deploys)',
      'Production deploys: 1 deploy per day': 'Production deploys ≥ 1/day',
      'Zero incidents per quarter': 'incidents ≤ 0/quarter',
      'Incidents: zero per year': 'Incidents ≤ 0/year',
      'Throughput: 500 requests/min': 'Throughput ≥ 500 req/min',
      'Throughput: 500 requests per second (median)': 'Throughput ≥ 500 req/s (median)',
      'Disk writes: under 20 MB/s': 'Disk writes < 20 MB/s',
      'Egress: < 5 GB per day': 'Egress < 5 GB/day',
      '100 orders per hour (p95)': 'orders ≥ 100/h (p95)',
      // Over what it is measured, not how fast it goes.
      'Uptime: 99.9% per month': 'Uptime ≥ 99.9 % (per month)',
      'Downtime: 5 min per month': 'Downtime ≤ 5 min (per month)',
      '3 features a month early': 'features a month early ≥ 3',
      'Seats: 20 per dayroom': 'Seats ≥ 20 (per dayroom)',
      '24/7 coverage': undefined,
      '3/4 of the tests': undefined,
      'Review weekly': undefined,
    },
    say,
  );

  it('gives a name, a unit and what narrows it apart', () => {
    assert.deepEqual(parseTarget('< 100ms response time (p95)'), {
      name: 'response time',
      comparison: '<',
      value: 100,
      unit: 'ms',
      qualifier: 'p95',
    });
    assert.deepEqual(parseTarget('2 production releases per month'), {
      name: 'production releases',
      comparison: '>=',
      value: 2,
      unit: '/month',
    });
  });
});

describe('A goal without a number', () => {
  const goals = [
    'Enterprise-ready features',
    'Better insight',
    '',
    'Windows 11 support',
    'GPT-4 answers',
    '2FA for all',
    '5G coverage',
    '3D maps',
    '24/7 support',
    '1-click install',
    'Zero-downtime releases',
    'Node 20 everywhere',
    'Build time: 5-10 minutes',
    '95%+',
    'v2.0 released',
    'Q1 2026 launch',
  ];
  for (const goal of goals) it(`"${goal}" stays text`, () => assert.equal(say(goal), undefined));

  it('is told from a target in any text, without a throw', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '< ',
        '5',
        '95%',
        '+',
        ': ',
        'ms',
        ' (p95)',
        'zero ',
        'no ',
        'K',
        ' users',
        'at most ',
        'to ',
        '1,000',
        '.5',
        '-',
        '/month',
        ' per ',
        ' a week',
        ' at least weekly',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (parts) => {
        const target = parseTarget(parts.join(''));
        if (target) assert.ok(Number.isFinite(target.value) && target.value >= 0 && target.name.trim() !== '');
      }),
      { seed: 5, numRuns: 400 },
    );
  });
});
