import assert from 'node:assert/strict';
import type { FileSource } from '../../../src/core/model/metric.js';
import { MemoryHost } from '../../../src/hosts/memory.js';
import { MetricTrends } from '../../../src/workspace/metricTrends.js';
import type { Cache } from '../../../src/workspace/ports.js';
import { TrendCache } from '../../support/metrics.js';

const folder = { uri: 'memory:///work', name: 'work' };
const source = (metric: string): FileSource => ({ kind: 'file', metric, file: 'a.json' });
const points = (...values: readonly number[]) => values.map((value, index) => ({ time: 1_000 + index, value }));

describe('The remembered readings of a source', () => {
  const open = async (cache?: Cache, host = new MemoryHost(), of = folder) => {
    const trends = new MetricTrends(of, cache, host);
    await trends.load();
    return trends;
  };
  const valuesOf = (trends: MetricTrends, metric: string) => trends.of(source(metric)).map(({ value }) => value);

  it('are in the order of time, however they came, each time once', async () => {
    const trends = await open();
    trends.add(source('A'), [
      { time: 3, value: 30 },
      { time: 1, value: 10, unit: '%' },
    ]);
    trends.add(source('A'), [
      { time: 2, value: 20 },
      { time: 3, value: 31 },
    ]);
    assert.deepEqual(trends.of(source('A')), [
      { time: 1, value: 10, unit: '%' },
      { time: 2, value: 20 },
      { time: 3, value: 31 },
    ]);
    assert.deepEqual(trends.of(source('B')), []);
  });

  it('are at most 200, the newest', async () => {
    const cache = new TrendCache();
    const trends = await open(cache);
    trends.add(source('A'), points(...Array.from({ length: 150 }, (_, index) => index)));
    trends.add(
      source('A'),
      Array.from({ length: 150 }, (_, index) => ({ time: 2_000 + index, value: 1_000 + index })),
    );
    await trends.save([source('A')]);
    const again = await open(cache);
    for (const one of [trends, again]) {
      const values = valuesOf(one, 'A');
      assert.deepEqual([values.length, values[0], values.at(-1)], [200, 100, 1_149]);
    }
  });

  it('are those of the source, wherever it stands and however it is judged', async () => {
    const trends = await open();
    trends.add(source('A'), points(1));
    const moved = { ...source('A'), span: { start: 5, end: 9 }, tolerance: 0.5, maxAge: 3 };
    assert.equal(trends.of(moved).length, 1);
    assert.equal(trends.of({ ...source('A'), value: 'lines' }).length, 0);
  });

  it('survive a window; those of sources that are gone are forgotten', async () => {
    const cache = new TrendCache();
    const first = await open(cache);
    first.add(source('A'), points(1, 2));
    first.add(source('B'), points(3));
    await first.save([source('A'), source('B')]);
    const second = await open(cache);
    assert.deepEqual([valuesOf(second, 'A'), valuesOf(second, 'B')], [[1, 2], [3]]);
    second.add(source('A'), [{ time: 5_000, value: 4 }]);
    await second.save([source('A')]);
    const third = await open(cache);
    assert.deepEqual([valuesOf(third, 'A'), valuesOf(third, 'B')], [[1, 2, 4], []]);
  });

  it('are kept for their folder alone', async () => {
    const cache = new TrendCache();
    const own = await open(cache);
    own.add(source('A'), points(1));
    await own.save([source('A')]);
    const [[name, text]] = [...cache.texts] as [[string, string]];
    // Two folders may have the same name for what is kept.
    const other = { uri: 'memory:///other', name: 'other' };
    const borrowed: Cache = { read: async () => text, write: async () => undefined };
    assert.match(name, /^[\w-]+$/);
    assert.deepEqual(valuesOf(await open(borrowed, new MemoryHost(), other), 'A'), []);
  });

  it('are not written where nothing is new', async () => {
    let written = 0;
    const cache: Cache = { read: async () => undefined, write: async () => void written++ };
    const trends = await open(cache);
    await trends.save([source('A')]);
    trends.add(source('A'), points(1));
    await trends.save([source('A')]);
    trends.add(source('A'), points(1));
    await trends.save([source('A')]);
    assert.equal(written, 1);
  });

  it('cost nothing where what was kept is damaged', async () => {
    const cache = new TrendCache();
    const trends = await open(cache);
    trends.add(source('A'), points(1, 2, 3));
    await trends.save([source('A')]);
    const [name, text] = [...cache.texts][0]!;
    const host = new MemoryHost();
    for (const damaged of ['', 'null', '7', text.slice(0, -5), text.replace('"version":1', '"version":0')]) {
      cache.texts.set(name, damaged);
      assert.deepEqual(valuesOf(await open(cache, host), 'A'), [], damaged);
    }
    assert.ok(host.messages.length > 0);
    // One point that is none costs itself.
    cache.texts.set(name, text.replace('"value":2', '"value":"2"'));
    assert.deepEqual(valuesOf(await open(cache), 'A'), [1, 3]);
  });

  it('are there in this window where they cannot be kept', async () => {
    const host = new MemoryHost();
    const trends = await open({ read: async () => undefined, write: async () => 'disk full' }, host);
    trends.add(source('A'), points(1));
    await trends.save([source('A')]);
    assert.deepEqual(valuesOf(trends, 'A'), [1]);
    assert.deepEqual(
      host.messages.map((message) => message.includes('disk full')),
      [true],
    );
  });
});
