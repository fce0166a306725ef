import assert from 'node:assert/strict';
import { suggestSources } from '../../../src/core/metrics/suggestSources.js';
import { MemoryHost } from '../../../src/hosts/memory.js';
import {
  config,
  coverage,
  TrendCache,
  MemoryStreams,
  now,
  openMetrics,
  resultsOf,
  roadmap,
} from '../../support/metrics.js';

const summary = 'coverage/coverage-summary.json';
const configPath = '/work/.roadmap/config.yaml';
const plan = roadmap('Test coverage: 80%+', 'Response time: < 200ms (p95)', '✅ Open incidents: < 1');
const entries = [
  `Test coverage: { file: ${summary}, value: lines }`,
  'Response time: { file: load.csv, value: ms, unit: ms }',
  'Open incidents: { file: state.json, value: $.open }',
];
const times = `ms\n${Array.from({ length: 100 }, (_, index) => index + 1).join('\n')}\n`;

function project(some: Readonly<Record<string, string>> = {}) {
  return new MemoryHost({
    '/work/ROADMAP.md': plan,
    [configPath]: config(...entries),
    [`/work/${summary}`]: coverage(75),
    '/work/load.csv': times,
    '/work/state.json': '{"open": 0}',
    ...some,
  });
}

describe('The readings of a folder', () => {
  it('are those of its sources', async () => {
    const { states } = await openMetrics(project());
    assert.deepEqual(states(), {
      'Test coverage': 'missed 75',
      'Response time': 'met 95.05',
      'Open incidents': 'met 0',
    });
  });

  it('follow a new coverage run, and no other source is asked again', async () => {
    const host = project();
    const { states, settled, streams, source } = await openMetrics(host);
    streams.reads.length = 0;
    host.write(`/work/${summary}`, coverage(85));
    await settled();
    assert.equal(states()['Test coverage'], 'met 85');
    assert.deepEqual([...new Set(streams.reads)], [summary]);
    assert.deepEqual(
      source('Test coverage').trend.map(({ value }) => value),
      [75, 85],
    );
  });

  it('follow a report however the configuration writes its path', async () => {
    const host = project({
      [configPath]: config(`Test coverage: { file: './coverage//coverage-summary.json', value: lines }`),
    });
    const { states, settled, folder } = await openMetrics(host);
    host.write(`/work/${summary}`, coverage(90));
    await settled();
    assert.equal(states()['Test coverage'], 'met 90');
    assert.deepEqual(folder().found, []);
  });

  it('go with a report that is deleted, and come with it again', async () => {
    const host = project();
    const { states, settled, source } = await openMetrics(host);
    host.delete('/work/state.json');
    host.delete(`/work/${summary}`);
    await settled();
    assert.deepEqual([states()['Test coverage'], states()['Open incidents']], ['unmeasured', 'claimed']);
    const [problem] = source('Test coverage').problems;
    assert.match(problem!.message, /coverage-summary\.json is not there/);
    host.write(`/work/${summary}`, coverage(81));
    await settled();
    assert.equal(states()['Test coverage'], 'met 81');
  });

  it('are never from the future, and of a report no newer than its file', async () => {
    const host = project({
      '/work/load.csv': 'time,ms\n2024-11-01,1\n2100-01-01,2\n2100-01-02,3\n',
      '/work/state.json': '{"open": 0}',
    });
    const { source } = await openMetrics(host);
    const { reading, trend } = source('Response time');
    assert.equal(reading!.time, now - 1_000);
    assert.ok(trend.every(({ time }) => time <= now - 1_000));
  });

  it('fail with the reason where a file is there and cannot be read, whether or not its format is named', async () => {
    const host = project({
      [configPath]: config('Test coverage: { file: a.out }', 'Open incidents: { file: a.out, format: json }'),
    });
    const streams = new (class extends MemoryStreams {
      override async read(): ReturnType<MemoryStreams['read']> {
        return {
          value: undefined,
          problems: [{ code: 'metric-source', severity: 'error', message: 'a.out is a pipe' }],
        };
      }
    })(host);
    const { source } = await openMetrics(host, { streams });
    for (const name of ['Test coverage', 'Open incidents'])
      assert.deepEqual(
        source(name).problems.map(({ message }) => message),
        ['a.out is a pipe'],
      );
  });

  it('go with the directory that holds a report, of which alone an event comes', async () => {
    const host = project();
    const { states, settled } = await openMetrics(host);
    host.change(`/work/${summary}`, undefined);
    host.fire({ uri: 'memory:///work/coverage', kind: 'deleted' });
    await settled();
    assert.equal(states()['Test coverage'], 'unmeasured');
  });

  it('are asked for what is new in the configuration alone', async () => {
    const host = project();
    const { states, settled, streams } = await openMetrics(host);
    streams.reads.length = 0;
    // Everything moves, and one is judged otherwise.
    const [first, second, third] = entries as [string, string, string];
    host.write(configPath, `# ours\n${config(third, second, first.replace('}', ', tolerance: 0.1 }'))}`);
    await settled();
    assert.deepEqual(streams.reads, []);
    assert.equal(states()['Test coverage'], 'near 75');
    host.write(configPath, config(first.replace('lines', 'branches'), second));
    await settled();
    assert.deepEqual([...new Set(streams.reads)], [summary]);
    assert.deepEqual(states(), {
      'Test coverage': 'missed 75',
      'Response time': 'met 95.05',
      'Open incidents': 'claimed',
    });
  });

  it('are not asked while a roadmap is written', async () => {
    const host = project();
    const { states, settled, streams } = await openMetrics(host);
    streams.reads.length = 0;
    for (let at = 1; at <= 20; at++) {
      host.write('/work/ROADMAP.md', plan.replace('Something', 'Something'.slice(0, at)).replace('80%+', `${at}%+`));
      await settled();
    }
    assert.equal(states()['Test coverage'], 'met 75');
    assert.deepEqual(streams.reads, []);
  });

  it('are asked again where the roadmap asks for another percentile, which has a trend of its own', async () => {
    const host = project();
    const { states, settled, streams, source } = await openMetrics(host);
    streams.reads.length = 0;
    host.write('/work/ROADMAP.md', plan.replace('p95', 'p50'));
    await settled();
    assert.equal(states()['Response time'], 'met 50.5');
    assert.deepEqual([...new Set(streams.reads)], ['load.csv']);
    assert.deepEqual(
      source('Response time').trend.map(({ value }) => value),
      [50.5],
    );
  });

  it('are of each folder its own, and go with it', async () => {
    const host = new MemoryHost(
      {
        '/a/ROADMAP.md': roadmap('Test coverage: 80%+'),
        '/a/.roadmap/config.yaml': config(entries[0]!),
        [`/a/${summary}`]: coverage(90),
        '/b/ROADMAP.md': roadmap('Test coverage: 80%+'),
        '/b/.roadmap/config.yaml': config(entries[0]!),
        [`/b/${summary}`]: coverage(10),
      },
      ['/a', '/b'],
    );
    const { store, settled, streams, source } = await openMetrics(host);
    const values = () => ['/a', '/b'].map((path) => source('Test coverage', path).reading?.measurement.value);
    assert.deepEqual(values(), [90, 10]);
    host.write(`/b/${summary}`, coverage(20));
    await settled();
    assert.deepEqual(values(), [90, 20]);
    host.setFolders(['/a']);
    await settled();
    streams.reads.length = 0;
    host.write(`/b/${summary}`, coverage(30));
    await settled();
    assert.deepEqual(streams.reads, []);
    assert.deepEqual(
      resultsOf(store.snapshot).map(({ state }) => state),
      ['met'],
    );
  });

  it('cost nothing but themselves where one cannot be read', async () => {
    const { states, source } = await openMetrics(project({ '/work/state.json': '{"open": ' }));
    assert.deepEqual(states(), {
      'Test coverage': 'missed 75',
      'Response time': 'met 95.05',
      'Open incidents': 'claimed',
    });
    const { state, problems } = source('Open incidents');
    assert.equal(state, 'failed');
    assert.match(problems[0]!.message, /^state\.json: /);
  });
});

describe('Reports that nobody named', () => {
  it('are found where they lie, without those that are configured', async () => {
    const lcov = 'TN:\nSF:a.js\nDA:1,1\nLF:1\nLH:1\nend_of_record\n';
    const host = project({ '/work/coverage/lcov.info': lcov });
    const { folder, settled } = await openMetrics(host);
    assert.deepEqual(folder().found, [{ path: 'coverage/lcov.info', format: 'lcov' }]);
    host.write(configPath, config('Test coverage: { file: coverage/lcov.info, value: lines }'));
    await settled();
    assert.deepEqual(folder().found, [{ path: summary, format: 'istanbul-summary' }]);
    host.delete(`/work/${summary}`);
    await settled();
    assert.deepEqual(folder().found, []);
  });

  it('are looked for as soon as the roadmap has metrics', async () => {
    const host = project({ '/work/ROADMAP.md': '# Plan\n\n- [ ] Something\n', [configPath]: config(entries[1]!) });
    const { folder, settled } = await openMetrics(host);
    assert.deepEqual(folder().found, []);
    host.write('/work/ROADMAP.md', plan);
    await settled();
    assert.deepEqual(
      folder().found.map(({ path }) => path),
      [summary],
    );
  });

  it('tell what they hold where each has names of its own, so that it can be suggested', async () => {
    const host = new MemoryHost({
      '/work/ROADMAP.md': roadmap('Checkout latency: < 200ms', 'Parse speed: < 5ms'),
      '/work/metrics.prom': '# TYPE checkout_latency_seconds gauge\ncheckout_latency_seconds 0.12\n',
      '/work/bench.json': '[{"name": "Parse speed", "unit": "ms", "value": 3}]',
    });
    const { folder, store } = await openMetrics(host);
    const { found } = folder();
    assert.deepEqual(found, [
      { path: 'bench.json', format: 'benchmark', measurements: [{ name: 'Parse speed', unit: 'ms' }] },
      { path: 'metrics.prom', format: 'prometheus', measurements: [{ name: 'checkout_latency_seconds', unit: 's' }] },
    ]);
    const metrics = store.snapshot.roadmaps.flatMap(({ roadmap: read }) => read?.metrics ?? []);
    assert.deepEqual(
      suggestSources(metrics, found).map(({ source }) => source),
      [
        {
          kind: 'file',
          metric: 'Checkout latency',
          file: 'metrics.prom',
          format: 'prometheus',
          value: 'checkout_latency_seconds',
        },
        { kind: 'file', metric: 'Parse speed', file: 'bench.json', format: 'benchmark', value: 'Parse speed' },
      ],
    );
  });
});

describe('Trends', () => {
  it('survive a window, and begin anew where what was kept is damaged', async () => {
    const cache = new TrendCache();
    const host = project();
    const first = await openMetrics(host, { cache });
    host.write(`/work/${summary}`, coverage(78));
    await first.settled();
    first.dispose();
    const trendOf = async () => {
      const open = await openMetrics(host, { cache, streams: first.streams });
      host.write(`/work/${summary}`, coverage(82));
      await open.settled();
      open.dispose();
      return open.source('Test coverage').trend.map(({ value }) => value);
    };
    const kept = await trendOf();
    assert.deepEqual(kept, [75, 78, 82]);
    // The file as the window found it, and as it was written then.
    for (const text of ['{"version":1,', 'null', '[]', '{"version":1,"folder":"memory:///work","points":7}']) {
      for (const name of cache.texts.keys()) cache.texts.set(name, text);
      assert.deepEqual(await trendOf(), [82, 82], text);
    }
  });
});
