import assert from 'node:assert/strict';
import { checkText, decodeText, maxFileBytes } from '../../../../src/core/text/decode.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'little' | 'big') => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), order === 'little');
  return bytes;
};
const codes = (bytes: Uint8Array) => decodeText(bytes).problems.map(({ code }) => code);

describe('A file', () => {
  const text = '- [ ] Größe ✅\r\n';
  const encodings = {
    'UTF-8': utf8(text),
    'UTF-8 with a byte order mark': utf8(`\ufeff${text}`),
    'UTF-16 LE': utf16(`\ufeff${text}`, 'little'),
    'UTF-16 BE': utf16(`\ufeff${text}`, 'big'),
  };
  for (const [name, bytes] of Object.entries(encodings)) {
    it(`in ${name} is read, without its mark`, () =>
      assert.deepEqual(decodeText(bytes), { value: text, problems: [] }));
  }

  it('that is empty is an empty text', () =>
    assert.deepEqual(decodeText(new Uint8Array()), { value: '', problems: [] }));

  it('that is no text is refused', () => {
    assert.deepEqual([decodeText(utf8('a\0b')).value, codes(utf8('a\0b'))], [undefined, ['not-text']]);
    assert.deepEqual(codes(utf16('no mark', 'little')), ['not-text']);
  });

  it('that is too large is refused, and says how large', () => {
    const { value, problems } = decodeText(new Uint8Array(maxFileBytes + 1).fill(97));
    assert.equal(value, undefined);
    assert.match(problems[0]!.message, /^This file has 11 MB, more than the 10 MB/);
  });

  it('that is not valid UTF-8 is read as far as it can be, and says where it cannot', () => {
    const { value, problems } = decodeText(Uint8Array.of(97, 0xfc, 98, 10, 0xe9, 0xe9));
    assert.equal(value, 'a\ufffdb\n\ufffd\ufffd');
    assert.deepEqual(
      problems.map(({ code, span, places }) => ({ code, span, places })),
      [
        {
          code: 'invalid-utf8',
          span: { start: 1, end: 2 },
          places: [
            { start: 1, end: 2 },
            { start: 4, end: 6 },
          ],
        },
      ],
    );
    assert.match(problems[0]!.message, /in 2 places/);
  });
});

describe('A text that an editor decoded', () => {
  it('is taken as it is', () => assert.deepEqual(checkText('Größe'), { value: 'Größe', problems: [] }));

  it('is no text where it holds NUL', () => {
    const { value, problems } = checkText('PK\0\u0001');
    assert.deepEqual([value, problems.map(({ code }) => code)], [undefined, ['not-text']]);
  });

  it('is reported where decoding failed', () => {
    const { value, problems } = checkText('Gr\ufffd\ufffde');
    assert.deepEqual(
      [value, problems.map(({ code, span }) => [code, span])],
      ['Gr\ufffd\ufffde', [['invalid-utf8', { start: 2, end: 4 }]]],
    );
  });
});
