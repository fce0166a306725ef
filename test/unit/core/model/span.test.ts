import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LineIndex, touches } from '../../../../src/core/model/span.js';

describe('Lines of a text', () => {
  it('break as VS Code breaks them', () => {
    const lines = new LineIndex('a\r\nb\rc\n\nd');
    assert.equal(lines.lineCount, 5);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((offset) => lines.lineAt(offset)),
      [0, 0, 0, 1, 1, 2, 2, 3, 4, 4],
    );
    assert.deepEqual(lines.lineSpan(0), { start: 0, end: 1 });
    assert.deepEqual(lines.lineSpan(3), { start: 7, end: 7 });
  });

  it('are bounded by the text', () => {
    const lines = new LineIndex('ab\ncd');
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(lines.offsetAt({ line: 99, character: 0 }), 3);
    assert.equal(lines.offsetAt({ line: -1, character: -1 }), 0);
  });

  it('are those of a split, for any text, and lead back to every offset', () => {
    const unit = fc.constantFrom('a', '\r', '\n', '🔴', '\u2028');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        const lines = new LineIndex(text);
        const expected = text.split(/\r\n|\r|\n/);
        assert.deepEqual(
          expected.map((_, line) => lines.lineSpan(line)).map(({ start, end }) => text.slice(start, end)),
          expected,
        );
        assert.equal(lines.lineCount, expected.length);
        for (let offset = 0; offset <= text.length; offset++) {
          const position = lines.positionAt(offset);
          const isInsideBreak = text[offset - 1] === '\r' && text[offset] === '\n';
          if (!isInsideBreak) assert.equal(lines.offsetAt(position), offset);
        }
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});

describe('A span', () => {
  it('is touched by a cursor behind its last character', () => {
    assert.deepEqual(
      [1, 2, 4, 5].map((offset) => touches({ start: 2, end: 4 }, offset)),
      [false, true, true, false],
    );
  });
});
