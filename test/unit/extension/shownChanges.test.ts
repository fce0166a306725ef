import assert from 'node:assert/strict';
import { ShownChanges } from '../../../src/extension/shownChanges.js';

describe('What a person was shown of changes', () => {
  it('counts for one call each', () => {
    const shown = new ShownChanges();
    shown.add('a', '1');
    shown.add('a', '1');
    assert.deepEqual([shown.take('a', '1'), shown.take('a', '1'), shown.take('a', '1')], ['same', 'same', 'unknown']);
  });

  it('is another than what would change by now', () => {
    const shown = new ShownChanges();
    shown.add('a', '1');
    assert.equal(shown.take('b', '1'), 'unknown');
    assert.equal(shown.take('a', '2'), 'other');
    assert.equal(shown.take('a', '1'), 'unknown');
  });

  it('is found among several of the same call', () => {
    const shown = new ShownChanges();
    shown.add('a', '1');
    shown.add('a', '2');
    assert.deepEqual([shown.take('a', '2'), shown.take('a', '1')], ['same', 'same']);
  });

  it('is forgotten from the oldest on, never all at once', () => {
    const shown = new ShownChanges();
    for (let call = 0; call <= 50; call++) shown.add(`${call}`, '1');
    assert.equal(shown.take('0', '1'), 'unknown');
    for (let call = 1; call <= 50; call++) assert.equal(shown.take(`${call}`, '1'), 'same');
  });
});
