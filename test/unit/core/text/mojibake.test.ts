import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findMojibake } from '../../../../src/core/text/mojibake.js';

/** Bytes 80 to 9F in Windows-1252; written out, since the decoder of some Node versions takes it for Latin-1. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-8 as it looks after it was read as Latin-1, and as Windows-1252. */
const asLatin1 = (text: string) =>
  [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('');
const garble = (text: string) => asLatin1(text).replace(/[\x80-\x9f]/g, (byte) => high[byte.charCodeAt(0) - 0x80]!);

/** The text with every place replaced by what was meant. */
function meant(text: string): string {
  let result = '';
  let from = 0;
  for (const place of findMojibake(text)) {
    result += text.slice(from, place.start) + place.meant;
    from = place.end;
  }
  return result + text.slice(from);
}

describe('Garbled characters', () => {
  for (const text of [
    '✅ Done',
    '🔴 High',
    'Dev → Prod',
    'a – b — c … “d” ‘e’',
    '日本語',
    'Größe ✅',
    'été à la carte',
    'café, déjà vu',
    '≥ 95 %',
    '⏳🚧',
  ]) {
    it(`are read as meant: ${text}`, () => assert.equal(meant(garble(text)), text));
  }

  it('are read as meant where Latin-1 was in their way', () => {
    assert.equal(meant(asLatin1('✅ Größe → 日本')), '✅ Größe → 日本');
  });

  it('have exact places, the undefined bytes of Windows-1252 among them', () => {
    assert.deepEqual(findMojibake(`a ${garble('→')} b ${garble('🏁')}`), [
      { start: 2, end: 5, meant: '→' },
      { start: 8, end: 12, meant: '🏁' },
    ]);
  });

  it('of two bytes count beside others', () => {
    assert.deepEqual(
      findMojibake(`${garble('é')} und ${garble('✅')}`).map((place) => place.meant),
      ['é', '✅'],
    );
    assert.deepEqual(
      findMojibake(`${garble('é')} und ${garble('ü')}`).map((place) => place.meant),
      ['é', 'ü'],
    );
  });

  it('are found again in any text that is garbled as a whole', () => {
    const unit = fc.constantFrom(...Array.from('abc -#[]✅🔴🟡→…“”’–日本語🚧'));
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 30 }), (text) =>
        assert.equal(meant(garble(`✅${text}`)), `✅${text}`),
      ),
      { seed: 9, numRuns: 100 },
    );
  });
});

describe('Good text', () => {
  const texts: Record<string, string> = {
    'plain ASCII': 'Write [x] docs',
    'emoji and arrows': '✅ 🔴 → … “quotes”',
    'one odd pair alone': 'the bytes Ã© mean é',
    'French quotes': 'à »\u00a0: « Qualité\u00a0», « Priorité\u00a0», « où\u00a0»',
    'French capitals before punctuation': 'QUALITÉ\u00a0: haute. PRIORITÉ\u00a0: basse. « DÉJÀ\u00a0» « ÉTÉ\u00a0»',
    'a dash or dots behind an accent': 'santé… passé”… «está»… coupé’… É… Ü”… Ê“',
    'Portuguese capitals': 'NÃO, AÇÕES, AMANHÃ, IRMÃ. SÃO PAULO “AMANHÔ “IRMÔ',
    'German quotes': '„BÜRO“ „KAFFEÖ“ „GRÜ“ „MENÜ“',
    Vietnamese: 'Kế hoạch phát triển ứng dụng “Đã” xong',
    'Chinese and Russian': '路线图：第一阶段。План на квартал «Готово»',
    'temperatures and prices': '20°C, 30 Â 5 £, 10 µs',
    'lone surrogates': '\ud800 \udfff ð',
  };
  for (const [name, text] of Object.entries(texts))
    it(`is left alone: ${name}`, () => assert.deepEqual(findMojibake(text), []));
});
