import assert from 'node:assert/strict';
import { sayCommand } from '../../../../src/core/metrics/sayCommand.js';

describe('A command that a person is asked about', () => {
  it('is shown word by word', () => {
    assert.equal(sayCommand(['node', 'scripts/ci-time.mjs']), 'node scripts/ci-time.mjs');
    assert.equal(sayCommand(['node', '-e', 'console.log("a b")', '']), 'node -e "console.log(\\"a b\\")" ""');
    assert.equal(sayCommand(['größe', 'a;b', '$(x)']), '"größe" "a;b" "$(x)"');
  });

  it('hides nothing, and does not look like another one', () => {
    const shown = sayCommand([
      '\u202enode',
      'safe\u202e gnp.efas',
      'a\u200bb',
      `x${' '.repeat(4)}y`,
      'p\nq',
      'r\u00a0s',
    ]);
    assert.match(shown, /^[\x20-\x7e]*$/);
    assert.equal(
      shown,
      '"\\u{202e}node" "safe\\u{202e} gnp.efas" "a\\u{200b}b" "x \\u{20}\\u{20}\\u{20}y" "p\\u{a}q" "r\\u{a0}s"',
    );
  });
});
