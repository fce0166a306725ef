import assert from 'node:assert/strict';
import { escapeIcons } from '../../../src/extension/labels.js';

describe('A label', () => {
  it('shows a title as it is written, never as an icon', () => {
    assert.equal(escapeIcons('Replace $(bug) by $(beaker)'), 'Replace \\$(bug) by \\$(beaker)');
    assert.equal(escapeIcons('costs $5 (net)'), 'costs $5 (net)');
    assert.equal(escapeIcons('\\$(bug)'), '\\$(bug)');
  });
});
