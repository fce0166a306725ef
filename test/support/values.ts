import assert from 'node:assert/strict';
import * as fc from 'fast-check';

/** A table of what is read from a text; undefined where nothing must be. */
export type Table = Readonly<Record<string, string | undefined>>;

/** One test per row: `says` puts what was read in a few characters. */
export function checkTable(table: Table, says: (text: string) => string | undefined): void {
  for (const [text, expected] of Object.entries(table)) {
    it(`"${text}" ${expected === undefined ? 'says nothing' : `is ${expected}`}`, () =>
      assert.equal(says(text), expected));
  }
}

/** Where in a text something was read. */
export interface Placed {
  readonly start: number;
  readonly end: number;
}

/** Checks, over texts made of the given pieces, that reading never throws and points into the text. */
export function checkPlaces(pieces: readonly string[], read: (text: string) => Placed | undefined): void {
  it('never throws, and points into the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...pieces, ' ', '  ', '-', '–', '.', ',', ':', '(', ')', '+', '0', '12'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        const found = read(text);
        if (found) assert.ok(0 <= found.start && found.start < found.end && found.end <= text.length);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
}
