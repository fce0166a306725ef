import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { MappedText, SourceText, type Replacement } from '../../../../src/core/text/sourceText.js';

/** A source with pieces cut out or replaced, from a list of [kept, replaced, by]. */
function build(parts: readonly (readonly [string, string, string])[], before = '') {
  let source = before;
  let text = '';
  const replacements: Replacement[] = [];
  for (const [kept, replaced, by] of parts) {
    source += kept;
    text += kept;
    if (replaced === '') continue;
    replacements.push({ start: source.length, end: source.length + replaced.length, text: by });
    source += replaced;
    text += by;
  }
  return {
    read: MappedText.read(source, { start: before.length, end: source.length }, replacements),
    source,
    text,
    replacements,
  };
}

describe('A text as read', () => {
  it('leads back to its source through what was replaced', () => {
    const { read, source } = build([
      ['', '**', ''],
      ['bold', '**', ''],
      [' ', 'âœ…', '✅'],
      ['', '_', ''],
      ['end', '_', ''],
    ]);
    assert.equal(read.text, 'bold ✅end');
    const sourceOf = (part: string) => {
      const at = read.text.indexOf(part);
      const { start, end } = read.sourceSpan(at, at + part.length);
      return source.slice(start, end);
    };
    for (const [part, expected] of [
      ['bold', 'bold'],
      ['✅', 'âœ…'],
      ['end', 'end'],
      ['bold ✅', 'bold** âœ…'],
      ['✅end', 'âœ…_end'],
    ] as const) {
      assert.equal(sourceOf(part), expected);
    }
  });

  it('knows where a place of the source went', () => {
    const { read } = build([
      ['ab', '**', ''],
      ['cd', '&amp;', '&'],
      ['e', '', ''],
    ]);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12].map((offset) => read.indexAt(offset)),
      [0, 1, 2, 2, 2, 3, 4, 5, 5, 5, 6],
    );
  });

  it('keeps order and bounds, and every kept character stands where the source has it', () => {
    const short = fc.string({ maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(short, short, fc.constantFrom('', 'x', '🔴')), { maxLength: 8 }),
        short,
        (parts, before) => {
          const { read, source, text, replacements } = build(parts, before);
          assert.equal(read.text, text);
          let last = before.length;
          for (let index = 0; index <= text.length; index++) {
            const at = read.sourceAt(index);
            assert.ok(last <= at && at <= source.length);
            last = at;
            const { start, end } = read.sourceSpan(index, index + 1);
            if (index < text.length && !replacements.some((piece) => piece.start <= at && at < piece.end)) {
              assert.equal(source.slice(start, end), text[index]);
              assert.equal(read.indexAt(at), index);
            }
          }
          assert.deepEqual(read.sourceSpan(0, text.length).end <= source.length, true);
        },
      ),
      { seed: 2, numRuns: 200 },
    );
  });
});

describe('Garbled characters of a file', () => {
  it('are found for each of its lines', () => {
    const source = new SourceText('âœ… a\nb\nâ†’ c âœ…');
    assert.deepEqual(
      source.mojibakeIn({ start: 0, end: 5 }).map(({ text }) => text),
      ['✅'],
    );
    assert.deepEqual(source.mojibakeIn({ start: 6, end: 7 }), []);
    assert.deepEqual(
      source.mojibakeIn({ start: 8, end: source.text.length }).map(({ text }) => text),
      ['→', '✅'],
    );
  });
});
