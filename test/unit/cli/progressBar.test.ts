import assert from 'node:assert/strict';
import { progressBar } from '../../../src/cli/progressBar.js';
import { width } from '../../../src/core/views/columns.js';

/** A terminal that keeps what is written, and a clock that is set by hand. */
function terminal(columns: number | undefined = 60, isTTY = true, env: Record<string, string> = {}) {
  const written: string[] = [];
  const clock = { time: 1_000 };
  const stream = {
    isTTY,
    ...(columns === undefined ? {} : { columns }),
    write: (text: string) => void written.push(text),
  };
  return { bar: progressBar(stream, env, () => clock.time), written, clock };
}

describe('A progress bar', () => {
  it('is drawn on a terminal alone', () => {
    assert.notEqual(terminal().bar, undefined);
    assert.equal(terminal(60, false).bar, undefined);
    assert.equal(terminal(60, true, { TERM: 'dumb' }).bar, undefined);
  });

  it('does not show for work that is soon done, and leaves nothing to clear', () => {
    const { bar, written, clock } = terminal();
    for (let done = 1; done <= 10; done++, clock.time += 20) bar!.report('reading', done, 10);
    bar!.end();
    assert.deepEqual(written, []);
  });

  it('shows how far it is after a moment, not too often, and is cleared at the end', () => {
    const { bar, written, clock } = terminal();
    for (let done = 0; done <= 100; done++, clock.time += 10) bar!.report('reading', done, 100);
    bar!.end();
    assert.equal(written[0], `\rreading  ${'■'.repeat(9)}${'□'.repeat(21)}   30 %\u001b[K`);
    assert.ok(written.length <= 9, `${written.length} times`);
    assert.equal(written.at(-1), '\r\u001b[K');
    bar!.end();
    assert.equal(written.filter((text) => text === '\r\u001b[K').length, 1);
  });

  it('begins anew after its end', () => {
    const { bar, written, clock } = terminal();
    bar!.report('a', 1, 2);
    clock.time += 400;
    bar!.end();
    bar!.report('b', 1, 2);
    clock.time += 299;
    bar!.report('b', 2, 2);
    assert.deepEqual(written, []);
  });

  it('fits terminals of any width, whatever is read', () => {
    for (const columns of [10, 20, 40, 80, undefined])
      for (const what of ['reading', `reading ${'日本'.repeat(40)}`]) {
        const { bar, written, clock } = terminal(columns);
        bar!.report(what, 0, 9);
        clock.time += 500;
        bar!.report(what, 3, 9);
        const line = written[0]!.slice(1, -3);
        assert.match(line, / 33 %$/);
        assert.ok(width(line) < (columns ?? 80), `${columns}: ${line}`);
      }
  });

  it('knows no more than all, and nothing of nothing', () => {
    const { bar, written, clock } = terminal();
    bar!.report('x', 0, 0);
    clock.time += 500;
    bar!.report('x', 0, 0);
    clock.time += 500;
    bar!.report('x', 9, 3);
    assert.match(written[0]!, / {3}0 %/);
    assert.match(written[1]!, /100 %/);
  });
});
