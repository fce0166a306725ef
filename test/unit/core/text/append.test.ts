import assert from 'node:assert/strict';
import { append } from '../../../../src/core/text/append.js';

describe('Lists of a roadmap', () => {
  it('may be longer than a call has room for arguments', () => {
    const list = [0];
    append(
      list,
      Array.from({ length: 500_000 }, (_, index) => index),
    );
    assert.equal(list.length, 500_001);
  });
});
