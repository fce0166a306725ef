import assert from 'node:assert/strict';
import { cutDiff } from '../../../../src/core/agents/cutDiff.js';

describe('A diff that an agent is told', () => {
  it('is whole where it is short', () => {
    for (const diff of ['', '-a\n+b\n', '+x\n'.repeat(200)]) assert.equal(cutDiff(diff), diff);
  });

  it('is cut where it is long, and says how much is left', () => {
    assert.equal(cutDiff('-x\n'.repeat(203)), `${'-x\n'.repeat(200)}… and 3 more lines\n`);
    assert.equal(cutDiff(`+${'y'.repeat(100_000)}\n`).length, 1_001);
  });
});
