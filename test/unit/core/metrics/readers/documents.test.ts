import assert from 'node:assert/strict';
import { fixture, measure, refusal } from './reading.js';

describe('numbers in JSON', () => {
  const slo = fixture('plain/slo.json');

  it('are named by a JSONPath or a JSON Pointer', async () => {
    assert.deepEqual(await measure('json', slo, { value: '$.latency.p95' }), {
      name: '$.latency.p95',
      value: 180,
      unit: 'ms',
    });
    assert.deepEqual(await measure('json', slo, { value: '/latency/p95' }), {
      name: '/latency/p95',
      value: 180,
      unit: 'ms',
    });
    assert.equal((await measure('json', slo, { value: '$.runs[?@.ok == true].took', aggregate: 'max' })).value, 2.5);
    assert.equal((await measure('json', slo, { value: '$.runs[-1].took' })).value, 2.5);
    assert.equal((await measure('json', '{"a/b":{"~":[7]}}', { value: '/a~1b/~0/0' })).value, 7);
  });

  it('are made one by an aggregate', async () => {
    const path = '$.runs[*].took';
    const by = async (aggregate: 'last' | 'mean' | 'median' | 'count' | 'p75' | 'sum' | 'min') =>
      (await measure('json', slo, { value: path, aggregate })).value;
    assert.equal(await by('last'), 2.5);
    assert.equal(await by('mean'), 13 / 3);
    assert.equal(await by('median'), 2.5);
    assert.equal(await by('count'), 3);
    assert.equal(await by('p75'), 5.75);
    assert.equal(await by('sum'), 13);
    assert.equal(await by('min'), 1.5);
    const list = await measure('json', slo, { value: '/latency/all_ms', aggregate: 'p50' });
    assert.deepEqual(list, {
      name: '/latency/all_ms',
      value: 150,
      unit: 'ms',
      aggregate: 'p50',
      detail: 'p50 of 3 numbers',
    });
    assert.match(await refusal('json', slo, { value: path }), /names 3 numbers.*aggregate/);
    assert.match(await refusal('json', slo, { value: path, aggregate: 'p101' }), /p101/);
  });

  it('have the unit that stands with them, else the one that is said, else that of the key', async () => {
    assert.equal((await measure('json', '{"took":"1.2 s"}', { value: '/took', unit: 'ms' })).unit, 's');
    assert.equal((await measure('json', '{"took_ms":3}', { value: '/took_ms', unit: 's' })).unit, 's');
    assert.equal((await measure('json', '{"total":{"pct":3}}', { value: "$['total'].pct" })).unit, '%');
    assert.match(await refusal('json', '["1 s","2 ms"]', { value: '$[*]', aggregate: 'sum' }), /different units/);
  });

  it('may be all there is', async () => {
    assert.deepEqual(await measure('json', '"82.4 %\\n"'), { name: 'value', value: 82.4, unit: '%' });
    assert.deepEqual(await measure('json', ' 42 '), { name: 'value', value: 42 });
  });

  it('are asked for by a path that leads to one', async () => {
    assert.match(await refusal('json', slo), /for instance \/latency\/p95/);
    assert.match(await refusal('json', slo, { value: '/latency' }), /for instance \/latency\/p95/);
    assert.match(await refusal('json', slo, { value: '/latency/p99' }), /no "p99" among p95, all_ms/);
    assert.match(await refusal('json', slo, { value: '/runs/7' }), /no entry of a list of 3/);
    assert.match(await refusal('json', slo, { value: '$.nothing' }), /names nothing/);
    assert.match(await refusal('json', slo, { value: '$.service' }), /is no number: "cart"/);
    assert.match(await refusal('json', slo, { value: '$.a.[' }), /no valid JSONPath, at character 5/);
    assert.match(await refusal('json', slo, { value: 'latency' }), /\$\.latency/);
  });

  it('stand in valid JSON, or it is said where that ends', async () => {
    assert.match(await refusal('json', '{"a": 1,\n "b": x}'), /Line 2, column 7/);
    assert.match(await refusal('json', '{"a": "b\u0000"}'), /Line 1, column 9/);
    assert.match(await refusal('json', '[1,]'), /Line 1, column 4/);
    assert.match(await refusal('json', '{"a": [1, 2'), /ends too early/);
    assert.match(await refusal('json', ''), /empty/);
  });
});

describe('numbers in YAML', () => {
  const slo = fixture('plain/slo.yaml');

  it('are named as in JSON', async () => {
    assert.deepEqual(await measure('yaml', slo, { value: '/latency/p95' }), {
      name: '/latency/p95',
      value: 180,
      unit: 'ms',
    });
    assert.equal((await measure('yaml', slo, { value: '$.latency.all[*]', aggregate: 'max' })).value, 180);
    assert.deepEqual(await measure('yaml', slo, { value: '$.availability' }), {
      name: '$.availability',
      value: 99.93,
      unit: '%',
    });
  });

  it('stand in valid YAML, or it is said where that ends', async () => {
    assert.match(await refusal('yaml', 'a: 1\nb: "open'), /^Line 2: /);
    assert.match(await refusal('yaml', '# nothing\n'), /empty/);
  });
});

describe('documents that would take for ever', () => {
  it('are read only by paths that do not', async () => {
    for (const value of [
      '$..*..*',
      '$[?match(@.a, "(a+)+")]',
      '$..[?count($..*) > 1]',
      `$${'[*,*]'.repeat(10)}`,
      '$[?@..a]',
    ]) {
      assert.match(await refusal('json', '[[[1]]]', { value }), /very long/, value);
    }
    assert.match(await refusal('json', '1', { value: `$${'.a'.repeat(600)}` }), /too long/);
    assert.match(await refusal('json', '{}', { value: `$[?${'('.repeat(900)}` }), /no valid JSONPath/);
  });

  it('are refused where they are nested without end', async () => {
    assert.match(await refusal('json', '['.repeat(100_000), { value: '$..a' }), /200 levels/);
    assert.match(await refusal('yaml', '['.repeat(100_000), { value: '$..a' }), /nested too deeply/);
    assert.match(await refusal('yaml', 'a: &a [1, *a]', { value: '$..a' }), /aliases/);
    const bomb = `a0: &a0 [1,1,1,1,1,1,1,1,1]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]`).join('\n')}\n`;
    assert.match(await refusal('yaml', bomb, { value: '/a9' }), /aliases/);
  });
});
