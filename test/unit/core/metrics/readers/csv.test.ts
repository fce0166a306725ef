import assert from 'node:assert/strict';
import type { Measurement } from '../../../../../src/core/model/metric.js';
import { fixture, measure, read, readPieces, refusal, values } from './reading.js';

describe('columns of CSV', () => {
  const load = fixture('plain/load.csv');

  it('are named by their heading, with or without its unit, or by number from 1', async () => {
    for (const value of ['duration (ms)', 'Duration', '3']) {
      const { value: found, problems } = await read('csv', load, { value });
      const [{ time, history, ...measured }] = found as [Measurement];
      assert.deepEqual(measured, {
        name: 'duration (ms)',
        value: 200,
        aggregate: 'last',
        detail: 'last of 3 numbers',
        unit: 'ms',
      });
      assert.deepEqual([time, history?.length], [1_733_400_003, 2]);
      assert.match(problems[0]!.message, /1, the first in line 5, "n\/a"/);
    }
    assert.match(await refusal('csv', load, { value: 'speed' }), /time, endpoint, duration \(ms\), ok/);
    assert.match(await refusal('csv', load, { value: '0' }), /no column "0"/);
    assert.match(await refusal('csv', load, { value: 'endpoint' }), /no numbers/);
  });

  it('are made one number by an aggregate', async () => {
    const by = async (aggregate: 'min' | 'mean' | 'p50' | 'count' | 'sum') =>
      (await read('csv', load, { value: 'duration', aggregate })).value[0]!.value;
    assert.equal(await by('min'), 80);
    assert.equal(await by('mean'), 400 / 3);
    assert.equal(await by('p50'), 120);
    assert.equal(await by('count'), 3);
    assert.equal(await by('sum'), 400);
  });

  it('have a history where another one says when each row was measured', async () => {
    const weeks = 'date,users\n2026-01-05,10\n2026-01-12T06:00:00+02:00,\n2026-01-19 12:30,14\n1769990400,16\n';
    const { value, time, history } = await measure('csv', weeks, { value: 'users' });
    const at = (text: string) => Date.parse(text) / 1000;
    assert.deepEqual([value, time], [16, 1_769_990_400]);
    assert.deepEqual(history, [
      { time: at('2026-01-05T00:00:00Z'), value: 10 },
      { time: at('2026-01-19T12:30:00Z'), value: 14 },
    ]);
    // Whichever end new rows are added at.
    const newestFirst = await measure('csv', 'date,n\n2026-11-26,90\n2026-11-20,70\n2026-11-10,60\n', { value: 'n' });
    assert.deepEqual([newestFirst.value, newestFirst.time], [90, at('2026-11-26T00:00:00Z')]);
    assert.deepEqual(
      newestFirst.history!.map((point) => point.value),
      [60, 70],
    );
    // What is made of several numbers is of its newest row.
    const mean = await measure('csv', weeks, { value: 'users', aggregate: 'mean' });
    assert.deepEqual([mean.time, mean.history], [1_769_990_400, undefined]);
    const odd = await measure('csv', 'day,users\nMonday,10\n2026-13-01,11\n2026-01-01 25:00,12\n', { value: 'users' });
    assert.deepEqual([odd.time, odd.history], [undefined, undefined]);
    const many = `time,n\n${Array.from({ length: 5_000 }, (_, row) => `${1_700_000_000 + row},${row}`).join('\n')}`;
    const last = await measure('csv', many, { value: 'n' });
    assert.deepEqual([last.history!.length, last.history!.at(-1)!.value], [200, 4_998]);
  });

  it('are all measured where none is named', async () => {
    assert.deepEqual(await values('csv', load), { 'duration (ms)': 200, ok: 1 });
  });

  it('may be divided by semicolons, tabs or bars, with decimal commas', async () => {
    const weeks = await measure('csv', fixture('plain/weeks.csv'), { value: 'Abdeckung' });
    assert.deepEqual([weeks.value, weeks.unit], [82.25, '%']);
    assert.equal((await measure('csv', 'a\tb\n1\t2,5\n3\t4,5\n', { value: 'b' })).value, 4.5);
    assert.equal((await measure('csv', 'a|b\r1|2\r3|4\r', { value: 'b' })).value, 4);
  });

  it('may have no headings', async () => {
    assert.equal((await measure('csv', '1,2\n3,4\n', { value: '2' })).value, 4);
    assert.match(await refusal('csv', '1,2\n', { value: 'b' }), /no headings.* 1 to 2/);
  });

  it('say where a quotation mark was never closed', async () => {
    assert.match(await refusal('csv', 'a,b\n1,2\n3,"4\n5,6\n', { value: 'b' }), /^Line 3:/);
    assert.match(await refusal('csv', '\n\n'), /empty/);
    assert.match(await refusal('csv', 'a,b\n', { value: 'a' }), /holds no numbers/);
  });

  it('may be longer than what is kept of them', async () => {
    const rows = ['n\n', ...Array<string>(10).fill('1\n3\n'.repeat(50_000)), '2\n'];
    const ranked = await readPieces('csv', rows, { value: 'n', aggregate: 'p95' });
    assert.match(ranked.problems[0]!.message, /1000001 numbers.*1000000/);
    assert.equal(
      (await readPieces('csv', rows, { value: 'n', aggregate: 'mean' })).value[0]!.value,
      2_000_002 / 1_000_001,
    );
  });
});
