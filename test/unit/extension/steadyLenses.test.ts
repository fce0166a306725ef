import assert from 'node:assert/strict';
import { SteadyLines } from '../../../src/extension/steadyLenses.js';

const at = (line: number, says = '') => ({ line, says });
const typed = (startLine: number, startCharacter: number, endLine: number, newBreaks: number) => ({
  startLine,
  startCharacter,
  endLine,
  newBreaks,
});

describe('Lenses while a person types', () => {
  it('stay where they are when what they stand for is gone', () => {
    const lines = new SteadyLines<{ line: number; says: string }>();
    lines.take([at(3, 'a')]);
    lines.type([typed(3, 5, 3, 0)]);
    assert.deepEqual(lines.take([]), [at(3, 'a')]);
  });

  it('do not come before a pause', () => {
    const lines = new SteadyLines<{ line: number; says: string }>();
    lines.take([at(3)]);
    lines.type([typed(8, 0, 8, 0)]);
    assert.deepEqual(lines.take([at(3), at(8)]), [at(3)]);
    lines.pause();
    assert.deepEqual(lines.take([at(3), at(8)]), [at(3), at(8)]);
  });

  it('say what is known now', () => {
    const lines = new SteadyLines<{ line: number; says: string }>();
    lines.take([at(3, 'old')]);
    lines.type([typed(3, 5, 3, 0)]);
    assert.deepEqual(lines.take([at(3, 'new')]), [at(3, 'new')]);
  });

  it('move with their lines', () => {
    const lines = new SteadyLines<{ line: number; says: string }>();
    lines.take([at(3), at(9)]);
    lines.type([typed(5, 2, 5, 2)]);
    assert.deepEqual(lines.take([]), [at(3), at(11)]);
    lines.type([typed(0, 0, 2, 0)]);
    assert.deepEqual(lines.take([]), [at(1), at(9)]);
  });

  it('move when a line is broken at its beginning, and stay when it is broken further on', () => {
    const lines = new SteadyLines<{ line: number; says: string }>();
    lines.take([at(3)]);
    lines.type([typed(3, 0, 3, 1)]);
    assert.deepEqual(lines.take([]), [at(4)]);
    lines.type([typed(4, 7, 4, 1)]);
    assert.deepEqual(lines.take([]), [at(4)]);
  });

  it('go with lines that are deleted', () => {
    const lines = new SteadyLines<{ line: number; says: string }>();
    lines.take([at(3), at(4), at(7)]);
    lines.type([typed(2, 5, 5, 0)]);
    assert.deepEqual(lines.take([]), [at(4)]);
  });
});
