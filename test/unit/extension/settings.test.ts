import assert from 'node:assert/strict';
import { defaults, readSetting, type Setting } from '../../../src/extension/settings.js';

describe('A setting', () => {
  const choices = new Set<Setting>(['badge', 'work.commitReference']);
  const keys = Object.keys(defaults) as Setting[];

  it('takes its default', () => {
    for (const key of keys) assert.deepEqual(readSetting(key, defaults[key]), { value: defaults[key] });
  });

  it('counts as its default where it is wrong, and says what it takes', () => {
    for (const key of keys) {
      for (const value of [undefined, null, 42, 'banana', {}, [1]]) {
        // A path is any text, and a number of files any whole number.
        if (!choices.has(key) && !Array.isArray(value) && typeof value === typeof defaults[key] && value !== null)
          continue;
        const { value: read, expected } = readSetting(key, value);
        assert.deepEqual(read, defaults[key], `${key}: ${JSON.stringify(value)}`);
        assert.ok(expected, `${key}: ${JSON.stringify(value)}`);
      }
    }
    assert.equal(readSetting('badge', 'all').expected, 'one of open, doing, off');
    assert.equal(readSetting('work.branch', '{number}-{slug}').expected, 'a text with {id}, {slug}, {title}');
    assert.equal(readSetting('work.branch', ' ').value, '');
  });

  it('keeps the entries of a list that are right', () => {
    const { value, expected } = readSetting('files', ['plans/*.md', 7]);
    assert.deepEqual([value, expected], [['plans/*.md'], 'a list of paths or globs']);
  });
});
