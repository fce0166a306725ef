import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { PieceDecoder } from '../../../../src/core/text/pieceDecoder.js';

/** Decodes bytes that come in pieces of these lengths; the last one is as long as need be. */
function decode(bytes: Uint8Array, lengths: readonly number[] = []): string {
  const decoder = new PieceDecoder();
  let text = '';
  let at = 0;
  for (const length of [...lengths, Infinity]) {
    const end = Math.min(bytes.length, at + length);
    text += decoder.push(bytes.subarray(at, end));
    at = end;
  }
  return text + decoder.end();
}

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const utf16le = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const utf16be = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
/** No mark at the beginning: it is none of the text's. */
const texts = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => text[0] !== '\ufeff');
const lengths = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 });

describe('A file that is decoded piece by piece', () => {
  it('is the same text wherever it is cut, in UTF-8 and both UTF-16', () => {
    fc.assert(
      fc.property(texts, lengths, (text, cuts) => {
        assert.equal(decode(utf8(text), cuts), text);
        assert.equal(decode(utf8(`\ufeff${text}`), cuts), text);
        assert.equal(decode(utf16le(text), cuts), text);
        assert.equal(decode(utf16be(text), cuts), text);
      }),
      { numRuns: 200 },
    );
  });

  it('is read whatever its bytes are, and alike wherever it is cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), lengths, (bytes, cuts) => {
        assert.equal(decode(bytes, cuts), decode(bytes));
      }),
      { numRuns: 200 },
    );
  });

  it('has U+FFFD where bytes are no characters, also at its end', () => {
    assert.equal(decode(Uint8Array.of(0x61, 0xff, 0x62)), 'a\ufffdb');
    assert.equal(decode(Uint8Array.of(0x61, 0xe2, 0x82), [1, 1]), 'a\ufffd');
    assert.equal(decode(Uint8Array.of(0xff, 0xfe, 0x61), [1]), '\ufffd');
  });

  it('may be empty, or a byte long', () => {
    assert.equal(decode(new Uint8Array(0)), '');
    assert.equal(decode(utf8('7')), '7');
    assert.equal(decode(Uint8Array.of(0xff, 0xfe)), '');
  });

  it('gives what a piece holds at once, but for a character that is cut', () => {
    const decoder = new PieceDecoder();
    const euro = utf8('€');
    assert.equal(decoder.push(utf8('ab')), 'ab');
    assert.equal(decoder.push(euro.subarray(0, 2)), '');
    assert.equal(decoder.push(euro.subarray(2)), '€');
    assert.equal(decoder.end(), '');
  });
});
